//! What has changed since a day: new claims, confirmations and denials, and the claims that editors have
//! revised or withdrawn.

use super::parse;
use super::request::{Draft, NotUnderstood, Request};
use super::statement::{Composer, Detail};
use crate::answer::{Answer, Entry, Note, NoteRole, Section, SectionRole};
use crate::facts::date::Day;
use crate::facts::vocabulary::Kind;
use crate::facts::{Claim, Topic};
use crate::query::Key;

/// The headings for new claims, in the order in which they are shown.
const NEW: [(SectionRole, &str, &[Kind]); 3] = [
    (
        SectionRole::Said,
        "heading-new",
        &[Kind::Asserts, Kind::Assesses, Kind::Reports, Kind::Declines],
    ),
    (
        SectionRole::Confirmed,
        "heading-new-confirmed",
        &[Kind::Confirms],
    ),
    (SectionRole::Denied, "heading-new-denied", &[Kind::Denies]),
];

/// `/changes since:… topic:…`; the default is one year before the day of the answer.
pub(super) fn answer(mut request: Request<'_>) -> Result<Answer, NotUnderstood> {
    let topic = request.topic()?;
    let since = match request.date(Key::Since, parse::first_day)? {
        Some(day) => day,
        None => a_year_before(request.as_of.day.min(request.as_of.facts.dossier.reviewed)),
    };
    if since > request.as_of.day && request.query.get(Key::AsOf).is_some() {
        return Err(super::unknown::range(&request).into());
    }
    request.query = request.query.with(Key::Since, since.to_string());
    let new: Vec<(Day, &Claim)> = known_since(&request, topic, since);
    let mut composer = request.composer();
    let mut sections = Vec::new();
    for (role, heading, kinds) in NEW {
        let of_kind = new.iter().filter(|(_, claim)| kinds.contains(&claim.kind));
        let entries = of_kind
            .map(|(day, claim)| entry(&mut composer, claim, *day))
            .collect();
        sections.push(request.section(role, heading, entries));
    }
    sections.extend(edited(&mut composer, topic, since));
    let date = request.words.day(since);
    let mut title = request.words.format("changes-title", &[("date", &date)]);
    if let Some(topic) = topic {
        title = request
            .words
            .labelled(&title, topic.title.get(request.lang()));
    }
    let mut notices = Vec::new();
    if since > request.as_of.day {
        notices.push(request.beyond());
    }
    if sections.iter().all(|section| section.entries.is_empty()) {
        notices.push(request.words.format("nothing-changed", &[("date", &date)]));
    }
    let draft = Draft {
        title,
        notices,
        actions: request.topics(topic),
        total: Some(request.as_of.count(topic)),
        sections,
        ..Draft::default()
    };
    Ok(request.answer(composer, draft))
}

/// The same day one year earlier; for 29 February it is 28 February.
fn a_year_before(day: Day) -> Day {
    let leap = day.month == 2 && day.day == 29;
    Day {
        year: day.year - 1,
        day: if leap { 28 } else { day.day },
        ..day
    }
}

/// The claims that became known on that day or later, the latest first.
fn known_since<'a>(
    request: &Request<'a>,
    topic: Option<&'a Topic>,
    since: Day,
) -> Vec<(Day, &'a Claim)> {
    let days = request.as_of.facts.by_day(topic);
    let days = days.skip_while(|(day, _)| *day > request.as_of.day);
    let days = days.take_while(|(day, _)| *day >= since);
    let each = days.flat_map(|(day, claims)| claims.into_iter().map(move |claim| (day, claim)));
    each.collect()
}

/// A claim, with the day it became known if that differs from the day it was made.
fn entry<'a>(composer: &mut Composer<'a>, claim: &'a Claim, day: Day) -> Entry {
    let mut entry = composer.with_standing(claim, Detail::Short);
    if claim.said.when.latest() != Some(day) {
        let date = composer.words.day(day);
        let line = composer.words.format("known-since", &[("date", &date)]);
        entry.notes.push(Note::line(NoteRole::Known, line));
    }
    entry
}

/// The claims that editors have revised or withdrawn since then, each with the reason.
fn edited<'a>(composer: &mut Composer<'a>, topic: Option<&Topic>, since: Day) -> [Section; 2] {
    let (mut revised, mut withdrawn) = (Vec::new(), Vec::new());
    let as_of = composer.as_of;
    let here = |claim: &&Claim| topic.is_none_or(|topic| claim.topics.contains(&topic.id));
    for claim in as_of.edited().filter(here) {
        for change in claim.revised.iter().filter(|change| change.on >= since) {
            let note = composer.revised(change);
            let mut entry = composer.statement(claim, Detail::Short);
            entry.notes.push(note);
            revised.push(entry);
        }
        for change in claim.withdrawn.iter().filter(|change| change.on >= since) {
            let note = composer.withdrawn(change);
            let mut entry = composer.statement_alone(claim, Detail::Short);
            entry.notes.push(note);
            withdrawn.push(entry);
        }
    }
    [
        (SectionRole::Revised, "heading-revised", revised),
        (SectionRole::Withdrawn, "kind-withdrawn", withdrawn),
    ]
    .map(|(role, key, entries)| composer.section(role, key, entries))
}
