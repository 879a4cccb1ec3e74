//! The body of a reply as Discord takes it, and what the log may know of it.
//!
//! Messages are drawn by `render::discord`; here is only what is said around them. Shapes as in
//! <https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object>.

use serde::Serialize;
use serde_json::{Value, json};

use super::registration::Choice;
use crate::answer::Answer;
use crate::facts::Lang;
use crate::render::discord::message::{AllowedMentions, EPHEMERAL, Message};
use crate::render::{self, discord};

/// What is sent back, and what is logged of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// The interaction callback.
    pub callback: Value,
    /// What the log line says.
    pub about: About,
}

/// What may be known of an interaction afterwards: nothing of who, where or in which words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// What was done: `command`, `component`, `autocomplete`, `modal`, `ping` or `unknown`.
    pub kind: &'static str,
    /// Which command, if it is one of the bot's.
    pub command: Option<String>,
    /// In which language it was answered.
    pub lang: Lang,
    /// What came of it: `found`, `nothing`, `unknown`, `offered`, `pong` or `failed`.
    pub outcome: &'static str,
}

const PONG: u8 = 1;
const MESSAGE: u8 = 4;
const UPDATE: u8 = 7;
const CHOICES: u8 = 8;

impl Reply {
    /// Yes, the bot is there.
    pub(super) fn pong(lang: Lang) -> Self {
        Self {
            callback: json!({ "type": PONG }),
            about: About {
                kind: "ping",
                command: None,
                lang,
                outcome: "pong",
            },
        }
    }

    /// A message for everybody.
    pub(super) fn public(answer: &Answer, about: About) -> Self {
        Self::message(MESSAGE, &drawn(answer), about)
    }

    /// A message that only the person sees whom it answers.
    pub(super) fn private(answer: &Answer, about: About) -> Self {
        let message = Message {
            flags: Some(EPHEMERAL),
            ..drawn(answer)
        };
        Self::message(MESSAGE, &message, about)
    }

    /// The message in which a button was pressed, with something else in it. Who sees it stays as
    /// it is.
    pub(super) fn update(answer: &Answer, about: About) -> Self {
        Self::message(UPDATE, &drawn(answer), about)
    }

    /// A few words, when nothing else can be made any more.
    pub(super) fn words(kind: &'static str, words: &str, lang: Lang) -> Self {
        let message = Words {
            content: words,
            allowed_mentions: AllowedMentions::default(),
            flags: EPHEMERAL,
        };
        let about = About {
            kind,
            command: None,
            lang,
            outcome: "failed",
        };
        Self::message(MESSAGE, &message, about)
    }

    /// Values offered while somebody types.
    pub(super) fn choices(choices: Vec<Choice>, lang: Lang, command: Option<String>) -> Self {
        Self {
            callback: json!({ "type": CHOICES, "data": { "choices": choices } }),
            about: About {
                kind: "autocomplete",
                command,
                lang,
                outcome: "offered",
            },
        }
    }

    fn message(kind: u8, message: &impl Serialize, about: About) -> Self {
        Self {
            callback: json!({ "type": kind, "data": message }),
            about,
        }
    }
}

/// A message of words only.
#[derive(Serialize)]
struct Words<'a> {
    content: &'a str,
    allowed_mentions: AllowedMentions,
    flags: u32,
}

/// An answer as a message.
fn drawn(answer: &Answer) -> Message {
    discord::message(&render::page(answer))
}
