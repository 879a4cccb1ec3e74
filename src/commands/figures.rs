//! Numbers: each with who gives it, when and where, by what it counts; and where they do not agree.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::ask::{Ask, Draft};
use super::statement::{Composer, capitalised};
use crate::answer::{Answer, Entry, Section, Span};
use crate::facts::vocabulary::Qualifier;
use crate::facts::{Claim, Figure, Measure};

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
    for (measure, given) in by_measure(composer, known) {
        let mut entries = Vec::new();
        for (claim, figure) in given {
            entries.push(entry(composer, claim, figure));
        }
        sections.push(Section {
            heading: counted(composer, measure),
            entries,
        });
    }
    sections
}

/// The numbers of one claim, each with what it counts.
pub(super) fn of_claim(composer: &mut Composer<'_>, claim: &Claim) -> Vec<Entry> {
    let mut entries = Vec::new();
    for figure in &claim.figures {
        if !out(composer, figure) {
            continue;
        }
        let mut entry = entry(composer, claim, figure);
        entry.label = format!("{} · {}", counted(composer, &figure.measure), entry.label);
        entries.push(entry);
    }
    entries
}

/// A number with who gives it, when, where, and how it was counted.
fn entry(composer: &mut Composer<'_>, claim: &Claim, figure: &Figure) -> Entry {
    let (who, said) = whose(composer, claim, figure);
    let body = vec![Span::Text(value(composer, claim, figure))];
    let cites = cited(composer, claim, figure);
    let mut entry = Entry::of(claim, capitalised(&format!("{who}, {said}")), body, cites);
    if !figure.note.is_empty() {
        let note = figure.note.get(composer.lang()).to_owned();
        entry.notes.push(vec![Span::Text(note)]);
    }
    entry
}

/// Whether the source that gives a number was out, if it is not the claim itself.
fn out(composer: &Composer<'_>, figure: &Figure) -> bool {
    let source = figure.source.as_ref();
    source.is_none_or(|source| composer.facts.published(source, composer.day))
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
            if out(composer, figure) {
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
