//! The overview: who says so, who denies it, who confirms it, who leaves it open, and where sources differ.
//!
//! It selects and orders claims; it adds nothing to them.

use std::collections::BTreeSet;

use super::super::figures;
use super::super::statement::{Composer, Detail};
use crate::answer::{Entry, Section, SectionRole};
use crate::facts::standing::StandingKind;
use crate::facts::vocabulary::{Kind, LinkKind, Role};
use crate::facts::{AsOf, Claim, Link, Topic};

/// The maximum number of lead claims of a topic; `check` rejects more.
const MOST_LEADS: usize = 5;
/// The maximum number of claims in each of the other sections.
const MOST_OF_A_SIDE: usize = 4;
/// The maximum number of lines on differences.
const MOST_DIFFERENCES: usize = 3;

/// The standing that follows from evidence that does not fully agree.
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
    // A speaker who has said more since then no longer leaves it open.
    let mut still = known.to_vec();
    still.retain(|claim| claim.kind == Kind::Declines && !composer.as_of.said_more(claim));
    let said = lead(composer.as_of, topic, known);
    let mut replies = known.to_vec();
    replies.retain(|claim| {
        let shown = said.iter().any(|one| one.id == claim.id);
        !shown && leads(claim) && composer.as_of.is_reply_to_denial(claim)
    });
    replies.truncate(MOST_OF_A_SIDE);
    let sides = [
        (SectionRole::Said, "heading-said", said),
        (
            SectionRole::Denied,
            "heading-denied",
            each_party(known, Kind::Denies),
        ),
        (SectionRole::Replies, "heading-replies", replies),
        (
            SectionRole::Confirmed,
            "heading-confirmed",
            each_party(&confirmations(composer, topic, known), Kind::Confirms),
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

/// The confirmations of claims of this topic.
fn confirmations<'a>(
    composer: &Composer<'a>,
    topic: &Topic,
    known: &[&'a Claim],
) -> Vec<&'a Claim> {
    let facts = composer.as_of.facts;
    let here = |link: &Link| {
        let target = facts.claim(&link.to);
        let of_topic = target.is_some_and(|target| target.topics.contains(&topic.id));
        link.kind == LinkKind::Confirms && of_topic
    };
    let confirming = known.iter().filter(|claim| claim.links.iter().any(here));
    confirming.copied().collect()
}

/// Whether a claim makes a statement of its own, rather than denying, confirming or declining.
fn leads(claim: &Claim) -> bool {
    !matches!(claim.kind, Kind::Denies | Kind::Confirms | Kind::Declines)
}

/// The topic's lead claims or, if none of them is known yet, the first other claims.
fn lead<'a>(as_of: AsOf<'a>, topic: &Topic, known: &[&'a Claim]) -> Vec<&'a Claim> {
    let chosen = topic.lead.iter();
    let chosen = chosen.filter_map(|id| as_of.claim_of(topic, id));
    let mut claims: Vec<&Claim> = chosen.take(MOST_LEADS).collect();
    if claims.is_empty() {
        let said = known.iter().copied().filter(|claim| leads(claim));
        claims = said.take(MOST_OF_A_SIDE).collect();
    }
    claims
}

/// Claims of a kind in order of time, chosen so that every party appears once before any party appears
/// twice.
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

/// A claim with its standing in short and with sources that contradict or differ from it.
fn statement<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Entry {
    if !leads(claim) {
        return composer.statement(claim, Detail::Short);
    }
    let told = OTHERWISE.map(|(_, kind)| kind);
    let mut entry = composer.statement_alone(claim, Detail::Short);
    entry.notes.extend(composer.standing_in_brief(claim, &told));
    for (role, kind) in OTHERWISE {
        let mut evidence = composer.as_of.evidence(claim);
        if let Some(evidence) = evidence.find(|one| one.role == role) {
            entry.notes.push(composer.evidence_line(kind, evidence));
        }
    }
    entry
}

/// Figures that differ, then claims that a source contradicts, unless already shown.
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
        if entries.len() >= MOST_DIFFERENCES {
            break;
        }
        if evidence.any(|one| one.role == Role::Contradicts) {
            entries.push(statement(composer, claim));
        }
    }
    entries
}
