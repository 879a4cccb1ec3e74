//! Figures of one measure in one line with short names and months: `1,500 (Port, May 2024)`.

use std::collections::HashSet;

use foldhash::fast::RandomState;

use super::lead::Period;
use super::statement::{Composer, capitalised};
use crate::answer::{Entry, GivenFigure, Span, push_citations};
use crate::facts::{Claim, Figure, Given, Topic};
use crate::phrases::Phrases;

/// The maximum number of figures in one line.
pub(super) const MOST_IN_A_LINE: usize = 6;

/// The maximum number of words of a remark in the short line.
const MOST_WORDS: usize = 4;

/// Figures of one measure in words, the newest last.
#[derive(Clone)]
pub(super) struct FigureLine {
    label: String,
    groups: Vec<Group>,
}

/// Figures that one claim gives, in words, with their sources.
#[derive(Clone)]
struct Group {
    text: String,
    figures: Vec<GivenFigure>,
    sources: Vec<usize>,
}

impl FigureLine {
    /// A line with the last `most` of them.
    pub(super) fn last(self, most: usize) -> Entry {
        let mut entry = Entry::own(self.label, Vec::new());
        let early = self.groups.len().saturating_sub(most);
        for group in self.groups.into_iter().skip(early) {
            let text = match entry.body.is_empty() {
                true => group.text,
                false => [" · ", &group.text].concat(),
            };
            entry.body.push(Span::Text(text));
            push_citations(&mut entry.body, group.sources);
            entry.figures.extend(group.figures);
        }
        entry
    }
}

/// The latest figures of the measure that most claims give; `None` if no two claims give different numbers.
pub(super) fn in_short(composer: &mut Composer<'_>, topic: &Topic) -> Option<FigureLine> {
    let as_of = composer.as_of;
    let by_measure = as_of.by_measure(Some(topic), |mark| as_of.has_faded(mark));
    let differing = by_measure.into_iter().filter(|(_, given)| several(given));
    let claims = |given: &[Given<'_>]| given.chunk_by(of_one_claim).count();
    let counted = differing.map(|(measure, given)| (claims(&given), measure, given));
    // Of equals the first.
    let (_, measure, given) =
        counted.reduce(|first, other| if other.0 > first.0 { other } else { first })?;
    let label = capitalised(measure.unit.get(composer.lang()));
    Some(line(composer, label, &given, MOST_IN_A_LINE))
}

/// Figures of one measure in one line, the newest last: the last `most` of them. Givers have their short names, dates
/// are months, and figures given together stand together.
pub(super) fn short_line(
    composer: &mut Composer<'_>,
    label: String,
    given: &[Given<'_>],
    most: usize,
) -> Entry {
    line(composer, label, given, most).last(most)
}

fn line(
    composer: &mut Composer<'_>,
    label: String,
    given: &[Given<'_>],
    most: usize,
) -> FigureLine {
    let given = each_once(given);
    let data = |one: &Given<'_>| {
        let (claim, figure) = one.figure()?;
        Some(GivenFigure::of(claim, figure, String::new()))
    };
    let alike = |a: &Given<'_>, b: &Given<'_>| of_one_claim(a, b) && data(a) == data(b);
    let together = given.chunk_by(alike).rev().take(most);
    let together: Vec<_> = together.collect();
    let groups = together.into_iter().rev();
    let groups = groups.filter_map(|same| group(composer, same));
    FigureLine {
        label,
        groups: groups.collect(),
    }
}

/// Equal numbers for the same time only once.
pub(super) fn each_once<'a>(given: &[Given<'a>]) -> Vec<Given<'a>> {
    let mut seen = HashSet::with_capacity_and_hasher(given.len(), RandomState::default());
    let mut once = given.to_vec();
    once.retain(|one| seen.insert((one.time, one.number)));
    once
}

fn of_one_claim(a: &Given<'_>, b: &Given<'_>) -> bool {
    std::ptr::eq(a.claim, b.claim)
}

/// Figures that one claim gives: `over 1,000 in 2023 and 300 in 2024 (Port, May 2024)`; `None` without any.
fn group(composer: &mut Composer<'_>, same: &[Given<'_>]) -> Option<Group> {
    let words = composer.words;
    let (mut values, mut figures) = (Vec::new(), Vec::new());
    let mut numbers: Vec<usize> = Vec::new();
    for (claim, figure) in same.iter().filter_map(|one| one.figure()) {
        let text = in_months(words, claim, figure);
        figures.push(GivenFigure::of(claim, figure, text.clone()));
        values.push(text);
        for number in cited(composer, claim, figure, 1) {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
    }
    let (claim, figure) = same.first()?.figure()?;
    let (by, given) = figure.given(claim);
    let names = by
        .iter()
        .map(|one| short_name(one.name.get(words.lang())).to_owned());
    let who = words.few(names.collect(), 2);
    let when = given.and_then(|(date, _)| Period::of([date]));
    let date = when.map_or_else(|| words.text("cite-no-date"), |when| when.short_name(words));
    let values = words.list(&values);
    let values = [("values", &*values), ("who", &*who), ("date", &*date)];
    Some(Group {
        text: words.format("short-figure", &values),
        figures,
        sources: numbers,
    })
}

/// A figure with the months for which it holds, if it was not given for the month of the statement, and else with a
/// remark of a few words.
fn in_months(words: &Phrases, claim: &Claim, figure: &Figure) -> String {
    let number = words.figure(figure);
    let holds = figure.as_of.as_ref().and_then(|date| Period::of([date]));
    let said = Period::of([&claim.said.when]);
    if let Some(holds) = holds.filter(|holds| Some(*holds) != said) {
        return format!("{number} {}", holds.words(words));
    }
    let remark = figure.note.get(words.lang());
    match remark.split_whitespace().count() {
        1..=MOST_WORDS => format!("{number}, {remark}"),
        _ => number,
    }
}

/// The short name in brackets, if a name has one: `the Port of Eastport (Port)`.
pub(super) fn short_name(name: &str) -> &str {
    let inside = name
        .split_once('(')
        .and_then(|(_, rest)| rest.split_once(')'));
    inside.map_or(name, |(short, _)| short)
}

/// Whether there are several claims and several different figures.
pub(super) fn several(given: &[Given<'_>]) -> bool {
    given.first().is_some_and(|first| {
        let number = |one: &Given<'_>| one.number != first.number;
        given.iter().any(|one| !of_one_claim(one, first)) && given.iter().any(number)
    })
}

/// The source of a figure or, if the figure names none, at most so many of those that agree with the claim in every
/// detail.
pub(super) fn cited(
    composer: &mut Composer<'_>,
    claim: &Claim,
    figure: &Figure,
    most: usize,
) -> Vec<usize> {
    match &figure.source {
        Some(source) => vec![composer.citations.number(source)],
        None => composer.cite_agreeing(claim, most),
    }
}
