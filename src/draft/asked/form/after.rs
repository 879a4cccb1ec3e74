//! The fact file as it will be.

use super::{Record, Told, Written};
use crate::draft::dossier::Dossier;
use crate::draft::gate::{Edit, path_at, standing};
use crate::facts::file::{Part, read};
use crate::facts::problem::Problem;

/// The parts as they will be.
pub(super) fn after(dossier: &Dossier, edits: &[Edit]) -> Vec<Part> {
    let mut parts = dossier.parts.clone();
    for edit in edits {
        match parts.iter_mut().find(|part| part.name == edit.file) {
            Some(part) => part.text.clone_from(&edit.text),
            None => parts.push(Part {
                name: edit.file.clone(),
                text: edit.text.clone(),
            }),
        }
    }
    parts.sort_by(|one, other| one.name.cmp(&other.name));
    parts
}

/// The errors that the dossier did not have before: what is filled in does not fit to a record elsewhere.
pub(super) fn errors(dossier: &Dossier, after: Vec<Problem>) -> Vec<Problem> {
    let before = read(&dossier.parts).err().unwrap_or_default();
    let is_new = |problem: &Problem| {
        let same = |one: &Problem| one.what == problem.what && one.record == problem.record;
        !before.iter().any(same)
    };
    after.into_iter().filter(is_new).collect()
}

pub(super) fn written(edits: &[Edit], records: &[Record], ids: &[String]) -> Vec<Written> {
    let records = || records.iter().zip(ids);
    let inside = |edit: &Edit| {
        let found = records().filter_map(|(record, id)| {
            let line = standing(&edit.text, record.kind, id)?.line;
            let file = edit.file.clone();
            Some(Written {
                kind: record.kind,
                id: id.clone(),
                file,
                line,
            })
        });
        found.collect::<Vec<_>>()
    };
    edits.iter().flat_map(inside).collect()
}

/// The warnings that are about the form's own records.
pub(super) fn warnings(
    all: &[Problem],
    parts: &[Part],
    records: &[Record],
    ids: &[String],
) -> Vec<Told> {
    let mut told = Vec::new();
    for problem in all {
        let Some(part) = parts.iter().find(|part| part.name == problem.file) else {
            continue;
        };
        for (number, (record, id)) in records.iter().zip(ids).enumerate() {
            let Some(standing) = standing(&part.text, record.kind, id) else {
                continue;
            };
            let (start, end) = (standing.start, standing.end);
            if (start..end).contains(&problem.span.start) {
                let own = part.text.get(start..end).unwrap_or_default();
                let path = path_at(own, record.kind, problem.span.start - start);
                let path = path.unwrap_or_default();
                told.push(Told::of(number, &path, problem.clone()));
            }
        }
    }
    told
}
