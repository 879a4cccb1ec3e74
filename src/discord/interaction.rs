//! Reading what Discord sends when somebody does something: only what the bot uses, all of it optional.
//!
//! It refuses nothing: what is missing or odd is left out, what is unknown is kept as unknown, and
//! `discord` decides what to answer. Field names as in
//! <https://discord.com/developers/docs/interactions/receiving-and-responding>.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::query::{Key, Query};

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
    /// Whether it is a slash command, not one from the menu of a person or message.
    pub slash: bool,
    /// The options that were filled in.
    pub options: Vec<Given>,
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
        let given = |key: Key| {
            query.get(key).map(|value| Given {
                name: key.name().to_owned(),
                value: Some(value.to_owned()),
                focused: false,
            })
        };
        Self {
            kind: Kind::Command(Command {
                name: query.command.clone(),
                slash: true,
                options: Key::ALL.into_iter().filter_map(given).collect(),
            }),
            ..Self::default()
        }
    }

    /// Reads a payload; total over any JSON.
    pub fn read(payload: Value) -> Self {
        let Written {
            id,
            token,
            locale,
            guild_locale,
            kind,
            data,
            message,
        } = Lenient(payload).or_default();
        let kind = match kind.and_then(Scalar::number) {
            Some(1) => Kind::Ping,
            Some(2) => Kind::Command(data.command()),
            Some(3) => Kind::Component(data.component(message.flags)),
            Some(4) => Kind::Autocomplete(data.command()),
            Some(5) => Kind::Modal,
            _ => Kind::Unknown,
        };
        Self {
            id: id.and_then(Scalar::number).filter(|id| *id > 0),
            token: Token(token.map(Scalar::text).unwrap_or_default()),
            locale: locale.map(Scalar::text),
            guild_locale: guild_locale.map(Scalar::text),
            kind,
        }
    }
}

/// EPHEMERAL, bit 6 of a message's flags (<https://discord.com/developers/docs/resources/message>).
const EPHEMERAL: u64 = 1 << 6;

/// A type of option that has options of its own instead of a value.
const NESTED: [u64; 2] = [1, 2];

#[derive(Default, Deserialize)]
#[serde(default)]
struct Written {
    #[serde(deserialize_with = "lenient")]
    id: Option<Scalar>,
    #[serde(deserialize_with = "lenient")]
    token: Option<Scalar>,
    #[serde(deserialize_with = "lenient")]
    locale: Option<Scalar>,
    #[serde(deserialize_with = "lenient")]
    guild_locale: Option<Scalar>,
    #[serde(rename = "type", deserialize_with = "lenient")]
    kind: Option<Scalar>,
    #[serde(deserialize_with = "lenient")]
    data: WrittenData,
    #[serde(deserialize_with = "lenient")]
    message: WrittenMessage,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WrittenMessage {
    #[serde(deserialize_with = "lenient")]
    flags: Option<Scalar>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WrittenData {
    #[serde(deserialize_with = "lenient")]
    name: Option<Scalar>,
    #[serde(rename = "type", deserialize_with = "lenient")]
    kind: Option<Scalar>,
    #[serde(deserialize_with = "each")]
    options: Vec<WrittenOption>,
    #[serde(deserialize_with = "lenient")]
    custom_id: Option<Scalar>,
    #[serde(deserialize_with = "each")]
    values: Vec<Option<Scalar>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WrittenOption {
    #[serde(deserialize_with = "lenient")]
    name: Option<Scalar>,
    #[serde(rename = "type", deserialize_with = "lenient")]
    kind: Option<Scalar>,
    #[serde(deserialize_with = "lenient")]
    value: Option<Scalar>,
    #[serde(deserialize_with = "lenient")]
    focused: bool,
}

impl WrittenData {
    fn command(self) -> Command {
        let given = |option: WrittenOption| Given {
            name: option.name.map(Scalar::text).unwrap_or_default(),
            value: option.value.map(Scalar::text).filter(|_| {
                let kind = option.kind.and_then(Scalar::number);
                kind.is_none_or(|kind| !NESTED.contains(&kind))
            }),
            focused: option.focused,
        };
        Command {
            name: self.name.map(Scalar::text).unwrap_or_default(),
            slash: self.kind.is_none_or(|kind| kind.number() == Some(1)),
            options: self.options.into_iter().map(given).collect(),
        }
    }

    /// The first chosen entry of a menu counts before the menu's own id.
    fn component(self, flags: Option<Scalar>) -> Component {
        let chosen = self.values.into_iter().flatten().next();
        let flags = flags.and_then(Scalar::number).unwrap_or_default();
        Component {
            carries: chosen
                .or(self.custom_id)
                .map(Scalar::text)
                .unwrap_or_default(),
            private: flags & EPHEMERAL != 0,
        }
    }
}

/// A string, number or truth value; ids come as strings, and sometimes as numbers.
#[derive(Deserialize)]
#[serde(untagged)]
enum Scalar {
    Truth(bool),
    Number(serde_json::Number),
    Text(String),
}

impl Scalar {
    fn text(self) -> String {
        match self {
            Self::Truth(truth) => truth.to_string(),
            // An INTEGER may come as 2010.0.
            Self::Number(number) => {
                let text = number.to_string();
                text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
            }
            Self::Text(text) => text,
        }
    }

    fn number(self) -> Option<u64> {
        self.text().parse().ok()
    }
}

/// Any JSON, read as `T` if it can be.
struct Lenient(Value);

impl Lenient {
    fn or_default<T: DeserializeOwned + Default>(self) -> T {
        match self.0 {
            // serde would take a list for a record and go by the order of the fields.
            Value::Array(_) => T::default(),
            other => serde_json::from_value(other).unwrap_or_default(),
        }
    }
}

fn lenient<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    Ok(Lenient(Value::deserialize(deserializer)?).or_default())
}

/// A list, each of whose entries is read by itself, so that an odd one spoils no other.
fn each<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    let Value::Array(entries) = Value::deserialize(deserializer)? else {
        return Ok(Vec::new());
    };
    let entries = entries.into_iter();
    Ok(entries.map(|entry| Lenient(entry).or_default()).collect())
}

#[cfg(test)]
pub(crate) mod tests;
