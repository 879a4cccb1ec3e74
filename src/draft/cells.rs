//! What a cell of a table says.

use serde_json::{Number, Value, json};

use super::columns::{Cell, Column};
use super::original::Place;
use super::spreadsheet_date::{self, Found};
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

impl Filled<'_> {
    /// What it, or a member of it, says; `None` if a record says the same without it.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and what to do.
    pub(super) fn value(
        &self,
        text: &str,
        day_first: Option<bool>,
    ) -> Result<Option<Value>, (String, &'static str)> {
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
            Cell::Date => match spreadsheet_date::read(text, day_first) {
                Found::Date(date) => Ok(Some(date.into())),
                found => Err(date_problem(&found, text)),
            },
            Cell::Flag => match text.to_lowercase().as_str() {
                "true" => Ok(Some(true.into())),
                "false" => Ok(Some(false.into())),
                _ => Err((
                    format!("“{text}” is neither true nor false"),
                    "write true or false.",
                )),
            },
            Cell::Number => match number(text) {
                Some(number) => Ok(Some(Value::Number(number))),
                None => {
                    let help = "write it in digits only: 1500, or with a point: 2.5.";
                    Err((format!("“{text}” is not a number"), help))
                }
            },
        }
    }
}

/// What to say of a date that cannot be read in one way.
fn date_problem(found: &Found, text: &str) -> (String, &'static str) {
    match found {
        Found::Ambiguous(one, other) => (
            format!("“{text}” is {one} or {other}"),
            "write it in that form, or say with --dates whether the day or the month comes first.",
        ),
        Found::Serial => (
            format!("“{text}” is the number by which a spreadsheet keeps a day"),
            "format the column as text, and write the day: 2024-05-02.",
        ),
        Found::Date(_) | Found::ShortYear => (
            format!("“{text}” has a year of two digits"),
            "write the year in four digits: 2024-05-02.",
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
