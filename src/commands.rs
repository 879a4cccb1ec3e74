//! The one list of commands: registration, dispatch, help and completion all follow from it.
//!
//! A command takes claims from `Facts` and composes an `Answer`; it knows no platform.

mod about;
mod all_claims;
mod changes;
mod claim;
mod completion;
mod figures;
mod options;
mod order;
mod parse;
mod picture;
mod quotes;
mod read;
mod recover;
mod request;
mod search;
mod sides;
mod source;
mod sources;
mod standing;
mod statement;
mod timeline;
mod topic;
mod unknown;
mod who;

use crate::answer::Answer;
use crate::facts::{Facts, Lang, Text};
use crate::phrases::Phrases;
use crate::query::{Key, Query};

pub use all_claims::{all_claims, headline};
pub use completion::complete;
pub use recover::recover;
use request::{NotUnderstood, Request};
pub use search::related;
pub use source::source;
pub use topic::View;

/// A command as it is offered to people.
#[derive(Clone, Debug)]
pub struct Command {
    /// Its name, without the slash; the same in every language.
    pub name: String,
    /// What it is called in the menu of a message, where it is used on one; then it has no options.
    pub on_messages: Option<Text>,
    /// At most 100 code points per language.
    pub description: Text,
    /// Its options, the required ones first.
    pub options: Vec<CommandOption>,
}

/// An option of a command as it is offered to people.
#[derive(Clone, Debug)]
pub struct CommandOption {
    /// Which option; its name is the same in every language.
    pub key: Key,
    /// At most 100 code points per language.
    pub description: Text,
    /// What it takes.
    pub takes: OptionKind,
    /// Whether the command says nothing without it.
    pub required: bool,
}

/// What an option takes.
#[derive(Clone, Debug)]
pub enum OptionKind {
    /// One of a few values, at most 25.
    OneOf(Vec<Choice>),
    /// Any text; [`complete`] offers values while it is typed.
    Words,
    /// Yes or no.
    Flag,
}

/// A value that is offered, with what it is called in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent, at most 100 code points.
    pub value: String,
    /// What is shown; surfaces with less room cut it.
    pub label: Text,
}

/// A command of the bot's own, which every fact file has.
struct Builtin {
    name: &'static str,
    /// Options that it says nothing without.
    needs: &'static [Key],
    /// Other options, besides the language and sharing, which all have.
    takes: &'static [Key],
    /// What answers a question that could be read.
    answer: fn(Request<'_>) -> Result<Answer, NotUnderstood>,
}

/// The commands of the bot's own, in the order in which they are shown, after those of the topics.
const BUILTINS: &[Builtin] = {
    use Key::{AsOf, By, Claim, From, Name, Picture, Query, Since, Style, To, Topic};
    &[
        own("search", &[Query], &[AsOf], search::answer),
        own("claim", &[Claim], &[AsOf, Picture], claim::answer),
        own("sides", &[], &[Claim, Topic, AsOf], sides::answer),
        own("who", &[Name], &[AsOf], who::answer),
        own(
            "timeline",
            &[],
            &[Topic, Name, By, From, To, AsOf, Picture],
            timeline::answer,
        ),
        own("quotes", &[], &[Name, Topic, Query, AsOf], quotes::answer),
        own("figures", &[], &[Topic, AsOf, Picture], figures::answer),
        own(
            "sources",
            &[],
            &[Topic, Claim, Style, AsOf],
            sources::answer,
        ),
        own("changes", &[], &[Since, Topic, AsOf], changes::answer),
        own("about", &[], &[], about::about),
        own("help", &[], &[], about::help),
        own(RELATED, &[Query], &[AsOf], search::answer_related),
    ]
};

/// The command that is used on a message in Discord.
const RELATED: &str = "related";

const fn own(
    name: &'static str,
    needs: &'static [Key],
    takes: &'static [Key],
    answer: fn(Request<'_>) -> Result<Answer, NotUnderstood>,
) -> Builtin {
    Builtin {
        name,
        needs,
        takes,
        answer,
    }
}

/// Every command, in the order in which they are shown: the topics' first.
pub fn list(facts: &Facts) -> Vec<Command> {
    let options = |keys: &[Key], needs: &[Key]| {
        let option = |key: &Key| options::option(facts, *key, needs.contains(key));
        keys.iter().map(option).collect()
    };
    let own = |own: &Builtin| Command {
        name: own.name.to_owned(),
        on_messages: (own.name == RELATED).then(|| everywhere("related-title")),
        description: everywhere(&format!("command-{}", own.name)),
        options: options(&keys_of(own), own.needs),
    };
    let topics = facts.topics.iter().map(|topic| Command {
        name: topic.id.clone(),
        on_messages: None,
        description: topic.description.clone(),
        options: options(&topic::OPTIONS, &[]),
    });
    topics.chain(BUILTINS.iter().map(own)).collect()
}

/// The bot's own command of this name.
fn builtin(name: &str) -> Option<&'static Builtin> {
    BUILTINS.iter().find(|own| own.name == name)
}

/// The options of one of the bot's own commands, what it needs first.
fn keys_of(own: &Builtin) -> Vec<Key> {
    let takes = own.takes.iter().chain(&[Key::Lang, Key::Share]);
    own.needs.iter().chain(takes).copied().collect()
}

/// Whether there is a command of this name.
pub fn is_command(facts: &Facts, name: &str) -> bool {
    facts.topic(name).is_some() || builtin(name).is_some()
}

/// The answer to a question, in its own language if it names one, not_understood in `lang`.
///
/// Total: a question that cannot be understood gets an answer that says so and offers the nearest.
pub fn answer(facts: &Facts, query: &Query, lang: Lang) -> Answer {
    let lang = query.lang().unwrap_or(lang);
    // Which page is shown, and to whom, is not part of the question.
    let question = query.clone().filled();
    let question = question.without(Key::Page).without(Key::Share);
    let answer = dispatch(facts, &question, lang).unwrap_or_else(|not_understood| *not_understood);
    answer.at_page(query.page())
}

fn dispatch(facts: &Facts, query: &Query, lang: Lang) -> Result<Answer, NotUnderstood> {
    if let Some(own) = builtin(&query.command) {
        return (own.answer)(Request::read(facts, query, lang)?);
    }
    match parse::topic(facts, &query.command) {
        Some(topic) => topic::answer(
            Request::read(facts, &query.clone().to(&topic.id), lang)?,
            topic,
        ),
        None => Err(unknown::command(facts, query, lang).into()),
    }
}

/// A phrase of the bot in every language.
fn everywhere(key: &str) -> Text {
    Text(
        Lang::ALL
            .map(|lang| (lang, Phrases::of(lang).text(key)))
            .into(),
    )
}
