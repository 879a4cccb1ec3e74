//! Figures of one measure in one line with short names and months: `1,500 (Port, May 2024)`.

use std::collections::BTreeSet;

use super::lead::Period;
use super::statement::{Composer, capitalised};
use crate::answer::{Entry, GivenFigure, Span, push_citations};
use crate::facts::decimal::Decimal;
use crate::facts::{Claim, Figure, Given};
use crate::phrases::Phrases;

/// The maximum number of figures in one line.
pub(super) const MOST_IN_A_LINE: usize = 6;

/// The maximum number of words of a remark in the short line.
const MOST_WORDS: usize = 4;

/// Figures of one measure in words, the newest last.
pub(super) struct FigureLine {
    label: String,
    groups: Vec<Group>,
}

/// Figures that one claim gives, in words, with their sources.
struct Group {
    text: String,
    figures: Vec<GivenFigure>,
    sources: Vec<usize>,
}

impl FigureLine {
    /// A line with the last `most` of them.
    pub(super) fn last(&self, most: usize) -> Entry {
        let mut entry = Entry::own(self.label.as_str(), Vec::new());
        let early = self.groups.len().saturating_sub(most);
        for group in self.groups.iter().skip(early) {
            let gap = if entry.body.is_empty() { "" } else { " · " };
            entry.body.push(Span::Text([gap, &group.text].concat()));
            push_citations(&mut entry.body, group.sources.iter().copied());
            entry.figures.extend_from_slice(&group.figures);
        }
        entry
    }
}

/// The latest figures of the measure that most claims give; `None` if no two claims give different numbers.
pub(super) fn in_short<'a>(composer: &mut Composer<'a>, known: &[&'a Claim]) -> Option<FigureLine> {
    let by_measure = composer.as_of.by_measure(known).into_iter();
    let by_measure = by_measure.map(|(measure, given)| {
        let claims: BTreeSet<&str> = given.iter().map(|(claim, _)| claim.id.as_str()).collect();
        (claims.len(), measure, given)
    });
    // Of equals the first.
    let (_, measure, given) = by_measure
        .filter(|(.., given)| several(given))
        .reduce(|first, other| if other.0 > first.0 { other } else { first })?;
    let label = capitalised(measure.unit.get(composer.lang()));
    Some(line(composer, label, given, MOST_IN_A_LINE))
}

/// Figures of one measure in one line, the newest last: the last `most` of them. Givers have their short names, dates
/// are months, and figures given together stand together.
pub(super) fn short_line(
    composer: &mut Composer<'_>,
    label: String,
    given: Given<'_>,
    most: usize,
) -> Entry {
    line(composer, label, given, most).last(most)
}

fn line(
    composer: &mut Composer<'_>,
    label: String,
    mut given: Given<'_>,
    most: usize,
) -> FigureLine {
    let mut seen = BTreeSet::new();
    given.retain(|(claim, one)| seen.insert((for_when(claim, one), number(one))));
    let data = |claim: &Claim, one: &Figure| GivenFigure::of(claim, one, String::new());
    let alike = |a: (&Claim, &Figure), b: (&Claim, &Figure)| {
        a.0.id == b.0.id && data(a.0, a.1) == data(b.0, b.1)
    };
    let mut together: Vec<Given<'_>> = Vec::new();
    for (claim, figure) in given {
        let last = together.last_mut();
        let same = last.filter(|same| {
            let mut same = same.iter();
            same.all(|other| alike(*other, (claim, figure)))
        });
        match same {
            Some(same) => same.push((claim, figure)),
            None => together.push(vec![(claim, figure)]),
        }
    }
    let early = together.len().saturating_sub(most);
    let late = together.split_off(early);
    let groups = late.iter().filter_map(|same| group(composer, same));
    FigureLine {
        label,
        groups: groups.collect(),
    }
}

/// Figures that one claim gives: `over 1,000 in 2023 and 300 in 2024 (Port, May 2024)`; `None` without any.
fn group(composer: &mut Composer<'_>, same: &[(&Claim, &Figure)]) -> Option<Group> {
    let words = composer.words;
    let (mut values, mut figures) = (Vec::new(), Vec::new());
    let mut numbers: Vec<usize> = Vec::new();
    for (claim, figure) in same {
        let text = in_months(words, claim, figure);
        figures.push(GivenFigure::of(claim, figure, text.clone()));
        values.push(text);
        for number in cited(composer, claim, figure).into_iter().take(1) {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
    }
    let (claim, figure) = same.first()?;
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

/// The time to which a figure refers.
pub(super) fn for_when<'a>(claim: &'a Claim, figure: &'a Figure) -> &'a str {
    let date = figure.as_of.as_ref().unwrap_or(&claim.said.when);
    date.written()
}

pub(super) fn number(figure: &Figure) -> [Option<Decimal>; 3] {
    [figure.low, figure.best, figure.high]
}

/// Whether there are several claims and several different figures.
pub(super) fn several(given: &[(&Claim, &Figure)]) -> bool {
    let claims: BTreeSet<&str> = given.iter().map(|(claim, _)| claim.id.as_str()).collect();
    let numbers: BTreeSet<_> = given.iter().map(|(_, one)| number(one)).collect();
    claims.len() > 1 && numbers.len() > 1
}

/// The source of a figure or, if the figure names none, the sources that agree with the claim in every
/// detail.
pub(super) fn cited(composer: &mut Composer<'_>, claim: &Claim, figure: &Figure) -> Vec<usize> {
    match &figure.source {
        Some(source) => vec![composer.citations.number(source)],
        None => composer.cite_agreeing(claim),
    }
}
