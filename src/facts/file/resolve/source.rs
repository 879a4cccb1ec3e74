//! Sources: what was published, where, when, and whether it is a copy.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::circles::{circles, drawn};
use super::super::fields::LONGEST_TEXT;
use super::super::findings::{Findings, Record};
use super::super::index::record_name;
use super::super::nearest::{hint, shown};
use super::super::shape::Placed;
use super::Known;
use crate::facts::Source;
use crate::facts::date::{Date, Day};
use crate::facts::vocabulary::Basis;
use crate::facts::written::{self, At};

/// The item types of CSL 1.0.2, appendix III of its specification.
const TYPES: [&str; 45] = [
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
];

/// Reads the sources, in the order of the file.
pub(super) fn sources(
    written: &[Placed<written::Source>],
    known: &mut Known,
    findings: &mut Findings<'_>,
) -> Vec<Arc<Source>> {
    no_circular_copies(written, findings);
    super::each(written, findings, |placed, findings| {
        let mut record = findings.record(
            placed.part,
            record_name("source", placed.at.value().id.as_ref()),
        );
        let source = read(&mut record, &placed.at, known)?;
        Some(known.sources.keep(&source.id.clone(), source))
    })
}

fn read(record: &mut Record<'_, '_>, at: &At<written::Source>, known: &Known) -> Option<Source> {
    let (source, at) = (at.value(), at.span());
    let csl_type = record.need(
        &source.csl_type,
        &at,
        "type",
        "type = \"article-newspaper\", or webpage, report ….",
    );
    let csl_type = csl_type.map(|written| item_type(record, written));
    let title = record.need_string(&source.title, &at, "title", "title = \"…\".");
    let publisher = record.need_string(&source.publisher, &at, "publisher", "publisher = \"…\".");
    let family = record.need(
        &source.family,
        &at,
        "family",
        "family = \"…\", the same for papers of one owner.",
    );
    for id in family.into_iter().chain(&source.origin) {
        record.well_formed(id, "family");
    }
    let accessed = source.accessed.as_ref().and_then(|at| record.day(at));
    let language = record.need(&source.language, &at, "language", "language = \"en\".");
    let language = language.map(|code| record.language(code));
    let issued = issued(record, source, accessed, known.reviewed);
    if let Some(of) = &source.mirror_of {
        record.knows(&known.sources, of);
    }
    if let Some(name) = &source.archive {
        archive_name(record, name);
    }
    let url = source.url.as_ref().map(|url| record.address(url));
    let note = record.text(&source.note, "note", LONGEST_TEXT);
    record.wording(&source.note);
    Some(Source {
        id: source.id.as_ref()?.value().clone(),
        csl_type: csl_type?,
        title: title?,
        title_own: source.title_own.unwrap_or(true),
        publisher: publisher?,
        family: family?.value().clone(),
        origin: source.origin.as_ref().map(|at| at.value().clone()),
        mirror_of: source.mirror_of.as_ref().map(|at| at.value().clone()),
        issued,
        issued_basis: source.issued_basis.unwrap_or(Basis::Stated),
        accessed,
        url,
        language: language?,
        archive: source.archive.as_ref().map(|at| at.value().clone()),
        note,
    })
}

fn item_type(record: &mut Record<'_, '_>, at: &At<String>) -> String {
    if !TYPES.contains(&at.value().as_str()) {
        let common = "common types are article-newspaper, article-journal, webpage, report, \
                      broadcast, interview, speech, treaty; the others are those of CSL 1.0.2.";
        let mend = hint(at.value(), TYPES.into_iter(), common);
        record.error(
            at.span(),
            format!("unknown type {}", shown(at.value())),
            mend,
        );
    }
    at.value().clone()
}

/// The date of publication: not after the review, and not after the source was read.
fn issued(
    record: &mut Record<'_, '_>,
    source: &written::Source,
    accessed: Option<Day>,
    reviewed: Option<Day>,
) -> Option<Date> {
    let at = source.issued.as_ref()?;
    let date = record.date(at)?;
    record.not_after_review(&date, at, "published", reviewed);
    if let (Some(earliest), Some(accessed)) = (date.earliest(), accessed)
        && accessed < earliest
    {
        let what = format!("read on {accessed}, before it was published");
        record.error(at.span(), what, "correct `issued` or `accessed`.");
    }
    Some(date)
}

/// An archive is a file in one folder: its name leads nowhere else.
fn archive_name(record: &mut Record<'_, '_>, at: &At<String>) {
    let name = at.value();
    if name.starts_with('.') || name.is_empty() || name.contains(['/', '\\', '\0']) {
        let what = format!("{} is not the name of a file", shown(name));
        record.error(
            at.span(),
            what,
            "give the file’s name without a folder: \"article.txt\".",
        );
    }
}

fn no_circular_copies(written: &[Placed<written::Source>], findings: &mut Findings<'_>) {
    let by_id: BTreeMap<&str, &Placed<written::Source>> = written
        .iter()
        .rev()
        .filter_map(|placed| Some((placed.at.value().id.as_ref()?.value().as_str(), placed)))
        .collect();
    let next = |from: &str| {
        let copied = by_id
            .get(from)
            .and_then(|placed| placed.at.value().mirror_of.as_ref());
        copied.map(|at| at.value().as_str()).into_iter().collect()
    };
    let ids = written
        .iter()
        .filter_map(|placed| placed.at.value().id.as_ref());
    for circle in circles(ids.map(|id| id.value().as_str()), next) {
        let Some(placed) = circle.last().and_then(|last| by_id.get(last)) else {
            continue;
        };
        let Some(at) = &placed.at.value().mirror_of else {
            continue;
        };
        let mut record = findings.record(
            placed.part,
            record_name("source", placed.at.value().id.as_ref()),
        );
        let what = match circle.as_slice() {
            [_] => "a source that is a copy of itself".to_owned(),
            _ => format!(
                "sources are copies of one another in a circle: {}",
                drawn(&circle)
            ),
        };
        record.error(
            at.span(),
            what,
            "remove `mirror_of` from the one that was first.",
        );
    }
}
