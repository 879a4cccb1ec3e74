//! The one list of commands: registration, dispatch, help and completion all follow from it.
//!
//! A command takes claims from `Facts` and composes an `Answer`; it knows no platform.

use crate::answer::{Answer, Outcome};
use crate::facts::{Facts, Lang, Text};
use crate::query::{Key, Query};

/// A command as it is offered to people.
#[derive(Clone, Debug)]
pub struct Command {
    /// Its name, without the slash; the same in every language.
    pub name: String,
    /// At most 100 code points per language.
    pub description: Text,
    /// Its options, none of them required.
    pub options: Vec<Opt>,
}

/// An option of a command as it is offered to people.
#[derive(Clone, Debug)]
pub struct Opt {
    /// Which option; its name is the same in every language.
    pub key: Key,
    /// At most 100 code points per language.
    pub description: Text,
    /// What it takes.
    pub takes: Takes,
}

/// What an option takes.
#[derive(Clone, Debug)]
pub enum Takes {
    /// One of a few values, at most 25.
    OneOf(Vec<Offer>),
    /// Any text; [`complete`] offers values while it is typed.
    Words,
    /// Yes or no.
    Flag,
}

/// A value that is offered, with what it is called in every language.
#[derive(Clone, Debug)]
pub struct Offer {
    /// What is sent, at most 100 code points.
    pub value: String,
    /// What is shown, at most 100 code points.
    pub label: Text,
}

/// Every command, in the order in which they are shown.
pub fn list(facts: &Facts) -> Vec<Command> {
    let _ = facts;
    Vec::new()
}

/// The answer to a question in a language (the question's own, if it names one, must be that language).
pub fn answer(facts: &Facts, query: &Query, lang: Lang) -> Answer {
    let _ = facts;
    Answer {
        outcome: Outcome::Unknown,
        lang,
        query: query.clone(),
        title: String::new(),
        question: None,
        as_of: None,
        notices: Vec::new(),
        sections: Vec::new(),
        references: Vec::new(),
        footer: Vec::new(),
        ways: Vec::new(),
    }
}

/// What to offer while somebody types the value of an option: at most 25.
pub fn complete(facts: &Facts, command: &str, key: Key, typed: &str, lang: Lang) -> Vec<Offer> {
    let _ = (facts, command, key, typed, lang);
    Vec::new()
}
