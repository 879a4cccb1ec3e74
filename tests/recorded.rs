//! The shipped facts: what was public on a day is known on that day, what carries a part does not count, and posts and
//! months claim no more than is known.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/shipped.rs"]
mod shipped;

use once_cell::sync::Lazy;
use sumber::answer::distance;
use sumber::facts::date::{Date, Day};
use sumber::facts::vocabulary::Role;
use sumber::facts::{Claim, Facts, Lang};
use sumber::{commands, render};

static FACTS: Lazy<Facts> = Lazy::new(shipped::facts);

fn claim(id: &str) -> &'static Claim {
    FACTS.claim(id).unwrap()
}

fn day(text: &str) -> Day {
    text.parse::<Date>().unwrap().latest().unwrap()
}

/// An answer as plain text in one line.
fn text(question: &str, lang: Lang) -> String {
    let answer = commands::answer(&FACTS, &question.parse().unwrap(), lang);
    let style = render::text::Style::default();
    let text = render::text::text(&render::long_page(&answer), style);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_was_public_on_a_day_is_known_on_that_day() {
    for (id, on) in [
        ("un-resolution-1718", "2006-12-31"),
        ("kcna-kim-putin-talks", "2023-09-14"),
        ("kim-invited-putin", "2023-09-14"),
        ("kirby-russia-increasingly-isolated", "2024-01-04"),
        ("un-security-council-veto-recorded", "2024-03-28"),
        ("sanctions-stay-monitoring-ends", "2024-03-29"),
        ("kremlin-pyongyang-deny-arms", "2024-04-30"),
        ("us-rok-say-arms-supplied", "2024-05-17"),
        ("unn-putin-arrives", "2024-06-18"),
        ("mutual-defence-pact-signed", "2024-06-20"),
        ("pact-mutual-assistance-clause", "2024-06-20"),
        ("kursk-incursion", "2024-08-08"),
        ("ukrainian-media-six-officers-killed", "2024-10-06"),
        ("peskov-fake-news", "2024-10-10"),
        ("russia-dismisses-personnel-claim", "2024-10-17"),
        ("russia-confirms-troops", "2025-04-26"),
    ] {
        assert!(FACTS.as_of(day(on)).known(claim(id)), "{id} on {on}");
    }
}

#[test]
fn a_source_that_carries_a_part_is_not_counted() {
    let as_of = FACTS.as_of(FACTS.dossier.reviewed);
    for (id, origins) in [
        ("russia-isolated-after-invasion", 1),
        ("us-concerned-by-reports", 3),
        ("kim-visited-russia", 2),
        ("putin-state-visit", 3),
        ("pact-mutual-assistance-clause", 4),
        ("shin-6700-containers", 3),
        ("us-ukraine-rok-say-arms-supplied", 1),
    ] {
        assert_eq!(as_of.origins(claim(id)).len(), origins, "{id}");
    }
    for claim in &FACTS.claims {
        let mut parts = claim.evidence.iter().filter(|one| one.role == Role::Part);
        assert!(parts.all(|one| !one.note.is_empty()), "{}", claim.id);
    }
}

#[test]
fn a_page_that_was_read_is_cited_before_one_that_was_not() {
    for claim in &FACTS.claims {
        for lang in [Lang::En, Lang::Id] {
            let carrying = || claim.evidence.iter().filter(|one| one.carries(claim));
            let read = carrying()
                .any(|one| one.source.accessed.is_some() && one.source.mirror_of.is_none());
            let first = carrying().min_by_key(|one| distance(one, claim, lang));
            let unread = first.is_some_and(|one| one.source.accessed.is_none());
            assert!(!(read && unread), "{}", claim.id);
        }
    }
    for (lang, word) in [
        (Lang::En, "(page not read)"),
        (Lang::Id, "(halaman tidak dibaca)"),
    ] {
        let answer = text("/claim claim:howell-cash-for-arms", lang);
        assert!(answer.contains(word), "{answer}");
    }
}

#[test]
fn a_month_stands_where_its_event_does() {
    let place = |id: &str| FACTS.claims.iter().position(|claim| claim.id == id);
    assert!(place("us-confirms-troops-in-russia") < place("putin-does-not-deny"));
    assert!(place("putin-does-not-deny") < place("nato-confirms-kursk-units"));
}

#[test]
fn a_post_without_an_end_is_given_as_of_when_its_holder_spoke() {
    for (name, post) in [
        (
            "austin",
            "US defence secretary, when speaking, 23 October 2024",
        ),
        (
            "rutte",
            "NATO secretary general, when speaking, 28 October 2024",
        ),
        (
            "campbell",
            "Former US deputy secretary of state, as of 29 May 2025",
        ),
    ] {
        let who = text(&format!("/who name:{name}"), Lang::En);
        assert!(who.contains(post), "{who}");
        assert!(!who.contains("since"), "{who}");
    }
    let then = text("/who name:campbell as_of:2025-01-01", Lang::Id);
    assert!(!then.contains("Mantan"), "{then}");
    let minister = text("/who name:kim-yong-hyun as_of:2024-12-09", Lang::En);
    assert!(
        minister.contains("defence minister, until 1–8 December 2024"),
        "{minister}"
    );
}
