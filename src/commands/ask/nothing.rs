//! That nothing recorded answers a question, why, and what is nearest.

use super::super::request::{Draft, Request};
use crate::answer::{Action, Answer};

use crate::facts::search::{Subject, is_other_script};
use crate::phrases::Phrases;
use crate::query::Key;
use crate::query::question::{Ask, Question};

/// The maximum number of unknown words that are named.
const MOST_WORDS: usize = 3;

/// Why nothing recorded answers a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// It has no words.
    Empty,
    /// It is written in another script or language.
    Language,
    /// It asks for a judgement, a forecast or advice.
    Opinion,
    /// Nothing recorded has some of its words.
    Unknown,
    /// It names nothing.
    Subject,
    /// No statement has all of it.
    Together,
}

/// Why nothing can answer a question, as far as its words show.
pub(super) fn why(
    request: &Request<'_>,
    question: &Question,
    subject: &Subject<'_>,
) -> Option<Why> {
    let typed = request.query.get(Key::Question).unwrap_or_default();
    let languages = &request.as_of.facts.dossier.languages;
    let strange = subject.unknown.len() >= MOST_WORDS
        && question.familiar == 0
        && subject.topics.is_empty()
        && subject.names.is_empty();
    if question.words.is_empty() {
        return Some(if is_other_script(languages, typed) {
            Why::Language
        } else {
            Why::Empty
        });
    }
    match () {
        () if question.asks_for(Ask::Opinion) => Some(Why::Opinion),
        () if strange || is_other_script(languages, typed) && subject.claims.is_empty() => {
            Some(Why::Language)
        }
        () if !subject.unknown.is_empty()
            && subject.claims.is_empty()
            && !asks_for_whole(question, subject) =>
        {
            Some(Why::Unknown)
        }
        () if subject.is_empty && !names_reasons(question) => Some(Why::Subject),
        () => None,
    }
}

/// Whether a question asks what is known of a topic that it names, or for nothing in particular but with a name, and has
/// no word that decides otherwise.
pub(super) fn asks_for_whole(question: &Question, subject: &Subject<'_>) -> bool {
    let asks = &question.asks;
    let open = match asks.contains(&Ask::Overview) {
        true => asks
            .iter()
            .all(|one| matches!(one, Ask::Overview | Ask::YesNo | Ask::Who | Ask::About)),
        false => {
            let named = !subject.names.is_empty() && !question.has_acts();
            let named = asks.is_empty() && (named || subject.acted);
            let whether = asks.as_slice() == [Ask::YesNo] && !subject.specific;
            (named || whether) && subject.unknown.len() < 2
        }
    };
    open && !subject.decided && !subject.topics.is_empty()
}

/// Whether a question asks for something else of the topic of reasons, so that this is its subject.
fn names_reasons(question: &Question) -> bool {
    question.asks_for(Ask::Why) && question.ask() != Some(Ask::Why)
}

/// One sentence that says so, and the nearest topics.
pub(super) fn answer(request: Request<'_>, subject: &Subject<'_>, why: Why) -> Answer {
    let words = request.words;
    let sayers = subject.sayers.iter().filter_map(|one| one.speakers.first());
    let names: Vec<&str> = sayers.map(|one| one.name.get(request.lang())).collect();
    let notice = match (why, names.as_slice()) {
        (Why::Empty, _) => words.text("ask-empty"),
        (Why::Language, _) => {
            let names = request.as_of.facts.dossier.languages.iter();
            let names: Vec<String> = names.map(|one| words.spoken(one)).collect();
            words.format("ask-language", &[("languages", &words.list(&names))])
        }
        (Why::Opinion, _) => words.text("ask-opinion"),
        (Why::Unknown, _) => {
            words.format("ask-unknown-near", &[("words", &unknown(words, subject))])
        }
        (Why::Together, [name, ..]) => words.format("ask-nothing-by", &[("name", name)]),
        (Why::Subject | Why::Together, _) => words.text("ask-nothing"),
    };
    let mut topics = subject.topics.clone();
    if topics.is_empty() {
        topics = request
            .as_of
            .facts
            .topics
            .iter()
            .map(AsRef::as_ref)
            .collect();
    }
    let mut actions: Vec<Action> = topics.iter().map(|topic| request.to_topic(topic)).collect();
    let speakers = subject
        .sayers
        .iter()
        .chain(&subject.names)
        .flat_map(|one| &one.speakers);
    actions.extend(speakers.take(2).map(|one| request.to_speaker(one)));
    actions.extend(super::search_instead(&request).filter(|_| why != Why::Empty));
    let draft = Draft {
        title: words.text("ask-title"),
        question: request
            .query
            .get(Key::Question)
            .map(str::to_owned)
            .filter(|one| !one.is_empty()),
        notices: vec![notice],
        actions,
        brief: true,
        ..Draft::default()
    };
    let composer = request.composer();
    request.answer(composer, draft)
}

/// The words that nothing recorded has, in a row.
pub(super) fn unknown(words: &Phrases, subject: &Subject<'_>) -> String {
    let unknown = subject.unknown.iter().take(MOST_WORDS);
    let quoted = unknown.map(|word| words.format("quoted", &[("words", word)]));
    words.list(&quoted.collect::<Vec<_>>())
}
