//! Evidence and figures: which source carries a claim, and which numbers it gives.

use std::collections::BTreeSet;

use super::super::diagnostics::{Record, shown};
use super::Known;
use crate::facts::vocabulary::Role;
use crate::facts::written::{self, At};
use crate::facts::{Evidence, Figure};

/// Reads the evidence of a claim; at least one source must not contradict it.
pub(super) fn evidence(
    record: &mut Record<'_, '_>,
    claim: &At<written::Claim>,
    known: &Known,
) -> Vec<Evidence> {
    let written = &claim.evidence;
    if written.is_empty() {
        let what = "this claim has no evidence";
        let example = "a source where it can be read: [[claim.evidence]] with source and role.";
        record.missing_as(&claim.span(), "evidence", what, example);
    } else if written.iter().all(|one| *one.role == Role::Contradicts) {
        let what = "every source of this claim contradicts it";
        let help = "add the source in which somebody says it, with role = \"origin\".";
        record.error(claim.span(), what, help);
    }
    // A source may be listed once only, whatever its role.
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for source in written.iter().map(|one| &one.source) {
        if !seen.insert(source) {
            let what = format!("the source {} stands here twice", shown(source));
            let help = "put all that is said of it into one [[claim.evidence]].";
            record.error(source.span(), what, help);
        }
    }
    let written = written.iter();
    written.filter_map(|one| read(record, one, known)).collect()
}

fn read(
    record: &mut Record<'_, '_>,
    at: &At<written::Evidence>,
    known: &Known,
) -> Option<Evidence> {
    if matches!(*at.role, Role::Differs | Role::Contradicts) && at.note.is_none() {
        let what = "this source differs, but no note says in what";
        let example =
            "what it says otherwise, in one sentence: note.en = \"…\" and note.id = \"…\".";
        record.missing_as(&at.span(), "note", what, example);
    }
    let locator = record.optional_text(&at.locator, "where");
    let note = record.own_words(&at.note, "note");
    Some(Evidence {
        source: record.find(&known.sources, &at.source)?,
        role: *at.role,
        differs_in: at.differs_in.as_ref().map(|one| **one),
        locator,
        note,
    })
}

/// Reads a figure.
pub(super) fn figure(
    record: &mut Record<'_, '_>,
    at: &At<written::Figure>,
    known: &Known,
) -> Option<Figure> {
    numbers(record, at);
    if let (Some(by), None) = (at.by.first(), &at.source) {
        let what = "somebody else’s number, but nothing says where it stands";
        record.error(by.span(), what, "add source = \"…\", or remove `by`.");
    }
    let as_of = at.as_of.as_ref().and_then(|at| record.date(at));
    let by = record.find_all(&known.speakers, &at.by);
    let note = record.own_words(&at.note, "note");
    let measure = record.find(&known.measures, &at.measure);
    let number = |at: &Option<At<i64>>| at.as_ref().map(|at| **at);
    Some(Figure {
        source: record.find_given(&known.sources, &at.source)?,
        measure: measure?,
        low: number(&at.low),
        best: number(&at.best),
        high: number(&at.high),
        qualifier: at.qualifier,
        as_of,
        by,
        note,
    })
}

/// Reports a figure without a number, or with numbers that are not in ascending order.
fn numbers(record: &mut Record<'_, '_>, figure: &At<written::Figure>) {
    let numbers = [
        ("low", &figure.low),
        ("best", &figure.best),
        ("high", &figure.high),
    ];
    let given = numbers.into_iter();
    let given: Vec<_> = given
        .filter_map(|(name, at)| Some((name, at.as_ref()?)))
        .collect();
    if given.is_empty() {
        let what = "this figure has no number";
        let example = "the number: best = 1500, or low and high.";
        record.missing_as(&figure.span(), "best", what, example);
    }
    for ((less, small), (more, large)) in given.iter().zip(given.iter().skip(1)) {
        if ***small > ***large {
            let what = format!(
                "`{less}` is {}, more than `{more}`, which is {}",
                ***small, ***large
            );
            record.error(small.span(), what, "write low ≤ best ≤ high.");
        }
    }
}
