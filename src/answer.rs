//! An answer: a small document that knows no platform, with its sources numbered as first used.
//!
//! It carries meaning: a section has a role, an entry says whose statement it shows, and a note what it tells of it.
//! Texts are plain; each renderer escapes for itself.

mod citations;
mod entry;
mod label;
mod note;
pub mod picture;
mod span;

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use crate::facts::date::Day;
use crate::facts::vocabulary::Kind;
use crate::facts::{Lang, Source, Topic};
use crate::query::Query;

pub use citations::{Citations, nearness};
pub use entry::{Entry, GivenFigure, Statement};
pub use label::{Label, Part, Said};
pub use note::{Note, NoteRole, StandingLine};
pub use span::{Span, cite};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// There is something to show.
    Found,
    /// The question was understood; there is nothing, and the answer says so.
    Nothing,
    /// The question was not understood; the answer offers the nearest.
    Unknown,
}

/// An answer to one question, whole; renderers show one page of it at a time.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was found.
    pub outcome: Outcome,
    /// The language of its words.
    pub lang: Lang,
    /// What it answers, with its language, so that it can be asked again.
    pub query: Query,
    /// The page that was asked for, from 1; the last one is shown where there are fewer.
    pub page: usize,
    /// Its heading.
    pub title: String,
    /// The question in words.
    pub question: Option<String>,
    /// The day on which this was known.
    pub as_of: Option<Day>,
    /// The bot's own remarks, before everything else.
    pub notices: Vec<String>,
    /// The body.
    pub sections: Vec<Section>,
    /// Sources in the order of their numbers, which start at 1.
    pub references: Vec<Reference>,
    /// Small print, one phrase each.
    pub footer: Vec<String>,
    /// Other questions that are one tap away.
    pub actions: Vec<Action>,
    /// The question that shows one of its claims whole, to which the claim's id is added; `None` where
    /// that is what is shown.
    pub opens: Option<Query>,
    /// What its picture shows, if it has one.
    pub picture: Option<picture::Picture>,
}

/// A part of an answer under a heading.
#[derive(Clone, Debug)]
pub struct Section {
    /// What its entries have in common.
    pub role: SectionRole,
    /// Its heading; empty for none.
    pub heading: String,
    /// Its entries; an answer is cut into pages only between them.
    pub entries: Vec<Entry>,
}

/// What the entries of a section have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SectionRole {
    /// Statements that something is so, in whatever way.
    Said,
    /// Statements that support the one asked about.
    Supports,
    /// Denials.
    Denied,
    /// Confirmations.
    Confirmed,
    /// Statements that leave the question open.
    Open,
    /// Statements that narrow the one asked about or take its place.
    Qualified,
    /// Where sources differ in a number, a date or a person.
    Differs,
    /// Numbers given for one time after another.
    OverTime,
    /// How the statement asked about stands.
    Standing,
    /// The statements that the one asked about answers.
    Answered,
    /// Denials and confirmations of what the statement asked about is a part of.
    OfWhole,
    /// Statements that link to the one asked about, or to which it links.
    Linked,
    /// Statements on the word of the speaker asked about.
    PassedOn,
    /// Quotations.
    Quotations,
    /// Numbers.
    Figures,
    /// What sources do for statements.
    Evidence,
    /// Statements in the order of time.
    Timeline,
    /// Sources.
    Sources,
    /// Statements that were found, or that come nearest to what was asked.
    Found,
    /// Statements that editors have revised.
    Revised,
    /// Statements that editors have withdrawn.
    Withdrawn,
    /// When a statement was recorded, known and changed.
    History,
    /// What is recorded about a speaker, a source or the collection itself.
    About,
    /// Commands.
    Commands,
}

impl SectionRole {
    /// The role of a section with statements of one kind.
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Asserts | Kind::Assesses | Kind::Reports => Self::Said,
            Kind::Denies => Self::Denied,
            Kind::Confirms => Self::Confirmed,
            Kind::Declines => Self::Open,
        }
    }
}

/// A source, numbered.
#[derive(Clone, Debug)]
pub struct Reference {
    /// From 1, as first used in the answer.
    pub number: usize,
    /// The source.
    pub source: Arc<Source>,
    /// Its citation in the answer's language, without its address.
    pub text: String,
}

impl Reference {
    /// Whether its citation ends with its address, as those in some styles do.
    pub fn tells_address(&self) -> bool {
        let url = self.source.url.as_deref();
        url.is_some_and(|url| self.text.contains(url))
    }
}

/// A question that is one tap away.
#[derive(Clone, Debug)]
pub struct Action {
    /// What the button says.
    pub label: String,
    /// What it is called where nobody types commands, if that is something else.
    pub title: Option<String>,
    /// Where it leads.
    pub query: Query,
    /// What it is for.
    pub kind: ActionKind,
}

/// What a way leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ActionKind {
    /// Another view of the same topic.
    View,
    /// The view that is shown.
    Here,
    /// The same in another language.
    Language,
    /// Something that may have been meant.
    Suggestion,
}

impl Answer {
    /// An answer of the bot's own words only, to what was not understood: what is wrong, and actions on.
    pub fn unknown(
        lang: Lang,
        query: Query,
        title: String,
        notice: String,
        actions: Vec<Action>,
    ) -> Self {
        Self {
            outcome: Outcome::Unknown,
            lang,
            query,
            page: 1,
            title,
            question: None,
            as_of: None,
            notices: vec![notice],
            sections: Vec::new(),
            references: Vec::new(),
            footer: Vec::new(),
            actions,
            opens: None,
            picture: None,
        }
    }

    /// The same answer, at another page; so is the same in another language.
    #[must_use]
    pub fn at_page(mut self, page: usize) -> Self {
        self.page = page;
        for action in &mut self.actions {
            if action.kind == ActionKind::Language {
                action.query = std::mem::take(&mut action.query).at_page(page);
            }
        }
        self
    }

    /// Its entries, in the order in which they are shown.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.sections.iter().flat_map(|section| &section.entries)
    }
}

impl Section {
    /// A section without entries yet.
    pub fn new(role: SectionRole, heading: impl Into<String>) -> Self {
        let heading = heading.into();
        Self {
            role,
            heading,
            entries: Vec::new(),
        }
    }

    /// The same section with these entries.
    #[must_use]
    pub fn with(self, entries: Vec<Entry>) -> Self {
        Self { entries, ..self }
    }
}

impl Action {
    /// An action to another question of the same kind, or the one that is shown.
    pub fn view(label: impl Into<String>, query: Query, here: bool) -> Self {
        let kind = if here {
            ActionKind::Here
        } else {
            ActionKind::View
        };
        Self {
            kind,
            ..Self::suggestion(label, query)
        }
    }

    /// An action to the same in another language.
    pub fn language(label: impl Into<String>, query: Query) -> Self {
        Self {
            kind: ActionKind::Language,
            ..Self::suggestion(label, query)
        }
    }

    /// An action to something that may have been meant.
    pub fn suggestion(label: impl Into<String>, query: Query) -> Self {
        Self {
            label: label.into(),
            title: None,
            query,
            kind: ActionKind::Suggestion,
        }
    }

    /// The same way, which leads to a topic: its command is what people type.
    #[must_use]
    pub fn to_topic(mut self, topic: &Topic, lang: Lang) -> Self {
        self.label = format!("/{}", topic.id);
        self.title = Some(topic.title.get(lang).to_owned());
        self
    }
}
