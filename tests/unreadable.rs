//! The offers for texts that are not queries, and for queries that cannot be understood.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/shipped.rs"]
mod shipped;

use sumber::answer::ActionKind;
use sumber::commands;
use sumber::facts::Lang;
use sumber::query::{Key, Query};

/// The first offer, the number of offers, and the beginning of the message.
fn check(text: &str, first: &str, offers: usize, notice: &str) {
    let facts = shipped::facts();
    let why = text.parse::<Query>().unwrap_err();
    let answer = commands::recover(&facts, text, &why, Lang::En);
    let offered = answer.actions.iter();
    let offered: Vec<String> = offered
        .filter(|action| action.kind == ActionKind::Suggestion)
        .map(|action| action.query.to_string())
        .collect();
    assert_eq!(
        (offered[0].as_str(), offered.len()),
        (first, offers),
        "{text}"
    );
    assert!(
        answer.notices[0].starts_with(notice),
        "{:?}",
        answer.notices
    );
}

#[test]
fn a_view_or_a_day_without_its_option_is_offered_first() {
    check(
        "/troops denials",
        "/troops view:denials lang:en",
        8,
        "“denials” belongs",
    );
    check(
        "troops Bantahan?",
        "/troops view:denials lang:en",
        8,
        "“Bantahan?” belongs",
    );
    check(
        "pasukan bantahan lang:id",
        "/troops view:denials lang:id",
        8,
        "“bantahan” tidak",
    );
    check(
        "/troops 18/10/2024",
        "/troops as_of:2024-10-18 lang:en",
        8,
        "“18/10/2024”",
    );
    check("/troops hello", "/troops lang:en", 8, "“hello” belongs");
}

#[test]
fn a_misspelt_option_is_read_as_the_nearest() {
    check(
        "/troops vew:denials",
        "/troops view:denials lang:en",
        8,
        "There is no option “vew”. Did you mean view:?",
    );
    check(
        "/troops asof:2024 lang:id",
        "/troops as_of:2024 lang:id",
        8,
        "Opsi “asof” tidak ada. Apakah yang dimaksud as_of:?",
    );
    check(
        "/troops colour:red",
        "/troops lang:en",
        8,
        "There is no option “colour”. The options are view:, as_of:",
    );
}

#[test]
fn topics_are_offered_to_whoever_names_none_first() {
    check(
        "Did North Korea send soldiers?",
        "/troops lang:en",
        2,
        "I answer commands such as /troops view:denials,",
    );
    check(
        "Does mutual assistance hold",
        "/pact lang:en",
        2,
        "I answer commands such as /pact",
    );
    check("how are you", "/troops lang:en", 7, "I answer commands");
    check(
        "/trops denials",
        "/troops view:denials lang:en",
        1,
        "I do not know “trops”. These are the nearest",
    );
    check(
        " / ",
        "/troops lang:en",
        6,
        "Ask with a command, such as /troops view:denials.",
    );
}

#[test]
fn words_after_a_command_that_needs_one_option_are_taken_for_it() {
    let facts = shipped::facts();
    let asked = |text: &str| {
        let why = text.parse::<Query>().unwrap_err();
        let answer = commands::recover(&facts, text, &why, Lang::En);
        answer.query.without(Key::Lang).to_string()
    };
    assert_eq!(
        asked("/search zelenski pasukan"),
        "/search query:\"zelenski pasukan\""
    );
    assert_eq!(asked("/who Dmitry Peskov lang:en"), "/who name:peskov");
    assert_eq!(asked("/sides weapons"), "/sides topic:weapons");
    assert_eq!(
        asked("/sides nis-1500-to-vladivostok"),
        "/sides claim:nis-1500-to-vladivostok"
    );
    assert_eq!(asked("/timeline troops"), "/timeline topic:troops");
    assert_eq!(asked("/changes 2025-04-01"), "/changes since:2025-04-01");
    check(
        "/search qery:kursk",
        "/search query:kursk lang:en",
        1,
        "There is no option “qery”. Did you mean query:?",
    );
}

#[test]
fn numbers_that_may_mean_two_days_get_both_first() {
    let facts = shipped::facts();
    let query: Query = "/troops as_of:03/04/2024".parse().unwrap();
    let said = |lang| commands::answer(&facts, &query, lang);
    let answer = said(Lang::En);
    let first: Vec<_> = answer
        .actions
        .iter()
        .take(2)
        .map(|action| action.query.get(Key::AsOf))
        .collect();
    assert_eq!(first, [Some("2024-04-03"), Some("2024-03-04")]);
    assert!(answer.notices[0].contains("may mean 3 April 2024 or 4 March 2024."));
    assert!(said(Lang::Id).notices[0].contains("3 April 2024 atau 4 Maret 2024."));
    let last = answer.actions.last().unwrap();
    assert_eq!(last.kind, ActionKind::Language);
    assert_eq!(last.query.to_string(), "/troops as_of:03/04/2024 lang:id");
}

#[test]
fn hostile_texts_are_answered_too() {
    let facts = shipped::facts();
    for text in [
        "x ".repeat(5000),
        "/troops \"a\"x:y".into(),
        ":/:".into(),
        "é:é:é é/é".into(),
        // Comparing or reading these again and again would take minutes.
        "x".repeat(1_000_000),
        "/".to_owned() + &"x y:".repeat(200_000),
        "/troops view:a".to_owned() + &" ".repeat(1_000_000) + "b",
    ] {
        let answer = match text.parse::<Query>() {
            Ok(query) => commands::answer(&facts, &query, Lang::Id),
            Err(why) => commands::recover(&facts, &text, &why, Lang::Id),
        };
        assert!(!answer.actions.is_empty());
    }
}
