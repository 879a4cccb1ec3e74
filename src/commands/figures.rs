//! Numbers: each with who gives it, when and where, by what it counts; and where they do not agree.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::ask::{Ask, Draft};
use super::statement::{Composer, capitalised};
use crate::answer::{Answer, Entry, Section, Span};
use crate::facts::{Claim, Figure};

/// Most numbers in a line of the overview.
const MOST_IN_A_LINE: usize = 6;

/// `/figures topic:…`: every number of a topic, or all there are.
pub(super) fn answer(mut ask: Ask<'_>) -> Answer {
    let topic = match ask.topic() {
        Ok(topic) => topic,
        Err(otherwise) => return *otherwise,
    };
    let known = ask.known(topic.map(Arc::as_ref));
    let mut composer = ask.composer();
    let sections = sections(&mut composer, &known);
    let label = ask.words.say("view-figures");
    let draft = Draft {
        title: match topic {
            Some(topic) => format!("{label}: {}", topic.title.get(ask.lang)),
            None => label,
        },
        question: topic.map(|topic| topic.question.get(ask.lang).to_owned()),
        notices: match sections.is_empty() {
            true => vec![ask.words.say("nothing-figures")],
            false => Vec::new(),
        },
        ways: ask.topics(topic.map(Arc::as_ref)),
        total: Some(known.len()),
        sections,
    };
    ask.answer(composer, draft)
}

/// Every number, by what it counts, in the order in which they were given.
pub(super) fn sections<'a>(composer: &mut Composer<'a>, known: &[&'a Claim]) -> Vec<Section> {
    let mut sections = Vec::new();
    for (measure, given) in composer.facts.by_measure(known, composer.day) {
        let mut entries = Vec::new();
        for (claim, figure) in given {
            entries.push(entry(composer, claim, figure));
        }
        sections.push(Section {
            heading: composer.words.measure(measure),
            entries,
        });
    }
    sections
}

/// The numbers of one claim, each with what it counts.
pub(super) fn of_claim(composer: &mut Composer<'_>, claim: &Claim) -> Vec<Entry> {
    let mut entries = Vec::new();
    for figure in &claim.figures {
        if !composer.facts.given(figure, composer.day) {
            continue;
        }
        let mut entry = entry(composer, claim, figure);
        entry.label = format!(
            "{} · {}",
            composer.words.measure(&figure.measure),
            entry.label
        );
        entries.push(entry);
    }
    entries
}

/// A number with who gives it, when, where, and how it was counted.
fn entry(composer: &mut Composer<'_>, claim: &Claim, figure: &Figure) -> Entry {
    let (who, said) = composer.words.giver(claim, figure);
    let body = vec![Span::Text(composer.words.figure_on(claim, figure))];
    let cites = cited(composer, claim, figure);
    let mut entry = Entry::of(claim, capitalised(&format!("{who}, {said}")), body, cites);
    if !figure.note.is_empty() {
        let note = figure.note.get(composer.lang()).to_owned();
        entry.notes.push(vec![Span::Text(note)]);
    }
    entry
}

/// For each measure on which the numbers of several voices differ, one line with each number, who
/// gives it, when, and where.
pub(super) fn disagreements<'a>(composer: &mut Composer<'a>, known: &[&'a Claim]) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (measure, mut given) in composer.facts.by_measure(known, composer.day) {
        // One number of each voice, and no number twice in a row of voices that agree.
        let mut voices = BTreeSet::new();
        given.retain(|(claim, one)| {
            voices.insert((&claim.id, one.source.as_ref().map(|source| &source.id)))
        });
        let mut numbers = BTreeSet::new();
        given.retain(|(_, one)| numbers.insert((one.low, one.best, one.high)));
        if given.len() < 2 {
            continue;
        }
        let mut body = Vec::new();
        for (claim, figure) in given.into_iter().take(MOST_IN_A_LINE) {
            let (who, said) = composer.words.giver(claim, figure);
            let values = [
                ("value", &*composer.words.figure(figure)),
                ("who", &*who),
                ("date", &*said),
            ];
            let gap = if body.is_empty() { "" } else { " · " };
            let said = composer.words.with("figure-in-line", &values);
            body.push(Span::Text(format!("{gap}{said}")));
            for cite in cited(composer, claim, figure).into_iter().take(1) {
                body.extend([Span::Text(" ".into()), Span::Cite(cite)]);
            }
        }
        entries.push(Entry::own(composer.words.measure(measure), body));
    }
    entries
}

/// The sources of a number: the one that gives it, or those that carry the claim without another
/// detail.
fn cited(composer: &mut Composer<'_>, claim: &Claim, figure: &Figure) -> Vec<usize> {
    match &figure.source {
        Some(source) => vec![composer.citations.number(source)],
        None => composer.cite_agreeing(claim),
    }
}
