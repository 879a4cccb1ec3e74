//! What an archive keeps of a source, and that the source itself is gone.

use super::super::diagnostics::Record;
use super::super::fields::LONGEST_TEXT;
use super::Known;
use crate::facts::Archived;
use crate::facts::date::{Date, Day};
use crate::facts::written::{self, At};

/// The archived copy of a source.
pub(super) fn archived(
    record: &mut Record<'_, '_>,
    source: &written::Source,
    issued: Option<&Date>,
    known: &Known,
) -> Option<Archived> {
    let at = source.archived.as_ref()?;
    match &source.url {
        None => {
            let what = "an archived copy, but nothing says of which address";
            record.error(
                at.span(),
                what,
                "add the source’s own address: url = \"…\".",
            );
        }
        Some(url) if **url == *at.url => {
            let what = "the archived copy is at the source’s own address";
            record.error(at.url.span(), what, "give the address of the copy.");
        }
        Some(_) => {}
    }
    let on = day_after(record, &at.on, ("archived", issued), known);
    Some(Archived {
        url: record.address(&at.url),
        by: record.string(&at.by, LONGEST_TEXT),
        on: on?,
    })
}

/// The day on which a source was found to be gone.
pub(super) fn gone(
    record: &mut Record<'_, '_>,
    source: &written::Source,
    issued: Option<&Date>,
    known: &Known,
) -> Option<Day> {
    let at = source.gone.as_ref()?;
    if source.url.is_none() {
        let what = "gone, but nothing says from which address";
        record.error(
            at.span(),
            what,
            "add the address: url = \"…\", or remove `gone`.",
        );
    }
    day_after(record, at, ("gone", issued), known)
}

/// A day that is not before the publication, nor long after the review.
fn day_after(
    record: &mut Record<'_, '_>,
    at: &At<String>,
    (done, issued): (&str, Option<&Date>),
    known: &Known,
) -> Option<Day> {
    let day = record.day(at);
    record.not_long_after(day, at, done, known.reviewed);
    if let (Some(day), Some(issued)) = (day, issued.and_then(|date| date.earliest()))
        && day < issued
    {
        let what = format!("{done} on {day}, before it was published");
        record.error(at.span(), what, "correct the day, or `issued`.");
    }
    day
}
