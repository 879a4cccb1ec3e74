//! Claims related to a message, and which of its words are kept.

use once_cell::sync::Lazy;
use sumber::facts::Lang;

use super::{FACTS, ids, today};

fn messages(sign: char) -> Vec<&'static str> {
    let lines = include_str!("../fixtures/messages.txt").lines();
    let mine = lines.filter_map(|line| line.strip_prefix(sign));
    mine.map(str::trim).collect()
}

fn related(message: &str) -> Vec<&'static str> {
    let digest = FACTS.digest(message, 100);
    ids(&FACTS.as_of(today()).related(&digest, 5))
}

#[test]
fn what_is_about_the_facts_has_related_claims() {
    assert!(messages('+').len() >= 16);
    let silent: Vec<&str> = messages('+')
        .into_iter()
        .filter(|text| related(text).is_empty())
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn many_names_and_a_word_of_the_topic_are_enough() {
    let found = related("NATO mengonfirmasi tentara Korut ada di Kursk");
    assert_eq!(
        found.first(),
        Some(&"nato-confirms-kursk-units"),
        "{found:?}"
    );
}

#[test]
fn a_digest_of_a_digest_is_the_same() {
    for message in messages('+') {
        for room in [40, 60, 100] {
            let digest = FACTS.digest(message, room);
            assert_eq!(FACTS.digest(&digest, room), digest, "{message}");
            assert!(room < 60 || !digest.is_empty(), "{message}");
        }
    }
}

#[test]
fn what_is_not_about_the_facts_has_none() {
    assert!(messages('-').len() >= 18);
    let wrong: Vec<_> = messages('-')
        .into_iter()
        .map(|text| (text, FACTS.digest(text, 100), related(text)))
        .filter(|one| !one.2.is_empty())
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// All texts of the facts, in lower case.
static WRITTEN: Lazy<String> = Lazy::new(|| {
    let parts = sumber::shipped::parts();
    let texts: Vec<String> = parts
        .into_iter()
        .map(|part| part.text.to_lowercase())
        .collect();
    texts.join("\n")
});

pub(crate) fn only_words_of_the_facts(digest: &str) -> bool {
    digest
        .split(' ')
        .filter(|word| !word.is_empty())
        .all(|word| WRITTEN.contains(&word.to_lowercase()))
}

#[test]
fn a_digest_keeps_nothing_private() {
    let message = "Bob Q. Private (bob@secret.example, <@123456789012345678>) told me at 12 Hidden Lane: **Kim** sent `1,500` troops to Vladivostok https://private.example/token-abc";
    let digest = FACTS.digest(message, 100);
    assert_eq!(digest, "Kim sent 1500 troops Vladivostok");
    // Too few words to tell what the message is about are none.
    for room in [20, 25] {
        assert_eq!(FACTS.digest(message, room), "");
    }
    for lang in [Lang::En, Lang::Id] {
        for claim in &FACTS.claims {
            let digest = FACTS.digest(claim.text.get(lang), 60);
            assert!(digest.chars().count() <= 60);
            assert!(only_words_of_the_facts(&digest), "{digest}");
        }
    }
}
