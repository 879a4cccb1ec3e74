//! Quotations: the exact words, their translation, who translated, and where they stand.

use std::sync::Arc;

use super::super::statement::{Composer, capitalised};
use crate::answer::{Entry, Section, Span};
use crate::facts::{Claim, Lang, Quote, Source, Translation};

/// Every quotation of the known claims, by speaker, in the order in which they were said.
pub(super) fn sections(composer: &mut Composer<'_>, known: &[&Claim]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for claim in known {
        for quote in &claim.quotes {
            let Some(entry) = entry(composer, claim, quote) else {
                continue;
            };
            let heading = capitalised(&composer.speakers(claim));
            match sections
                .iter_mut()
                .find(|section| section.heading == heading)
            {
                Some(section) => section.entries.push(entry),
                None => sections.push(Section {
                    heading,
                    entries: vec![entry],
                }),
            }
        }
    }
    sections
}

/// Whether any wording of a quotation was out.
pub(super) fn out(quote: &Quote, published: &dyn Fn(&Source) -> bool) -> bool {
    let mut translated = quote
        .translations
        .iter()
        .filter_map(|one| one.source.as_ref());
    published(&quote.source) || translated.any(|source| published(source))
}

/// One wording of a quotation: in a language, with how it came about and who prints it.
struct Wording<'a> {
    lang: &'a str,
    words: &'a str,
    origin: String,
    machine: bool,
    source: Option<&'a Arc<Source>>,
}

/// Every wording of a quotation that was out, the reader's own language first, and what a
/// machine translated after what people did. A translation of
/// ours was as soon as the words it translates.
fn entry(composer: &mut Composer<'_>, claim: &Claim, quote: &Quote) -> Option<Entry> {
    let mut label = composer.when(&claim.said);
    if !claim.via.is_empty() {
        label = format!("{label}, {}", claim.via.get(composer.lang()));
    }
    let printed = Wording {
        lang: &quote.lang,
        words: &quote.words,
        origin: printed(composer, quote),
        machine: quote.machine,
        source: Some(&quote.source),
    };
    let others = quote
        .translations
        .iter()
        .map(|one| translated(composer, one));
    let mut wordings: Vec<Wording<'_>> = std::iter::once(printed).chain(others).collect();
    let (facts, day) = (composer.facts, composer.day);
    wordings.retain(|one| facts.published(one.source.unwrap_or(&quote.source), day));
    wordings.sort_by_key(|one| (Lang::of(one.lang) != Some(composer.lang()), one.machine));
    let mut lines = wordings
        .iter()
        .enumerate()
        .map(|(at, one)| line(composer, one, at > 0));
    let body = lines.next()?;
    let notes = lines.collect();
    let mut entry = Entry::of(claim, label, body, Vec::new());
    entry.notes = notes;
    Some(entry)
}

/// `“words” (as printed by …) [1]`, after the name of the language where it is not the reader's.
fn line(composer: &mut Composer<'_>, wording: &Wording<'_>, name_language: bool) -> Vec<Span> {
    let mut spans = Vec::new();
    if name_language {
        spans.push(Span::Text(format!(
            "{}: ",
            composer.words.language(wording.lang)
        )));
    }
    let (words, lang) = (wording.words.to_owned(), wording.lang.to_owned());
    spans.push(Span::Quoted { words, lang });
    spans.push(Span::Text(format!(" ({})", wording.origin)));
    if let Some(source) = wording.source {
        let number = composer.citations.number(source);
        spans.extend([Span::Text(" ".into()), Span::Cite(number)]);
    }
    spans
}

/// What the words as printed are: the speaker's own, or a translation of them.
fn printed(composer: &Composer<'_>, quote: &Quote) -> String {
    let words = composer.words;
    let publisher = quote.source.publisher.as_str();
    let Some(from) = &quote.translated_from else {
        return words.with("as-printed-by", &[("publisher", publisher)]);
    };
    let key = if quote.machine {
        "quote-by-machine"
    } else {
        "quote-translated"
    };
    let from = composer.words.language(from);
    words.with(key, &[("from", &from), ("publisher", publisher)])
}

/// A translation with who made or printed it.
fn translated<'a>(composer: &Composer<'_>, translation: &'a Translation) -> Wording<'a> {
    let words = composer.words;
    let origin = match &translation.source {
        Some(source) => words.with("as-printed-by", &[("publisher", &source.publisher)]),
        None => {
            let key = if translation.machine {
                "translated-by-machine"
            } else {
                "translated-by"
            };
            words.with(key, &[("by", translation.by.get(composer.lang()))])
        }
    };
    let source = translation.source.as_ref();
    let (lang, words, machine) = (&translation.lang, &translation.words, translation.machine);
    Wording {
        lang,
        words,
        origin,
        machine,
        source,
    }
}
