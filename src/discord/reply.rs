//! The body of a reply as Discord takes it, and what the log may know of it.
//!
//! Messages are drawn by `render::discord`; here is only what is said around them. Shapes as in
//! <https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object>.

use serde::Serialize;
use serde_json::{Value, json};

use super::registration::Choice;
use crate::answer::Answer;
use crate::facts::Lang;
use crate::render::card::Card;
use crate::render::discord::Audience;
use crate::render::discord::message::{
    ActionRow, AllowedMentions, Attachment, EPHEMERAL, Image, Message,
};
use crate::render::{self, discord};

/// What is sent back, and what is logged of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// The interaction callback.
    pub callback: Value,
    /// What the log line says.
    pub about: About,
    /// There for an answer that everybody sees: it is not to stand twice in a channel within a short time.
    pub once: Option<Once>,
    /// What is done when it has arrived; nothing is lost if that fails.
    pub then: Option<Then>,
    /// The picture that the callback names as its first file.
    pub picture: Option<Picture>,
}

/// A picture that is sent with a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What it is called when somebody saves it: `claim-nis-1500-to-vladivostok.png`.
    pub filename: String,
    /// What is on it.
    pub card: Card,
}

/// An answer that everybody in a channel sees.
#[derive(Clone, Debug, PartialEq)]
pub struct Once {
    /// The number of what it says.
    pub what: u64,
    /// The reply if the channel has just seen it.
    pub otherwise: Box<Reply>,
}

/// A change to a message after the reply.
#[derive(Clone, Debug, PartialEq)]
pub enum Then {
    /// The message in which a button was pressed gets this body.
    Edit {
        /// That message, by Discord's id.
        message: u64,
        /// What it is from then on.
        body: Value,
    },
    /// The message that was the reply is taken away.
    Delete {
        /// The number of what it said, which may stand in the channel again.
        what: Option<u64>,
    },
}

/// What may be known of an interaction afterwards: nothing of who, where or in which words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// What was done: `command`, `message`, `share`, `cite`, `remove`, `component`, `autocomplete`, `modal`,
    /// `ping` or `unknown`.
    pub kind: &'static str,
    /// Which command, if it is one of the bot's.
    pub command: Option<String>,
    /// In which language it was answered.
    pub lang: Lang,
    /// What came of it: `found`, `nothing`, `unknown`, `offered`, `done`, `refused`, `pong` or `failed`.
    pub outcome: &'static str,
}

const PONG: u8 = 1;
const MESSAGE: u8 = 4;
const UPDATE: u8 = 7;
const CHOICES: u8 = 8;

impl Reply {
    fn of(callback: Value, about: About) -> Self {
        Self {
            callback,
            about,
            once: None,
            then: None,
            picture: None,
        }
    }

    /// Yes, the bot is there.
    pub(super) fn pong(lang: Lang) -> Self {
        let about = About {
            kind: "ping",
            command: None,
            lang,
            outcome: "pong",
        };
        Self::of(json!({ "type": PONG }), about)
    }

    /// A message for everybody, which `by` may take away again, with a line above it if there is one;
    /// `otherwise` if the channel has just seen it.
    pub(super) fn public(
        shown: &Shown<'_>,
        by: Option<u64>,
        above: Option<String>,
        otherwise: Self,
        about: About,
    ) -> Self {
        let message = Message {
            content: above,
            ..drawn(shown, Audience::Channel { by })
        };
        let once = Once {
            what: render::page(shown.answer).said(),
            otherwise: Box::new(otherwise),
        };
        Self {
            once: Some(once),
            picture: shown.picture.clone(),
            ..Self::message(MESSAGE, &message, about)
        }
    }

    /// A message that only the person sees whom it answers.
    pub(super) fn private<'a>(shown: impl Into<Shown<'a>>, about: About) -> Self {
        let shown = shown.into();
        Self {
            picture: shown.picture.clone(),
            ..Self::message(MESSAGE, &whispered(&shown), about)
        }
    }

    /// The message in which a button was pressed, with something else in it, and without the files it
    /// had. Who sees it stays as it is.
    pub(super) fn update(shown: &Shown<'_>, about: About) -> Self {
        let mut message = drawn(shown, Audience::Asker);
        message.attachments.get_or_insert_default();
        Self {
            picture: shown.picture.clone(),
            ..Self::message(UPDATE, &message, about)
        }
    }

    /// A few words that only the person sees.
    pub(super) fn words(words: &str, about: About) -> Self {
        Self::message(MESSAGE, &Words::of(words), about)
    }

    /// Words and rows of components that only the person sees: a new message, or the one in which a
    /// button was pressed.
    pub(super) fn panel(words: &str, rows: &[ActionRow], replaces: bool, about: About) -> Self {
        let (kind, flags) = match replaces {
            true => (UPDATE, None),
            false => (MESSAGE, Some(EPHEMERAL)),
        };
        let panel = Panel {
            words: Words {
                flags,
                ..Words::of(words)
            },
            components: rows,
        };
        Self::message(kind, &panel, about)
    }

    /// Takes away the message in which a button was pressed: its body at once, the rest when that has
    /// arrived.
    pub(super) fn removed(words: &str, what: Option<u64>, about: About) -> Self {
        let body = json!({
            "content": words,
            "embeds": [],
            "components": [],
            "attachments": [],
            "allowed_mentions": AllowedMentions::default(),
        });
        Self {
            then: Some(Then::Delete { what }),
            ..Self::message(UPDATE, &body, about)
        }
    }

    /// The same reply, after which the message in which a button was pressed changes.
    #[must_use]
    pub(super) fn then_edit(mut self, message: Option<u64>, body: &Message) -> Self {
        self.then = message.map(|message| Then::Edit {
            message,
            body: serde_json::to_value(body).unwrap_or_default(),
        });
        self
    }

    /// Values offered while somebody types.
    pub(super) fn choices(choices: Vec<Choice>, lang: Lang, command: Option<String>) -> Self {
        let about = About {
            kind: "autocomplete",
            command,
            lang,
            outcome: "offered",
        };
        let data = json!({ "choices": choices });
        Self::of(json!({ "type": CHOICES, "data": data }), about)
    }

    fn message(kind: u8, message: &impl Serialize, about: About) -> Self {
        Self::of(json!({ "type": kind, "data": message }), about)
    }
}

/// A message of words only.
#[derive(Serialize)]
struct Words<'a> {
    content: &'a str,
    allowed_mentions: AllowedMentions,
    #[serde(skip_serializing_if = "Option::is_none")]
    flags: Option<u32>,
}

impl<'a> Words<'a> {
    fn of(content: &'a str) -> Self {
        Self {
            content,
            allowed_mentions: AllowedMentions::default(),
            flags: Some(EPHEMERAL),
        }
    }
}

/// A message of words and components.
#[derive(Serialize)]
struct Panel<'a> {
    #[serde(flatten)]
    words: Words<'a>,
    components: &'a [ActionRow],
}

/// An answer, where its page is, if there are public pages and it has one, and its picture, if one was
/// asked for.
pub(super) struct Shown<'a> {
    pub(super) answer: &'a Answer,
    pub(super) page: Option<String>,
    pub(super) picture: Option<Picture>,
}

impl<'a> From<&'a Answer> for Shown<'a> {
    fn from(answer: &'a Answer) -> Self {
        Self {
            answer,
            page: None,
            picture: None,
        }
    }
}

/// An answer as a message, its title leading to its page, its picture at its end.
pub(super) fn drawn(shown: &Shown<'_>, audience: Audience) -> Message {
    let mut message = discord::message(&render::page(shown.answer), audience);
    if let Some(first) = message.embeds.first_mut() {
        first.url.clone_from(&shown.page);
    }
    if let (Some(picture), Some(last)) = (&shown.picture, message.embeds.last_mut()) {
        let filename = picture.filename.clone();
        last.image = Some(Image {
            url: format!("attachment://{filename}"),
        });
        message.attachments = Some(vec![Attachment {
            id: 0,
            filename,
            description: picture.card.alt.clone(),
        }]);
    }
    message
}

/// An answer as a message for one person.
pub(super) fn whispered(shown: &Shown<'_>) -> Message {
    Message {
        flags: Some(EPHEMERAL),
        ..drawn(shown, Audience::Asker)
    }
}
