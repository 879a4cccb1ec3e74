//! Completion at the prompt: commands, then options, then their values.
//!
//! It offers what Discord would offer; both come from the same list.

use std::cell::Cell;

use rustyline::completion::{Completer, Pair};
use rustyline::hint::Hinter;
use rustyline::{Context, Helper, Highlighter, Validator};

use crate::commands::{self, shelf};
use crate::facts::Shelf;
use crate::query::Key;

/// Completes queries.
#[derive(Helper, Highlighter, Validator)]
pub(super) struct Completion<'a> {
    shelf: &'a Shelf,
    is_blank: Cell<bool>,
}

impl<'a> Completion<'a> {
    pub(super) fn new(shelf: &'a Shelf) -> Self {
        Self {
            shelf,
            is_blank: Cell::new(true),
        }
    }

    /// Whether the last line was blank.
    pub(super) fn was_blank(&self) -> bool {
        self.is_blank.get()
    }

    /// Where the typed word begins, and its completions, each with the text that is shown.
    fn offers(&self, typed: &str) -> (usize, Vec<(String, String)>) {
        let start = typed.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let word = typed.get(start..).unwrap_or_default();
        let before = typed.get(..start).unwrap_or_default();
        let Some(command) = before.split_whitespace().next() else {
            return (start, self.commands(word));
        };
        let command = command.trim_start_matches('/').to_lowercase();
        match word.split_once(':') {
            None => (start, self.options(&command, before, word)),
            Some((name, value)) => {
                let start = start + name.len() + 1;
                (start, self.values(&command, name, value))
            }
        }
    }

    fn commands(&self, word: &str) -> Vec<(String, String)> {
        let word = word.trim_start_matches('/').to_lowercase();
        let list = commands::list(self.shelf).into_iter();
        let fitting = list.filter(|command| command.name.starts_with(&word));
        fitting
            .map(|one| (format!("/{} ", one.name), format!("/{}", one.name)))
            .collect()
    }

    fn options(&self, command: &str, before: &str, word: &str) -> Vec<(String, String)> {
        let list = commands::list(self.shelf).into_iter();
        let options = list
            .filter(|one| one.name == command)
            .flat_map(|one| one.options);
        let names = options.map(|option| format!("{}:", option.key.name()));
        let fitting =
            names.filter(|name| name.starts_with(word) && !before.contains(name.as_str()));
        fitting.map(|name| (name.clone(), name)).collect()
    }

    fn values(&self, command: &str, name: &str, value: &str) -> Vec<(String, String)> {
        let Some(key) = Key::parse(name) else {
            return Vec::new();
        };
        let offers = shelf::complete(self.shelf, (command, key), value, None);
        offers
            .into_iter()
            .map(|one| (format!("{} ", one.value), one.value))
            .collect()
    }
}

/// Gives no hints. rustyline asks for one at every key, which is the only way to know the line that Ctrl-C interrupts.
impl Hinter for Completion<'_> {
    type Hint = String;

    fn hint(&self, line: &str, _: usize, _: &Context<'_>) -> Option<String> {
        self.is_blank.set(line.trim().is_empty());
        None
    }
}

impl Completer for Completion<'_> {
    type Candidate = Pair;

    fn complete(
        &self,
        line: &str,
        pos: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Pair>)> {
        let (start, offers) = self.offers(line.get(..pos).unwrap_or(line));
        let pair = |(replacement, display)| Pair {
            display,
            replacement,
        };
        Ok((start, offers.into_iter().map(pair).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::file::{Part, read};

    fn check(typed: &str, start: usize, first: &str) {
        let text = include_str!("../../../tests/fixtures/facts/valid.toml").to_owned();
        let name = "valid.toml".to_owned();
        let facts = read(&[Part { name, text }]).unwrap().facts;
        let (at, offers) = Completion::new(&facts.into()).offers(typed);
        assert_eq!((at, offers[0].0.as_str()), (start, first), "{typed}");
    }

    #[test]
    fn commands_options_and_values_are_completed() {
        check("br", 0, "/bridge ");
        check("/bridge v", 8, "view:");
        check("/bridge view:den", 13, "denials ");
        check("/bridge view:denials as_of:2024-05-0", 27, "2024-05-02 ");
        check("bridge lang:", 12, "en ");
    }
}
