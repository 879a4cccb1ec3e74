//! Standing in cases that the shipped facts do not contain, with invented parties and an invented bridge.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod counted;
mod joint;
mod named;
mod replies;
mod turned;
mod whole;

use sumber::commands;
use sumber::facts::date::{Date, Day};
use sumber::facts::file::{Part, read};
use sumber::facts::standing::Voice;
use sumber::facts::{Facts, Lang};

const FRAME: &str = r#"
[dossier]
id = "bridge"
title.en = "The bridge"
title.id = "Jembatan"
about.en = "A bridge."
about.id = "Sebuah jembatan."
languages = ["en", "id"]
reviewed = "2025-06-30"
licence = "CC0-1.0"
report.en = "Write to the editor."
report.id = "Tulislah kepada penyunting."

[[topic]]
id = "bridge"
title.en = "The bridge"
title.id = "Jembatan itu"
question.en = "Is the bridge open?"
question.id = "Apakah jembatan itu dibuka?"
description.en = "Whether the bridge is open"
description.id = "Apakah jembatan itu dibuka"
lead = ["open"]

[[speaker]]
id = "town"
kind = "body"
name.en = "Town"
name.id = "Kota"

[[speaker]]
id = "guild"
kind = "body"
name.en = "Guild"
name.id = "Serikat"

[[speaker]]
id = "port"
kind = "body"
name.en = "Port"
name.id = "Pelabuhan"

[[source]]
id = "paper"
type = "article-newspaper"
title = "On the bridge"
title_own = true
publisher = "Paper"
family = "paper"
issued = "2024-01-01"
accessed = "2025-06-30"
url = "https://example.org/bridge"
language = "en"
"#;

/// A claim by a speaker on a day, in a source of that day, with a link and further lines.
fn claim(id: &str, by: &str, kind: &str, said: &str, link: &str, more: &str) -> String {
    let link = match link.split_once(' ') {
        Some((kind, to)) => format!("[[claim.link]]\ntype = \"{kind}\"\nto = \"{to}\"\n"),
        None => String::new(),
    };
    let issued = said.rsplit('/').next().unwrap();
    format!(
        r#"
[[source]]
id = "paper-{id}"
type = "article-newspaper"
title = "On the bridge, {id}"
title_own = true
publisher = "Paper"
family = "paper-{id}"
issued = "{issued}"
accessed = "2025-06-30"
language = "en"

[[claim]]
id = "{id}"
topics = ["bridge"]
kind = "{kind}"
by = ["{by}"]
said = {{ when = "{said}", basis = "stated" }}
about.who = ["town"]
text.en = "Sentence {id}."
text.id = "Kalimat {id}."
recorded = "2025-06-30"
{more}
[[claim.evidence]]
source = "paper-{id}"
role = "origin"
{link}"#
    )
}

fn facts(claims: &[String]) -> Facts {
    let text = format!("{FRAME}{}", claims.concat());
    let part = Part {
        name: "bridge.toml".to_owned(),
        text,
    };
    match read(&[part]) {
        Ok(checked) => checked.facts,
        Err(problems) => panic!("{problems:#?}"),
    }
}

fn day(text: &str) -> Day {
    text.parse::<Date>().unwrap().latest().unwrap()
}

/// The claims that deny, denied at first and confirm the claim `open`, by id.
fn sides(facts: &Facts, on: &str) -> [Vec<String>; 3] {
    sides_of(facts, "open", on)
}

fn sides_of(facts: &Facts, id: &str, on: &str) -> [Vec<String>; 3] {
    let standing = facts.as_of(day(on)).standing(facts.claim(id).unwrap());
    let ids = |voices: &[Voice<'_>]| voices.iter().map(|one| one.claim.id.clone()).collect();
    let confirmed = [standing.confirmed_by_subject, standing.confirmed_by_others].concat();
    [
        ids(&standing.denied),
        ids(&standing.denied_before),
        ids(&confirmed),
    ]
}

/// The parties of some voices, by id.
fn parties(voices: &[Voice<'_>]) -> Vec<String> {
    voices.iter().map(|one| one.party.id.clone()).collect()
}

/// An answer in English as plain text in one line.
fn shown(facts: &Facts, question: &str) -> String {
    let answer = commands::answer(facts, &question.parse().unwrap(), Lang::En);
    let page = sumber::render::long_page(&answer);
    let text = sumber::render::text::text(&page, sumber::render::text::Style::default());
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
