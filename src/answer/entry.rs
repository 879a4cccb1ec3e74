//! One entry of an answer: whose statement it shows, in which words, and what is known of it.
//!
//! A statement gets in only by handing over a claim, which cannot exist without a speaker, a date and a source.

use schemars::JsonSchema;
use serde::Serialize;

use crate::facts::date::Date;
use crate::facts::standing::StandingKind;
use crate::facts::vocabulary::{Basis, Kind};
use crate::facts::{Claim, Figure, Speaker, When};

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

/// A date, and whether it was printed or worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Said {
    /// The date, in EDTF.
    pub when: Date,
    /// Printed or worked out.
    pub basis: Basis,
}

/// Who and when, in parts, so that each surface can set the date as it likes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label(Vec<Part>);

/// A part of a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What separates it from the part before.
    pub joint: &'static str,
    /// Its words.
    pub text: String,
    /// The date on which the statement was made, where the words are that date.
    pub said: Option<Said>,
    /// Whether the words are a date that was worked out.
    pub inferred: bool,
}

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

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain text.
    Text(String),
    /// Somebody's exact words, to be set in quotation marks, with their language (BCP 47).
    Quoted {
        /// The words.
        words: String,
        /// Their language.
        lang: String,
    },
    /// The number of a reference, from 1.
    Cite(usize),
    /// Text to be copied as it is, line ends and all; nothing else stands in its line.
    Verbatim(String),
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
        self.inferred
            || self.label.0.iter().any(|part| part.inferred)
            || self.notes.iter().any(|note| note.inferred)
    }
}

/// Adds the numbers of sources behind a text.
pub fn cite(spans: &mut Vec<Span>, numbers: impl IntoIterator<Item = usize>) {
    for number in numbers {
        spans.extend([Span::Text(" ".into()), Span::Cite(number)]);
    }
}

impl Said {
    /// A date of a claim.
    pub fn of(when: &When) -> Self {
        Self {
            when: when.when.clone(),
            basis: when.basis,
        }
    }
}

impl Label {
    /// The same label with one more part after a comma.
    #[must_use]
    pub fn comma(self, text: impl Into<String>) -> Self {
        self.joined(", ", text.into(), None, false)
    }

    /// The same label with one more part after a dot.
    #[must_use]
    pub fn dot(self, text: impl Into<String>) -> Self {
        self.joined(" · ", text.into(), None, false)
    }

    /// The same label with the date on which the statement was made, in words.
    #[must_use]
    pub fn said(self, when: &When, words: String) -> Self {
        self.joined(
            ", ",
            words,
            Some(Said::of(when)),
            when.basis == Basis::Inferred,
        )
    }

    /// The same label with another date, in words.
    #[must_use]
    pub fn date(self, words: String, basis: Basis) -> Self {
        self.joined(", ", words, None, basis == Basis::Inferred)
    }

    /// The same label with the parts of another behind a dot.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        for (at, mut part) in other.0.into_iter().enumerate() {
            if at == 0 {
                part.joint = " · ";
            }
            self.0.push(part);
        }
        self
    }

    fn joined(
        mut self,
        joint: &'static str,
        text: String,
        said: Option<Said>,
        inferred: bool,
    ) -> Self {
        if !text.is_empty() {
            self.0.push(Part {
                joint,
                text,
                said,
                inferred,
            });
        }
        self
    }

    /// The same label, every text of it changed; parts without text are left out.
    #[must_use]
    pub fn map(&self, change: impl Fn(&str) -> String) -> Self {
        let mut changed = self.clone();
        for part in &mut changed.0 {
            part.text = change(&part.text);
        }
        changed.0.retain(|part| !part.text.is_empty());
        changed
    }

    /// The same label with its first words changed.
    #[must_use]
    pub fn map_first(mut self, change: impl Fn(&str) -> String) -> Self {
        if let Some(first) = self.0.first_mut() {
            first.text = change(&first.text);
        }
        self
    }

    /// All of it.
    pub fn text(&self) -> String {
        joined(&self.0)
    }

    /// All of it but the date of the statement, and that date as it is written.
    pub fn split(&self) -> (String, Option<&Part>) {
        let rest: Vec<Part> = self
            .0
            .iter()
            .filter(|one| one.said.is_none())
            .cloned()
            .collect();
        let said = self.0.iter().find(|part| part.said.is_some());
        (joined(&rest), said)
    }
}

fn joined(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() {
            text.push_str(part.joint);
        }
        text.push_str(&part.text);
    }
    text
}

impl From<&str> for Label {
    fn from(text: &str) -> Self {
        Self::default().comma(text)
    }
}

impl From<String> for Label {
    fn from(text: String) -> Self {
        Self::default().comma(text)
    }
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
