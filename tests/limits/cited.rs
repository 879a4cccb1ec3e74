//! Answers from generated fact files: within the limits, and with every source that they cite.

use std::collections::BTreeSet;

use once_cell::sync::Lazy;
use proptest::prelude::*;
use regex::Regex;
use sumber::answer::Answer;
use sumber::commands::{self, View};
use sumber::discord::registration::{self, Scope};
use sumber::facts::file::{Part, read};
use sumber::facts::{Facts, Lang};
use sumber::query::{Key, Query};
use sumber::render::discord::{Audience, message};
use sumber::render::{Page, page};

use crate::generated::fact_file;
use crate::payload::check_message;

static NUMBER: Lazy<Regex> = Lazy::new(|| Regex::new(r"\[(\d+)\]").unwrap());

/// Queries for all that a fact file holds.
fn queries(facts: &Facts) -> Vec<Query> {
    let full = |query: Query| query.with(Key::View, "full");
    let mut queries: Vec<Query> = [
        "timeline", "quotes", "figures", "sources", "changes", "about",
    ]
    .map(Query::new)
    .into();
    for topic in &facts.topics {
        let topic_query = Query::new(&topic.id);
        let views = View::ALL.iter();
        queries.extend(views.map(|view| topic_query.clone().with(Key::View, view.name())));
        queries.push(full(Query::new("sides").with(Key::Topic, &topic.id)));
        queries.push(Query::new("sources").with(Key::Topic, &topic.id));
    }
    for claim in &facts.claims {
        queries.push(Query::new("claim").with(Key::Claim, &claim.id));
        queries.push(full(Query::new("claim").with(Key::Claim, &claim.id)));
        queries.push(full(Query::new("sides").with(Key::Claim, &claim.id)));
    }
    for speaker in &facts.speakers {
        queries.push(full(Query::new("who").with(Key::Name, &speaker.id)));
    }
    queries
}

/// Checks a page, and returns the numbers of the sources that its message names.
fn named(page: &Page<'_>) -> BTreeSet<usize> {
    let payload = serde_json::to_value(message(page, Audience::Asker)).unwrap();
    check_message(&payload);
    let embeds = payload["embeds"].as_array().unwrap().iter();
    let texts = embeds
        .map(|embed| &embed["description"])
        .chain([&payload["content"]]);
    let texts: Vec<&str> = texts.filter_map(serde_json::Value::as_str).collect();
    let number = |found: regex::Captures<'_>| found[1].parse().unwrap();
    let found = texts.iter().flat_map(|text| NUMBER.captures_iter(text));
    found.map(number).collect()
}

/// Checks every page of an answer.
fn check(answer: &Answer) {
    let mut named_anywhere = BTreeSet::new();
    for number in 1..=page(answer).total {
        let answer = answer.clone().at_page(number);
        let page = page(&answer);
        let named = named(&page);
        let listed: BTreeSet<usize> = page.references.iter().map(|one| one.number).collect();
        assert!(
            named.is_superset(&listed),
            "page {number} of {} has {listed:?}, names {named:?}",
            answer.query
        );
        assert_eq!(named, listed, "page {number} of {}", answer.query);
        named_anywhere.extend(named);
    }
    let all: BTreeSet<usize> = answer.references.iter().map(|one| one.number).collect();
    assert_eq!(named_anywhere, all, "{}", answer.query);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_source_of_every_answer_is_on_one_of_its_pages(text in fact_file()) {
        let part = Part { name: "made.toml".into(), text };
        let checked = read(std::slice::from_ref(&part));
        let facts = match checked {
            Ok(checked) => checked.facts,
            Err(problems) => panic!("{problems:#?}\n{}", part.text),
        };
        for query in queries(&facts) {
            for lang in [Lang::En, Lang::Id] {
                check(&commands::answer(&facts, &query, lang));
            }
        }
        prop_assert!(registration::commands(&facts, Scope::Global).len() <= 100);
    }
}
