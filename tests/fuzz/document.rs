//! A document made of any text, one piece a line. The first letter of a line says what it becomes.

use std::sync::Arc;

use once_cell::sync::Lazy;
use sumber::answer::{
    Action, ActionKind, Answer, Cite, Entry, Label, Note, NoteRole, Outcome, Reference, Section,
    SectionRole, Sentence, Span,
};
use sumber::facts::file::{Part, read};
use sumber::facts::{Facts, Lang};
use sumber::query::{Key, Query};

static FACTS: Lazy<Facts> = Lazy::new(|| {
    let part = Part {
        name: "harbour.toml".to_owned(),
        text: include_str!("../fixtures/harbour.toml").to_owned(),
    };
    read(&[part]).unwrap().facts
});

/// The facts behind the document.
pub(crate) fn facts() -> &'static Facts {
    &FACTS
}

/// Most lines of a document; more of them only take time.
const LINES: usize = 200;

/// The document.
pub(crate) fn answer(text: &str) -> Answer {
    let mut answer = Answer::unknown(
        Lang::En,
        Query::new("harbour"),
        String::new(),
        String::new(),
        Vec::new(),
    );
    (answer.outcome, answer.notices) = (Outcome::Found, Vec::new());
    for line in text.split('\n').take(LINES) {
        let mut letters = line.chars();
        let kind = letters.next().unwrap_or_default();
        add(&mut answer, kind, letters.as_str());
    }
    answer
}

fn add(answer: &mut Answer, kind: char, words: &str) {
    let text = words.to_owned();
    match kind {
        't' => answer.title = text,
        '?' => answer.question = Some(text),
        'n' => answer.notices.push(text),
        'f' => answer.footer.push(text),
        'l' => answer.lead.push(Sentence {
            spans: vec![Span::Text(text), Span::Cite(1)],
            ..Sentence::default()
        }),
        's' => answer.sections.push(Section::new(SectionRole::Said, text)),
        'i' => answer.lang = Lang::Id,
        'p' => answer.page = words.len(),
        'c' => answer.claim_query = Some(Query::new("claim").with(Key::Claim, text)),
        'v' | 'm' | 'g' => {
            let kind = match kind {
                'v' => ActionKind::View,
                'm' => ActionKind::More,
                _ => ActionKind::Suggestion,
            };
            let query = Query::new("harbour").with(Key::View, text.clone());
            answer.actions.push(Action {
                kind,
                ..Action::suggestion(text, query)
            });
        }
        'r' | 'u' => source(answer, kind, text),
        'e' => answer.sections.last_mut().into_iter().for_each(|section| {
            section.entries.push(claimed(words));
        }),
        _ => extend(answer, kind, text),
    }
}

/// A numbered source with this citation (`r`) or address (`u`).
fn source(answer: &mut Answer, kind: char, text: String) {
    let mut source = (*FACTS.sources[0]).clone();
    let number = answer.references.len() + 1;
    let cited = match kind {
        'u' => {
            source.url = Some(text);
            "Cited".to_owned()
        }
        _ => text,
    };
    let cite = (|_: &_, _| String::new()) as Cite;
    let reference = Reference::new(number, Arc::new(source), (cite, Lang::En));
    answer.references.push(reference.cited_as(cited));
}

/// An entry of a claim, which the menu opens.
fn claimed(words: &str) -> Entry {
    let body = vec![Span::Text(words.to_owned())];
    Entry::of(&FACTS.claims[0], Label::from(words), body, vec![1])
}

/// More of the last entry.
fn extend(answer: &mut Answer, kind: char, text: String) {
    let entries = answer
        .sections
        .last_mut()
        .map(|section| &mut section.entries);
    let Some(entry) = entries.and_then(|entries| entries.last_mut()) else {
        return;
    };
    match kind {
        'q' => entry.body.push(Span::Quoted {
            words: text,
            lang: "en".to_owned(),
        }),
        'w' => entry.body.push(Span::Verbatim(text)),
        '#' => entry.body.push(Span::Cite(text.len())),
        '-' => entry
            .notes
            .push(Note::new(NoteRole::Remark, vec![Span::Text(text)])),
        _ => entry.body.push(Span::Text(text)),
    }
}
