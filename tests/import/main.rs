//! What other programs write, read into a fact file: tables of claims, bibliographies, linked data; and the commands
//! that make a dossier and add to it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod bad;
mod bibliographies;
mod fetched;
mod forms;
mod pages;
mod program;
mod reviews;
mod shipped;
mod spreadsheets;
mod tables;
mod terminal;
#[path = "../support/web.rs"]
mod web;

use sumber::draft::{Dossier, Form, Options, Original, Outcome, decode, import};
use sumber::facts::date::Date;
use sumber::facts::file::{Part, read};
use sumber::facts::{Facts, problem};

/// A dossier with a topic and measures of the clock, without claims.
const BARE: &str = r#"# A comment that stays.
[dossier]
id = "clock"
title.en = "The clock"
title.id = "Jam"
about.en = "Who says what about the clock."
about.id = "Siapa mengatakan apa tentang jam."
languages = ["en", "id"]
reviewed = "2024-12-31"
licence = "CC-BY-4.0"
report.en = "Tell us."
report.id = "Beri tahu kami."

[[topic]]
id = "clock"
title.en = "The clock"
title.id = "Jam kota"
question.en = "Does it run?"
question.id = "Apakah berjalan?"
description.en = "Who says that it runs"
description.id = "Siapa yang mengatakan berjalan"

[[measure]] # What is counted.
id = "minutes"
name.en = "Minutes lost"
name.id = "Menit hilang"
unit.en = "minutes"
unit.id = "menit"
"#;

fn part(name: &str, text: &str) -> Part {
    Part {
        name: name.to_owned(),
        text: text.to_owned(),
    }
}

fn bare() -> Dossier {
    Dossier::read(
        vec![part("facts/dossier.toml", BARE)],
        Some("facts/".to_owned()),
    )
    .unwrap()
}

/// Nothing said beside the text.
fn options() -> Options {
    Options {
        today: "2024-12-31".parse::<Date>().unwrap().earliest().unwrap(),
        day_first: None,
        language: None,
        topic: None,
        replace: false,
    }
}

fn imported(dossier: &Dossier, name: &str, bytes: &[u8], options: &Options) -> Outcome {
    let original = Original::new(name.to_owned(), decode(bytes, None));
    import(dossier, &original, Form::of(name, &original.text), options)
}

/// The parts of a dossier after an import.
fn after(dossier: &Dossier, outcome: &Outcome) -> Vec<Part> {
    let mut parts = dossier.parts.clone();
    for edit in &outcome.edits {
        match parts.iter_mut().find(|part| part.name == edit.file) {
            Some(part) => part.text = edit.text.clone(),
            None => parts.push(part(&edit.file, &edit.text)),
        }
    }
    parts.sort_by(|a, b| a.name.cmp(&b.name));
    parts
}

fn facts(parts: &[Part]) -> Facts {
    match read(parts) {
        Ok(checked) => checked.facts,
        Err(problems) => panic!("{}", problem::report(&problems, parts, false)),
    }
}

/// The problems of an import, one to a line.
fn told(outcome: &Outcome) -> String {
    let told = outcome
        .problems
        .iter()
        .map(|problem| format!("{problem}\n"));
    told.collect()
}
