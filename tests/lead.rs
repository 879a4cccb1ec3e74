//! The lead in every combination that a standing knows, with invented parties and an invented bridge.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use sumber::answer::Span;
use sumber::commands;
use sumber::facts::file::{Part, read};
use sumber::facts::{Facts, Lang};
use sumber::query::Query;

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
asks = "open"
lead = ["open"]
"#;

/// Those who speak, each once.
const PARTIES: [&str; 10] = [
    "Avon", "Brent", "Calder", "Derwent", "Exe", "Frome", "Glaven", "Hull", "Irwell", "Kennet",
];

/// What may happen to the claim: who speaks, on which day, as what, and with which links.
const EVENTS: [&[(&str, &str, &str, &str)]; 8] = [
    &[("Calder", "2024-10-05", "denies", "denies open")],
    &[
        ("Derwent", "2024-10-06", "denies", "denies open"),
        ("Derwent", "2025-04-06", "confirms", "confirms open"),
    ],
    &[
        ("Exe", "2024-11-07", "denies", "denies open"),
        ("Exe", "2025-01-07", "asserts", "supersedes exe-1"),
    ],
    &[("Frome", "2025-02-08", "confirms", "confirms open")],
    &[("Glaven", "2024-12-09", "confirms", "confirms open")],
    &[("Hull", "2025-03-10", "asserts", "supersedes open")],
    &[("Irwell", "2024-10-11", "asserts", "qualifies open")],
    &[
        ("Kennet", "2024-10-12", "denies", "denies open"),
        ("Kennet", "2025-05-12", "confirms", "confirms open"),
    ],
];

/// The bit of a combination that stands for a source that says otherwise.
const CONTRADICTED: usize = EVENTS.len();
/// The bit of a combination that stands for a joint statement.
const JOINT: usize = EVENTS.len() + 1;

fn has(combination: usize, bit: usize) -> bool {
    combination >> bit & 1 == 1
}

fn source(id: &str, issued: &str) -> String {
    format!(
        r#"
[[source]]
id = "paper-{id}"
type = "article-newspaper"
title = "On the bridge, {id}"
title_own = true
publisher = "Paper {id}"
family = "paper-{id}"
issued = "{issued}"
accessed = "2025-06-30"
language = "en"
"#
    )
}

fn claim(id: &str, by: &str, said: &str, kind: &str, more: &str) -> String {
    format!(
        r#"{}
[[claim]]
id = "{id}"
topics = ["bridge"]
kind = "{kind}"
by = [{by}]
said = {{ when = "{said}", basis = "stated" }}
about.who = ["frome"]
text.en = "Sentence {id}."
text.id = "Kalimat {id}."
recorded = "2025-06-30"

[[claim.evidence]]
source = "paper-{id}"
role = "origin"
{more}"#,
        source(id, said)
    )
}

fn facts(combination: usize) -> Facts {
    checked(text_of(combination))
}

fn checked(text: String) -> Facts {
    let name = "bridge.toml".to_owned();
    match read(&[Part { name, text }]) {
        Ok(checked) => checked.facts,
        Err(problems) => panic!("{problems:#?}"),
    }
}

fn text_of(combination: usize) -> String {
    let mut text = FRAME.to_owned();
    for name in PARTIES {
        let id = name.to_lowercase();
        let lines = format!("name.en = \"{name}\"\nname.id = \"{name}\"\n");
        text += &format!("\n[[speaker]]\nid = \"{id}\"\nkind = \"body\"\n{lines}");
    }
    text += &source("against", "2024-10-20");
    let against = "\n[[claim.evidence]]\nsource = \"paper-against\"\nrole = \"contradicts\"\n\
                   note.en = \"Says otherwise.\"\nnote.id = \"Menyebut lain.\"\n";
    let against = if has(combination, CONTRADICTED) {
        against
    } else {
        ""
    };
    let by = if has(combination, JOINT) {
        r#""avon", "brent""#
    } else {
        r#""avon""#
    };
    text += &claim("open", by, "2024-10-02", "asserts", against);
    for (_, event) in EVENTS
        .iter()
        .enumerate()
        .filter(|(bit, _)| has(combination, *bit))
    {
        for (at, (who, said, kind, link)) in event.iter().enumerate() {
            let who = who.to_lowercase();
            let (link, to) = link.split_once(' ').unwrap();
            let link = format!("\n[[claim.link]]\ntype = \"{link}\"\nto = \"{to}\"\n");
            let by = format!("\"{who}\"");
            text += &claim(&format!("{who}-{}", at + 1), &by, said, kind, &link);
        }
    }
    text
}

/// The sentences of the lead, with the numbers of the sources.
fn lead(facts: &Facts, lang: Lang) -> Vec<String> {
    let answer = commands::answer(facts, &Query::new("bridge"), lang);
    let sentence = |spans: &[Span]| {
        let texts = spans.iter().map(|span| match span {
            Span::Text(text) | Span::Verbatim(text) => text.clone(),
            Span::Quoted { words, lang: _ } => words.clone(),
            Span::Cite(number) => format!("[{number}]"),
        });
        texts.collect::<String>()
    };
    answer.lead.iter().map(|one| sentence(&one.spans)).collect()
}

#[test]
fn every_combination_makes_whole_sentences_with_each_party_once() {
    for combination in 0..1 << (JOINT + 1) {
        let facts = facts(combination);
        for lang in [Lang::En, Lang::Id] {
            let sentences = lead(&facts, lang);
            let text = sentences.join(" ");
            let told = || format!("{combination:b} {lang:?}: {text}");
            assert!((1..=3).contains(&sentences.len()), "{}", told());
            for sentence in &sentences {
                assert!(sentence.ends_with('.'), "{}", told());
                let first = sentence.chars().next().unwrap();
                assert!(first.is_uppercase(), "{}", told());
            }
            for wrong in ["  ", "{", "$", " .", " ,", " ;", ",,", ";;", "..", "lead-"] {
                assert!(!text.contains(wrong), "{wrong} in {}", told());
            }
            for (bit, event) in EVENTS.iter().enumerate() {
                let named = text.matches(event[0].0).count();
                let expected = usize::from(has(combination, bit));
                assert_eq!(named, expected, "{} in {}", event[0].0, told());
            }
            assert_eq!(text.matches("Avon").count(), 1, "{}", told());
            let joint = usize::from(has(combination, JOINT));
            assert_eq!(text.matches("Brent").count(), joint, "{}", told());
            let against = text.contains("Paper against");
            assert_eq!(against, has(combination, CONTRADICTED), "{}", told());
        }
    }
}

#[test]
fn sentences_read_as_a_newspaper_prints_them() {
    let reads = |bits: &[usize], english: &str, indonesian: &str| {
        let combination = bits.iter().map(|bit| 1 << bit).sum();
        let facts = facts(combination);
        assert_eq!(lead(&facts, Lang::En).join(" "), english);
        assert_eq!(lead(&facts, Lang::Id).join(" "), indonesian);
    };
    reads(
        &[],
        "Avon said so in October 2024 [1]. No denial or confirmation of it is recorded here.",
        "Avon menyatakan hal itu pada Oktober 2024 [1]. Di sini belum tercatat bantahan ataupun konfirmasi.",
    );
    reads(
        &[0, 4, JOINT],
        "Avon and Brent said so in October 2024 [1]. Calder denied it then [2]. Glaven confirmed it in December 2024 \
         [3].",
        "Avon dan Brent menyatakan hal itu pada Oktober 2024 [1]. Calder membantahnya saat itu [2]. Glaven \
         membenarkannya pada Desember 2024 [3].",
    );
    reads(
        &[1, 4],
        "Avon said so in October 2024 [1]. Derwent denied it then but confirmed it in April 2025 [2], after Glaven in \
         December 2024 [3].",
        "Avon menyatakan hal itu pada Oktober 2024 [1]. Derwent membantahnya saat itu, tetapi kemudian \
         membenarkannya pada April 2025 [2], menyusul Glaven pada Desember 2024 [3].",
    );
    reads(
        &[2, 5],
        "Avon said so in October 2024 [1]. Exe denied it in November 2024 [2] and later replaced that denial with \
         another statement in January 2025 [3]. Hull replaced the original statement with another in \
         March 2025 [4].",
        "Avon menyatakan hal itu pada Oktober 2024 [1]. Exe membantahnya pada November 2024 [2], lalu mengganti \
         bantahan itu dengan pernyataan lain pada Januari 2025 [3]. Hull mengganti pernyataan semula dengan pernyataan \
         lain pada Maret 2025 [4].",
    );
}

#[test]
fn then_means_the_month_that_was_named_last() {
    let turn = "\n[[claim.link]]\ntype = \"denies\"\nto = \"open\"\n";
    let avon = claim("avon-turns", "\"avon\"", "2025-04-13", "denies", turn);
    // Calder's denial is of the month of the claim, but the denial by Avon itself stands between them.
    let facts = checked(text_of(1) + &avon);
    for (lang, expected) in [
        (
            Lang::En,
            "Avon said so in October 2024 [1] but later denied it in April 2025 [2]. Calder denied it in October 2024 \
             [3].",
        ),
        (
            Lang::Id,
            "Avon menyatakan hal itu pada Oktober 2024 [1], tetapi kemudian membantahnya pada April 2025 [2]. Calder \
             membantahnya pada Oktober 2024 [3].",
        ),
    ] {
        assert_eq!(lead(&facts, lang).join(" "), expected);
    }
}
