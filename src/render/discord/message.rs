//! The part of a Discord message that the bot uses, as Discord's documentation spells it.
//!
//! Limits are kept where the values are made, not here.
//! <https://discord.com/developers/docs/resources/message>

use serde::Serialize;

/// A message, or the answer to an interaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Message {
    /// At most 10.
    pub embeds: Vec<Embed>,
    /// At most 5.
    pub components: Vec<ActionRow>,
    /// Whom it may notify: nobody.
    pub allowed_mentions: AllowedMentions,
    /// A sum of [`EPHEMERAL`] and others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flags: Option<u32>,
}

/// The flag of an answer that only the asker sees.
pub const EPHEMERAL: u32 = 1 << 6;

/// A card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Embed {
    /// At most 256 code points; shows some Markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// At most 4096 code points of Markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Red, green and blue, a byte each.
    pub color: u32,
    /// Small print below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footer: Option<Footer>,
}

/// Small print below a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Footer {
    /// At most 2048 code points; plain text.
    pub text: String,
}

/// Whom a message may notify.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AllowedMentions {
    /// Always empty, whatever a text holds.
    pub parse: [String; 0],
}

/// A row of at most five buttons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActionRow {
    #[serde(rename = "type")]
    kind: u8,
    /// From one to five.
    pub components: Vec<Button>,
}

impl ActionRow {
    /// A row of these buttons.
    pub fn of(components: Vec<Button>) -> Self {
        Self {
            kind: 1,
            components,
        }
    }
}

/// A button that asks another question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Button {
    #[serde(rename = "type")]
    kind: u8,
    style: u8,
    /// At most 80 code points; plain text.
    pub label: String,
    /// At most 100 code points; no other in the message is the same.
    pub custom_id: String,
    /// Whether it cannot be pressed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub disabled: bool,
}

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// What is shown already.
    Primary,
    /// Everything else.
    Secondary,
}

impl Button {
    /// A button that can be pressed.
    pub fn new(label: String, custom_id: String, look: Look) -> Self {
        Self {
            kind: 2,
            style: match look {
                Look::Primary => 1,
                Look::Secondary => 2,
            },
            label,
            custom_id,
            disabled: false,
        }
    }

    /// The same button, which can be pressed or not.
    #[must_use]
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }
}
