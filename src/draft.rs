//! Drafts: records to be written into a fact file, from tables, bibliographies, linked data or answers to questions.
//!
//! A text goes in; the changed files and every problem come out. A draft knows where each of its values stands, so that
//! what the checker says of it is shown there. A draft with an error is left out; the others are written.

mod claims;
mod columns;
mod decode;
mod dossier;
mod edit;
mod gate;
mod original;
mod record;
mod rows;
mod spreadsheet_date;
mod table;

pub use columns::columns;
pub use decode::decode;
pub use dossier::Dossier;
pub use edit::Edit;
pub use original::{Original, Place};
pub use record::Draft;

use crate::facts::date::Day;
use crate::facts::problem::Problem;

/// What the person who writes has said beside the text.
#[derive(Clone, Debug)]
pub struct Options {
    /// Today: the day on which a claim without `recorded` is written into the file.
    pub today: Day,
    /// Whether days come before months in dates like 03/04/2024.
    pub day_first: Option<bool>,
    /// Whether records that are there already take what the text says.
    pub replace: bool,
}

/// What is to be written, and what is wrong.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The files that change, whole.
    pub edits: Vec<Edit>,
    /// What is wrong with the text.
    pub problems: Vec<Problem>,
    /// How many records of each kind are written, by the name of the kind.
    pub written: Vec<(&'static str, usize)>,
    /// How many records were there already, as the text has them.
    pub unchanged: usize,
}

/// Claims, and the sources and speakers they need, from a table as spreadsheets write it.
pub fn from_table(dossier: &Dossier, original: &Original, options: &Options) -> Outcome {
    let (table, mut problems) = table::read(original, &dossier.languages);
    let drafts = claims::drafts(dossier, original, &table, options, &mut problems);
    gate::pass(dossier, original, drafts, problems, options.replace)
}
