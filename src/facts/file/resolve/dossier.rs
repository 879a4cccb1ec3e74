//! The dossier and the measures.

use super::super::diagnostics::{Diagnostics, Record, shown};
use super::super::fields::{LONGEST_TEXT, spoken};
use super::super::shape::Placed;
use crate::facts::written::{self, At};
use crate::facts::{Dossier, Lang, Measure};

/// Reads the dossier, which must be written exactly once.
pub(super) fn dossier(
    written: Option<&Placed<written::Dossier>>,
    diagnostics: &mut Diagnostics<'_>,
) -> Option<Dossier> {
    let Some(dossier) = written else {
        if !diagnostics.incomplete() {
            let help = "write it once, in one of the files; data/FORMAT.md shows how.";
            let mut record = diagnostics.record(0, String::new());
            record.error(0..0, "there is no [dossier]", help);
        }
        return None;
    };
    let record = &mut dossier.record(diagnostics);
    for text in [&dossier.title, &dossier.about, &dossier.report] {
        record.wording(text);
    }
    record.well_formed(&dossier.id, "dossier");
    Some(Dossier {
        languages: languages(record, dossier),
        title: record.text(&dossier.title, "title"),
        about: record.text(&dossier.about, "about"),
        report: record.text(&dossier.report, "report"),
        licence: record.string(&dossier.licence, LONGEST_TEXT),
        id: dossier.id.to_string(),
        reviewed: record.day(&dossier.reviewed)?,
        synonyms: synonyms(record, &dossier.synonyms),
    })
}

/// The languages of the dossier: all that the bot speaks, because every answer offers each of them.
fn languages(record: &mut Record<'_, '_>, dossier: &At<written::Dossier>) -> Vec<Lang> {
    let example = "languages = [\"en\", \"id\"].";
    record.not_empty(&dossier.languages, &dossier.span(), "languages", example);
    record.once(&dossier.languages);
    let mut languages = Vec::new();
    for code in &dossier.languages {
        match spoken(code) {
            Some(lang) if languages.contains(&lang) => {}
            Some(lang) => languages.push(lang),
            None => {
                let known = Lang::ALL.map(Lang::code).join(", ");
                let what = format!("the bot does not speak {}", shown(code));
                record.error(code.span(), what, format!("it speaks {known}."));
            }
        }
    }
    if let Some(first) = dossier.languages.first() {
        for lang in Lang::ALL.iter().filter(|lang| !languages.contains(lang)) {
            let what = format!("`languages` has no “{}”", lang.code());
            let help = format!("every answer is offered in each language: {example}");
            record.error(first.span(), what, help);
        }
    }
    languages
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
