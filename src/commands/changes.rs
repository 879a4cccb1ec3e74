//! What has changed since a day: new claims, confirmations and denials, and the claims that editors have
//! revised or withdrawn.

use super::parse;
use super::request::{Draft, NotUnderstood, Request};
use super::standing::Heading;
use super::statement::{Composer, Detail};
use crate::answer::{Answer, Entry, Note, NoteRole, SectionRole};
use crate::facts::date::Day;
use crate::facts::vocabulary::Kind;
use crate::facts::{AsOf, Change, Claim, Topic};
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
    let mut lists = Vec::new();
    for (role, heading, kinds) in NEW {
        let of_kind = new.iter().filter(|(_, claim)| kinds.contains(&claim.kind));
        let changes = of_kind.map(|(day, claim)| (*claim, Changed::Known(*day)));
        lists.push(((role, heading), changes.collect()));
    }
    lists.extend(edited(request.as_of, topic, since));
    let sections = composer.sections(lists, |composer, (claim, change)| {
        entry(composer, claim, change)
    });
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

/// What has changed about a claim.
enum Changed<'a> {
    /// It became known on this day.
    Known(Day),
    /// An editor has revised it.
    Revised(&'a Change),
    /// An editor has withdrawn it.
    Withdrawn(&'a Change),
}

/// A claim with what has changed: the day it became known if that differs from the day it was made, or the editor's
/// reason.
fn entry<'a>(composer: &mut Composer<'a>, claim: &'a Claim, change: Changed<'a>) -> Entry {
    let (mut entry, note) = match change {
        Changed::Known(day) => {
            let entry = composer.with_standing(claim, Detail::Short);
            let other_day = claim.said.when.latest() != Some(day);
            (entry, other_day.then(|| known_on(composer, day)))
        }
        Changed::Revised(change) => {
            let entry = composer.statement(claim, Detail::Short);
            (entry, Some(composer.revised(change)))
        }
        Changed::Withdrawn(change) => {
            let entry = composer.statement_alone(claim, Detail::Short);
            (entry, Some(composer.withdrawn(change)))
        }
    };
    entry.notes.extend(note);
    entry
}

fn known_on(composer: &Composer<'_>, day: Day) -> Note {
    let date = composer.words.day(day);
    let line = composer.words.format("known-since", &[("date", &date)]);
    Note::line(NoteRole::Known, line)
}

/// The claims that editors have revised or withdrawn since then.
fn edited<'a>(
    as_of: AsOf<'a>,
    topic: Option<&Topic>,
    since: Day,
) -> [(Heading, Vec<(&'a Claim, Changed<'a>)>); 2] {
    let (mut revised, mut withdrawn) = (Vec::new(), Vec::new());
    let here = |claim: &&Claim| topic.is_none_or(|topic| claim.topics.contains(&topic.id));
    for claim in as_of.edited().filter(here) {
        let late = |change: &&'a Change| change.on >= since;
        let changes = claim.revised.iter().filter(late);
        revised.extend(changes.map(|change| (claim, Changed::Revised(change))));
        let changes = claim.withdrawn.iter().filter(late);
        withdrawn.extend(changes.map(|change| (claim, Changed::Withdrawn(change))));
    }
    [
        ((SectionRole::Revised, "heading-revised"), revised),
        ((SectionRole::Withdrawn, "kind-withdrawn"), withdrawn),
    ]
}
