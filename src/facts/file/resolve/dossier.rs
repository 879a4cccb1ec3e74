//! The dossier and the measures.

use super::super::diagnostics::{Diagnostics, Record, shown};
use super::super::fields::LONGEST_TEXT;
use super::super::shape::Placed;
use crate::facts::written::{self, At};
use crate::facts::{Dossier, Languages, Measure, known_language};

/// Reads the dossier, which must be written exactly once.
pub(super) fn dossier(
    written: Option<&Placed<written::Dossier>>,
    diagnostics: &mut Diagnostics<'_>,
) -> Option<Dossier> {
    let Some(dossier) = written else {
        if !diagnostics.incomplete() {
            let help = "write it once, in one of the files; data/FORMAT.md shows how.";
            let mut record = diagnostics.record(0, "", "");
            record.error(0..0, "there is no [dossier]", help);
        }
        return None;
    };
    let record = &mut dossier.record(diagnostics);
    let languages = languages(record, dossier);
    record.diagnostics.languages = languages.clone();
    for text in [&dossier.title, &dossier.about, &dossier.report] {
        record.wording(text);
    }
    record.well_formed(&dossier.id, "dossier");
    Some(Dossier {
        languages,
        title: record.text(&dossier.title, "title"),
        about: record.text(&dossier.about, "about"),
        report: record.text(&dossier.report, "report"),
        licence: record.string(&dossier.licence, LONGEST_TEXT),
        id: dossier.id.to_string(),
        reviewed: record.day(&dossier.reviewed)?,
        synonyms: synonyms(record, &dossier.synonyms),
    })
}

/// The languages of the dossier: any that are known, written as they are called.
fn languages(record: &mut Record<'_, '_>, dossier: &At<written::Dossier>) -> Languages {
    let example = "languages = [\"en\"].";
    record.not_empty(&dossier.languages, &dossier.span(), "languages", example);
    record.once(&dossier.languages);
    let mut languages = Vec::new();
    for code in &dossier.languages {
        match known_language(code) {
            Ok(lang) if languages.contains(&lang) => {}
            Ok(lang) => languages.push(lang),
            Err(help) => {
                let what = format!("{} is not a language that is known", shown(code));
                record.error(code.span(), what, help);
            }
        }
    }
    Languages(languages)
}

/// Reads a measure.
pub(super) fn measure(record: &mut Record<'_, '_>, measure: &At<written::Measure>) -> Measure {
    record.wording(&measure.name);
    record.wording(&measure.unit);
    Measure {
        id: measure.id.to_string(),
        name: record.text(&measure.name, "name"),
        unit: record.text(&measure.unit, "unit"),
    }
}

/// Groups of words that stand for each other in questions: single words, and never one alone.
fn synonyms(record: &mut Record<'_, '_>, groups: &[Vec<At<String>>]) -> Vec<Vec<String>> {
    let example = "write groups of single words: synonyms = [[\"clock\", \"timepiece\"]].";
    for group in groups {
        record.once(group);
        if let [alone] = group.as_slice() {
            let what = format!("{} stands for no other word", shown(alone));
            record.error(alone.span(), what, example);
        }
        for word in group.iter().filter(|word| word.trim().contains(' ')) {
            let what = format!("{} is more than one word", shown(word));
            record.error(word.span(), what, example);
        }
    }
    groups.iter().map(|group| record.strings(group)).collect()
}
