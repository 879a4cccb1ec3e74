//! What is wrong with a fact file, where, and how to correct it.

mod report;

pub use report::report;

use std::fmt;
use std::ops::Range;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file is refused.
    Error,
    /// The file is accepted; an editor should look at it.
    Warning,
}

/// One thing wrong with a fact file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The part of the file, as named when it was read.
    pub file: String,
    /// Bytes from the start of that part.
    pub span: Range<usize>,
    /// From 1.
    pub line: usize,
    /// In code points, from 1.
    pub column: usize,
    /// The record, such as `claim clock-loses-time`; empty outside any record.
    pub record: String,
    /// What is wrong, in one sentence.
    pub what: String,
    /// What to do.
    pub help: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}:{}: {}",
            self.file, self.line, self.column, self.what
        )
    }
}
