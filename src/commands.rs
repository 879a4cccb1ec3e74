//! The one list of commands: registration, dispatch, help and completion all follow from it.
//!
//! A command takes claims from `Facts` and composes an `Answer`; it knows no platform.

mod asked;
mod completion;
mod standing;
mod statement;
mod topic;
mod unknown;

use std::collections::BTreeMap;

use crate::answer::Answer;
use crate::facts::{Facts, Lang, Text};
use crate::phrases::Words;
use crate::query::{Key, Query};

pub use completion::complete;
pub use topic::View;
pub use unknown::unreadable;

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is sent, at most 100 code points.
    pub value: String,
    /// What is shown; surfaces with less room cut it.
    pub label: Text,
}

/// Every command, in the order in which they are shown.
pub fn list(facts: &Facts) -> Vec<Command> {
    let command = |topic: &std::sync::Arc<crate::facts::Topic>| Command {
        name: topic.id.clone(),
        description: topic.description.clone(),
        options: topic::options(),
    };
    facts.topics.iter().map(command).collect()
}

/// The answer to a question, in its own language if it names one, otherwise in `lang`.
///
/// Total: a question that cannot be understood gets an answer that says so and offers the nearest.
pub fn answer(facts: &Facts, query: &Query, lang: Lang) -> Answer {
    let lang = query.lang().unwrap_or(lang);
    let Some(topic) = asked::topic(facts, &query.command) else {
        return unknown::command(facts, query, lang);
    };
    topic::answer(facts, topic, query, lang)
}

/// A phrase of the bot in every language.
fn everywhere(key: &str) -> Text {
    Text(
        Lang::ALL
            .map(|lang| (lang, Words::of(lang).say(key)))
            .into_iter()
            .collect::<BTreeMap<_, _>>(),
    )
}
