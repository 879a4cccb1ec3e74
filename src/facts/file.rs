//! The gate: parts of TOML in, `Facts` or every `Problem` out.
//!
//! It opens no files; whoever calls it has read them.

mod archive;
mod circles;
mod fault;
mod fields;
mod findings;
mod index;
mod nearest;
mod place;
mod resolve;
mod schema;
mod shape;
mod syntax;

pub use schema::schema;

use super::problem::{Problem, Severity};
use super::{Facts, fingerprint};
use findings::Findings;

/// One part of a fact file: its name, for messages, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// A path or another name.
    pub name: String,
    /// TOML.
    pub text: String,
}

/// A fact file that was taken, and what somebody should look at.
#[derive(Debug)]
pub struct Checked {
    /// The facts.
    pub facts: Facts,
    /// Warnings only.
    pub warnings: Vec<Problem>,
}

/// Reads and checks the parts of a fact file.
///
/// # Errors
///
/// All errors, in the order of the files. Warnings are left out: they may only follow from an error.
pub fn read(parts: &[Part]) -> Result<Checked, Vec<Problem>> {
    let mut findings = Findings::new(parts);
    let written = shape::shape(parts, &mut findings);
    let facts = resolve::resolve(&written, &mut findings);
    let problems = findings.finish();
    let refused = problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    match facts {
        Some(facts) if !refused => Ok(Checked {
            facts: Facts {
                revision: revision(parts),
                ..facts
            },
            warnings: problems,
        }),
        _ => Err(problems
            .into_iter()
            .filter(|problem| problem.severity == Severity::Error)
            .collect()),
    }
}

/// The revision of a fact file: the fingerprint of its texts, each closed by a byte
/// that no text holds. Names of parts hold places on somebody's machine and do not count.
fn revision(parts: &[Part]) -> String {
    const END: u8 = 0xff;
    let bytes = parts.iter().flat_map(|part| part.text.bytes().chain([END]));
    format!("{:016x}", fingerprint(bytes))
}

/// Holds every quotation against the archived text of its source: the words must stand there word
/// for word and exactly once. `archive` gives the text of an archive's file name.
///
/// The parts need not be without problems; what `read` reports is not reported again.
pub fn check_archive(parts: &[Part], archive: &dyn Fn(&str) -> Option<String>) -> Vec<Problem> {
    let written = shape::shape(parts, &mut Findings::new(parts));
    let mut findings = Findings::new(parts);
    archive::check(&written, archive, &mut findings);
    findings.finish()
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
