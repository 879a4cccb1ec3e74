//! What the cells of a table settle for each other: whether days stand before months, and which sign stands before
//! decimals.

use std::collections::BTreeMap;

use super::columns::{Cell, with};
use super::table::Table;
use super::{number, spreadsheet_date};
use crate::export::csv::SEPARATOR;

/// How what can be read in two ways is to be read.
#[derive(Debug, Default)]
pub(super) struct Settled {
    /// What somebody has said of all dates.
    said: Option<bool>,
    /// By the name of a column: whether its days stand before its months.
    day_first: BTreeMap<&'static str, bool>,
    /// The sign before decimals.
    pub(super) decimal: Option<char>,
}

impl Settled {
    /// What the cells that can be read in one way tell of the others: a day over 12, of those in its column; a number such
    /// as 2,5 or 1.200.000, of all numbers. Cells that contradict each other settle nothing. `day_first` is what
    /// somebody has said of dates.
    pub(super) fn by(table: &Table, day_first: Option<bool>) -> Self {
        let members = |name| {
            let cells = table.rows.iter().map(move |row| table.cell(row, name).0);
            cells.flat_map(|cell| cell.split(SEPARATOR).map(str::trim))
        };
        let dates = with(Cell::Date).filter_map(|column| {
            let orders = members(column.name).filter_map(spreadsheet_date::is_day_first);
            Some((column.name, only(orders)?))
        });
        let numbers = with(Cell::Number).flat_map(|column| members(column.name));
        Self {
            said: day_first,
            day_first: dates.collect(),
            decimal: only(numbers.filter_map(number::decimal_sign)),
        }
    }

    /// Whether days stand before months in a column, if it is known.
    pub(super) fn day_first(&self, column: &str) -> Option<bool> {
        self.said.or_else(|| self.day_first.get(column).copied())
    }
}

/// What all of them are; `None` if there are none, or different ones.
fn only<T: PartialEq>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.all(|one| one == first).then_some(first)
}
