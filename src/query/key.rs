//! The options of a query. `commands` decides which values each takes and which command has it.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// An option of a query, in the order in which options are written.
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
    /// The view of a topic.
    View,
    /// The order of a timeline.
    By,
    /// The id of a claim.
    Claim,
    /// The topic.
    Topic,
    /// The speaker.
    Name,
    /// Words to search for.
    Query,
    /// A question in the asker's own words.
    Question,
    /// The citation style.
    Style,
    /// The first day.
    From,
    /// The last day.
    To,
    /// The day since which changes are shown.
    Since,
    /// The day whose state of knowledge is shown.
    AsOf,
    /// Whether a picture comes with the answer.
    Picture,
    /// The dossier, if the bot has several.
    Dossier,
    /// The language.
    Lang,
    /// Whether others see the answer.
    Share,
    /// The part of a long list, from 1.
    Part,
    /// The page of a long answer, from 1.
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
