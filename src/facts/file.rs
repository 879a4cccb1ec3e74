//! The gate: parts of TOML in, `Facts` or every `Problem` out.
//!
//! It opens no files; the caller reads them.

mod archive;
mod circles;
mod clashes;
mod cut;
mod diagnostics;
mod fields;
mod index;
mod lines;
mod resolve;
mod schema;
mod shape;
mod shape_error;
mod slips;
mod syntax;

pub use clashes::clashes;
pub use index::malformed_topic;
pub use schema::schema;

use super::problem::{Problem, Severity};
use super::{Facts, fingerprint};
use diagnostics::Diagnostics;

/// One part of a fact file: its name, for messages, and its text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// A path or another name.
    pub name: String,
    /// TOML.
    pub text: String,
}

/// A fact file that passed the checks.
#[derive(Debug)]
pub struct Checked {
    /// The facts.
    pub facts: Facts,
    /// The warnings; there are no errors.
    pub warnings: Vec<Problem>,
}

/// Reads and checks the parts of a fact file.
///
/// # Errors
///
/// All errors, those first from which others may follow. Warnings are left out: they may only follow from an error.
pub fn read(parts: &[Part]) -> Result<Checked, Vec<Problem>> {
    let mut diagnostics = Diagnostics::new(parts);
    let written = shape::read_records(parts, &mut diagnostics);
    let facts = resolve::resolve(&written, &mut diagnostics);
    let (errors, warnings): (Vec<_>, Vec<_>) = diagnostics
        .finish()
        .into_iter()
        .partition(|problem| problem.severity == Severity::Error);
    match facts {
        Some(mut facts) if errors.is_empty() => {
            facts.revision = revision(parts);
            Ok(Checked { facts, warnings })
        }
        _ => Err(errors),
    }
}

/// The revision of a fact file: the fingerprint of its texts, each followed by a byte that no text contains. Names of
/// parts do not count, because they may contain paths of one machine.
pub fn revision(parts: &[Part]) -> String {
    const END: u8 = 0xff;
    let bytes = parts.iter().flat_map(|part| part.text.bytes().chain([END]));
    format!("{:016x}", fingerprint(bytes))
}

/// Checks every quotation against the archived text of its source, which must contain the exact words exactly once.
/// `archive` returns the text of the archive with a file name.
///
/// The parts may have problems; those that `read` reports are not reported again.
pub fn check_archive(parts: &[Part], archive: &dyn Fn(&str) -> Option<String>) -> Vec<Problem> {
    let written = shape::read_records(parts, &mut Diagnostics::new(parts));
    let mut diagnostics = Diagnostics::new(parts);
    archive::check(&written, archive, &mut diagnostics);
    diagnostics.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_revision_is_that_of_the_texts() {
        let part = |name: &str, text: &str| Part {
            name: name.to_owned(),
            text: text.to_owned(),
        };
        let one = revision(&[part("a", "x"), part("b", "y")]);
        assert_eq!(one, revision(&[part("c", "x"), part("d", "y")]));
        assert_ne!(one, revision(&[part("a", "xy")]));
        assert_eq!(revision(&[]), "cbf29ce484222325");
    }

    #[test]
    fn a_small_file_is_read() {
        let text = include_str!("../../tests/fixtures/facts/valid.toml");
        let part = Part {
            name: "valid.toml".to_owned(),
            text: text.to_owned(),
        };
        let facts = read(&[part]).unwrap().facts;
        assert_eq!(facts.claims.len(), 4);
        assert_eq!(facts.claims[0].by[0].party().id, "northland");
    }
}
