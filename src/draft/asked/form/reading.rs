//! How the dates of a form are read, in words.

use serde_json::Value;

use super::sheet::leaves;
use crate::draft::spreadsheet_date::{self, Found};
use crate::facts::date::Date;
use crate::phrases::Phrases;

/// The keys that hold a date.
const DATES: [&str; 8] = [
    "when", "issued", "accessed", "on", "gone", "as_of", "from", "to",
];

/// How one date is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The key.
    pub path: String,
    /// The date in words; `None` if it cannot be read.
    pub words: Option<String>,
    /// How it is written, where it can be told although it is written otherwise: each way in which it can be meant.
    pub meant: Vec<(String, String)>,
}

/// How each date of a record is read.
pub fn readings(value: &Value, words: &Phrases) -> Vec<Reading> {
    // The `to` of a link is the id of a claim.
    let is_date = |path: &str| {
        !path.starts_with("link.") && DATES.contains(&path.rsplit('.').next().unwrap_or_default())
    };
    let dates = leaves(value).into_iter().filter(|(path, _)| is_date(path));
    let texts = dates.filter_map(|(path, text)| Some((path, text.as_str()?.trim())));
    let given = texts.filter(|(_, text)| !text.is_empty());
    given
        .map(|(path, text)| reading(path, text, words))
        .collect()
}

fn reading(path: String, text: &str, words: &Phrases) -> Reading {
    let date = |text: &str| text.parse::<Date>().ok().map(|date| words.date(&date));
    let read = date(text);
    let found = match spreadsheet_date::read(text, None) {
        _ if read.is_some() => Vec::new(),
        Found::Date(one) => vec![one],
        Found::Ambiguous(one, other) => vec![one, other],
        Found::Serial | Found::ShortYear => Vec::new(),
    };
    let meant = found.into_iter().filter_map(|one| Some((date(&one)?, one)));
    Reading {
        path,
        words: read,
        meant: meant.map(|(words, one)| (one, words)).collect(),
    }
}
