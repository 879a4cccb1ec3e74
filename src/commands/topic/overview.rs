//! The overview: who says so, who denies it, who has confirmed it since, who leaves it open, where sources differ.
//!
//! It chooses and orders; it adds nothing to what the claims say.

use std::collections::BTreeSet;

use super::super::figures;
use super::super::statement::{Composer, Detail};
use crate::answer::{Entry, Section, Span};
use crate::facts::vocabulary::{Kind, Role};
use crate::facts::{Claim, Topic};

/// Most claims that a topic can lead with; the check refuses more.
const MOST_LEADS: usize = 5;
/// Most denials, and most confirmations.
const MOST_OF_A_SIDE: usize = 4;
/// Most lines on where the sources differ.
const MOST_DIFFERENCES: usize = 3;

/// How evidence that does not simply agree is put into words.
const OTHERWISE: [(Role, &str); 2] = [
    (Role::Contradicts, "standing-contradicted"),
    (Role::Differs, "standing-differs"),
];

/// The sections of a topic's overview.
pub(super) fn sections<'a>(
    composer: &mut Composer<'a>,
    topic: &Topic,
    known: &[&'a Claim],
) -> Vec<Section> {
    // Who has since said more no longer leaves it open.
    let (facts, day) = (composer.facts, composer.day);
    let mut still = known.to_vec();
    still.retain(|claim| !facts.taken_back(claim, day));
    let sides = [
        ("said", lead(topic, known)),
        ("denied", each_party(known, Kind::Denies)),
        ("confirmed", each_party(known, Kind::Confirms)),
        ("open", each_party(&still, Kind::Declines)),
    ];
    let mut sections = Vec::new();
    for (key, claims) in &sides {
        let mut entries = Vec::new();
        for claim in claims {
            entries.push(statement(composer, claim));
        }
        push(composer, &mut sections, key, entries);
    }
    let shown = sides
        .iter()
        .flat_map(|(_, claims)| claims)
        .map(|claim| claim.id.as_str());
    let figures::Compared { differ, over_time } = figures::compared(composer, known);
    let differs = differences(composer, known, &shown.collect(), differ);
    push(composer, &mut sections, "differs", differs);
    let numbers = over_time.into_iter().take(MOST_DIFFERENCES).collect();
    push(composer, &mut sections, "over-time", numbers);
    sections
}

fn push(composer: &Composer<'_>, sections: &mut Vec<Section>, key: &str, entries: Vec<Entry>) {
    if !entries.is_empty() {
        let heading = match key {
            "open" => composer.words.say("kind-declines"),
            key => composer.words.say(&format!("heading-{key}")),
        };
        sections.push(Section { heading, entries });
    }
}

/// Whether the overview shows a claim for what it says itself, not for what it answers.
fn leads(claim: &Claim) -> bool {
    !matches!(claim.kind, Kind::Denies | Kind::Confirms | Kind::Declines)
}

/// The claims the topic leads with, and the first others while none of those is known yet.
fn lead<'a>(topic: &Topic, known: &[&'a Claim]) -> Vec<&'a Claim> {
    let chosen = topic
        .lead
        .iter()
        .filter_map(|id| known.iter().find(|claim| claim.id == *id));
    let mut claims: Vec<&Claim> = chosen.copied().take(MOST_LEADS).collect();
    if claims.is_empty() {
        let said = known.iter().copied().filter(|claim| leads(claim));
        claims = said.take(MOST_OF_A_SIDE).collect();
    }
    claims
}

/// Statements of a kind, so that every party's voice is heard before anyone's is heard twice, in
/// the order of time.
fn each_party<'a>(known: &[&'a Claim], kind: Kind) -> Vec<&'a Claim> {
    let of_kind: Vec<_> = known
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, claim)| claim.kind == kind)
        .collect();
    let mut heard: BTreeSet<&str> = BTreeSet::new();
    let (first, more): (Vec<_>, Vec<_>) = of_kind.into_iter().partition(|(_, claim)| {
        let mut new = false;
        for speaker in &claim.by {
            new |= heard.insert(speaker.party().id.as_str());
        }
        new
    });
    let mut chosen: Vec<_> = first.into_iter().chain(more).take(MOST_OF_A_SIDE).collect();
    chosen.sort_by_key(|(place, _)| *place);
    chosen.into_iter().map(|(_, claim)| claim).collect()
}

/// A statement with, in short, who else says or denies it and what sources have otherwise.
fn statement<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Entry {
    let mut entry = composer.statement(claim, Detail::Short);
    if !leads(claim) {
        return entry;
    }
    if let Some(standing) = composer.standing_in_short(claim) {
        entry.notes.push(vec![Span::Text(standing)]);
    }
    for (role, key) in OTHERWISE {
        let mut evidence = composer.facts.evidence(claim, composer.day);
        if let Some(evidence) = evidence.find(|one| one.role == role) {
            entry.notes.push(composer.evidence_line(key, evidence));
        }
    }
    entry
}

/// Numbers that do not agree, then statements that a source contradicts, unless shown already.
fn differences<'a>(
    composer: &mut Composer<'a>,
    known: &[&'a Claim],
    shown: &BTreeSet<&str>,
    mut entries: Vec<Entry>,
) -> Vec<Entry> {
    entries.truncate(MOST_DIFFERENCES);
    for claim in known
        .iter()
        .filter(|claim| !shown.contains(claim.id.as_str()))
    {
        let mut evidence = composer.facts.evidence(claim, composer.day);
        let contradicted = evidence.any(|one| one.role == Role::Contradicts);
        if contradicted && entries.len() < MOST_DIFFERENCES {
            entries.push(statement(composer, claim));
        }
    }
    entries
}
