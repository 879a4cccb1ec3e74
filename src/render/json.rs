//! A page as data for programs: the same words as everywhere, taken apart.
//!
//! Keys are stable; new ones may come. Texts hold no markup; `[1]` in them is a source's number.

use serde::Serialize;

use super::{Page, clean};
use crate::answer::{Entry, Outcome, Reference, Span, WayKind};
use crate::facts::date::{Date, Day};
use crate::phrases::Words;

/// A page as JSON can hold it.
#[derive(Debug, Serialize)]
pub struct Sheet {
    /// The question, as one would type it.
    query: String,
    /// The language of the words.
    language: &'static str,
    outcome: &'static str,
    title: String,
    question: Option<String>,
    as_of: Option<String>,
    notices: Vec<String>,
    sections: Vec<Section>,
    sources: Vec<Source>,
    footer: Vec<String>,
    page: usize,
    pages: usize,
    ways: Vec<Way>,
}

#[derive(Debug, Serialize)]
struct Section {
    heading: String,
    entries: Vec<Statement>,
}

#[derive(Debug, Serialize)]
struct Statement {
    /// The claim it shows; `null` for the bot's own words.
    claim: Option<String>,
    /// Who and when.
    label: String,
    text: String,
    notes: Vec<String>,
    /// Numbers of its sources.
    sources: Vec<usize>,
}

#[derive(Debug, Serialize)]
struct Source {
    number: usize,
    id: String,
    citation: String,
    title: String,
    publisher: String,
    language: String,
    /// EDTF; `null` if no date is known.
    issued: Option<Date>,
    /// The day it was read.
    accessed: Option<Day>,
    url: Option<String>,
    /// File name of the archived text.
    #[serde(skip_serializing_if = "Option::is_none")]
    archive: Option<String>,
}

#[derive(Debug, Serialize)]
struct Way {
    label: String,
    kind: &'static str,
    query: String,
}

/// A page as data.
pub fn json(page: &Page<'_>) -> Sheet {
    let words = Words::of(page.answer.lang);
    let sections = page.sections.iter().map(|section| Section {
        heading: section.heading.clone(),
        entries: section
            .entries
            .iter()
            .map(|one| statement(one, words))
            .collect(),
    });
    let frame = &page.frame;
    Sheet {
        query: page.answer.query.to_string(),
        language: page.answer.lang.code(),
        outcome: match page.answer.outcome {
            Outcome::Found => "found",
            Outcome::Nothing => "nothing",
            Outcome::Unknown => "unknown",
        },
        title: frame.title.clone(),
        question: frame.question.clone(),
        as_of: frame.as_of.clone(),
        notices: frame.notices.clone(),
        sections: sections.collect(),
        sources: page.references.iter().map(|one| source(one)).collect(),
        footer: frame.footer.clone(),
        page: page.number,
        pages: page.total,
        ways: page.answer.ways.iter().map(way).collect(),
    }
}

fn statement(entry: &Entry, words: &Words) -> Statement {
    let mut sources = Vec::new();
    for span in entry.spans() {
        match span {
            Span::Cite(number) if !sources.contains(number) => sources.push(*number),
            Span::Cite(_)
            | Span::Text(_)
            | Span::Quoted { words: _, lang: _ }
            | Span::Verbatim(_) => {}
        }
    }
    Statement {
        claim: entry.claim().map(str::to_owned),
        label: entry.label.clone(),
        text: plain(&entry.body, words),
        notes: entry.notes.iter().map(|note| plain(note, words)).collect(),
        sources,
    }
}

fn plain(spans: &[Span], words: &Words) -> String {
    let pieces = spans.iter().map(|span| match span {
        Span::Text(text) => text.clone(),
        Span::Quoted {
            words: said,
            lang: _,
        } => words.with("quoted", &[("words", said)]),
        Span::Cite(number) => format!("[{number}]"),
        Span::Verbatim(text) => text.clone(),
    });
    let text = pieces.collect::<String>();
    let block = spans.iter().any(|span| matches!(span, Span::Verbatim(_)));
    if block {
        clean::lines(&text)
    } else {
        clean::line(&text)
    }
}

fn source(reference: &Reference) -> Source {
    let source = &reference.source;
    Source {
        number: reference.number,
        id: source.id.clone(),
        citation: reference.text.clone(),
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        language: source.language.clone(),
        issued: source.issued.clone(),
        accessed: source.accessed,
        url: source.url.clone(),
        archive: source.archive.clone(),
    }
}

fn way(way: &crate::answer::Way) -> Way {
    Way {
        label: way.label.clone(),
        kind: match way.kind {
            WayKind::View => "view",
            WayKind::Here => "here",
            WayKind::Language => "language",
            WayKind::Suggestion => "suggestion",
        },
        query: way.query.to_string(),
    }
}
