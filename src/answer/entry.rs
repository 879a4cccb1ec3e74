//! One entry of an answer: whose statement it shows, in which words, and what is known of it.
//!
//! A statement gets in only by handing over a claim, which cannot exist without a speaker, a date and a source.

use schemars::JsonSchema;
use serde::Serialize;

use super::label::{Label, Said};
use super::note::{Note, StandingLine};
use super::span::{Span, cite};
use crate::facts::date::Date;
use crate::facts::vocabulary::Kind;
use crate::facts::{Claim, Figure, Speaker};

/// One line or paragraph of an answer.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    statement: Option<Statement>,
    /// The number of the reference that it spells out, as those of a list of sources do.
    pub reference: Option<usize>,
    /// Who and when, or what is counted.
    pub label: Label,
    /// What is said.
    pub body: Vec<Span>,
    /// What its body tells of how the statement stands.
    pub standing: Vec<StandingLine>,
    /// Whether a date in the body was worked out; it is marked there.
    pub inferred: bool,
    /// What a reader should know of it, one line each.
    pub notes: Vec<Note>,
    /// The numbers in its body, each with who gives it.
    pub figures: Vec<GivenFigure>,
}

/// Whose statement an entry shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The claim's id.
    pub claim: String,
    /// What the speaker does.
    pub kind: Kind,
    /// Ids of the speakers.
    pub by: Vec<String>,
    /// When it was said.
    pub said: Said,
}

/// A number in an entry, with who gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GivenFigure {
    /// The id of the claim that it is from.
    pub claim: String,
    /// The id of what is counted.
    pub measure: String,
    /// Ids of those whose number it is.
    pub by: Vec<String>,
    /// When it was given, in EDTF; `null` if no date is known.
    pub when: Option<Date>,
    /// The number in words: `about 1,500`.
    pub text: String,
}

impl Entry {
    /// The bot's own words: nothing that anybody is said to have said.
    pub fn own(label: impl Into<Label>, body: Vec<Span>) -> Self {
        Self {
            label: label.into(),
            body,
            ..Self::default()
        }
    }

    /// The same in plain words.
    pub fn line(label: impl Into<Label>, text: impl Into<String>) -> Self {
        Self::own(label, vec![Span::Text(text.into())])
    }

    /// A source spelled out, whose number this is.
    pub fn source(text: &str, number: usize) -> Self {
        let body = vec![Span::Text(format!("{text} ")), Span::Cite(number)];
        Self {
            reference: Some(number),
            ..Self::own("", body)
        }
    }

    /// Something said in a claim: its words first, then the numbers of its sources.
    pub fn of(claim: &Claim, label: Label, mut body: Vec<Span>, cites: Vec<usize>) -> Self {
        cite(&mut body, cites);
        Self {
            statement: Some(Statement {
                claim: claim.id.clone(),
                kind: claim.kind,
                by: claim.by.iter().map(|speaker| speaker.id.clone()).collect(),
                said: Said::of(&claim.said),
            }),
            ..Self::own(label, body)
        }
    }

    /// One line of how a claim stands.
    pub fn telling(claim: &Claim, line: Note) -> Self {
        Self {
            standing: line.standing,
            inferred: line.inferred,
            ..Self::of(claim, Label::default(), line.spans, Vec::new())
        }
    }

    /// Whose statement it shows, if it shows one.
    pub fn statement(&self) -> Option<&Statement> {
        self.statement.as_ref()
    }

    /// The id of the claim it shows, if it shows one.
    pub fn claim(&self) -> Option<&str> {
        self.statement.as_ref().map(|one| one.claim.as_str())
    }

    /// The text that is to be copied as it is, if it holds such.
    pub fn verbatim(&self) -> Option<&str> {
        self.body.iter().find_map(|span| match span {
            Span::Verbatim(text) => Some(text.as_str()),
            Span::Text(_) | Span::Quoted { words: _, lang: _ } | Span::Cite(_) => None,
        })
    }

    /// All its running text, the body and then the notes.
    pub fn spans(&self) -> impl Iterator<Item = &Span> {
        let notes = self.notes.iter().flat_map(|note| &note.spans);
        self.body.iter().chain(notes)
    }

    /// The same, to be changed.
    pub(super) fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        let notes = self.notes.iter_mut().flat_map(|note| &mut note.spans);
        self.body.iter_mut().chain(notes)
    }

    /// Whether any date that it shows was worked out.
    pub fn has_inferred_date(&self) -> bool {
        self.inferred || self.label.is_inferred() || self.notes.iter().any(|note| note.inferred)
    }
}

impl GivenFigure {
    /// A number of a claim, in words.
    pub fn of(claim: &Claim, figure: &Figure, text: String) -> Self {
        let ids = |speakers: &[std::sync::Arc<Speaker>]| -> Vec<String> {
            speakers.iter().map(|one| one.id.clone()).collect()
        };
        let (by, given) = figure.given(claim);
        Self {
            claim: claim.id.clone(),
            measure: figure.measure.id.clone(),
            by: ids(by),
            when: given.map(|(date, _)| date.clone()),
            text,
        }
    }
}
