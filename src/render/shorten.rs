//! Cuts an entry that is too big for a page, so that the reader sees the cut.
//!
//! Ordinary answers never need this; a hostile or careless fact file may.

use super::weight::{self, ELLIPSIS, Scale};
use crate::answer::{Entry, Note, NoteRole, Span};

/// An entry of at most this weight. The last notes are removed first, then the end of the body is cut; its source
/// numbers are kept as far as they fit.
pub(super) fn entry(entry: &Entry, most: usize, scale: &Scale) -> Entry {
    if scale.entry(entry) <= most {
        return entry.clone();
    }
    let mut short = entry.clone();
    let cut = Note::line(NoteRole::Remark, ELLIPSIS);
    let room = most.saturating_sub(scale.note(&cut));
    let label = entry.label.text();
    if weight::text(&label) > room / 4 {
        short.label = weight::shorten(&label, room / 4).into();
    }
    short.notes.clear();
    let left = room.saturating_sub(scale.entry(&short) - scale.spans(&short.body));
    short.body = body(&entry.body, left, scale);
    for note in &entry.notes {
        if scale.entry(&short) + scale.note(note) > room {
            break;
        }
        short.notes.push(note.clone());
    }
    short.notes.push(cut);
    short
}

/// Text of at most this weight.
fn body(spans: &[Span], most: usize, scale: &Scale) -> Vec<Span> {
    if scale.spans(spans) <= most {
        return spans.to_vec();
    }
    let mut numbers = Vec::new();
    let mut reserved = 0;
    for span in spans.iter().filter(|span| matches!(span, Span::Cite(_))) {
        let pair = [Span::Text(" ".into()), span.clone()];
        let weight = scale.spans(&pair);
        if reserved + weight > most / 2 {
            break;
        }
        reserved += weight;
        numbers.extend(pair);
    }
    let mut room = most - reserved;
    let mut kept = Vec::new();
    for span in spans {
        let weight = scale.span(span);
        match span {
            Span::Cite(_) => continue,
            Span::Text(_) | Span::Quoted { words: _, lang: _ } | Span::Verbatim(_)
                if weight <= room =>
            {
                kept.push(span.clone());
                room -= weight;
            }
            // A program cannot use half of it.
            Span::Verbatim(_) => break,
            Span::Text(words) | Span::Quoted { words, lang: _ } => {
                let around = weight - weight::text(words);
                let words = weight::shorten(words, room.saturating_sub(around));
                if !words.is_empty() {
                    kept.push(match span {
                        Span::Quoted { words: _, lang } => Span::Quoted {
                            words,
                            lang: lang.clone(),
                        },
                        _ => Span::Text(words),
                    });
                }
                break;
            }
        }
    }
    kept.extend(numbers);
    kept
}
