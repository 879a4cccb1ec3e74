//! An answer: a small document that does not depend on any platform. Its sources are numbered in order of first use.
//!
//! It carries meaning, not layout: a section has a role, an entry names the claim it shows, and a note says what
//! kind of information it adds. Texts are plain; each renderer does its own escaping.

mod action;
mod citations;
mod entry;
mod label;
mod note;
pub mod picture;
mod reference;
mod span;

use schemars::JsonSchema;
use serde::Serialize;

use crate::facts::Lang;
use crate::facts::date::Day;
use crate::facts::vocabulary::Kind;
use crate::query::{Key, Query};

pub use action::{Action, ActionKind};
pub use citations::{Citations, distance};
pub use entry::{Entry, GivenFigure, Statement};
pub use label::{Label, Part, Said};
pub use note::{Note, NoteRole, StandingData};
pub use reference::{Cite, Reference};
pub use span::{Span, push_citations};

/// Whether there is something to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// There is something to show.
    Found,
    /// The query was understood, but nothing matches; the answer says so.
    Nothing,
    /// The query was not understood; the answer suggests similar queries.
    Unknown,
}

/// The whole answer to one query; renderers show one page of it at a time.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Whether there is something to show.
    pub outcome: Outcome,
    /// The language of the answer.
    pub lang: Lang,
    /// The query that it answers, including the language, so that the query can be repeated.
    pub query: Query,
    /// The command as which a question in the asker's own words was read.
    pub read_as: Option<Query>,
    /// The requested page, from 1; if there are fewer pages, the last one is shown.
    pub page: usize,
    /// The number of parts of the list that it shows; the query names the part.
    pub parts: usize,
    /// The heading of the answer.
    pub title: String,
    /// The question that it answers, in words.
    pub question: Option<String>,
    /// The answer shows what was known on this day.
    pub as_of: Option<Day>,
    /// The bot's own remarks, shown before everything else.
    pub notices: Vec<String>,
    /// The short answer: at most three sentences, each attributed to its speakers.
    pub lead: Vec<Sentence>,
    /// Whether the first entry is the claim that the whole answer is about, so that the title only begins it.
    pub states_claim: bool,
    /// The body.
    pub sections: Vec<Section>,
    /// The sources, ordered by their numbers, which start at 1.
    pub references: Vec<Reference>,
    /// Small print, one phrase each.
    pub footer: Vec<String>,
    /// Related queries, offered as buttons or links.
    pub actions: Vec<Action>,
    /// The query that opens one of its claims once the claim's id is added; `None` if the answer already shows
    /// a claim.
    pub claim_query: Option<Query>,
    /// The data of its picture, if it has one.
    pub picture: Option<picture::Picture>,
}

/// A sentence of the short answer.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// The text with the numbers of its sources.
    pub spans: Vec<Span>,
    /// The ids of the claims that it is made from.
    pub claims: Vec<String>,
    /// Whether it contains an inferred date; the date itself is marked there.
    pub inferred: bool,
}

/// A part of an answer under a heading.
#[derive(Clone, Debug)]
pub struct Section {
    /// What its entries have in common.
    pub role: SectionRole,
    /// The heading of the section; empty if it has none.
    pub heading: String,
    /// The entries; pages break only between entries.
    pub entries: Vec<Entry>,
}

/// What the entries of a section have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SectionRole {
    /// The claims that a question is about: most assert, assess or report something.
    Said,
    /// Claims that support the requested claim.
    Supports,
    /// Denials.
    Denied,
    /// Statements that answer the requested claim, or the denials of a topic.
    Replies,
    /// Confirmations.
    Confirmed,
    /// Claims that leave the question open.
    Open,
    /// Claims that narrow or replace the requested claim.
    Qualified,
    /// Details on which sources differ: a number, a date or a person.
    Differs,
    /// Figures in order of time.
    OverTime,
    /// The standing of the requested claim.
    Standing,
    /// The claims that the requested claim answers.
    Answered,
    /// Denials and confirmations of the larger claim that the requested claim is part of.
    OfWhole,
    /// Claims that link to the requested claim or that it links to.
    Linked,
    /// Claims that other speakers attribute to the requested speaker.
    PassedOn,
    /// Quotations.
    Quotations,
    /// Figures.
    Figures,
    /// Evidence: how sources support or contradict claims.
    Evidence,
    /// Claims in order of time.
    Timeline,
    /// Sources.
    Sources,
    /// Search results, or the claims closest to the query.
    Found,
    /// Claims that editors have revised.
    Revised,
    /// Claims that editors have withdrawn.
    Withdrawn,
    /// When a claim was recorded, became known and changed.
    History,
    /// Information about a speaker, a source or the collection itself.
    About,
    /// Commands.
    Commands,
}

impl SectionRole {
    /// The role of a section that holds claims of one kind.
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Asserts | Kind::Assesses | Kind::Reports => Self::Said,
            Kind::Denies => Self::Denied,
            Kind::Confirms => Self::Confirmed,
            Kind::Declines => Self::Open,
        }
    }
}

impl Answer {
    /// The answer to a query that was not understood: a notice that says what is wrong, and suggested actions.
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
            read_as: None,
            page: 1,
            parts: 1,
            title,
            question: None,
            as_of: None,
            notices: vec![notice],
            lead: Vec::new(),
            sections: Vec::new(),
            references: Vec::new(),
            footer: Vec::new(),
            actions,
            states_claim: false,
            claim_query: None,
            picture: None,
        }
    }

    /// The same answer at another page. The language actions lead to that page, too.
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

    /// The same answer with queries that leave the language to the reader.
    #[must_use]
    pub fn without_languages(mut self) -> Self {
        let named = [&mut self.claim_query, &mut self.read_as];
        let named = named.into_iter().flatten().chain([&mut self.query]);
        let actions = self.actions.iter_mut().map(|action| &mut action.query);
        for query in actions.chain(named) {
            *query = std::mem::take(query).without(Key::Lang);
        }
        self
    }

    /// The answer as other people may see it: without the question, the remarks and the query in the small print if the
    /// query holds words that somebody typed, because these repeat them.
    #[must_use]
    pub fn for_everyone(mut self) -> Self {
        if self.query.has_typed_words() {
            self.question = None;
            self.notices.clear();
            let asked = self.query.clone().without(Key::Lang).to_string();
            self.footer.retain(|phrase| *phrase != asked);
        }
        self
    }

    /// All entries, in the order in which they are shown.
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
