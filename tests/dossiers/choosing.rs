//! Which dossier a query is for, and that its answer says so.

use sumber::answer::{ActionKind, Answer, Outcome};
use sumber::commands::shelf::{complete, related};
use sumber::facts::{Lang, Shelf};
use sumber::query::Key;

use crate::made::{facts, shelf, text};
use crate::{asked, dossier};

fn dossiers() -> Shelf {
    shelf(&[("harbour", 3), ("market", 3)])
}

/// The ids of the other dossiers that an answer offers.
fn others(answer: &Answer) -> Vec<&str> {
    let offered = answer.actions.iter();
    let offered = offered.filter(|action| action.kind == ActionKind::Dossier);
    offered
        .map(|action| action.query.get(Key::Dossier).unwrap())
        .collect()
}

#[test]
fn a_query_goes_to_the_dossier_that_it_names_or_that_answers_it_best() {
    let dossiers = dossiers();
    for (text, id, other) in [
        ("/market-1", "market", None),
        ("/market-1 view:denials lang:id", "market", None),
        ("/claim claim:market-2-said", "market", None),
        ("/sides topic:market-1", "market", None),
        ("/timeline topic:harbour-1", "harbour", None),
        ("/who name:market-council", "market", None),
        ("/who name:ministry", "harbour", Some("market")),
        ("/who name:ministry dossier:market", "market", None),
        (
            "/who ministry dossier:\"Dossier market (en)\"",
            "market",
            None,
        ),
        ("/help", "harbour", Some("market")),
        ("/about dossier:market", "market", None),
        ("/about dossier:MARKET", "market", None),
        ("/timeline", "harbour", Some("market")),
        ("/search query:quay", "harbour", Some("market")),
        ("/search query:market", "market", None),
        ("/search query:market dossier:harbour", "harbour", None),
        ("Will the market quay 1 be closed?", "market", None),
        ("who denies that the market quay 1 closes", "market", None),
        ("market-1 lang:id", "market", None),
    ] {
        let answer = asked(&dossiers, text);
        assert_eq!(dossier(&answer), id, "{text}: {answer:?}");
        if other.is_some() || (text.starts_with('/') && !text.starts_with("/search")) {
            assert_eq!(others(&answer), Vec::from_iter(other), "{text}");
        }
        if other.is_some() || text.starts_with("/m") {
            assert_eq!(answer.outcome, Outcome::Found, "{text}");
        }
        let title = format!("Dossier {id} ({})", answer.lang.code());
        assert_eq!(answer.footer.first(), Some(&title), "{text}");
        let queries = answer.actions.iter().map(|action| &action.query);
        for query in queries.chain(&answer.claim_query) {
            assert!(query.get(Key::Dossier).is_some(), "{text}: {query}");
        }
    }
}

#[test]
fn what_no_dossier_understands_is_asked_back_with_what_all_have() {
    let dossiers = dossiers();
    let answer = asked(&dossiers, "/markt-1");
    assert_eq!(answer.outcome, Outcome::Unknown);
    let offered: Vec<String> = answer
        .actions
        .iter()
        .map(|one| one.query.to_string())
        .collect();
    assert!(
        offered
            .iter()
            .any(|one| one.starts_with("/market-1 dossier:market")),
        "{offered:?}"
    );
    let answer = asked(&dossiers, "/market-1 vew:denials");
    assert_eq!(
        (answer.outcome, dossier(&answer)),
        (Outcome::Unknown, "market")
    );
    let answer = asked(&dossiers, "/about dossier:nowhere");
    assert_eq!(answer.outcome, Outcome::Unknown);
    let offered: Vec<&str> = answer
        .actions
        .iter()
        .filter_map(|one| one.query.get(Key::Dossier))
        .collect();
    assert_eq!(offered, ["harbour", "market"]);
}

#[test]
fn an_answer_is_in_the_asked_language_if_the_dossier_has_it() {
    let english = facts(&text("harbour", &["en"], 2));
    let french = facts(&text("marche", &["fr", "id"], 2));
    let dossiers = Shelf::new([english, french].map(Into::into)).unwrap();
    let codes: Vec<String> = dossiers
        .languages()
        .iter()
        .map(|one| one.code().to_owned())
        .collect();
    assert_eq!(codes, ["en", "fr", "id"]);
    for (text, code) in [
        ("/harbour-1 lang:fr", "en"),
        ("/marche-1 lang:id", "id"),
        ("/marche-1 lang:en", "fr"),
        ("/marche-1", "fr"),
        ("/help lang:fr", "en"),
        ("/help lang:id dossier:marche", "id"),
    ] {
        let answer = asked(&dossiers, text);
        assert_eq!(answer.lang.code(), code, "{text}");
        assert_ne!(answer.outcome, Outcome::Unknown, "{text}");
    }
}

#[test]
fn related_facts_are_those_of_the_dossier_that_has_most_of_the_words() {
    let dossiers = dossiers();
    let answer = related(
        &dossiers,
        "I heard the market quay 2 closes in May",
        Lang::En,
    );
    assert_eq!(
        (answer.outcome, dossier(&answer)),
        (Outcome::Found, "market")
    );
    let answer = related(&dossiers, "Nothing of this is recorded anywhere", Lang::En);
    assert_eq!(answer.outcome, Outcome::Nothing);
    // What others see repeats none of the words.
    let answer = related(&dossiers, "the market quay 2 closes in May", Lang::En).for_everyone();
    assert!(
        answer
            .footer
            .iter()
            .all(|phrase| !phrase.contains("query:")),
        "{:?}",
        answer.footer
    );
}

#[test]
fn completion_offers_what_all_dossiers_have_or_the_named_one() {
    let dossiers = dossiers();
    let values = |key: Key, typed: &str, named: Option<&str>| {
        let offers = complete(&dossiers, ("sources", key), typed, named);
        offers.into_iter().map(|one| one.value).collect::<Vec<_>>()
    };
    assert_eq!(values(Key::Dossier, "", None), ["harbour", "market"]);
    assert_eq!(values(Key::Dossier, "mark", None), ["market"]);
    let all = values(Key::Claim, "quay", None);
    assert!(
        all[0].starts_with("harbour") && all[1].starts_with("market"),
        "{all:?}"
    );
    let some = values(Key::Claim, "quay", Some("market"));
    assert!(some.iter().all(|one| one.starts_with("market")), "{some:?}");
    assert_eq!(values(Key::Name, "ministry", None), ["ministry"]);
}
