//! Evidence and figures: which source carries a claim, and which numbers it gives.

use std::collections::BTreeSet;

use super::super::diagnostics::{Record, shown};
use super::Known;
use crate::facts::decimal::Decimal;
use crate::facts::vocabulary::{Qualifier, Role};
use crate::facts::written::{self, At};
use crate::facts::{Evidence, Figure};

/// Reads the evidence of a claim; at least one source must carry the whole of it.
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
    } else if !written.iter().any(|one| whole(*one.role)) {
        let what = "no source carries the whole of this claim";
        let help = "add one that does, or write the claim as its sources have it.";
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

/// Whether a source in this role carries the whole of a claim.
fn whole(role: Role) -> bool {
    !matches!(role, Role::Part | Role::Contradicts)
}

fn read(
    record: &mut Record<'_, '_>,
    at: &At<written::Evidence>,
    known: &Known,
) -> Option<Evidence> {
    noted(record, at);
    match (&at.differs_in, *at.role == Role::Differs) {
        (None, true) => {
            let what = "this source differs, but nothing says in what";
            let example = "in = \"number\", \"date\", \"who\" or \"wording\".";
            record.missing_as(&at.span(), "in", what, example);
        }
        (Some(differs_in), false) if at.role.is_given() => {
            let what = format!("`in`, but this source’s role is {}", at.role.word());
            let help = "remove `in`, or write role = \"differs\".";
            record.error(differs_in.span(), what, help);
        }
        _ => {}
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

/// Reports evidence whose role needs a note and has none.
fn noted(record: &mut Record<'_, '_>, at: &At<written::Evidence>) {
    let (what, example) = match *at.role {
        Role::Differs | Role::Contradicts => (
            "this source differs, but no note says how",
            "what it says otherwise, in one sentence: note.en = \"…\" and note.id = \"…\".",
        ),
        Role::Part => (
            "this source carries a part, but no note says which",
            "the part that it carries, in one sentence: note.en = \"…\" and note.id = \"…\".",
        ),
        Role::Origin | Role::Confirms => return,
    };
    if at.note.is_none() {
        record.missing_as(&at.span(), "note", what, example);
    }
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
    let number = |at: &Option<At<Decimal>>| at.as_ref().map(|at| **at);
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

/// Reports a lower bound that is given as an upper one, or an upper bound as a lower one.
fn suited(record: &mut Record<'_, '_>, figure: &At<written::Figure>) {
    let (at, bound, other) = match (&figure.low, &figure.high, figure.qualifier) {
        (Some(low), None, Qualifier::UpTo) => (low, "low", "high"),
        (None, Some(high), Qualifier::AtLeast | Qualifier::Over) => (high, "high", "low"),
        _ => return,
    };
    let word = figure.qualifier.word();
    let what = format!("`{bound}` with the qualifier {word}, which is for the other bound");
    let help = format!("write `{other}` instead of `{bound}`, or correct the qualifier.");
    record.error(at.span(), what, help);
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
    suited(record, figure);
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
