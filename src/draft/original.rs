//! The text that somebody hands over, and places in it.

use std::ops::Range;
use std::sync::Arc;

use crate::facts::problem::{Problem, Severity};

/// A text with its name, as problems show it.
#[derive(Clone, Debug)]
pub struct Original {
    /// A path or another name.
    pub name: String,
    /// The text.
    pub text: String,
    /// Where each line begins, in bytes.
    lines: Vec<usize>,
}

/// A part of the text, and what it belongs to, such as `row 5`.
#[derive(Clone, Debug)]
pub struct Place {
    /// Bytes from the start of the text.
    pub span: Range<usize>,
    /// As problems name it; empty if it has no name.
    pub label: Arc<str>,
}

impl Place {
    /// A part of the same row or entry.
    pub fn within(&self, span: Range<usize>) -> Self {
        Self {
            span,
            label: Arc::clone(&self.label),
        }
    }
}

impl Original {
    /// A text and the places where its lines begin.
    pub fn new(name: String, text: String) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = [0].into_iter().chain(breaks).collect();
        Self { name, text, lines }
    }

    /// An error at a place: the record is left out.
    pub fn error(
        &self,
        place: &Place,
        what: impl Into<String>,
        help: impl Into<String>,
    ) -> Problem {
        self.problem(Severity::Error, place, what.into(), help.into())
    }

    /// A warning at a place: the record is written.
    pub fn warning(
        &self,
        place: &Place,
        what: impl Into<String>,
        help: impl Into<String>,
    ) -> Problem {
        self.problem(Severity::Warning, place, what.into(), help.into())
    }

    /// A problem at a place.
    pub fn problem(
        &self,
        severity: Severity,
        place: &Place,
        what: String,
        help: String,
    ) -> Problem {
        let start = place.span.start.min(self.text.len());
        let line = self.lines.partition_point(|begin| *begin <= start);
        let begin = self.lines.get(line.saturating_sub(1)).copied();
        let before = self.text.get(begin.unwrap_or_default()..start);
        Problem {
            severity,
            file: self.name.clone(),
            span: place.span.clone(),
            line: line.max(1),
            column: before.unwrap_or_default().chars().count() + 1,
            record: place.label.to_string(),
            what,
            help,
        }
    }
}
