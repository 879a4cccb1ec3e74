//! The standing of shipped claims on a day: who denied, who confirmed, what was known.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/shipped.rs"]
mod shipped;

use once_cell::sync::Lazy;
use sumber::facts::date::{Date, Day};
use sumber::facts::{Claim, Facts, Lang};

static FACTS: Lazy<Facts> = Lazy::new(shipped::facts);

fn day(text: &str) -> Day {
    text.parse::<Date>().unwrap().latest().unwrap()
}

fn claim(id: &str) -> &'static Claim {
    FACTS.claim(id).unwrap()
}

/// `denied by …; earlier denied by …; confirmed by …`, by party, on a day.
fn reads(id: &str, on: &str) -> String {
    let standing = FACTS.as_of(day(on)).standing(claim(id));
    let mut parts = Vec::new();
    for (says, voices) in [
        ("denied by", &standing.denied),
        ("earlier denied by", &standing.denied_before),
        ("confirmed by", &standing.confirmed_by_subject),
        ("also by", &standing.confirmed_by_others),
    ] {
        let mut parties: Vec<&str> = Vec::new();
        for voice in voices {
            let name = voice.party.name.get(Lang::En);
            if !parties.contains(&name) {
                parties.push(name);
            }
        }
        if !parties.is_empty() {
            parts.push(format!("{says} {}", parties.join(" and ")));
        }
    }
    parts.join("; ")
}

#[test]
fn a_denial_gives_way_to_a_confirmation_on_the_day_it_is_published() {
    let troops = "ukraine-rok-say-troops-sent";
    assert_eq!(reads(troops, "2024-10-09"), "");
    assert_eq!(reads(troops, "2024-10-18"), "denied by Russia");
    assert_eq!(
        reads(troops, "2024-10-22"),
        "denied by Russia and North Korea"
    );
    assert_eq!(
        reads(troops, "2025-04-27"),
        "denied by North Korea; earlier denied by Russia; confirmed by Russia; \
         also by the United States and NATO"
    );
    assert_eq!(
        reads(troops, "2025-12-13"),
        "earlier denied by Russia and North Korea; confirmed by Russia and North Korea; \
         also by the United States and NATO"
    );
}

#[test]
fn the_fake_news_line_answers_the_minister_and_not_the_intelligence_service() {
    assert_eq!(
        reads("kim-officers-likely-killed", "2024-10-18"),
        "denied by Russia"
    );
    assert_eq!(reads("nis-1500-to-vladivostok", "2024-10-18"), "");
    let denial = claim("peskov-fake-news");
    assert!(
        denial
            .links
            .iter()
            .all(|link| link.to != "nis-1500-to-vladivostok")
    );
}

#[test]
fn nothing_said_or_published_after_the_day_counts() {
    let nis = claim("nis-1500-to-vladivostok");
    assert!(!FACTS.as_of(day("2024-10-17")).known(nis));
    assert!(FACTS.as_of(day("2024-10-18")).known(nis));
    let on_the_day: Vec<_> = FACTS
        .as_of(day("2024-10-18"))
        .evidence(nis)
        .map(|one| &one.source.id)
        .collect();
    assert!(
        !on_the_day.contains(&&"inews-id-20241019".to_owned()),
        "published the day after"
    );
    assert!(
        !FACTS
            .as_of(day("2024-10-18"))
            .known(claim("no-evidence-made-public"))
    );
}

#[test]
fn agency_copy_counts_once_and_mirrors_not_at_all() {
    let reviewed = FACTS.dossier.reviewed;
    for id in [
        "howell-cannot-rule-out",
        "howell-cash-for-arms",
        "howell-transactional-need",
    ] {
        let origins = FACTS.as_of(reviewed).origins(claim(id));
        assert_eq!(origins.len(), 1, "{id}: {origins:?}");
    }
    for claim in &FACTS.claims {
        let carrying = FACTS
            .as_of(reviewed)
            .evidence(claim)
            .filter(|one| one.source.mirror_of.is_none());
        assert!(
            FACTS.as_of(reviewed).origins(claim).len() <= carrying.count(),
            "{}",
            claim.id
        );
    }
}

#[test]
fn what_a_source_contradicts_is_shown_as_contradicted() {
    let reviewed = FACTS.dossier.reviewed;
    for id in ["no-evidence-made-public", "pact-text-not-public"] {
        let standing = FACTS.as_of(reviewed).standing(claim(id));
        assert!(standing.contradicted.len() >= 3, "{id}");
    }
}

#[test]
fn the_same_day_gives_the_same_answer_for_ever() {
    for claim in &FACTS.claims {
        let since = FACTS.known_since(claim).unwrap();
        assert!(
            FACTS.as_of(since).known(claim),
            "{} since {since}",
            claim.id
        );
    }
}
