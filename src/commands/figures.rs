//! Figures by measure, each with speaker, date and sources, and a comparison of those that differ.

use std::collections::BTreeMap;

use super::extent::Extent;
use super::figure_line::{MOST_IN_A_LINE, cited, each_once, several, short_line};
use super::picture;
use super::request::{Draft, NotUnderstood, Request};
use super::statement::{Composer, capitalised};
use crate::answer::{
    Answer, Entry, GivenFigure, Label, Section, SectionRole, Span, push_citations,
};
use crate::facts::vocabulary::Basis;
use crate::facts::{Claim, Figure, Given, Measure, Topic};

/// `/figures topic:…`: the figures of a topic, or all figures.
pub(super) fn answer(mut request: Request<'_>) -> Result<Answer, NotUnderstood> {
    let topic = request.topic()?;
    let extent = request.extent()?;
    let mut composer = request.composer();
    let sections = match extent {
        Extent::Short => vec![lines(&mut composer, topic)],
        Extent::Full => sections(&mut composer, topic),
    };
    let mut actions = vec![extent.other(&request)];
    actions.extend(request.topics(topic));
    let label = request.words.text("view-figures");
    let draft = Draft {
        title: match topic {
            Some(topic) => request
                .words
                .labelled(&label, topic.title.get(request.lang())),
            None => label,
        },
        question: topic.map(|topic| topic.question.get(request.lang()).to_owned()),
        nothing: "nothing-figures",
        actions,
        total: (extent == Extent::Full).then(|| request.as_of.count(topic)),
        brief: extent == Extent::Short,
        picture: request.picture(|request| picture::figures(request, topic)),
        sections,
        ..Draft::default()
    };
    Ok(request.answer(composer, draft))
}

/// One line for each measure.
fn lines(composer: &mut Composer<'_>, topic: Option<&Topic>) -> Section {
    let mut entries = Vec::new();
    let by_measure = composer.as_of.by_measure(topic, |_| false);
    for (measure, given) in composer.part(&by_measure) {
        let label = composer.words.measure(measure);
        entries.push(short_line(composer, label, given, MOST_IN_A_LINE));
    }
    Section::new(SectionRole::Figures, "").with(entries)
}

/// Every figure, by measure, in the order in which they were given.
pub(super) fn sections(composer: &mut Composer<'_>, topic: Option<&Topic>) -> Vec<Section> {
    let mut sections = Vec::new();
    let by_measure = composer.as_of.by_measure(topic, |_| false);
    for (measure, given) in composer.part_of_each(by_measure) {
        let given = given.into_iter().filter_map(Given::figure);
        let entries = given.map(|(claim, figure)| {
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
    let cites = cited(composer, claim, figure, usize::MAX);
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

/// One line for each measure of a topic on which several claims give different figures, with the speaker, date, remark
/// and source of each; at most so many of each kind. Alternatives within one claim do not count as a difference.
pub(super) fn compared(composer: &mut Composer<'_>, topic: &Topic, most: usize) -> Compared {
    let mut compared = Compared::default();
    for (measure, given) in composer.as_of.by_measure(Some(topic), |_| false) {
        let given = each_once(&given);
        let mut times: BTreeMap<u32, Vec<Given<'_>>> = BTreeMap::new();
        for one in &given {
            times.entry(one.time).or_default().push(*one);
        }
        let one_time = times.len() < 2;
        for same in times.into_values().filter(|same| several(same)) {
            if compared.differ.len() < most {
                compared.differ.push(line(composer, measure, same));
            }
        }
        if several(&given) && !one_time && compared.over_time.len() < most {
            compared.over_time.push(line(composer, measure, given));
        }
    }
    compared
}

/// Figures of one measure in one line; if there are too many, the last ones.
fn line(composer: &mut Composer<'_>, measure: &Measure, given: Vec<Given<'_>>) -> Entry {
    let mut entry = Entry::own(composer.words.measure(measure), Vec::new());
    let early = given.len().saturating_sub(MOST_IN_A_LINE);
    let given = given.into_iter().skip(early);
    for (claim, figure) in given.filter_map(Given::figure) {
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
        let cites = cited(composer, claim, figure, 1);
        push_citations(&mut entry.body, cites);
        let given = figure.given(claim).1;
        entry.inferred |= given.is_some_and(|(_, basis)| basis == Basis::Inferred);
        entry.figures.push(GivenFigure::of(claim, figure, value));
    }
    entry
}
