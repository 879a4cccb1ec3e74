//! Regular expressions in the program's own code.

use regex::Regex;

/// A regular expression that is known to be valid, for a `Lazy` of `once_cell`.
///
/// # Panics
///
/// If it is not valid; the first test that uses it shows this.
#[expect(
    clippy::expect_used,
    reason = "the text is written in the program and not read at run time"
)]
pub fn pattern(regex: &str) -> Regex {
    Regex::new(regex).expect("a regular expression of the program can be read")
}
