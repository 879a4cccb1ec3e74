//! Every statement in one list, and one statement as a headline: for pages, which have no command of their own.

use std::collections::BTreeSet;

use super::ask::{Ask, Draft};
use super::statement::{Detail, capitalised};
use crate::answer::{Answer, Section, SectionRole};
use crate::facts::{Claim, Facts, Lang};
use crate::phrases::Words;
use crate::query::Query;

/// Every statement that stands, each once under its main topic, in the order of time.
pub fn every(facts: &Facts, lang: Lang) -> Answer {
    let answered = Ask::read(facts, &Query::new("claims"), lang).map(all);
    answered.unwrap_or_else(|otherwise| *otherwise)
}

fn all(ask: Ask<'_>) -> Answer {
    let mut composer = ask.composer();
    let known = ask.as_of.claims(None);
    let mut seen = BTreeSet::new();
    let mut sections = Vec::new();
    for topic in &ask.as_of.facts.topics {
        let of_topic = known
            .iter()
            .filter(|claim| claim.topics.contains(&topic.id));
        let new = of_topic.filter(|claim| seen.insert(claim.id.as_str()));
        let entries = new.map(|claim| composer.statement(claim, Detail::Short));
        let entries = entries.collect();
        sections
            .push(Section::new(SectionRole::Timeline, topic.title.get(ask.lang())).with(entries));
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
