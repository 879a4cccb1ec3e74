//! Meaning is in the fields of an answer: facts that contain the bot's own words change nothing.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use sumber::answer::{Answer, SectionRole};
use sumber::commands;
use sumber::facts::file::{Part, read};
use sumber::facts::{Facts, Lang};
use sumber::phrases::Phrases;
use sumber::render::{html, page};

/// The invented dossier, with other words in some places.
fn harbour(words: &[(&str, &str)]) -> Facts {
    let mut text = include_str!("fixtures/harbour.toml").to_owned();
    for (old, new) in words {
        assert!(text.contains(old), "{old}");
        text = text.replace(old, new);
    }
    let name = "harbour.toml".into();
    let checked = read(&[Part { name, text }]).unwrap_or_else(|problems| panic!("{problems:#?}"));
    checked.facts
}

fn ask(facts: &Facts, question: &str, lang: Lang) -> Answer {
    commands::answer(facts, &question.parse().unwrap(), lang)
}

#[test]
fn a_dagger_in_a_text_is_not_a_date_that_was_worked_out() {
    let daggers = [
        ("1,500 ships lay", "1,500 ships† lay"),
        ("Ada 1.500 kapal", "Ada 1.500 kapal†"),
        ("So many ships", "So many† ships"),
        ("name.en = \"Ada Pilot\"", "name.en = \"Ada Pilot†\""),
        ("name.id = \"Ada Pilot\"", "name.id = \"Ada Pilot†\""),
    ];
    let facts = harbour(&daggers);
    for lang in [Lang::En, Lang::Id] {
        let inferred = Phrases::of(lang).text("footer-inferred");
        for question in ["/quotes", "/figures view:full"] {
            let answer = ask(&facts, question, lang);
            assert!(!answer.footer.contains(&inferred), "{question} {lang:?}");
        }
        // This claim has an inferred date.
        let answer = ask(&facts, "/harbour view:denials", lang);
        assert!(answer.footer.contains(&inferred), "{lang:?}");
    }
}

#[test]
fn names_like_headings_of_ours_mean_nothing() {
    for (key, drawn) in [
        ("heading-denied", "denied"),
        ("heading-confirmed", "confirmed"),
    ] {
        let [english, indonesian] = [Lang::En, Lang::Id].map(|lang| Phrases::of(lang).text(key));
        let facts = harbour(&[
            (
                "name.en = \"ships in the harbour\"",
                &format!("name.en = \"{english}\""),
            ),
            (
                "name.id = \"kapal di pelabuhan\"",
                &format!("name.id = \"{indonesian}\""),
            ),
            ("unit.en = \"ships\"", &format!("unit.en = \"{english}\"")),
            (
                "unit.id = \"kapal\"",
                &format!("unit.id = \"{indonesian}\""),
            ),
            (
                "title.en = \"Ships in the harbour\"",
                &format!("title.en = \"{english}\""),
            ),
            (
                "title.id = \"Kapal di pelabuhan\"",
                &format!("title.id = \"{indonesian}\""),
            ),
        ]);
        for lang in [Lang::En, Lang::Id] {
            let answer = ask(&facts, "/figures view:full", lang);
            let heading = Phrases::of(lang).text(key);
            let section = &answer.sections[0];
            assert_eq!(
                (section.role, &section.heading),
                (SectionRole::Figures, &heading)
            );
            let drawn_as = format!("class=\"{drawn}\"");
            assert!(
                !html::document(&page(&answer), &facts).contains(&drawn_as),
                "{lang:?}"
            );
            // Every statement, under the topic's title.
            let all = commands::all_claims(&facts, lang, 1);
            assert_eq!(
                (all.sections[0].role, &all.sections[0].heading),
                (SectionRole::Timeline, &heading)
            );
            assert!(
                !html::document(&page(&all), &facts).contains(&drawn_as),
                "{lang:?}"
            );
        }
    }
}
