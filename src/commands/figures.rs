//! Figures by measure, each with speaker, date and sources, and a comparison of those that differ.

use std::collections::{BTreeMap, BTreeSet};

use super::extent::Extent;
use super::lead::Period;
use super::picture;
use super::request::{Draft, NotUnderstood, Request};
use super::statement::{Composer, capitalised};
use crate::answer::{
    Answer, Entry, GivenFigure, Label, Section, SectionRole, Span, push_citations,
};
use crate::facts::vocabulary::Basis;
use crate::facts::{Claim, Figure, Given, Measure};
use crate::phrases::Phrases;

/// The maximum number of figures in one line.
pub(super) const MOST_IN_A_LINE: usize = 6;

/// The maximum number of words of a remark in the short line.
const MOST_WORDS: usize = 4;

/// `/figures topic:…`: the figures of a topic, or all figures.
pub(super) fn answer(mut request: Request<'_>) -> Result<Answer, NotUnderstood> {
    let topic = request.topic()?;
    let extent = request.extent()?;
    let known = request.as_of.claims(topic);
    let mut composer = request.composer();
    let sections = match extent {
        Extent::Short => vec![lines(&mut composer, &known)],
        Extent::Full => sections(&mut composer, &known),
    };
    let mut actions = vec![extent.other(&request)];
    actions.extend(request.topics(topic));
    let label = request.words.text("view-figures");
    let draft = Draft {
        title: match topic {
            Some(topic) => format!("{label}: {}", topic.title.get(request.lang())),
            None => label,
        },
        question: topic.map(|topic| topic.question.get(request.lang()).to_owned()),
        nothing: "nothing-figures",
        actions,
        total: (extent == Extent::Full).then_some(known.len()),
        brief: extent == Extent::Short,
        picture: picture::figures(&request, topic, &known),
        sections,
        ..Draft::default()
    };
    Ok(request.answer(composer, draft))
}

/// One line for each measure.
fn lines<'a>(composer: &mut Composer<'a>, known: &[&'a Claim]) -> Section {
    let mut entries = Vec::new();
    for (measure, given) in composer.as_of.by_measure(known) {
        let label = composer.words.measure(measure);
        entries.push(short_line(composer, label, given, MOST_IN_A_LINE));
    }
    Section::new(SectionRole::Figures, "").with(entries)
}

/// Every figure, by measure, in the order in which they were given.
pub(super) fn sections<'a>(composer: &mut Composer<'a>, known: &[&'a Claim]) -> Vec<Section> {
    let mut sections = Vec::new();
    for (measure, given) in composer.as_of.by_measure(known) {
        let entries = given.into_iter().map(|(claim, figure)| {
            let mut entry = entry(composer, claim, figure);
            entry.notes.extend(composer.against_in_brief(claim));
            entry
        });
        let entries = entries.collect();
        let heading = composer.words.measure(measure);
        sections.push(Section::new(SectionRole::Figures, heading).with(entries));
    }
    sections
}

/// The figures of one claim, each with its measure.
pub(super) fn of_claim(composer: &mut Composer<'_>, claim: &Claim) -> Vec<Entry> {
    let mut entries = Vec::new();
    for figure in &claim.figures {
        if !composer.as_of.given(claim, figure) {
            continue;
        }
        let mut entry = entry(composer, claim, figure);
        entry.label = Label::from(composer.words.measure(&figure.measure)).then(entry.label);
        entries.push(entry);
    }
    entries
}

/// A figure with speaker, date, sources and an editor's remark.
fn entry(composer: &mut Composer<'_>, claim: &Claim, figure: &Figure) -> Entry {
    let (who, date) = composer.words.giver(claim, figure);
    let label = match figure.given(claim).1 {
        Some((date_of, basis)) if *date_of == claim.said.when && basis == claim.said.basis => {
            Label::from(capitalised(&who)).said(&claim.said, date)
        }
        _ => Label::from(capitalised(&who)).comma(date),
    };
    let text = composer.words.figure_on(claim, figure);
    let cites = cited(composer, claim, figure);
    let mut entry = Entry::of(claim, label, vec![Span::Text(text.clone())], cites);
    entry.figures = vec![GivenFigure::of(claim, figure, text)];
    entry.notes.extend(composer.remark(&figure.note));
    entry
}

/// Figures of one measure that differ: those that several claims give for the same time, and those given for
/// different times.
#[derive(Default)]
pub(super) struct Compared {
    pub(super) differ: Vec<Entry>,
    pub(super) over_time: Vec<Entry>,
}

/// One line for each measure on which several claims give different figures, with the speaker, date, remark and
/// source of each. Alternatives within one claim do not count as a difference.
pub(super) fn compared<'a>(composer: &mut Composer<'a>, known: &[&'a Claim]) -> Compared {
    let mut compared = Compared::default();
    for (measure, mut given) in composer.as_of.by_measure(known) {
        // Keep equal figures for the same time only once.
        let mut seen = BTreeSet::new();
        given.retain(|(claim, one)| seen.insert((for_when(claim, one), number(one))));
        let mut times: BTreeMap<String, Given<'_>> = BTreeMap::new();
        for (claim, figure) in &given {
            let same = times.entry(for_when(claim, figure)).or_default();
            same.push((claim, figure));
        }
        let one_time = times.len() < 2;
        for same in times.into_values().filter(|same| several(same)) {
            compared.differ.push(line(composer, measure, same));
        }
        if several(&given) && !one_time {
            compared.over_time.push(line(composer, measure, given));
        }
    }
    compared
}

/// The time to which a figure refers.
fn for_when(claim: &Claim, figure: &Figure) -> String {
    let date = figure.as_of.as_ref().unwrap_or(&claim.said.when);
    date.to_string()
}

fn number(figure: &Figure) -> [Option<i64>; 3] {
    [figure.low, figure.best, figure.high]
}

/// Whether there are several claims and several different figures.
fn several(given: &[(&Claim, &Figure)]) -> bool {
    let claims: BTreeSet<&str> = given.iter().map(|(claim, _)| claim.id.as_str()).collect();
    let numbers: BTreeSet<_> = given.iter().map(|(_, one)| number(one)).collect();
    claims.len() > 1 && numbers.len() > 1
}

/// Figures of one measure in one line; if there are too many, the last ones.
fn line(composer: &mut Composer<'_>, measure: &Measure, given: Given<'_>) -> Entry {
    let mut entry = Entry::own(composer.words.measure(measure), Vec::new());
    let early = given.len().saturating_sub(MOST_IN_A_LINE);
    for (claim, figure) in given.into_iter().skip(early) {
        let (who, said) = composer.words.giver(claim, figure);
        let note = figure.note.get(composer.lang());
        let (key, value) = match note {
            "" => ("figure-in-line", composer.words.figure_on(claim, figure)),
            _ => ("figure-in-line-noted", composer.words.figure(figure)),
        };
        let values = [
            ("who", &*who),
            ("date", &*said),
            ("value", &*value),
            ("note", note),
        ];
        let gap = if entry.body.is_empty() { "" } else { " · " };
        let said = composer.words.format(key, &values);
        entry.body.push(Span::Text(format!("{gap}{said}")));
        let cites = cited(composer, claim, figure).into_iter().take(1);
        push_citations(&mut entry.body, cites);
        let given = figure.given(claim).1;
        entry.inferred |= given.is_some_and(|(_, basis)| basis == Basis::Inferred);
        entry.figures.push(GivenFigure::of(claim, figure, value));
    }
    entry
}

/// One line with the latest figures, at most `most`, of the measure that most claims give; `None` if no two claims
/// give different numbers.
pub(super) fn in_short<'a>(
    composer: &mut Composer<'a>,
    known: &[&'a Claim],
    most: usize,
) -> Option<Entry> {
    let by_measure = composer.as_of.by_measure(known).into_iter();
    let by_measure = by_measure.map(|(measure, given)| {
        let claims: BTreeSet<&str> = given.iter().map(|(claim, _)| claim.id.as_str()).collect();
        (claims.len(), measure, given)
    });
    // Of equals the first.
    let (_, measure, given) = by_measure
        .filter(|(.., given)| several(given))
        .reduce(|first, other| if other.0 > first.0 { other } else { first })?;
    let unit = measure.unit.get(composer.lang());
    let label = composer.words.format("short-number", &[("unit", unit)]);
    Some(short_line(composer, label, given, most))
}

/// Figures of one measure in one line, the newest last: the last `most` of them. Givers have their short names, dates
/// are months, and figures given together stand together.
fn short_line(
    composer: &mut Composer<'_>,
    label: String,
    mut given: Given<'_>,
    most: usize,
) -> Entry {
    let mut seen = BTreeSet::new();
    given.retain(|(claim, one)| seen.insert((for_when(claim, one), number(one))));
    let data = |claim: &Claim, one: &Figure| GivenFigure::of(claim, one, String::new());
    let mut together: Vec<Given<'_>> = Vec::new();
    for (claim, figure) in given {
        let last = together.last_mut();
        let same = last.filter(|same| {
            let mut same = same.iter();
            same.all(|(other, one)| data(other, one) == data(claim, figure))
        });
        match same {
            Some(same) => same.push((claim, figure)),
            None => together.push(vec![(claim, figure)]),
        }
    }
    let early = together.len().saturating_sub(most);
    let mut entry = Entry::own(label, Vec::new());
    for same in together.split_off(early) {
        add_together(composer, &mut entry, &same);
    }
    entry
}

/// Adds figures that one claim gives to a line: `over 11,000 in 2024 and 3,000 in 2025 (MSMT, May 2025)`.
fn add_together(composer: &mut Composer<'_>, entry: &mut Entry, same: &[(&Claim, &Figure)]) {
    let words = composer.words;
    let mut values = Vec::new();
    let mut numbers: Vec<usize> = Vec::new();
    for (claim, figure) in same {
        let text = in_months(words, claim, figure);
        entry
            .figures
            .push(GivenFigure::of(claim, figure, text.clone()));
        values.push(text);
        for number in cited(composer, claim, figure).into_iter().take(1) {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
    }
    let Some((claim, figure)) = same.first() else {
        return;
    };
    let (by, given) = figure.given(claim);
    let names = by
        .iter()
        .map(|one| short_name(one.name.get(words.lang())).to_owned());
    let who = words.few(names.collect(), 2);
    let when = given.and_then(|(date, _)| Period::of([date]));
    let date = when.map_or_else(|| words.text("cite-no-date"), |when| when.name(words));
    let values = words.list(&values);
    let values = [("values", &*values), ("who", &*who), ("date", &*date)];
    let gap = if entry.body.is_empty() { "" } else { " · " };
    let text = words.format("short-figure", &values);
    entry.body.push(Span::Text(format!("{gap}{text}")));
    push_citations(&mut entry.body, numbers);
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

/// The short name in brackets, if a name has one: `the National Intelligence Service (NIS)`.
pub(super) fn short_name(name: &str) -> &str {
    let inside = name
        .split_once('(')
        .and_then(|(_, rest)| rest.split_once(')'));
    inside.map_or(name, |(short, _)| short)
}

/// The source of a figure or, if the figure names none, the sources that agree with the claim in every
/// detail.
fn cited(composer: &mut Composer<'_>, claim: &Claim, figure: &Figure) -> Vec<usize> {
    match &figure.source {
        Some(source) => vec![composer.citations.number(source)],
        None => composer.cite_agreeing(claim),
    }
}
