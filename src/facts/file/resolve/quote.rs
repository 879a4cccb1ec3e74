//! Quotations: exact words, where they stand, and their translations.

use std::ops::Range;
use std::sync::Arc;

use super::super::fields::LONGEST_TEXT;
use super::super::findings::Record;
use super::super::nearest::shown;
use super::Known;
use crate::facts::written::{self, At};
use crate::facts::{Quote, Source, Translation};

/// The longest quotation, in code points, so that with its translation it fits an embed.
const LONGEST_QUOTE: usize = 1000;

/// Reads one quotation of a claim.
pub(super) fn quote(
    record: &mut Record<'_, '_>,
    at: &At<written::Quote>,
    claim: &written::Claim,
    known: &Known,
) -> Option<Quote> {
    let (quote, at) = (at.value(), at.span());
    let words = record.need(
        &quote.words,
        &at,
        "words",
        "the exact words: words = \"…\".",
    );
    if let Some(words) = words {
        record.string(words, LONGEST_QUOTE);
    }
    let lang = record.need(
        &quote.lang,
        &at,
        "lang",
        "the language of the words: lang = \"en\".",
    );
    let lang = lang.map(|code| record.language(code));
    let source = source(record, quote, &at, claim, known);
    let locator = record.text(&quote.locator, "where", LONGEST_TEXT);
    let translated_from = quote
        .translated_from
        .as_ref()
        .map(|code| record.language(code));
    if translated_from.is_some() && translated_from == lang {
        let span = quote
            .translated_from
            .as_ref()
            .map(At::span)
            .unwrap_or_default();
        let mend = "name the language of the original, or remove `translated_from`.";
        record.error(span, "words translated from their own language", mend);
    }
    if quote.machine && translated_from.is_none() {
        let mend =
            "add translated_from = \"…\", the language of the original, or remove `machine`.";
        record.error(at.clone(), "`machine` without `translated_from`", mend);
    }
    let translations = quote
        .translation
        .iter()
        .filter_map(|at| translation(record, at, quote, known))
        .collect();
    Some(Quote {
        words: words?.value().clone(),
        lang: lang?,
        source: source?,
        locator,
        translated_from,
        machine: quote.machine,
        translations,
    })
}

/// The source of the words, which is also one of the claim's evidence.
fn source(
    record: &mut Record<'_, '_>,
    quote: &written::Quote,
    table: &Range<usize>,
    claim: &written::Claim,
    known: &Known,
) -> Option<Arc<Source>> {
    let id = record.need(
        &quote.source,
        table,
        "source",
        "where the words stand: source = \"…\".",
    )?;
    let source = record.find(&known.sources, id)?;
    let mut evidence = claim
        .evidence
        .iter()
        .filter_map(|at| at.value().source.as_ref());
    if !evidence.any(|given| given.value() == id.value()) {
        let what = format!(
            "{} is quoted, but is not evidence of this claim",
            shown(id.value())
        );
        record.error(
            id.span(),
            what,
            "add it as [[claim.evidence]], or quote one of the evidence.",
        );
    }
    Some(source)
}

fn translation(
    record: &mut Record<'_, '_>,
    at: &At<written::Translation>,
    quote: &written::Quote,
    known: &Known,
) -> Option<Translation> {
    let (translation, at) = (at.value(), at.span());
    let lang = record.need(
        &translation.lang,
        &at,
        "lang",
        "its language: lang = \"en\".",
    );
    // Words that are a translation themselves may be translated better into the same language.
    if let (Some(lang), Some(original)) = (lang, &quote.lang)
        && lang.value() == original.value()
        && quote.translated_from.is_none()
    {
        let what = "a translation into the language of the original";
        record.error(
            lang.span(),
            what,
            "correct `lang`, here or of the quotation.",
        );
    }
    let lang = lang.map(|code| record.language(code));
    let words = record.need(&translation.words, &at, "words", "words = \"…\".");
    if let Some(words) = words {
        record.string(words, LONGEST_QUOTE);
    }
    drift(record, translation, &at, quote);
    let source = translation
        .source
        .as_ref()
        .map(|id| record.find(&known.sources, id));
    if translation.by.is_none() && source.is_none() {
        let example = "by.en and by.id, who translated, or `source`, which prints this wording.";
        record.lacks_so(&at, "by", "this translation has no translator", example);
    }
    one_translator(record, translation);
    let by = record.text(&translation.by, "by", LONGEST_TEXT);
    Some(Translation {
        lang: lang?,
        words: words?.value().clone(),
        by,
        source: match source {
            Some(found) => Some(found?),
            None => None,
        },
        machine: translation.machine,
    })
}

/// A translation is either printed by a source or made by somebody, perhaps with a machine.
fn one_translator(record: &mut Record<'_, '_>, translation: &written::Translation) {
    let Some(source) = &translation.source else {
        return;
    };
    if translation.by.is_some() {
        let what = "a translation that is printed by a source and also made by somebody";
        let mend = "remove `by` if the source prints these words, otherwise `source`.";
        record.error(source.span(), what, mend);
    }
    if translation.machine {
        let what = "a translation that is printed by a source and also made by a machine";
        let mend = "remove `machine` if the source prints these words; otherwise name with `by` who \
                    used the machine, and remove `source`.";
        record.error(source.span(), what, mend);
    }
}

/// A translation says of which words it is one, so that it is seen when they change.
fn drift(
    record: &mut Record<'_, '_>,
    translation: &written::Translation,
    table: &Range<usize>,
    quote: &written::Quote,
) {
    let of = record.need(
        &translation.of,
        table,
        "of",
        "the words it translates: of = \"…\".",
    );
    if let (Some(of), Some(words)) = (of, &quote.words)
        && of.value() != words.value()
    {
        let what = "the original changed: `of` is not what `words` of the quotation says now";
        let mend = format!(
            "look at the translation again, then write of = \"{}\".",
            words.value()
        );
        record.error(of.span(), what, mend);
    }
}
