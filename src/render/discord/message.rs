//! The part of a Discord message that the bot uses, as Discord's documentation spells it.
//!
//! Limits are kept where the values are made, not here.
//! <https://discord.com/developers/docs/resources/message>

use serde::Serialize;

/// A message, or the answer to an interaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Message {
    /// At most 2000 code points of Markdown above the cards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// At most 10.
    pub embeds: Vec<Embed>,
    /// At most 5.
    pub components: Vec<ActionRow>,
    /// Whom it may notify: nobody.
    pub allowed_mentions: AllowedMentions,
    /// The files that it has from then on, at most 10; what is not said leaves them as they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attachments: Option<Vec<Attachment>>,
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
    /// Where its title leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// At most 4096 code points of Markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Red, green and blue, a byte each.
    pub color: u32,
    /// A picture below its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// Small print below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footer: Option<Footer>,
}

/// A picture in a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Image {
    /// `attachment://` and the name of one of the message's files.
    pub url: String,
}

/// A file that is sent with a message
/// (<https://discord.com/developers/docs/reference#uploading-files>).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attachment {
    /// The number of the part that holds it, from 0.
    pub id: u64,
    /// Small letters, digits, hyphens and an ending.
    pub filename: String,
    /// The same in words, for those who cannot see it; at most 1024 code points.
    pub description: String,
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

/// A row of at most five buttons, or of one menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActionRow {
    #[serde(rename = "type")]
    kind: u8,
    /// From one to five.
    pub components: Vec<Component>,
}

impl ActionRow {
    /// A row of these buttons.
    pub fn of(buttons: Vec<Button>) -> Self {
        Self {
            kind: 1,
            components: buttons.into_iter().map(Component::Button).collect(),
        }
    }

    /// A row with this menu.
    pub fn with(menu: Menu) -> Self {
        Self {
            kind: 1,
            components: vec![Component::Menu(menu)],
        }
    }
}

/// Something in a message that can be pressed or chosen from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Component {
    /// A button.
    Button(Button),
    /// A menu.
    Menu(Menu),
}

/// A menu from which one entry is chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Menu {
    #[serde(rename = "type")]
    kind: u8,
    /// At most 100 code points; what counts is the value of the chosen entry.
    pub custom_id: String,
    /// At most 150 code points; what is shown while nothing is chosen.
    pub placeholder: String,
    /// From one to 25.
    pub options: Vec<MenuOption>,
}

impl Menu {
    /// A menu of these entries.
    pub fn of(custom_id: String, placeholder: String, options: Vec<MenuOption>) -> Self {
        Self {
            kind: 3,
            custom_id,
            placeholder,
            options,
        }
    }
}

/// An entry of a menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MenuOption {
    /// At most 100 code points; plain text.
    pub label: String,
    /// At most 100 code points; no other in the menu is the same.
    pub value: String,
    /// At most 100 code points; plain text below the label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether it is chosen already.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub default: bool,
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
