//! Golden answers: every topic and view in both languages, as known today and on 18 October 2024, and
//! what could not be understood, as plain text under `tests/answers/` that anybody can review.
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
    for (name, text) in ODD {
        for lang in Lang::ALL {
            let file = folder
                .join("odd")
                .join(format!("{name}.{}.txt", lang.code()));
            all.push((file, pages(facts, &text.parse().unwrap(), lang)));
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
