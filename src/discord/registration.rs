//! The commands as they are registered at Discord, and whether what is registered differs.
//!
//! It sends nothing. Shapes as in
//! <https://discord.com/developers/docs/interactions/application-commands#application-command-object>.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::limits::{self, clip};
use crate::commands::{self, Offer, Takes};
use crate::facts::{Facts, Lang, Text};
use crate::query::Key;

/// A command. Its default language is English; the names of slash commands are the same in every language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Command {
    /// CHAT_INPUT, or MESSAGE for one in the menu of a message, which has no description and no options.
    #[serde(rename = "type")]
    pub kind: u8,
    /// Without the slash.
    pub name: String,
    /// The same in other languages.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub name_localizations: Localizations,
    /// At most 100 code points.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// The same in other languages.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub description_localizations: Localizations,
    /// What can be filled in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<CommandOption>,
    /// Where it can be installed: on a server, by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub integration_types: Option<[u8; 2]>,
    /// Where it can be used: on a server, with the bot, in other private channels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contexts: Option<[u8; 3]>,
}

/// An option of a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommandOption {
    /// STRING or BOOLEAN.
    #[serde(rename = "type")]
    pub kind: u8,
    /// The same in every language.
    pub name: String,
    /// At most 100 code points.
    pub description: String,
    /// The same in other languages.
    pub description_localizations: Localizations,
    /// Whether the command cannot be sent without it; those come first.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// The only values it takes, if there are such.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// Whether values are offered while somebody types.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub autocomplete: bool,
    /// Most code points it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<usize>,
}

/// A value that is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// What is shown, at most 100 code points.
    pub name: String,
    /// The same in other languages.
    pub name_localizations: Localizations,
    /// What is sent, at most 100 code points.
    pub value: String,
}

/// A text by Discord's locale.
pub type Localizations = BTreeMap<&'static str, String>;

const CHAT_INPUT: u8 = 1;
const MESSAGE: u8 = 3;
const STRING: u8 = 3;
const BOOLEAN: u8 = 5;

/// Where commands are registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere the bot is installed.
    Global,
    /// On one server only, which Discord updates at once.
    Guild(u64),
}

/// Every command, in the order in which they are shown.
pub fn commands(facts: &Facts, scope: Scope) -> Vec<Command> {
    // Discord takes the two lists of places for global commands only.
    let everywhere = scope == Scope::Global;
    let listed = commands::list(facts).into_iter().take(limits::COMMANDS);
    listed
        .map(|command| Command {
            integration_types: everywhere.then_some([0, 1]),
            contexts: everywhere.then_some([0, 1, 2]),
            ..own(command)
        })
        .collect()
}

/// A command without the places where it can be used.
fn own(command: commands::Command) -> Command {
    match command.on_messages {
        Some(name) => Command {
            kind: MESSAGE,
            name: clip(name.get(Lang::En), limits::NAME),
            name_localizations: others(&name, limits::NAME),
            description: String::new(),
            description_localizations: Localizations::new(),
            options: Vec::new(),
            integration_types: None,
            contexts: None,
        },
        None => Command {
            kind: CHAT_INPUT,
            name: command.name,
            name_localizations: Localizations::new(),
            description: clip(command.description.get(Lang::En), limits::DESCRIPTION),
            description_localizations: others(&command.description, limits::DESCRIPTION),
            options: command.options.into_iter().map(option).collect(),
            integration_types: None,
            contexts: None,
        },
    }
}

/// Whether the command of this name is used on messages.
pub(super) fn is_of_messages(facts: &Facts, name: &str) -> bool {
    let mut listed = commands::list(facts).into_iter();
    listed.any(|command| {
        command
            .on_messages
            .is_some_and(|label| label.get(Lang::En) == name)
    })
}

fn option(option: commands::Opt) -> CommandOption {
    let (kind, choices, typed) = match option.takes {
        Takes::OneOf(offers) => (STRING, offers, false),
        Takes::Words => (STRING, Vec::new(), true),
        Takes::Flag => (BOOLEAN, Vec::new(), false),
    };
    CommandOption {
        kind,
        name: option.key.name().to_owned(),
        description: clip(option.description.get(Lang::En), limits::DESCRIPTION),
        description_localizations: others(&option.description, limits::DESCRIPTION),
        required: option.required,
        choices: choices_of(choices, Lang::En),
        autocomplete: typed,
        max_length: typed.then_some(match option.key {
            Key::Query => limits::WORDS,
            _ => limits::CHOICE_VALUE,
        }),
    }
}

/// Offers as choices, called by their name in `lang` where Discord knows no better; at most 25, and
/// none that Discord would refuse.
pub(super) fn choices_of(offers: Vec<Offer>, lang: Lang) -> Vec<Choice> {
    let choice = |offer: Offer| Choice {
        name: clip(offer.label.get(lang), limits::CHOICE_NAME),
        name_localizations: others(&offer.label, limits::CHOICE_NAME),
        value: offer.value,
    };
    let taken = |choice: &Choice| {
        let length = choice.value.chars().count();
        !choice.name.is_empty() && (1..=limits::CHOICE_VALUE).contains(&length)
    };
    let choices = offers.into_iter().map(choice).filter(taken);
    choices.take(limits::CHOICES).collect()
}

/// A text in every language but the default one. Their codes are also Discord's locales.
fn others(text: &Text, most: usize) -> Localizations {
    let others = Lang::ALL.into_iter().filter(|lang| *lang != Lang::En);
    let localized = others.map(|lang| (lang.code(), clip(text.get(lang), most)));
    localized.filter(|(_, text)| !text.is_empty()).collect()
}

/// Whether what Discord has registered (asked for with its localizations) is something else.
///
/// What Discord adds by itself and what it leaves out because it is the default do not count; nor
/// does the order of the commands.
pub fn differs(ours: &[Command], registered: &Value) -> bool {
    let ours = serde_json::to_value(ours).unwrap_or_default();
    let (Some(ours), Some(theirs)) = (sorted(&ours), sorted(registered)) else {
        return true;
    };
    ours.len() != theirs.len() || ours.iter().zip(theirs).any(|pair| !same(pair.0, pair.1))
}

fn sorted(list: &Value) -> Option<Vec<&Value>> {
    let mut list: Vec<&Value> = list.as_array()?.iter().collect();
    list.sort_by_key(|command| command["name"].to_string());
    Some(list)
}

/// Fields that Discord keeps as a list in which the order means something.
const LISTS: [&str; 2] = ["options", "choices"];

/// Fields that Discord fills in by itself when they are left out.
const FILLED: [&str; 2] = ["integration_types", "contexts"];

/// Fields that Discord adds; `type` of a command is always there.
const ADDED: [&str; 7] = [
    "id",
    "application_id",
    "guild_id",
    "version",
    "default_permission",
    "dm_permission",
    "handler",
];

/// Whether two commands, options or choices say the same.
fn same(ours: &Value, theirs: &Value) -> bool {
    let (Value::Object(ours), Value::Object(theirs)) = (ours, theirs) else {
        return ours == theirs;
    };
    let names = ours.keys().chain(theirs.keys());
    names.into_iter().all(|name| {
        let field = |fields: &Map<String, Value>| fields.get(name).cloned().unwrap_or_default();
        let (ours, theirs) = (field(ours), field(theirs));
        if ADDED.contains(&name.as_str()) {
            true
        } else if FILLED.contains(&name.as_str()) {
            ours.is_null() || members(&ours) == members(&theirs)
        } else if LISTS.contains(&name.as_str()) {
            let (ours, theirs) = (members_in_order(&ours), members_in_order(&theirs));
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|pair| same(pair.0, pair.1))
        } else {
            says_nothing(&ours) && says_nothing(&theirs) || ours == theirs
        }
    })
}

fn members_in_order(list: &Value) -> &[Value] {
    list.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn members(list: &Value) -> Vec<String> {
    let mut members: Vec<String> = members_in_order(list)
        .iter()
        .map(Value::to_string)
        .collect();
    members.sort();
    members
}

/// Whether a field might as well have been left out.
fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(list) => list.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::String(text) => text.is_empty(),
        Value::Bool(true) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests;
