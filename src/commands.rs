//! The list of commands. Registration, dispatch, help and completion all use it.
//!
//! A command reads claims from `Facts` and composes an `Answer`; it does not depend on any platform.

mod about;
mod all_claims;
mod ask;
mod asked_claim;
mod changes;
mod cited;
mod claim;
mod completion;
mod day;
mod extent;
mod figure_line;
mod figures;
mod labels;
mod lead;
mod list;
mod listing;
mod names;
mod options;
mod order;
mod parse;
mod part;
mod picture;
mod quotes;
mod read;
mod request;
mod search;
pub mod shelf;
mod sides;
mod source;
mod sources;
mod standing;
mod statement;
mod timeline;
mod topic;
mod typed;
mod unknown;
mod who;

use crate::answer::{ActionKind, Answer};
use crate::facts::{Facts, Lang, Text};
use crate::query::{Key, Query};

pub use all_claims::{all_claims, headline};
pub use ask::prepare;
pub use completion::complete;
pub use list::list;
pub use listing::Listing;
use request::{NotUnderstood, Request};
pub use search::related;
pub use source::source;
pub use topic::View;
pub use typed::{meant, typed};

/// A command as users see it.
#[derive(Clone, Debug)]
pub struct Command {
    /// Its name, without the slash; the same in every language.
    pub name: String,
    /// The label of a command in the menu of a message; such a command has no options there.
    pub on_messages: Option<Text>,
    /// At most 100 code points per language.
    pub description: Text,
    /// Its options, the required ones first.
    pub options: Vec<CommandOption>,
}

/// An option of a command as users see it.
#[derive(Clone, Debug)]
pub struct CommandOption {
    /// Which option; its name is the same in every language.
    pub key: Key,
    /// At most 100 code points per language.
    pub description: Text,
    /// The values that it takes.
    pub takes: OptionKind,
    /// Whether the command needs it.
    pub required: bool,
}

/// The values that an option takes.
#[derive(Clone, Debug)]
pub enum OptionKind {
    /// One of a few values, at most 25.
    OneOf(Vec<Choice>),
    /// Any text; [`complete`] offers values while it is typed.
    Words,
    /// Yes or no.
    Flag,
}

/// A value that users can choose, with its label in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value that is sent, at most 100 code points.
    pub value: String,
    /// The text that is shown; surfaces with less room shorten it.
    pub label: Text,
}

/// A built-in command, which exists for every fact file.
struct Builtin {
    name: &'static str,
    /// The options that it needs.
    needs: &'static [Key],
    /// Its other options, apart from the language and sharing, which every command has.
    takes: &'static [Key],
    /// Answers a query whose language and day have been read.
    answer: fn(Request<'_>) -> Result<Answer, NotUnderstood>,
}

/// The built-in commands, in the order in which they are shown after the topics' commands.
const BUILTINS: &[Builtin] = {
    use Key::{
        AsOf, By, Claim, From, Name, Picture, Query, Question, Since, Style, To, Topic, View,
    };
    &[
        own("ask", &[Question], &[AsOf], ask::answer),
        own(TOPIC, &[Topic], &[View, AsOf, Picture], topic::named),
        own("search", &[Query], &[AsOf], search::answer),
        own("claim", &[Claim], &[View, AsOf, Picture], claim::answer),
        own("sides", &[], &[Claim, Topic, View, AsOf], sides::answer),
        own("who", &[Name], &[View, AsOf], who::answer),
        own(
            "timeline",
            &[],
            &[Topic, Name, By, From, To, AsOf, Picture],
            timeline::answer,
        ),
        own("quotes", &[], &[Name, Topic, Query, AsOf], quotes::answer),
        own(
            "figures",
            &[],
            &[Topic, View, AsOf, Picture],
            figures::answer,
        ),
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

/// The command that answers questions, and every typed text that is no command.
const ASK: &str = "ask";

/// The command for topics without a command of their own; without such topics there is none.
const TOPIC: &str = "topic";

/// The command that people use on a message in Discord.
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

/// The built-in command with this name.
fn builtin(name: &str) -> Option<&'static Builtin> {
    BUILTINS.iter().find(|own| own.name == name)
}

/// Whether a command with this name exists.
fn is_command(facts: &Facts, name: &str) -> bool {
    facts.topic(name).is_some() || builtin(name).is_some()
}

/// The answer to a query, in the language that the query names, otherwise in `lang`.
///
/// It always returns an answer: if the query cannot be understood, the answer says so and suggests similar queries.
/// It has its picture only if the query asks for one.
pub fn answer(facts: &Facts, query: &Query, lang: Lang) -> Answer {
    answer_with(facts, query, lang, query.picture())
}

/// The answer to a query, with its picture if it is to have one.
fn answer_with(facts: &Facts, query: &Query, lang: Lang, pictured: bool) -> Answer {
    let lang = facts.dossier.languages.nearest(lang);
    let query = parse::with_language_code(facts, query.clone()).without_blanks();
    let query = match typed::resolved(facts, &query, query.lang(facts).unwrap_or(lang)) {
        Ok(query) => query.without_blanks(),
        Err(asks_back) => return with_languages(facts, *asks_back),
    };
    // The page and the audience do not change the answer.
    let question = query.clone().without(Key::Page).without(Key::Share);
    let lang = question.lang(facts).unwrap_or(lang);
    let answer = dispatch(facts, &question, lang, pictured);
    let answer = answer.unwrap_or_else(|not_understood| *not_understood);
    with_languages(facts, answer).at_page(query.page())
}

/// The answer, whose queries name a language only if there are several.
fn with_languages(facts: &Facts, answer: Answer) -> Answer {
    match facts.dossier.languages.several() {
        true => answer,
        false => answer.without_languages(),
    }
}

/// The answer to a query as a page has it, with room for everything: below the short answer of a topic stands the
/// overview, and other commands show what is otherwise behind *Details*. It has its picture, if there is one.
pub fn on_a_page(facts: &Facts, query: &Query, lang: Lang) -> Answer {
    if query.get(Key::View).is_some() {
        return answer_with(facts, query, lang, true);
    }
    let own = builtin(&query.command);
    let topic = parse::topic(facts, &query.command).filter(|_| own.is_none());
    let mut answer = match topic {
        Some(topic) => {
            let read = Request::read(facts, &query.clone().with_command(&topic.id), lang);
            let answered = read.map(|request| topic::both(request.pictured(true), topic));
            let answered = answered.unwrap_or_else(|not_understood| *not_understood);
            with_languages(facts, answered)
        }
        None if own.is_some_and(|own| own.takes.contains(&Key::View)) => {
            let full = query.clone().with(Key::View, View::Full.name());
            answer_with(facts, &full, lang, true)
        }
        None => return answer_with(facts, query, lang, true),
    };
    // The page is that of the query without a view.
    answer.query = answer.query.without(Key::View);
    answer.actions.retain(|action| match action.kind {
        ActionKind::More => false,
        ActionKind::View => action.query != answer.query,
        _ => true,
    });
    for action in &mut answer.actions {
        if action.kind == ActionKind::Language && topic.is_none() {
            action.query = std::mem::take(&mut action.query).without(Key::View);
        }
    }
    answer.at_page(query.page())
}

fn dispatch(
    facts: &Facts,
    query: &Query,
    lang: Lang,
    pictured: bool,
) -> Result<Answer, NotUnderstood> {
    let read = |query: &Query| {
        let request = Request::read(facts, query, lang);
        request.map(|request| request.pictured(pictured))
    };
    if let Some(own) = builtin(&query.command) {
        return (own.answer)(read(query)?);
    }
    match parse::topic(facts, &query.command) {
        Some(topic) => topic::answer(read(&query.clone().with_command(&topic.id))?, topic),
        None => {
            let renamed = |name: &str| query.clone().with_command(name);
            Err(unknown::command(facts, query, &query.command, &renamed, lang).into())
        }
    }
}
