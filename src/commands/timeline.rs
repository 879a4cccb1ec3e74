//! Timelines: claims by the date they were made or by the date of the event.

use strum::VariantArray;

use super::order::Order;
use super::request::{Draft, NotUnderstood, Request};
use super::statement::{Composer, Detail, capitalised};
use super::{parse, picture, unknown};
use crate::answer::{Action, Answer, Entry, Label, Section, SectionRole};
use crate::facts::date::{Date, Day, Point};
use crate::facts::{AsOf, Claim, Speaker, Text, Topic};
use crate::query::Key;

/// The options of a timeline.
struct Narrow<'a> {
    topic: Option<&'a Topic>,
    speaker: Option<&'a Speaker>,
    from: Option<Day>,
    to: Option<Day>,
    order: Order,
}

/// `/timeline topic:… name:… by:… from:… to:…`: all known claims, narrowed by the options.
pub(super) fn answer(mut request: Request<'_>) -> Result<Answer, NotUnderstood> {
    let narrow = Narrow {
        topic: request.topic()?,
        speaker: request.speaker()?,
        from: request.date(Key::From, parse::first_day)?,
        to: request.date(Key::To, parse::day)?,
        order: order(&request)?,
    };
    for (key, day) in [(Key::From, narrow.from), (Key::To, narrow.to)] {
        if let Some(day) = day {
            request.query = request.query.with(key, day.to_string());
        }
    }
    let range = narrow.from.zip(narrow.to);
    if range.is_some_and(|(from, to)| from > to) {
        return Err(unknown::range(&request).into());
    }
    request.query = narrow.order.applied_to(request.query);
    let (total, mut known) = listed(request.as_of, &narrow);
    let dateless = total - known.len();
    if narrow.from.or(narrow.to).is_some() {
        let within = |date: &Date| date.within(narrow.from, narrow.to);
        known.retain(|claim| narrow.order.date(claim).is_some_and(within));
    }
    let mut composer = request.composer();
    let sections = match narrow.order {
        Order::Statement => by_statement(&mut composer, &known),
        Order::Event => by_event(&mut composer, &known),
    };
    let mut notices = Vec::new();
    if sections.is_empty() {
        notices.push(request.words.text("nothing-timeline-here"));
    }
    if dateless > 0 {
        notices.push(request.words.plural("notice-no-event", dateless, &[]));
    }
    let draft = Draft {
        title: title(&request, &narrow),
        notices,
        actions: actions(&request, &narrow),
        total: Some(total),
        picture: request.picture(|request| {
            let heading = (narrow.order.heading(), subject(request, &narrow));
            picture::timeline(request, heading, &known, |claim| narrow.order.date(claim))
        }),
        sections,
        ..Draft::default()
    };
    Ok(request.answer(composer, draft))
}

/// How many claims there are of a topic and a speaker, and those with a date, in order.
fn listed<'a>(as_of: AsOf<'a>, narrow: &Narrow<'_>) -> (usize, Vec<&'a Claim>) {
    let by_event = narrow.order == Order::Event;
    if by_event && narrow.topic.is_none() && narrow.speaker.is_none() {
        return (as_of.count(None), as_of.dated());
    }
    let mut known = as_of.claims_by(narrow.topic, narrow.speaker);
    let total = known.len();
    if by_event {
        known.retain(|claim| claim.happened.is_some());
        known.sort_by_cached_key(|claim| claim.event_order());
    }
    (total, known)
}

fn order(request: &Request<'_>) -> Result<Order, NotUnderstood> {
    let Some(named) = request.query.get(Key::By) else {
        return Ok(Order::Statement);
    };
    Order::parse(named).ok_or_else(|| unknown::order(request, named).into())
}

/// `Timeline: The clock of the town hall · Eastport · from 1 May 2024`.
fn title(request: &Request<'_>, narrow: &Narrow<'_>) -> String {
    let heading = request.words.text(narrow.order.heading());
    match subject(request, narrow) {
        Some(subject) => request.words.labelled(&heading, &subject),
        None => heading,
    }
}

/// The options in words: `The clock of the town hall · Eastport · from 1 May 2024`.
fn subject(request: &Request<'_>, narrow: &Narrow<'_>) -> Option<String> {
    let words = request.words;
    let day = |key: &str, day: Option<Day>| {
        day.map(|day| words.format(key, &[("date", &words.day(day))]))
    };
    let text = |text: &Text| text.get(request.lang()).to_owned();
    let parts = [
        narrow.topic.map(|topic| text(&topic.title)),
        narrow.speaker.map(|speaker| text(&speaker.name)),
        day("from-day", narrow.from),
        day("to-day", narrow.to),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// The orders, and the same query for each topic or for all topics.
fn actions(request: &Request<'_>, narrow: &Narrow<'_>) -> Vec<Action> {
    let orders = Order::VARIANTS.iter().map(|&order| {
        let query = order.applied_to(request.query.clone());
        Action::view(order.label(request.lang()), query, order == narrow.order)
    });
    orders.chain(request.topics(narrow.topic)).collect()
}

/// Every claim by the date it was made, under its month, or under its year if the month is not known.
pub(super) fn by_statement<'a>(composer: &mut Composer<'a>, known: &[&'a Claim]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for &claim in composer.part(known) {
        let heading = period(composer, &claim.said.when);
        let act = composer.words.text(&format!("act-{}", claim.kind.word()));
        let label = Label::default()
            .said(&claim.said, composer.words.when(&claim.said))
            .dot(capitalised(&composer.speakers(claim)))
            .dot(act);
        let mut entry = composer.statement_as(label, claim, Detail::Short);
        entry.notes.extend(composer.event(claim));
        push(&mut sections, heading, entry);
    }
    sections
}

/// Claims about dated events, in the order of the events, each under the month of its event.
fn by_event<'a>(composer: &mut Composer<'a>, known: &[&'a Claim]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for &claim in composer.part(known) {
        let Some(event) = &claim.happened else {
            continue;
        };
        let heading = period(composer, &event.when);
        let mut entry = composer.statement(claim, Detail::Short);
        entry.label = Label::default()
            .date(composer.words.when(event), event.basis)
            .comma(claim.place.get(composer.lang()))
            .then(entry.label);
        push(&mut sections, heading, entry);
    }
    sections
}

/// Adds an entry under a heading, to the last section if that has the same heading.
fn push(sections: &mut Vec<Section>, heading: String, entry: Entry) {
    match sections.last_mut() {
        Some(last) if last.heading == heading => last.entries.push(entry),
        _ => sections.push(Section::new(SectionRole::Timeline, heading).with(vec![entry])),
    }
}

/// The month in which a date begins, or its year.
fn period(composer: &Composer<'_>, date: &Date) -> String {
    composer.words.point(Point {
        day: None,
        doubtful: false,
        uncertain: false,
        ..date.beginning()
    })
}
