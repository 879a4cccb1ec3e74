//! The shape of an export: one type per record, everything resolved.

use serde::Serialize;

use crate::facts::date::{Date, Day};
use crate::facts::vocabulary::{Basis, Kind, LinkKind, Qualifier, Role, SpeakerKind};
use crate::facts::{Change, Lang, Text, When};

/// Everything in a fact file, as known up to the day it was reviewed.
#[derive(Debug, Serialize)]
pub struct Export<'a> {
    pub(super) dossier: Dossier<'a>,
    pub(super) topics: Vec<Topic<'a>>,
    pub(super) speakers: Vec<Speaker<'a>>,
    pub(super) sources: Vec<Source<'a>>,
    pub(super) claims: Vec<Claim<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct Dossier<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a Text,
    pub(super) about: &'a Text,
    pub(super) languages: &'a [Lang],
    pub(super) reviewed: Day,
    pub(super) licence: &'a str,
    pub(super) report: &'a Text,
}

#[derive(Debug, Serialize)]
pub(super) struct Topic<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a Text,
    pub(super) question: &'a Text,
    pub(super) aliases: &'a [String],
    pub(super) lead: &'a [String],
}

#[derive(Debug, Serialize)]
pub(super) struct Speaker<'a> {
    pub(super) id: &'a str,
    pub(super) kind: SpeakerKind,
    pub(super) name: &'a Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) speaks_for: Option<&'a str>,
    pub(super) aliases: &'a [String],
}

#[derive(Debug, Serialize)]
pub(super) struct Source<'a> {
    pub(super) id: &'a str,
    #[serde(rename = "type")]
    pub(super) csl_type: &'a str,
    pub(super) title: &'a str,
    pub(super) title_own: bool,
    pub(super) publisher: &'a str,
    /// What an independent voice is counted by.
    pub(super) counts_as: &'a str,
    pub(super) mirror_of: Option<&'a str>,
    pub(super) issued: Option<&'a Date>,
    pub(super) issued_basis: Basis,
    pub(super) accessed: Option<Day>,
    pub(super) url: Option<&'a str>,
    pub(super) language: &'a str,
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub(super) note: &'a Text,
}

#[derive(Debug, Serialize)]
pub(super) struct Claim<'a> {
    pub(super) id: &'a str,
    pub(super) topics: &'a [String],
    pub(super) kind: Kind,
    pub(super) by: Vec<Spoke<'a>>,
    pub(super) citing: Vec<Spoke<'a>>,
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub(super) via: &'a Text,
    pub(super) said: &'a When,
    pub(super) known_since: Option<Day>,
    pub(super) about: Vec<&'a str>,
    pub(super) happened: Option<&'a When>,
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub(super) place: &'a Text,
    pub(super) text: &'a Text,
    pub(super) evidence: Vec<Evidence<'a>>,
    pub(super) quotes: Vec<Quote<'a>>,
    pub(super) figures: Vec<Figure<'a>>,
    pub(super) links: Vec<Link<'a>>,
    pub(super) standing: Standing<'a>,
    pub(super) recorded: Day,
    pub(super) revised: &'a [Change],
    pub(super) withdrawn: Option<&'a Change>,
}

/// A speaker in the post held on the day of the statement.
#[derive(Debug, Serialize)]
pub(super) struct Spoke<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) post: Option<&'a Text>,
    pub(super) party: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct Evidence<'a> {
    pub(super) source: &'a str,
    pub(super) role: Role,
    pub(super) url: Option<&'a str>,
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub(super) locator: &'a Text,
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub(super) note: &'a Text,
}

#[derive(Debug, Serialize)]
pub(super) struct Quote<'a> {
    pub(super) words: &'a str,
    pub(super) lang: &'a str,
    pub(super) source: &'a str,
    pub(super) translated_from: Option<&'a str>,
    pub(super) machine: bool,
    pub(super) translations: Vec<Translation<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct Translation<'a> {
    pub(super) lang: &'a str,
    pub(super) words: &'a str,
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub(super) by: &'a Text,
    pub(super) source: Option<&'a str>,
    pub(super) machine: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct Figure<'a> {
    pub(super) measure: &'a str,
    pub(super) counts: &'a Text,
    pub(super) unit: &'a Text,
    pub(super) low: Option<i64>,
    pub(super) best: Option<i64>,
    pub(super) high: Option<i64>,
    pub(super) qualifier: Qualifier,
    pub(super) as_of: Option<&'a Date>,
    pub(super) source: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) by: Vec<&'a str>,
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub(super) note: &'a Text,
}

#[derive(Debug, Serialize)]
pub(super) struct Link<'a> {
    #[serde(rename = "type")]
    pub(super) kind: LinkKind,
    pub(super) to: &'a str,
}

/// How it stands on the day up to which the facts are known; ids of claims and sources.
#[derive(Debug, Serialize)]
pub(super) struct Standing<'a> {
    pub(super) denied_by: Vec<&'a str>,
    pub(super) denied_earlier_by: Vec<&'a str>,
    pub(super) denied_in_part_by: Vec<&'a str>,
    pub(super) confirmed_by_subject: Vec<&'a str>,
    pub(super) confirmed_by_others: Vec<&'a str>,
    pub(super) superseded_by: Vec<&'a str>,
    pub(super) contradicted_by: Vec<&'a str>,
    pub(super) differs_in: Vec<&'a str>,
    pub(super) independent_origins: Vec<&'a str>,
}
