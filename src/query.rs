//! A query to the bot, and its text form: `/clock view:denials as_of:2023-10-18`.
//!
//! The same text is typed in the terminal and stored in buttons. This module only checks the
//! syntax of a query; `commands` checks whether the topic or view exists.

mod address;
mod custom_id;
mod key;
pub mod question;

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use once_cell::sync::Lazy;
use regex::Regex;

use crate::facts::pattern::pattern;
use crate::facts::{Facts, Lang};

pub use custom_id::{CUSTOM_ID_MAX, CustomId, DOSSIER_ROOM, dossier_mark};
pub use key::Key;

/// A query: a command and its options as given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    /// The command's name, without the slash.
    pub command: String,
    options: BTreeMap<Key, String>,
}

impl Query {
    /// A query without options.
    pub fn new(command: impl Into<String>) -> Self {
        Self {
            command: command.into(),
            options: BTreeMap::new(),
        }
    }

    /// Whether its command's name can be read back from its text form: lower-case, and one word.
    pub fn has_readable_name(&self) -> bool {
        let read = COMMAND.captures(&self.command);
        let read = read.and_then(|found| found.get(1));
        read.is_some_and(|name| name.as_str() == self.command)
            && self.command.to_lowercase() == self.command
    }

    /// The given options, in the order in which they are written.
    pub fn options(&self) -> impl Iterator<Item = (Key, &str)> {
        let given = self.options.iter();
        given.map(|(key, value)| (*key, value.as_str()))
    }

    /// The same query for another command.
    #[must_use]
    pub fn with_command(mut self, command: impl Into<String>) -> Self {
        self.command = command.into();
        self
    }

    /// The value of an option, if it was given.
    pub fn get(&self, key: Key) -> Option<&str> {
        self.options.get(&key).map(String::as_str)
    }

    /// The same query with an option set.
    #[must_use]
    pub fn with(mut self, key: Key, value: impl Into<String>) -> Self {
        self.options.insert(key, value.into());
        self
    }

    /// The same query without an option.
    #[must_use]
    pub fn without(mut self, key: Key) -> Self {
        self.options.remove(&key);
        self
    }

    /// The same query without blank options.
    #[must_use]
    pub fn without_blanks(mut self) -> Self {
        self.options.retain(|_, value| !value.trim().is_empty());
        self
    }

    /// The requested page, from 1; invalid values count as 1.
    pub fn page(&self) -> usize {
        self.number(Key::Page)
    }

    /// The requested part of a long list, from 1; invalid values count as 1.
    pub fn part(&self) -> usize {
        self.number(Key::Part)
    }

    fn number(&self, key: Key) -> usize {
        self.get(key)
            .and_then(|number| number.parse().ok())
            .filter(|number| *number > 0)
            .unwrap_or(1)
    }

    /// The same query for another page.
    #[must_use]
    pub fn at_page(self, page: usize) -> Self {
        self.numbered(Key::Page, page)
    }

    /// The same query for another part.
    #[must_use]
    pub fn at_part(self, part: usize) -> Self {
        self.numbered(Key::Part, part)
    }

    fn numbered(self, key: Key, number: usize) -> Self {
        match number {
            0 | 1 => self.without(key),
            number => self.with(key, number.to_string()),
        }
    }

    /// The requested language, if the facts are in it.
    pub fn lang(&self, facts: &Facts) -> Option<Lang> {
        facts.dossier.languages.spoken(self.get(Key::Lang)?)
    }

    /// Whether it holds words that somebody typed: those of a search or a question.
    pub fn has_typed_words(&self) -> bool {
        [Key::Query, Key::Question]
            .iter()
            .any(|key| self.get(*key).is_some())
    }

    /// Whether a public answer was requested.
    pub fn share(&self) -> bool {
        self.says_yes(Key::Share)
    }

    /// Whether a picture was requested.
    pub fn picture(&self) -> bool {
        self.says_yes(Key::Picture)
    }

    fn says_yes(&self, key: Key) -> bool {
        self.get(key)
            .is_some_and(|value| value.eq_ignore_ascii_case("true"))
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}", self.command)?;
        for (key, value) in &self.options {
            write!(f, " {}:", key.name())?;
            let bare = !value.is_empty()
                && !value.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '\\'));
            if bare {
                f.write_str(value)?;
            } else {
                write!(f, "\"{}\"", value.replace('\\', r"\\").replace('"', "\\\""))?;
            }
        }
        Ok(())
    }
}

/// Why a text is not a query.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAQuery {
    /// It has no command.
    #[error("no command was given")]
    Empty,
    /// It has an option that no command has.
    #[error("there is no option “{0}”")]
    UnknownOption(String),
    /// It has a word outside any option.
    #[error("“{0}” belongs to no option")]
    StrayWord(String),
}

static COMMAND: Lazy<Regex> = Lazy::new(|| pattern(r"^\s*/?([^\s:/]+)"));
static OPTION: Lazy<Regex> = Lazy::new(|| pattern(r"^\s*([\p{L}\d_]+):\s*"));
static QUOTED: Lazy<Regex> = Lazy::new(|| pattern(r#"^"((?:[^"\\]|\\.)*)"(?:\s+|$)"#));
static ESCAPE: Lazy<Regex> = Lazy::new(|| pattern(r"\\(.)"));

impl FromStr for Query {
    type Err = NotAQuery;

    fn from_str(text: &str) -> Result<Self, NotAQuery> {
        let found = COMMAND.captures(text);
        let (whole, [command]) = found.ok_or(NotAQuery::Empty)?.extract();
        let mut query = Self::new(command.to_lowercase());
        let mut rest = text.get(whole.len()..).unwrap_or_default().trim();
        while !rest.is_empty() {
            let Some((name, after)) = option(rest) else {
                let word = rest.split_whitespace().next().unwrap_or(rest);
                return Err(NotAQuery::StrayWord(word.to_owned()));
            };
            let key = Key::parse(name).ok_or_else(|| NotAQuery::UnknownOption(name.to_owned()))?;
            let (value, left) = value(after);
            query.options.insert(key, value);
            rest = left.trim_start();
        }
        Ok(query)
    }
}

/// `name:` at the start of a text, and what follows it.
fn option(text: &str) -> Option<(&str, &str)> {
    let (whole, [name]) = OPTION.captures(text)?.extract();
    Some((name, text.get(whole.len()..)?))
}

/// A quoted value, or all words up to the next known option, and what follows.
fn value(text: &str) -> (String, &str) {
    let quoted = QUOTED.captures(text);
    if let Some((whole, [words])) = quoted.map(|found| found.extract()) {
        let plain = ESCAPE.replace_all(words, "$1");
        return (
            plain.into_owned(),
            text.get(whole.len()..).unwrap_or_default(),
        );
    }
    let next_option = text
        .char_indices()
        .zip(text.char_indices().skip(1))
        // Only the last of several spaces, so that no run of them is read again and again.
        .filter(|((_, space), (_, c))| space.is_whitespace() && !c.is_whitespace())
        .find(|(_, (at, _))| {
            let after = text.get(*at..).unwrap_or_default();
            option(after).is_some_and(|(name, _)| Key::parse(name).is_some())
        });
    let end = next_option.map_or(text.len(), |((at, _), _)| at);
    let (value, rest) = text.split_at(end);
    (value.trim_end().to_owned(), rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn options_are_read_in_any_order_and_written_in_one() {
        let query: Query = "clock lang:id  view:denials as_of: 18 October 2023"
            .parse()
            .unwrap();
        assert_eq!(query.get(Key::AsOf), Some("18 October 2023"));
        assert_eq!(
            query.to_string(),
            "/clock view:denials as_of:\"18 October 2023\" lang:id"
        );
    }

    #[test]
    fn what_was_left_blank_was_not_given() {
        let query: Query = "/who name:\"\" as_of:\"  \" lang:id".parse().unwrap();
        assert_eq!(query.without_blanks().to_string(), "/who lang:id");
    }

    #[test]
    fn nonsense_is_told_apart() {
        assert_eq!("  ".parse::<Query>(), Err(NotAQuery::Empty));
        assert_eq!(
            "/clock denials".parse::<Query>(),
            Err(NotAQuery::StrayWord("denials".into()))
        );
        assert_eq!(
            "/bridge x:y".parse::<Query>(),
            Err(NotAQuery::UnknownOption("x".into()))
        );
    }

    #[test]
    fn a_page_that_is_no_number_is_the_first() {
        assert_eq!(Query::new("bridge").with(Key::Page, "-3").page(), 1);
        assert_eq!(Query::new("bridge").at_page(2).page(), 2);
        assert_eq!(Query::new("bridge").at_page(1).to_string(), "/bridge");
    }

    proptest! {
        #[test]
        fn the_text_form_is_read_back_as_it_was(
            command in "[a-z0-9-]{1,20}",
            values in prop::collection::btree_map(0usize..Key::ALL.len(), "\\PC{0,12}", 0..5),
        ) {
            let mut query = Query::new(command);
            for (key, value) in values {
                query = query.with(Key::ALL[key], value);
            }
            prop_assert_eq!(query.to_string().parse::<Query>(), Ok(query.clone()));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,200}") {
            let _ = text.parse::<Query>();
        }
    }
}
