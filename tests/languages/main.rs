//! Dossiers in one language, in several, and in one that is written from right to left.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod ferry;
mod walk;

use ferry::{checked, facts, written};
use sumber::answer::Answer;
use sumber::commands;
use sumber::discord::registration::{Scope, commands as registered};
use sumber::facts::{Direction, Facts, Lang};
use sumber::phrases::Phrases;
use sumber::query::{Key, Query};
use sumber::render::card;
use sumber::render::discord::Audience;
use sumber::{pages, render};

/// The languages of each dossier.
const DOSSIERS: [&[&str]; 6] = [
    &["en"],
    &["id"],
    &["fr"],
    &["fr", "en"],
    &["ar"],
    &["ar", "fr"],
];

fn lang(tag: &str) -> Lang {
    Lang::of(tag).unwrap()
}

fn answers(facts: &Facts) -> Vec<Answer> {
    let queries = walk::queries(facts).into_iter();
    let lang = facts.dossier.languages.first();
    queries
        .map(|query| commands::answer(facts, &query, lang))
        .collect()
}

fn text(answer: &Answer) -> String {
    render::text::text(&render::page(answer), render::text::Style::default())
}

#[test]
fn one_language_is_all_that_is_seen_of_any() {
    for (languages, others) in [
        (["en"], ["Indonesia", "French", "Français"]),
        (["id"], ["English", "Inggris", "Français"]),
        (["fr"], ["English", "Indonesia", "anglais"]),
    ] {
        let facts = facts(&languages);
        let commands = serde_json::to_string(&registered(&facts, Scope::Global)).unwrap();
        assert!(!commands.contains("\"lang\""), "{commands}");
        assert!(commands.contains("_localizations\":{}") || !commands.contains("_localizations"));
        let seen = answers(&facts)
            .iter()
            .map(text)
            .chain([commands])
            .collect::<String>();
        for other in others {
            // What a source's own language is called is said in French of an English one.
            let sourced = languages == ["id"] && other == "Inggris"
                || languages == ["fr"] && other == "anglais";
            assert!(sourced || !seen.contains(other), "{languages:?} {other}");
        }
    }
}

#[test]
fn a_language_without_words_has_english_ones() {
    let words = Phrases::of(lang("ar"));
    assert_eq!(words.text("view-claims"), "Statements");
    assert_eq!(words.lang(), lang("ar"));
    assert_eq!(Phrases::of(lang("fr")).text("view-claims"), "Déclarations");
    assert_eq!(
        Phrases::of(lang("fr-CA")).text("view-claims"),
        "Déclarations"
    );
}

#[test]
fn discord_gets_the_locales_that_it_knows() {
    let commands = serde_json::to_value(registered(&facts(&["fr", "en"]), Scope::Global)).unwrap();
    let ferry = &commands[0];
    assert_eq!(ferry["description"], "Qui dit quoi sur le bac de l’île");
    let english = "Who says what about the ferry to the isle";
    let localized = serde_json::json!({"en-GB": english, "en-US": english});
    assert_eq!(ferry["description_localizations"], localized);
    // Discord does not know Arabic.
    let commands = serde_json::to_value(registered(&facts(&["fr", "ar"]), Scope::Global)).unwrap();
    assert!(commands[0]["description_localizations"].is_null());
}

#[test]
fn pages_from_right_to_left_say_so() {
    let options = pages::Options::default();
    let page = |languages: &[&str], path: &str| {
        pages::page(&facts(languages), path, options).unwrap().body
    };
    assert!(page(&["ar"], "/ar/ferry").contains("<html lang=\"ar\" dir=\"rtl\">"));
    // The bot's words are English, and the day stays beside its month.
    assert!(page(&["ar"], "/ar/ferry").contains("on \u{2068}30 سبتمبر 2024\u{2069}</p>"));
    assert!(page(&["fr", "ar"], "/fr/ferry").contains("<html lang=\"fr\">"));
    assert_eq!(lang("ar").direction(), Direction::RightToLeft);
}

#[test]
fn a_language_that_nobody_knows_is_refused_with_the_nearest() {
    let problems = |tag: &str| {
        let text =
            written(&["en"]).replace("languages = [\"en\"]", &format!("languages = [{tag:?}]"));
        let problems = checked(&text).unwrap_err();
        let about = problems
            .into_iter()
            .find(|problem| problem.what.contains("known"));
        about.map(|problem| problem.help).unwrap_or_default()
    };
    for (tag, nearest) in [
        ("en-gb", "en-GB"),
        ("iw", "he"),
        ("english", "en"),
        ("xx-klingon", "tlh"),
        ("Francais", "fr"),
        ("xx", "BCP 47"),
        ("", "BCP 47"),
    ] {
        assert!(problems(tag).contains(nearest), "{tag}: {}", problems(tag));
    }
}

#[test]
fn a_text_in_another_language_and_a_missing_one_are_told() {
    let more = written(&["en"]).replace(
        "name = { en = \"Mara Lund\" }",
        "name = { en = \"Mara Lund\", fr = \"Mara Lund\" }",
    );
    let problems = checked(&more).unwrap_err();
    assert!(
        problems[0].what.contains("“fr” is not among the languages"),
        "{problems:#?}"
    );
    let less = written(&["fr", "en"]).replace("fr = \"Mara Lund\", ", "");
    let problems = checked(&less).unwrap_err();
    assert!(problems[0].what.contains("name.fr"), "{problems:#?}");
}

#[test]
fn pictures_are_drawn_in_the_direction_of_the_language_or_not_at_all() {
    let picture = |languages: &[&str], query: &str| {
        let facts = facts(languages);
        let query: Query = query.parse().unwrap();
        let answer = commands::answer(&facts, &query, facts.dossier.languages.first());
        card::draw(&answer, card::Look::default())
    };
    for query in [
        "/ferry picture:true",
        "/claim claim:ferry-stands picture:true",
        "/figures picture:true",
        "/timeline picture:true",
    ] {
        let french = picture(&["fr"], query).unwrap();
        assert!(!french.svg.contains('\u{2067}') && !french.svg.contains("matrix(-1"));
        let arabic = picture(&["ar"], query).unwrap();
        assert!(arabic.svg.contains("text-anchor=\"end\"") && arabic.svg.contains("matrix(-1"));
        assert!(card::png(&arabic).unwrap().len() > 5_000);
        if let Some(folder) = std::env::var_os("PICTURES") {
            let name = query.replace(['/', ' ', ':'], "-");
            let folder = std::path::PathBuf::from(folder);
            std::fs::write(
                folder.join(format!("ar{name}.png")),
                card::png(&arabic).unwrap(),
            )
            .unwrap();
            std::fs::write(
                folder.join(format!("fr{name}.png")),
                card::png(&french).unwrap(),
            )
            .unwrap();
        }
    }
    assert_eq!(card::missing(lang("ar")), None);
    assert_eq!(card::missing(lang("uk")), None);
    assert!(card::missing(lang("he")).is_some());
    assert!(card::missing(lang("ja")).is_some());
}

#[test]
fn messages_from_right_to_left_keep_their_parts_apart() {
    let facts = facts(&["ar"]);
    let answer = commands::answer(&facts, &"/ferry".parse().unwrap(), lang("ar"));
    let message = render::discord::message(&render::page(&answer), Audience::Asker);
    let text = serde_json::to_string(&message).unwrap();
    assert!(text.contains('\u{2068}'), "{text}");
    let begun = text.matches(['\u{2067}', '\u{2068}']).count();
    assert_eq!(begun, text.matches('\u{2069}').count(), "{text}");
}

#[test]
fn dates_and_numbers_are_those_of_the_language() {
    let shown = |languages: &[&str], query: &str| {
        let facts = facts(languages);
        text(&commands::answer(
            &facts,
            &query.parse().unwrap(),
            facts.dossier.languages.first(),
        ))
    };
    let all = |languages: &[&str]| {
        shown(languages, "/ferry view:full") + &shown(languages, "/figures view:full")
    };
    let french = all(&["fr"]);
    for expected in [
        "8 mai 2024\u{202f}: Le bac",
        "9–10 mai 2024",
        "1\u{202f}500 à 2\u{202f}500",
        "(en russe)",
        "«\u{202f}The ferry runs again\u{202f}»",
    ] {
        assert!(french.contains(expected), "{expected} in {french}");
    }
    let arabic = all(&["ar"]);
    for expected in [
        "8 مايو 2024",
        "9–10 مايو 2024",
        "1,500 to 2,500",
        "(in الروسية)",
    ] {
        assert!(arabic.contains(expected), "{expected} in {arabic}");
    }
}

#[test]
fn a_question_in_a_language_that_is_not_read_is_searched_for() {
    let facts = facts(&["fr"]);
    let ask = |question: &str| {
        let query = Query::new("ask").with(Key::Question, question);
        commands::answer(&facts, &query, lang("fr")).query.command
    };
    assert_eq!(ask("Le bac circule-t-il de nouveau\u{202f}?"), "ask");
    assert_eq!(ask("Qui dément que le bac circule\u{202f}?"), "search");
}
