//! The address of a query's page, relative to the root of the pages: `/en/clock/denials?as_of=2023-05-02`.
//!
//! The path holds the dossier if the query names one, the language, the command, the view, claim or speaker, the part of a
//! long list, and the page number. All other options are in the query string, under their names.

use url::form_urlencoded;

use super::{Key, Query};
use crate::facts::Lang;

/// Commands whose page has its own path: command, first segment of the path, and the option that follows.
const CALLED: [(&str, &str, Key); 2] = [
    ("claim", "claim", Key::Claim),
    ("who", "speaker", Key::Name),
];

/// The name of the search option in the query string.
const WORDS: &str = "q";

/// What the segment of a part begins with, so that it differs from that of a page.
const PART: &str = "part-";

/// The maximum number of code points read from a value.
const VALUE_MAX: usize = 300;

impl Query {
    /// The address of the query's page in a language.
    pub fn address(&self, lang: Lang) -> String {
        let mut rest = self.clone();
        for key in [Key::Picture, Key::Dossier, Key::Lang, Key::Share] {
            rest = rest.without(key);
        }
        let dossier = self.get(Key::Dossier).filter(|id| is_plain(id));
        let dossier = dossier.map(|id| format!("/{id}")).unwrap_or_default();
        let mut path = format!("{dossier}/{}", lang.code());
        let called = CALLED.iter().find(|(command, ..)| *command == self.command);
        let (first, key) = called.map_or((self.command.as_str(), Key::View), |(_, first, key)| {
            (first, *key)
        });
        path.push('/');
        path.extend(form_urlencoded::byte_serialize(first.as_bytes()));
        for key in [key, Key::Part, Key::Page] {
            let named = self.get(key).filter(|value| is_plain(value));
            if let Some(value) = named {
                let part = if key == Key::Part { PART } else { "" };
                path.push_str(&format!("/{part}{value}"));
                rest = rest.without(key);
            }
        }
        let mut values = form_urlencoded::Serializer::new(String::new());
        for (key, value) in rest.options() {
            let name = if key == Key::Query { WORDS } else { key.name() };
            values.append_pair(name, value);
        }
        match values.finish() {
            values if values.is_empty() => path,
            values => format!("{path}?{values}"),
        }
    }

    /// The query whose page has this path (split into segments, without dossier and language) and this query string;
    /// `None` if no query has such a path. Unknown names in the query string are ignored.
    pub fn at(path: &[&str], values: &str) -> Option<Self> {
        let (first, rest) = path.split_first()?;
        let called = CALLED.iter().find(|(_, called, _)| called == first);
        let (command, key) =
            called.map_or((*first, Key::View), |(command, _, key)| (*command, *key));
        let mut query = Self::new(command.to_lowercase());
        let (rest, page) = numbered(key, rest, "");
        let (rest, part) = numbered(key, rest, PART);
        let named = match rest {
            [] => None,
            [named] => Some(*named),
            _ => return None,
        };
        for (name, value) in form_urlencoded::parse(values.as_bytes()) {
            let key = if name == WORDS {
                Some(Key::Query)
            } else {
                Key::parse(&name)
            };
            if let Some(key) = key.filter(|_| !value.trim().is_empty()) {
                query = query.with(key, value.chars().take(VALUE_MAX).collect::<String>());
            }
        }
        for (key, value) in [(key, named), (Key::Part, part), (Key::Page, page)] {
            if let Some(value) = value {
                query = query.with(key, value);
            }
        }
        let needless = [Key::Picture, Key::Dossier, Key::Share];
        Some(needless.into_iter().fold(query, Self::without))
    }
}

/// A path without the number at its end, which may follow a prefix, and the number. What is called by a name has it first.
fn numbered<'p>(key: Key, path: &'p [&'p str], prefix: &str) -> (&'p [&'p str], Option<&'p str>) {
    let ended = path.split_last().and_then(|(last, before)| {
        let number = last.strip_prefix(prefix).filter(|end| is_number(end))?;
        (key == Key::View || !before.is_empty()).then_some((before, Some(number)))
    });
    ended.unwrap_or((path, None))
}

/// Whether a value can be used in a path unescaped.
fn is_plain(value: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    !value.is_empty() && value.chars().all(plain)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, address: &str) {
        let query: Query = text.parse().unwrap();
        assert_eq!(query.address(Lang::Id), address);
        let (path, values) = address.split_once('?').unwrap_or((address, ""));
        let parts: Vec<&str> = path.split('/').skip(2).collect();
        assert_eq!(Query::at(&parts, values), Some(query));
    }

    #[test]
    fn an_address_is_read_back_as_the_question() {
        check("/clock", "/id/clock");
        check("/clock view:denials", "/id/clock/denials");
        check(
            "/clock view:timeline page:2 as_of:2023-10",
            "/id/clock/timeline/2?as_of=2023-10",
        );
        check("/claim claim:pilot-1500", "/id/claim/pilot-1500");
        check("/claim claim:10 page:2", "/id/claim/10/2");
        check("/who name:port", "/id/speaker/port");
        check("/who name:\"the port\"", "/id/speaker?name=the+port");
        check("/timeline page:3", "/id/timeline/3");
        check("/timeline part:2", "/id/timeline/part-2");
        check("/timeline part:2 page:3", "/id/timeline/part-2/3");
        check("/who name:port part:2", "/id/speaker/port/part-2");
        check("/claim claim:part-2", "/id/claim/part-2");
        check("/search query:\"1 & <2>\"", "/id/search?q=1+%26+%3C2%3E");
    }

    #[test]
    fn a_dossier_has_a_folder_of_its_own() {
        let query: Query = "/clock view:denials dossier:ferry".parse().unwrap();
        assert_eq!(query.address(Lang::Id), "/ferry/id/clock/denials");
    }

    #[test]
    fn what_nobody_needs_is_left_out() {
        let query = Query::at(&["clock"], "share=true&x=1&view=&as_of=2023&dossier=b").unwrap();
        assert_eq!(query.to_string(), "/clock as_of:2023");
        assert_eq!(Query::at(&[], ""), None);
        assert_eq!(Query::at(&["clock", "denials", "x"], ""), None);
    }
}
