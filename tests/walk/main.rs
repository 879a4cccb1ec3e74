//! The walk: from every question of every command follow every button and menu, in both languages. Each reply
//! fits, each source is on every surface, each id is read back.
//!
//! The payloads it meets are written to `target/tmp/payloads/` for the check against Discord's own description.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../support/shipped.rs"]
mod shipped;

mod press;
mod questions;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};
use sumber::commands::{self, Takes};
use sumber::discord::interaction::Interaction;
use sumber::discord::registration::{self, Scope};
use sumber::discord::{self, Settings};
use sumber::facts::Lang;
use sumber::query::Key;
use sumber::render;
use sumber::render::discord::Audience;

use questions::{FACTS, questions};

fn reply(interaction: &Interaction) -> Value {
    discord::reply(&FACTS, Settings::default(), interaction).callback
}

/// Writes payloads, one to a line, for `.ci/run`.
fn keep(name: &str, payloads: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("payloads");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), payloads).unwrap();
}

#[test]
fn every_source_of_a_page_is_on_every_surface() {
    for query in questions() {
        let answer = commands::answer(&FACTS, &query, Lang::En);
        let mut shown = BTreeSet::new();
        let total = render::page(&answer).total;
        for number in 1..=total {
            let mut turned = answer.clone();
            turned.query = turned.query.at_page(number);
            let page = render::page(&turned);
            assert_eq!((page.number, page.total), (number, total), "{query}");
            let text = render::text::text(&page, render::text::Style::default());
            let markdown = render::markdown::markdown(&page);
            let json = serde_json::to_string(&render::json::json(&page)).unwrap();
            let discord =
                serde_json::to_string(&render::discord::message(&page, Audience::Asker)).unwrap();
            for reference in &page.references {
                shown.insert(reference.number);
                let Some(url) = reference.source.url.as_deref() else {
                    continue;
                };
                // Each surface may escape an address; what stands before its first odd character remains.
                let plain: String = url
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || "/:.-".contains(*c))
                    .collect();
                for (surface, written) in [
                    ("text", &text),
                    ("markdown", &markdown),
                    ("json", &json),
                    ("discord", &discord),
                ] {
                    assert!(
                        written.contains(&plain),
                        "{query} page {number}, {surface}: {url}"
                    );
                }
            }
        }
        let all: BTreeSet<usize> = answer.references.iter().map(|one| one.number).collect();
        assert_eq!(shown, all, "{query}: every reference is on some page");
    }
}

#[test]
fn an_overview_is_one_screen() {
    for query in questions()
        .into_iter()
        .filter(|query| query.get(Key::View) == Some("overview"))
    {
        let answer = commands::answer(&FACTS, &query, Lang::En);
        assert_eq!(render::page(&answer).total, 1, "{query}");
    }
}

#[test]
fn every_statement_shown_is_a_claim_that_was_known() {
    for query in questions() {
        let answer = commands::answer(&FACTS, &query, Lang::En);
        let day = query
            .get(Key::AsOf)
            .and_then(|day| day.parse::<sumber::facts::date::Date>().ok());
        let day = day
            .and_then(|date| date.latest())
            .unwrap_or(FACTS.dossier.reviewed);
        for entry in answer.sections.iter().flat_map(|section| &section.entries) {
            let Some(claim) = entry.claim() else { continue };
            assert!(
                FACTS.as_of(day).known(FACTS.claim(claim).unwrap()),
                "{query}: {claim}"
            );
        }
    }
}

#[test]
fn what_is_registered_is_what_is_listed() {
    let listed = commands::list(&FACTS);
    for scope in [Scope::Global, Scope::Guild(1)] {
        let payload = serde_json::to_value(registration::commands(&FACTS, scope)).unwrap();
        let names: Vec<&str> = payload
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["name"].as_str().unwrap())
            .collect();
        assert_eq!(
            names,
            listed
                .iter()
                .map(|one| match &one.on_messages {
                    Some(label) => label.get(Lang::En),
                    None => one.name.as_str(),
                })
                .collect::<Vec<_>>()
        );
        let name = if scope == Scope::Global {
            "commands.json"
        } else {
            "commands-guild.json"
        };
        keep(name, &payload.to_string());
    }
}

#[test]
fn whatever_is_typed_gets_at_most_25_offers() {
    let mut payloads = String::new();
    for command in commands::list(&FACTS) {
        for option in &command.options {
            for typed in [
                "",
                "2",
                "2024",
                "2024-10-1",
                "april",
                "Zel",
                "pasukan korut",
                "nis-1500",
                "zzz",
                "*_@everyone_*",
            ] {
                let callback = reply(&Interaction::read(&json!({
                    "id": "1", "token": "t", "type": 4, "locale": "id",
                    "data": { "name": command.name, "type": 1, "options": [
                        { "name": option.key.name(), "type": 3, "value": typed, "focused": true }
                    ]},
                })));
                assert_eq!(callback["type"], 8);
                assert!(callback["data"]["choices"].as_array().unwrap().len() <= 25);
                writeln!(payloads, "{callback}").unwrap();
            }
            if let Takes::OneOf(offers) = &option.takes {
                assert!((1..=25).contains(&offers.len()));
            }
        }
    }
    keep("autocomplete.jsonl", &payloads);
}
