//! The fact file as it will be.

use super::{Record, Told, Written};
use crate::draft::dossier::Dossier;
use crate::draft::gate::{Edit, Standing, path_at, standings};
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

/// Where the records of the form stand in the files that change.
pub(super) fn written(edits: &[Edit], records: &[Record], ids: &[String]) -> Vec<Written> {
    let mut written = Vec::new();
    for edit in edits {
        let standings = standings(&edit.text);
        for (record, id) in records.iter().zip(ids) {
            if let Some(standing) = standings.iter().find(|one| is_of(one, record, id)) {
                written.push(Written {
                    kind: record.kind,
                    id: id.clone(),
                    file: edit.file.clone(),
                    line: standing.line,
                });
            }
        }
    }
    written
}

fn is_of(standing: &Standing, record: &Record, id: &str) -> bool {
    standing.kind == record.kind && standing.id == id
}

/// The warnings that are about the form's own records.
pub(super) fn warnings(
    all: &[Problem],
    parts: &[Part],
    records: &[Record],
    ids: &[String],
) -> Vec<Told> {
    let mut told = Vec::new();
    for part in parts {
        let mut own = all
            .iter()
            .filter(|problem| problem.file == part.name)
            .peekable();
        if own.peek().is_none() {
            continue;
        }
        let standings = standings(&part.text);
        for problem in own {
            let at = problem.span.start;
            let Some(standing) = standings.iter().find(|one| one.span.contains(&at)) else {
                continue;
            };
            let mut named = records.iter().zip(ids);
            if let Some(number) = named.position(|(record, id)| is_of(standing, record, id)) {
                let text = part.text.get(standing.span.clone()).unwrap_or_default();
                let path = path_at(text, &standing.kind, at - standing.span.start);
                told.push(Told::of(number, &path.unwrap_or_default(), problem.clone()));
            }
        }
    }
    told
}
