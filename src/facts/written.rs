//! The fact file as written: one type per record; only its shape is checked.
//!
//! `sumber schema` is generated from these types; `file` turns them into [`Facts`](super::Facts).
//! A field is required, in the schema and in the file, unless it is an `Option` or has a default.

mod claim;

pub(crate) use claim::{Change, Claim, Evidence, Figure, Link, Quote, Translation, When};

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::{Deref, Range};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use toml::Spanned;

use super::vocabulary::{Basis, SpeakerKind};

/// The position of values that are added for missing ones, so that the rest of their record can be read
/// (`file::shape`).
pub(crate) const NOWHERE: usize = usize::MAX / 2;

/// A value and its span in the file, in bytes.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct At<T>(Spanned<T>);

impl<T> At<T> {
    /// Bytes from the start of the file.
    pub(crate) fn span(&self) -> Range<usize> {
        self.0.span()
    }

    /// Whether it is in the file, and was not added for a missing value.
    pub(crate) fn is_given(&self) -> bool {
        self.span().start < NOWHERE
    }
}

impl<T> Deref for At<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.get_ref()
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
pub(crate) type Text = At<BTreeMap<String, At<String>>>;

/// A fact file, or the parts of one put together.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(title = "Sumber fact file")]
pub(crate) struct File {
    /// What this collection of facts is.
    pub(crate) dossier: Option<At<Dossier>>,
    /// Questions that have a slash command.
    pub(crate) topic: Vec<At<Topic>>,
    /// People and organisations that make claims or are their subject.
    pub(crate) speaker: Vec<At<Speaker>>,
    /// Where it can be read.
    pub(crate) source: Vec<At<Source>>,
    /// What numbers count, so that they can be compared.
    pub(crate) measure: Vec<At<Measure>>,
    /// Who said what, when.
    pub(crate) claim: Vec<At<Claim>>,
}

/// What this collection of facts is.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Dossier {
    /// Short name in lower case and hyphens.
    pub(crate) id: At<String>,
    /// Its name.
    pub(crate) title: Text,
    /// What it holds and what it does not.
    pub(crate) about: Text,
    /// Languages in which every text exists, the default first, by their short codes (BCP 47): "en", "pt-BR".
    pub(crate) languages: Vec<At<String>>,
    /// The day up to which the facts are known.
    pub(crate) reviewed: At<String>,
    /// SPDX name of the licence of the facts.
    pub(crate) licence: At<String>,
    /// How to report a mistake.
    pub(crate) report: Text,
    /// Groups of single words of which people ask with one and the facts say another.
    #[serde(default)]
    pub(crate) synonyms: Vec<Vec<At<String>>>,
}

/// A question with a slash command of the same name as its id.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Topic {
    /// Also the name of its slash command; at most 32 characters.
    pub(crate) id: At<String>,
    /// Its heading; at most 100 characters.
    pub(crate) title: Text,
    /// The question it answers.
    pub(crate) question: Text,
    /// At most 100 characters; Discord shows it beside the command.
    pub(crate) description: Text,
    /// Other words by which people look for it; each leads to one topic only.
    #[serde(default)]
    pub(crate) aliases: Vec<At<String>>,
    /// The claim that the question is about, if "X said so" answers it; its standing becomes the short answer.
    pub(crate) asks: Option<At<String>>,
    /// Claims that the overview shows first, in this order; at most five, no denials or confirmations.
    #[serde(default)]
    pub(crate) lead: Vec<At<String>>,
}

/// A person, state, body, agency or company.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Speaker {
    /// A short name that never changes, of small letters a to z, digits and hyphens: "town-clock".
    pub(crate) id: At<String>,
    /// What it is.
    pub(crate) kind: At<SpeakerKind>,
    /// Its name.
    pub(crate) name: Text,
    /// The state or body this one speaks for.
    #[serde(rename = "for")]
    pub(crate) speaks_for: Option<At<String>>,
    /// Other spellings and short names, for the search.
    #[serde(default)]
    pub(crate) aliases: Vec<At<String>>,
    /// Posts held, with their time; the date of a claim decides which one is shown.
    #[serde(default)]
    pub(crate) roles: Vec<At<Post>>,
}

/// A post that a speaker held for some time.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Post {
    /// Its title, as shown after the name.
    pub(crate) title: Text,
    /// The id of a speaker.
    pub(crate) organisation: Option<At<String>>,
    /// From when, such as 2024-05-02, 2024-05 or 2024; left out or ".." when not known.
    pub(crate) from: Option<At<String>>,
    /// Until when, such as 2024-05-02, 2024-05 or 2024; left out or ".." when not known or still held.
    pub(crate) to: Option<At<String>>,
}

/// A publication that carries claims.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    /// A short name that never changes, of small letters a to z, digits and hyphens: "town-clock".
    pub(crate) id: At<String>,
    /// What sort of publication it is, such as "article-newspaper", "webpage" or "broadcast".
    #[serde(rename = "type")]
    pub(crate) csl_type: At<String>,
    /// Its title.
    pub(crate) title: At<String>,
    /// false when the title is not the page's own.
    pub(crate) title_own: Option<bool>,
    /// Who wrote it, in the order in which it names them.
    #[serde(default)]
    pub(crate) author: Vec<At<Author>>,
    /// Who published it: a newspaper, a site, a body.
    pub(crate) publisher: At<String>,
    /// A short name for the house behind the publisher, such as "gazette"; publishers of one owner share it.
    pub(crate) family: At<String>,
    /// An id of the agency whose text it carries.
    pub(crate) origin: Option<At<String>>,
    /// The source of which it is a copy; a copy never counts as corroboration.
    pub(crate) mirror_of: Option<At<String>>,
    /// When it came out, such as 2024-05-02, 2024-05 or 2024; left out when no date is known.
    pub(crate) issued: Option<At<String>>,
    /// Whether that date was printed or worked out; "stated" if left out.
    pub(crate) issued_basis: Option<Basis>,
    /// The day it, or a copy of it, was read, such as 2024-05-02; left out if nobody read it.
    pub(crate) accessed: Option<At<String>>,
    /// Where it can be read: https:// or http://.
    pub(crate) url: Option<At<String>>,
    /// The copy that an archive keeps of what is at `url`.
    pub(crate) archived: Option<At<Archived>>,
    /// The day on which it was found to be no longer at `url`.
    pub(crate) gone: Option<At<String>>,
    /// The short code of its language: "en", "id", "pt-BR".
    pub(crate) language: At<String>,
    /// File name of the archived text, looked for in `--archive DIR`.
    pub(crate) archive: Option<At<String>>,
    /// What a reader should know about it.
    pub(crate) note: Option<Text>,
}

/// Who wrote a source: a person with `family`, an institution with `name`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Author {
    /// A person's family name; the whole name if it is one word or never taken apart.
    pub(crate) family: Option<At<String>>,
    /// The rest of a person's name.
    pub(crate) given: Option<At<String>>,
    /// The name of an institution.
    pub(crate) name: Option<At<String>>,
}

/// The copy of a source that an archive keeps.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Archived {
    /// Where the copy can be read: https:// or http://.
    pub(crate) url: At<String>,
    /// The day on which it was made.
    pub(crate) on: At<String>,
    /// Who keeps it.
    pub(crate) by: At<String>,
}

/// What a number counts.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Measure {
    /// A short name that never changes, of small letters a to z, digits and hyphens: "town-clock".
    pub(crate) id: At<String>,
    /// What is counted.
    pub(crate) name: Text,
    /// In what unit.
    pub(crate) unit: Text,
}

/// A record with an id.
pub(crate) trait Identified {
    /// The name of such records, as in `[[claim]]`.
    const KIND: &'static str;

    /// Its id.
    fn id(&self) -> &At<String>;
}

macro_rules! identified {
    ($($record:ident = $kind:literal),+) => {
        $(impl Identified for $record {
            const KIND: &'static str = $kind;

            fn id(&self) -> &At<String> {
                &self.id
            }
        })+
    };
}

identified! {
    Dossier = "dossier", Topic = "topic", Speaker = "speaker", Source = "source", Measure = "measure", Claim = "claim"
}
