//! Every statement in one list, and one statement as a headline: for pages, which have no command of their own.

use std::collections::BTreeSet;

use super::ask::{Ask, Draft};
use super::statement::{Detail, capitalised};
use crate::answer::{Answer, Section};
use crate::facts::{Claim, Facts, Lang};
use crate::phrases::Words;
use crate::query::Query;

/// Every statement that stands, each once under its main topic, in the order of time.
pub fn every(facts: &Facts, lang: Lang) -> Answer {
    let ask = match Ask::read(facts, &Query::new("claims"), lang) {
        Ok(ask) => ask,
        Err(otherwise) => return *otherwise,
    };
    let mut composer = ask.composer();
    let known = ask.known(None);
    let mut seen = BTreeSet::new();
    let mut sections = Vec::new();
    for topic in &facts.topics {
        let of_topic = known
            .iter()
            .copied()
            .filter(|claim| claim.topics.contains(&topic.id));
        let new: Vec<&Claim> = of_topic
            .filter(|claim| seen.insert(claim.id.as_str()))
            .collect();
        let entries = new
            .into_iter()
            .map(|claim| composer.statement(claim, Detail::Short));
        sections.push(Section {
            heading: topic.title.get(lang).to_owned(),
            entries: entries.collect(),
        });
    }
    let draft = Draft {
        title: ask.words.say("page-all-statements"),
        total: Some(known.len()),
        sections,
        ..Draft::default()
    };
    ask.answer(composer, draft)
}

/// A statement on one line with who says it and when; a withdrawn one says that it is.
pub fn headline(claim: &Claim, lang: Lang) -> String {
    let words = Words::of(lang);
    let who = capitalised(&words.names_only(claim));
    let (date, text) = (words.when(&claim.said), claim.text.get(lang));
    let values = [("who", who.as_str()), ("date", &date), ("text", text)];
    let line = words.with("page-headline", &values);
    match claim.withdrawn {
        Some(_) => words.with("page-withdrawn", &[("statement", &line)]),
        None => line,
    }
}
