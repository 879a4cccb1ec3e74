//! Reading a fact file: parts of TOML in, `Facts` or every `Problem` out.

use super::Facts;
use super::problem::Problem;

/// One part of a fact file: its name, for messages, and its text.
#[derive(Clone, Debug)]
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
/// All problems, in the order of the files, if any of them is an error.
pub fn read(parts: &[Part]) -> Result<Checked, Vec<Problem>> {
    let _ = parts;
    Err(Vec::new())
}
