//! Time: statements in the order in which they were said, or in that of the events they are about.

use std::sync::Arc;

use super::ask::{Ask, Draft, Otherwise};
use super::statement::{Composer, Detail, capitalised};
use super::{asked, picture, unknown};
use crate::answer::{Answer, Entry, Label, Section, SectionRole, Way};
use crate::facts::date::{Date, Day, Point};
use crate::facts::{Claim, Lang, Speaker, Topic};
use crate::phrases::Words;
use crate::query::Key;

/// In which order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// As it was said.
    Statement,
    /// As it is said to have happened.
    Event,
}

impl Order {
    /// Every order, as they are offered.
    pub(super) const ALL: [Self; 2] = [Self::Statement, Self::Event];

    /// Its name in a question; the same in every language.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Event => "event",
        }
    }

    /// What it is called in a language.
    pub(super) fn label(self, lang: Lang) -> String {
        Words::of(lang).say(&format!("by-{}", self.name()))
    }

    /// The order of this name, in either language.
    fn of(name: &str) -> Option<Self> {
        let same = |other: &str| other.to_lowercase() == name.trim().to_lowercase();
        let named = |order: &Self| {
            same(order.name()) || Lang::ALL.iter().any(|lang| same(&order.label(*lang)))
        };
        Self::ALL.into_iter().find(named)
    }

    /// The key of what a timeline in this order is called.
    fn heading(self) -> &'static str {
        match self {
            Self::Statement => "view-timeline",
            Self::Event => "timeline-of-events",
        }
    }

    /// The date by which a claim is put in order; none if it is about no dated event.
    fn date(self, claim: &Claim) -> Option<&Date> {
        match self {
            Self::Statement => Some(&claim.said.when),
            Self::Event => claim.happened.as_ref().map(|event| &event.when),
        }
    }
}

/// What narrows a timeline.
struct Narrow<'a> {
    topic: Option<&'a Arc<Topic>>,
    speaker: Option<&'a Arc<Speaker>>,
    from: Option<Day>,
    to: Option<Day>,
    order: Order,
}

/// `/timeline topic:… name:… by:… from:… to:…`: all that was known, narrowed by each of them.
pub(super) fn answer(mut ask: Ask<'_>) -> Result<Answer, Otherwise> {
    let narrow = Narrow {
        topic: ask.topic()?,
        speaker: ask.speaker()?,
        from: ask.date(Key::From, asked::first_day)?,
        to: ask.date(Key::To, asked::day)?,
        order: order(&ask)?,
    };
    for (key, day) in [(Key::From, narrow.from), (Key::To, narrow.to)] {
        if let Some(day) = day {
            ask.query = ask.query.with(key, day.to_string());
        }
    }
    if narrow
        .from
        .zip(narrow.to)
        .is_some_and(|(from, to)| from > to)
    {
        return Err(unknown::range(&ask).into());
    }
    ask.query = match narrow.order {
        Order::Statement => ask.query.without(Key::By),
        Order::Event => ask.query.with(Key::By, Order::Event.name()),
    };
    let mut known = ask.as_of.claims(narrow.topic.map(Arc::as_ref));
    known.retain(|claim| narrow.speaker.is_none_or(|speaker| claim.speaks(speaker)));
    let total = known.len();
    known.retain(|claim| narrow.order.date(claim).is_some());
    let dateless = total - known.len();
    known.retain(|claim| {
        narrow
            .order
            .date(claim)
            .is_some_and(|date| date.within(narrow.from, narrow.to))
    });
    let mut composer = ask.composer();
    let sections = match narrow.order {
        Order::Statement => by_statement(&mut composer, &known),
        Order::Event => by_event(&mut composer, &known),
    };
    let mut notices = Vec::new();
    if sections.is_empty() {
        notices.push(ask.words.say("nothing-timeline-here"));
    }
    if dateless > 0 {
        notices.push(ask.words.count("notice-no-event", dateless, &[]));
    }
    let heading = (narrow.order.heading(), subject(&ask, &narrow));
    let draft = Draft {
        title: title(&ask, &narrow),
        notices,
        ways: ways(&ask, &narrow),
        total: Some(total),
        picture: picture::timeline(&ask, heading, &known, |claim| narrow.order.date(claim)),
        sections,
        ..Draft::default()
    };
    Ok(ask.answer(composer, draft))
}

fn order(ask: &Ask<'_>) -> Result<Order, Otherwise> {
    let Some(named) = ask.query.get(Key::By) else {
        return Ok(Order::Statement);
    };
    let orders = || Order::ALL.map(|order| (order.label(ask.lang()), order.name()));
    Order::of(named).ok_or_else(|| unknown::order(ask, named, orders().to_vec()).into())
}

/// `Timeline: North Korean soldiers for Russia · Russia · from 1 October 2024`.
fn title(ask: &Ask<'_>, narrow: &Narrow<'_>) -> String {
    let heading = ask.words.say(narrow.order.heading());
    match subject(ask, narrow) {
        Some(subject) => format!("{heading}: {subject}"),
        None => heading,
    }
}

/// What a timeline is narrowed to: `North Korean soldiers for Russia · Russia · from 1 October 2024`.
fn subject(ask: &Ask<'_>, narrow: &Narrow<'_>) -> Option<String> {
    let words = ask.words;
    let day =
        |key: &str, day: Option<Day>| day.map(|day| words.with(key, &[("date", &words.day(day))]));
    let parts = [
        narrow
            .topic
            .map(|topic| topic.title.get(ask.lang()).to_owned()),
        narrow
            .speaker
            .map(|speaker| speaker.name.get(ask.lang()).to_owned()),
        day("from-day", narrow.from),
        day("to-day", narrow.to),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// The other order, and the topics or the same without one.
fn ways(ask: &Ask<'_>, narrow: &Narrow<'_>) -> Vec<Way> {
    let base = ask.query.clone();
    let orders = Order::ALL.into_iter().map(|order| {
        let query = match order {
            Order::Statement => base.clone().without(Key::By),
            Order::Event => base.clone().with(Key::By, order.name()),
        };
        Way::view(order.label(ask.lang()), query, order == narrow.order)
    });
    orders
        .chain(ask.topics(narrow.topic.map(Arc::as_ref)))
        .collect()
}

/// Every statement in the order in which it was said, under its month, or under its year where no
/// month is known.
pub(super) fn by_statement<'a>(composer: &mut Composer<'a>, known: &[&'a Claim]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for claim in known {
        let heading = period(composer, &claim.said.when);
        let mut entry = composer.statement(claim, Detail::Short);
        let act = composer.words.say(&format!("act-{}", claim.kind.word()));
        entry.label = Label::default()
            .said(&claim.said, composer.words.when(&claim.said))
            .dot(capitalised(&composer.speakers(claim)))
            .dot(act);
        entry.notes.extend(composer.event(claim));
        push(&mut sections, heading, entry);
    }
    sections
}

/// Every statement about a dated event in the order of the events, under the month of the event.
fn by_event<'a>(composer: &mut Composer<'a>, known: &[&'a Claim]) -> Vec<Section> {
    let mut known: Vec<_> = known
        .iter()
        .filter_map(|claim| Some((*claim, claim.happened.as_ref()?)))
        .collect();
    known.sort_by_key(|(claim, event)| (event.when.order(), claim.said.when.order()));
    let mut sections: Vec<Section> = Vec::new();
    for (claim, event) in known {
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

/// Adds an entry under a heading, to the last section if that has it.
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
        ..date.beginning()
    })
}
