//! Evidence and figures: which source carries a claim, and which numbers it gives.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::fields::LONGEST_TEXT;
use super::super::findings::Record;
use super::super::nearest::shown;
use super::Known;
use crate::facts::vocabulary::Role;
use crate::facts::written::{self, At};
use crate::facts::{Evidence, Figure};

/// Reads the evidence of a claim: at least one source that does not contradict it.
pub(super) fn evidence(
    record: &mut Record<'_, '_>,
    claim: &At<written::Claim>,
    known: &Known,
) -> Vec<Evidence> {
    let written = &claim.value().evidence;
    let contradicts = |at: &At<written::Evidence>| {
        at.value()
            .role
            .as_ref()
            .is_some_and(|role| *role.value() == Role::Contradicts)
    };
    if written.is_empty() {
        let example = "a source where it can be read: [[claim.evidence]] with source and role.";
        record.lacks_so(
            &claim.span(),
            "evidence",
            "this claim has no evidence",
            example,
        );
    } else if written.iter().all(contradicts) {
        let mend = "add the source in which somebody says it, with role = \"origin\".";
        record.error(
            claim.span(),
            "every source of this claim contradicts it",
            mend,
        );
    }
    each_once(record, written);
    written
        .iter()
        .filter_map(|at| one(record, at, known))
        .collect()
}

/// A source is one piece of evidence, whatever it is evidence of.
fn each_once(record: &mut Record<'_, '_>, written: &[At<written::Evidence>]) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for source in written.iter().filter_map(|at| at.value().source.as_ref()) {
        if !seen.insert(source.value()) {
            let what = format!("the source {} stands here twice", shown(source.value()));
            let mend = "put all that is said of it into one [[claim.evidence]].";
            record.error(source.span(), what, mend);
        }
    }
}

fn one(record: &mut Record<'_, '_>, at: &At<written::Evidence>, known: &Known) -> Option<Evidence> {
    let (evidence, at) = (at.value(), at.span());
    let source = record.need(
        &evidence.source,
        &at,
        "source",
        "the source’s id: source = \"…\".",
    );
    let source = source.and_then(|id| record.find(&known.sources, id));
    let role = record.need(
        &evidence.role,
        &at,
        "role",
        "role = \"origin\", or confirms, differs, contradicts.",
    );
    let role = role.map(|role| *role.value());
    let locator = record.text(&evidence.locator, "where", LONGEST_TEXT);
    match role {
        Some(Role::Differs | Role::Contradicts) => {
            if evidence.note.is_none() {
                let example =
                    "what it says otherwise, in one sentence: note.en = \"…\" and note.id = \"…\".";
                record.lacks_so(
                    &at,
                    "note",
                    "this source differs, but no note says in what",
                    example,
                );
            }
        }
        Some(Role::Origin | Role::Confirms) | None => {}
    }
    let note = record.text(&evidence.note, "note", LONGEST_TEXT);
    record.wording(&evidence.note);
    Some(Evidence {
        source: source?,
        role: role?,
        locator,
        note,
    })
}

/// At least one number, and none larger than the next.
fn numbers(record: &mut Record<'_, '_>, figure: &written::Figure, table: &Range<usize>) {
    let numbers = [
        ("low", &figure.low),
        ("best", &figure.best),
        ("high", &figure.high),
    ];
    let given: Vec<_> = numbers
        .into_iter()
        .filter_map(|(name, at)| Some((name, at.as_ref()?)))
        .collect();
    if given.is_empty() {
        let example = "the number: best = 1500, or low and high.";
        record.lacks_so(table, "best", "this figure has no number", example);
    }
    for pair in given.windows(2) {
        let [(less, small), (more, large)] = pair else {
            continue;
        };
        let (low, high) = (small.value(), large.value());
        if low > high {
            let what = format!("`{less}` is {low}, more than `{more}`, which is {high}");
            record.error(small.span(), what, "write low ≤ best ≤ high.");
        }
    }
}

/// Reads a figure: at least one number, and a range the right way round.
pub(super) fn figure(
    record: &mut Record<'_, '_>,
    at: &At<written::Figure>,
    known: &Known,
) -> Option<Figure> {
    let (figure, at) = (at.value(), at.span());
    let measure = record.need(
        &figure.measure,
        &at,
        "measure",
        "what is counted: measure = \"…\".",
    );
    let measure = measure.and_then(|id| record.find(&known.measures, id));
    numbers(record, figure, &at);
    if figure.qualifier.is_none() {
        record.lacks(
            &at,
            "qualifier",
            "qualifier = \"exact\", or about, at-least, over, up-to, some, likely.",
        );
    }
    let as_of = figure.as_of.as_ref().and_then(|at| record.date(at));
    let source = figure
        .source
        .as_ref()
        .map(|id| record.find(&known.sources, id));
    if let (Some(by), None) = (figure.by.first(), &figure.source) {
        let what = "somebody else’s number, but nothing says where it stands";
        record.error(by.span(), what, "add source = \"…\", or remove `by`.");
    }
    let by = record.find_all(&known.speakers, &figure.by);
    let note = record.text(&figure.note, "note", LONGEST_TEXT);
    record.wording(&figure.note);
    let number = |at: &Option<At<i64>>| at.as_ref().map(|at| *at.value());
    Some(Figure {
        measure: measure?,
        low: number(&figure.low),
        best: number(&figure.best),
        high: number(&figure.high),
        qualifier: figure.qualifier?,
        as_of,
        source: match source {
            Some(found) => Some(found?),
            None => None,
        },
        by,
        note,
    })
}
