//! The body of a reply as Discord takes it, and what the log may know of it.
//!
//! Messages are drawn by `render::discord`; here is only what is said around them. Shapes as in
//! <https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object>.

use serde_json::{Map, Value, json};

use super::registration::Choice;
use crate::answer::Answer;
use crate::facts::Lang;
use crate::render;

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
    /// What was done: `command`, `press`, `typing`, `form`, `ping` or `unknown`.
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

/// Seen only by the person it answers (<https://discord.com/developers/docs/resources/message>).
const EPHEMERAL: u64 = 1 << 6;

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
        Self::message(MESSAGE, drawn(answer), about)
    }

    /// A message that only the person sees whom it answers.
    pub(super) fn private(answer: &Answer, about: About) -> Self {
        let mut message = drawn(answer);
        message.insert("flags".to_owned(), json!(EPHEMERAL));
        Self::message(MESSAGE, message, about)
    }

    /// The message in which a button was pressed, with something else in it.
    pub(super) fn update(answer: &Answer, about: About) -> Self {
        let mut message = drawn(answer);
        // What is left out of an update stays as it was.
        for all in ["embeds", "components"] {
            message.entry(all).or_insert_with(|| json!([]));
        }
        Self::message(UPDATE, message, about)
    }

    /// A few words, when nothing else can be made any more.
    pub(super) fn words(kind: &'static str, words: &str, lang: Lang) -> Self {
        let mut message = Map::new();
        message.insert("content".to_owned(), json!(words));
        message.insert("flags".to_owned(), json!(EPHEMERAL));
        let about = About {
            kind,
            command: None,
            lang,
            outcome: "failed",
        };
        Self::message(MESSAGE, message, about)
    }

    /// Values offered while somebody types.
    pub(super) fn choices(choices: Vec<Choice>, lang: Lang, command: Option<String>) -> Self {
        Self {
            callback: json!({ "type": CHOICES, "data": { "choices": choices } }),
            about: About {
                kind: "typing",
                command,
                lang,
                outcome: "offered",
            },
        }
    }

    fn message(kind: u8, mut message: Map<String, Value>, about: About) -> Self {
        // Nobody is ever pinged, whatever a text holds.
        message.insert("allowed_mentions".to_owned(), json!({ "parse": [] }));
        Self {
            callback: json!({ "type": kind, "data": message }),
            about,
        }
    }
}

/// An answer as a message.
fn drawn(answer: &Answer) -> Map<String, Value> {
    match serde_json::to_value(draw(&render::page(answer))) {
        Ok(Value::Object(message)) => message,
        _ => Map::new(),
    }
}

// STAND-IN for render::discord::message until it is merged.
fn draw(page: &render::Page<'_>) -> Value {
    use crate::query::{Action, Verb};
    let text: Vec<&str> = page.frame.notices.iter().map(String::as_str).collect();
    let button = |way: &crate::answer::Way| {
        let action = Action {
            verb: Verb::Open,
            query: way.query.clone(),
        };
        json!({"type": 2, "style": 2, "label": way.label, "custom_id": action.to_string()})
    };
    let buttons: Vec<Value> = page.answer.ways.iter().map(button).collect();
    let rows: Vec<Value> = buttons
        .chunks(5)
        .take(5)
        .map(|row| json!({"type": 1, "components": row}))
        .collect();
    json!({"embeds": [{"title": page.frame.title, "description": text.join("\n")}], "components": rows})
}
