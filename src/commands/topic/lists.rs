//! Lists of statements: claims by what the speaker does, denials.

use std::collections::BTreeSet;

use super::super::statement::{Composer, Detail};
use crate::answer::{Entry, Section, Span};
use crate::facts::vocabulary::{Basis, Kind, LinkKind};
use crate::facts::{Claim, Topic};

/// Every statement but denials, by what the speaker does, each with its standing; last what has
/// been withdrawn.
pub(super) fn claims<'a>(
    composer: &mut Composer<'a>,
    topic: &'a Topic,
    known: &[&'a Claim],
) -> Vec<Section> {
    let kinds = [
        Kind::Asserts,
        Kind::Assesses,
        Kind::Reports,
        Kind::Confirms,
        Kind::Declines,
    ];
    let mut groups: Vec<(String, Vec<&Claim>)> = Vec::new();
    for kind in kinds {
        let of_kind = known
            .iter()
            .copied()
            .filter(|claim| claim.kind == kind)
            .collect();
        groups.push((format!("kind-{}", kind.word()), of_kind));
    }
    groups.push((
        "kind-withdrawn".to_owned(),
        composer.facts.withdrawn(topic).collect(),
    ));
    let mut reasons = BTreeSet::new();
    let mut sections = Vec::new();
    for (key, claims) in groups.into_iter().filter(|(_, claims)| !claims.is_empty()) {
        let mut entries = Vec::new();
        for claim in claims {
            entries.push(whole(composer, claim, &mut reasons));
        }
        sections.push(Section {
            heading: composer.words.say(&key),
            entries,
        });
    }
    sections
}

/// A statement with all its sources, dates and standing. The same reason for a date is given once.
fn whole<'a>(
    composer: &mut Composer<'a>,
    claim: &'a Claim,
    reasons: &mut BTreeSet<&'a str>,
) -> Entry {
    let mut entry = composer.statement(claim, Detail::Full);
    entry.notes.extend(composer.event(claim));
    let why = claim.said.why.get(composer.lang());
    let tells = composer.facts.all_out(claim, composer.day);
    if claim.said.basis == Basis::Inferred && tells && reasons.insert(why) {
        let text = composer.words.with("why-said", &[("why", why)]);
        entry.notes.push(vec![Span::Text(text)]);
    }
    entry.notes.extend(composer.standing(claim));
    entry
}

/// Every denial, what it answers, and whether its party has confirmed it since.
pub(super) fn denials<'a>(composer: &mut Composer<'a>, known: &[&'a Claim]) -> Vec<Section> {
    let mut entries = Vec::new();
    for claim in known
        .iter()
        .copied()
        .filter(|claim| claim.kind == Kind::Denies)
    {
        let mut entry = composer.statement(claim, Detail::Full);
        let links = claim
            .links
            .iter()
            .filter(|link| link.kind == LinkKind::Denies);
        for target in links.filter_map(|link| composer.facts.claim(&link.to)) {
            if composer.facts.known(target, composer.day) {
                entry.notes.push(denied(composer, claim, target));
            }
        }
        entry.notes.extend(composer.standing(claim));
        entries.push(entry);
    }
    if entries.is_empty() {
        return Vec::new();
    }
    vec![Section {
        heading: composer.words.say("heading-denied"),
        entries,
    }]
}

/// The statement that a denial answers, or that was made on the same question after it, in part or whole.
fn denied(composer: &mut Composer<'_>, denial: &Claim, target: &Claim) -> Vec<Span> {
    let key = match (target.precedes(denial), target.may_precede(denial)) {
        (true, _) => "denies-what",
        (false, true) => "denies-what-partly-later",
        (false, false) => "denies-what-later",
    };
    let attribution = composer.attribution(target, Detail::Short);
    let text = target.text.get(composer.lang());
    let line = composer
        .words
        .with(key, &[("who", &attribution), ("text", text)]);
    let mut spans = vec![Span::Text(line)];
    for number in composer.cite(target, 2) {
        spans.extend([Span::Text(" ".into()), Span::Cite(number)]);
    }
    spans
}
