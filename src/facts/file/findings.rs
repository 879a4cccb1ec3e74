//! The problems found while a fact file is read, gathered so that all are told at once.
//!
//! It keeps out what would only repeat another problem: a text on a line that is not TOML, or a
//! key that is missing because it was written wrongly.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Part;
use super::place::{place, within};
use crate::facts::problem::{Problem, Severity};
use crate::facts::written::At;

/// Every problem so far, and what must not be reported as a consequence of one.
pub(super) struct Findings<'a> {
    pub(super) parts: &'a [Part],
    found: Vec<Found>,
    /// Parts that are not TOML throughout: whatever is missing there may stand on the bad line.
    broken: BTreeSet<usize>,
    /// A record that others may refer to could not be read.
    lost: bool,
    /// Keys written wrongly: the part, where their table starts, the key.
    spoilt: BTreeSet<(usize, usize, String)>,
}

struct Found {
    part: usize,
    syntax: bool,
    problem: Problem,
}

impl<'a> Findings<'a> {
    pub(super) fn new(parts: &'a [Part]) -> Self {
        Self {
            parts,
            found: Vec::new(),
            broken: BTreeSet::new(),
            lost: false,
            spoilt: BTreeSet::new(),
        }
    }

    /// What follows is about this record, such as `claim bridge-ready`.
    pub(super) fn record(&mut self, part: usize, name: String) -> Record<'_, 'a> {
        Record {
            findings: self,
            part,
            name,
        }
    }

    /// A part that is not TOML here.
    pub(super) fn syntax(&mut self, part: usize, span: Range<usize>, what: String, mend: String) {
        self.broken.insert(part);
        self.note(part, true, Severity::Error, "", span, what, mend);
    }

    /// A record could not be read; that it is not found by others is no further problem.
    pub(super) fn lose(&mut self) {
        self.lost = true;
    }

    /// Whether a record that is not found may be one that could not be read.
    pub(super) fn incomplete(&self) -> bool {
        self.lost || !self.broken.is_empty()
    }

    /// The name of a part and a line in it, for pointing at another place.
    pub(super) fn elsewhere(&self, part: usize, span: &Range<usize>) -> String {
        let Some(part) = self.parts.get(part) else {
            return String::new();
        };
        let (line, column) = place(&part.text, span.start);
        format!("{}:{line}:{column}", part.name)
    }

    /// All problems in the order of the file, each once.
    pub(super) fn finish(mut self) -> Vec<Problem> {
        let bad: BTreeSet<(usize, usize)> = self
            .found
            .iter()
            .filter(|found| found.syntax)
            .map(|found| (found.part, found.problem.line))
            .collect();
        self.found
            .retain(|found| found.syntax || !bad.contains(&(found.part, found.problem.line)));
        self.found
            .sort_by_key(|found| (found.part, found.problem.span.start));
        let mut told = BTreeSet::new();
        self.found.retain(|found| {
            let problem = &found.problem;
            told.insert((
                found.part,
                problem.span.start,
                problem.span.end,
                problem.what.clone(),
            ))
        });
        self.found.into_iter().map(|found| found.problem).collect()
    }

    #[expect(clippy::too_many_arguments, reason = "a problem has that many parts")]
    fn note(
        &mut self,
        part: usize,
        syntax: bool,
        severity: Severity,
        record: &str,
        span: Range<usize>,
        what: String,
        mend: String,
    ) {
        let file = self.parts.get(part);
        let (line, column) = file.map_or((1, 1), |file| place(&file.text, span.start));
        let problem = Problem {
            severity,
            file: file.map(|file| file.name.clone()).unwrap_or_default(),
            span,
            line,
            column,
            record: record.to_owned(),
            what,
            mend,
        };
        self.found.push(Found {
            part,
            syntax,
            problem,
        });
    }
}

/// The record being read, and where its problems go.
pub(super) struct Record<'f, 'a> {
    pub(super) findings: &'f mut Findings<'a>,
    pub(super) part: usize,
    name: String,
}

impl Record<'_, '_> {
    /// Something for which the file is refused.
    pub(super) fn error(
        &mut self,
        span: Range<usize>,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        let (what, mend) = (what.into(), mend.into());
        self.findings.note(
            self.part,
            false,
            Severity::Error,
            &self.name,
            span,
            what,
            mend,
        );
    }

    /// Something that somebody should look at.
    pub(super) fn warn(&mut self, span: Range<usize>, what: &str, mend: String) {
        let what = what.to_owned();
        self.findings.note(
            self.part,
            false,
            Severity::Warning,
            &self.name,
            span,
            what,
            mend,
        );
    }

    /// A key that must be there and is not in the table at `table`, which may be named before it:
    /// `text.en`. `example` shows how it is written.
    pub(super) fn lacks(&mut self, table: &Range<usize>, key: &str, example: &str) {
        self.lacks_so(table, key, format!("`{key}` is missing"), example);
    }

    /// The same, in other words than that the key is missing.
    pub(super) fn lacks_so(
        &mut self,
        table: &Range<usize>,
        key: &str,
        what: impl Into<String>,
        example: &str,
    ) {
        let last = key.rsplit('.').next().unwrap_or(key).to_owned();
        let spoilt = self
            .findings
            .spoilt
            .contains(&(self.part, table.start, last));
        if !spoilt && !self.findings.broken.contains(&self.part) {
            self.error(table.clone(), what, format!("add {example}"));
        }
    }

    /// A key of the table at `table` was written wrongly: that it is missing is no further problem.
    pub(super) fn spoil(&mut self, table: &Range<usize>, key: &str) {
        self.findings
            .spoilt
            .insert((self.part, table.start, key.to_owned()));
    }

    /// Where a part of a string's value stands.
    pub(super) fn within(&self, at: &At<String>, range: &Range<usize>) -> Range<usize> {
        let text = self
            .findings
            .parts
            .get(self.part)
            .map_or("", |part| part.text.as_str());
        within(text, &at.span(), at.value(), range)
    }
}
