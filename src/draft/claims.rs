//! Claims from the rows of a table: all rows with the same id are one claim, each with one of its sources.

use std::collections::BTreeMap;

use super::Options;
use super::cells::{Filled, Refused};
use super::columns::{CLAIM, Column, EVIDENCE, SOURCE, SPEAKER, named};
use super::dossier::Dossier;
use super::original::Original;
use super::record::Draft;
use super::rows::Row;
use super::settled::Settled;
use super::table::Table;
use super::unordered::Unordered;
use crate::export::csv::SEPARATOR;
use crate::facts::problem::Problem;
use crate::facts::within_marks;

/// The claims of a table, with the sources and speakers that the dossier does not have.
pub(super) fn drafts(
    dossier: &Dossier,
    original: &Original,
    table: &Table,
    options: &Options,
    problems: &mut Vec<Problem>,
) -> Vec<Draft> {
    let mut reading = Reading {
        dossier,
        original,
        table,
        options,
        problems,
        settled: Settled::by(table, options.day_first),
        unordered: Unordered::default(),
        first: BTreeMap::new(),
        drafts: Vec::new(),
    };
    reading.columns_there();
    for row in &table.rows {
        reading.speakers(row);
        reading.source(row);
        reading.claim(row);
    }
    let unordered = reading.unordered.problem(original);
    reading.problems.extend(unordered);
    let mut drafts = reading.drafts;
    let order = |draft: &Draft| {
        ["speaker", "source", "claim"]
            .iter()
            .position(|kind| *kind == draft.kind)
    };
    drafts.sort_by_key(order);
    drafts
}

struct Reading<'r> {
    dossier: &'r Dossier,
    original: &'r Original,
    table: &'r Table,
    options: &'r Options,
    problems: &'r mut Vec<Problem>,
    settled: Settled,
    unordered: Unordered,
    /// The row in which each record stands first, and its draft.
    first: BTreeMap<(&'static str, String), (&'r Row, usize)>,
    drafts: Vec<Draft>,
}

impl<'r> Reading<'r> {
    /// Reports each required column that the table does not have, once.
    fn columns_there(&mut self) {
        for column in CLAIM
            .iter()
            .chain(&EVIDENCE)
            .filter(|column| column.required)
        {
            for name in named(column.name, &self.dossier.languages) {
                if !self.table.has(&name) {
                    let what = format!("there is no column “{name}”");
                    let help = "add it; without it no claim can be written.";
                    self.problems
                        .push(self.original.error(&self.table.header, what, help));
                }
            }
        }
    }

    /// The cells of a row in the columns of a record, with their paths.
    fn filled(&self, row: &'r Row, columns: &'static [Column]) -> Vec<Filled<'r>> {
        let languages = &self.dossier.languages;
        let mut cells = Vec::new();
        for column in columns {
            let names = named(column.name, languages);
            let paths = named(column.path, languages);
            // A path without a language belongs to a name without one.
            for (name, path) in names.into_iter().zip(paths) {
                let (text, place) = self.table.cell(row, &name);
                cells.push(Filled {
                    column,
                    name,
                    path,
                    text,
                    place,
                });
            }
        }
        cells
    }

    /// The claim of a row, or one more source for it.
    fn claim(&mut self, row: &'r Row) {
        let (id, place) = self.table.cell(row, "claim");
        let key = ("claim", id.to_owned());
        let cells = self.filled(row, &CLAIM);
        let known = self.first.get(&key).copied().filter(|_| !id.is_empty());
        let number = match known {
            Some((first, number)) => {
                self.same(first, &cells, "this claim");
                number
            }
            None => {
                let mut draft = Draft::new("claim", row.place.clone());
                self.put_all(&mut draft, &cells);
                if draft.value["recorded"].is_null() {
                    draft.put("recorded", self.options.today.to_string(), &place);
                }
                self.drafts.push(draft);
                self.first.insert(key, (row, self.drafts.len() - 1));
                self.drafts.len() - 1
            }
        };
        let evidence = self.filled(row, &EVIDENCE);
        let Some(mut draft) = self.drafts.get(number).cloned() else {
            return;
        };
        let count = draft.value["evidence"].as_array().map_or(0, Vec::len);
        let inside = |mut cell: Filled<'r>| {
            cell.path = format!("evidence.{count}.{}", cell.path);
            cell
        };
        let evidence: Vec<_> = evidence.into_iter().map(inside).collect();
        self.put_all(&mut draft, &evidence);
        if let Some(slot) = self.drafts.get_mut(number) {
            *slot = draft;
        }
    }

    /// Reports cells that are not as in the first row of the same claim or source.
    fn same(&mut self, first: &'r Row, cells: &[Filled<'r>], of: &str) {
        for cell in cells {
            let (text, _) = self.table.cell(first, &cell.name);
            if text != cell.text && !cell.text.is_empty() {
                let (name, row) = (&cell.name, &first.place.label);
                let what = format!("“{name}” is another one in {row}, the first of {of}");
                let help = format!("write the same in each row of {of}; that of {row} is taken.");
                let warning = self.original.warning(&cell.place, what, help);
                self.problems.push(warning);
            }
        }
    }

    /// The source of a row, if the row tells more of it than its id.
    fn source(&mut self, row: &'r Row) {
        let cells = self.filled(row, &SOURCE);
        let told = cells
            .iter()
            .any(|cell| !cell.text.is_empty() && cell.name != "source");
        let (id, _) = self.table.cell(row, "source");
        if !told || id.is_empty() {
            return;
        }
        let key = ("source", id.to_owned());
        if let Some((first, _)) = self.first.get(&key).copied() {
            self.same(first, &cells, "this source");
            return;
        }
        let mut draft = Draft::new("source", row.place.clone());
        self.put_all(&mut draft, &cells);
        self.drafts.push(draft);
        self.first.insert(key, (row, self.drafts.len() - 1));
    }

    /// The speakers of a row of whom the dossier does not know and of whom the row tells what they are.
    fn speakers(&mut self, row: &'r Row) {
        let (ids, _) = self.table.cell(row, "speakers");
        let (kinds, _) = self.table.cell(row, "speakers_kind");
        let cells = self.filled(row, &SPEAKER);
        for (number, id) in ids.split(SEPARATOR).map(str::trim).enumerate() {
            let key = ("speaker", id.to_owned());
            let known = self.dossier.get("speaker", id).is_some() || self.first.contains_key(&key);
            if known || kinds.is_empty() || id.is_empty() {
                continue;
            }
            let member = |cell: &Filled<'r>| Filled {
                column: cell.column,
                name: cell.name.clone(),
                path: cell.path.clone(),
                text: cell
                    .text
                    .split(SEPARATOR)
                    .nth(number)
                    .unwrap_or_default()
                    .trim(),
                place: cell.place.clone(),
            };
            let mut draft = Draft::new("speaker", row.place.clone());
            let own: Vec<_> = cells.iter().map(member).collect();
            self.put_all(&mut draft, &own);
            self.drafts.push(draft);
            self.first.insert(key, (row, self.drafts.len() - 1));
        }
    }

    /// Puts cells into a record; reports those that are empty and may not be, and what cannot be read.
    fn put_all(&mut self, draft: &mut Draft, cells: &[Filled<'r>]) {
        for cell in cells {
            if !cell.text.is_empty() {
                self.put(draft, cell);
            } else if cell.column.required {
                draft.is_broken = true;
                if self.table.has(&cell.name) {
                    let what = format!("“{}” is empty", cell.name);
                    let help = format!("fill the cell; a {} without it is left out.", draft.kind);
                    self.problems
                        .push(self.original.error(&cell.place, what, help));
                } else if draft.kind != "claim" {
                    let what =
                        format!("there is no column “{}” for this {}", cell.name, draft.kind);
                    let help = format!("add the column, or the {} to the dossier.", draft.kind);
                    self.problems
                        .push(self.original.error(&cell.place, what, help));
                }
            }
        }
    }

    fn put(&mut self, draft: &mut Draft, cell: &Filled<'r>) {
        if cell.text.contains('\u{fffd}') {
            draft.is_broken = true;
            let help = "save the file in one encoding, or name it with --encoding.";
            let what = "this cell has a letter that is not in the file’s encoding";
            self.problems
                .push(self.original.error(&cell.place, what, help));
            return;
        }
        let mut refused = None;
        if let Some((list, key)) = cell.path.split_once(".#.") {
            for (number, member) in cell.text.split(SEPARATOR).map(str::trim).enumerate() {
                let path = format!("{list}.{number}.{key}");
                let member = self.without_marks(cell, member);
                match cell.value(member, &self.settled) {
                    Ok(value) => value
                        .into_iter()
                        .for_each(|value| draft.put(&path, value, &cell.place)),
                    Err(why) => refused = Some(why),
                }
            }
        } else {
            match cell.value(cell.text, &self.settled) {
                Ok(value) => value
                    .into_iter()
                    .for_each(|value| draft.put(&cell.path, value, &cell.place)),
                Err(why) => refused = Some(why),
            }
        }
        draft.is_broken |= refused.is_some();
        match refused {
            None => {}
            Some(Refused::Unordered(one, other)) => self.unordered.add(cell, &one, &other),
            Some(Refused::Wrong(what, help)) => {
                self.problems
                    .push(self.original.error(&cell.place, what, help));
            }
        }
    }

    /// A quotation without marks of its own, which it tells of; every other text as it is.
    fn without_marks<'t>(&mut self, cell: &Filled<'_>, text: &'t str) -> &'t str {
        let inner = within_marks(text).filter(|_| cell.name == "quotes");
        if inner.is_some() {
            let what = "a quotation with marks of its own";
            let help = "they are left out: the bot puts its own around a quotation.";
            self.problems
                .push(self.original.warning(&cell.place, what, help));
        }
        inner.unwrap_or(text)
    }
}
