//! What is fuzzed: one function for each target, from bytes to properties that must hold.
//!
//! `fuzz/` calls them with bytes that libFuzzer makes, `main.rs` with the corpus and changes of it.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each fuzz target calls one function, and fails by panicking"
)]

#[path = "checks.rs"]
mod checks;
#[path = "document.rs"]
mod document;

use std::borrow::Cow;

use ed25519_dalek::{Signer, SigningKey};
use once_cell::sync::Lazy;
use sumber::commands;
use sumber::discord::interaction::Interaction;
use sumber::discord::{self, Channel, Settings};
use sumber::facts::date::{By, Date};
use sumber::facts::file::{Part, read};
use sumber::facts::problem::{Problem, report};
use sumber::facts::{Facts, Lang, Shelf};
use sumber::pages;
use sumber::phrases::Phrases;
use sumber::query::{CustomId, Query};
use sumber::serve::PublicKey;

use checks::{check_answer, check_html, check_reply};

/// The shipped facts.
static FACTS: Lazy<Facts> = Lazy::new(|| read(&sumber::shipped::parts()).unwrap().facts);

/// The same as the only dossier of a bot.
static SHELF: Lazy<Shelf> = Lazy::new(|| FACTS.clone().into());

/// A target: its name, which is also that of its folder of the corpus, and its function.
pub(crate) type Target = (&'static str, fn(&[u8]));

/// Every target.
pub(crate) const ALL: [Target; 6] = [
    ("dates", dates),
    ("facts", facts),
    ("interaction", interaction),
    ("query", query),
    ("render", render),
    ("signature", signature),
];

fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// A body is read as its JSON is, an interaction the same way twice, and the reply to it is one that Discord accepts.
pub(crate) fn interaction(bytes: &[u8]) {
    let Ok(payload) = serde_json::from_slice(bytes) else {
        return;
    };
    let interaction = Interaction::read(&payload);
    assert!(interaction == Interaction::read(&payload));
    let is_typed = payload["type"].is_number() || payload["type"].is_string();
    let parsed = Interaction::parse(bytes);
    assert!(parsed == is_typed.then(|| interaction.clone()));
    let settings = Settings {
        public_url: Some("https://example.org"),
        ..Settings::default()
    };
    for channel in [Channel::Open, Channel::HasSeen, Channel::Busy] {
        let settings = Settings {
            channel,
            ..settings
        };
        let reply = discord::reply(&SHELF, settings, &interaction);
        check_reply(&reply);
        assert_eq!(reply, discord::reply(&SHELF, settings, &interaction));
    }
    check_reply(&discord::apology(
        &FACTS.dossier.languages,
        settings,
        &interaction,
    ));
    check_reply(&discord::slow_down(
        &FACTS.dossier.languages,
        settings,
        &interaction,
    ));
}

/// A text that is a query is read back from its text form, its custom ids and its address. Every text means a query,
/// which is answered. The same text as an address gives a page.
pub(crate) fn query(bytes: &[u8]) {
    let text = text(bytes);
    if let Ok(query) = text.parse::<Query>() {
        assert_eq!(query.to_string().parse(), Ok(query.clone()), "{query}");
        let wrap: [fn(Query) -> CustomId; 3] = [CustomId::Open, CustomId::Share, CustomId::Cite];
        for id in wrap.map(|wrap| wrap(query.clone())) {
            assert_eq!(id.to_string().parse(), Ok(id.clone()), "{id}");
        }
        check_answer(&commands::answer(&FACTS, &query, Lang::En), &FACTS);
    }
    let meant = commands::typed(&FACTS, &text);
    assert_eq!(commands::meant(&FACTS, &meant), meant);
    check_answer(&commands::answer(&FACTS, &meant, Lang::Id), &FACTS);
    let _ = text.parse::<CustomId>();
    let page = pages::page(&FACTS, &format!("/{text}"), pages::Options::default()).unwrap();
    if page.content_type.starts_with("text/html") {
        check_html(&page.body);
    }
}

/// A fact file is accepted with facts of which every topic has an answer, or refused with problems that have a place and
/// a way on. Both are the same twice.
pub(crate) fn facts(bytes: &[u8]) {
    let parts = [Part {
        name: "facts.toml".to_owned(),
        text: text(bytes).into_owned(),
    }];
    match read(&parts) {
        Ok(checked) => {
            let facts = checked.facts;
            check_problems(&checked.warnings, &parts);
            assert_eq!(read(&parts).unwrap().facts.revision, facts.revision);
            let topics = facts.topics.iter().map(|topic| Query::new(&topic.id));
            for query in topics.take(3).chain([Query::new("about")]) {
                check_answer(&commands::answer(&facts, &query, Lang::Id), &facts);
            }
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            check_problems(&problems, &parts);
            assert_eq!(read(&parts).unwrap_err(), problems);
        }
    }
}

fn check_problems(problems: &[Problem], parts: &[Part]) {
    let text = &parts[0].text;
    for problem in problems {
        let words = [&problem.what, &problem.help];
        assert!(words.iter().all(|words| !words.trim().is_empty()));
        assert!(problem.span.end <= text.len() && text.get(problem.span.clone()).is_some());
        assert!((1..=1 + text.matches('\n').count()).contains(&problem.line));
        assert!(problem.column >= 1);
    }
    let drawn = report(problems, parts, false);
    let steers = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t' | '\r');
    assert!(!drawn.contains(steers), "{drawn:?}");
}

/// A date prints as it was read, its first day is not after its last, and every language has words for it.
pub(crate) fn dates(bytes: &[u8]) {
    let text = text(bytes);
    let Ok(date) = text.parse::<Date>() else {
        return;
    };
    assert_eq!(date.to_string(), text);
    assert_eq!(text.parse(), Ok(date.clone()));
    if let (Some(first), Some(last)) = (date.earliest(), date.latest()) {
        assert!(first <= last, "{text}");
        assert_eq!(date.by(last), By::Yes, "{text}");
        assert!(date.within(Some(first), Some(last)), "{text}");
        for day in [first, last] {
            assert!((1..=12).contains(&day.month) && (1..=31).contains(&day.day));
        }
    }
    for lang in [Lang::En, Lang::Id] {
        let words = Phrases::of(lang);
        assert!(!words.date(&date).trim().is_empty(), "{text}");
        assert!(!words.point(date.beginning()).trim().is_empty(), "{text}");
    }
}

/// Any document can be drawn on every surface, within the limits of Discord, with nothing that steers a terminal or
/// that HTML takes for a tag.
pub(crate) fn render(bytes: &[u8]) {
    let answer = document::answer(&text(bytes));
    check_answer(&answer, document::facts());
}

/// The tables of a key accept a signature if the library does.
///
/// The first byte says how the rest is read: whether a key is made from the next 32 bytes or they are the public key, and
/// whether the 64 bytes after them change a signature of the message or they are one.
pub(crate) fn signature(bytes: &[u8]) {
    let Some(([how], rest)) = bytes.split_first_chunk() else {
        return;
    };
    let Some((seed, rest)) = rest.split_first_chunk() else {
        return;
    };
    let Some((change, message)) = rest.split_first_chunk::<64>() else {
        return;
    };
    let pair = SigningKey::from_bytes(seed);
    let public = if how & 1 == 0 {
        pair.verifying_key().to_bytes()
    } else {
        *seed
    };
    let mut signature = *change;
    if how & 2 == 0 {
        let signed = pair.sign(message).to_bytes();
        signature
            .iter_mut()
            .zip(signed)
            .for_each(|(byte, signed)| *byte ^= signed);
    }
    let hex: String = public.iter().map(|byte| format!("{byte:02x}")).collect();
    let Some(key) = PublicKey::parse(&hex) else {
        return;
    };
    let accepted = key.has_signed(&signature, &[message]);
    assert!(accepted || how & 3 != 0 || *change != [0; 64]);
    assert_eq!(
        accepted,
        key.with_tables().has_signed(&signature, &[message])
    );
}
