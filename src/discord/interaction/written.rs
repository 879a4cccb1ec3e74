//! The payload of an interaction as Discord writes it: every field optional, every odd one left out.
//!
//! Field names as in <https://discord.com/developers/docs/interactions/receiving-and-responding>.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::{Chosen, Command, Component, Given};

/// EPHEMERAL, bit 6 of a message's flags (<https://discord.com/developers/docs/resources/message>).
const EPHEMERAL: u64 = 1 << 6;

/// MANAGE_MESSAGES and USE_EXTERNAL_APPS (<https://discord.com/developers/docs/topics/permissions>).
const MANAGE_MESSAGES: u64 = 1 << 13;
const USE_EXTERNAL_APPS: u64 = 1 << 50;

/// The context of a server (<https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-context-types>).
const IN_GUILD: u64 = 0;

/// A type of option that has options of its own instead of a value.
const NESTED: [u64; 2] = [1, 2];

/// The whole payload.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Written {
    #[serde(deserialize_with = "lenient")]
    pub(super) id: Option<Scalar>,
    #[serde(deserialize_with = "lenient")]
    pub(super) application_id: Option<Scalar>,
    #[serde(deserialize_with = "lenient")]
    pub(super) token: Option<Scalar>,
    #[serde(deserialize_with = "lenient")]
    pub(super) locale: Option<Scalar>,
    #[serde(deserialize_with = "lenient")]
    pub(super) guild_locale: Option<Scalar>,
    #[serde(deserialize_with = "lenient")]
    pub(super) channel_id: Option<Scalar>,
    #[serde(rename = "type", deserialize_with = "lenient")]
    pub(super) kind: Option<Scalar>,
    #[serde(deserialize_with = "lenient")]
    pub(super) data: WrittenData,
    #[serde(deserialize_with = "lenient")]
    pub(super) message: WrittenMessage,
    #[serde(deserialize_with = "lenient")]
    guild_id: Option<Scalar>,
    #[serde(deserialize_with = "lenient")]
    context: Option<Scalar>,
    #[serde(deserialize_with = "lenient")]
    member: WrittenMember,
    #[serde(deserialize_with = "lenient")]
    user: WrittenUser,
    #[serde(deserialize_with = "lenient")]
    authorizing_integration_owners: Map<String, Value>,
}

impl Written {
    /// Who did it, by Discord's id.
    pub(super) fn person(&self) -> Option<u64> {
        let users = [&self.member.user, &self.user];
        users
            .into_iter()
            .find_map(|user| user.id.as_ref()?.number())
    }

    /// Whether that person may take away other people's messages here.
    pub(super) fn moderates(&self) -> bool {
        self.may(MANAGE_MESSAGES) == Some(true)
    }

    /// Whether Discord shows every answer here to the asker alone: on a server on which only a person
    /// has installed the bot, and where people may not use such apps in public
    /// (<https://discord.com/developers/docs/topics/permissions>, USE_EXTERNAL_APPS).
    pub(super) fn hushed(&self) -> bool {
        let owners = &self.authorizing_integration_owners;
        let personal = owners.contains_key("1") && !owners.contains_key("0");
        let context = self.context.as_ref().and_then(Scalar::number);
        let server = context.map_or(self.guild_id.is_some(), |context| context == IN_GUILD);
        personal && server && self.may(USE_EXTERNAL_APPS) != Some(true)
    }

    /// Whether the person has a permission in this channel, if that is told.
    fn may(&self, permission: u64) -> Option<bool> {
        let given = self.member.permissions.as_ref()?.number()?;
        Some(given & permission != 0)
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WrittenMember {
    #[serde(deserialize_with = "lenient")]
    user: WrittenUser,
    #[serde(deserialize_with = "lenient")]
    permissions: Option<Scalar>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WrittenUser {
    #[serde(deserialize_with = "lenient")]
    id: Option<Scalar>,
}

/// The message under which a button stands.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct WrittenMessage {
    #[serde(deserialize_with = "lenient")]
    id: Option<Scalar>,
    #[serde(deserialize_with = "lenient")]
    flags: Option<Scalar>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct WrittenData {
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
    #[serde(deserialize_with = "lenient")]
    target_id: Option<Scalar>,
    #[serde(deserialize_with = "lenient")]
    resolved: WrittenResolved,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WrittenResolved {
    #[serde(deserialize_with = "lenient")]
    messages: Map<String, Value>,
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
    /// The kind of command: 1 from typing, 2 from a person's menu, 3 from a message's
    /// (<https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-types>).
    pub(super) fn command_kind(&self) -> u64 {
        self.kind.as_ref().and_then(Scalar::number).unwrap_or(1)
    }

    /// The message on which a message command was used; the only one there is if it is not named.
    pub(super) fn chosen(mut self) -> Chosen {
        let target = self.target_id.map(Scalar::text).unwrap_or_default();
        let messages = &mut self.resolved.messages;
        let message = messages.remove(&target).or_else(|| {
            let first = messages.keys().next().cloned()?;
            messages.remove(&first)
        });
        Chosen {
            name: self.name.map(Scalar::text).unwrap_or_default(),
            text: super::words::of(&message.unwrap_or_default()),
        }
    }

    pub(super) fn command(self) -> Command {
        let given = |option: WrittenOption| Given {
            name: option.name.map(Scalar::text).unwrap_or_default(),
            value: option.value.map(Scalar::text).filter(|_| {
                let kind = option.kind.and_then(|kind| kind.number());
                kind.is_none_or(|kind| !NESTED.contains(&kind))
            }),
            focused: option.focused,
        };
        Command {
            name: self.name.map(Scalar::text).unwrap_or_default(),
            options: self.options.into_iter().map(given).collect(),
        }
    }

    /// The first chosen entry of a menu counts before the menu's own id.
    pub(super) fn component(self, message: &WrittenMessage) -> Component {
        let chosen = self.values.into_iter().flatten().next();
        let flags = message.flags.as_ref().and_then(Scalar::number);
        Component {
            carries: chosen
                .or(self.custom_id)
                .map(Scalar::text)
                .unwrap_or_default(),
            private: flags.unwrap_or_default() & EPHEMERAL != 0,
            message: message.id.as_ref().and_then(Scalar::number),
        }
    }
}

/// A string, number or truth value; ids come as strings, and sometimes as numbers.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Scalar {
    Truth(bool),
    Number(serde_json::Number),
    Text(String),
}

impl Scalar {
    pub(super) fn text(self) -> String {
        match self {
            Self::Text(text) => text,
            other => other.written(),
        }
    }

    pub(super) fn number(&self) -> Option<u64> {
        self.written().parse().ok()
    }

    fn written(&self) -> String {
        match self {
            Self::Truth(truth) => truth.to_string(),
            // An INTEGER may come as 2010.0.
            Self::Number(number) => {
                let text = number.to_string();
                text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
            }
            Self::Text(text) => text.clone(),
        }
    }
}

/// Any JSON, read as `T` if it can be.
pub(super) fn read<T: DeserializeOwned + Default>(json: Value) -> T {
    match json {
        // serde would take a list for a record and go by the order of the fields.
        Value::Array(_) => T::default(),
        other => serde_json::from_value(other).unwrap_or_default(),
    }
}

fn lenient<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    Ok(read(Value::deserialize(deserializer)?))
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
    Ok(entries.into_iter().map(read).collect())
}
