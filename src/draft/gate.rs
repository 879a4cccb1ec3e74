//! The gate for drafts: the checker of the fact file reads them together with the dossier, and what it says is shown
//! where the values were found. What has no problem becomes edits.

mod edit;
mod locate;
mod there;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml_edit::{DocumentMut, Item, Table};

use super::Outcome;
use super::dossier::{Dossier, KINDS};
use super::original::Original;
use super::record::{Draft, shape};
use crate::facts::file::{Part, read};
use crate::facts::problem::{Problem, Severity};

use edit::edits;
pub use edit::{Edit, NotWritten};
pub(super) use locate::{Standing, path_at, standings};

/// The name of the part in which the drafts are checked: no file has it.
const PART: &str = "\u{0}drafts";

/// The keys that name other records, and the kind of these. `#` is the number of a member.
const REFERENCES: [(&str, &str); 14] = [
    ("topics.#", "topic"),
    ("by.#", "speaker"),
    ("citing.#", "speaker"),
    ("about.who.#", "speaker"),
    ("for", "speaker"),
    ("mirror_of", "source"),
    ("evidence.#.source", "source"),
    ("quote.#.source", "source"),
    ("figure.#.source", "source"),
    ("figure.#.measure", "measure"),
    ("figure.#.by.#", "speaker"),
    ("link.#.to", "claim"),
    ("asks", "claim"),
    ("lead.#", "claim"),
];

/// What becomes of a record that is there and of which there is a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// It stays as it is.
    Kept,
    /// It takes what the draft says, and keeps the rest.
    Updated,
    /// It becomes the draft.
    Replaced,
}

/// Checks drafts and makes edits of those without a problem.
pub(super) fn pass(
    dossier: &Dossier,
    original: &Original,
    drafts: Vec<Draft>,
    problems: Vec<Problem>,
    known: Known,
) -> Outcome {
    let mut gate = Gate {
        dossier,
        original,
        problems,
        dropped: BTreeMap::new(),
    };
    let mut unchanged = 0;
    let drafts = gate.once(drafts);
    let drafts = gate.not_there(drafts, known, &mut unchanged);
    let mut kept = gate.checked(drafts);
    // What refers to a record that is left out is left out as well.
    loop {
        let before = kept.len();
        kept = gate.closed(kept);
        if kept.len() == before {
            break;
        }
        kept = gate.checked(kept);
    }
    let written = KINDS
        .iter()
        .map(|kind| (*kind, kept.iter().filter(|one| one.kind == *kind).count()));
    let written = written.filter(|(_, count)| *count > 0).collect();
    let edits = edits(dossier, &kept, known == Known::Replaced);
    if edits.is_none()
        && let Some(first) = kept.first()
    {
        let what = "the file holds such records in another form";
        let help = "write each record there below a header of its own: [[claim]].";
        gate.problems.push(original.error(&first.place, what, help));
    }
    gate.problems
        .sort_by_key(|problem| (problem.span.start, problem.span.end));
    gate.problems.dedup();
    Outcome {
        written,
        edits: edits.unwrap_or_default(),
        problems: gate.problems,
        unchanged,
    }
}

/// What is known while drafts pass.
pub(super) struct Gate<'g> {
    pub(super) dossier: &'g Dossier,
    pub(super) original: &'g Original,
    pub(super) problems: Vec<Problem>,
    /// The records that are left out, each with its row or entry.
    dropped: BTreeMap<(&'static str, String), String>,
}

impl Gate<'_> {
    /// The drafts that the checker accepts; the problems of the others are reported where their values were found.
    fn checked(&mut self, drafts: Vec<Draft>) -> Vec<Draft> {
        let mut text = String::new();
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for draft in &drafts {
            let start = text.len();
            text.push_str(&alone(draft));
            ranges.push(start..text.len());
        }
        let mut parts = self.without(&drafts);
        parts.push(Part {
            name: PART.to_owned(),
            text: text.clone(),
        });
        let found = read(&parts).err().unwrap_or_default();
        let mut wrong: BTreeSet<usize> = BTreeSet::new();
        for problem in found.into_iter().filter(|problem| problem.file == PART) {
            let number = ranges.partition_point(|range| range.end <= problem.span.start);
            let Some((draft, range)) = drafts.get(number).zip(ranges.get(number)) else {
                continue;
            };
            wrong.insert(number);
            let own = text.get(range.clone()).unwrap_or_default();
            self.report(
                draft,
                own,
                problem.span.start.saturating_sub(range.start),
                problem,
            );
        }
        let mut kept = Vec::new();
        for (number, draft) in drafts.into_iter().enumerate() {
            if draft.is_broken || wrong.contains(&number) {
                let key = (draft.kind, draft.id().to_owned());
                self.dropped.insert(key, draft.place.label.to_string());
            } else {
                kept.push(draft);
            }
        }
        kept
    }

    /// Reports a problem of a draft at the place where the value stands.
    fn report(&mut self, draft: &Draft, text: &str, at: usize, problem: Problem) {
        let path = path_at(text, draft.kind, at).unwrap_or_default();
        if draft.is_broken && !draft.is_found(&path) {
            return; // What is missing in a broken draft was told in words that suit its text.
        }
        let place = draft.place_of(&path);
        let told = self
            .original
            .problem(Severity::Error, place, problem.what, problem.help);
        self.problems.push(told);
    }

    /// The drafts without those that refer to a record that is left out.
    fn closed(&mut self, mut drafts: Vec<Draft>) -> Vec<Draft> {
        loop {
            let before = drafts.len();
            let mut kept = Vec::new();
            for draft in drafts {
                let texts = draft.texts();
                let lost = texts.iter().find_map(|(path, id)| {
                    let kind = reference(path)?;
                    let key = (kind, (*id).to_owned());
                    let there = self.dossier.get(kind, id).is_some();
                    let label = self.dropped.get(&key).filter(|_| !there)?;
                    Some((
                        path.clone(),
                        format!("the {kind} “{id}” is left out, in {label}"),
                    ))
                });
                let Some((path, what)) = lost else {
                    kept.push(draft);
                    continue;
                };
                let help = format!("correct that one first; this {} waits for it.", draft.kind);
                self.problems
                    .push(self.original.error(draft.place_of(&path), what, help));
                let key = (draft.kind, draft.id().to_owned());
                self.dropped.insert(key, draft.place.label.to_string());
            }
            drafts = kept;
            if drafts.len() == before {
                return drafts;
            }
        }
    }

    /// The parts of the dossier without the records that the drafts replace.
    fn without(&self, drafts: &[Draft]) -> Vec<Part> {
        let mut parts = self.dossier.parts.clone();
        let replaced = drafts
            .iter()
            .filter(|draft| self.dossier.get(draft.kind, draft.id()).is_some());
        let replaced: Vec<&Draft> = replaced.collect();
        if replaced.is_empty() {
            return parts;
        }
        for part in &mut parts {
            let Ok(mut document) = part.text.parse::<DocumentMut>() else {
                continue;
            };
            for draft in &replaced {
                let records = document
                    .get_mut(draft.kind)
                    .and_then(Item::as_array_of_tables_mut);
                if let Some(records) = records {
                    let id =
                        |table: &Table| table.get("id").and_then(Item::as_str) == Some(draft.id());
                    records.retain(|table| !id(table));
                }
            }
            part.text = document.to_string();
        }
        parts
    }
}

/// A draft as TOML of its own.
pub(super) fn alone(draft: &Draft) -> String {
    let mut records = toml_edit::ArrayOfTables::new();
    records.push(draft.table());
    let mut document = DocumentMut::new();
    document.insert(draft.kind, Item::ArrayOfTables(records));
    document.to_string()
}

/// The kind of record that the text at a path names.
fn reference(path: &str) -> Option<&'static str> {
    let path = shape(path);
    REFERENCES
        .iter()
        .find(|(known, _)| *known == path)
        .map(|(_, kind)| *kind)
}
