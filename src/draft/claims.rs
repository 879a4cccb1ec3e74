//! Claims from the rows of a table: all rows with the same id are one claim, each with one of its sources.

use std::collections::BTreeMap;

use serde_json::{Number, Value};

use super::Options;
use super::columns::{CLAIM, Cell, Column, EVIDENCE, SOURCE, SPEAKER, named};
use super::dossier::Dossier;
use super::original::{Original, Place};
use super::record::Draft;
use super::rows::Row;
use super::spreadsheet_date::{self, Found};
use super::table::Table;
use crate::export::csv::SEPARATOR;
use crate::facts::problem::Problem;

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
        first: BTreeMap::new(),
        drafts: Vec::new(),
    };
    reading.columns_there();
    for row in &table.rows {
        reading.speakers(row);
        reading.source(row);
        reading.claim(row);
    }
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
    /// The row in which each record stands first, and its draft.
    first: BTreeMap<(&'static str, String), (&'r Row, usize)>,
    drafts: Vec<Draft>,
}

/// One cell in the name of a column, and where its value goes.
struct Filled<'r> {
    column: &'static Column,
    name: String,
    path: String,
    text: &'r str,
    place: Place,
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
                self.same(first, &cells);
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

    /// Reports cells of a claim that are not as in its first row.
    fn same(&mut self, first: &'r Row, cells: &[Filled<'r>]) {
        for cell in cells {
            let (text, place) = self.table.cell(first, &cell.name);
            if text != cell.text && !cell.text.is_empty() {
                let (name, row) = (&cell.name, &place.label);
                let what = format!("“{name}” is another one in {row}, the first of this claim");
                let help =
                    format!("write the same in each row of a claim; that of {row} is taken.");
                self.problems
                    .push(self.original.warning(&cell.place, what, help));
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
            self.same_source(first, &cells);
            return;
        }
        let mut draft = Draft::new("source", row.place.clone());
        self.put_all(&mut draft, &cells);
        self.drafts.push(draft);
        self.first.insert(key, (row, self.drafts.len() - 1));
    }

    fn same_source(&mut self, first: &'r Row, cells: &[Filled<'r>]) {
        for cell in cells {
            let (text, place) = self.table.cell(first, &cell.name);
            if text != cell.text && !cell.text.is_empty() {
                let (name, row) = (&cell.name, &place.label);
                let what = format!("“{name}” is another one in {row}, the first with this source");
                let help =
                    format!("write the same wherever the source stands; that of {row} is taken.");
                self.problems
                    .push(self.original.warning(&cell.place, what, help));
            }
        }
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
        if let Some((list, key)) = cell.path.split_once(".#.") {
            for (number, member) in cell.text.split(SEPARATOR).map(str::trim).enumerate() {
                let path = format!("{list}.{number}.{key}");
                let value = self
                    .value(draft, cell, member)
                    .filter(|_| !member.is_empty());
                if let Some(value) = value {
                    draft.put(&path, value, &cell.place);
                }
            }
        } else if let Some(value) = self.value(draft, cell, cell.text) {
            draft.put(&cell.path, value, &cell.place);
        }
    }

    /// What a cell or a member of it says; `None` if that cannot be read or is what a record says without it.
    fn value(&mut self, draft: &mut Draft, cell: &Filled<'r>, text: &str) -> Option<Value> {
        let unsaid = matches!(
            (cell.name.as_str(), text.to_lowercase().as_str()),
            ("title_own", "true") | ("quotes_machine", "false") | ("issued_basis", "stated")
        );
        if unsaid || text.is_empty() {
            return None;
        }
        let refused = match cell.column.cell {
            Cell::Text => return Some(text.into()),
            Cell::List => {
                let members = text.split(SEPARATOR).map(|one| Value::from(one.trim()));
                return Some(members.collect());
            }
            Cell::Date => match spreadsheet_date::read(text, self.options.day_first) {
                Found::Date(date) => return Some(date.into()),
                found => date_problem(&found, text),
            },
            Cell::Flag => match text.to_lowercase().as_str() {
                "true" => return Some(true.into()),
                "false" => return Some(false.into()),
                _ => (
                    format!("“{text}” is neither true nor false"),
                    "write true or false.".to_owned(),
                ),
            },
            Cell::Number => match number(text) {
                Some(number) => return Some(Value::Number(number)),
                None => {
                    let help = "write it in digits only: 1500, or with a point: 2.5.";
                    (format!("“{text}” is not a number"), help.to_owned())
                }
            },
        };
        draft.is_broken = true;
        self.problems
            .push(self.original.error(&cell.place, refused.0, refused.1));
        None
    }
}

/// What to say of a date that cannot be read in one way.
fn date_problem(found: &Found, text: &str) -> (String, String) {
    match found {
        Found::Ambiguous(one, other) => (
            format!("“{text}” is {one} or {other}"),
            "write it in that form, or say with --dates whether the day or the month comes first."
                .to_owned(),
        ),
        Found::Serial => (
            format!("“{text}” is the number by which a spreadsheet keeps a day"),
            "format the column as text, and write the day: 2024-10-18.".to_owned(),
        ),
        Found::Date(_) | Found::ShortYear => (
            format!("“{text}” has a year of two digits"),
            "write the year in four digits: 2024-10-18.".to_owned(),
        ),
    }
}

/// A number in digits, with a point before decimals.
fn number(text: &str) -> Option<Number> {
    let plain = text
        .chars()
        .all(|letter| letter.is_ascii_digit() || letter == '.' || letter == '-');
    match text.parse::<i64>() {
        Ok(whole) if plain => Some(whole.into()),
        _ => text
            .parse()
            .ok()
            .filter(|_| plain)
            .and_then(Number::from_f64),
    }
}
