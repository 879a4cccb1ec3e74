//! The fact file as written: one type per record, nothing checked but its shape.
//!
//! `sumber schema` is generated from these types; `file` turns them into [`Facts`](super::Facts).
//! Every field may be missing here, so that all missing ones can be reported at once.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use toml::Spanned;

use super::vocabulary::{Basis, Kind, LinkKind, Qualifier, Role, SpeakerKind};

/// A value and the bytes of the file where it stands.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct At<T>(Spanned<T>);

impl<T> At<T> {
    pub(crate) fn value(&self) -> &T {
        self.0.get_ref()
    }

    /// Bytes from the start of the file.
    pub(crate) fn span(&self) -> Range<usize> {
        self.0.span()
    }
}

impl<T: JsonSchema> JsonSchema for At<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }

    fn inline_schema() -> bool {
        T::inline_schema()
    }
}

/// The same text in every language of the dossier: `text.en = "…"`, `text.id = "…"`.
pub(crate) type Text = Option<At<BTreeMap<String, At<String>>>>;

/// A fact file, or the parts of one put together.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(title = "Sumber fact file")]
pub(crate) struct File {
    /// What this collection of facts is.
    pub(crate) dossier: Option<At<Dossier>>,
    /// Questions that have a slash command.
    pub(crate) topic: Vec<At<Topic>>,
    /// People, states and bodies that say things or are spoken about.
    pub(crate) speaker: Vec<At<Speaker>>,
    /// Where it can be read.
    pub(crate) source: Vec<At<Source>>,
    /// What numbers count, so that they can be compared.
    pub(crate) measure: Vec<At<Measure>>,
    /// Who said what, when.
    pub(crate) claim: Vec<At<Claim>>,
}

/// What this collection of facts is.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Dossier {
    /// Short name in lower case and hyphens.
    pub(crate) id: Option<At<String>>,
    pub(crate) title: Text,
    pub(crate) about: Text,
    /// Languages in which every text must exist: "en", "id".
    pub(crate) languages: Vec<At<String>>,
    /// The day up to which the facts are known.
    pub(crate) reviewed: Option<At<String>>,
    /// SPDX name of the licence of the facts.
    pub(crate) licence: Option<At<String>>,
    /// How to report a mistake.
    pub(crate) report: Text,
}

/// A question with a slash command of the same name as its id.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Topic {
    pub(crate) id: Option<At<String>>,
    pub(crate) title: Text,
    pub(crate) question: Text,
    /// At most 100 characters; Discord shows it beside the command.
    pub(crate) description: Text,
    /// Other words by which people look for it.
    pub(crate) aliases: Vec<At<String>>,
    /// Claims that the overview shows first, in this order.
    pub(crate) lead: Vec<At<String>>,
}

/// A person, state, body, agency or company.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Speaker {
    pub(crate) id: Option<At<String>>,
    pub(crate) kind: Option<At<SpeakerKind>>,
    pub(crate) name: Text,
    /// The state or body this one speaks for.
    #[serde(rename = "for")]
    pub(crate) speaks_for: Option<At<String>>,
    pub(crate) aliases: Vec<At<String>>,
    pub(crate) roles: Vec<At<Post>>,
}

/// A post somebody held for some time.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Post {
    pub(crate) title: Text,
    /// The id of a speaker.
    pub(crate) organisation: Option<At<String>>,
    /// EDTF date; left out or ".." when not known.
    pub(crate) from: Option<At<String>>,
    /// EDTF date; left out or ".." when not known or still held.
    pub(crate) to: Option<At<String>>,
}

/// Something published that carries a statement.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Source {
    pub(crate) id: Option<At<String>>,
    /// A CSL item type, such as "article-newspaper" or "webpage".
    #[serde(rename = "type")]
    pub(crate) csl_type: Option<At<String>>,
    pub(crate) title: Option<At<String>>,
    /// false when the title is not the page's own.
    pub(crate) title_own: Option<bool>,
    pub(crate) publisher: Option<At<String>>,
    /// Publishers of one owner share a family.
    pub(crate) family: Option<At<String>>,
    /// The agency whose text it carries.
    pub(crate) origin: Option<At<String>>,
    /// The source of which it is a copy; a copy never counts as corroboration.
    pub(crate) mirror_of: Option<At<String>>,
    /// EDTF date; left out when no date is known.
    pub(crate) issued: Option<At<String>>,
    pub(crate) issued_basis: Option<Basis>,
    /// The day it was read.
    pub(crate) accessed: Option<At<String>>,
    pub(crate) url: Option<At<String>>,
    /// BCP 47 code.
    pub(crate) language: Option<At<String>>,
    /// File name of the archived text, looked for in `--archive DIR`.
    pub(crate) archive: Option<At<String>>,
    pub(crate) note: Text,
}

/// What a number counts.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Measure {
    pub(crate) id: Option<At<String>>,
    pub(crate) name: Text,
    pub(crate) unit: Text,
}

/// One statement by somebody about something.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Claim {
    /// Permanent, kebab-case, never used again for anything else.
    pub(crate) id: Option<At<String>>,
    pub(crate) topics: Vec<At<String>>,
    pub(crate) kind: Option<At<Kind>>,
    /// Who says it: ids of speakers.
    pub(crate) by: Vec<At<String>>,
    /// On whose word: ids of speakers.
    pub(crate) citing: Vec<At<String>>,
    /// The channel, in words that fit after a name: "in a video address".
    pub(crate) via: Text,
    pub(crate) said: Option<At<When>>,
    pub(crate) about: About,
    /// One neutral sentence without its speaker.
    pub(crate) text: Text,
    pub(crate) evidence: Vec<At<Evidence>>,
    pub(crate) quote: Vec<At<Quote>>,
    pub(crate) figure: Vec<At<Figure>>,
    pub(crate) link: Vec<At<Link>>,
    /// The day it was put into the file.
    pub(crate) recorded: Option<At<String>>,
    pub(crate) revised: Vec<At<Change>>,
    pub(crate) withdrawn: Option<At<Change>>,
}

/// A date and whether it was printed or worked out.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct When {
    /// EDTF date.
    pub(crate) when: Option<At<String>>,
    pub(crate) basis: Option<Basis>,
    /// How it was worked out; needed when inferred.
    pub(crate) why: Text,
}

/// What a claim is about.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct About {
    /// Ids of speakers whose word on it would count as their own.
    pub(crate) who: Vec<At<String>>,
    /// When it happened.
    pub(crate) when: Option<At<When>>,
    pub(crate) place: Text,
}

/// A source that carries, contradicts or differs from a claim.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Evidence {
    pub(crate) source: Option<At<String>>,
    pub(crate) role: Option<At<Role>>,
    /// Where in the source: a page, paragraph or minute.
    #[serde(rename = "where")]
    pub(crate) locator: Text,
    /// What differs; needed for "differs" and "contradicts".
    pub(crate) note: Text,
}

/// Exact words, as printed.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Quote {
    pub(crate) words: Option<At<String>>,
    pub(crate) lang: Option<At<String>>,
    pub(crate) source: Option<At<String>>,
    /// Where in the source: a page, paragraph or minute.
    #[serde(rename = "where")]
    pub(crate) locator: Text,
    /// The language these words were translated from, when they are a translation.
    pub(crate) translated_from: Option<At<String>>,
    /// Whether that translation was made by machine.
    pub(crate) machine: bool,
    pub(crate) translation: Vec<At<Translation>>,
}

/// The same words in another language.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Translation {
    pub(crate) lang: Option<At<String>>,
    pub(crate) words: Option<At<String>>,
    /// Who translated, in every language.
    pub(crate) by: Text,
    /// The source that prints this wording.
    pub(crate) source: Option<At<String>>,
    pub(crate) machine: bool,
    /// The exact words it translates; when they change, the translation must be looked at again.
    pub(crate) of: Option<At<String>>,
}

/// A number.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Figure {
    pub(crate) measure: Option<At<String>>,
    pub(crate) low: Option<At<i64>>,
    pub(crate) best: Option<At<i64>>,
    pub(crate) high: Option<At<i64>>,
    pub(crate) qualifier: Option<Qualifier>,
    /// EDTF date for which the number holds.
    pub(crate) as_of: Option<At<String>>,
    /// The one source that gives this number; left out when the claim itself does.
    pub(crate) source: Option<At<String>>,
    pub(crate) note: Text,
}

/// How a claim stands to another.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Link {
    #[serde(rename = "type")]
    pub(crate) kind: Option<At<LinkKind>>,
    /// The id of the other claim.
    pub(crate) to: Option<At<String>>,
}

/// A change to a claim after it was recorded.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Change {
    pub(crate) on: Option<At<String>>,
    pub(crate) note: Text,
}
