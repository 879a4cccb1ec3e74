//! Claims: who said what about whom, and when.

use super::super::diagnostics::{Record, safe};
use super::{Known, evidence, links, quote};
use crate::facts::date::{Date, Day};
use crate::facts::vocabulary::{Basis, Kind, Role};
use crate::facts::written::{self, At};
use crate::facts::{Change, Claim, Evidence, When, lint};

/// Reads a claim.
pub(super) fn claim(
    record: &mut Record<'_, '_>,
    at: &At<written::Claim>,
    known: &Known,
) -> Option<Claim> {
    let mut claim = read(record, at, known)?;
    claim.since = known.reviewed.and_then(|day| claim.first_known(day));
    let whole = claim.evidence.len() == at.evidence.len();
    // A claim said after the review is reported separately.
    if whole && claim.said.when.earliest() <= known.reviewed {
        carried(record, at, &claim);
    }
    if let Some(origin) = lint::single_origin(&claim) {
        let help = format!(
            "they count as one; look for a source that does not rest on “{}”.",
            safe(origin)
        );
        record.warn(
            at.id.span(),
            "several sources, but all from one origin",
            help,
        );
    }
    Some(claim)
}

/// Reports a claim whose sources all came out before it was said, or before what it reports happened: such a source
/// cannot carry it.
fn carried(record: &mut Record<'_, '_>, at: &At<written::Claim>, claim: &Claim) {
    let mut evidence = claim.evidence.iter();
    let whole = |one: &Evidence| !matches!(one.role, Role::Part | Role::Contradicts);
    let says_so = evidence.clone().any(whole);
    if says_so && !evidence.any(|one| one.carries(claim)) {
        let (what, help) = match claim.kind {
            Kind::Reports => (
                "every source of this claim came out before what it reports happened",
                "add a source that carries it, or correct `about.when` or `issued`.",
            ),
            _ => (
                "every source of this claim came out before it was said",
                "add a source that carries it, or correct `said` or `issued`.",
            ),
        };
        record.error(at.span(), what, help);
    }
}

fn read(record: &mut Record<'_, '_>, at: &At<written::Claim>, known: &Known) -> Option<Claim> {
    let claim: &written::Claim = at;
    record.not_empty(&claim.topics, &at.span(), "topics", "topics = [\"…\"].");
    record.once(&claim.topics);
    for topic in &claim.topics {
        record.knows(&known.topics, topic);
    }
    record.not_empty(&claim.by, &at.span(), "by", "who says it: by = [\"…\"].");
    record.wording(&claim.text);
    same_in_two_languages(record, &claim.text);
    let said = when(record, &claim.said);
    if let Some(said) = &said {
        record.not_after_review(&said.when, &claim.said.when, "said", known.reviewed);
    }
    let happened = claim.about.when.as_ref().map(|at| when(record, at));
    let recorded = record.day(&claim.recorded);
    record.not_long_after(recorded, &claim.recorded, "recorded", known.reviewed);
    let revised = claim.revised.iter();
    let mut revised: Vec<_> = revised
        .filter_map(|at| change(record, at, recorded, known.reviewed))
        .collect();
    revised.sort_by_key(|change| change.on);
    let withdrawn = claim.withdrawn.as_ref();
    let withdrawn = withdrawn.map(|at| change(record, at, recorded, known.reviewed));
    let quotes = claim.quote.iter();
    let figures = claim.figure.iter();
    Some(Claim {
        id: claim.id.to_string(),
        topics: claim.topics.iter().map(|at| at.to_string()).collect(),
        kind: *claim.kind,
        by: record.find_all(&known.speakers, &claim.by),
        citing: record.find_all(&known.speakers, &claim.citing),
        via: record.own_words(&claim.via, "via"),
        about: record.find_all(&known.speakers, &claim.about.who),
        happened: happened.flatten(),
        place: record.own_words(&claim.about.place, "about.place"),
        text: record.text(&claim.text, "text"),
        evidence: evidence::evidence(record, at, known),
        quotes: quotes
            .filter_map(|at| quote::quote(record, at, claim, known))
            .collect(),
        figures: figures
            .filter_map(|at| evidence::figure(record, at, known))
            .collect(),
        links: links::links(record, claim, known),
        revised,
        withdrawn: withdrawn.flatten(),
        said: said?,
        recorded: recorded?,
        since: None,
    })
}

/// A date with its basis, and how it was inferred if it was.
fn when(record: &mut Record<'_, '_>, at: &At<written::When>) -> Option<When> {
    if at.basis == Basis::Inferred && at.why.is_none() {
        let what = "this date is inferred, but nothing says from what";
        let example = "how it was worked out: why.en = \"…\" and why.id = \"…\".";
        record.missing_as(&at.span(), "why", what, example);
    }
    let why = record.optional_text(&at.why, "why");
    Some(When {
        when: record.date(&at.when)?,
        basis: at.basis,
        why,
    })
}

impl Record<'_, '_> {
    /// Reports a date that is certainly after the review.
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
            let help = "correct the date, or `reviewed` of [dossier].";
            self.error(at.span(), what, help);
        }
    }
}

fn change(
    record: &mut Record<'_, '_>,
    at: &At<written::Change>,
    recorded: Option<Day>,
    reviewed: Option<Day>,
) -> Option<Change> {
    let note = record.text(&at.note, "note");
    let on = record.day(&at.on)?;
    record.not_long_after(Some(on), &at.on, "changed", reviewed);
    if let Some(recorded) = recorded.filter(|recorded| on < *recorded) {
        let what = format!("changed on {on}, before it was recorded on {recorded}");
        record.error(at.on.span(), what, "correct the day, or `recorded`.");
    }
    Some(Change { on, note })
}

fn same_in_two_languages(record: &mut Record<'_, '_>, text: &written::Text) {
    for (number, words) in text.values().enumerate() {
        let mut earlier = text.values().take(number);
        if earlier.any(|earlier| **earlier == **words) {
            let help = "translate it, unless it really reads the same.";
            record.warn(words.span(), "the same sentence in two languages", help);
        }
    }
}
