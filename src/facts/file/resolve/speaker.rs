//! Speakers, with whom they speak for and the posts they held.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::circles::{circles, drawn};
use super::super::fields::LONGEST_TEXT;
use super::super::findings::{Findings, Record};
use super::super::index::record_name;
use super::super::nearest::shown;
use super::super::shape::Placed;
use super::Known;
use crate::facts::date::Date;
use crate::facts::written::{self, At};
use crate::facts::{Lang, Post, Speaker};

/// Reads the speakers, those that others speak for first; gives them in the order of the file.
pub(super) fn speakers(
    written: &[Placed<written::Speaker>],
    known: &mut Known,
    findings: &mut Findings<'_>,
) -> Vec<Arc<Speaker>> {
    let circular = circular(written, findings);
    let mut waiting: Vec<&Placed<written::Speaker>> = written.iter().collect();
    let ids = || {
        written
            .iter()
            .filter_map(|placed| id(&placed.at.value().id))
    };
    let given: BTreeSet<&str> = ids().collect();
    let mut done: BTreeSet<&str> = BTreeSet::new();
    // Each round takes those whose principal is done; without circles every round takes one.
    while !waiting.is_empty() {
        let ready = |placed: &&Placed<written::Speaker>| {
            let speaks_for = id(&placed.at.value().speaks_for);
            speaks_for.is_none_or(|principal| {
                done.contains(principal)
                    || circular.contains(&id(&placed.at.value().id).unwrap_or_default())
                    || !given.contains(principal)
            })
        };
        let (now, later): (Vec<_>, Vec<_>) = waiting.into_iter().partition(ready);
        if now.is_empty() {
            break;
        }
        for placed in now {
            read(placed, known, &circular, findings);
            done.extend(id(&placed.at.value().id));
        }
        waiting = later;
    }
    ids()
        .filter_map(|id| known.speakers.get(id).cloned())
        .collect()
}

fn id(at: &Option<At<String>>) -> Option<&str> {
    at.as_ref().map(|at| at.value().as_str())
}

/// The ids of the speakers whose `for` closes a circle, each noted.
fn circular<'w>(
    written: &'w [Placed<written::Speaker>],
    findings: &mut Findings<'_>,
) -> BTreeSet<&'w str> {
    let by_id: BTreeMap<&str, &Placed<written::Speaker>> = written
        .iter()
        .rev()
        .filter_map(|placed| Some((id(&placed.at.value().id)?, placed)))
        .collect();
    let next = |from: &str| {
        let principal = by_id
            .get(from)
            .and_then(|placed| id(&placed.at.value().speaks_for));
        principal.into_iter().collect()
    };
    let ids = written
        .iter()
        .filter_map(|placed| id(&placed.at.value().id));
    let mut closing = BTreeSet::new();
    for circle in circles(ids, next) {
        let Some(placed) = circle.last().and_then(|last| by_id.get(last)) else {
            continue;
        };
        let Some(at) = &placed.at.value().speaks_for else {
            continue;
        };
        let mut record = findings.record(
            placed.part,
            record_name("speaker", placed.at.value().id.as_ref()),
        );
        let what = match circle.as_slice() {
            [_] => "a speaker that speaks for itself".to_owned(),
            _ => format!(
                "speakers speak for one another in a circle: {}",
                drawn(&circle)
            ),
        };
        record.error(
            at.span(),
            what,
            "remove one `for`; a state or body at the end speaks for nobody.",
        );
        closing.extend(circle.last());
    }
    closing
}

fn read(
    placed: &Placed<written::Speaker>,
    known: &mut Known,
    circular: &BTreeSet<&str>,
    findings: &mut Findings<'_>,
) -> Option<()> {
    let (speaker, at) = (placed.at.value(), placed.at.span());
    let mut record = findings.record(placed.part, record_name("speaker", speaker.id.as_ref()));
    let kind = record.need(
        &speaker.kind,
        &at,
        "kind",
        "kind = \"person\", or state, body, agency, company.",
    );
    let name = record.need_text(&speaker.name, &at, "name", LONGEST_TEXT);
    let principal = speaker.speaks_for.as_ref();
    let principal = principal.filter(|_| !id(&speaker.id).is_some_and(|id| circular.contains(id)));
    let speaks_for = principal.and_then(|other| record.find(&known.speakers, other));
    let aliases = record.strings(&speaker.aliases);
    let posts: Vec<Post> = speaker
        .roles
        .iter()
        .map(|role| post(&mut record, role, known))
        .collect();
    one_at_a_time(&mut record, &speaker.roles, &posts);
    let (id, kind) = (speaker.id.as_ref()?.value().clone(), *kind?.value());
    known.speakers.keep(
        &id.clone(),
        Speaker {
            id,
            kind,
            name,
            speaks_for,
            aliases,
            posts,
        },
    );
    Some(())
}

fn post(record: &mut Record<'_, '_>, post: &At<written::Post>, known: &Known) -> Post {
    let (at, post) = (post.span(), post.value());
    let title = record.need_text(&post.title, &at, "title", LONGEST_TEXT);
    if let Some(organisation) = &post.organisation {
        record.knows(&known.speakers, organisation);
    }
    let from = end(record, post.from.as_ref());
    let to = end(record, post.to.as_ref());
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
        organisation: id(&post.organisation).map(str::to_owned),
        from,
        to,
    }
}

/// Notes two posts of which both may fit a day: the first in the file is then the one shown.
///
/// A post without any date fits where no other does, and where one ends as the next begins, in the
/// same words, it is known that they follow one another.
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
            let title = |post: &Post| shown(post.title.get(Lang::En));
            let mend = format!(
                "end one where the other begins; on such a day only {} is shown.",
                title(earlier)
            );
            let what = format!(
                "the posts {} and {} may both fit the same day",
                title(earlier),
                title(post)
            );
            record.warn(at.span(), &what, mend);
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

/// The beginning or end of a post; `..` says that it is not known or has not come.
fn end(record: &mut Record<'_, '_>, at: Option<&At<String>>) -> Option<Date> {
    at.filter(|at| at.value() != "..")
        .and_then(|at| record.date(at))
}
