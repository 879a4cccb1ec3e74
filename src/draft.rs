//! Drafts: records to be written into a fact file, from tables, bibliographies, linked data or answers to questions.
//!
//! A text goes in; the changed files and every problem come out. A draft knows where each of its values stands, so that
//! what the checker says of it is shown there. A draft with an error is left out; the others are written.

mod asked;
mod bibtex;
mod cells;
mod claims;
mod columns;
mod csl;
mod decode;
mod dossier;
mod gate;
mod item;
mod item_source;
mod json;
mod name;
mod new;
mod new_texts;
mod number;
mod original;
mod page;
mod record;
mod review;
mod review_page;
mod review_reading;
mod review_text;
mod ris;
mod rows;
mod settled;
mod spreadsheet_date;
mod table;
mod template;
mod unordered;

pub use asked::form;
pub use asked::{Answers, Question};
pub use columns::columns;
pub use decode::{decode, is_workbook};
pub use dossier::Dossier;
pub use gate::{Edit, NotWritten};
pub use new::files;
pub use original::{Original, Place};
pub use page::read_page;
pub use record::Draft;
pub use template::template;

use crate::facts::date::Day;
use crate::facts::problem::Problem;

/// What the person who writes has said beside the text.
#[derive(Clone, Debug)]
pub struct Options {
    /// Today: the day on which a claim without `recorded` is written into the file.
    pub today: Day,
    /// Whether days come before months in dates like 03/04/2024.
    pub day_first: Option<bool>,
    /// The language of sources that say none.
    pub language: Option<String>,
    /// The topic of claims that name none.
    pub topic: Option<String>,
    /// Whether records that are there already take what the text says.
    pub replace: bool,
}

impl Options {
    fn known(&self) -> gate::Known {
        match self.replace {
            true => gate::Known::Updated,
            false => gate::Known::Kept,
        }
    }
}

/// What a new dossier is to be.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Its short name.
    pub id: String,
    /// Its name, in each of its languages.
    pub titles: Vec<String>,
    /// Its languages.
    pub languages: Vec<String>,
    /// The id of the first topic.
    pub topic: String,
    /// What the topic is called, in each of the languages.
    pub topic_titles: Vec<String>,
    /// The SPDX name of the licence of its facts.
    pub licence: String,
    /// The day on which it is made.
    pub today: Day,
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

/// What a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A table of claims, separated by commas, semicolons or tabs.
    Table,
    /// Sources in BibTeX or BibLaTeX.
    Bibtex,
    /// Sources in RIS.
    Ris,
    /// Sources in CSL-JSON.
    Csl,
    /// Claims in linked data.
    Review,
    /// What a page says of itself, as [`read_page`] lists it.
    Page,
}

impl Form {
    /// The form of a file, by the end of its name or by how its text begins.
    pub fn of(name: &str, text: &str) -> Self {
        let end = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        match end.as_str() {
            "csv" | "tsv" | "tab" => return Self::Table,
            "bib" | "bibtex" => return Self::Bibtex,
            "ris" => return Self::Ris,
            "csljson" => return Self::Csl,
            _ => {}
        }
        let first = text.lines().map(str::trim).find(|line| !line.is_empty());
        let first = first.unwrap_or_default();
        match first.chars().next() {
            Some('[' | '{') if review::is_linked_data(text) => Self::Review,
            Some('[' | '{') => Self::Csl,
            Some('@' | '%') => Self::Bibtex,
            _ if first.starts_with("TY  -") => Self::Ris,
            _ => Self::Table,
        }
    }
}

/// What a text has for a dossier.
pub fn import(dossier: &Dossier, original: &Original, form: Form, options: &Options) -> Outcome {
    let mut problems = Vec::new();
    if form == Form::Review {
        let drafts = review::drafts(dossier, original, options, &mut problems);
        return gate::pass(dossier, original, drafts, problems, options.known());
    }
    let items = match form {
        Form::Table => return from_table(dossier, original, options),
        Form::Bibtex => bibtex::items(original, &mut problems),
        Form::Ris => ris::items(original, &mut problems),
        Form::Csl | Form::Review => csl::items(original, &mut problems),
        Form::Page => page::items(original, options, &mut problems),
    };
    let (drafts, there) = item_source::sources(dossier, original, items, options, &mut problems);
    let mut outcome = gate::pass(dossier, original, drafts, problems, options.known());
    outcome.unchanged += there;
    outcome
}

/// The answers to the questions about a source that a page gives, for `sumber add source`.
pub fn answers_of_page(
    dossier: &Dossier,
    original: &Original,
    options: &Options,
) -> Vec<(String, String)> {
    let mut problems = Vec::new();
    let items = page::items(original, options, &mut problems);
    let (drafts, _) = item_source::sources(dossier, original, items, options, &mut problems);
    let texts = drafts.first().map(Draft::texts).unwrap_or_default();
    let texts = texts.into_iter().map(|(key, text)| (key, text.to_owned()));
    texts.filter(|(key, _)| !key.contains('.')).collect()
}

/// Claims, and the sources and speakers they need, from a table as spreadsheets write it.
fn from_table(dossier: &Dossier, original: &Original, options: &Options) -> Outcome {
    let (table, mut problems) = table::read(original, &dossier.languages);
    let drafts = claims::drafts(dossier, original, &table, options, &mut problems);
    gate::pass(dossier, original, drafts, problems, options.known())
}
