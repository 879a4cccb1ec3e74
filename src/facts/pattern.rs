//! Regular expressions that stand in the program itself.

use regex::Regex;

/// A regular expression that is known to be good, for a `Lazy` of `once_cell`.
///
/// # Panics
///
/// When it cannot be read, which the first test that uses it shows.
#[expect(
    clippy::expect_used,
    reason = "the text is written in the program and not read at run time"
)]
pub fn pattern(regex: &str) -> Regex {
    Regex::new(regex).expect("a regular expression of the program can be read")
}
