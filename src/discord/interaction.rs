//! Reading what Discord sends when somebody does something: only what the bot uses, all of it optional.
//!
//! It refuses nothing: what is missing or odd is left out, what is unknown is kept as unknown, and
//! `discord` decides what to answer. Field names as in
//! <https://discord.com/developers/docs/interactions/receiving-and-responding>.

mod words;
mod written;

use std::fmt;

use serde_json::Value;

use crate::query::Query;
use written::{Scalar, Written};

/// Something a person did that waits for an answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Interaction {
    /// Its snowflake; without it, it cannot be answered over the gateway.
    pub id: Option<u64>,
    /// The key to answering it.
    pub token: Token,
    /// The language of the person's client, such as `en-GB`.
    pub locale: Option<String>,
    /// The language of the server, where there is one.
    pub guild_locale: Option<String>,
    /// The application's id, by which its messages are changed.
    pub application: Option<u64>,
    /// In which channel.
    pub channel: Option<u64>,
    /// Who did it. Never logged, and kept only in the button that takes a shared answer away.
    pub person: Option<u64>,
    /// Whether that person may take away other people's messages here.
    pub moderates: bool,
    /// Whether Discord shows every answer here to the asker alone.
    pub hushed: bool,
    /// What was done.
    pub kind: Kind,
}

/// What a person did.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Kind {
    /// Discord itself asks whether anybody is there.
    Ping,
    /// A command was sent.
    Command(Command),
    /// A command was chosen from the menu of a message.
    Message(Chosen),
    /// A command was chosen from the menu of a person, of which the bot has none.
    Person,
    /// A button was pressed, or something was chosen from a menu.
    Component(Component),
    /// The value of an option is being typed.
    Autocomplete(Command),
    /// A modal was submitted.
    Modal,
    /// Something that did not exist when this was written.
    #[default]
    Unknown,
}

/// A command as it was sent, or as far as it has been typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Command {
    /// Its name; empty if it was missing.
    pub name: String,
    /// The options that were filled in.
    pub options: Vec<Given>,
}

/// A command chosen from the menu of a message. What the message says is for the reply alone.
#[derive(Clone, Default, PartialEq)]
pub struct Chosen {
    /// The command's name.
    pub name: String,
    /// Everything in the message that can be read, a line for each text.
    pub text: String,
}

impl fmt::Debug for Chosen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chosen(…)")
    }
}

/// An option that was filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given {
    /// Its name.
    pub name: String,
    /// Its value as text, whatever it was sent as; `None` if it had none, as subcommands have.
    pub value: Option<String>,
    /// Whether this is the one being typed.
    pub focused: bool,
}

/// A press on a button, or a choice from a menu.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Component {
    /// What the button or the chosen entry carries.
    pub carries: String,
    /// Whether the message it stands under is seen only by the person who pressed.
    pub private: bool,
    /// The message it stands under, by Discord's id.
    pub message: Option<u64>,
}

/// The key to answering one interaction, good for 15 minutes. It does not print.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// The key itself, for the address of the answer only.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

impl Interaction {
    /// A slash command as if somebody had sent it, so that other surfaces can show the reply to it.
    pub fn asking(query: &Query) -> Self {
        let given = |name: &str, value: &str| Given {
            name: name.to_owned(),
            value: Some(value.to_owned()),
            focused: false,
        };
        let options = query.options();
        Self {
            kind: Kind::Command(Command {
                name: query.command.clone(),
                options: options
                    .map(|(key, value)| given(key.name(), value))
                    .collect(),
            }),
            ..Self::default()
        }
    }

    /// Reads a payload; total over any JSON.
    pub fn read(payload: Value) -> Self {
        let written: Written = written::read(payload);
        let (person, moderates, hushed) = (written.person(), written.moderates(), written.hushed());
        let number = |scalar: Option<Scalar>| scalar.and_then(|scalar| scalar.number());
        let Written {
            id,
            application_id,
            token,
            locale,
            guild_locale,
            channel_id,
            kind,
            data,
            message,
            ..
        } = written;
        let kind = match (number(kind), data.command_kind()) {
            (Some(1), _) => Kind::Ping,
            (Some(2), 1) => Kind::Command(data.command()),
            (Some(2), 3) => Kind::Message(data.chosen()),
            (Some(2), _) => Kind::Person,
            (Some(3), _) => Kind::Component(data.component(&message)),
            (Some(4), _) => Kind::Autocomplete(data.command()),
            (Some(5), _) => Kind::Modal,
            _ => Kind::Unknown,
        };
        Self {
            id: number(id).filter(|id| *id > 0),
            token: Token(token.map(Scalar::text).unwrap_or_default()),
            locale: locale.map(Scalar::text),
            guild_locale: guild_locale.map(Scalar::text),
            application: number(application_id),
            channel: number(channel_id),
            person,
            moderates,
            hushed,
            kind,
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
