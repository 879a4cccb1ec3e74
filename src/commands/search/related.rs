//! Claims about the subject of a message: all sides, without a verdict on the message.
//!
//! Only words that occur in the facts are used. The answer does not say whether the message is right, because
//! its words alone do not show which side it takes.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::RELATED;
use super::super::request::{Draft, NotUnderstood, Request};
use super::super::statement::Detail;
use crate::answer::{Action, Answer};
use crate::commands;
use crate::facts::vocabulary::LinkKind;
use crate::facts::{Claim, Facts, Lang, Topic};
use crate::query::{Key, Query};

/// The maximum number of claims found; denials and confirmations of them are added.
const MOST: usize = 6;

/// The maximum number of denials and confirmations of the found claims.
const MOST_ANSWERS: usize = 6;

/// Claims about the subject of a message with this text.
pub fn related(facts: &Facts, text: &str, lang: Lang) -> Answer {
    let digest = facts.digest(text, super::ROOM);
    let mut answer = commands::answer(facts, &Query::new(RELATED).with(Key::Query, digest), lang);
    if text.trim().is_empty() {
        answer.notices = vec![crate::phrases::Phrases::of(lang).text("related-no-text")];
    }
    answer
}

/// `/related query:…`, the text form of the query.
pub(in crate::commands) fn answer(mut request: Request<'_>) -> Result<Answer, NotUnderstood> {
    let typed = request.query.get(Key::Query).unwrap_or_default();
    // A digest of a message is used as it is; a typed text may still be too long.
    let fits = typed.chars().count() <= super::ROOM;
    let finds = fits && !request.as_of.related(typed, 1).is_empty();
    let digest = match finds {
        true => typed.to_owned(),
        false => request.as_of.facts.digest(typed, super::ROOM),
    };
    request.query = request.query.with(Key::Query, &digest);
    let hits = request.as_of.related(&digest, MOST);
    let found: Vec<&Claim> = hits.into_iter().map(|hit| hit.claim).collect();
    let mut composer = request.composer();
    let sections = composer.sides(&with_answers(&request, &found), Detail::Short);
    let key = match found.is_empty() {
        true => "related-nothing",
        false => "related-notice",
    };
    let draft = Draft {
        title: request.words.text("related-title"),
        notices: vec![request.words.text(key)],
        actions: actions(&request, &found),
        sections,
        ..Draft::default()
    };
    Ok(request.answer(composer, draft))
}

/// Claims with those that deny or confirm them, each once, in order of time.
fn with_answers<'a>(request: &Request<'a>, found: &[&'a Claim]) -> Vec<&'a Claim> {
    let mut seen: BTreeSet<&str> = found.iter().map(|claim| claim.id.as_str()).collect();
    let mut answers = Vec::new();
    for claim in found {
        for kind in [LinkKind::Denies, LinkKind::Confirms] {
            let linking = request.as_of.facts.linking_to(claim, kind);
            let known = linking.filter(|one| request.as_of.known(one));
            let new = known.filter(|one| seen.insert(one.id.as_str()));
            answers.extend(new.map(|one| one.as_ref()));
        }
    }
    answers.truncate(MOST_ANSWERS);
    let mut all: Vec<&Claim> = found.iter().copied().chain(answers).collect();
    all.sort_by_key(|claim| claim.said.when.order());
    all
}

/// The topics of the found claims, or all topics if nothing was found.
fn actions(request: &Request<'_>, found: &[&Claim]) -> Vec<Action> {
    let about: BTreeSet<&String> = found.iter().flat_map(|claim| &claim.topics).collect();
    let topics = request.as_of.facts.topics.iter();
    let topics = topics.filter(|topic| about.is_empty() || about.contains(&topic.id));
    let action = |topic: &Arc<Topic>| {
        Action::suggestion(topic.title.get(request.lang()), request.other(&topic.id))
    };
    topics.take(super::MOST).map(action).collect()
}
