//! Sources: what was published, where, when, and whether it is a copy.

use super::super::circles::closing;
use super::super::diagnostics::{Diagnostics, Record, hint, shown};
use super::super::fields::LONGEST_TEXT;
use super::super::shape::Placed;
use super::Known;
use super::archived::{archived, gone};
use super::author::authors;
use crate::facts::date::{Date, Day};
use crate::facts::invisible;
use crate::facts::vocabulary::Basis;
use crate::facts::written::{self, At};
use crate::facts::{Links, Source};

/// The item types of CSL 1.0.2, appendix III of its specification.
const TYPES: &str = "article article-journal article-magazine article-newspaper bill book broadcast chapter classic \
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview \
    legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance \
    periodical personal_communication post post-weblog regulation report review review-book software song speech \
    standard thesis treaty webpage";

/// Reads a source.
pub(super) fn source(
    record: &mut Record<'_, '_>,
    source: &At<written::Source>,
    known: &Known,
) -> Source {
    item_type(record, &source.csl_type);
    for id in [&source.family].into_iter().chain(&source.origin) {
        record.well_formed(id, "family");
    }
    let accessed = source.accessed.as_ref().and_then(|at| {
        let day = record.day(at);
        record.not_long_after(day, at, "read", known.reviewed);
        day
    });
    if let Some(of) = &source.mirror_of {
        record.knows(&known.sources, of);
    }
    if let Some(name) = &source.archive {
        archive_name(record, name);
    }
    let issued = issued(record, source, accessed, known.reviewed);
    let text = |at: &Option<At<String>>| at.as_ref().map(|at| at.to_string());
    Source {
        id: source.id.to_string(),
        csl_type: source.csl_type.to_string(),
        title: record.string(&source.title, LONGEST_TEXT),
        title_own: source.title_own.unwrap_or(true),
        authors: authors(record, &source.author),
        publisher: record.string(&source.publisher, LONGEST_TEXT),
        family: source.family.to_string(),
        origin: text(&source.origin),
        mirror_of: text(&source.mirror_of),
        issued_basis: source.issued_basis.unwrap_or(Basis::Stated),
        accessed,
        url: source.url.as_ref().map(|url| record.address(url)),
        archived: archived(record, source, issued.as_ref(), known),
        gone: gone(record, source, issued.as_ref(), known),
        issued,
        language: record.language(&source.language),
        foreign: record
            .diagnostics
            .languages
            .spoken(&source.language)
            .is_none(),
        archive: text(&source.archive),
        note: record.own_words(&source.note, "note"),
        links: Links::default(),
    }
}

fn item_type(record: &mut Record<'_, '_>, at: &At<String>) {
    if !TYPES.split(' ').any(|known| known == **at) {
        let common = "common types are article-newspaper, article-journal, webpage, report, \
                      broadcast, interview, speech, treaty; the others are those of CSL 1.0.2.";
        let help = hint(at, TYPES.split(' '), common);
        record.error(at.span(), format!("unknown type {}", shown(at)), help);
    }
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

/// Reports an archive name that is not the plain name of a file in the archive folder.
fn archive_name(record: &mut Record<'_, '_>, at: &At<String>) {
    let plain = !at.is_empty() && !at.starts_with('.') && !at.contains(['/', '\\']);
    if !plain || at.contains(invisible::is_unseen) {
        let what = format!("{} is not the name of a file", shown(at));
        let help = "give the file’s name without a folder: \"article.txt\".";
        record.error(at.span(), what, help);
    }
}

/// Reports sources that are copies of one another.
pub(super) fn note_circular_copies(
    written: &[Placed<written::Source>],
    diagnostics: &mut Diagnostics<'_>,
) {
    for circle in closing(written, |source| source.mirror_of.iter().collect()) {
        let what = if circle.alone {
            "a source that is a copy of itself".to_owned()
        } else {
            format!(
                "sources are copies of one another in a circle: {}",
                circle.line
            )
        };
        let help = "remove `mirror_of` from the one that was first.";
        let mut record = circle.placed.record(diagnostics);
        record.error(circle.reference.span(), what, help);
    }
}
