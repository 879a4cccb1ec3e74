//! What is offered for texts that are no questions.

use super::*;
use crate::answer::WayKind;
use crate::facts::file::read;
use crate::shipped;

/// What is offered first, how much, and the beginning of what is said.
fn check(text: &str, first: &str, offers: usize, notice: &str) {
    let facts = read(&shipped::parts()).unwrap().facts;
    let why = text.parse::<Query>().unwrap_err();
    let answer = unreadable(&facts, text, &why, Lang::En);
    let offered = answer.ways.iter();
    let offered: Vec<String> = offered
        .filter(|way| way.kind == WayKind::Suggestion)
        .map(|way| way.query.to_string())
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
        7,
        "“denials” belongs",
    );
    check(
        "troops Bantahan?",
        "/troops view:denials lang:en",
        7,
        "“Bantahan?” belongs",
    );
    check(
        "pasukan bantahan lang:id",
        "/troops view:denials lang:id",
        7,
        "“bantahan” tidak",
    );
    check(
        "/troops 18/10/2024",
        "/troops as_of:2024-10-18 lang:en",
        7,
        "“18/10/2024”",
    );
    check("/troops hello", "/troops lang:en", 7, "“hello” belongs");
}

#[test]
fn a_misspelt_option_is_read_as_the_nearest() {
    check(
        "/troops vew:denials",
        "/troops view:denials lang:en",
        7,
        "There is no option “vew”. Did you mean view:?",
    );
    check(
        "/troops asof:2024 lang:id",
        "/troops as_of:2024 lang:id",
        7,
        "Opsi “asof” tidak ada. Maksudnya as_of:?",
    );
    check(
        "/troops colour:red",
        "/troops lang:en",
        7,
        "There is no option “colour”. The options are view:, as_of:",
    );
}

#[test]
fn topics_are_offered_to_whoever_names_none_first() {
    check(
        "Did North Korea send soldiers?",
        "/troops lang:en",
        1,
        "I answer commands such as /troops view:denials,",
    );
    check(
        "Does mutual assistance hold",
        "/pact lang:en",
        1,
        "I answer commands such as /pact",
    );
    check("how are you", "/troops lang:en", 6, "I answer commands");
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
fn things_to_choose_from_are_joined_with_or() {
    let joined = |lang, items: &[&str]| {
        let items: Vec<String> = items.iter().map(|one| (*one).to_owned()).collect();
        either(Words::of(lang), &items)
    };
    assert_eq!(joined(Lang::En, &["view:", "as_of:"]), "view: or as_of:");
    assert_eq!(joined(Lang::Id, &["a", "b", "c"]), "a, b, atau c");
}

#[test]
fn hostile_texts_are_answered_too() {
    let facts = read(&shipped::parts()).unwrap().facts;
    for text in [
        "x ".repeat(5000),
        "/troops \"a\"x:y".into(),
        ":/:".into(),
        "é:é:é é/é".into(),
    ] {
        if let Err(why) = text.parse::<Query>() {
            assert!(!unreadable(&facts, &text, &why, Lang::Id).ways.is_empty());
        }
    }
}
