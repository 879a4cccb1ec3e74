//! What a search returns: claims, and for each of them where and how it matched.

use crate::facts::Claim;

/// What a search found.
#[derive(Clone, Debug, Default)]
pub struct Found<'a> {
    /// Best first.
    pub hits: Vec<Hit<'a>>,
    /// How many claims match, shown or not, without those far below the best.
    pub total: usize,
    /// Words read as other words: as typed, and as in the facts.
    pub corrected: Vec<(String, String)>,
    /// Words, as typed, that nothing known on the day has.
    pub unknown: Vec<String>,
}

/// A claim that was found.
#[derive(Clone, Debug)]
pub struct Hit<'a> {
    /// The claim, known on the day of the question.
    pub claim: &'a Claim,
    /// How well it matches; comparable within one search only.
    pub score: f32,
    /// The best match of each typed word that it has, in the order of the words.
    pub matched: Vec<Match>,
}

/// A typed word and the word of the facts that it matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// As typed.
    pub typed: String,
    /// As most often spelt in the facts.
    pub word: String,
    /// Where in the claim.
    pub place: Place,
    /// How the two words are related.
    pub how: How,
}

/// Where in a claim a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// In its sentence.
    Text,
    /// In the exact words.
    Quote,
    /// In a number or the name of what is counted.
    Figure,
    /// In a name or post of a speaker, of those cited, or of the state behind them.
    Speaker,
    /// In the channel: a speech, a press briefing.
    Channel,
    /// In a name of those it is about.
    About,
    /// In a title or alias of its topics.
    Topic,
    /// In the place where it happened.
    Where,
    /// In the date when it was said or happened.
    When,
    /// In the publisher of a source.
    Source,
    /// In a note on a source.
    Note,
    /// In its id.
    Id,
    /// In what the speaker does: denies, confirms …
    Kind,
}

/// How a typed word is related to a word of the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// The same word, ignoring case and accents.
    Same,
    /// Another name of a speaker or topic.
    Alias,
    /// Another form of the word, in English or Indonesian.
    Stem,
    /// Its beginning.
    Prefix,
    /// A misspelling.
    Typo,
}

impl Place {
    /// Whether it is what a claim says, or who says it.
    pub(super) fn is_own(self) -> bool {
        match self {
            Self::Text | Self::Quote | Self::Figure | Self::Speaker => true,
            Self::Where | Self::Id | Self::Kind => true,
            Self::Channel | Self::About | Self::Topic => false,
            Self::When | Self::Source | Self::Note => false,
        }
    }

    /// Whether it is what a claim shares with those on the same subject.
    pub(super) fn is_shared(self) -> bool {
        matches!(self, Self::Channel | Self::About | Self::Topic)
    }
}

impl How {
    /// How much such a match counts: the same word most, a misspelling least.
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
