//! Speakers, the speakers they speak for, and the posts they held.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::super::circles::closing;
use super::super::diagnostics::{Diagnostics, Record, shown};
use super::super::shape::Placed;
use super::Known;
use crate::facts::date::Date;
use crate::facts::written::{self, At};
use crate::facts::{Post, Speaker};

/// Reads the speakers; a speaker is read after the one it speaks for. Returns them in the order of the file.
pub(super) fn speakers(
    written: &[Placed<written::Speaker>],
    known: &mut Known,
    diagnostics: &mut Diagnostics<'_>,
) -> Vec<Arc<Speaker>> {
    let circular = note_circles(written, diagnostics);
    let ids = written.iter().map(|speaker| speaker.id.as_str());
    let ids: BTreeSet<&str> = ids.collect();
    let mut done: BTreeSet<&str> = BTreeSet::new();
    let mut waiting: Vec<(u32, &Placed<written::Speaker>)> = (0..).zip(written).collect();
    // Each round reads the speakers whose principal was read; without circles every round reads at least one.
    while !waiting.is_empty() {
        let ready = |(_, speaker): &(u32, &Placed<written::Speaker>)| {
            let principal = principal(speaker, &circular);
            principal.is_none_or(|id| done.contains(id.as_str()) || !ids.contains(id.as_str()))
        };
        let (now, later): (Vec<_>, Vec<_>) = waiting.into_iter().partition(ready);
        if now.is_empty() {
            break;
        }
        for (place, written) in now {
            let mut record = written.record(diagnostics);
            let speaker = read(&mut record, (place, written), &circular, known);
            known.speakers.keep(speaker.id.clone(), speaker);
            done.insert(&written.id);
        }
        waiting = later;
    }
    let read = written
        .iter()
        .map(|speaker| known.speakers.get(&speaker.id));
    read.flatten().cloned().collect()
}

/// Warns about each name or alias that several speakers share: whoever asks for it is asked which one is meant.
pub(super) fn note_names(written: &[Placed<written::Speaker>], diagnostics: &mut Diagnostics<'_>) {
    let mut first: BTreeMap<String, (&str, usize, Range<usize>)> = BTreeMap::new();
    for speaker in written {
        let mut own = BTreeSet::new();
        for name in speaker.name.values().chain(&speaker.aliases) {
            if !own.insert(name.to_lowercase()) {
                continue;
            }
            let place = (speaker.id.as_str(), speaker.part, name.span());
            let (id, part, span) = first.entry(name.to_lowercase()).or_insert(place);
            if *id != speaker.id.as_str() {
                let mut record = speaker.record(diagnostics);
                let at = record.diagnostics.place(*part, span);
                let what = format!("{} also names the speaker {id}, at {at}", shown(name));
                let help = "write the name in full, or leave the alias to one of the two.";
                record.warn(name.span(), what, help);
            }
        }
    }
}

/// The speaker that this one speaks for, unless that closes a circle.
fn principal<'w>(
    speaker: &'w written::Speaker,
    circular: &BTreeSet<&str>,
) -> Option<&'w At<String>> {
    let principal = speaker.speaks_for.as_ref();
    principal.filter(|_| !circular.contains(speaker.id.as_str()))
}

/// The ids of the speakers whose `for` closes a circle; reports each.
fn note_circles<'w>(
    written: &'w [Placed<written::Speaker>],
    diagnostics: &mut Diagnostics<'_>,
) -> BTreeSet<&'w str> {
    let mut ids = BTreeSet::new();
    for circle in closing(written, |speaker| speaker.speaks_for.iter().collect()) {
        let what = if circle.alone {
            "a speaker that speaks for itself".to_owned()
        } else {
            format!(
                "speakers speak for one another in a circle: {}",
                circle.line
            )
        };
        let help = "remove one `for`; a state or body at the end speaks for nobody.";
        let mut record = circle.placed.record(diagnostics);
        record.error(circle.reference.span(), what, help);
        ids.insert(circle.placed.id.as_str());
    }
    ids
}

fn read(
    record: &mut Record<'_, '_>,
    (place, speaker): (u32, &written::Speaker),
    circular: &BTreeSet<&str>,
    known: &Known,
) -> Speaker {
    let principal = principal(speaker, circular);
    let mut posts = Vec::new();
    for written in &speaker.roles {
        posts.push(post(record, written, known));
    }
    one_at_a_time(record, &speaker.roles, &posts);
    Speaker {
        id: speaker.id.to_string(),
        place,
        kind: *speaker.kind,
        name: record.text(&speaker.name, "name"),
        speaks_for: principal.and_then(|id| record.find(&known.speakers, id)),
        aliases: record.strings(&speaker.aliases),
        posts,
    }
}

fn post(record: &mut Record<'_, '_>, post: &written::Post, known: &Known) -> Post {
    record.wording(&post.title);
    let title = record.text(&post.title, "title");
    if let Some(organisation) = &post.organisation {
        record.knows(&known.speakers, organisation);
    }
    let from = end(record, &post.from);
    let to = end(record, &post.to);
    let begins = from.as_ref().and_then(Date::earliest);
    let ends = to.as_ref().and_then(Date::latest);
    if let (Some(begins), Some(ends), Some(at)) = (begins, ends, &post.to)
        && ends < begins
    {
        let what = format!("this post ends by {ends}, before it begins on {begins}");
        record.error(at.span(), what, "correct `from` or `to`.");
    }
    Post {
        title,
        organisation: post.organisation.as_ref().map(|id| id.to_string()),
        from,
        to,
    }
}

/// Warns about two posts that may both fit a day, since answers would show the first in the file.
///
/// A post without dates fits only days that no other post fits. Two posts follow one another if one begins
/// after the other has ended, or if the end of one and the beginning of the other are the same date as written.
fn one_at_a_time(record: &mut Record<'_, '_>, written: &[At<written::Post>], posts: &[Post]) {
    let dated: Vec<_> = written
        .iter()
        .zip(posts)
        .filter(|(_, post)| post.from.is_some() || post.to.is_some())
        .collect();
    for (number, (at, post)) in dated.iter().enumerate() {
        for (_, earlier) in dated.iter().take(number) {
            if follows(earlier, post) || follows(post, earlier) {
                continue;
            }
            let title = |post: &Post| shown(post.title.first());
            let help = format!(
                "end one where the other begins; on such a day only {} is shown.",
                title(earlier)
            );
            let what = format!(
                "the posts {} and {} may both fit the same day",
                title(earlier),
                title(post)
            );
            record.warn(at.span(), what, help);
        }
    }
}

/// Whether `next` begins when or after `post` has ended.
fn follows(post: &Post, next: &Post) -> bool {
    let (Some(to), Some(from)) = (&post.to, &next.from) else {
        return false;
    };
    to == from
        || to
            .latest()
            .zip(from.earliest())
            .is_some_and(|(end, begin)| end < begin)
}

/// The beginning or end of a post; `None` for `..`, which means unknown or not yet.
fn end(record: &mut Record<'_, '_>, at: &Option<At<String>>) -> Option<Date> {
    let at = at.as_ref().filter(|at| ***at != "..");
    at.and_then(|at| record.date(at))
}
