//! Finds claims by words, and claims about the subject of a message.
//!
//! Each hit says why it was found. If there are no hits, the answer says so and suggests the nearest words.
//! Punctuation does not matter.

mod related;

use std::collections::BTreeSet;

use super::request::{Draft, NotUnderstood, Request};
use super::statement::{Composer, Detail};
use crate::answer::{Action, Answer, Entry, Note, NoteRole, SectionRole};
use crate::facts::is_hidden;
use crate::facts::search::{Found, Hit, Place};
use crate::query::{DOSSIER_ROOM, Key};

pub use related::related;
pub(super) use related::{answer as answer_related, digest, related_in};

/// The maximum number of hits that are shown.
const MOST: usize = 10;

/// The maximum number of code points of a search; this leaves room for the rest of a button's id.
const ROOM: usize = 60;

/// The maximum number of words suggested if nothing was found, and of speakers otherwise.
const MOST_WORDS: usize = 5;

/// `/search query:…`.
pub(super) fn answer(mut request: Request<'_>) -> Result<Answer, NotUnderstood> {
    let typed = request.query.get(Key::Query).unwrap_or_default().to_owned();
    let wanted = fitted(&request, &typed);
    request.query = request.query.with(Key::Query, &wanted);
    let found = request.as_of.search(&wanted, MOST);
    let mut composer = request.composer();
    let entries: Vec<Entry> = found
        .hits
        .iter()
        .map(|hit| entry(&mut composer, hit))
        .collect();
    let near = match entries.is_empty() {
        true => request.as_of.nearest_words(&wanted, MOST_WORDS),
        false => Vec::new(),
    };
    let draft = Draft {
        title: request.words.text("search-title"),
        question: (!wanted.is_empty())
            .then(|| request.words.format("search-for", &[("words", &wanted)])),
        notices: notices(&request, (&typed, &wanted), &found, &near),
        actions: match entries.is_empty() {
            true => nearest(&request, near),
            false => speakers(&request, &found),
        },
        sections: vec![request.section(SectionRole::Found, "heading-found", entries)],
        total: Some(found.total),
        ..Draft::default()
    };
    Ok(request.answer(composer, draft))
}

/// The maximum number of code points here: the dossier takes some, too.
fn room(request: &Request<'_>) -> usize {
    match request.query.get(Key::Dossier) {
        Some(_) => ROOM - DOSSIER_ROOM,
        None => ROOM,
    }
}

/// The words of a search without invisible characters, short enough for a button's id. A longer text is reduced
/// to the words that occur in the facts or, if there are none, to its beginning.
fn fitted(request: &Request<'_>, typed: &str) -> String {
    let seen = typed.chars().map(|c| match c {
        '"' | '\\' | '|' | '`' => ' ',
        c if c.is_whitespace() => ' ',
        c => c,
    });
    let text: String = seen.filter(|c| !is_hidden(*c)).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    let room = room(request);
    if text.chars().count() <= room {
        return text;
    }
    match request.as_of.facts.digest(&text, room) {
        digest if !digest.is_empty() => digest,
        _ => text
            .chars()
            .take(room)
            .collect::<String>()
            .trim()
            .to_owned(),
    }
}

/// Notices about an empty or shortened search, corrected words and missing hits.
fn notices(
    request: &Request<'_>,
    (typed, wanted): (&str, &str),
    found: &Found<'_>,
    near: &[String],
) -> Vec<String> {
    let words = request.words;
    let mut notices = Vec::new();
    if wanted.is_empty() {
        notices.push(words.text("search-empty"));
        return notices;
    }
    if typed.trim().chars().count() > room(request) {
        notices.push(words.format("search-shortened", &[("words", wanted)]));
    }
    for (typed, read) in &found.corrected {
        notices.push(words.format("search-corrected", &[("typed", typed), ("read", read)]));
    }
    if !found.unknown.is_empty() && !found.hits.is_empty() {
        let told = found.unknown.iter().take(MOST_WORDS);
        let told: Vec<String> = told.map(|word| format!("“{word}”")).collect();
        notices.push(words.format("search-unknown", &[("words", &words.list(&told))]));
    }
    if found.hits.is_empty() {
        let (facts, day) = (request.as_of.facts, request.as_of.day);
        let reviewed = facts.dossier.reviewed;
        let later = || facts.as_of(reviewed).search(wanted, MOST);
        let wanted = [("words", wanted)];
        notices.push(match near {
            _ if day < reviewed && later().total > 0 => words.format(
                "search-nothing-yet",
                &[wanted[0], ("date", &words.day(day))],
            ),
            [] => words.format("search-nothing-near", &wanted),
            _ => words.format("search-nothing", &wanted),
        });
    }
    notices
}

/// A found claim in short form, with its standing and the reason why it was found.
fn entry<'a>(composer: &mut Composer<'a>, hit: &Hit<'a>) -> Entry {
    let mut entry = composer.with_standing(hit.claim, Detail::Short);
    let words = composer.words;
    let mut seen = BTreeSet::new();
    let why = hit
        .matched
        .iter()
        .filter(|one| seen.insert(one.word.to_lowercase()));
    let why = why.map(|one| {
        let place = words.text(place(one.place));
        words.format("search-matched", &[("word", &one.word), ("place", &place)])
    });
    let why: Vec<String> = why.collect();
    let id = words.format("permanent-id", &[("id", &hit.claim.id)]);
    let line = match why.as_slice() {
        [] => id,
        why => format!(
            "{} · {id}",
            words.format("search-why", &[("matches", &why.join(", "))])
        ),
    };
    entry.notes.push(Note::line(NoteRole::Found, line));
    entry
}

/// The key of the phrase for the place of a word.
fn place(place: Place) -> &'static str {
    match place {
        Place::Text => "place-text",
        Place::Quote => "place-quote",
        Place::Speaker => "place-speaker",
        Place::Channel => "place-channel",
        Place::About => "place-about",
        Place::Topic => "place-topic",
        Place::Where => "place-where",
        Place::Source => "place-source",
        Place::Note => "place-note",
        Place::Id => "place-id",
        Place::Figure => "place-figure",
        Place::When => "place-when",
        Place::Kind => "place-kind",
    }
}

/// The speakers of the found claims, each once.
fn speakers(request: &Request<'_>, found: &Found<'_>) -> Vec<Action> {
    let mut seen = BTreeSet::new();
    let by = found.hits.iter().flat_map(|hit| &hit.claim.by);
    by.filter(|speaker| seen.insert(&speaker.id))
        .take(MOST_WORDS)
        .map(|speaker| request.to_speaker(speaker))
        .collect()
}

/// The same search with the nearest words, and the topics.
fn nearest(request: &Request<'_>, words: Vec<String>) -> Vec<Action> {
    let words = words.into_iter().map(|word| {
        let query = request.query.clone();
        Action::suggestion(format!("“{word}”"), query.with(Key::Query, word))
    });
    let topics = request.as_of.facts.topics.iter().take(MOST);
    words
        .chain(topics.map(|topic| request.to_topic(topic)))
        .collect()
}
