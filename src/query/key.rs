//! The options that a question can have. What each takes, and which command has which, is for `commands`.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// An option of a question, in the order in which options are written.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[strum(serialize_all = "snake_case", ascii_case_insensitive)]
pub enum Key {
    /// Which aspect of a topic.
    View,
    /// In which order of time.
    By,
    /// Which claim, by its id.
    Claim,
    /// About which topic.
    Topic,
    /// Of which speaker.
    Name,
    /// Words to look for.
    Query,
    /// In which citation style.
    Style,
    /// From which day on.
    From,
    /// Up to which day.
    To,
    /// What has changed since which day.
    Since,
    /// As known on which day.
    AsOf,
    /// Whether a picture comes with the answer.
    Picture,
    /// In which language.
    Lang,
    /// Whether others see the answer.
    Share,
    /// Which page of a long answer, from 1.
    Page,
}

impl Key {
    /// Every option, in the order in which they are written.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name, which is also that of the Discord option.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The option with this name.
    pub fn parse(name: &str) -> Option<Self> {
        name.parse().ok()
    }
}
