//! Hostile texts, and days on which little was known.

use proptest::prelude::*;
use sumber::facts::date::Day;

use super::messages::only_words_of_the_facts;
use super::{FACTS, MIDDLE, ids, rows, search, today};

#[test]
fn nothing_comes_back_that_was_not_known_on_the_day() {
    let mut days: Vec<Day> = FACTS
        .topics
        .iter()
        .flat_map(|topic| FACTS.days(topic))
        .collect();
    days.push(MIDDLE);
    for day in days {
        let step = if day == MIDDLE { 1 } else { 9 };
        for row in rows().iter().step_by(step) {
            let found = FACTS.as_of(day).search(row.text, 100);
            let more = FACTS.as_of(day).suggest_claims(row.text, 100);
            let related = FACTS.as_of(day).related(row.text, 100);
            for hit in found.hits.iter().chain(&more).chain(&related) {
                assert!(
                    FACTS.as_of(day).known(hit.claim),
                    "{} on {day}",
                    hit.claim.id
                );
            }
            assert!(found.total >= found.hits.len());
        }
    }
}

#[test]
fn what_says_nothing_finds_nothing() {
    for text in [
        "",
        " ",
        "a",
        "the",
        "yang",
        "the of and yang di ke",
        "🎉🎉",
        "\u{200b}\u{202e}",
        "* ~ \" ( ) [ ] : ' ; --",
        "<@123> <#456> <:kirby:789>",
    ] {
        let found = FACTS.as_of(today()).search(text, 10);
        assert_eq!((found.hits.len(), found.total), (0, 0), "{text:?}");
        assert_eq!(FACTS.digest(text, 100), "");
    }
}

#[test]
fn query_syntax_means_nothing() {
    let plain = search("kirby missile");
    for odd in [
        "kirby AND missile",
        "+kirby -missile*",
        "\"kirby\" (missile)",
        "text:kirby' OR 1=1; -- missile",
        "**kirby** ~~missile~~",
        "kir\u{200b}by\u{202e} mis\u{ad}sile",
        "KÏRBY mìssíle",
    ] {
        assert_eq!(search(odd)[0], plain[0], "{odd}");
    }
}

fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "\\PC{0,80}",
        2 => r#"[a-z0-9 .,*~"()\[\]:'’;\-+!^\\/<>@#é漢👩\x00-\x1f\u{200b}\u{202e}\u{300}]{0,120}"#,
        2 => "(kirby|korut|1,500|hwasong-|AND|tentara|zel|U\\.S|[.,'’-]| ){0,60}",
        1 => "\\PC{2000,2500}",
        1 => Just("tentara rudal kirby zelensky ".repeat(400)),
        1 => Just("x".repeat(9000)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn no_text_does_harm(text in hostile(), most in 0usize..30, room in 0usize..120) {
        let found = FACTS.as_of(MIDDLE).search(&text, most);
        prop_assert!(found.hits.len() <= most && found.total <= FACTS.claims.len());
        prop_assert!(found.hits.iter().all(|hit| FACTS.as_of(MIDDLE).known(hit.claim) && hit.score.is_finite()));
        prop_assert!(found.hits.windows(2).all(|two| two[0].score >= two[1].score));
        prop_assert!(FACTS.as_of(MIDDLE).suggest_claims(&text, most).len() <= most);
        prop_assert!(FACTS.suggest_speakers(&text, most).len() <= most);
        prop_assert!(FACTS.suggest_topics(&text, most).len() <= most);
        prop_assert!(FACTS.as_of(MIDDLE).nearest_words(&text, most).len() <= most);
        let digest = FACTS.digest(&text, room);
        prop_assert!(digest.chars().count() <= room);
        prop_assert!(only_words_of_the_facts(&digest), "{}", digest);
        prop_assert_eq!(ids(&found.hits), ids(&FACTS.as_of(MIDDLE).search(&text, most).hits));
    }
}
