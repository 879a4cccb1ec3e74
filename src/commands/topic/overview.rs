//! The overview: who says so, who denies it, who has confirmed it since, who leaves it open, where sources differ.
//!
//! It chooses and orders; it adds nothing to what the claims say.

use std::collections::BTreeSet;

use super::super::figures;
use super::super::statement::{Composer, Detail};
use crate::answer::{Entry, Section, SectionRole};
use crate::facts::standing::StandingKind;
use crate::facts::vocabulary::{Kind, Role};
use crate::facts::{Claim, Topic};

/// Most claims that a topic can lead with; the check refuses more.
const MOST_LEADS: usize = 5;
/// Most denials, and most confirmations.
const MOST_OF_A_SIDE: usize = 4;
/// Most lines on where the sources differ.
const MOST_DIFFERENCES: usize = 3;

/// What evidence that does not simply agree does to a statement.
const OTHERWISE: [(Role, StandingKind); 2] = [
    (Role::Contradicts, StandingKind::Contradicted),
    (Role::Differs, StandingKind::Differs),
];

/// The sections of a topic's overview.
pub(super) fn sections<'a>(
    composer: &mut Composer<'a>,
    topic: &Topic,
    known: &[&'a Claim],
) -> Vec<Section> {
    // Who has since said more no longer leaves it open.
    let mut still = known.to_vec();
    still.retain(|claim| !composer.as_of.taken_back(claim));
    let sides = [
        (SectionRole::Said, "heading-said", lead(topic, known)),
        (
            SectionRole::Denied,
            "heading-denied",
            each_party(known, Kind::Denies),
        ),
        (
            SectionRole::Confirmed,
            "heading-confirmed",
            each_party(known, Kind::Confirms),
        ),
        (
            SectionRole::Open,
            "kind-declines",
            each_party(&still, Kind::Declines),
        ),
    ];
    let mut shown = BTreeSet::new();
    let mut sections = Vec::new();
    for (role, key, claims) in sides {
        shown.extend(claims.iter().map(|claim| claim.id.as_str()));
        let entries = claims.into_iter().map(|claim| statement(composer, claim));
        let entries = entries.collect();
        sections.push(composer.section(role, key, entries));
    }
    let figures::Compared { differ, over_time } = figures::compared(composer, known);
    let differs = differences(composer, known, &shown, differ);
    let numbers = over_time.into_iter().take(MOST_DIFFERENCES).collect();
    for (role, key, entries) in [
        (SectionRole::Differs, "heading-differs", differs),
        (SectionRole::OverTime, "heading-over-time", numbers),
    ] {
        sections.push(composer.section(role, key, entries));
    }
    sections.retain(|section| !section.entries.is_empty());
    sections
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

/// A statement with, in short, who else says or denies it and what sources have not_understood.
fn statement<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Entry {
    if !leads(claim) {
        return composer.statement(claim, Detail::Short);
    }
    let mut entry = composer.with_standing(claim, Detail::Short);
    for (role, kind) in OTHERWISE {
        let mut evidence = composer.as_of.evidence(claim);
        if let Some(evidence) = evidence.find(|one| one.role == role) {
            entry.notes.push(composer.evidence_line(kind, evidence));
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
        let mut evidence = composer.as_of.evidence(claim);
        let contradicted = evidence.any(|one| one.role == Role::Contradicts);
        if contradicted && entries.len() < MOST_DIFFERENCES {
            entries.push(statement(composer, claim));
        }
    }
    entries
}
