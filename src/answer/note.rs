//! The notes on an entry: one line each, with what it tells.

use schemars::JsonSchema;
use serde::Serialize;

use super::span::Span;
use crate::facts::standing::StandingKind;
use crate::facts::vocabulary::Basis;
use crate::facts::{Claim, When};

/// One line on an entry.
#[derive(Clone, Debug, Default)]
pub struct Note {
    /// What it tells.
    pub role: NoteRole,
    /// What it tells of how the statement stands.
    pub standing: Vec<StandingLine>,
    /// Its words.
    pub spans: Vec<Span>,
    /// Whether a date in it was worked out; it is marked there.
    pub inferred: bool,
}

/// What a note tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NoteRole {
    /// How the statement stands.
    Standing,
    /// When and where it happened.
    Event,
    /// How a date was worked out.
    Reason,
    /// The statement that it denies.
    Denies,
    /// Another wording of a quotation.
    Wording,
    /// What was counted for its standing.
    Counted,
    /// Since when it has been known.
    Known,
    /// Why a search found it.
    Found,
    /// What an editor or a source adds.
    #[default]
    Remark,
}

/// One thing that holds of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StandingLine {
    /// What holds.
    pub kind: StandingKind,
    /// Ids of the parties behind it: states, bodies, or people who speak for nobody else.
    pub by: Vec<String>,
    /// Ids of the claims that say so.
    pub claims: Vec<String>,
    /// Ids of the sources that say so, where no claim does.
    pub sources: Vec<String>,
}

impl Note {
    /// A line in plain words.
    pub fn line(role: NoteRole, text: impl Into<String>) -> Self {
        Self::new(role, vec![Span::Text(text.into())])
    }

    /// A line that tells nothing of how a statement stands.
    pub fn new(role: NoteRole, spans: Vec<Span>) -> Self {
        Self {
            role,
            spans,
            ..Self::default()
        }
    }

    /// The same line, which tells this of how the statement stands.
    #[must_use]
    pub fn telling(mut self, standing: StandingLine) -> Self {
        self.standing.push(standing);
        self
    }

    /// The same line, in which these dates are shown.
    #[must_use]
    pub fn dated<'w>(mut self, dates: impl IntoIterator<Item = &'w When>) -> Self {
        self.inferred = dates.into_iter().any(|when| when.basis == Basis::Inferred);
        self
    }
}

impl StandingLine {
    /// What some claims do to a statement.
    pub fn by_claims(kind: StandingKind, claims: &[&Claim]) -> Self {
        let mut by: Vec<String> = Vec::new();
        for party in claims
            .iter()
            .flat_map(|claim| &claim.by)
            .map(|one| one.party())
        {
            if !by.contains(&party.id) {
                by.push(party.id.clone());
            }
        }
        Self {
            by,
            claims: claims.iter().map(|claim| claim.id.clone()).collect(),
            ..Self::of(kind)
        }
    }

    /// What holds of a statement by itself.
    pub fn of(kind: StandingKind) -> Self {
        Self {
            kind,
            by: Vec::new(),
            claims: Vec::new(),
            sources: Vec::new(),
        }
    }
}
