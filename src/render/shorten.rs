//! Cuts an entry that is too big for a page, or a lead that is too big for a message, so that the reader sees the cut.
//!
//! Ordinary answers never need this; a hostile or careless fact file may.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::weight::{self, ELLIPSIS, Scale};
use crate::answer::{Entry, Note, NoteRole, Sentence, Span};

/// The maximum weight of a lead: it stands in the `content` of a Discord message, which holds 2,000 code points,
/// together with a title.
const LEAD_MAX: usize = 1_500;

/// The maximum weight of the sources of a lead; it leaves more than half of a page for the body.
const LEAD_SOURCES_MAX: usize = 2_000;

/// The sentences of a lead, as far as they and their sources fit.
pub(super) fn lead(sentences: &[Sentence], scale: &Scale) -> Vec<Sentence> {
    let (mut room, mut sources) = (LEAD_MAX, LEAD_SOURCES_MAX);
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for sentence in sentences {
        let mut spans = Vec::new();
        let mut whole = true;
        for span in &sentence.spans {
            let weight = scale.span(span);
            match span {
                Span::Cite(number) => {
                    let source = if seen.contains(number) {
                        0
                    } else {
                        scale.source(*number)
                    };
                    if weight > room || source > sources {
                        continue;
                    }
                    seen.insert(*number);
                    sources -= source;
                }
                Span::Text(words) if weight > room => {
                    let around = weight - weight::text(words);
                    spans.push(Span::Text(weight::shorten(
                        words,
                        room.saturating_sub(around),
                    )));
                    whole = false;
                    break;
                }
                Span::Text(_) | Span::Quoted { words: _, lang: _ } | Span::Verbatim(_) => {
                    if weight > room {
                        whole = false;
                        break;
                    }
                }
            }
            room -= weight;
            spans.push(span.clone());
        }
        kept.push(Sentence {
            spans,
            ..sentence.clone()
        });
        // The space before the next sentence.
        room = room.saturating_sub(1);
        if !whole {
            break;
        }
    }
    kept
}

/// The weight of an entry with its sources at the end of the message.
fn full(entry: &Entry, scale: &Scale) -> usize {
    scale.entry(entry) + scale.new_sources(entry.spans(), &mut BTreeSet::new())
}

/// The weight of some text with its sources at the end of the message.
fn text(spans: &[Span], scale: &Scale) -> usize {
    scale.spans(spans) + scale.new_sources(spans, &mut BTreeSet::new())
}

/// An entry that fits on a page.
pub(super) struct Fitted<'a> {
    pub(super) entry: Cow<'a, Entry>,
    /// Its weight without its sources at the end of the message.
    pub(super) weight: usize,
    /// The numbers of these sources.
    pub(super) cited: Vec<usize>,
}

impl<'a> Fitted<'a> {
    fn of(entry: Cow<'a, Entry>, scale: &Scale) -> Self {
        Self {
            weight: scale.entry(&entry),
            cited: weight::cited(entry.spans()),
            entry,
        }
    }

    /// The weight of its sources, as far as they are `wanted`.
    pub(super) fn listed(&self, scale: &Scale, wanted: impl Fn(&usize) -> bool) -> usize {
        let numbers = self.cited.iter().filter(|number| wanted(number));
        numbers.map(|number| scale.source(*number)).sum()
    }
}

/// An entry of at most this weight, with its sources. The last notes are removed first, then the end of the body is
/// cut; its source numbers are kept as far as they fit.
pub(super) fn entry<'a>(entry: Cow<'a, Entry>, most: usize, scale: &Scale) -> Fitted<'a> {
    let whole = Fitted::of(entry, scale);
    if whole.weight + whole.listed(scale, |_| true) <= most {
        return whole;
    }
    Fitted::of(Cow::Owned(shortened(&whole.entry, most, scale)), scale)
}

fn shortened(entry: &Entry, most: usize, scale: &Scale) -> Entry {
    let mut short = entry.clone();
    let cut = Note::line(NoteRole::Remark, ELLIPSIS);
    let room = most.saturating_sub(scale.note(&cut));
    let label = entry.label.text();
    if weight::text(&label) > room / 4 {
        short.label = weight::shorten(&label, room / 4).into();
    }
    short.notes.clear();
    short.body.clear();
    let left = room.saturating_sub(scale.entry(&short));
    short.body = body(&entry.body, left, entry.spells_out, scale);
    for note in &entry.notes {
        short.notes.push(note.clone());
        if full(&short, scale) > room {
            short.notes.pop();
            break;
        }
    }
    short.notes.push(cut);
    short
}

/// Text of at most this weight, with its sources; each number of the source that it `spells_out` is a link.
fn body(spans: &[Span], most: usize, spells_out: Option<usize>, scale: &Scale) -> Vec<Span> {
    let linked = |spans: &[Span]| {
        let numbers = spans.iter().filter_map(Span::cited);
        let links = numbers.filter(|number| spells_out == Some(*number));
        links.map(|number| scale.link(number)).sum::<usize>()
    };
    if text(spans, scale) + linked(spans) <= most {
        return spans.to_vec();
    }
    let mut numbers = Vec::new();
    let mut reserved = 0;
    for span in spans.iter().filter(|span| span.cited().is_some()) {
        let pair = [Span::Text(" ".into()), span.clone()];
        let weight = text(&pair, scale) + linked(&pair);
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
