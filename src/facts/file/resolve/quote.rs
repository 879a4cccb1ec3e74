//! Quotations: exact words, their source and their translations.

use std::sync::Arc;

use super::super::diagnostics::{Record, shown};
use super::Known;
use crate::facts::within_marks;
use crate::facts::written::{self, At};
use crate::facts::{Quote, Source, Translation};

/// The longest quotation, in code points: a quotation and its translation must fit one embed.
const LONGEST_QUOTE: usize = 1000;

/// Reads one quotation of a claim.
pub(super) fn quote(
    record: &mut Record<'_, '_>,
    at: &At<written::Quote>,
    claim: &written::Claim,
    known: &Known,
) -> Option<Quote> {
    if let Some(from) = at
        .translated_from
        .as_ref()
        .filter(|from| ***from == *at.lang)
    {
        let help = "name the language of the original, or remove `translated_from`.";
        record.error(
            from.span(),
            "words translated from their own language",
            help,
        );
    }
    if at.machine && at.translated_from.is_none() {
        let help =
            "add translated_from = \"…\", the language of the original, or remove `machine`.";
        record.error(at.span(), "`machine` without `translated_from`", help);
    }
    if within_marks(&at.words).is_some() {
        let help = "remove these: the bot puts its own marks around a quotation.";
        record.warn(at.words.span(), "a quotation with marks of its own", help);
    }
    let translated_from = at.translated_from.as_ref();
    let translations = at.translation.iter();
    Some(Quote {
        words: record.string(&at.words, LONGEST_QUOTE),
        lang: record.language(&at.lang),
        locator: record.optional_text(&at.locator, "where"),
        translated_from: translated_from.map(|code| record.language(code)),
        machine: at.machine,
        translations: translations
            .filter_map(|translation| read_translation(record, translation, at, known))
            .collect(),
        source: source(record, at, claim, known)?,
    })
}

/// The source of the words, which must also be evidence of the claim.
fn source(
    record: &mut Record<'_, '_>,
    quote: &written::Quote,
    claim: &written::Claim,
    known: &Known,
) -> Option<Arc<Source>> {
    let id = &quote.source;
    let source = record.find(&known.sources, id)?;
    let may_be = |one: &At<String>| **one == **id || !one.is_given();
    if !claim.evidence.iter().any(|one| may_be(&one.source)) {
        let what = format!("{} is quoted, but is not evidence of this claim", shown(id));
        let help = "add it as [[claim.evidence]], or quote one of the evidence.";
        record.error(id.span(), what, help);
    }
    Some(source)
}

fn read_translation(
    record: &mut Record<'_, '_>,
    at: &At<written::Translation>,
    quote: &written::Quote,
    known: &Known,
) -> Option<Translation> {
    // If the words are themselves a translation, a better translation into the same language is allowed.
    if *at.lang == *quote.lang && quote.translated_from.is_none() {
        let what = "a translation into the language of the original";
        let help = "correct `lang`, here or of the quotation.";
        record.error(at.lang.span(), what, help);
    }
    // A translation repeats the words that it translates, so that a change of the words is noticed.
    if *at.of != *quote.words && quote.words.is_given() {
        let what = "the original changed: `of` is not what `words` of the quotation says now";
        let words = &**quote.words;
        let help = format!("look at the translation again, then write of = \"{words}\".");
        record.error(at.of.span(), what, help);
    }
    one_translator(record, at);
    let words = record.string(&at.words, LONGEST_QUOTE);
    let lang = record.language(&at.lang);
    let by = record.optional_text(&at.by, "by");
    Some(Translation {
        lang,
        words,
        by,
        source: record.find_given(&known.sources, &at.source)?,
        machine: at.machine,
    })
}

/// A translation must name either the source that prints it or its translator, who may have used a machine.
fn one_translator(record: &mut Record<'_, '_>, translation: &At<written::Translation>) {
    let Some(source) = &translation.source else {
        if translation.by.is_none() {
            let what = "this translation has no translator";
            let example =
                "by.en and by.id, who translated, or `source`, which prints this wording.";
            record.missing_as(&translation.span(), "by", what, example);
        }
        return;
    };
    if translation.by.is_some() {
        let what = "a translation that is printed by a source and also made by somebody";
        let help = "remove `by` if the source prints these words, otherwise `source`.";
        record.error(source.span(), what, help);
    }
    if translation.machine {
        let what = "a translation that is printed by a source and also made by a machine";
        let help = "remove `machine` if the source prints these words; otherwise name with `by` who \
                    used the machine, and remove `source`.";
        record.error(source.span(), what, help);
    }
}
