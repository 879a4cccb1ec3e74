//! The lead of a topic: one to three sentences computed from the standing of the claim that the topic asks about.
//!
//! Every word is attributed: who says so, who denies it, who has confirmed it since. Nothing is concluded from it.

mod clauses;
mod marks;
mod parties;
mod period;

use std::cmp::Reverse;

use super::statement::{Composer, capitalised};
use crate::answer::Sentence;
use crate::facts::vocabulary::{Basis, Kind, LinkKind};
use crate::facts::{AsOf, Claim, Link, Topic};
use clauses::Clause;
pub(super) use period::Period;

/// The lead of a topic, from the claims known by the day; empty if none is known.
pub(super) fn lead(composer: &mut Composer<'_>, topic: &Topic) -> Vec<Sentence> {
    let asks = topic.asks.as_deref();
    let asked = asks.and_then(|id| composer.as_of.claim_of(topic, id));
    match asked {
        Some(claim) => said_so(composer, claim),
        None => first_and_newest(composer, topic),
    }
}

/// Who says so, who denies or confirms it, and what has taken its place.
fn said_so<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Vec<Sentence> {
    let (said, sides, rest) = clauses::of(composer, claim);
    let mut sentences: Vec<Vec<Clause>> = vec![said];
    match (sides.len(), rest.len()) {
        (0, 0) => sentences.push(vec![Clause::plain(composer.words.text("lead-unanswered"))]),
        (few, more) if few + more <= 2 => {
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
fn first_and_newest(composer: &mut Composer<'_>, topic: &Topic) -> Vec<Sentence> {
    let Some(first) = first(composer.as_of, topic) else {
        return Vec::new();
    };
    let (_, sides, rest) = clauses::of(composer, first);
    let sides: Vec<Clause> = sides.into_iter().chain(rest).collect();
    let mut sentences = vec![vec![statement(composer, first)], sides];
    if let Some(newest) = newest_after(composer.as_of, topic, first) {
        let (_, sides, rest) = clauses::of(composer, newest);
        let mut clauses = vec![statement(composer, newest)];
        clauses.extend(sides.into_iter().chain(rest));
        sentences.push(clauses);
    }
    let full = sentences.into_iter().filter(|clauses| !clauses.is_empty());
    full.map(sentence).collect()
}

/// The first known claim of the topic's list or, if none of them is known, the first that makes a statement of its own.
fn first<'a>(as_of: AsOf<'a>, topic: &Topic) -> Option<&'a Claim> {
    let mut chosen = topic.lead.iter();
    let chosen = chosen.find_map(|id| as_of.claim_of(topic, id));
    let own = || as_of.marked(topic).find(|(mark, _)| leads(mark.kind));
    let other = || own().or_else(|| as_of.marked(topic).next());
    chosen.or_else(|| other().map(|(_, claim)| claim))
}

/// Whether a claim of this kind makes a statement of its own, rather than denying, confirming or declining.
pub(super) fn leads(kind: Kind) -> bool {
    !matches!(kind, Kind::Denies | Kind::Confirms | Kind::Declines)
}

/// The newest of the topic's leading claims made after another one, if it still stands and does not answer it. An
/// editor chose them, so that it answers the question; the newest of all claims is the business of the short answer.
fn newest_after<'a>(as_of: AsOf<'a>, topic: &Topic, first: &Claim) -> Option<&'a Claim> {
    let later = |claim: &&Claim| {
        let (said, before) = (claim.said.when.earliest(), first.said.when.latest());
        let told = claim.links.iter().any(|link| {
            link.to == first.id && matches!(link.kind, LinkKind::Denies | LinkKind::Confirms)
        });
        said > before && !told && !is_overtaken(as_of, claim)
    };
    let leading = topic.lead.iter().enumerate();
    let leading = leading.filter_map(|(at, id)| Some((at, as_of.claim_of(topic, id)?)));
    let newest = leading.filter(|(_, claim)| later(claim));
    let newest = newest.max_by_key(|(at, claim)| (claim.newest(), Reverse(*at)));
    newest.map(|(_, claim)| claim)
}

/// Whether a claim only adds context to claims that the topic does not lead with.
pub(super) fn is_aside(topic: &Topic, claim: &Claim) -> bool {
    let aside = |link: &Link| link.kind == LinkKind::Context && !topic.lead.contains(&link.to);
    !claim.links.is_empty() && claim.links.iter().all(aside)
}

/// Whether another statement has taken its place.
fn is_overtaken(as_of: AsOf<'_>, claim: &Claim) -> bool {
    let mut later = as_of.facts.linking_to(claim, LinkKind::Supersedes);
    later.any(|one| as_of.known(one))
}

/// A claim's sentence with its speaker, date and source.
fn statement<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Clause {
    let words = composer.words;
    let text = claim.text.get(words.lang());
    let who = words.list(&words.names(&claim.by));
    let date = words.when(&claim.said);
    let cites = marks::cites(composer, &[claim]);
    let values = [
        ("text", text.strip_suffix('.').unwrap_or(text)),
        ("who", &who),
        ("date", &date),
        ("cites", &cites),
    ];
    Clause {
        text: words.format("lead-statement", &values),
        claims: vec![claim.id.clone()],
        inferred: claim.said.basis == Basis::Inferred,
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
    sentence.spans = marks::spans(&text);
    sentence
}
