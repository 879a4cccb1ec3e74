//! Golden answers: every topic and view in both languages, as known today and on 18 October 2024, every
//! other command, and what could not be understood, as plain text under `tests/answers/` that anybody can review.
//!
//! `UPDATE_GOLDEN=1 cargo test --test answers` writes what changed; read the difference before committing.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/shipped.rs"]
mod shipped;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use sumber::commands::{self, View};
use sumber::facts::{Facts, Lang};
use sumber::query::{Key, Query};
use sumber::render;

/// What is not understood, or has nothing to show.
const ODD: &[(&str, &str)] = &[
    ("unknown-command", "/trops"),
    ("unknown-command-far", "/weather"),
    ("unknown-view", "/troops view:denails"),
    ("unknown-view-far", "/troops view:zzzzzz"),
    ("unknown-day", "/troops as_of:yesterday"),
    ("unknown-day-near", "/troops as_of:2024-10-188"),
    ("unknown-language", "/troops lang:fr"),
    ("before-the-first-claim", "/troops as_of:2001-09-11"),
    ("after-the-review", "/pact as_of:2031"),
    ("month", "/weapons as_of:2024-02"),
    ("alias", "/pasukan"),
    ("alias-english", "/treaty view:Kutipan"),
    ("no-denial-yet", "/troops view:denials as_of:2024-10-08"),
    ("page-beyond", "/troops view:claims page:99"),
];

/// The commands that every fact file has, with what they are mostly asked.
const OWN: &[(&str, &str)] = &[
    ("about", "/about"),
    ("changes", "/changes"),
    ("changes-nothing", "/changes since:2025-12-13 topic:motives"),
    ("changes-since", "/changes since:2025-04 topic:troops"),
    ("changes-too-late", "/changes since:2031"),
    ("claim", "/claim claim:nis-1500-to-vladivostok"),
    (
        "claim-denied",
        "/claim claim:zelenskyy-people-not-only-arms as_of:2024-10-18",
    ),
    (
        "claim-not-yet",
        "/claim claim:nis-1500-to-vladivostok as_of:2024-10-01",
    ),
    ("claim-quoted", "/claim claim:pact-mutual-assistance-clause"),
    (
        "claim-not-counted",
        "/claim claim:kim-officers-likely-killed",
    ),
    ("claim-of-what", "/claim claim:\"\""),
    ("claim-unknown", "/claim claim:zelensky-troops"),
    ("claim-unknown-far", "/claim claim:zzzzzzzz"),
    ("figures", "/figures"),
    ("figures-topic", "/figures topic:weapons as_of:2024-10-18"),
    ("figures-unknown-topic", "/figures topic:wepons"),
    ("help", "/help"),
    ("quotes", "/quotes"),
    ("quotes-nothing", "/quotes query:zzzz"),
    ("quotes-of", "/quotes name:Zelensky topic:troops"),
    ("quotes-words", "/quotes query:\"fake news\""),
    ("related", "/related query:\"korut tentara kursk\""),
    (
        "related-nothing",
        "/related query:\"good morning everyone\"",
    ),
    ("search", "/search query:zelenski pasukan"),
    ("search-empty", "/search query:\"\""),
    (
        "search-hostile",
        "/search query:\"*_@everyone_* <@1> ' OR 1=1; -- NOT ( \u{202e}\u{200b}📎 kursk\"",
    ),
    ("search-nothing", "/search query:volcano eruption"),
    (
        "search-not-yet",
        "/search query:gerasimov kursk as_of:2024-10-18",
    ),
    ("search-typo", "/search query:vladivostk"),
    (
        "sides",
        "/sides claim:ukraine-rok-say-troops-sent as_of:2025-05-01",
    ),
    ("sides-of-denial", "/sides claim:peskov-fake-news"),
    ("sides-of-what", "/sides"),
    ("sides-topic", "/sides topic:weapons as_of:2024-10-18"),
    ("sources", "/sources"),
    (
        "sources-apa",
        "/sources claim:nis-1500-to-vladivostok style:apa",
    ),
    (
        "sources-bibtex",
        "/sources claim:nis-1500-to-vladivostok style:bibtex",
    ),
    (
        "sources-chicago",
        "/sources claim:nis-1500-to-vladivostok style:chicago",
    ),
    (
        "sources-csl-json",
        "/sources claim:nis-1500-to-vladivostok style:csl-json",
    ),
    (
        "sources-ieee",
        "/sources claim:nis-1500-to-vladivostok style:ieee",
    ),
    (
        "sources-markdown",
        "/sources claim:nis-1500-to-vladivostok style:markdown",
    ),
    (
        "sources-mla",
        "/sources claim:nis-1500-to-vladivostok style:mla",
    ),
    (
        "sources-plain",
        "/sources claim:nis-1500-to-vladivostok style:plain",
    ),
    (
        "sources-ris",
        "/sources claim:nis-1500-to-vladivostok style:ris",
    ),
    (
        "sources-topic-apa",
        "/sources topic:motives style:apa as_of:2024-10-18",
    ),
    ("sources-unknown-style", "/sources style:harvard"),
    (
        "sources-vancouver",
        "/sources claim:nis-1500-to-vladivostok style:vancouver",
    ),
    ("timeline", "/timeline"),
    ("timeline-backwards", "/timeline from:2025 to:2024"),
    ("timeline-events", "/timeline by:event topic:pact"),
    ("timeline-nothing", "/timeline from:1950 to:1951"),
    (
        "timeline-of",
        "/timeline name:russia from:2024-10 to:2024-10-18",
    ),
    ("who", "/who name:peskov"),
    ("who-of-whom", "/who name:\" \""),
    (
        "who-said-nothing-yet",
        "/who name:gerasimov as_of:2024-10-18",
    ),
    ("who-state", "/who name:Korut"),
    ("who-unknown", "/who name:peskof"),
    ("who-unknown-far", "/who name:zzzzzzzz"),
];

/// A question in a language, all its pages underneath each other.
fn pages(facts: &Facts, query: &Query, lang: Lang) -> String {
    let mut text = String::new();
    let mut number = query.page();
    loop {
        let answer = commands::answer(facts, &query.clone().at_page(number), lang);
        let page = render::page(&answer);
        let style = render::text::Style {
            width: 100,
            ..render::text::Style::default()
        };
        text.push_str(&render::text::text(&page, style));
        if page.number >= page.total {
            return text;
        }
        text.push_str(&format!("\n{}\n\n", "═".repeat(100)));
        number = page.number + 1;
    }
}

/// Compares with the file, or writes it when asked to.
fn check(path: &Path, text: &str) -> Result<(), String> {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        return Ok(());
    }
    let golden = std::fs::read_to_string(path).unwrap_or_default();
    if golden == text {
        return Ok(());
    }
    let lines = golden
        .lines()
        .zip(text.lines())
        .position(|(old, new)| old != new);
    let at = lines.unwrap_or_else(|| golden.lines().count().min(text.lines().count()));
    let line = |text: &str| text.lines().nth(at).unwrap_or("(end)").to_owned();
    Err(format!(
        "{}:{}\n  was: {}\n  now: {}",
        path.display(),
        at + 1,
        line(&golden),
        line(text)
    ))
}

/// Every golden file there should be, with its text.
fn golden(facts: &Facts) -> Vec<(PathBuf, String)> {
    let folder = Path::new("tests/answers");
    let mut all = Vec::new();
    for topic in &facts.topics {
        for view in View::ALL {
            for lang in Lang::ALL {
                for day in ["today", "2024-10-18"] {
                    let mut query = Query::new(&topic.id).with(Key::View, view.name());
                    if day != "today" {
                        query = query.with(Key::AsOf, day);
                    }
                    let name = format!("{}.{day}.{}.txt", view.name(), lang.code());
                    all.push((
                        folder.join(&topic.id).join(name),
                        pages(facts, &query, lang),
                    ));
                }
            }
        }
    }
    for (kind, questions) in [("odd", ODD), ("own", OWN)] {
        for (name, text) in questions {
            for lang in Lang::ALL {
                let file = folder
                    .join(kind)
                    .join(format!("{name}.{}.txt", lang.code()));
                all.push((file, pages(facts, &text.parse().unwrap(), lang)));
            }
        }
    }
    all
}

#[test]
fn every_answer_reads_as_it_was_reviewed() {
    let facts = shipped::facts();
    let all = golden(&facts);
    let wrong: Vec<String> = all
        .iter()
        .filter_map(|(path, text)| check(path, text).err())
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} changed:\n{}",
        wrong.len(),
        all.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_command_is_described_in_every_language_and_has_a_golden_answer() {
    let facts = shipped::facts();
    let asked: Vec<Query> = OWN.iter().map(|(_, text)| text.parse().unwrap()).collect();
    for command in commands::list(&facts) {
        let golden = asked.iter().any(|query| query.command == command.name);
        assert!(
            golden || facts.topic(&command.name).is_some(),
            "/{}",
            command.name
        );
        let options = command.options.iter().map(|option| &option.description);
        for text in std::iter::once(&command.description).chain(options) {
            let [english, indonesian] = Lang::ALL.map(|lang| text.get(lang));
            assert_ne!(english, indonesian, "/{} is not translated", command.name);
            assert!(
                !english.contains("command-") && !english.contains("option-"),
                "{english}"
            );
        }
    }
}

#[test]
fn no_golden_answer_is_left_over() {
    let facts = shipped::facts();
    let wanted: BTreeSet<PathBuf> = golden(&facts).into_iter().map(|(path, _)| path).collect();
    for folder in std::fs::read_dir("tests/answers").unwrap() {
        for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            assert!(
                wanted.contains(&path),
                "{} belongs to no question",
                path.display()
            );
        }
    }
}
