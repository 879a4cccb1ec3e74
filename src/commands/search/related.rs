//! What the facts have on the subject of a message: the short answer to its topic with all sides, then single
//! statements, without a verdict on the message.
//!
//! Only words that occur in the facts are used. The answer does not say whether the message is right, because
//! its words alone do not show which side it takes.

use std::collections::BTreeSet;

use super::super::RELATED;
use super::super::request::{Draft, NotUnderstood, Request};
use super::super::statement::{Composer, Detail};
use crate::answer::{Action, Answer, Sentence};
use crate::commands;
use crate::facts::search::is_other_script;
use crate::facts::vocabulary::LinkKind;
use crate::facts::{AsOf, Claim, Facts, Lang, Topic};
use crate::phrases::Phrases;
use crate::query::{Key, Query};

/// The maximum number of claims found.
const MOST: usize = 5;

/// The maximum number of topics whose short answer is shown.
const MOST_TOPICS: usize = 2;

/// The maximum number of statements that answer those shown.
const MOST_ANSWERS: usize = 4;

/// How a statement may answer another, so that the two are shown together.
const ANSWERS: [LinkKind; 4] = [
    LinkKind::Denies,
    LinkKind::Confirms,
    LinkKind::Supersedes,
    LinkKind::Qualifies,
];

/// Claims about the subject of a message with this text.
pub fn related(facts: &Facts, text: &str, lang: Lang) -> Answer {
    let digest = facts.digest(text, super::ROOM);
    let found = !digest.is_empty();
    let query = Query::new(RELATED).with(Key::Query, digest);
    let mut answer = commands::answer(facts, &query, lang);
    if !found {
        answer.notices = vec![nothing(facts, text, lang)];
    }
    answer
}

/// `/related query:…`, the text form of the query.
pub(in crate::commands) fn answer(mut request: Request<'_>) -> Result<Answer, NotUnderstood> {
    let facts = request.as_of.facts;
    let typed = request.query.get(Key::Query).unwrap_or_default().to_owned();
    let digest = facts.digest(&typed, super::ROOM);
    request.query = request.query.with(Key::Query, &digest);
    let hits = request.as_of.related(&digest, MOST);
    let found: Vec<&Claim> = hits.into_iter().map(|hit| hit.claim).collect();
    let mut composer = request.composer();
    let topics = topics(request.as_of, &found);
    let lead = lead(&mut composer, &topics);
    let shown = with_sides(request.as_of, &found, &topics, &lead);
    let sections = composer.sides(&shown, Detail::Short);
    let notice = match found.is_empty() {
        true => nothing(facts, &typed, request.lang()),
        false => request.words.text("related-notice"),
    };
    let draft = Draft {
        title: request.words.text("related-title"),
        notices: vec![notice],
        lead,
        actions: actions(&request, &topics, &found),
        sections,
        ..Draft::default()
    };
    Ok(request.answer(composer, draft))
}

/// Why nothing was found for a message.
fn nothing(facts: &Facts, text: &str, lang: Lang) -> String {
    let words = Phrases::of(lang);
    if text.trim().is_empty() {
        return words.text("related-no-text");
    }
    if !is_other_script(text) {
        return words.text("related-nothing");
    }
    let names = facts.dossier.languages.iter();
    let names: Vec<String> = names
        .map(|one| words.text(&format!("language-{}", one.code())))
        .collect();
    words.format(
        "related-other-script",
        &[("languages", &words.list(&names))],
    )
}

/// The topics to whose answers the found claims go up, the nearest first.
fn topics<'a>(as_of: AsOf<'a>, found: &[&'a Claim]) -> Vec<&'a Topic> {
    let mut topics: Vec<&Topic> = Vec::new();
    for whole in found.iter().flat_map(|claim| as_of.wholes(claim)) {
        let all = as_of.facts.topics.iter().map(AsRef::as_ref);
        let mut answered =
            all.filter(|topic: &&Topic| topic.main_claim() == Some(whole.id.as_str()));
        if let Some(topic) = answered.next()
            && !topics.iter().any(|one| one.id == topic.id)
        {
            topics.push(topic);
        }
    }
    topics.truncate(MOST_TOPICS);
    topics
}

/// The short answers to some topics.
fn lead<'a>(composer: &mut Composer<'a>, topics: &[&'a Topic]) -> Vec<Sentence> {
    let _ = (composer, topics);
    Vec::new()
}

/// The found claims that the lead does not tell, the wholes to which they belong, and what answers these, each once,
/// in order of time.
fn with_sides<'a>(
    as_of: AsOf<'a>,
    found: &[&'a Claim],
    topics: &[&'a Topic],
    lead: &[Sentence],
) -> Vec<&'a Claim> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut new = |claim: &&'a Claim| {
        let told = lead.iter().any(|one| one.claims.contains(&claim.id));
        !told && seen.insert(claim.id.as_str())
    };
    let mut shown: Vec<&Claim> = found.iter().copied().filter(|claim| new(claim)).collect();
    let wholes = found.iter().flat_map(|claim| as_of.wholes(claim));
    let answered = |whole: &&Claim| {
        topics
            .iter()
            .any(|topic| topic.main_claim() == Some(whole.id.as_str()))
            || !answers(as_of, whole).is_empty()
    };
    let wholes: Vec<&Claim> = wholes.filter(answered).filter(|claim| new(claim)).collect();
    shown.extend(wholes);
    let mut more: Vec<&Claim> = Vec::new();
    for claim in &shown {
        more.extend(answers(as_of, claim).into_iter().filter(|one| new(one)));
    }
    more.truncate(MOST_ANSWERS);
    shown.extend(more);
    let number = topics.first().and_then(|topic| newest_number(as_of, topic));
    shown.extend(number.filter(|claim| new(claim)));
    shown.sort_by_key(|claim| claim.order());
    shown
}

/// The newest known claim with a number that supports the answer of a topic.
fn newest_number<'a>(as_of: AsOf<'a>, topic: &Topic) -> Option<&'a Claim> {
    let supports = |claim: &&Claim| {
        let mut links = claim
            .links
            .iter()
            .filter(|link| link.kind == LinkKind::Supports);
        links.any(|link| topic.main_claim() == Some(link.to.as_str()))
    };
    let numbers = as_of.claims(Some(topic)).into_iter().filter(supports);
    numbers
        .filter(|claim| !claim.figures.is_empty())
        .max_by_key(|claim| claim.order())
}

/// The known claims that deny, confirm, replace or narrow a claim.
fn answers<'a>(as_of: AsOf<'a>, claim: &'a Claim) -> Vec<&'a Claim> {
    let linking = ANSWERS
        .into_iter()
        .flat_map(|kind| as_of.facts.linking_to(claim, kind));
    linking
        .map(AsRef::as_ref)
        .filter(|one| as_of.known(one))
        .collect()
}

/// The topics of the answer or, without any, those of the found claims, or all if nothing was found.
fn actions(request: &Request<'_>, topics: &[&Topic], found: &[&Claim]) -> Vec<Action> {
    let about: BTreeSet<&String> = match topics.is_empty() {
        true => found.iter().flat_map(|claim| &claim.topics).collect(),
        false => topics.iter().map(|topic| &topic.id).collect(),
    };
    let all = request.as_of.facts.topics.iter();
    let offered = all.filter(|topic| about.is_empty() || about.contains(&topic.id));
    offered
        .take(super::MOST)
        .map(|topic| request.to_topic(topic))
        .collect()
}
