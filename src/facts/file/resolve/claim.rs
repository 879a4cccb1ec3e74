//! Claims: who said what, when, about whom.

use std::sync::Arc;

use super::super::fields::LONGEST_TEXT;
use super::super::findings::{Findings, Record};
use super::super::index::record_name;
use super::super::nearest::safe;
use super::super::shape::Placed;
use super::{Known, evidence, links, quote};
use crate::facts::date::{Date, Day};
use crate::facts::vocabulary::{Basis, Role};
use crate::facts::written::{self, At};
use crate::facts::{Change, Claim, When, lint};

const SAID: &str = "the day it was said: said = { when = \"2024-10-18\", basis = \"stated\" }.";

/// Reads the claims, in the order of the file.
pub(super) fn claims(
    written: &[Placed<written::Claim>],
    known: &mut Known,
    findings: &mut Findings<'_>,
) -> Vec<Arc<Claim>> {
    super::each(written, findings, |placed, findings| {
        let id = placed.at.value().id.as_ref();
        let mut record = findings.record(placed.part, record_name("claim", id));
        let claim = read(&mut record, &placed.at, known)?;
        carried(&mut record, &placed.at, &claim, known.reviewed);
        if let (Some(origin), Some(id)) = (lint::single_origin(&claim), id) {
            let mend = format!(
                "they count as one; look for a source that does not rest on “{}”.",
                safe(origin)
            );
            record.warn(id.span(), "several sources, but all from one origin", mend);
        }
        Some(known.claims.keep(&claim.id.clone(), claim))
    })
}

/// What was out before a statement was made cannot carry it, so one source at least came out later.
fn carried(
    record: &mut Record<'_, '_>,
    at: &At<written::Claim>,
    claim: &Claim,
    reviewed: Option<Day>,
) {
    // What was said after the review has a problem of its own.
    let later = claim.said.when.earliest() > reviewed;
    let whole = claim.evidence.len() == at.value().evidence.len();
    let mut evidence = claim.evidence.iter();
    let says_so = evidence.clone().any(|one| one.role != Role::Contradicts);
    if whole && !later && says_so && !evidence.any(|one| one.carries(claim)) {
        let what = "every source of this claim came out before it was said";
        let mend = "add a source that carries it, or correct `said` or `issued`.";
        record.error(at.span(), what, mend);
    }
}

fn read(record: &mut Record<'_, '_>, at: &At<written::Claim>, known: &Known) -> Option<Claim> {
    let (claim, table) = (at.value(), at.span());
    let topics = topics(record, at, known);
    let kind = record.need(
        &claim.kind,
        &table,
        "kind",
        "kind = \"asserts\", or denies, confirms, assesses, reports, declines.",
    );
    if claim.by.is_empty() {
        record.lacks(&table, "by", "who says it: by = [\"…\"].");
    }
    let by = record.find_all(&known.speakers, &claim.by);
    let citing = record.find_all(&known.speakers, &claim.citing);
    let via = record.text(&claim.via, "via", LONGEST_TEXT);
    let said = record.need(&claim.said, &table, "said", SAID);
    let said = said.and_then(|at| said_on(record, at, known.reviewed));
    let about = record.find_all(&known.speakers, &claim.about.who);
    let happened = claim.about.when.as_ref().map(|at| when(record, at));
    let place = record.text(&claim.about.place, "about.place", LONGEST_TEXT);
    let text = record.need_text(&claim.text, &table, "text", LONGEST_TEXT);
    same_in_two_languages(record, &claim.text);
    for own in [&claim.via, &claim.about.place, &claim.text] {
        record.wording(own);
    }
    let evidence = evidence::evidence(record, at, known);
    let quotes = claim.quote.iter();
    let quotes = quotes
        .filter_map(|at| quote::quote(record, at, claim, known))
        .collect();
    let figures = claim.figure.iter();
    let figures = figures
        .filter_map(|at| evidence::figure(record, at, known))
        .collect();
    let links = links::links(record, claim, known);
    let recorded = record.need_day(&claim.recorded, &table, "recorded");
    let revised = changes(record, &claim.revised, recorded);
    let withdrawn = claim
        .withdrawn
        .as_ref()
        .map(|at| change(record, at, recorded));
    Some(Claim {
        id: claim.id.as_ref()?.value().clone(),
        topics,
        kind: *kind?.value(),
        by,
        citing,
        via,
        said: said?,
        about,
        happened: happened.flatten(),
        place,
        text,
        evidence,
        quotes,
        figures,
        links,
        recorded: recorded?,
        revised,
        withdrawn: withdrawn.flatten(),
    })
}

/// The ids of the claim's topics, at least one.
fn topics(record: &mut Record<'_, '_>, at: &At<written::Claim>, known: &Known) -> Vec<String> {
    let topics = &at.value().topics;
    if topics.is_empty() {
        record.lacks(&at.span(), "topics", "topics = [\"…\"].");
    }
    record.once(topics);
    for topic in topics {
        record.knows(&known.topics, topic);
    }
    topics.iter().map(|at| at.value().clone()).collect()
}

/// A date with its basis; one that was worked out says how.
fn when(record: &mut Record<'_, '_>, at: &At<written::When>) -> Option<When> {
    let (written, table) = (at.value(), at.span());
    let date = record.need(&written.when, &table, "when", "when = \"2024-10-18\".");
    let date = date.and_then(|at| record.date(at));
    if written.basis.is_none() {
        let example = "basis = \"stated\" if a source prints the date in full, else \"inferred\" \
                       with why.en and why.id.";
        record.lacks(&table, "basis", example);
    }
    if written.basis == Some(Basis::Inferred) && written.why.is_none() {
        let example = "how it was worked out: why.en = \"…\" and why.id = \"…\".";
        let what = "this date is inferred, but nothing says from what";
        record.lacks_so(&table, "why", what, example);
    }
    let why = record.text(&written.why, "why", LONGEST_TEXT);
    Some(When {
        when: date?,
        basis: written.basis?,
        why,
    })
}

fn said_on(
    record: &mut Record<'_, '_>,
    at: &At<written::When>,
    reviewed: Option<Day>,
) -> Option<When> {
    let said = when(record, at)?;
    if let Some(written) = &at.value().when {
        record.not_after_review(&said.when, written, "said", reviewed);
    }
    Some(said)
}

impl Record<'_, '_> {
    /// A date by which something was known must have come by the review.
    pub(super) fn not_after_review(
        &mut self,
        date: &Date,
        at: &At<String>,
        done: &str,
        reviewed: Option<Day>,
    ) {
        if let (Some(earliest), Some(reviewed)) = (date.earliest(), reviewed)
            && reviewed < earliest
        {
            let what = format!("{done} {date}, after the facts were reviewed on {reviewed}");
            self.error(
                at.span(),
                what,
                "correct the date, or `reviewed` of [dossier].",
            );
        }
    }
}

/// The changes to a claim, oldest first.
fn changes(
    record: &mut Record<'_, '_>,
    written: &[At<written::Change>],
    recorded: Option<Day>,
) -> Vec<Change> {
    let changes = written.iter().filter_map(|at| change(record, at, recorded));
    let mut changes: Vec<Change> = changes.collect();
    changes.sort_by_key(|change| change.on);
    changes
}

fn change(
    record: &mut Record<'_, '_>,
    at: &At<written::Change>,
    recorded: Option<Day>,
) -> Option<Change> {
    let (written, table) = (at.value(), at.span());
    let on = record.need_day(&written.on, &table, "on");
    let note = record.need_text(&written.note, &table, "note", LONGEST_TEXT);
    if let (Some(on), Some(recorded), Some(at)) = (on, recorded, &written.on)
        && on < recorded
    {
        let what = format!("changed on {on}, before it was recorded on {recorded}");
        record.error(at.span(), what, "correct the day, or `recorded`.");
    }
    Some(Change { on: on?, note })
}

fn same_in_two_languages(record: &mut Record<'_, '_>, text: &written::Text) {
    let Some(texts) = text else { return };
    let words: Vec<&At<String>> = texts.value().values().collect();
    for (number, at) in words.iter().enumerate() {
        if words
            .iter()
            .take(number)
            .any(|earlier| earlier.value() == at.value())
        {
            let mend = "translate it, unless it really reads the same.".to_owned();
            record.warn(at.span(), "the same sentence in two languages", mend);
        }
    }
}
