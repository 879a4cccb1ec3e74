//! Quotations: the exact words, translations with the translator, and sources. They can be narrowed by topic,
//! by speaker and by words in them.

use std::sync::Arc;

use super::request::{Draft, NotUnderstood, Request};
use super::statement::{Composer, capitalised};
use crate::answer::{Action, Answer, Entry, Label, Note, NoteRole, Section, SectionRole, Span};
use crate::facts::{Claim, Quote, Source, Translation};
use crate::query::Key;

/// `/quotes name:… topic:… query:…`; each option narrows the result.
pub(super) fn answer(mut request: Request<'_>) -> Result<Answer, NotUnderstood> {
    let (topic, speaker) = (request.topic()?, request.speaker()?);
    let words = request.words;
    let wanted = small_words(request.query.get(Key::Query).unwrap_or_default());
    let known = request.as_of.claims_by(topic, speaker);
    let mut composer = request.composer();
    let sections = sections(&mut composer, &known, &wanted);
    let about = [
        topic.map(|topic| topic.title.get(request.lang()).to_owned()),
        speaker.map(|speaker| speaker.name.get(request.lang()).to_owned()),
        (!wanted.is_empty()).then(|| words.format("quoted", &[("words", &wanted.join(" "))])),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let mut title = vec![words.text("view-quotes")];
    title.extend((!about.is_empty()).then(|| about.join(" · ")));
    let draft = Draft {
        title: title.join(&words.colon()),
        nothing: match about.is_empty() {
            true => "nothing-quotes",
            false => "nothing-quotes-here",
        },
        total: Some(known.len()),
        actions: wider(&request),
        sections,
        ..Draft::default()
    };
    Ok(request.answer(composer, draft))
}

/// The same query without one of the options that narrow it, for each such option.
fn wider(request: &Request<'_>) -> Vec<Action> {
    let narrow = [
        (Key::Topic, "way-any-topic"),
        (Key::Name, "way-any-speaker"),
        (Key::Query, "way-any-words"),
    ];
    let given = narrow
        .into_iter()
        .filter(|(key, _)| request.query.get(*key).is_some());
    given
        .map(|(key, label)| request.action(label, request.query.clone().without(key)))
        .collect()
}

/// The words of a text in lower case.
fn small_words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Whether one wording of a quotation contains words that start with each of these.
fn holds(quote: &Quote, wanted: &[String]) -> bool {
    let translated = quote.translations.iter().map(|one| &one.words);
    let mut wordings = std::iter::once(&quote.words).chain(translated);
    wordings.any(|wording| {
        let has = small_words(wording);
        wanted
            .iter()
            .all(|one| has.iter().any(|word| word.starts_with(one)))
    })
}

/// The quotations of the known claims that hold all these words, by speaker, in the order in which they were said.
pub(super) fn sections<'a>(
    composer: &mut Composer<'a>,
    known: &[&'a Claim],
    wanted: &[String],
) -> Vec<Section> {
    let as_of = composer.as_of;
    let published = |source: &Source| as_of.published(source);
    let quotes = known.iter().copied().flat_map(|claim| {
        let fits = |quote: &&Quote| holds(quote, wanted) && out(quote, &published);
        claim
            .quotes
            .iter()
            .filter(fits)
            .map(move |one| (claim, one))
    });
    let quotes: Vec<_> = quotes.collect();
    let mut sections: Vec<Section> = Vec::new();
    for &(claim, quote) in composer.part(&quotes) {
        let Some(mut entry) = entry(composer, claim, quote) else {
            continue;
        };
        entry.notes.extend(composer.against_in_brief(claim));
        let heading = capitalised(&composer.speakers(claim));
        match sections.iter_mut().find(|one| one.heading == heading) {
            Some(section) => section.entries.push(entry),
            None => {
                let section = Section::new(SectionRole::Quotations, heading);
                sections.push(section.with(vec![entry]));
            }
        }
    }
    sections
}

/// Whether any wording of a quotation was published by then.
pub(super) fn out(quote: &Quote, published: &dyn Fn(&Source) -> bool) -> bool {
    let mut translated = quote
        .translations
        .iter()
        .filter_map(|one| one.source.as_ref());
    published(&quote.source) || translated.any(|source| published(source))
}

/// One wording of a quotation, with its language, origin and source.
struct Wording<'a> {
    lang: &'a str,
    words: &'a str,
    origin: String,
    machine: bool,
    /// Whether it is a translation back into the original language, so not the speaker's exact words.
    back: bool,
    source: Option<&'a Arc<Source>>,
}

/// Every wording of a quotation published by then: the reader's language first, machine translations after
/// human ones, back-translations last. A translation without a source counts as published together with the
/// words that it translates.
pub(super) fn entry(composer: &mut Composer<'_>, claim: &Claim, quote: &Quote) -> Option<Entry> {
    let label = Label::default()
        .said(&claim.said, composer.words.when(&claim.said))
        .comma(claim.via.get(composer.lang()));
    let printed = Wording {
        lang: &quote.lang,
        words: &quote.words,
        origin: printed(composer, quote),
        machine: quote.machine,
        back: false,
        source: Some(&quote.source),
    };
    let spoken = quote.translated_from.as_deref();
    let others = quote
        .translations
        .iter()
        .map(|one| translated(composer, one, spoken));
    let mut wordings: Vec<Wording<'_>> = std::iter::once(printed).chain(others).collect();
    let as_of = composer.as_of;
    wordings.retain(|one| as_of.published(one.source.unwrap_or(&quote.source)));
    let foreign = |one: &Wording<'_>| !composer.lang().is(one.lang);
    wordings.sort_by_key(|one| (one.back, foreign(one), one.machine));
    let names_all = wordings.iter().any(|one| one.back);
    let mut lines = wordings
        .iter()
        .enumerate()
        .map(|(at, one)| line(composer, one, at > 0 || names_all));
    let body = lines.next()?;
    let mut entry = Entry::of(claim, label, body, Vec::new());
    let notes = lines.map(|line| Note::new(NoteRole::Wording, line));
    entry.notes.extend(notes);
    Some(entry)
}

/// `“words” (as printed by …) [1]`, on request after the name of the language.
fn line(composer: &mut Composer<'_>, wording: &Wording<'_>, name_language: bool) -> Vec<Span> {
    let mut spans = Vec::new();
    if name_language {
        let language = composer.words.language(wording.lang);
        spans.push(Span::Text(language + &composer.words.colon()));
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

/// The origin of the printed words: the speaker's own, or a translation.
fn printed(composer: &Composer<'_>, quote: &Quote) -> String {
    let words = composer.words;
    let publisher = quote.source.publisher.as_str();
    let Some(from) = &quote.translated_from else {
        return words.format("as-printed-by", &[("publisher", publisher)]);
    };
    let key = match quote.machine {
        true => "quote-by-machine",
        false => "quote-translated",
    };
    let from = composer.words.language(from);
    words.format(key, &[("from", &from), ("publisher", publisher)])
}

/// A translation with its translator or publisher. A translation into the spoken language is a
/// back-translation, made because the original words are not known.
fn translated<'a>(
    composer: &Composer<'_>,
    translation: &'a Translation,
    spoken: Option<&str>,
) -> Wording<'a> {
    let words = composer.words;
    let back = translation.source.is_none() && spoken == Some(&translation.lang);
    let origin = match &translation.source {
        Some(source) => words.format("as-printed-by", &[("publisher", &source.publisher)]),
        None if back => {
            let by = translation.by.get(composer.lang());
            let lang = words.language(&translation.lang);
            words.format("translated-back", &[("by", by), ("lang", &lang)])
        }
        None => {
            let key = match translation.machine {
                true => "translated-by-machine",
                false => "translated-by",
            };
            words.format(key, &[("by", translation.by.get(composer.lang()))])
        }
    };
    Wording {
        lang: &translation.lang,
        words: &translation.words,
        origin,
        machine: translation.machine,
        back,
        source: translation.source.as_ref(),
    }
}
