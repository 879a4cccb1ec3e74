//! What typed texts mean: commands, questions, and texts that are only nearly a command. Every surface says the same.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/shipped.rs"]
mod shipped;

use std::process::{Command, Stdio};

use serde_json::Value;
use sumber::answer::{ActionKind, Answer};
use sumber::commands;
use sumber::discord::interaction::Interaction;
use sumber::discord::{self, Settings};
use sumber::facts::{Facts, Lang, Shelf};
use sumber::pages;
use sumber::query::{Key, Query};
use sumber::render;

/// Texts of every kind.
const TEXTS: &[&str] = &[
    "did russia confirm the north korean troops?",
    "siapa yang membantah pengiriman tentara? lang:id",
    "sanctions on north korea?",
    "/what did Peskov say",
    "troops",
    "troops view:denials",
    "Pasukan view:bantahan lang:id",
    "/troops as_of:2024-10-18 page:2",
    "/troops denials",
    "/troops hello",
    "/troops view:denials colour:red",
    "/trops",
    "/trops bantahan lang:id",
    "/weather",
    "/who Dmitry Peskov",
    "/search zelenski pasukan",
    "/ask who denied it?",
    "/ask /trops",
    "/ask question:\"/troops denials\"",
    "/",
    "?!",
];

/// The question of `/ask`, as Discord, the preview and the pages send a text.
fn question(text: &str) -> Query {
    Query::new("ask").with(Key::Question, text)
}

fn json(answer: &Answer) -> Value {
    serde_json::to_value(render::json::json(&render::page(answer))).unwrap()
}

fn answer(facts: &Facts, text: &str) -> Answer {
    commands::answer(facts, &commands::typed(facts, text), Lang::En)
}

#[test]
fn the_same_text_gets_the_same_answer_on_every_surface() {
    let facts = shipped::facts();
    let settings = Settings {
        language: Some(Lang::En),
        ..Settings::default()
    };
    let mut expected = Vec::new();
    for text in TEXTS {
        let meant = commands::typed(&facts, text);
        let said = answer(&facts, text);
        assert_eq!(
            json(&commands::answer(&facts, &question(text), Lang::En)),
            json(&said),
            "{text}"
        );
        let shelf = Shelf::from(facts.clone());
        let reply = |query| discord::reply(&shelf, settings, &Interaction::asking(query));
        assert_eq!(reply(&question(text)), reply(&meant), "{text}");
        let values = url::form_urlencoded::byte_serialize(text.as_bytes());
        let target = format!(
            "/{}/ask?question={}",
            said.lang.code(),
            values.collect::<String>()
        );
        let page = pages::page(&facts, &target, pages::Options::default()).unwrap();
        let heading = format!(">{}<", said.title.split(':').next().unwrap());
        assert!(
            page.body.contains(heading.trim_end_matches('<')),
            "{text}: {heading}"
        );
        expected.push(json(&said));
    }
    assert_eq!(at_the_terminal(&[], &(TEXTS.join("\n") + "\n")), expected);
    for (text, expected) in TEXTS.iter().zip(expected).take(12) {
        assert_eq!(at_the_terminal(&[text], ""), [expected], "{text}");
    }
}

/// The answers of `sumber ask` to these arguments and lines.
fn at_the_terminal(arguments: &[&str], lines: &str) -> Vec<Value> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sumber"))
        .args(["ask", "--format", "json"])
        .args(arguments)
        .env("LANG", "en_GB.UTF-8")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let answers = serde_json::Deserializer::from_slice(&output.stdout).into_iter();
    answers.map(Result::unwrap).collect()
}

/// The query that a text means.
fn means(text: &str, query: &str) {
    let facts = shipped::facts();
    assert_eq!(commands::typed(&facts, text).to_string(), query, "{text}");
}

#[test]
fn what_is_no_command_is_a_question() {
    means("who denied it?", "/ask question:\"who denied it?\"");
    means(
        "sanctions on north korea?",
        "/ask question:\"sanctions on north korea?\"",
    );
    means("troops denials", "/ask question:\"troops denials\"");
    means(
        "/did russia confirm it lang:id",
        "/ask question:\"did russia confirm it\" lang:id",
    );
    means(
        "what was known as_of:2024-10-18",
        "/ask question:\"what was known\" as_of:2024-10-18",
    );
    means(
        "/ask is this claim: \"fake\" view:full",
        "/ask question:\"is this claim: \\\"fake\\\" view:full\"",
    );
}

#[test]
fn a_command_is_one_with_and_without_its_slash() {
    means("troops", "/troops");
    means("troops view:denials", "/troops view:denials");
    means("/ask troops", "/troops");
    means("/trops", "/trops");
    let facts = shipped::facts();
    let query = question("/pact lang:id").with(Key::AsOf, "2024-12");
    let meant = commands::meant(&facts, &query.with(Key::Lang, "en"));
    assert_eq!(meant.to_string(), "/pact as_of:2024-12 lang:id");
}

#[test]
fn loose_words_go_to_the_option_that_they_fit() {
    means("/troops denials", "/troops view:denials");
    means("/troops Bantahan?", "/troops view:Bantahan");
    means(
        "/troops denials 18/10/2024",
        "/troops view:denials as_of:18/10/2024",
    );
    means(
        "/troops 18 October 2024",
        "/troops as_of:\"18 October 2024\"",
    );
    means(
        "/search zelenski pasukan",
        "/search query:\"zelenski pasukan\"",
    );
    means(
        "/who Dmitry Peskov lang:en",
        "/who name:\"Dmitry Peskov\" lang:en",
    );
    means("/who peskov 2024", "/who name:peskov as_of:2024");
    means("/sides weapons", "/sides topic:weapons");
    means(
        "/sides nis-1500-to-vladivostok",
        "/sides claim:nis-1500-to-vladivostok",
    );
    means("/quotes fake news", "/quotes query:\"fake news\"");
    means("/timeline troops 2024", "/timeline topic:troops from:2024");
    means("/changes 2025-04-01", "/changes since:2025-04-01");
}

/// The first offer, the number of offers, and the beginning of the message.
fn asks_back(text: &str, first: &str, offers: usize, notice: &str) {
    let facts = shipped::facts();
    let answer = answer(&facts, text);
    let offered: Vec<String> = answer
        .actions
        .iter()
        .filter(|action| action.kind == ActionKind::Suggestion)
        .map(|action| action.query.to_string())
        .collect();
    assert_eq!(
        (offered[0].as_str(), offered.len()),
        (first, offers),
        "{text}"
    );
    assert!(answer.notices[0].starts_with(notice), "{text}");
}

#[test]
fn what_is_nearly_a_command_is_asked_back() {
    asks_back(
        "/trops",
        "/troops lang:en",
        2,
        "I do not know “trops”. These are the nearest",
    );
    asks_back(
        "/trops denials",
        "/troops view:denials lang:en",
        2,
        "I do not know “trops”. These are the nearest",
    );
    asks_back(
        "/serch kursk",
        "/search query:kursk lang:en",
        2,
        "I do not know “serch”.",
    );
    asks_back(
        "/troops veiw:denials",
        "/troops view:denials lang:en",
        1,
        "There is no option “veiw”. Did you mean view:?",
    );
    asks_back(
        "troops asof:2024 lang:id",
        "/troops as_of:2024 lang:id",
        1,
        "Opsi “asof” tidak ada. Apakah yang dimaksud as_of:?",
    );
    asks_back(
        "/troops colour:red",
        "/troops lang:en",
        1,
        "There is no option “colour”. The options are view:, as_of:",
    );
    asks_back(
        "/troops hello view:\"denials\"",
        "/troops view:denials lang:en",
        1,
        "“hello” belongs to no option.",
    );
    asks_back("/help me", "/help lang:en", 1, "“me” belongs");
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
        "/ask ".repeat(5000),
        "/ask question:".repeat(5000),
        // Comparing or reading these again and again would take minutes.
        "x".repeat(1_000_000),
        "/".to_owned() + &"x y:".repeat(200_000),
        "/troops ".to_owned() + &"x ".repeat(200_000),
        "/troops view:a".to_owned() + &" ".repeat(1_000_000) + "b",
    ] {
        let answer = commands::answer(&facts, &commands::typed(&facts, &text), Lang::Id);
        assert!(
            !answer.actions.is_empty(),
            "{}",
            &text[..20.min(text.len())]
        );
    }
}
