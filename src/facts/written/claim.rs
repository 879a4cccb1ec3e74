//! A claim as written, with its evidence, quotations, figures and links.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, Text};
use crate::facts::decimal::Decimal;
use crate::facts::vocabulary::{Basis, Difference, Kind, LinkKind, Qualifier, Role};

/// One statement by a speaker about a subject.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Claim {
    /// A short name that never changes, of small letters a to z, digits and hyphens: "clock-runs-again". It is never used
    /// again for anything else.
    pub(crate) id: At<String>,
    /// Ids of the topics it belongs to, the main one first.
    pub(crate) topics: Vec<At<String>>,
    /// What the speaker does.
    pub(crate) kind: At<Kind>,
    /// Who says it: ids of speakers.
    pub(crate) by: Vec<At<String>>,
    /// The speakers it cites: ids of speakers.
    #[serde(default)]
    pub(crate) citing: Vec<At<String>>,
    /// The channel, in words that fit after a name: "in a video address".
    pub(crate) via: Option<Text>,
    /// When it was said.
    pub(crate) said: At<When>,
    /// What it is about.
    #[serde(default)]
    pub(crate) about: About,
    /// One neutral sentence without its speaker.
    pub(crate) text: Text,
    /// Sources that carry it; at least one that does not contradict it.
    pub(crate) evidence: Vec<At<Evidence>>,
    /// Exact words.
    #[serde(default)]
    pub(crate) quote: Vec<At<Quote>>,
    /// Numbers.
    #[serde(default)]
    pub(crate) figure: Vec<At<Figure>>,
    /// Its relations to other claims.
    #[serde(default)]
    pub(crate) link: Vec<At<Link>>,
    /// The day it was put into the file.
    pub(crate) recorded: At<String>,
    /// Later changes.
    #[serde(default)]
    pub(crate) revised: Vec<At<Change>>,
    /// Why it was withdrawn, if it was.
    pub(crate) withdrawn: Option<At<Change>>,
}

/// A date and whether it was stated or inferred.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct When {
    /// When, as far as it is known: 2024-05-02, 2024-05 or 2024; 2024-05~ is about then.
    pub(crate) when: At<String>,
    /// "stated" if a source prints the date in full, else "inferred".
    pub(crate) basis: Basis,
    /// How it was inferred; required if it was.
    pub(crate) why: Option<Text>,
}

/// What a claim is about.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct About {
    /// Ids of the speakers it is about; a confirmation by one of them counts as confirmed by its subject.
    pub(crate) who: Vec<At<String>>,
    /// When it happened.
    pub(crate) when: Option<At<When>>,
    /// Where.
    pub(crate) place: Option<Text>,
}

/// A source that carries, contradicts or differs from a claim.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Evidence {
    /// The id of a source.
    pub(crate) source: At<String>,
    /// What the source does for the claim.
    pub(crate) role: At<Role>,
    /// In what it differs; only for "differs".
    #[serde(rename = "in")]
    pub(crate) differs_in: Option<At<Difference>>,
    /// Where in the source: a page, paragraph or minute.
    #[serde(rename = "where")]
    pub(crate) locator: Option<Text>,
    /// What differs; needed for "differs" and "contradicts".
    pub(crate) note: Option<Text>,
}

/// Exact words, as printed.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Quote {
    /// The words, character for character.
    pub(crate) words: At<String>,
    /// The short code of their language: "en", "id", "pt-BR".
    pub(crate) lang: At<String>,
    /// The id of the source that prints them, which must also be evidence of the claim.
    pub(crate) source: At<String>,
    /// Where in the source: a page, paragraph or minute.
    #[serde(rename = "where")]
    pub(crate) locator: Option<Text>,
    /// The language these words were translated from, when they are a translation.
    pub(crate) translated_from: Option<At<String>>,
    /// Whether that translation was made by machine.
    #[serde(default)]
    pub(crate) machine: bool,
    /// The same in other languages.
    #[serde(default)]
    pub(crate) translation: Vec<At<Translation>>,
}

/// The same words in another language.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Translation {
    /// The short code of its language: "en", "id", "pt-BR".
    pub(crate) lang: At<String>,
    /// The translated words.
    pub(crate) words: At<String>,
    /// Who translated, if not `source`.
    pub(crate) by: Option<Text>,
    /// The source that prints this wording; never beside `by` or `machine`.
    pub(crate) source: Option<At<String>>,
    /// Whether it was made by machine.
    #[serde(default)]
    pub(crate) machine: bool,
    /// The exact words it translates; when they change, the translation must be looked at again.
    pub(crate) of: At<String>,
}

/// A number.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Figure {
    /// The id of a measure: what is counted.
    pub(crate) measure: At<String>,
    /// Lower bound. At least one of low, best and high is given.
    pub(crate) low: Option<At<Decimal>>,
    /// The number given.
    pub(crate) best: Option<At<Decimal>>,
    /// Upper bound.
    pub(crate) high: Option<At<Decimal>>,
    /// How exactly it was given.
    pub(crate) qualifier: Qualifier,
    /// The day, month or year for which the number holds: 2024-05-02, 2024-05 or 2024.
    pub(crate) as_of: Option<At<String>>,
    /// The one source that has this number; left out when all that agree with the claim do.
    pub(crate) source: Option<At<String>>,
    /// Whose number it is, if not the claim's speakers': ids of speakers. Needs `source`.
    #[serde(default)]
    pub(crate) by: Vec<At<String>>,
    /// Counting rule.
    pub(crate) note: Option<Text>,
}

/// A relation of a claim to another.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Link {
    /// The kind of relation.
    #[serde(rename = "type")]
    pub(crate) kind: At<LinkKind>,
    /// The id of the other claim.
    pub(crate) to: At<String>,
}

/// A change to a claim after it was recorded.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Change {
    /// The day.
    pub(crate) on: At<String>,
    /// What and why.
    pub(crate) note: Text,
}
