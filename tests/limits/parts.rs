//! Long lists come in parts, and the parts together are the whole list, on every surface.

use std::collections::BTreeSet;

use sumber::answer::{ActionKind, Answer};
use sumber::commands;
use sumber::facts::{Facts, Lang};
use sumber::pages::{self, Form, Options};
use sumber::query::{CustomId, Query};
use sumber::render::{json, page};

use crate::sample;

/// The harbour's facts with many more claims, each with a number of its own measure, a quotation and a source of its own.
fn harbour(more: usize) -> Facts {
    let claims = (1..=more).map(|number| {
        let (year, month) = (1900 + number / 12, 1 + number % 12);
        format!(
            r#"
[[source]]
id = "log-{number}"
type = "book"
title = "Log {number}"
publisher = "Harbour"
family = "log-{number}"
issued = "{year}-{month:02}"
accessed = "2024-12-01"
language = "en"

[[measure]]
id = "ships-{number}"
name.en = "ships of kind {number}"
name.id = "kapal jenis {number}"
unit.en = "ships"
unit.id = "kapal"

[[claim]]
id = "more-{number}"
topics = ["harbour"]
kind = "asserts"
by = ["port"]
said = {{ when = "{year}-{month:02}", basis = "stated" }}
about.when = {{ when = "{year}", basis = "stated" }}
text.en = "There were {number} ships."
text.id = "Ada {number} kapal."
recorded = "2024-12-01"

[[claim.evidence]]
source = "log-{number}"
role = "origin"

[[claim.quote]]
words = "We counted {number}."
lang = "en"
source = "log-{number}"

[[claim.figure]]
measure = "ships-{number}"
best = {number}
qualifier = "exact"
"#
        )
    });
    sample::harbour_and(&claims.collect::<String>())
}

fn answer(facts: &Facts, query: &str) -> Answer {
    commands::answer(facts, &query.parse().unwrap(), Lang::En)
}

/// What identifies the entries of an answer, in order.
fn entries(answer: &Answer) -> Vec<String> {
    let entries = answer.sections.iter().flat_map(|one| &one.entries);
    let id = |one: &sumber::answer::Entry| format!("{:?} {:?}", one.claim(), one.figures);
    let source = |one: &sumber::answer::Entry| {
        let source = one.spells_out.and_then(|number| {
            let mut all = answer.references.iter();
            all.find(|reference| reference.number == number)
        });
        source.map(|one| one.source.id.clone())
    };
    entries
        .map(|one| source(one).unwrap_or_else(|| id(one)))
        .collect()
}

fn others(answer: &Answer) -> Vec<(&str, String)> {
    let actions = answer.actions.iter();
    let others = actions.filter(|one| one.kind == ActionKind::Part);
    others
        .map(|one| (&*one.label, one.query.to_string()))
        .collect()
}

const LISTS: [&str; 13] = [
    "/timeline",
    "/timeline by:event",
    "/changes since:1900",
    "/sources",
    "/sources style:apa",
    "/quotes",
    "/figures",
    "/figures view:full",
    "/who name:port view:full",
    "/harbour view:claims",
    "/harbour view:timeline",
    "/harbour view:quotes",
    "/harbour view:sources",
];

#[test]
fn the_parts_of_a_list_are_the_whole_list() {
    let facts = harbour(236);
    for query in LISTS {
        let first = answer(&facts, query);
        assert_eq!(first.parts, 3, "{query}");
        let parts = (1..=3).map(|part| answer(&facts, &format!("{query} part:{part}")));
        let parts: Vec<Vec<String>> = parts.map(|part| entries(&part)).collect();
        let lengths: Vec<usize> = parts.iter().map(Vec::len).collect();
        assert_eq!(lengths[..2], [100, 100], "{query}");
        let all: BTreeSet<&String> = parts.iter().flatten().collect();
        assert_eq!(all.len(), lengths.iter().sum::<usize>(), "{query}");
        assert!(all.len() >= 236, "{query}: {}", all.len());
        assert_eq!(entries(&first), parts[0], "{query}");
    }
    let parts = (1..=3).map(|part| entries(&commands::all_claims(&facts, Lang::En, part)));
    let all: BTreeSet<String> = parts.flatten().collect();
    assert_eq!(all.len(), facts.claims.len());
}

#[test]
fn a_list_is_shown_whole_as_long_as_it_is_short() {
    for (more, parts) in [(148, 1), (149, 2)] {
        let whole = answer(&harbour(more), "/timeline");
        assert_eq!(whole.parts, parts);
        assert_eq!(whole.notices.is_empty(), parts == 1);
        assert_eq!(others(&whole).is_empty(), parts == 1);
    }
    let one = answer(&harbour(0), "/timeline part:7 page:2");
    assert_eq!(one.query.to_string(), "/timeline lang:en");
}

#[test]
fn every_part_says_which_it_is_and_leads_to_those_beside_it() {
    let facts = harbour(236);
    let second = answer(&facts, "/timeline part:2");
    assert_eq!(second.notices, ["Numbers 101 to 200 of 238 in this list."]);
    let beside = [
        ("201–238 of 238", "/timeline lang:en part:3".to_owned()),
        ("1–100 of 238", "/timeline lang:en".to_owned()),
    ];
    assert_eq!(others(&second), beside);
    assert!(
        second.footer[0].starts_with("100 of 238"),
        "{:?}",
        second.footer
    );
    let languages = second.actions.iter();
    let mut languages = languages.filter(|one| one.kind == ActionKind::Language);
    let indonesian = languages.next().unwrap().query.to_string();
    assert_eq!(indonesian, "/timeline lang:id part:2");
    // Beyond the last, and nonsense.
    for (part, start) in [("99", "201"), ("0", "1"), ("-1", "1"), ("x", "1")] {
        let notice = &answer(&facts, &format!("/timeline part:{part}")).notices[0];
        assert!(
            notice.starts_with(&format!("Numbers {start} to")),
            "{part}: {notice}"
        );
    }
    // Other orders and topics begin at the first part.
    let other = second
        .actions
        .iter()
        .filter(|one| !matches!(one.kind, ActionKind::Part | ActionKind::Language));
    for action in other {
        assert_eq!(action.query.part(), 1, "{}", action.query);
    }
}

#[test]
fn a_part_has_pages_and_buttons_of_its_own() {
    let facts = harbour(236);
    let second = answer(&facts, "/timeline part:2 page:2");
    let shown = page(&second);
    assert_eq!(shown.number, 2);
    assert!(shown.total > 2);
    let data = serde_json::to_value(json::json(&shown)).unwrap();
    assert_eq!(data["query"], "/timeline lang:en part:2 page:2");
    let next = CustomId::Open(second.query.clone().at_page(3)).to_string();
    assert_eq!(next, "open /timeline lang:en part:2 page:3");
    assert_eq!(next.parse::<CustomId>().unwrap().to_string(), next);
}

#[test]
fn pages_as_files_have_every_part() {
    let facts = harbour(236);
    let options = Options {
        form: Form::Files,
        ..Options::default()
    };
    let paths: Vec<String> = pages::site(&facts, options).collect();
    for path in [
        "/en/timeline/part-2",
        "/id/timeline/part-3",
        "/en/harbour/claims/part-3",
        "/en/claims/part-2",
        "/id/claims/part-3",
    ] {
        assert!(paths.iter().any(|one| one == path), "{path}");
    }
    let paths: BTreeSet<&String> = paths.iter().collect();
    let first = pages::page(&facts, "/en/timeline", options).unwrap().body;
    assert!(first.contains("timeline/part-2.html"), "{first}");
    let last: Query = "/timeline part:3".parse().unwrap();
    assert!(paths.contains(&last.address(Lang::En)));
    let body = pages::page(&facts, "/en/timeline/part-3", options)
        .unwrap()
        .body;
    assert!(body.contains("Numbers 201 to 238 of 238"), "{body}");
    let body = pages::page(&facts, "/en/claims/part-2", options)
        .unwrap()
        .body;
    assert!(body.contains("Numbers 101 to 200 of 238"), "{body}");
    for path in ["claims.html", "claims/part-3.html", "../id/claims/part-2"] {
        assert!(body.contains(path), "{path} is missing in {body}");
    }
}
