//! The overview: who says so, who denies it, who has confirmed it since, where sources differ.
//!
//! It chooses and orders; it adds nothing to what the claims say.

use std::collections::BTreeSet;

use super::super::statement::{Composer, Detail};
use super::register;
use crate::answer::{Entry, Section, Span};
use crate::facts::vocabulary::{Kind, Role};
use crate::facts::{Claim, Topic};

/// Most statements of one side.
const MOST_OF_A_SIDE: usize = 4;
/// Most lines on where the sources differ.
const MOST_DIFFERENCES: usize = 3;

/// The sections of a topic's overview.
pub(super) fn sections(
    composer: &mut Composer<'_>,
    topic: &Topic,
    known: &[&Claim],
) -> Vec<Section> {
    let standing: Vec<&Claim> = known
        .iter()
        .copied()
        .filter(|claim| claim.withdrawn.is_none())
        .collect();
    let said = lead(topic, &standing);
    let denied = newest_of_each_party(composer, &standing, Kind::Denies);
    let confirmed = newest_of_each_party(composer, &standing, Kind::Confirms);
    let mut sections = Vec::new();
    for (key, claims) in [
        ("said", &said),
        ("denied", &denied),
        ("confirmed", &confirmed),
    ] {
        push(composer, &mut sections, key, claims);
    }
    let differs = differences(composer, topic, &standing);
    if !differs.is_empty() {
        let heading = composer.words.say("heading-differs");
        sections.push(Section {
            heading,
            entries: differs,
        });
    }
    sections
}

fn push(composer: &mut Composer<'_>, sections: &mut Vec<Section>, key: &str, claims: &[&Claim]) {
    if claims.is_empty() {
        return;
    }
    let heading = composer.words.say(&format!("heading-{key}"));
    let entries = claims
        .iter()
        .map(|claim| statement(composer, claim))
        .collect();
    sections.push(Section { heading, entries });
}

/// The claims the topic leads with, and the first others while none of those is known yet.
fn lead<'a>(topic: &Topic, known: &[&'a Claim]) -> Vec<&'a Claim> {
    let chosen = topic
        .lead
        .iter()
        .filter_map(|id| known.iter().find(|claim| claim.id == *id));
    let mut claims: Vec<&Claim> = chosen.copied().take(MOST_OF_A_SIDE).collect();
    if claims.is_empty() {
        let said = |claim: &&&Claim| !matches!(claim.kind, Kind::Denies | Kind::Confirms);
        claims = known
            .iter()
            .filter(said)
            .copied()
            .take(MOST_OF_A_SIDE)
            .collect();
    }
    claims
}

/// Statements of a kind, so that every party's voice is heard before anyone's is heard twice,
/// in the order of time.
fn newest_of_each_party<'a>(
    composer: &Composer<'_>,
    known: &[&'a Claim],
    kind: Kind,
) -> Vec<&'a Claim> {
    let of_kind: Vec<&Claim> = known
        .iter()
        .copied()
        .filter(|claim| claim.kind == kind)
        .collect();
    let mut heard = BTreeSet::new();
    let (first, more): (Vec<&Claim>, Vec<&Claim>) = of_kind.into_iter().partition(|claim| {
        claim
            .by
            .first()
            .is_some_and(|speaker| heard.insert(speaker.party().id.clone()))
    });
    let mut chosen: Vec<&Claim> = first.into_iter().chain(more).take(MOST_OF_A_SIDE).collect();
    chosen.sort_by_key(|claim| {
        composer
            .facts
            .claims
            .iter()
            .position(|one| one.id == claim.id)
    });
    chosen
}

/// A statement with, in short, who else says or denies it and what sources have otherwise.
fn statement(composer: &mut Composer<'_>, claim: &Claim) -> Entry {
    let mut entry = composer.statement(claim, Detail::Short);
    let leads = !matches!(claim.kind, Kind::Denies | Kind::Confirms);
    if let Some(standing) = composer.standing_in_short(claim).filter(|_| leads) {
        entry.notes.push(vec![Span::Text(standing)]);
    }
    let facts = composer.facts;
    for (role, key) in OTHERWISE {
        let evidence = facts
            .claim(&claim.id)
            .map(|claim| facts.evidence(claim, composer.day));
        let first = evidence.and_then(|mut all| all.find(|one| one.role == role));
        if let Some(evidence) = first.filter(|_| leads) {
            entry.notes.push(composer.evidence_line(key, evidence));
        }
    }
    entry
}

/// How evidence that does not simply agree is put into words.
const OTHERWISE: [(Role, &str); 2] = [
    (Role::Contradicts, "standing-contradicted"),
    (Role::Differs, "standing-differs"),
];

/// Numbers that do not agree, then statements that a source contradicts, unless shown already.
fn differences(composer: &mut Composer<'_>, topic: &Topic, known: &[&Claim]) -> Vec<Entry> {
    let mut entries = register::disagreements(composer, known);
    for claim in known.iter().filter(|claim| !topic.lead.contains(&claim.id)) {
        let contradicted = claim.evidence.iter().any(|one| {
            one.role == Role::Contradicts && composer.facts.published(&one.source, composer.day)
        });
        if contradicted && entries.len() < MOST_DIFFERENCES {
            entries.push(statement(composer, claim));
        }
    }
    entries
}
