//! The overview: who says so, who denies it, who has confirmed it since, where sources differ.
//!
//! It chooses and orders; it adds nothing to what the claims say.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::statement::Composer;
use super::register;
use crate::answer::{Entry, Section};
use crate::facts::vocabulary::{Kind, Role};
use crate::facts::{Claim, Topic};

/// Most statements of one side.
const MOST_OF_A_SIDE: usize = 4;
/// Most lines on where the sources differ.
const MOST_DIFFERENCES: usize = 4;
/// Most sources cited for one statement; the other views cite all.
const MOST_SOURCES: usize = 2;

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
        .map(|claim| composer.statement(claim, MOST_SOURCES))
        .collect();
    sections.push(Section { heading, entries });
}

/// The claims the topic leads with, and the first others while none of those is known yet.
fn lead<'a>(topic: &Topic, known: &[&'a Claim]) -> Vec<&'a Claim> {
    let chosen = topic
        .lead
        .iter()
        .filter_map(|id| known.iter().find(|claim| claim.id == *id));
    let mut claims: Vec<&Claim> = chosen.copied().take(MOST_OF_A_SIDE + 1).collect();
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

/// Numbers that do not agree, then sources that contradict or give another detail.
fn differences(composer: &mut Composer<'_>, topic: &Topic, known: &[&Claim]) -> Vec<Entry> {
    let mut entries = register::disagreements(composer, known);
    let leading = |claim: &&&Claim| topic.lead.contains(&claim.id);
    let rest = |claim: &&&Claim| !topic.lead.contains(&claim.id);
    let ordered = known
        .iter()
        .filter(leading)
        .chain(known.iter().filter(rest));
    for role in [Role::Contradicts, Role::Differs] {
        for claim in ordered.clone() {
            if entries.len() >= MOST_DIFFERENCES {
                return entries;
            }
            let said_otherwise = (role == Role::Contradicts) || topic.lead.contains(&claim.id);
            if said_otherwise && !entries.iter().any(|entry| entry.claim() == Some(&claim.id)) {
                entries.extend(difference(composer, claim, role));
            }
        }
    }
    entries
}

/// What a claim says and what a source says instead, each with its number.
fn difference(composer: &mut Composer<'_>, claim: &Claim, role: Role) -> Option<Entry> {
    let facts = composer.facts;
    let claim: &Arc<Claim> = facts.claim(&claim.id)?;
    let evidence = facts
        .evidence(claim, composer.day)
        .find(|one| one.role == role)?;
    let key = match role {
        Role::Contradicts => "standing-contradicted",
        Role::Differs | Role::Origin | Role::Confirms => "standing-differs",
    };
    let note = composer.evidence_line(key, evidence);
    let mut entry = composer.statement(claim, 1);
    entry.notes.push(note);
    Some(entry)
}
