//! The standing of shipped claims on a day: who denied, who confirmed, what was known.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/shipped.rs"]
mod shipped;

use std::collections::BTreeMap;

use once_cell::sync::Lazy;
use sumber::facts::date::{Date, Day};
use sumber::facts::vocabulary::{LinkKind, Role};
use sumber::facts::{AsOf, Claim, Facts, Lang, Topic};

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

/// The facts as known on some of the days on which something changed, and on the last day, with each topic and without.
fn by_day_and_topic() -> impl Iterator<Item = (AsOf<'static>, Option<&'static Topic>)> {
    let days = FACTS.all_days().into_iter().step_by(8);
    let days = days
        .chain([FACTS.dossier.reviewed])
        .map(|day| FACTS.as_of(day));
    days.flat_map(|as_of| {
        let topics = FACTS.topics.iter().map(|topic| Some(topic.as_ref()));
        topics.chain([None]).map(move |topic| (as_of, topic))
    })
}

#[test]
fn what_is_worked_out_once_is_what_the_claims_say() {
    for (as_of, topic) in by_day_and_topic() {
        let Some(topic) = topic else { continue };
        let known = as_of.claims(Some(topic));
        for ((mark, marked), claim) in as_of.marked(topic).zip(&known) {
            assert_eq!(marked.id, claim.id);
            let linked = |kind| FACTS.claims.iter().any(|one| links(one, claim, kind));
            assert_eq!(mark.is_denied, linked(LinkKind::Denies), "{}", claim.id);
            let origins = as_of.origins(claim).len();
            assert_eq!(as_of.origins_of(mark, claim), origins, "{}", claim.id);
            assert_eq!(
                as_of.has_faded(mark),
                has_faded(as_of, claim),
                "{}",
                claim.id
            );
        }
        assert_eq!(as_of.marked(topic).count(), known.len());
        let newest = known
            .iter()
            .max_by_key(|one| (one.newest().1.is_none(), one.newest().1));
        let found = as_of.newest(topic, |_| true);
        assert_eq!(found.map(|one| &one.id), newest.map(|one| &one.id));
    }
}

fn links(from: &Claim, to: &Claim, kind: LinkKind) -> bool {
    let mut links = from.links.iter();
    links.any(|link| link.kind == kind && link.to == to.id)
}

/// Whether the claim was contradicted or overtaken over 30 days ago, by the claims themselves.
fn has_faded(as_of: AsOf<'_>, claim: &Claim) -> bool {
    let contradicting = as_of.evidence(claim);
    let contradicting = contradicting.filter(|one| one.role == Role::Contradicts);
    let contradicting = contradicting.filter_map(|one| one.source.issued.as_ref());
    let later = FACTS.claims.iter().map(AsRef::as_ref);
    let later = later.filter(|one| as_of.known(one) && links(one, claim, LinkKind::Supersedes));
    let dates = contradicting.chain(later.map(|one| &one.said.when));
    let today = julian(as_of.day.min(FACTS.dossier.reviewed));
    let mut days = dates.filter_map(Date::latest);
    days.any(|day| today - julian(day) > 30)
}

/// The Julian day, by the formula of Fliegel and Van Flandern (1968).
fn julian(day: Day) -> i64 {
    let (year, month) = (day.year, i64::from(day.month));
    let late = (month - 14) / 12;
    1461 * (year + 4800 + late) / 4 + 367 * (month - 2 - 12 * late) / 12
        - 3 * ((year + 4900 + late) / 100) / 4
        + i64::from(day.day)
        - 32_075
}

#[test]
fn sources_and_numbers_are_those_of_the_known_claims() {
    for (as_of, topic) in by_day_and_topic() {
        let known = as_of.claims(topic);
        let mut cited: BTreeMap<&str, usize> = BTreeMap::new();
        for one in known.iter().flat_map(|claim| as_of.evidence(claim)) {
            *cited.entry(&one.source.id).or_default() += 1;
        }
        for listed in [as_of.sources(topic), as_of.sources_of(&known)] {
            let listed = listed.iter().map(|(source, claims)| (&*source.id, *claims));
            assert_eq!(listed.collect::<BTreeMap<_, _>>(), cited);
        }
        let figures = known
            .iter()
            .flat_map(|claim| claim.figures.iter().map(move |one| (claim, one)));
        let figures = figures.filter(|(claim, one)| as_of.given(claim, one));
        for given in [
            as_of.by_measure(topic, |_| false),
            as_of.by_measure_of(&known),
        ] {
            let given: usize = given.iter().map(|(_, given)| given.len()).sum();
            assert_eq!(given, figures.clone().count());
        }
    }
}
