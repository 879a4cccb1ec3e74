//! Registers of a topic: every number by what it counts, every source.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::statement::Composer;
use crate::answer::{Entry, Section, Span};
use crate::facts::vocabulary::Qualifier;
use crate::facts::{Claim, Figure, Measure};

/// Most numbers in a line of the overview.
const MOST_IN_A_LINE: usize = 6;

/// Every number, by what it counts, in the order in which they were given.
pub(super) fn figures(composer: &mut Composer<'_>, known: &[&Claim]) -> Vec<Section> {
    let mut sections = Vec::new();
    for (measure, given) in by_measure(composer, known) {
        let mut entries = Vec::new();
        for (claim, figure) in given {
            let body = vec![Span::Text(value(composer, claim, figure))];
            let cites = cited(composer, claim, figure, usize::MAX);
            let mut entry = Entry::of(claim, whose(composer, claim, figure), body, cites);
            if !figure.note.is_empty() {
                let note = figure.note.get(composer.lang()).to_owned();
                entry.notes.push(vec![Span::Text(note)]);
            }
            entries.push(entry);
        }
        let heading = capitalised(measure.name.get(composer.lang()));
        sections.push(Section { heading, entries });
    }
    sections
}

/// For each measure on which the numbers differ, one line with each number once and its source.
pub(super) fn disagreements(composer: &mut Composer<'_>, known: &[&Claim]) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (measure, mut given) in by_measure(composer, known) {
        let mut seen = BTreeSet::new();
        given.retain(|(claim, figure)| {
            let when = figure
                .as_of
                .as_ref()
                .unwrap_or(&claim.said.when)
                .to_string();
            seen.insert((figure.low, figure.best, figure.high, when))
        });
        let numbers: BTreeSet<_> = given
            .iter()
            .map(|(_, one)| (one.low, one.best, one.high))
            .collect();
        let voices: BTreeSet<_> = given
            .iter()
            .map(|(claim, one)| (&claim.id, one.source.as_ref().map(|from| &from.id)))
            .collect();
        if numbers.len() < 2 || voices.len() < 2 {
            continue;
        }
        let mut body = Vec::new();
        for (claim, figure) in given.into_iter().take(MOST_IN_A_LINE) {
            let when = composer
                .words
                .date(figure.as_of.as_ref().unwrap_or(&claim.said.when));
            let values = [("value", &*number(composer, figure)), ("date", &*when)];
            let gap = if body.is_empty() { "" } else { " · " };
            let said = composer.words.with("figure-in-line", &values);
            body.push(Span::Text(format!("{gap}{said}")));
            for cite in cited(composer, claim, figure, 1) {
                body.extend([Span::Text(" ".into()), Span::Cite(cite)]);
            }
        }
        let label = capitalised(measure.name.get(composer.lang()));
        entries.push(Entry::own(label, body));
    }
    entries
}

type Given<'a> = Vec<(&'a Claim, &'a Figure)>;

/// The numbers that were out, by measure, in the order of the fact file's measures.
fn by_measure<'a>(
    composer: &Composer<'a>,
    known: &[&'a Claim],
) -> Vec<(&'a Arc<Measure>, Given<'a>)> {
    let mut by_id: BTreeMap<&str, Given<'a>> = BTreeMap::new();
    for claim in known.iter().copied() {
        for figure in &claim.figures {
            let source = figure.source.as_ref();
            if source.is_none_or(|source| composer.facts.published(source, composer.day)) {
                by_id
                    .entry(&figure.measure.id)
                    .or_default()
                    .push((claim, figure));
            }
        }
    }
    let measures = composer.facts.measures.iter();
    measures
        .filter_map(|measure| Some((measure, by_id.remove(measure.id.as_str())?)))
        .collect()
}

/// The sources of a number: the one that gives it, or those of the claim.
fn cited(composer: &mut Composer<'_>, claim: &Claim, figure: &Figure, most: usize) -> Vec<usize> {
    match &figure.source {
        Some(source) => vec![composer.citations.number(source)],
        None => composer.cite(claim, most),
    }
}

/// Who gives a number: the speaker, and the source where only that one has it.
fn whose(composer: &Composer<'_>, claim: &Claim, figure: &Figure) -> String {
    let who = format!("{}, {}", composer.speakers(claim), composer.said(claim));
    match &figure.source {
        Some(source) => {
            let values = [
                ("who", who.as_str()),
                ("publisher", source.publisher.as_str()),
            ];
            composer.words.with("figure-according-to", &values)
        }
        None => who,
    }
}

/// `about 6,700`, `over 11,000 (as of 2024)`; what is counted is the heading's business.
fn value(composer: &Composer<'_>, claim: &Claim, figure: &Figure) -> String {
    let number = number(composer, figure);
    match figure
        .as_of
        .as_ref()
        .filter(|date| **date != claim.said.when)
    {
        Some(date) => {
            let date = composer.words.date(date);
            composer
                .words
                .with("figure-as-of", &[("value", &number), ("date", &date)])
        }
        None => number,
    }
}

/// `about 6,700`, `3,000 to 5,000 (best 4,000)`.
fn number(composer: &Composer<'_>, figure: &Figure) -> String {
    let words = composer.words;
    let span = match (figure.low, figure.high) {
        (Some(low), Some(high)) if low != high => {
            let (low, high) = (words.number(low), words.number(high));
            let span = words.with("figure-span", &[("low", &low), ("high", &high)]);
            match figure.best.map(|best| words.number(best)) {
                Some(best) => words.with("figure-best", &[("span", &span), ("best", &best)]),
                None => span,
            }
        }
        (low, high) => figure
            .best
            .or(low)
            .or(high)
            .map(|one| words.number(one))
            .unwrap_or_default(),
    };
    match figure.qualifier {
        Qualifier::Exact => span,
        qualifier => words.with(
            &format!("qualifier-{}", qualifier.word()),
            &[("number", &span)],
        ),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// Every source of the known claims, by date, with what it carries and what to know of it.
pub(super) fn sources(composer: &mut Composer<'_>, known: &[&Claim]) -> Vec<Section> {
    let mut carried: BTreeMap<String, usize> = BTreeMap::new();
    for claim in known.iter().copied() {
        for evidence in composer.facts.evidence(claim, composer.day) {
            *carried.entry(evidence.source.id.clone()).or_default() += 1;
        }
    }
    let mut sources: Vec<_> = composer
        .facts
        .sources
        .iter()
        .filter(|source| carried.contains_key(&source.id))
        .collect();
    sources.sort_by_key(|source| {
        let issued = source.issued.as_ref();
        (
            source.mirror_of.is_some(),
            issued.is_none(),
            issued.map(|date| date.order()),
        )
    });
    let (mut own, mut copies) = (Vec::new(), Vec::new());
    for source in sources {
        let Some(claims) = carried.get(&source.id) else {
            continue;
        };
        let number = composer.citations.number(source);
        let text = crate::cite::plain(source, composer.words);
        let body = vec![Span::Text(format!("{text} ")), Span::Cite(number)];
        let mut entry = Entry::own(String::new(), body);
        let mut note = composer.words.count("source-carries", *claims, &[]);
        if !source.note.is_empty() {
            note = format!("{note} {}", source.note.get(composer.lang()));
        }
        entry.notes.push(vec![Span::Text(note)]);
        if source.mirror_of.is_some() {
            copies.push(entry)
        } else {
            own.push(entry)
        }
    }
    let lists = [("heading-sources", own), ("heading-copies", copies)];
    let full = lists.into_iter().filter(|(_, entries)| !entries.is_empty());
    full.map(|(key, entries)| Section {
        heading: composer.words.say(key),
        entries,
    })
    .collect()
}
