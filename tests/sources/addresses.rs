//! The archived copy of a source beside its address, and before it once the source is gone.

use sumber::answer::Answer;
use sumber::cite::Style;
use sumber::commands;
use sumber::export::{document, jsonld};
use sumber::facts::{Facts, Lang};
use sumber::query::Query;
use sumber::render::discord::{Audience, message};
use sumber::render::html::{LinkContext, article};
use sumber::render::json::json;
use sumber::render::markdown::markdown;
use sumber::render::text::{Style as TextStyle, text};
use sumber::render::{copy, page};

use crate::{cited, facts};

const PAGE: &str = "https://example.org/page";
const PAGE_COPY: &str = "https://example.com/web/2024/https://example.org/page";
const GONE: &str = "https://example.org/gone";
const GONE_COPY: &str = "https://example.com/web/2024/https://example.org/gone";

#[test]
fn a_citation_leads_to_the_copy_of_what_is_gone() {
    let facts = facts();
    for style in [
        Style::Apa,
        Style::Chicago,
        Style::Mla,
        Style::Vancouver,
        Style::Ieee,
    ] {
        for (id, address) in [
            ("kept-copy", PAGE),
            ("gone", GONE_COPY),
            ("lost", "https://example.org/lost"),
        ] {
            let text = cited(&facts, id, style, Lang::En);
            assert!(
                text.trim_end_matches('.').ends_with(&format!(" {address}")),
                "{text}"
            );
        }
    }
}

#[test]
fn both_addresses_stand_in_the_bots_own_sentence_and_in_data() {
    let facts = facts();
    let stands = |id: &str, style: Style, expected: &[&str]| {
        let text = cited(&facts, id, style, Lang::En);
        for part in expected {
            assert!(text.contains(part), "{part}: {text}");
        }
    };
    let (read, kept) = (
        ", accessed 30 December 2024",
        format!("{PAGE}, archived: {PAGE_COPY}"),
    );
    stands("kept-copy", Style::Plain, &[&format!("2024, {kept}{read}")]);
    let gone = format!("2024 (page gone), {GONE_COPY}, original address: {GONE}{read}");
    stands("gone", Style::Plain, &[&gone]);
    stands(
        "gone",
        Style::Markdown,
        &[&format!(
            "](<{GONE_COPY}>)”, 2 May 2024 (page gone), [original address](<{GONE}>)"
        )],
    );
    stands(
        "gone",
        Style::Bibtex,
        &[
            &format!("url = {{{GONE_COPY}}}"),
            "Archived on 3 May 2024 by Example Archive: ",
            "on 1 December 2024.",
        ],
    );
    stands(
        "gone",
        Style::Ris,
        &[&format!(
            "UR  - {GONE_COPY}\r\nUR  - {GONE}\r\nDB  - Example Archive\r\nAV  - {GONE_COPY}\r\n"
        )],
    );
    stands(
        "kept-copy",
        Style::Ris,
        &[&format!("UR  - {PAGE}\r\nUR  - {PAGE_COPY}\r\n")],
    );
    stands(
        "kept-copy",
        Style::CslJson,
        &[
            &format!("\"URL\": \"{PAGE}\""),
            &format!("\"archive_location\": \"{PAGE_COPY}\""),
            "\"archive\": \"Example Archive\"",
        ],
    );
    stands(
        "gone",
        Style::CslJson,
        &[&format!("\"URL\": \"{GONE_COPY}\"")],
    );
}

/// The answer on every surface: its name and what it shows.
fn surfaces(facts: &Facts, answer: &Answer) -> [(&'static str, String); 5] {
    let page = page(answer);
    let around = LinkContext {
        facts,
        asked: &|_| None,
        source: &|_| None,
    };
    let sent = serde_json::to_value(message(&page, Audience::Asker)).unwrap();
    let said = sent["embeds"].as_array().unwrap().iter();
    let said = said.map(|embed| embed["description"].as_str().unwrap_or_default());
    [
        ("Discord", said.collect::<Vec<_>>().join("\n")),
        ("text", text(&page, TextStyle::default())),
        ("Markdown", markdown(&page)),
        ("HTML", article(&page, &around).into_string()),
        ("copy", copy::plain(answer).join("\n")),
    ]
}

fn asked(facts: &Facts, query: &str) -> Answer {
    let query: Query = query.parse().unwrap();
    commands::answer(facts, &query, Lang::En)
}

#[test]
fn every_surface_has_the_second_address_behind_the_first() {
    let facts = facts();
    for query in [
        "/claim claim:runs view:full",
        "/sources topic:clock",
        "/sources topic:clock style:apa",
    ] {
        let answer = asked(&facts, query);
        for (name, shown) in surfaces(&facts, &answer) {
            let (small, first) = match name {
                "Discord" => (["([archived](<", "([original address](<"], ">)"),
                "Markdown" => (["([archived](", "([original address]("], ">"),
                "HTML" => (
                    ["<small class=\"second\">(<a", "<small class=\"second\">(<a"],
                    "</",
                ),
                _ => (["archived: ", "original address: "], ""),
            };
            for ((one, other), small) in [(PAGE, PAGE_COPY), (GONE_COPY, GONE)]
                .into_iter()
                .zip(small)
            {
                let at = shown
                    .find(&format!("{one}{first}"))
                    .unwrap_or_else(|| panic!("{name}: {one}\n{shown}"));
                let rest = &shown[at..];
                let second = rest
                    .find(small)
                    .unwrap_or_else(|| panic!("{name}: {small}\n{rest}"));
                assert!(rest[second..].contains(other), "{name}: {rest}");
                // What is copied has the citations of a style twice.
                let near = rest[..second].lines().count() <= 2;
                assert!(near || name == "copy", "{name}: {rest}");
            }
        }
    }
    let answer = asked(&facts, "/claim claim:runs view:full");
    let data = serde_json::to_string(&json(&page(&answer))).unwrap();
    let copy = format!(
        r#""archived":{{"url":"{GONE_COPY}","on":"2024-05-03","by":"Example Archive"}},"gone":"2024-12-01""#
    );
    assert!(data.contains(&copy), "{data}");
}

#[test]
fn a_source_without_them_is_shown_as_ever() {
    let facts = facts();
    let answer = asked(&facts, "/sources topic:clock");
    for (name, shown) in surfaces(&facts, &answer) {
        let at = shown.find("https://example.org/plain").unwrap();
        let rest = &shown[at..];
        assert!(
            !rest.contains("archived") && !rest.contains("original"),
            "{name}: {rest}"
        );
    }
    let graph = jsonld::graph(&facts).to_string();
    assert!(graph.contains(&format!(r#""url":"{PAGE}","archivedAt":"{PAGE_COPY}""#)));
    let document = document(&facts);
    let sources = document["sources"].as_array().unwrap();
    let plain = sources.iter().find(|one| one["id"] == "plain").unwrap();
    for key in ["authors", "archived", "gone"] {
        assert_eq!(plain.get(key), None);
    }
}
