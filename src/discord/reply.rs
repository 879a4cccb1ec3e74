//! The body of a reply as Discord takes it, and what the log may hold of it.
//!
//! `render::discord` draws the messages; this file adds what surrounds them. Shapes as in
//! <https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object>.

use serde::Serialize;
use serde_json::{Value, json};

use super::picture::Picture;
use super::registration::ChoicePayload;
use crate::answer::Answer;
use crate::facts::Lang;
use crate::render::discord::message::{
    ActionRow, AllowedMentions, Attachment, EPHEMERAL, Image, Message, SUPPRESS_NOTIFICATIONS,
};
use crate::render::discord::{Audience, CommandIds, Context};
use crate::render::{self, discord};

/// What is sent back, and what is logged of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// The interaction callback, as JSON.
    pub body: String,
    /// What the log line holds.
    pub log: LogFields,
    /// Set for a public answer, which must not appear twice in a channel within a short time: a hash of its content.
    pub share_key: Option<u64>,
    /// The call to Discord after the reply has arrived. Nothing is lost if it fails.
    pub follow_up: Option<FollowUp>,
    /// The picture that the callback names as its first file.
    pub picture: Option<Picture>,
}

/// A change to a message after the reply.
#[derive(Clone, Debug, PartialEq)]
pub enum FollowUp {
    /// Edits the message whose button was pressed.
    Edit {
        /// The message's id.
        message: u64,
        /// Its new body.
        body: Value,
    },
    /// Deletes the message that was the reply.
    Delete {
        /// Its [`Reply::share_key`], so that the channel may see the answer again.
        key: Option<u64>,
    },
}

/// What the log may hold of an interaction: no user, place or typed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogFields {
    /// What was done: `command`, `message`, `share`, `cite`, `remove`, `component`, `autocomplete`, `modal`,
    /// `ping` or `unknown`.
    pub kind: &'static str,
    /// The command's name, if it is one of the bot's.
    pub command: Option<String>,
    /// The language of the reply.
    pub lang: Lang,
    /// The result: `found`, `nothing`, `unknown`, `offered`, `done`, `refused`, `pong`, `failed`;
    /// `lately` where the channel had just seen the answer, `busy` where it had just seen many, and `slow-down` where
    /// somebody asked too much at once.
    pub outcome: &'static str,
}

impl LogFields {
    /// The fields for a reply that is not an answer of a command.
    pub(super) fn new(kind: &'static str, outcome: &'static str, lang: Lang) -> Self {
        Self {
            kind,
            command: None,
            lang,
            outcome,
        }
    }
}

// Types of interaction callbacks.
const PONG: u8 = 1;
const CHANNEL_MESSAGE: u8 = 4;
const UPDATE_MESSAGE: u8 = 7;
const AUTOCOMPLETE_RESULT: u8 = 8;

/// An interaction callback.
#[derive(Serialize)]
struct Callback<'a, T> {
    #[serde(rename = "type")]
    kind: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<&'a T>,
}

/// What is offered while an option is being typed.
#[derive(Serialize)]
struct Choices {
    choices: Vec<ChoicePayload>,
}

impl Reply {
    /// The interaction callback.
    pub fn callback(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }

    /// The same without its picture.
    #[must_use]
    pub fn without_picture(&self) -> Self {
        let mut callback = self.callback();
        let message = &mut callback["data"];
        message["attachments"] = Value::Array(Vec::new());
        for embed in message["embeds"].as_array_mut().into_iter().flatten() {
            embed.as_object_mut().map(|embed| embed.remove("image"));
        }
        Self {
            body: callback.to_string(),
            picture: None,
            ..self.clone()
        }
    }

    fn new<T: Serialize>(kind: u8, data: Option<&T>, log: LogFields) -> Self {
        let callback = Callback { kind, data };
        Self {
            // It has no map whose keys are not texts.
            body: serde_json::to_string(&callback).unwrap_or_default(),
            log,
            share_key: None,
            follow_up: None,
            picture: None,
        }
    }

    fn message(kind: u8, message: &impl Serialize, log: LogFields) -> Self {
        Self::new(kind, Some(message), log)
    }

    /// The answer to Discord's ping.
    pub(super) fn pong(lang: Lang) -> Self {
        Self::new(PONG, None::<&()>, LogFields::new("ping", "pong", lang))
    }

    /// A public message, which the user `by` may remove and which notifies nobody, with the line `credit` at the end
    /// of its content.
    pub(super) fn public(
        presented: &Presented<'_>,
        by: Option<u64>,
        credit: Option<&str>,
        log: LogFields,
    ) -> Self {
        let mut message = presented.message(Audience::Channel { by });
        if let (Some(content), Some(credit)) = (&mut message.content, credit) {
            content.push_str(&format!("\n-# {credit}"));
        }
        message.flags = Some(SUPPRESS_NOTIFICATIONS);
        Self {
            share_key: Some(render::page(presented.answer).content_hash()),
            picture: presented.picture.clone(),
            ..Self::message(CHANNEL_MESSAGE, &message, log)
        }
    }

    /// A message that only the user sees.
    pub(super) fn ephemeral<'a>(presented: impl Into<Presented<'a>>, log: LogFields) -> Self {
        let presented = presented.into();
        let message = Message {
            flags: Some(EPHEMERAL),
            ..presented.message(Audience::Asker)
        };
        Self {
            picture: presented.picture,
            ..Self::message(CHANNEL_MESSAGE, &message, log)
        }
    }

    /// A new body, without the old files, for the message whose button was pressed. Who sees it does not change.
    pub(super) fn update(presented: Presented<'_>, log: LogFields) -> Self {
        let mut message = presented.message(Audience::Asker);
        message.attachments.get_or_insert_default();
        Self {
            picture: presented.picture,
            ..Self::message(UPDATE_MESSAGE, &message, log)
        }
    }

    /// An ephemeral message of text only.
    pub(super) fn text(text: &str, log: LogFields) -> Self {
        let message = json!({
            "content": text,
            "allowed_mentions": AllowedMentions::default(),
            "flags": EPHEMERAL,
        });
        Self::message(CHANNEL_MESSAGE, &message, log)
    }

    /// Text and components that only the user sees: a new message, or a new body for the one whose button was pressed.
    pub(super) fn panel(text: &str, rows: &[ActionRow], replaces: bool, log: LogFields) -> Self {
        let mut message = json!({
            "content": text,
            "allowed_mentions": AllowedMentions::default(),
            "components": rows,
        });
        if replaces {
            return Self::message(UPDATE_MESSAGE, &message, log);
        }
        message["flags"] = EPHEMERAL.into();
        Self::message(CHANNEL_MESSAGE, &message, log)
    }

    /// Deletes the message whose button was pressed: empties it at once, and deletes it in the follow-up.
    pub(super) fn delete(text: &str, key: Option<u64>, log: LogFields) -> Self {
        let body = json!({
            "content": text,
            "embeds": [],
            "components": [],
            "attachments": [],
            "allowed_mentions": AllowedMentions::default(),
        });
        Self {
            follow_up: Some(FollowUp::Delete { key }),
            ..Self::message(UPDATE_MESSAGE, &body, log)
        }
    }

    /// The same reply, with an edit of the message whose button was pressed as its follow-up.
    #[must_use]
    pub(super) fn then_edit(mut self, message: u64, body: &Message) -> Self {
        let body = json!(body);
        self.follow_up = Some(FollowUp::Edit { message, body });
        self
    }

    /// Choices offered while an option is being typed.
    pub(super) fn choices(
        choices: Vec<ChoicePayload>,
        lang: Lang,
        command: Option<String>,
    ) -> Self {
        let log = LogFields {
            command,
            ..LogFields::new("autocomplete", "offered", lang)
        };
        Self::message(AUTOCOMPLETE_RESULT, &Choices { choices }, log)
    }
}

/// An answer with what the deployment and the question add to it.
pub(super) struct Presented<'a> {
    pub(super) answer: &'a Answer,
    /// The address of its public page, if it has one.
    pub(super) page: Option<String>,
    /// Its picture, if one was asked for.
    pub(super) picture: Option<Picture>,
    /// The ids of the commands, as far as they are known.
    pub(super) command_ids: Option<&'a CommandIds>,
}

impl<'a> From<&'a Answer> for Presented<'a> {
    fn from(answer: &'a Answer) -> Self {
        Self {
            answer,
            page: None,
            picture: None,
            command_ids: None,
        }
    }
}

impl Presented<'_> {
    /// The answer as a message with its picture: in the last embed, or below the text if there is no embed.
    pub(super) fn message(&self, audience: Audience) -> Message {
        let context = Context {
            audience,
            address: self.page.as_deref(),
            command_ids: self.command_ids,
        };
        let mut message = discord::message(&render::page(self.answer), context);
        if let Some(picture) = &self.picture {
            let filename = picture.filename.clone();
            if let Some(last) = message.embeds.last_mut() {
                last.image = Some(Image {
                    url: format!("attachment://{filename}"),
                });
            }
            message.attachments = Some(vec![Attachment {
                id: 0,
                filename,
                description: picture.card.alt.clone(),
            }]);
        }
        message
    }
}
