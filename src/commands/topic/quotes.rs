//! Quotations: the exact words, their translation, who translated, and where they stand.

use std::sync::Arc;

use super::super::statement::Composer;
use crate::answer::{Entry, Section, Span};
use crate::facts::{Claim, Lang, Quote, Translation};

/// Every quotation of the known claims, by speaker, in the order in which they were said.
pub(super) fn sections(composer: &mut Composer<'_>, known: &[&Claim]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for claim in known {
        for quote in &claim.quotes {
            if !composer.facts.published(&quote.source, composer.day) {
                continue;
            }
            let heading = composer.speakers(claim);
            let entry = entry(composer, claim, quote);
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

/// The words as printed, what they are, and every translation.
fn entry(composer: &mut Composer<'_>, claim: &Claim, quote: &Quote) -> Entry {
    let mut label = composer.said(claim);
    if !claim.via.is_empty() {
        label = format!("{label}, {}", claim.via.get(composer.lang()));
    }
    let words = Span::Quoted {
        words: quote.words.clone(),
        lang: quote.lang.clone(),
    };
    let number = composer.citations.number(&quote.source);
    let mut entry = Entry::of(claim, label, vec![words], vec![number]);
    if let Some(from) = &quote.translated_from {
        let key = if quote.machine {
            "quote-by-machine"
        } else {
            "quote-translated"
        };
        let from = language(composer, from);
        let into = language(composer, &quote.lang);
        let text = composer
            .words
            .with(key, &[("from", &from), ("into", &into)]);
        entry.notes.push(vec![Span::Text(text)]);
    }
    for translation in &quote.translations {
        entry.notes.push(translated(composer, translation));
    }
    entry
}

/// A translation: its language, its words, and who made or printed it.
fn translated(composer: &mut Composer<'_>, translation: &Translation) -> Vec<Span> {
    let lang = language(composer, &translation.lang);
    let mut spans = vec![
        Span::Text(format!("{lang}: ")),
        Span::Quoted {
            words: translation.words.clone(),
            lang: translation.lang.clone(),
        },
    ];
    match &translation.source {
        Some(source) if composer.facts.published(source, composer.day) => {
            let text = composer
                .words
                .with("as-printed-by", &[("publisher", &source.publisher)]);
            let number = composer.citations.number(&Arc::clone(source));
            spans.extend([Span::Text(format!(" {text} ")), Span::Cite(number)]);
        }
        Some(source) => {
            let text = composer
                .words
                .with("as-printed-by", &[("publisher", &source.publisher)]);
            spans.push(Span::Text(format!(" {text}")));
        }
        None => {
            let key = if translation.machine {
                "translated-by-machine"
            } else {
                "translated-by"
            };
            let by = translation.by.get(composer.lang());
            let text = composer.words.with(key, &[("by", by)]);
            spans.push(Span::Text(format!(" {text}")));
        }
    }
    spans
}

/// A language's name, or its code where the bot has no name for it.
fn language(composer: &Composer<'_>, code: &str) -> String {
    match Lang::of(code) {
        Some(lang) => composer.words.say(&format!("language-{}", lang.code())),
        None => match code {
            "ru" | "uk" | "ko" => composer.words.say(&format!("language-{code}")),
            _ => code.to_owned(),
        },
    }
}
