//! A table with a header, as spreadsheets and people write it.

use std::collections::BTreeMap;

use super::columns::{COMPUTED, columns};
use super::original::{Original, Place};
use super::rows::{Row, delimiter, rows};
use crate::facts::nearest::nearest;
use crate::facts::problem::Problem;

/// A table with a header.
pub(super) struct Table {
    /// The number of each column by its name.
    pub(super) columns: BTreeMap<String, usize>,
    /// The header.
    pub(super) header: Place,
    pub(super) rows: Vec<Row>,
}

impl Table {
    /// The text of a row in a column and its place; empty if the table or the row has none.
    pub(super) fn cell<'t>(&self, row: &'t Row, name: &str) -> (&'t str, Place) {
        let cell = self
            .columns
            .get(name)
            .and_then(|number| row.cells.get(*number));
        match cell {
            Some((text, span)) => {
                let label = format!("{}, column `{name}`", row.place.label);
                let span = span.clone();
                (
                    text,
                    Place {
                        span,
                        label: label.into(),
                    },
                )
            }
            None => ("", row.place.clone()),
        }
    }

    /// Whether there is such a column.
    pub(super) fn has(&self, name: &str) -> bool {
        self.columns.contains_key(name)
    }
}

/// Reads a table; reports what is wrong with its form and its header.
pub(super) fn read(original: &Original, languages: &[String]) -> (Table, Vec<Problem>) {
    let known = columns(languages);
    let (begin, delimiter) = delimiter(&original.text, &known);
    let (rows, mut problems) = rows(original, begin, delimiter);
    let mut rows = rows.into_iter();
    let header = rows.next();
    let mut table = Table {
        columns: BTreeMap::new(),
        header: Place {
            span: 0..0,
            label: "row 1".into(),
        },
        rows: rows.collect(),
    };
    if let Some(header) = header {
        head(original, &mut table, &header, &known, &mut problems);
    }
    let last = table.columns.values().max().copied().unwrap_or_default();
    for row in &table.rows {
        let surplus = row
            .cells
            .iter()
            .skip(last + 1)
            .find(|(cell, _)| !cell.is_empty());
        if let Some((_, span)) = surplus.filter(|_| row.cells.len() > table.columns.len()) {
            let help = "put a cell that contains the separator between quotation marks.";
            let place = row.place.within(span.clone());
            problems.push(original.warning(&place, "a cell without a column", help));
        }
    }
    (table, problems)
}

/// Reads the header.
fn head(
    original: &Original,
    table: &mut Table,
    header: &Row,
    known: &[String],
    problems: &mut Vec<Problem>,
) {
    table.header = header.place.clone();
    for (number, (cell, span)) in header.cells.iter().enumerate() {
        let place = header.place.within(span.clone());
        let name = known.iter().find(|name| name.eq_ignore_ascii_case(cell));
        match name {
            Some(name) if table.columns.contains_key(name) => {
                let what = format!("a second column “{name}”");
                problems.push(original.error(&place, what, "only the first is read; remove one."));
            }
            Some(name) => {
                table.columns.insert(name.clone(), number);
            }
            None if cell.is_empty() || COMPUTED.contains(&cell.to_lowercase().as_str()) => {}
            None => {
                let near = nearest(cell, known.iter().map(String::as_str), 1);
                let help = match near.first() {
                    Some(near) => format!("did you mean “{near}”? Nothing is read from it."),
                    None => "nothing is read from it.".to_owned(),
                };
                let shown: String = cell.chars().take(60).collect();
                let what = format!("unknown column “{shown}”");
                problems.push(original.warning(&place, what, help));
            }
        }
    }
}
