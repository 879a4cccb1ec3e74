//! An answer: a small document that knows no platform, with its sources numbered as first used.
//!
//! A statement gets in only by handing over a claim, which cannot exist without a speaker, a date
//! and a source. Texts are plain; each renderer escapes for itself.

mod citations;
pub mod picture;

use std::sync::Arc;

use crate::facts::{Claim, Lang, Source};
use crate::query::Query;

pub use citations::{Citations, nearness};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// Its heading.
    pub title: String,
    /// The question in words.
    pub question: Option<String>,
    /// On which day this was known, in words.
    pub as_of: Option<String>,
    /// The bot's own remarks, before everything else.
    pub notices: Vec<String>,
    /// The body.
    pub sections: Vec<Section>,
    /// Sources in the order of their numbers, which start at 1.
    pub references: Vec<Reference>,
    /// Small print, one phrase each.
    pub footer: Vec<String>,
    /// Other questions that are one tap away.
    pub ways: Vec<Way>,
    /// The question that shows one of its claims whole, to which the claim's id is added; `None` where
    /// that is what is shown.
    pub opens: Option<Query>,
    /// What its picture shows, if it has one.
    pub picture: Option<picture::Picture>,
}

/// A part of an answer under a heading.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// Its entries; an answer is cut into pages only between them.
    pub entries: Vec<Entry>,
}

/// One line or paragraph of an answer.
#[derive(Clone, Debug)]
pub struct Entry {
    claim: Option<String>,
    /// Who and when, or what is counted.
    pub label: String,
    /// What is said.
    pub body: Vec<Span>,
    /// What a reader should know of it, one line each.
    pub notes: Vec<Vec<Span>>,
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
pub struct Way {
    /// What the button says.
    pub label: String,
    /// Where it leads.
    pub query: Query,
    /// What it is for.
    pub kind: WayKind,
}

/// What a way leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayKind {
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
    /// An answer of the bot's own words only, to what was not understood: what is wrong, and ways on.
    pub fn unknown(
        lang: Lang,
        query: Query,
        title: String,
        notice: String,
        ways: Vec<Way>,
    ) -> Self {
        Self {
            outcome: Outcome::Unknown,
            lang,
            query,
            title,
            question: None,
            as_of: None,
            notices: vec![notice],
            sections: Vec::new(),
            references: Vec::new(),
            footer: Vec::new(),
            ways,
            opens: None,
            picture: None,
        }
    }

    /// Its statements, in the order in which they are shown.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.sections.iter().flat_map(|section| &section.entries)
    }
}

impl Way {
    /// A way to something that may have been meant.
    pub fn suggestion(label: String, query: Query) -> Self {
        Self {
            label,
            query,
            kind: WayKind::Suggestion,
        }
    }
}

impl Entry {
    /// The bot's own words: nothing that anybody is said to have said.
    pub fn own(label: impl Into<String>, body: Vec<Span>) -> Self {
        Self {
            claim: None,
            label: label.into(),
            body,
            notes: Vec::new(),
        }
    }

    /// Something said in a claim: its words first, then the numbers of its sources.
    pub fn of(claim: &Claim, label: String, mut body: Vec<Span>, cites: Vec<usize>) -> Self {
        for number in cites {
            body.push(Span::Text(" ".into()));
            body.push(Span::Cite(number));
        }
        Self {
            claim: Some(claim.id.clone()),
            label,
            body,
            notes: Vec::new(),
        }
    }

    /// The id of the claim it shows, if it shows one.
    pub fn claim(&self) -> Option<&str> {
        self.claim.as_deref()
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
        self.body.iter().chain(self.notes.iter().flatten())
    }
}
