//! What is recorded about the subject of a message: every side of it, and no verdict on the message.
//!
//! Of the message only words go on that stand in the facts; it is not told whether it is right, since
//! words alone do not say which side it takes.

use std::collections::BTreeSet;

use super::super::ask::{Ask, Draft};
use super::super::statement::{Composer, Detail};
use super::super::{RELATED, options};
use crate::answer::{Answer, Entry, Section, Span, Way};
use crate::commands;
use crate::facts::vocabulary::{Kind, LinkKind};
use crate::facts::{Claim, Facts, Lang};
use crate::query::{Key, Query};

/// Most claims that are looked up; what answers them comes on top.
const MOST: usize = 6;

/// Most denials and confirmations of them.
const MOST_ANSWERS: usize = 6;

/// Under which heading a statement of each kind stands.
const SIDES: [(&str, &[Kind]); 4] = [
    (
        "heading-said",
        &[Kind::Asserts, Kind::Assesses, Kind::Reports],
    ),
    ("heading-denied", &[Kind::Denies]),
    ("heading-confirmed", &[Kind::Confirms]),
    ("kind-declines", &[Kind::Declines]),
];

/// What is recorded about the subject of a message, whose words these are.
pub fn related(facts: &Facts, text: &str, lang: Lang) -> Answer {
    let digest = facts.digest(text, super::ROOM);
    let mut answer = commands::answer(facts, &Query::new(RELATED).with(Key::Query, digest), lang);
    if text.trim().is_empty() {
        answer.notices = vec![crate::phrases::Words::of(lang).say("related-no-text")];
    }
    answer
}

/// `/related query:…`, the form in which it is asked again.
pub(in crate::commands) fn answer(mut ask: Ask<'_>) -> Answer {
    let typed = ask.query.get(Key::Query).unwrap_or_default();
    // What was made of a message is asked again as it is; what somebody typed may still be too much.
    let fits = typed.chars().count() <= super::ROOM;
    let finds = fits && !ask.facts.related(typed, ask.day, 1).is_empty();
    let digest = match finds {
        true => typed.to_owned(),
        false => ask.facts.digest(typed, super::ROOM),
    };
    ask.query = ask.query.with(Key::Query, &digest);
    let hits = ask.facts.related(&digest, ask.day, MOST);
    let found: Vec<&Claim> = hits.into_iter().map(|hit| hit.claim).collect();
    let mut composer = ask.composer();
    let sections = sided(&mut composer, &with_answers(&ask, &found));
    let nothing = found.is_empty();
    let key = if nothing {
        "related-nothing"
    } else {
        "related-notice"
    };
    let draft = Draft {
        title: ask.words.say("related-title"),
        notices: vec![ask.words.say(key)],
        ways: ways(&ask, &found),
        sections,
        ..Draft::default()
    };
    ask.answer(composer, draft)
}

/// Claims with those that deny and confirm them, each once, in the order of time.
fn with_answers<'a>(ask: &Ask<'a>, found: &[&'a Claim]) -> Vec<&'a Claim> {
    let mut seen: BTreeSet<&str> = found.iter().map(|claim| claim.id.as_str()).collect();
    let mut answers = Vec::new();
    for claim in found {
        for kind in [LinkKind::Denies, LinkKind::Confirms] {
            let linking = ask.facts.linking(claim, kind).map(|one| one.as_ref());
            let known = linking.filter(|one| ask.facts.known(one, ask.day));
            answers.extend(known.filter(|one: &&Claim| seen.insert(one.id.as_str())));
        }
    }
    answers.truncate(MOST_ANSWERS);
    let mut all: Vec<&Claim> = found.iter().copied().chain(answers).collect();
    all.sort_by_key(|claim| claim.said.when.order());
    all
}

/// A section for each thing that somebody does, each statement with how it stands in short.
fn sided<'a>(composer: &mut Composer<'a>, claims: &[&'a Claim]) -> Vec<Section> {
    let mut sections = Vec::new();
    for (heading, kinds) in SIDES {
        let mut entries: Vec<Entry> = Vec::new();
        for claim in claims.iter().filter(|claim| kinds.contains(&claim.kind)) {
            let mut entry = composer.statement(claim, Detail::Short);
            if let Some(standing) = composer.standing_in_short(claim) {
                entry.notes.push(vec![Span::Text(standing)]);
            }
            entries.push(entry);
        }
        sections.push(Section {
            heading: composer.words.say(heading),
            entries,
        });
    }
    sections
}

/// The topics of what was found, or all of them.
fn ways(ask: &Ask<'_>, found: &[&Claim]) -> Vec<Way> {
    let about: BTreeSet<&str> = found
        .iter()
        .flat_map(|claim| &claim.topics)
        .map(String::as_str)
        .collect();
    let topics = options::topics(ask.facts).into_iter();
    let topics = topics.filter(|topic| about.is_empty() || about.contains(topic.value.as_str()));
    let topics = topics.take(super::MOST);
    topics
        .map(|topic| {
            Way::suggestion(
                topic.label.get(ask.lang).to_owned(),
                ask.other(&topic.value),
            )
        })
        .collect()
}
