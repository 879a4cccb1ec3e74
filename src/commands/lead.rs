//! The lead of a topic: one to three sentences computed from the standing of the claim that the topic asks about.
//!
//! Every word is attributed: who says so, who denies it, who has confirmed it since. Nothing is concluded from it.

mod clauses;
mod parties;
mod period;

use super::statement::{Composer, capitalised};
use crate::answer::{Sentence, Span};
use crate::facts::vocabulary::{Kind, LinkKind};
use crate::facts::{Claim, Topic};
use crate::phrases::Phrases;
use clauses::Clause;

/// The lead of a topic, from the claims known by the day; empty if none is known.
pub(super) fn lead<'a>(
    composer: &mut Composer<'a>,
    topic: &Topic,
    known: &[&'a Claim],
) -> Vec<Sentence> {
    let asks = topic.asks.as_deref();
    let asked = asks.and_then(|id| known.iter().find(|claim| claim.id == id));
    match asked {
        Some(claim) => said_so(composer, claim),
        None => first_and_newest(composer, topic, known),
    }
}

/// Whether a statement stands in these sentences.
pub(super) fn names(lead: &[Sentence], claim: &Claim) -> bool {
    lead.iter().any(|one| one.claims.contains(&claim.id))
}

/// Who says so, who denies or confirms it, and what has taken its place.
fn said_so<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Vec<Sentence> {
    let (said, sides, rest) = clauses::of(composer, claim);
    let mut sentences: Vec<Vec<Clause>> = vec![said];
    match (sides.len(), rest.len()) {
        (0, 0) => sentences.push(vec![Clause::plain(composer.words.text("lead-unanswered"))]),
        (sides_, rest_) if sides_ + rest_ <= 2 => {
            sentences.extend(sides.into_iter().chain(rest).map(|one| vec![one]));
        }
        (_, 0) => {
            let mut sides = sides.into_iter();
            sentences.push(sides.by_ref().take(1).collect());
            sentences.push(sides.collect());
        }
        _ => sentences.extend([sides, rest]),
    }
    let full = sentences.into_iter().filter(|clauses| !clauses.is_empty());
    full.map(sentence).collect()
}

/// The first leading claim with its speaker, date and sides, then the newest claim.
fn first_and_newest<'a>(
    composer: &mut Composer<'a>,
    topic: &Topic,
    known: &[&'a Claim],
) -> Vec<Sentence> {
    let Some(first) = first(topic, known) else {
        return Vec::new();
    };
    let (_, sides, rest) = clauses::of(composer, first);
    let sides: Vec<Clause> = sides.into_iter().chain(rest).collect();
    let mut sentences = vec![vec![statement(composer, first)], sides];
    if let Some(newest) = newest_after(topic, known, first) {
        let (_, sides, rest) = clauses::of(composer, newest);
        let mut clauses = vec![statement(composer, newest)];
        clauses.extend(sides.into_iter().chain(rest));
        sentences.push(clauses);
    }
    let full = sentences.into_iter().filter(|clauses| !clauses.is_empty());
    full.map(sentence).collect()
}

/// The first known claim of the topic's list or, if none of them is known, the first that makes a statement of its own.
fn first<'a>(topic: &Topic, known: &[&'a Claim]) -> Option<&'a Claim> {
    let mut chosen = topic.lead.iter();
    let chosen = chosen.find_map(|id| known.iter().find(|claim| claim.id == *id));
    let answers =
        |claim: &&&Claim| matches!(claim.kind, Kind::Denies | Kind::Confirms | Kind::Declines);
    let own = || known.iter().find(|claim| !answers(claim));
    chosen.or_else(own).or(known.first()).copied()
}

/// The newest claim made after another one: one whose main topic this is, if there is any.
fn newest_after<'a>(topic: &Topic, known: &[&'a Claim], first: &Claim) -> Option<&'a Claim> {
    let later = |claim: &&&Claim| {
        let (said, before) = (claim.said.when.earliest(), first.said.when.latest());
        said > before && !is_aside(claim)
    };
    let mut newest: Vec<&Claim> = known.iter().filter(later).copied().collect();
    newest.sort_by_key(|claim| (claim.topics.first() == Some(&topic.id), latest(claim)));
    newest.pop()
}

/// When a claim was made, at the latest.
pub(super) fn latest(claim: &Claim) -> impl Ord + use<> {
    (claim.said.when.latest().is_none(), claim.said.when.latest())
}

/// Whether a claim only adds context to others.
pub(super) fn is_aside(claim: &Claim) -> bool {
    let context = |kind| kind == LinkKind::Context;
    !claim.links.is_empty() && claim.links.iter().all(|link| context(link.kind))
}

/// A claim's sentence with its speaker, date and source.
fn statement<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Clause {
    let words = composer.words;
    let text = claim.text.get(words.lang());
    let (who, date) = (words.names_only(claim), words.when(&claim.said));
    let cites = clauses::cites(composer, &[claim]);
    let values = [
        ("text", text.strip_suffix('.').unwrap_or(text)),
        ("who", &who),
        ("date", &date),
        ("cites", &cites),
    ];
    Clause {
        text: words.format("lead-statement", &values),
        claims: vec![claim.id.clone()],
        inferred: claim.said.basis == crate::facts::vocabulary::Basis::Inferred,
    }
}

/// One sentence made of clauses.
fn sentence(clauses: Vec<Clause>) -> Sentence {
    let mut sentence = Sentence::default();
    let mut texts = Vec::new();
    for clause in clauses {
        texts.push(clause.text);
        sentence.claims.extend(clause.claims);
        sentence.inferred |= clause.inferred;
    }
    let text = format!("{}.", capitalised(&texts.join("; ")));
    sentence.spans = clauses::spans(&text);
    sentence
}
