//! One entry of an answer: the claim it shows, the words, and what is known about it.
//!
//! A statement can only be made from a claim, and every claim has a speaker, a date and a source.

use schemars::JsonSchema;
use serde::Serialize;

use super::label::{Label, Said};
use super::note::{Note, StandingData};
use super::span::{Span, push_citations};
use crate::facts::date::Date;
use crate::facts::vocabulary::{Basis, Kind};
use crate::facts::{Claim, Figure};

/// One line or paragraph of an answer.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    statement: Option<Statement>,
    /// The number of the reference that the entry writes out in full, as in a list of sources.
    pub spells_out: Option<usize>,
    /// The name of the command that the entry describes, as in `/help`.
    pub command: Option<String>,
    /// The speaker and date, or what is counted.
    pub label: Label,
    /// The main text.
    pub body: Vec<Span>,
    /// What the body says about the claim's standing.
    pub standing: Vec<StandingData>,
    /// Whether the body contains an inferred date; the date itself is marked there.
    pub inferred: bool,
    /// Notes on the entry, one line each.
    pub notes: Vec<Note>,
    /// The figures in the body, each with its speakers.
    pub figures: Vec<GivenFigure>,
}

/// The claim that an entry shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The claim's id.
    pub claim: String,
    /// Whether the speaker asserts, denies, confirms and so on.
    pub kind: Kind,
    /// The ids of the speakers.
    pub by: Vec<String>,
    /// When it was said.
    pub said: Said,
}

/// A figure in an entry, with its speakers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GivenFigure {
    /// The id of the claim that contains it.
    pub claim: String,
    /// The id of what is counted.
    pub measure: String,
    /// The ids of the speakers who gave the number.
    pub by: Vec<String>,
    /// When it was given, in EDTF; `null` if no date is known.
    pub when: Option<Date>,
    /// Whether that date was printed or worked out; `null` if no date is known.
    pub basis: Option<Basis>,
    /// The number in words: `about 1,500`.
    pub text: String,
}

impl Entry {
    /// An entry in the bot's own words, not attributed to a speaker.
    pub fn own(label: impl Into<Label>, body: Vec<Span>) -> Self {
        Self {
            label: label.into(),
            body,
            ..Self::default()
        }
    }

    /// The same with plain text.
    pub fn line(label: impl Into<Label>, text: impl Into<String>) -> Self {
        Self::own(label, vec![Span::Text(text.into())])
    }

    /// The same entry as the description of a command.
    #[must_use]
    pub fn describing(mut self, command: impl Into<String>) -> Self {
        self.command = Some(command.into());
        self
    }

    /// A source written out in full, with its number.
    pub fn source(text: &str, number: usize) -> Self {
        let body = vec![Span::Text(format!("{text} ")), Span::Cite(number)];
        Self {
            spells_out: Some(number),
            ..Self::own("", body)
        }
    }

    /// An entry that shows a claim: the body, then the numbers of its sources.
    pub fn of(claim: &Claim, label: Label, mut body: Vec<Span>, cites: Vec<usize>) -> Self {
        push_citations(&mut body, cites);
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

    /// One line about a claim's standing.
    pub fn telling(claim: &Claim, line: Note) -> Self {
        Self {
            standing: line.standing,
            inferred: line.inferred,
            ..Self::of(claim, Label::default(), line.spans, Vec::new())
        }
    }

    /// The claim that it shows, if any.
    pub fn statement(&self) -> Option<&Statement> {
        self.statement.as_ref()
    }

    /// The id of the claim that it shows, if any.
    pub fn claim(&self) -> Option<&str> {
        self.statement.as_ref().map(|one| one.claim.as_str())
    }

    /// The text to be copied unchanged, if there is one.
    pub fn verbatim(&self) -> Option<&str> {
        self.body.iter().find_map(|span| match span {
            Span::Verbatim(text) => Some(text.as_str()),
            Span::Text(_) | Span::Quoted { words: _, lang: _ } | Span::Cite(_) => None,
        })
    }

    /// All text: the body, then the notes.
    pub fn spans(&self) -> impl Iterator<Item = &Span> {
        let notes = self.notes.iter().flat_map(|note| &note.spans);
        self.body.iter().chain(notes)
    }

    /// All text, mutable.
    pub(super) fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        let notes = self.notes.iter_mut().flat_map(|note| &mut note.spans);
        self.body.iter_mut().chain(notes)
    }

    /// Whether it shows any inferred date.
    pub fn has_inferred_date(&self) -> bool {
        self.inferred || self.label.is_inferred() || self.notes.iter().any(|note| note.inferred)
    }
}

impl GivenFigure {
    /// A claim's figure, in words.
    pub fn of(claim: &Claim, figure: &Figure, text: String) -> Self {
        let (by, given) = figure.given(claim);
        Self {
            claim: claim.id.clone(),
            measure: figure.measure.id.clone(),
            by: by.iter().map(|speaker| speaker.id.clone()).collect(),
            when: given.map(|(date, _)| date.clone()),
            basis: given.map(|(_, basis)| basis),
            text,
        }
    }
}
