//! A form: records that somebody fills in, all keys at once, with what the checker says of each of them.
//!
//! They are checked together, so that a claim may name a source that is filled in beside it.

mod after;
mod fill;
mod gaps;
mod offers;
mod reading;
mod sheet;

pub use offers::{Offer, offers};
pub use reading::{Reading, readings};

use after::{after, warnings, written};
use gaps::gaps;
use serde_json::Value;
use sheet::Sheet;

use crate::draft::dossier::Dossier;
use crate::draft::gate::{self, Edit, Known};
use crate::facts::Facts;
use crate::facts::date::Day;
use crate::facts::file;
use crate::facts::problem::{Problem, Severity};

/// A record as somebody fills it in.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// What others in the form call it, after an `@`.
    pub key: String,
    /// The name of such records, as in `[[claim]]`.
    pub kind: &'static str,
    /// Its keys and values; what is empty counts as left out.
    pub value: Value,
    /// The record as it was when somebody began to change it; `None` if it is a new one.
    pub before: Option<Value>,
}

/// A problem, and where in the form it belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which of the records.
    pub record: usize,
    /// The key, such as `evidence.0.role`; empty if it is about the record as a whole.
    pub path: String,
    /// Whether something is missing rather than wrong.
    pub is_gap: bool,
    /// What is wrong.
    pub problem: Problem,
}

/// A value that the form can fill in by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    /// Of which record.
    pub record: usize,
    /// For which key.
    pub path: &'static str,
    /// The value.
    pub value: String,
}

/// Where a record will be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The kind of the record.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// The path of the file.
    pub file: String,
    /// The line of its header, from 1.
    pub line: usize,
}

/// What the checker says of a form, and what is to be written.
#[derive(Debug, Default)]
pub struct Checked {
    /// What is wrong, and what lacks.
    pub told: Vec<Told>,
    /// What was filled in, where somebody filled in nothing.
    pub suggested: Vec<Suggested>,
    /// The id of each record.
    pub ids: Vec<String>,
    /// The files that change, whole; none if there is an error, or nothing changes.
    pub edits: Vec<Edit>,
    /// Where each record that changes will stand.
    pub written: Vec<Written>,
    /// The facts as they will be; `None` if there is an error, also elsewhere in the dossier.
    pub facts: Option<Facts>,
}

impl Checked {
    /// Whether a record of the form has an error.
    pub fn is_wrong(&self) -> bool {
        let mut all = self.told.iter();
        all.any(|told| told.problem.severity == Severity::Error)
    }
}

/// Checks what somebody has filled in so far.
pub fn check(dossier: &Dossier, records: &[Record], today: Day) -> Checked {
    let filled = fill::fill(dossier, records, today);
    let ids = filled.values.iter().map(|value| id(value).to_owned());
    let mut checked = Checked {
        ids: ids.collect(),
        suggested: filled.suggested,
        ..Checked::default()
    };
    let mut sheet = Sheet::new(records, &filled.values);
    for (number, record) in records.iter().enumerate() {
        checked
            .told
            .extend(lacking(dossier, record, number, &mut sheet));
    }
    let (original, drafts) = (&sheet.original, sheet.drafts);
    let outcome = gate::pass(dossier, original, drafts, Vec::new(), Known::Replaced);
    for problem in outcome.problems {
        let place = sheet.places.range(..=problem.span.start).next_back();
        if let Some((_, (record, path))) = place {
            checked.told.push(Told::of(*record, path, problem));
        }
    }
    waits_for_another(&mut checked.told, &filled.references);
    if !checked.is_wrong() {
        checked.settle(dossier, records, outcome.edits);
    }
    checked
}

impl Told {
    fn of(record: usize, path: &str, problem: Problem) -> Self {
        Self {
            record,
            path: path.to_owned(),
            is_gap: false,
            problem,
        }
    }
}

impl Checked {
    /// Looks at the facts as the edits will make them: for warnings, and for records elsewhere to which they do not fit.
    fn settle(&mut self, dossier: &Dossier, records: &[Record], edits: Vec<Edit>) {
        let parts = after(dossier, &edits);
        match file::read(&parts) {
            Ok(read) => {
                self.told
                    .extend(warnings(&read.warnings, &parts, records, &self.ids));
                self.facts = Some(read.facts);
            }
            // Those that were there before are told beside the form.
            Err(errors) => {
                let new = after::errors(dossier, errors).into_iter();
                self.told
                    .extend(new.map(|problem| Told::of(0, "", problem)));
            }
        }
        if !self.is_wrong() {
            self.written = written(&edits, records, &self.ids);
            self.edits = edits;
        }
    }
}

/// What a record lacks, or has from another one; then it is not written.
fn lacking(dossier: &Dossier, record: &Record, number: usize, sheet: &mut Sheet) -> Vec<Told> {
    let Some(draft) = sheet.drafts.get_mut(number) else {
        return Vec::new();
    };
    let gap = |(path, help)| {
        let what = format!("`{path}` is missing");
        (path, true, what, help)
    };
    let taken = taken(dossier, record, draft.id());
    let taken = taken.map(|(what, help)| ("id".to_owned(), false, what, help));
    let gaps = gaps(dossier, record.kind, &draft.value);
    let lacking = gaps.into_iter().map(gap).chain(taken);
    let told: Vec<Told> = lacking
        .map(|(path, is_gap, what, help)| {
            let problem = sheet.original.error(draft.place_of(&path), what, help);
            Told {
                record: number,
                path,
                is_gap,
                problem,
            }
        })
        .collect();
    draft.is_broken = !told.is_empty();
    told
}

fn id(value: &Value) -> &str {
    value["id"].as_str().unwrap_or_default()
}

/// What is wrong with the id of a new record that another one has.
fn taken(dossier: &Dossier, record: &Record, id: &str) -> Option<(String, String)> {
    let there = dossier.get(record.kind, id).is_some() && record.before.is_none();
    let kind = record.kind;
    there.then(|| {
        let help = format!("give this {kind} another id, or change that one.");
        (format!("the {kind} “{id}” is there already"), help)
    })
}

/// Drops what is said of a name only because the record that it names, beside it in the form, has a problem of its own.
fn waits_for_another(told: &mut Vec<Told>, references: &[fill::Reference]) {
    let wrong: Vec<usize> = told.iter().map(|told| told.record).collect();
    told.retain(|told| {
        !references
            .iter()
            .any(|one| one.from == told.record && one.path == told.path && wrong.contains(&one.to))
    });
}
