//! The custom id of a button or menu entry: what to do, with which query.
//!
//! It contains the text form of the query; if that is too long for Discord, a short form.

use std::fmt;
use std::str::FromStr;

use super::{Key, NotAQuery, Query};
use crate::facts::fingerprint;

/// The maximum number of code points that Discord accepts as a custom id
/// (<https://discord.com/developers/docs/components/reference>).
pub const CUSTOM_ID_MAX: usize = 100;

/// The custom id of a button or menu entry: `open /clock view:denials`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CustomId {
    /// Shows the answer to a query.
    Open(Query),
    /// Shows the answer to everyone in the channel.
    Share(Query),
    /// Shows the answer and its sources as text to copy.
    Cite(Query),
    /// Removes a shared answer.
    Hide {
        /// The Discord id of the user who shared it.
        by: u64,
        /// A hash of the answer's content; once removed, the answer can be shared again. Older buttons have none.
        what: Option<u64>,
    },
}

impl CustomId {
    /// Its text form, if it is short enough for Discord.
    pub fn id(&self) -> Option<String> {
        let id = self.to_string();
        (id.chars().count() <= CUSTOM_ID_MAX).then_some(id)
    }
}

impl fmt::Display for CustomId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (verb, query) = match self {
            Self::Open(query) => ("open", query),
            Self::Share(query) => ("share", query),
            Self::Cite(query) => ("cite", query),
            Self::Hide { by, what } => {
                write!(f, "hide {by}")?;
                return what.map_or(Ok(()), |what| write!(f, " {what:x}"));
            }
        };
        let whole = format!("{verb} {query}");
        let is_long = whole.chars().count() > CUSTOM_ID_MAX;
        match is_long.then(|| short(query)).flatten() {
            Some(short) => write!(f, "{verb} {short}"),
            None => f.write_str(&whole),
        }
    }
}

impl FromStr for CustomId {
    type Err = NotAQuery;

    fn from_str(text: &str) -> Result<Self, NotAQuery> {
        let (verb, rest) = text.split_once(' ').ok_or(NotAQuery::Empty)?;
        if verb == "hide" {
            return hide(rest).ok_or_else(|| NotAQuery::StrayWord(rest.to_owned()));
        }
        let query = || match rest.strip_prefix(SHORT) {
            Some(fields) => long(fields),
            None => rest.parse(),
        };
        match verb {
            "open" => query().map(Self::Open),
            "share" => query().map(Self::Share),
            "cite" => query().map(Self::Cite),
            _ => Err(NotAQuery::Empty),
        }
    }
}

/// Reads the parts of [`CustomId::Hide`].
fn hide(text: &str) -> Option<CustomId> {
    let (by, what) = match text.split_once(' ') {
        Some((by, what)) => (by, Some(u64::from_str_radix(what, 16).ok()?)),
        None => (text, None),
    };
    let by = by.parse().ok()?;
    Some(CustomId::Hide { by, what })
}

/// The first character of a short form, and the separator between its parts.
const SHORT: char = '~';
const BETWEEN: char = '|';

/// The letter of an option in a short form.
fn letter(key: Key) -> char {
    match key {
        Key::View => 'v',
        Key::By => 'b',
        Key::Claim => 'c',
        Key::Topic => 't',
        Key::Name => 'n',
        Key::Query => 'q',
        Key::Question => 'k',
        Key::Style => 'y',
        Key::From => 'f',
        Key::To => 'u',
        Key::Since => 's',
        Key::AsOf => 'a',
        Key::Picture => 'i',
        Key::Dossier => 'd',
        Key::Lang => 'l',
        Key::Share => 'h',
        Key::Part => 'r',
        Key::Page => 'p',
    }
}

/// `~timeline|bevent|tharbours`; `None` if the name or a value contains the separator.
fn short(query: &Query) -> Option<String> {
    if query.command.contains(BETWEEN) {
        return None;
    }
    let mut text = format!("{SHORT}{}", query.command);
    for (key, value) in query.options() {
        if value.contains(BETWEEN) {
            return None;
        }
        text.extend([BETWEEN, letter(key)]);
        match key {
            Key::Dossier => text.push_str(&dossier_mark(value)),
            _ => text.push_str(value),
        }
    }
    Some(text)
}

/// The first character of a mark; no id begins with it.
const MARK: char = '~';

/// The characters of a mark after the first.
const MARK_LENGTH: usize = 4;

/// What a dossier takes of the room of a short form.
pub const DOSSIER_ROOM: usize = 3 + MARK_LENGTH;

/// What stands for the id of a dossier in a short form, so that it always fits: `~` and four characters that the same id
/// always has. A mark stands for itself.
pub fn dossier_mark(id: &str) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    if id.starts_with(MARK) {
        return id.to_owned();
    }
    let mut rest = fingerprint(id.bytes());
    let mut letter = || {
        let place = usize::try_from(rest % 32).unwrap_or_default();
        rest /= 32;
        LETTERS.get(place).map_or('a', |letter| char::from(*letter))
    };
    std::iter::once(MARK)
        .chain((0..MARK_LENGTH).map(|_| letter()))
        .collect()
}

fn long(fields: &str) -> Result<Query, NotAQuery> {
    let mut fields = fields.split(BETWEEN);
    let mut query = Query::new(fields.next().unwrap_or_default());
    if !query.has_readable_name() {
        return Err(NotAQuery::Empty);
    }
    for field in fields {
        let unknown = || NotAQuery::UnknownOption(field.to_owned());
        let first = field.chars().next().ok_or_else(unknown)?;
        let key = Key::ALL.iter().copied().find(|key| letter(*key) == first);
        let value = field.get(first.len_utf8()..).unwrap_or_default();
        query = query.with(key.ok_or_else(unknown)?, value);
    }
    Ok(query)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn timeline() -> Query {
        Query::new("timeline")
            .with(Key::By, "event")
            .with(Key::Topic, "harbours")
            .with(Key::Name, "harbour-pilots-guild")
            .with(Key::From, "2023-10-18")
            .with(Key::To, "2025-10-10")
            .with(Key::AsOf, "2025-12-10")
            .with(Key::Lang, "id")
    }

    #[test]
    fn a_question_that_fits_is_written_as_it_is_typed() {
        let query = Query::new("clock").with(Key::View, "denials");
        let id = CustomId::Cite(query).to_string();
        assert_eq!(id, "cite /clock view:denials");
        let hide = |what| CustomId::Hide {
            by: 80351110224678912,
            what,
        };
        assert_eq!(hide(None).to_string(), "hide 80351110224678912");
        assert_eq!(hide(Some(255)).to_string(), "hide 80351110224678912 ff");
    }

    #[test]
    fn a_question_that_does_not_is_written_in_short() {
        let action = CustomId::Share(timeline().at_page(2));
        let id = action.id().unwrap();
        assert_eq!(
            id,
            "share ~timeline|bevent|tharbours|nharbour-pilots-guild|f2023-10-18|u2025-10-10|a2025-12-10|lid|p2"
        );
        assert_eq!(id.parse::<CustomId>(), Ok(action));
    }

    #[test]
    fn a_dossier_is_written_as_it_is_or_as_a_mark_that_stays_the_same() {
        let on = |query: Query| CustomId::Open(query.with(Key::Dossier, "sandholm-ferry"));
        let id = on(Query::new("clock")).to_string();
        assert_eq!(id, "open /clock dossier:sandholm-ferry");
        let id = on(timeline()).to_string();
        assert!(id.contains("|d~"), "{id}");
        let again = id.parse::<CustomId>().unwrap();
        assert_eq!(again.to_string(), id);
        let CustomId::Open(query) = again else {
            panic!("{id}")
        };
        let mark = dossier_mark("sandholm-ferry");
        assert_eq!(query.get(Key::Dossier), Some(mark.as_str()));
        assert_ne!(mark, dossier_mark("sandholm-ferries"));
    }

    #[test]
    fn what_no_button_carries_is_refused() {
        for text in [
            "",
            "open",
            "open ",
            "hide x",
            "hide 1 x",
            "hide 1 ff ff",
            "erase /clock",
            "open ~",
            "open ~a|z1",
            "open ~a|",
            "open ~a b",
            "open ~A",
        ] {
            assert!(text.parse::<CustomId>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_text_form_is_read_back_as_it_was(
            command in "[a-z0-9-]{1,20}",
            values in prop::collection::btree_map(0usize..Key::ALL.len(), "\\PC{0,30}", 0..6),
            verb in 0..4,
            what in any::<Option<u64>>(),
        ) {
            let mut query = Query::new(command);
            for (key, value) in values {
                query = query.with(Key::ALL[key], value);
            }
            // A short form has a mark in its place.
            query = query.without(Key::Dossier);
            let action = match verb {
                0 => CustomId::Open(query),
                1 => CustomId::Share(query),
                2 => CustomId::Cite(query),
                _ => CustomId::Hide { by: query.to_string().len() as u64, what },
            };
            prop_assert_eq!(action.to_string().parse::<CustomId>(), Ok(action));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,200}") {
            let _ = text.parse::<CustomId>();
        }
    }
}
