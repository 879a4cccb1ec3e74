//! The dossier, which is written once, and the measures.

use std::sync::Arc;

use super::super::fields::LONGEST_TEXT;
use super::super::findings::{Findings, Record};
use super::super::index::record_name;
use super::super::nearest::shown;
use super::super::shape::Placed;
use super::Known;
use crate::facts::written::{self, At};
use crate::facts::{Dossier, Lang, Measure};

/// The one dossier.
pub(super) fn dossier(
    written: &[Placed<written::Dossier>],
    findings: &mut Findings<'_>,
) -> Option<Dossier> {
    let Some(first) = written.first() else {
        if !findings.incomplete() {
            let mend = "write it once, in one of the files; data/FORMAT.md shows how.";
            findings
                .record(0, String::new())
                .error(0..0, "there is no [dossier]", mend);
        }
        return None;
    };
    for again in written.iter().skip(1) {
        let place = findings.elsewhere(first.part, &first.at.span());
        let mut record = findings.record(again.part, "dossier".to_owned());
        let what = format!("the dossier is already at {place}");
        record.error(again.at.span(), what, "keep one of the two.");
    }
    let (dossier, at) = (first.at.value(), first.at.span());
    let mut record = findings.record(first.part, record_name("dossier", dossier.id.as_ref()));
    let languages = languages(&mut record, dossier, &first.at);
    let id = record.need(
        &dossier.id,
        &at,
        "id",
        "a short name in lower case: id = \"…\".",
    );
    if let Some(id) = id {
        record.well_formed(id, "dossier");
    }
    let title = record.need_text(&dossier.title, &at, "title", LONGEST_TEXT);
    let about = record.need_text(&dossier.about, &at, "about", LONGEST_TEXT);
    let report = record.need_text(&dossier.report, &at, "report", LONGEST_TEXT);
    let licence = record.need_string(&dossier.licence, &at, "licence", "licence = \"CC-BY-4.0\".");
    let reviewed = record.need_day(&dossier.reviewed, &at, "reviewed");
    Some(Dossier {
        id: id?.value().clone(),
        title,
        about,
        languages,
        reviewed: reviewed?,
        licence: licence?,
        report,
    })
}

/// All the languages of the bot, because every answer offers each of them.
fn languages(
    record: &mut Record<'_, '_>,
    dossier: &written::Dossier,
    at: &At<written::Dossier>,
) -> Vec<Lang> {
    if dossier.languages.is_empty() {
        record.lacks(&at.span(), "languages", "languages = [\"en\", \"id\"].");
    }
    record.once(&dossier.languages);
    let mut languages = Vec::new();
    for code in &dossier.languages {
        match Lang::ALL
            .into_iter()
            .find(|lang| lang.code() == code.value())
        {
            Some(lang) if languages.contains(&lang) => {}
            Some(lang) => languages.push(lang),
            None => {
                let known: Vec<&str> = Lang::ALL.into_iter().map(Lang::code).collect();
                let what = format!("the bot does not speak {}", shown(code.value()));
                record.error(
                    code.span(),
                    what,
                    format!("it speaks {}.", known.join(", ")),
                );
            }
        }
    }
    if let Some(first) = dossier.languages.first() {
        for lang in Lang::ALL {
            if !languages.contains(&lang) {
                let what = format!("`languages` has no “{}”", lang.code());
                let mend =
                    "every answer is offered in each language: languages = [\"en\", \"id\"].";
                record.error(first.span(), what, mend);
            }
        }
    }
    languages
}

/// What numbers count.
pub(super) fn measures(
    written: &[Placed<written::Measure>],
    known: &mut Known,
    findings: &mut Findings<'_>,
) -> Vec<Arc<Measure>> {
    super::each(written, findings, |placed, findings| {
        let (measure, at) = (placed.at.value(), placed.at.span());
        let id = measure.id.as_ref();
        let mut record = findings.record(placed.part, record_name("measure", id));
        let name = record.need_text(&measure.name, &at, "name", LONGEST_TEXT);
        let unit = record.need_text(&measure.unit, &at, "unit", LONGEST_TEXT);
        let id = id?.value().clone();
        Some(known.measures.keep(&id.clone(), Measure { id, name, unit }))
    })
}
