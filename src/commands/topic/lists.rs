//! Lists of claims: by what the speaker does, and denials.

use std::collections::BTreeSet;

use super::super::statement::{Composer, Detail};
use crate::answer::{Entry, Note, NoteRole, Section, SectionRole};
use crate::facts::vocabulary::{Basis, Kind};
use crate::facts::{AsOf, Claim, Topic};

/// Every claim except denials, by what the speaker does, each with its standing; withdrawn claims come
/// last.
pub(super) fn claims(composer: &mut Composer<'_>, topic: &Topic) -> Vec<Section> {
    let kinds = [
        Kind::Asserts,
        Kind::Assesses,
        Kind::Reports,
        Kind::Confirms,
        Kind::Declines,
    ];
    let mut groups: Vec<((SectionRole, String), Vec<&Claim>)> = Vec::new();
    for kind in kinds {
        let key = format!("kind-{}", kind.word());
        groups.push((
            (SectionRole::of(kind), key),
            of_kind(composer.as_of, topic, kind).collect(),
        ));
    }
    let withdrawn = composer.as_of.facts.withdrawn(topic).collect();
    groups.push(((SectionRole::Withdrawn, "kind-withdrawn".into()), withdrawn));
    let mut reasons = BTreeSet::new();
    let mut sections = composer.sections(groups, |composer, claim| {
        whole(composer, claim, &mut reasons)
    });
    sections.retain(|section| !section.entries.is_empty());
    sections
}

/// A claim with all its sources, dates and standing. The same reason for a date is given only once.
fn whole<'a>(
    composer: &mut Composer<'a>,
    claim: &'a Claim,
    reasons: &mut BTreeSet<&'a str>,
) -> Entry {
    let mut entry = composer.statement_alone(claim, Detail::Full);
    entry.notes.extend(composer.event(claim));
    let why = claim.said.why.get(composer.lang());
    let tells = composer.as_of.all_out(claim);
    if claim.said.basis == Basis::Inferred && tells && reasons.insert(why) {
        let text = composer.words.format("why-said", &[("why", why)]);
        entry.notes.push(Note::line(NoteRole::Reason, text));
    }
    entry.notes.extend(composer.standing(claim));
    entry
}

/// The known claims of a topic in which the speaker does this.
pub(super) fn of_kind<'a>(
    as_of: AsOf<'a>,
    topic: &Topic,
    kind: Kind,
) -> impl Iterator<Item = &'a Claim> + use<'a> {
    let of_kind = as_of
        .marked(topic)
        .filter(move |(mark, _)| mark.kind == kind);
    of_kind.map(|(_, claim)| claim)
}

/// Every denial with the claims that it denies and its standing.
pub(super) fn denials(composer: &mut Composer<'_>, topic: &Topic) -> Vec<Section> {
    let denials: Vec<_> = of_kind(composer.as_of, topic, Kind::Denies).collect();
    let denials = composer.part(&denials).iter().copied();
    let entries = denials.map(|claim| {
        let mut entry = composer.statement_alone(claim, Detail::Full);
        entry.notes.extend(composer.standing(claim));
        let notes = composer.denied(claim);
        entry.notes.extend(notes);
        entry.notes.extend(composer.replies(claim));
        entry
    });
    let entries: Vec<Entry> = entries.collect();
    match entries.is_empty() {
        true => Vec::new(),
        false => vec![composer.section(SectionRole::Denied, "heading-denied", entries)],
    }
}
