//! All claims in one list, and one claim as a headline. The pages use both; there is no command for them.

use std::collections::HashMap;

use super::request::{Draft, Request};
use super::statement::{Detail, capitalised};
use crate::answer::{Answer, Section, SectionRole};
use crate::facts::{Claim, Facts, Lang};
use crate::phrases::Phrases;
use crate::query::Query;

/// Every known claim, in order of time, once each under the first topic that lists it; of a long list a part, from 1.
pub fn all_claims(facts: &Facts, lang: Lang, part: usize) -> Answer {
    let query = Query::new("claims").at_part(part);
    let answered = Request::read(facts, &query, lang).map(all);
    answered.unwrap_or_else(|not_understood| *not_understood)
}

fn all(request: Request<'_>) -> Answer {
    let mut composer = request.composer();
    let known = request.as_of.claims(None);
    let topics = request.as_of.facts.topics.iter();
    let places = topics.clone().zip(0..);
    let places: HashMap<_, usize> = places.map(|(topic, at)| (&topic.id, at)).collect();
    let mut lists: Vec<(_, Vec<&Claim>)> = topics.map(|topic| (topic, Vec::new())).collect();
    for claim in &known {
        let first = claim.topics.iter().filter_map(|id| places.get(id)).min();
        if let Some((_, list)) = first.and_then(|at| lists.get_mut(*at)) {
            list.push(claim);
        }
    }
    let mut sections = Vec::new();
    for (topic, list) in composer.part_of_each(lists) {
        let entries = list.into_iter();
        let entries = entries.map(|claim| composer.statement(claim, Detail::Short));
        let entries = entries.collect();
        sections.push(
            Section::new(SectionRole::Timeline, topic.title.get(request.lang())).with(entries),
        );
    }
    let draft = Draft {
        title: request.words.text("page-all-statements"),
        total: Some(known.len()),
        sections,
        ..Draft::default()
    };
    request.answer(composer, draft)
}

/// A claim in one line with speaker and date; a withdrawn claim is marked as withdrawn.
pub fn headline(claim: &Claim, lang: Lang) -> String {
    let words = Phrases::of(lang);
    let who = capitalised(&words.names_only(claim));
    let (date, text) = (words.when(&claim.said), claim.text.get(lang));
    let values = [("who", who.as_str()), ("date", &date), ("text", text)];
    let line = words.format("page-headline", &values);
    match claim.withdrawn {
        Some(_) => words.format("page-withdrawn", &[("statement", &line)]),
        None => line,
    }
}
