//! The overview: who says so, who denies it, who confirms it, who leaves it open, and where sources differ.
//!
//! It selects and orders claims; it adds nothing to them.

use std::collections::BTreeSet;

use super::super::figures;
use super::super::lead::leads;
use super::super::statement::{Composer, Detail};
use super::lists::of_kind;
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
pub(super) fn sections(composer: &mut Composer<'_>, topic: &Topic) -> Vec<Section> {
    let as_of = composer.as_of;
    // A speaker who has said more since then no longer leaves it open.
    let still = of_kind(as_of, topic, Kind::Declines).filter(|claim| !as_of.said_more(claim));
    let said = lead(as_of, topic);
    let answers = as_of.marked(topic);
    let answers = answers.filter(|(mark, _)| mark.answers && leads(mark.kind));
    let replies = answers.map(|(_, claim)| claim).filter(|claim| {
        let shown = said.iter().any(|one| one.id == claim.id);
        !shown && as_of.is_reply_to_denial(claim)
    });
    let replies = replies.take(MOST_OF_A_SIDE).collect();
    let sides = [
        (SectionRole::Said, "heading-said", said),
        (
            SectionRole::Denied,
            "heading-denied",
            each_party(of_kind(as_of, topic, Kind::Denies)),
        ),
        (SectionRole::Replies, "heading-replies", replies),
        (
            SectionRole::Confirmed,
            "heading-confirmed",
            each_party(confirmations(as_of, topic)),
        ),
        (SectionRole::Open, "kind-declines", each_party(still)),
    ];
    let mut shown = BTreeSet::new();
    let mut sections = Vec::new();
    for (role, key, claims) in sides {
        shown.extend(claims.iter().map(|claim| claim.id.as_str()));
        let entries = claims.into_iter().map(|claim| statement(composer, claim));
        let entries = entries.collect();
        sections.push(composer.section(role, key, entries));
    }
    let figures::Compared { differ, over_time } =
        figures::compared(composer, topic, MOST_DIFFERENCES);
    let differs = differences(composer, topic, &shown, differ);
    for (role, key, entries) in [
        (SectionRole::Differs, "heading-differs", differs),
        (SectionRole::OverTime, "heading-over-time", over_time),
    ] {
        sections.push(composer.section(role, key, entries));
    }
    sections.retain(|section| !section.entries.is_empty());
    sections
}

/// The confirmations of claims of this topic.
fn confirmations<'a>(as_of: AsOf<'a>, topic: &Topic) -> impl Iterator<Item = &'a Claim> {
    let here = |link: &Link| {
        let target = as_of.facts.claim(&link.to);
        let of_topic = target.is_some_and(|target| target.topics.contains(&topic.id));
        link.kind == LinkKind::Confirms && of_topic
    };
    let confirming = of_kind(as_of, topic, Kind::Confirms);
    confirming.filter(move |claim| claim.links.iter().any(here))
}

/// The topic's lead claims or, if none of them is known yet, the first other claims.
fn lead<'a>(as_of: AsOf<'a>, topic: &Topic) -> Vec<&'a Claim> {
    let chosen = topic.lead.iter();
    let chosen = chosen.filter_map(|id| as_of.claim_of(topic, id));
    let mut claims: Vec<&Claim> = chosen.take(MOST_LEADS).collect();
    if claims.is_empty() {
        let said = as_of.marked(topic).filter(|(mark, _)| leads(mark.kind));
        let said = said.map(|(_, claim)| claim);
        claims = said.take(MOST_OF_A_SIDE).collect();
    }
    claims
}

/// Of claims in order of time a few, chosen so that every party appears once before any party appears twice.
fn each_party<'a>(claims: impl Iterator<Item = &'a Claim>) -> Vec<&'a Claim> {
    let mut heard: BTreeSet<&str> = BTreeSet::new();
    let (mut first, mut more) = (Vec::new(), Vec::new());
    for (place, claim) in claims.enumerate() {
        let mut new = false;
        for speaker in &claim.by {
            new |= heard.insert(speaker.party().id.as_str());
        }
        match new {
            true => first.push((place, claim)),
            false if more.len() < MOST_OF_A_SIDE => more.push((place, claim)),
            false => {}
        }
        if first.len() == MOST_OF_A_SIDE {
            break;
        }
    }
    let mut chosen: Vec<_> = first.into_iter().chain(more).take(MOST_OF_A_SIDE).collect();
    chosen.sort_by_key(|(place, _)| *place);
    chosen.into_iter().map(|(_, claim)| claim).collect()
}

/// A claim with its standing in short and with sources that contradict or differ from it.
fn statement<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Entry {
    if !leads(claim.kind) {
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
fn differences(
    composer: &mut Composer<'_>,
    topic: &Topic,
    shown: &BTreeSet<&str>,
    mut entries: Vec<Entry>,
) -> Vec<Entry> {
    let as_of = composer.as_of;
    let known = as_of.marked(topic);
    let contradicted = known.filter(|(mark, claim)| {
        let mut evidence = as_of.evidence(claim);
        mark.is_contradicted
            && !shown.contains(claim.id.as_str())
            && evidence.any(|one| one.role == Role::Contradicts)
    });
    let room = MOST_DIFFERENCES.saturating_sub(entries.len());
    let contradicted = contradicted.take(room);
    entries.extend(contradicted.map(|(_, claim)| statement(composer, claim)));
    entries
}
