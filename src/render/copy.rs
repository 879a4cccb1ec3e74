//! An answer as text to be copied: its lead with the sources of the lead, or the whole answer if it has no lead. One
//! piece for each line or paragraph, without wrapping.
//!
//! The caller decides where the pieces are shown and how to group them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Frame, clean, markdown, whole};
use crate::answer::{Answer, Entry, Reference, Span};
use crate::phrases::Phrases;

/// The sources of the part that is copied.
pub fn references(answer: &Answer) -> Vec<&Reference> {
    let lead = answer.lead.iter().flat_map(|sentence| &sentence.spans);
    let numbers: BTreeSet<usize> = lead.filter_map(Span::cited).collect();
    let all = answer.references.iter();
    all.filter(|one| answer.lead.is_empty() || numbers.contains(&one.number))
        .collect()
}

/// The part of an answer that is copied.
fn copied(answer: &Answer) -> Cow<'_, Answer> {
    if answer.lead.is_empty() {
        return Cow::Borrowed(answer);
    }
    Cow::Owned(Answer {
        question: None,
        notices: Vec::new(),
        sections: Vec::new(),
        ..answer.clone()
    })
}

/// Plain text, with the addresses of the sources at the end.
pub fn plain(answer: &Answer) -> Vec<String> {
    let words = Phrases::of(answer.lang);
    let answer = &*copied(answer);
    let frame = Frame::of(answer);
    let mut pieces = vec![frame.title];
    let about = frame.question.into_iter().chain(frame.as_of);
    pieces.extend(about.chain(frame.notices));
    if !answer.lead.is_empty() {
        let sentences = answer.lead.iter();
        let sentences = sentences.map(|sentence| running(&sentence.spans, words));
        let lead = sentences.collect::<Vec<_>>().join(" ");
        pieces.extend([String::new(), lead]);
    }
    for section in &answer.sections {
        pieces.push(String::new());
        let heading = clean::line(&section.heading);
        pieces.extend((!heading.is_empty()).then_some(heading));
        pieces.extend(section.entries.iter().map(|one| entry(one, words)));
    }
    let references = references(answer);
    if !references.is_empty() {
        pieces.extend([String::new(), words.text("heading-sources")]);
        pieces.extend(references.into_iter().map(|one| reference(one, words)));
    }
    pieces
}

fn entry(entry: &Entry, words: &Phrases) -> String {
    let label = clean::line(&entry.label.text());
    let body = running(&entry.body, words);
    let mut piece = match label.as_str() {
        "" => format!("- {body}"),
        label => format!("- {}", words.labelled(label, &body)),
    };
    for note in &entry.notes {
        piece.push_str(&format!("\n  – {}", running(&note.spans, words)));
    }
    piece
}

fn running(spans: &[Span], words: &Phrases) -> String {
    let pieces = spans.iter().map(|span| match span {
        Span::Text(text) => clean::piece(text),
        Span::Quoted {
            words: said,
            lang: _,
        } => words.format("quoted", &[("words", &clean::line(said))]),
        Span::Cite(number) => format!("[{number}]"),
        Span::Verbatim(text) => clean::lines(text),
    });
    pieces.collect::<String>().trim().to_owned()
}

fn reference(reference: &Reference, words: &Phrases) -> String {
    let mut line = format!("[{}] {}", reference.number, clean::line(reference.text()));
    if let Some(url) = reference.untold_address().and_then(clean::address) {
        line.push_str(&format!(". {url}"));
    }
    if let Some((kind, url)) = reference.untold_second()
        && let Some(url) = clean::address(url)
    {
        let label = words.address(kind);
        let second = words.format("cite-second", &[("label", &label), ("address", &url)]);
        line.push_str(&format!(" ({second})"));
    }
    line
}

/// CommonMark for other programs, with the sources at the end.
pub fn markdown(answer: &Answer) -> Vec<String> {
    markdown::blocks(&whole(&copied(answer)))
        .into_iter()
        .flat_map(|block| {
            let lines: Vec<String> = block.lines().map(str::to_owned).collect();
            lines.into_iter().chain([String::new()])
        })
        .collect()
}
