//! The parts of a claim that hold words, and how much a word counts in each.

use strum::VariantArray;

use super::hit::Place;

/// A part of a claim's document, in the order of the index. Names and their other spellings are separate, because an
/// answer says when it found a claim by another spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
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
    Note,
    Id,
    Kind,
    /// From a source that came out after the claim was known.
    LaterQuote,
    LaterFigure,
    LaterSource,
    LaterNote,
}

impl Field {
    /// The place shown to readers, and how much a word counts here: the statement and its speaker most.
    fn place_and_boost(self) -> (Place, f32) {
        match self {
            Self::Text => (Place::Text, 1.0),
            Self::Quote | Self::LaterQuote => (Place::Quote, 0.7),
            Self::Figure | Self::LaterFigure => (Place::Figure, 0.8),
            Self::Speaker => (Place::Speaker, 1.0),
            Self::SpeakerAlias => (Place::Speaker, 0.95),
            Self::Post | Self::Party | Self::PartyAlias => (Place::Speaker, 0.55),
            Self::About | Self::AboutAlias => (Place::About, 0.3),
            Self::Topic | Self::TopicAlias => (Place::Topic, 0.35),
            Self::Where => (Place::Where, 0.7),
            Self::When => (Place::When, 0.4),
            Self::Channel => (Place::Channel, 0.4),
            Self::Source | Self::LaterSource => (Place::Source, 0.25),
            Self::Note | Self::LaterNote => (Place::Note, 0.2),
            Self::Id => (Place::Id, 0.8),
            Self::Kind => (Place::Kind, 0.6),
        }
    }

    /// The place shown to readers.
    pub(super) fn place(self) -> Place {
        self.place_and_boost().0
    }

    /// How much a word counts here, at most 1.
    pub(super) fn boost(self) -> f32 {
        self.place_and_boost().1
    }

    /// Whether its words come from sources that came out after the claim was known.
    pub(super) fn is_later(self) -> bool {
        matches!(
            self,
            Self::LaterQuote | Self::LaterFigure | Self::LaterSource | Self::LaterNote
        )
    }

    /// Whether it holds names only, so that even a capital at its beginning marks a name.
    pub(super) fn is_name(self) -> bool {
        let name = matches!(
            self,
            Self::Speaker | Self::Party | Self::About | Self::Where
        );
        name || self.is_alias()
    }

    /// Whether it holds other spellings and short names.
    pub(super) fn is_alias(self) -> bool {
        matches!(
            self,
            Self::SpeakerAlias | Self::PartyAlias | Self::AboutAlias | Self::TopicAlias
        )
    }

    /// Whether it is what the claim says.
    pub(super) fn is_content(self) -> bool {
        matches!(self.place(), Place::Text | Place::Quote | Place::Figure)
    }

    /// Whether a word here shows which claim is meant. Posts, channels, publishers and notes do not:
    /// messages about anything have such words.
    pub(super) fn is_telling(self) -> bool {
        let place = self.place();
        let any = matches!(
            place,
            Place::Channel | Place::Source | Place::Note | Place::Id
        );
        !any && self != Self::Post
    }
}

/// The fields with words of later sources, as bits.
const LATER: u32 = 1 << Field::LaterQuote as u32
    | 1 << Field::LaterFigure as u32
    | 1 << Field::LaterSource as u32
    | 1 << Field::LaterNote as u32;

/// Some fields of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Fields(u32);

impl Fields {
    pub(super) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Those that fit.
    pub(super) fn that(fits: impl Fn(Field) -> bool) -> Self {
        let mut all = Self::default();
        let fitting = Field::VARIANTS.iter().filter(|field| fits(**field));
        fitting.for_each(|field| all.add((*field).into()));
        all
    }

    /// Whether any of them is one of these.
    #[inline]
    pub(super) fn any_of(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Each of them, in the order of the index.
    pub(super) fn iter(self) -> impl Iterator<Item = Field> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let field = Field::VARIANTS.get(left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(*field)
        })
    }

    /// Those that count; if `later` is false, not those of later sources.
    #[inline]
    pub(super) fn counting(self, later: bool) -> Self {
        match later {
            true => self,
            false => Self(self.0 & !LATER),
        }
    }

    #[inline]
    pub(super) fn has(self, field: Field) -> bool {
        self.0 & Self::from(field).0 != 0
    }
}

impl From<Field> for Fields {
    fn from(field: Field) -> Self {
        Self(1 << field as u32)
    }
}
