//! The parts of a claim in which words stand, and how much a word counts in each.

use super::{How, Place};

/// Where in a claim's page of the index a word stands. Names and their other spellings are apart,
/// because a claim found by another spelling is told as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Text,
    Quote,
    Figure,
    Speaker,
    SpeakerAlias,
    Post,
    Party,
    PartyAlias,
    About,
    AboutAlias,
    Topic,
    TopicAlias,
    Where,
    When,
    Channel,
    Source,
    Id,
    Kind,
    /// From a source that came out after the claim was known.
    LaterQuote,
    LaterFigure,
    LaterSource,
}

impl Field {
    /// Every field, in the order of the index.
    pub(super) const ALL: [Self; 21] = [
        Self::Text,
        Self::Quote,
        Self::Figure,
        Self::Speaker,
        Self::SpeakerAlias,
        Self::Post,
        Self::Party,
        Self::PartyAlias,
        Self::About,
        Self::AboutAlias,
        Self::Topic,
        Self::TopicAlias,
        Self::Where,
        Self::When,
        Self::Channel,
        Self::Source,
        Self::Id,
        Self::Kind,
        Self::LaterQuote,
        Self::LaterFigure,
        Self::LaterSource,
    ];

    /// What people call it.
    pub(super) fn place(self) -> Place {
        match self {
            Self::Text => Place::Text,
            Self::Quote | Self::LaterQuote => Place::Quote,
            Self::Figure | Self::LaterFigure => Place::Figure,
            Self::Speaker | Self::SpeakerAlias | Self::Post => Place::Speaker,
            Self::Party | Self::PartyAlias => Place::Speaker,
            Self::Channel => Place::Channel,
            Self::About | Self::AboutAlias => Place::About,
            Self::Topic | Self::TopicAlias => Place::Topic,
            Self::Where => Place::Where,
            Self::When => Place::When,
            Self::Source | Self::LaterSource => Place::Source,
            Self::Id => Place::Id,
            Self::Kind => Place::Kind,
        }
    }

    /// How much a word counts here: what is said and who says it count most.
    pub(super) fn boost(self) -> f32 {
        match self {
            Self::Text | Self::Speaker => 1.0,
            Self::SpeakerAlias => 0.95,
            Self::Id | Self::Figure | Self::LaterFigure => 0.8,
            Self::Quote | Self::LaterQuote | Self::Where => 0.7,
            Self::Kind => 0.6,
            Self::Post | Self::Party | Self::PartyAlias => 0.55,
            Self::When | Self::Channel => 0.4,
            Self::TopicAlias | Self::Topic => 0.35,
            Self::About | Self::AboutAlias => 0.3,
            Self::Source | Self::LaterSource => 0.25,
        }
    }

    /// Whether what stands here came out after the claim was known.
    pub(super) fn is_later(self) -> bool {
        matches!(
            self,
            Self::LaterQuote | Self::LaterFigure | Self::LaterSource
        )
    }

    /// Whether it holds names only, so that a capital at the beginning means something.
    pub(super) fn is_name(self) -> bool {
        let speaker = matches!(self, Self::Speaker | Self::Party | Self::About);
        speaker || self.is_alias() || self == Self::Where
    }

    /// Whether it is what the claim says.
    pub(super) fn says(self) -> bool {
        matches!(
            self,
            Self::Text | Self::Quote | Self::LaterQuote | Self::Figure | Self::LaterFigure
        )
    }

    /// Whether it holds other spellings and short names.
    pub(super) fn is_alias(self) -> bool {
        matches!(
            self,
            Self::SpeakerAlias | Self::PartyAlias | Self::AboutAlias | Self::TopicAlias
        )
    }

    /// Whether a word here tells what the claim is about. A post, a channel, a date and a publisher
    /// do not: messages about anything have such words.
    pub(super) fn tells(self) -> bool {
        !matches!(
            self,
            Self::When
                | Self::Post
                | Self::Channel
                | Self::Source
                | Self::LaterSource
                | Self::Id
                | Self::Kind
        )
    }
}

impl How {
    /// How much such a match counts: the same word most, a misspelt one least.
    pub(super) fn weight(self) -> f32 {
        match self {
            Self::Same => 1.0,
            Self::Alias => 0.95,
            Self::Stem => 0.85,
            Self::Prefix => 0.6,
            Self::Typo => 0.5,
        }
    }
}
