//! Authors of a source: persons with family and given name, names of one word, institutions.

use super::super::diagnostics::{Record, shown};
use super::super::fields::LONGEST_TEXT;
use crate::facts::Author;
use crate::facts::written::{self, At};

/// How an author is written.
const HELP: &str = "write { family = \"…\", given = \"…\" } for a person, { family = \"…\" } for a name of one word, \
                    { name = \"…\" } for an institution.";

/// Reads the authors of a source, in the order of the file.
pub(super) fn authors(record: &mut Record<'_, '_>, written: &[At<written::Author>]) -> Vec<Author> {
    let mut authors = Vec::new();
    for at in written {
        let Some(author) = author(record, at) else {
            continue;
        };
        if authors.contains(&author) {
            let what = format!("{} stands here twice", shown(&author.to_string()));
            record.error(at.span(), what, "remove one.");
        }
        authors.push(author);
    }
    authors
}

fn author(record: &mut Record<'_, '_>, at: &At<written::Author>) -> Option<Author> {
    let mut text = |at: &Option<At<String>>| at.as_ref().map(|at| record.string(at, LONGEST_TEXT));
    let (family, given, name) = (text(&at.family), text(&at.given), text(&at.name));
    let what = match (family, given, name) {
        (Some(family), given, None) => {
            if let Some(at) = &at.family {
                one_name(record, at);
            }
            return Some(Author::Person { family, given });
        }
        (None, None, Some(name)) => return Some(Author::Institution { name }),
        (None, None, None) => {
            // A key that is misspelt is told already.
            let example = "`family` and `given` for a person, `family` alone for a name of one word, or `name` for an \
                           institution.";
            record.missing_as(&at.span(), "family", "an author without a name", example);
            return None;
        }
        (None, Some(_), None) => "an author with a given name only",
        (_, _, Some(_)) => "an author who is a person and an institution",
    };
    record.error(at.span(), what, HELP);
    None
}

/// Reports a family name that holds more than that.
fn one_name(record: &mut Record<'_, '_>, at: &At<String>) {
    let help = if at.contains(';') || at.contains(" and ") || at.contains(" & ") {
        "give each author a place of their own in the list."
    } else if at.contains(',') {
        "write what stands behind the comma into `given`."
    } else {
        return;
    };
    let what = format!("{} is more than a family name", shown(at));
    record.error(at.span(), what, help);
}
