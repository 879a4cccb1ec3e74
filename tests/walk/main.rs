//! The walk: follows every button and menu from every query of every command, in both languages. It checks that each
//! reply fits, each source is on every surface, and each id can be read back.
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
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use once_cell::sync::Lazy;
use serde_json::{Value, json};
use sumber::answer::Answer;
use sumber::commands::{self, OptionKind};
use sumber::discord::interaction::{Interaction, Kind};
use sumber::discord::registration::{self, Scope};
use sumber::discord::{self, Channel, Settings};
use sumber::facts::{Lang, Shelf};
use sumber::query::{Key, Query};
use sumber::render;
use sumber::render::discord::Audience;
use sumber::serve::{self, Bot};

use questions::{FACTS, questions};

/// The same facts as the only dossier of a bot.
static SHELF: Lazy<Shelf> = Lazy::new(|| FACTS.clone().into());

/// Every question with its answer.
static ANSWERS: Lazy<Vec<(Query, Answer)>> = Lazy::new(|| {
    spread(&questions(), |query| {
        (query.clone(), commands::answer(&FACTS, query, Lang::En))
    })
});

/// The results of `work` for the items, in their order; runs one thread per core.
fn spread<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else {
                return done;
            };
            done.push((at, work(item)));
        }
    };
    let mut done = std::thread::scope(|scope| {
        let cores = std::thread::available_parallelism().unwrap().get();
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(worker)).collect();
        let results = workers.into_iter().flat_map(|one| one.join().unwrap());
        results.collect::<Vec<_>>()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// A bot with these facts, which keeps the replies that it has just made.
static BOT: Lazy<Bot> = Lazy::new(|| {
    let settings = serve::Settings {
        reply_cache: 256,
        ..serve::Settings::default()
    };
    Bot::new(SHELF.clone(), &settings)
});

/// Of so many interactions one is also given to a bot; which ones depends on what they ask.
const KEPT: u64 = 4;

/// The reply to an interaction. The bot gives the same bytes the first time, and again to somebody else elsewhere unless
/// the reply is for one person or one channel.
fn reply(interaction: &Interaction) -> Value {
    let made = discord::reply(&SHELF, Settings::default(), interaction);
    let mut hasher = DefaultHasher::new();
    interaction.kind.hash(&mut hasher);
    if !hasher.finish().is_multiple_of(KEPT) {
        return made.callback();
    }
    let first = BOT.reply(interaction, Channel::Open);
    assert_eq!(first.body, made.body, "{interaction:?}");
    assert_eq!(*first, made, "{interaction:?}");
    let by_another = Interaction {
        id: Some(77),
        application: Some(78),
        channel: Some(79),
        user: Some(80),
        moderates: !interaction.moderates,
        ..interaction.clone()
    };
    match BOT.kept_reply(&by_another) {
        Some(kept) => assert!(Arc::ptr_eq(&kept, &first), "{interaction:?}"),
        None => assert!(is_personal(&interaction.kind), "{interaction:?}"),
    }
    made.callback()
}

/// Whether the reply may name the person who asks, or be for everyone.
fn is_personal(kind: &Kind) -> bool {
    match kind {
        Kind::Command(command) => command.options.iter().any(|one| one.name == "share"),
        Kind::Component(component) => {
            let id = &component.custom_id;
            id.starts_with("share ") || id.starts_with("hide ")
        }
        _ => false,
    }
}

/// Writes payloads, one to a line, for `.ci/run`.
fn keep(name: &str, payloads: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("payloads");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), payloads).unwrap();
}

#[test]
fn every_source_of_a_page_is_on_every_surface() {
    spread(&ANSWERS, |(query, answer)| {
        let total = render::page(answer).total;
        let pages = 1..=total;
        let shown: BTreeSet<usize> = pages
            .flat_map(|number| shown_on_page(query, answer, number, total))
            .collect();
        let all: BTreeSet<usize> = answer.references.iter().map(|one| one.number).collect();
        assert_eq!(shown, all, "{query}: every reference is on some page");
    });
}

/// The numbers of the sources that a page shows, each seen on every surface.
fn shown_on_page(query: &Query, answer: &Answer, number: usize, total: usize) -> Vec<usize> {
    let mut turned = answer.clone();
    turned.page = number;
    let page = render::page(&turned);
    assert_eq!((page.number, page.total), (number, total), "{query}");
    let message = render::discord::message(&page, Audience::Asker);
    let surfaces = [
        render::text::text(&page, render::text::Style::default()),
        render::markdown::markdown(&page),
        serde_json::to_string(&render::json::json(&page)).unwrap(),
        serde_json::to_string(&message).unwrap(),
    ];
    for reference in &page.references {
        let Some(url) = reference.source.url.as_deref() else {
            continue;
        };
        // Each surface may escape an address; the part before its first odd character stays the same.
        let plain: String = url
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || "/:.-".contains(*c))
            .collect();
        for written in &surfaces {
            assert!(
                written.contains(&plain),
                "{query} page {number}: {url}\n{written}"
            );
        }
    }
    page.references.iter().map(|one| one.number).collect()
}

#[test]
fn an_overview_is_one_screen() {
    for (query, answer) in ANSWERS.iter() {
        if query.get(Key::View) == Some("overview") {
            assert_eq!(render::page(answer).total, 1, "{query}");
        }
    }
}

#[test]
fn every_statement_shown_is_a_claim_that_was_known() {
    for (query, answer) in ANSWERS.iter() {
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
    let listed = commands::list(&*FACTS);
    for scope in [Scope::Global, Scope::Guild(1)] {
        let payload = serde_json::to_value(registration::commands(&*FACTS, scope)).unwrap();
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
    for command in commands::list(&*FACTS) {
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
            if let OptionKind::OneOf(offers) = &option.takes {
                assert!((1..=25).contains(&offers.len()));
            }
        }
    }
    keep("autocomplete.jsonl", &payloads);
}
