//! Suggestions while typing, and for searches that found nothing.

use super::{FACTS, MIDDLE, ids, today};

#[test]
fn suggestions_come_while_one_types() {
    let text = "kirby missile zapor";
    for end in 1..=text.len() {
        assert!(
            !FACTS
                .as_of(today())
                .suggest_claims(&text[..end], 25)
                .is_empty(),
            "{}",
            &text[..end]
        );
    }
    assert_eq!(
        ids(&FACTS.as_of(today()).suggest_claims(text, 5))[0],
        "kirby-open-field"
    );
    let speakers = |text| {
        FACTS
            .suggest_speakers(text, 3)
            .iter()
            .map(|one| one.id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(speakers("zel")[0], "zelenskyy");
    assert_eq!(speakers("zelesnk")[0], "zelenskyy");
    assert_eq!(speakers("korut")[0], "north-korea");
    assert_eq!(speakers("menteri pertahanan kor")[..2].len(), 2);
    let topic = |text| FACTS.suggest_topics(text, 1)[0].id.clone();
    assert_eq!(topic("sank"), "sanctions");
    assert_eq!(topic("tentra"), "troops");
    assert_eq!(topic("kenapa"), "motives");
}

#[test]
fn without_a_text_something_sensible_is_suggested() {
    let leads: Vec<&str> = FACTS
        .topics
        .iter()
        .map(|topic| topic.lead[0].as_str())
        .collect();
    assert_eq!(
        ids(&FACTS.as_of(today()).suggest_claims("", leads.len())),
        leads
    );
    let speakers = FACTS.suggest_speakers(" ", 100);
    let count = |id: &str| {
        FACTS
            .claims
            .iter()
            .filter(|claim| claim.by.iter().any(|by| by.id == id))
            .count()
    };
    assert!(
        speakers
            .windows(2)
            .all(|two| count(&two[0].id) >= count(&two[1].id))
    );
    assert_eq!(FACTS.suggest_topics("", 25).len(), FACTS.topics.len());
}

#[test]
fn the_nearest_words_can_be_read() {
    assert_eq!(
        FACTS.as_of(today()).nearest_words("vladivostokk", 1),
        ["Vladivostok"]
    );
    assert_eq!(
        FACTS.as_of(today()).nearest_words("gerasimof", 3),
        ["Gerasimov"]
    );
    assert_eq!(
        FACTS.as_of(today()).nearest_words("senjatta rudl", 2),
        ["senjata", "rudal"]
    );
    // Words that were not yet known on the day are not offered.
    assert!(FACTS.as_of(MIDDLE).nearest_words("gerasimof", 3).is_empty());
    assert!(
        FACTS
            .as_of(today())
            .nearest_words("qqqqqqqqqqqq", 3)
            .is_empty()
    );
    assert!(FACTS.as_of(today()).nearest_words("", 3).is_empty());
}
