//! What a cell of a table says.

use serde_json::{Value, json};

use super::columns::{Cell, Column};
use super::original::Place;
use super::settled::Settled;
use super::{number, spreadsheet_date};
use crate::export::csv::SEPARATOR;

/// One cell, and where its value goes.
#[derive(Clone)]
pub(super) struct Filled<'r> {
    pub(super) column: &'static Column,
    /// The name of its column.
    pub(super) name: String,
    /// The path of its value in the record.
    pub(super) path: String,
    pub(super) text: &'r str,
    pub(super) place: Place,
}

/// Why nothing can be taken from a cell.
pub(super) enum Refused {
    /// What is wrong with it, and what to do.
    Wrong(String, String),
    /// It is a date with its day first, or another with its month first.
    Unordered(String, String),
}

impl Filled<'_> {
    /// What it, or a member of it, says; `None` if a record says the same without it.
    ///
    /// # Errors
    ///
    /// It cannot be read, or not in one way.
    pub(super) fn value(&self, text: &str, settled: &Settled) -> Result<Option<Value>, Refused> {
        let unsaid = matches!(
            (self.name.as_str(), text.to_lowercase().as_str()),
            ("title_own", "true") | ("quotes_machine", "false") | ("issued_basis", "stated")
        );
        if unsaid || text.is_empty() {
            return Ok(None);
        }
        match self.column.cell {
            Cell::Text => Ok(Some(text.into())),
            Cell::List => {
                let members = text.split(SEPARATOR).map(|one| Value::from(one.trim()));
                Ok(Some(members.collect()))
            }
            Cell::Authors => {
                let names = text.split(SEPARATOR).map(|one| author(one.trim()));
                Ok(Some(names.collect()))
            }
            Cell::Date => date(text, settled.day_first(self.column.name)),
            Cell::Flag => match text.to_lowercase().as_str() {
                "true" => Ok(Some(true.into())),
                "false" => Ok(Some(false.into())),
                _ => wrong(
                    format!("“{text}” is neither true nor false"),
                    "write true or false.",
                ),
            },
            Cell::Number => match number::read(text, settled.decimal) {
                number::Found::Number(number) => Ok(Some(Value::Number(number))),
                number::Found::Ambiguous(whole, decimals) => wrong(
                    format!("“{text}” is {whole} or {decimals}"),
                    format!("write {whole} if thousands are set apart in it, else {decimals}."),
                ),
                number::Found::Nothing => wrong(
                    format!("“{text}” is not a number"),
                    "write it in digits only: 1500, or with decimals: 2.5.",
                ),
            },
        }
    }
}

fn wrong<T>(what: impl Into<String>, help: impl Into<String>) -> Result<T, Refused> {
    Err(Refused::Wrong(what.into(), help.into()))
}

fn date(text: &str, day_first: Option<bool>) -> Result<Option<Value>, Refused> {
    use spreadsheet_date::Found;
    match spreadsheet_date::read(text, day_first) {
        Found::Date(date) => Ok(Some(date.into())),
        Found::Ambiguous(one, other) => Err(Refused::Unordered(one, other)),
        Found::Serial => wrong(
            format!("“{text}” is the number by which a spreadsheet keeps a day"),
            "format the column as text, and write the day: 2024-05-02.",
        ),
        Found::ShortYear => wrong(
            format!("“{text}” has a year of two digits"),
            "write the year in four digits: 2024-05-02.",
        ),
    }
}

/// An author as a table writes it: `Family, Given`, `Family` or `{Institution}`.
fn author(text: &str) -> Value {
    let institution = text
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'));
    match (institution, text.split_once(',')) {
        (Some(name), _) => json!({ "name": name.trim() }),
        (None, Some((family, given))) => json!({ "family": family.trim(), "given": given.trim() }),
        (None, None) => json!({ "family": text }),
    }
}
