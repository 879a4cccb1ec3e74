//! The problems found while a fact file is read, gathered so that all are reported at once.
//!
//! Problems that only follow from another are left out: a value on a line that is not TOML, or a key that is missing
//! because it is misspelt.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use super::Part;
use super::lines::{line_and_column, line_starts};
use crate::facts::nearest::nearest;
use crate::facts::problem::{Problem, Severity};
use crate::facts::written::{At, NOWHERE};
use crate::facts::{Languages, is_hidden};

/// Every problem so far, and what is needed to leave out problems that only follow from these.
pub(super) struct Diagnostics<'a> {
    /// The languages in which every text must be; empty until the dossier is read.
    pub(super) languages: Languages,
    parts: &'a [Part],
    /// Where the lines of each part begin, if it has a problem.
    lines: Vec<OnceCell<Vec<usize>>>,
    found: Vec<(usize, Problem)>,
    /// How many of them are about records that cannot be read as they are written. The others may follow from these.
    misshapen: usize,
    /// Syntax errors, each with its part: a key that seems to be missing in that part may be on the bad line.
    syntax: Vec<(usize, Problem)>,
    /// Whether a record that others may refer to could not be read.
    lost: bool,
    /// The kinds of records of which there is none, as far as a reference to one was reported: one says it for all.
    absent: BTreeSet<&'static str>,
    /// The languages of texts that are not among those of the dossier: one problem says it for all texts.
    unlisted: BTreeSet<String>,
    /// Keys that are there but could not be read: the part, where their table starts, the key.
    unread: BTreeSet<(usize, usize, String)>,
}

impl<'a> Diagnostics<'a> {
    pub(super) fn new(parts: &'a [Part]) -> Self {
        Self {
            languages: Languages::default(),
            parts,
            lines: vec![OnceCell::new(); parts.len()],
            found: Vec::new(),
            misshapen: 0,
            syntax: Vec::new(),
            lost: false,
            absent: BTreeSet::new(),
            unlisted: BTreeSet::new(),
            unread: BTreeSet::new(),
        }
    }

    /// Reports the problems of a record of a kind; both may be empty.
    pub(super) fn record<'d>(
        &'d mut self,
        part: usize,
        kind: &'d str,
        id: &'d str,
    ) -> Record<'d, 'a> {
        Record {
            diagnostics: self,
            part,
            kind,
            id,
        }
    }

    /// Reports a syntax error.
    pub(super) fn syntax(&mut self, part: usize, span: Range<usize>, what: String, help: String) {
        let record = self.record(part, "", "");
        let problem = record.problem(Severity::Error, span, what, help);
        self.syntax.push((part, problem));
    }

    /// Marks that a record could not be read, so that references to it are not reported as unknown.
    pub(super) fn mark_lost(&mut self) {
        self.lost = true;
    }

    /// Marks that all records have been read as they are written.
    pub(super) fn end_of_shape(&mut self) {
        self.misshapen = self.found.len();
    }

    /// Whether it is the first time that a record of this kind is missed, of which there is none.
    pub(super) fn first_absent(&mut self, kind: &'static str) -> bool {
        self.absent.insert(kind)
    }

    /// Whether it is the first text in this language, which is not among those of the dossier.
    pub(super) fn first_unlisted(&mut self, code: &str) -> bool {
        self.unlisted.insert(code.to_owned())
    }

    /// Whether an unknown record may be one that could not be read.
    pub(super) fn incomplete(&self) -> bool {
        self.lost || !self.syntax.is_empty()
    }

    /// The text of a part.
    pub(super) fn text(&self, part: usize) -> &'a str {
        self.parts.get(part).map_or("", |part| part.text.as_str())
    }

    fn file(&self, part: usize) -> &'a str {
        self.parts.get(part).map_or("", |part| part.name.as_str())
    }

    fn line_and_column(&self, part: usize, offset: usize) -> (usize, usize) {
        let text = self.text(part);
        let starts = self.lines.get(part);
        let starts = starts.map(|starts| starts.get_or_init(|| line_starts(text)));
        line_and_column(text, starts.map_or(&[0], Vec::as_slice), offset)
    }

    /// The name of a part, with the line and column of a place in it.
    pub(super) fn place(&self, part: usize, span: &Range<usize>) -> String {
        let (line, column) = self.line_and_column(part, span.start);
        format!("{}:{line}:{column}", self.file(part))
    }

    /// All problems, each once: first those from which others may follow, each kind in the order of the files.
    pub(super) fn finish(self) -> Vec<Problem> {
        let bad = self.syntax.iter();
        let bad: BTreeSet<_> = bad.map(|(part, problem)| (*part, problem.line)).collect();
        let mut causes = self.found;
        let mut others = causes.split_off(self.misshapen);
        for some in [&mut causes, &mut others] {
            some.retain(|(part, problem)| !bad.contains(&(*part, problem.line)));
        }
        causes.extend(self.syntax);
        for some in [&mut causes, &mut others] {
            some.sort_by_key(|(part, problem)| (*part, problem.span.start));
        }
        let mut all = causes;
        all.extend(others);
        let mut reported = BTreeSet::new();
        all.retain(|(part, problem)| {
            let Range { start, end } = problem.span;
            reported.insert((*part, start, end, problem.what.clone()))
        });
        all.into_iter().map(|(_, problem)| problem).collect()
    }
}

/// A record's name in messages, such as `claim bridge-ready`; without its id where that is missing.
pub(super) fn record_name(kind: &str, id: &str) -> String {
    format!("{kind} {}", safe(id)).trim_end().to_owned()
}

/// The record being read, and where to report its problems.
pub(super) struct Record<'d, 'a> {
    pub(super) diagnostics: &'d mut Diagnostics<'a>,
    part: usize,
    kind: &'d str,
    id: &'d str,
}

impl Record<'_, '_> {
    /// Reports an error: the file is refused.
    pub(super) fn error(
        &mut self,
        span: Range<usize>,
        what: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.note(Severity::Error, span, what.into(), help.into());
    }

    /// Reports a warning: the file is accepted.
    pub(super) fn warn(
        &mut self,
        span: Range<usize>,
        what: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.note(Severity::Warning, span, what.into(), help.into());
    }

    /// Reports a required key that is missing in the table at the span `table`. The key may include the one before it,
    /// as in `text.en`. `example` shows how to write it.
    pub(super) fn missing(&mut self, table: &Range<usize>, key: &str, example: &str) {
        self.missing_as(table, key, format!("`{key}` is missing"), example);
    }

    /// Reports a missing key with another message.
    pub(super) fn missing_as(
        &mut self,
        table: &Range<usize>,
        key: &str,
        what: impl Into<String>,
        example: &str,
    ) {
        let last = key.rsplit('.').next().unwrap_or(key).to_owned();
        let diagnostics = &self.diagnostics;
        let unread = (self.part, table.start, last);
        let broken = diagnostics
            .syntax
            .iter()
            .any(|(part, _)| *part == self.part);
        if !broken && !diagnostics.unread.contains(&unread) {
            self.error(table.clone(), what, format!("add {example}"));
        }
    }

    /// Marks a key of this table as given but unreadable, so that it is not reported as missing.
    pub(super) fn mark_unread(&mut self, table: &Range<usize>, key: &str) {
        let unread = (self.part, table.start, key.to_owned());
        self.diagnostics.unread.insert(unread);
    }

    /// The span of a part of a string's value.
    pub(super) fn within(&self, at: &At<String>, range: &Range<usize>) -> Range<usize> {
        within(self.diagnostics.text(self.part), &at.span(), at, range)
    }

    /// Reports a problem, unless it is about a value that was added for a missing one.
    fn note(&mut self, severity: Severity, span: Range<usize>, what: String, help: String) {
        if span.start < NOWHERE {
            let problem = self.problem(severity, span, what, help);
            self.diagnostics.found.push((self.part, problem));
        }
    }

    fn problem(
        &self,
        severity: Severity,
        span: Range<usize>,
        what: String,
        help: String,
    ) -> Problem {
        let (line, column) = self.diagnostics.line_and_column(self.part, span.start);
        Problem {
            severity,
            file: self.diagnostics.file(self.part).to_owned(),
            span,
            line,
            column,
            record: record_name(self.kind, self.id),
            what,
            help,
        }
    }
}

/// The span of a part of a string's value in the file, given the span of the string.
///
/// A string written with escapes differs from its value; then it is the span of the whole string.
fn within(text: &str, string: &Range<usize>, value: &str, part: &Range<usize>) -> Range<usize> {
    let written = text.get(string.clone());
    match written.and_then(|written| written.find(value)) {
        Some(quote) => string.start + quote + part.start..string.start + quote + part.end,
        None => string.clone(),
    }
}

/// A word from the file in quotation marks, safe to show in a message.
pub(super) fn shown(word: &str) -> String {
    format!("“{}”", safe(word))
}

/// A word from the file without hidden characters, cut if it is long.
pub(super) fn safe(word: &str) -> String {
    const LONGEST: usize = 60;
    let mut text = String::new();
    for letter in word.chars().take(LONGEST) {
        if is_hidden(letter) {
            text.extend(letter.escape_unicode());
        } else {
            text.push(letter);
        }
    }
    if word.chars().nth(LONGEST).is_some() {
        text.push('…');
    }
    text
}

/// Help on an unknown word: the nearest known one, if any is near, then `rest`, which begins in lower case.
pub(super) fn hint<'c>(
    word: &str,
    candidates: impl IntoIterator<Item = &'c str>,
    rest: &str,
) -> String {
    let near = nearest(word, candidates, 1);
    match (near.first(), rest.split_at_checked(1)) {
        (Some(near), Some((first, others))) => {
            let first = first.to_uppercase();
            format!("did you mean “{near}”? {first}{others}")
        }
        _ => rest.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_inside_its_string() {
        let text = r#"en = "so, today""#;
        assert_eq!(&text[within(text, &(5..16), "so, today", &(4..9))], "today");
        let escaped = r#"en = "“\u0041” today""#;
        assert_eq!(within(escaped, &(5..21), "“A” today", &(8..13)), 5..21);
    }

    #[test]
    fn nothing_strange_reaches_a_terminal() {
        assert_eq!(shown("a\u{1b}[31m\u{202e}"), "“a\\u{1b}[31m\\u{202e}”");
        assert_eq!(shown(&"x".repeat(99)).chars().count(), 63);
    }
}
