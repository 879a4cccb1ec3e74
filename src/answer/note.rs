//! The notes on an entry. Each is one line with a role.

use schemars::JsonSchema;
use serde::Serialize;

use super::span::Span;
use crate::facts::standing::{StandingKind, Voice};
use crate::facts::vocabulary::{Basis, Role};
use crate::facts::{Evidence, When};

/// One line on an entry.
#[derive(Clone, Debug, Default)]
pub struct Note {
    /// What the note is about.
    pub role: NoteRole,
    /// What the note says about the claim's standing.
    pub standing: Vec<StandingData>,
    /// The text.
    pub spans: Vec<Span>,
    /// Whether it contains an inferred date; the date itself is marked there.
    pub inferred: bool,
}

/// What a note is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NoteRole {
    /// The claim's standing.
    Standing,
    /// When and where the event happened.
    Event,
    /// How a date was inferred.
    Reason,
    /// The claim that it denies.
    Denies,
    /// The denial that it confirms.
    Confirms,
    /// Who answers it, if it is a denial.
    Answered,
    /// Another wording of a quotation.
    Wording,
    /// Which sources were counted for the standing, or why one was not.
    Counted,
    /// When the claim became known.
    Known,
    /// Why the search found the claim.
    Found,
    /// A remark by an editor or a source.
    #[default]
    Remark,
}

/// One point of a claim's standing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StandingData {
    /// The kind of standing.
    pub kind: StandingKind,
    /// The ids of the parties responsible: states, bodies, or people who speak only for themselves.
    pub by: Vec<String>,
    /// The ids of the claims that establish it.
    pub claims: Vec<String>,
    /// The ids of the sources that establish it, if no claim does.
    pub sources: Vec<String>,
}

impl Note {
    /// A note with plain text.
    pub fn line(role: NoteRole, text: impl Into<String>) -> Self {
        Self::new(role, vec![Span::Text(text.into())])
    }

    /// A note that says nothing about the claim's standing.
    pub fn new(role: NoteRole, spans: Vec<Span>) -> Self {
        Self {
            role,
            spans,
            ..Self::default()
        }
    }

    /// The same note with one more point of the claim's standing.
    #[must_use]
    pub fn with_standing(mut self, standing: StandingData) -> Self {
        self.standing.push(standing);
        self
    }

    /// The same note, marked as inferred if any of the dates that it shows is.
    #[must_use]
    pub fn with_dates<'w>(mut self, dates: impl IntoIterator<Item = &'w When>) -> Self {
        self.inferred = dates.into_iter().any(|when| when.basis == Basis::Inferred);
        self
    }
}

impl StandingData {
    /// What a source does to a claim, unless it simply carries it.
    pub fn by_source(evidence: &Evidence) -> Option<Self> {
        let kind = match evidence.role {
            Role::Contradicts => StandingKind::Contradicted,
            Role::Differs => StandingKind::Differs,
            Role::Origin | Role::Confirms | Role::Part => return None,
        };
        Some(Self {
            sources: vec![evidence.source.id.clone()],
            ..Self::of(kind)
        })
    }

    /// What some sources, all in the same way, do to a claim.
    pub fn by_sources(evidence: &[&Evidence]) -> Option<Self> {
        let mut data = evidence.first().and_then(|one| Self::by_source(one))?;
        data.sources = evidence.iter().map(|one| one.source.id.clone()).collect();
        Some(data)
    }

    /// A point that the statements of some parties establish.
    pub fn by_voices(kind: StandingKind, voices: &[Voice<'_>]) -> Self {
        let mut data = Self::of(kind);
        for voice in voices {
            for (ids, id) in [
                (&mut data.by, &voice.party.id),
                (&mut data.claims, &voice.claim.id),
            ] {
                if !ids.contains(id) {
                    ids.push(id.clone());
                }
            }
        }
        data
    }

    /// A point without parties, claims or sources.
    pub fn of(kind: StandingKind) -> Self {
        Self {
            kind,
            by: Vec::new(),
            claims: Vec::new(),
            sources: Vec::new(),
        }
    }
}
