//! Lists of statements: claims by what the speaker does, denials, the timeline.

use super::super::statement::{Composer, Detail, in_order};
use crate::answer::{Entry, Section, Span};
use crate::facts::date::Day;
use crate::facts::vocabulary::{Basis, Kind, LinkKind};
use crate::facts::{Claim, When};

/// Every statement but denials, by what the speaker does, each with its standing.
pub(super) fn claims(composer: &mut Composer<'_>, known: &[&Claim]) -> Vec<Section> {
    let kinds = [
        Kind::Asserts,
        Kind::Assesses,
        Kind::Reports,
        Kind::Confirms,
        Kind::Declines,
    ];
    let mut sections = Vec::new();
    for kind in kinds {
        let mut entries = Vec::new();
        for claim in known.iter().filter(|claim| claim.kind == kind) {
            entries.push(whole(composer, claim));
        }
        if !entries.is_empty() {
            let heading = composer.words.say(&format!("kind-{}", kind.word()));
            sections.push(Section { heading, entries });
        }
    }
    sections
}

/// A statement with all its sources, dates and standing.
fn whole(composer: &mut Composer<'_>, claim: &Claim) -> Entry {
    let mut entry = composer.statement(claim, Detail::Full);
    if let Some(happened) = &claim.happened {
        entry
            .notes
            .push(vec![Span::Text(event(composer, claim, happened))]);
    }
    if claim.said.basis == Basis::Inferred {
        let why = claim.said.why.get(composer.lang());
        let text = composer.words.with("why-said", &[("why", why)]);
        entry.notes.push(vec![Span::Text(text)]);
    }
    entry.notes.extend(composer.standing(claim));
    entry
}

/// When and where it happened.
fn event(composer: &Composer<'_>, claim: &Claim, happened: &When) -> String {
    let words = composer.words;
    let date = words.date(&happened.when);
    let date = match happened.basis {
        Basis::Stated => date,
        Basis::Inferred => words.with("date-inferred", &[("date", &date)]),
    };
    match claim.place.get(composer.lang()) {
        "" => words.with("event", &[("date", &date)]),
        place => words.with("event-at", &[("date", &date), ("place", place)]),
    }
}

/// Every denial, what it answers, and whether its party has confirmed it since.
pub(super) fn denials(composer: &mut Composer<'_>, known: &[&Claim]) -> Vec<Section> {
    let mut entries = Vec::new();
    for claim in known.iter().filter(|claim| claim.kind == Kind::Denies) {
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
    let heading = composer.words.say("heading-denied");
    vec![Section { heading, entries }]
}

/// The statement that a denial answers, or that was made on the same question after it.
fn denied(composer: &mut Composer<'_>, denial: &Claim, target: &Claim) -> Vec<Span> {
    let key = if in_order(target, denial) {
        "denies-what"
    } else {
        "denies-what-later"
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

/// Every statement in the order in which it was said, under its month.
pub(super) fn timeline(composer: &mut Composer<'_>, known: &[&Claim]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for claim in known {
        let heading = match claim.said.when.earliest() {
            Some(day) => month(composer, day),
            None => composer.words.date(&claim.said.when),
        };
        let mut entry = composer.statement(claim, Detail::Short);
        entry.label = format!("{} · {}", composer.said(claim), short(composer, claim));
        if let Some(happened) = &claim.happened {
            entry
                .notes
                .push(vec![Span::Text(event(composer, claim, happened))]);
        }
        match sections.last_mut() {
            Some(last) if last.heading == heading => last.entries.push(entry),
            _ => sections.push(Section {
                heading,
                entries: vec![entry],
            }),
        }
    }
    sections
}

/// Who, as what, and what it is: `Dmitry Peskov, Kremlin spokesman · denial`.
fn short(composer: &Composer<'_>, claim: &Claim) -> String {
    let act = composer.words.say(&format!("act-{}", claim.kind.word()));
    format!("{} · {act}", composer.speakers(claim))
}

fn month(composer: &Composer<'_>, day: Day) -> String {
    format!(
        "{} {}",
        composer.words.say(&format!("month-{}", day.month)),
        day.year
    )
}
