//! Registers of a topic: every number by what it counts, every source.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::statement::{Composer, capitalised};
use crate::answer::{Entry, Section, Span};
use crate::facts::vocabulary::Qualifier;
use crate::facts::{Claim, Figure, Measure};

/// Most numbers in a line of the overview.
const MOST_IN_A_LINE: usize = 6;

/// Every number, by what it counts, in the order in which they were given.
pub(super) fn figures<'a>(composer: &mut Composer<'a>, known: &[&'a Claim]) -> Vec<Section> {
    let mut sections = Vec::new();
    for (measure, given) in by_measure(composer, known) {
        let mut entries = Vec::new();
        for (claim, figure) in given {
            let (who, said) = whose(composer, claim, figure);
            let body = vec![Span::Text(value(composer, claim, figure))];
            let cites = cited(composer, claim, figure);
            let mut entry = Entry::of(claim, capitalised(&format!("{who}, {said}")), body, cites);
            if !figure.note.is_empty() {
                let note = figure.note.get(composer.lang()).to_owned();
                entry.notes.push(vec![Span::Text(note)]);
            }
            entries.push(entry);
        }
        sections.push(Section {
            heading: counted(composer, measure),
            entries,
        });
    }
    sections
}

/// For each measure on which the numbers of several voices differ, one line with each number, who
/// gives it, when, and where.
pub(super) fn disagreements<'a>(composer: &mut Composer<'a>, known: &[&'a Claim]) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (measure, mut given) in by_measure(composer, known) {
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
            let (who, said) = whose(composer, claim, figure);
            let values = [
                ("value", &*number(composer, figure)),
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
        entries.push(Entry::own(counted(composer, measure), body));
    }
    entries
}

/// What a measure counts, with its unit where the name does not hold it.
fn counted(composer: &Composer<'_>, measure: &Measure) -> String {
    let name = capitalised(measure.name.get(composer.lang()));
    let unit = measure.unit.get(composer.lang());
    if name.to_lowercase().contains(&unit.to_lowercase()) {
        return name;
    }
    format!("{name} ({unit})")
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

/// The sources of a number: the one that gives it, or those that carry the claim without another
/// detail.
fn cited(composer: &mut Composer<'_>, claim: &Claim, figure: &Figure) -> Vec<usize> {
    match &figure.source {
        Some(source) => vec![composer.citations.number(source)],
        None => composer.cite_agreeing(claim),
    }
}

/// Who gives a number, and when: the one source that has it, or the speaker.
fn whose(composer: &Composer<'_>, claim: &Claim, figure: &Figure) -> (String, String) {
    match &figure.source {
        Some(source) => {
            let issued = source.issued.as_ref().map(|date| composer.words.date(date));
            let undated = || composer.words.say("cite-no-date");
            (source.publisher.clone(), issued.unwrap_or_else(undated))
        }
        None => (composer.names_only(claim), composer.when(&claim.said)),
    }
}

/// `about 6,700`, `over 11,000 (2024)`; what is counted is the heading's business.
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

/// `about 6,700`, `3,000 to 5,000 (best 4,000)`, `at least 1,000`.
fn number(composer: &Composer<'_>, figure: &Figure) -> String {
    let words = composer.words;
    let [low, best, high] =
        [figure.low, figure.best, figure.high].map(|one| one.map(|one| words.number(one)));
    let bounds = match (&low, &high) {
        (Some(low), Some(high)) if low == high => Some(low.clone()),
        (Some(low), Some(high)) => Some(words.with("figure-span", &[("low", low), ("high", high)])),
        (Some(low), None) => Some(words.with("qualifier-at-least", &[("number", low)])),
        (None, Some(high)) => Some(words.with("qualifier-up-to", &[("number", high)])),
        (None, None) => None,
    };
    match (best, bounds, figure.qualifier) {
        (Some(best), None, Qualifier::Exact) => best,
        (Some(best), None, qualifier) => words.with(
            &format!("qualifier-{}", qualifier.word()),
            &[("number", &best)],
        ),
        (Some(best), Some(bounds), _) => {
            words.with("figure-best", &[("span", &bounds), ("best", &best)])
        }
        (None, bounds, _) => bounds.unwrap_or_default(),
    }
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
