//! What the facts have on the subject of a message: the short answer to its topic with all sides, then single
//! statements, without a verdict on the message.
//!
//! Only words that occur in the facts are used. The answer does not say whether the message is right, because
//! its words alone do not show which side it takes.

use std::collections::BTreeSet;

use super::super::RELATED;
use super::super::lead;
use super::super::request::{Draft, NotUnderstood, Request};
use super::super::statement::Detail;
use crate::answer::{Action, Answer, Sentence};
use crate::commands;
use crate::facts::search::is_other_script;
use crate::facts::vocabulary::LinkKind;
use crate::facts::{AsOf, Claim, Facts, Lang, Topic};
use crate::phrases::Phrases;
use crate::query::{Key, Query};

/// The maximum number of claims found.
const MOST: usize = 5;

/// The maximum number of statements that are added because they answer those found.
const MOST_ANSWERS: usize = 3;

/// The maximum number of statements below the answer to a topic, apart from the newest number.
const MOST_BELOW_LEAD: usize = 3;

/// How a statement may answer another, so that the two are shown together.
const ANSWERS: [LinkKind; 4] = [
    LinkKind::Denies,
    LinkKind::Confirms,
    LinkKind::Supersedes,
    LinkKind::Qualifies,
];

/// Claims about the subject of a message with this text.
pub fn related(facts: &Facts, text: &str, lang: Lang) -> Answer {
    related_in(facts, &Query::new(RELATED), text, lang)
}

/// The words of a message by which related claims can be found.
pub(in crate::commands) fn digest(facts: &Facts, text: &str) -> String {
    facts.digest(text, super::ROOM)
}

/// The same with further options, which are in `query`.
pub(in crate::commands) fn related_in(
    facts: &Facts,
    query: &Query,
    text: &str,
    lang: Lang,
) -> Answer {
    let digest = digest(facts, text);
    let found = !digest.is_empty();
    let query = query.clone().with(Key::Query, digest);
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
    let topic = topic(request.as_of, &found);
    let lead = topic.map(|topic| lead::lead(&mut composer, topic));
    let lead = lead.unwrap_or_default();
    let shown = with_sides(request.as_of, &found, topic, &lead);
    let sections = composer.sides(&shown, Detail::Short);
    let notice = match found.is_empty() {
        true => nothing(facts, &typed, request.lang()),
        false => request.words.text("related-notice"),
    };
    let draft = Draft {
        title: request.words.text("related-title"),
        question: topic.map(|topic| topic.question.get(request.lang()).to_owned()),
        notices: vec![notice],
        lead,
        actions: actions(&request, topic, &found),
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
    if !is_other_script(&facts.dossier.languages, text) {
        return words.text("related-nothing");
    }
    let names = facts.dossier.languages.iter();
    let names: Vec<String> = names.map(|one| words.spoken(one)).collect();
    words.format(
        "related-other-script",
        &[("languages", &words.list(&names))],
    )
}

/// The topic to whose answer the found claims go up; first a topic of the nearest one, so that a message about the
/// bridge is not answered with the ships that a claim on the bridge supports. Otherwise one that any of them leads.
fn topic<'a>(as_of: AsOf<'a>, found: &[&'a Claim]) -> Option<&'a Topic> {
    let all = || as_of.facts.topics.iter().map(AsRef::as_ref);
    let wholes = found.iter().flat_map(|claim| as_of.wholes(claim));
    let topics = wholes.filter_map(|whole| {
        all().find(|topic: &&Topic| topic.main_claim() == Some(whole.id.as_str()))
    });
    let topics: Vec<&Topic> = topics.collect();
    let nearest = found.first()?;
    let mut own = topics.iter().copied();
    let own = own.find(|topic| nearest.topics.contains(&topic.id));
    let led = || all().find(|topic| found.iter().any(|claim| topic.lead.contains(&claim.id)));
    own.or(topics.first().copied()).or_else(led)
}

/// The found claims, the wholes to which they belong, what answers these, and the newest number, each once, in order
/// of time. Left out is what the lead tells unless it was found for its own words.
fn with_sides<'a>(
    as_of: AsOf<'a>,
    found: &[&'a Claim],
    topic: Option<&'a Topic>,
    lead: &[Sentence],
) -> Vec<&'a Claim> {
    let main = topic
        .and_then(Topic::main_claim)
        .filter(|_| !lead.is_empty());
    let found = found.iter().copied();
    let mut shown: Vec<&Claim> = found
        .clone()
        .filter(|claim| main != Some(&claim.id))
        .collect();
    if !lead.is_empty() {
        shown.truncate(MOST_BELOW_LEAD);
    }
    let wholes = found.flat_map(|claim| as_of.wholes(claim));
    let mut more: Vec<&Claim> = wholes
        .filter(|whole| !answers(as_of, whole).is_empty())
        .collect();
    for claim in shown.iter().chain(&more).copied().collect::<Vec<_>>() {
        more.extend(answers(as_of, claim));
    }
    let mut seen: BTreeSet<&str> = shown.iter().map(|claim| claim.id.as_str()).collect();
    more.retain(|claim| {
        !lead.iter().any(|one| one.claims.contains(&claim.id)) && seen.insert(&claim.id)
    });
    more.truncate(match lead.is_empty() {
        true => MOST_ANSWERS,
        // The lead has both sides.
        false => MOST_BELOW_LEAD.saturating_sub(shown.len()),
    });
    shown.extend(more);
    let number = topic.and_then(|topic| newest_number(as_of, topic));
    shown.extend(number.filter(|claim| seen.insert(&claim.id)));
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

/// The topic of the answer and those of the found claims, or all if nothing was found.
fn actions(request: &Request<'_>, topic: Option<&Topic>, found: &[&Claim]) -> Vec<Action> {
    let mut about: BTreeSet<&String> = found.iter().flat_map(|claim| &claim.topics).collect();
    about.extend(topic.map(|topic| &topic.id));
    let all = request.as_of.facts.topics.iter();
    let offered = all.filter(|topic| about.is_empty() || about.contains(&topic.id));
    offered
        .take(super::MOST)
        .map(|topic| request.to_topic(topic))
        .collect()
}
