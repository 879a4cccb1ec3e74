//! The part of a Discord message that the bot uses, with Discord's field names.
//!
//! The code that makes the values enforces the limits.
//! <https://discord.com/developers/docs/resources/message>

use serde::Serialize;

/// A message, or the answer to an interaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Message {
    /// At most 2000 code points of Markdown above the embeds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// At most 10; an empty list removes those of the message that it replaces.
    pub embeds: Vec<Embed>,
    /// At most 5.
    pub components: Vec<ActionRow>,
    /// The users and roles that it may notify: none.
    pub allowed_mentions: AllowedMentions,
    /// The message's files, at most 10; `None` leaves existing files unchanged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attachments: Option<Vec<Attachment>>,
    /// A bit set of [`EPHEMERAL`] and other flags.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flags: Option<u32>,
}

/// The flag of a message that only the person who asked sees.
pub const EPHEMERAL: u32 = 1 << 6;

/// The flag of a message that notifies nobody on arrival.
pub const SUPPRESS_NOTIFICATIONS: u32 = 1 << 12;

/// An embed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Embed {
    /// At most 4096 code points of Markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Red, green and blue, one byte each: `0xRRGGBB`.
    pub color: u32,
    /// A picture below the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// Small print at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footer: Option<Footer>,
}

/// A picture in an embed.
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
    /// Lower-case letters, digits, hyphens and an extension.
    pub filename: String,
    /// A description for readers who cannot see the picture; at most 1024 code points.
    pub description: String,
}

/// Small print at the end of an embed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Footer {
    /// At most 2048 code points; plain text.
    pub text: String,
}

/// The users and roles that a message may notify.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AllowedMentions {
    /// Always empty, so that no text can notify anyone.
    pub parse: [String; 0],
}

/// A row of at most five buttons or one menu.
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

/// A button or a menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Component {
    /// A button.
    Button(Button),
    /// A menu.
    Menu(Menu),
}

/// A menu from which the reader chooses one option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Menu {
    #[serde(rename = "type")]
    kind: u8,
    /// At most 100 code points; the bot reads the value of the chosen option instead.
    pub custom_id: String,
    /// At most 150 code points; shown while nothing is chosen.
    pub placeholder: String,
    /// From one to 25.
    pub options: Vec<MenuOption>,
}

impl Menu {
    /// A menu of these options.
    pub fn of(custom_id: String, placeholder: String, options: Vec<MenuOption>) -> Self {
        Self {
            kind: 3,
            custom_id,
            placeholder,
            options,
        }
    }
}

/// An option of a menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MenuOption {
    /// At most 100 code points; plain text.
    pub label: String,
    /// At most 100 code points; unique in the menu.
    pub value: String,
    /// At most 100 code points; plain text below the label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether it is preselected.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub default: bool,
}

/// A button that sends a query or another action, or opens an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Button {
    #[serde(rename = "type")]
    kind: u8,
    style: u8,
    /// At most 80 code points; plain text.
    pub label: String,
    #[serde(flatten)]
    target: Target,
    /// Whether it cannot be pressed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub disabled: bool,
}

/// What a button leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Target {
    /// At most 100 code points; unique in the message.
    CustomId(String),
    /// At most 512 code points.
    Url(String),
}

impl Button {
    /// A gray button that can be pressed.
    pub fn new(label: String, custom_id: String) -> Self {
        Self {
            kind: 2,
            style: 2,
            label,
            target: Target::CustomId(custom_id),
            disabled: false,
        }
    }

    /// A button that opens an address in the browser. Discord tells the bot nothing of it.
    pub fn link(label: String, url: String) -> Self {
        Self {
            style: 5,
            target: Target::Url(url),
            ..Self::new(label, String::new())
        }
    }

    /// What it sends; `None` if it opens an address.
    pub fn custom_id(&self) -> Option<&str> {
        match &self.target {
            Target::CustomId(id) => Some(id),
            Target::Url(_) => None,
        }
    }

    /// The same button, disabled or enabled.
    #[must_use]
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }
}
