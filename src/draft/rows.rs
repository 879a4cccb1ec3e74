//! The rows of a text that is separated by commas, semicolons or tabs, each cell with its place.

use std::ops::Range;
use std::sync::Arc;

use csv::{ReaderBuilder, StringRecord};

use super::original::{Original, Place};
use crate::export::csv::unescaped;
use crate::facts::problem::Problem;

/// How often the rest is read again behind a quotation mark that is not closed.
const MOST_AGAIN: usize = 100;

/// A row, numbered as in a spreadsheet.
pub(super) struct Row {
    pub(super) place: Place,
    /// Each cell, and where it stands.
    pub(super) cells: Vec<(String, Range<usize>)>,
}

/// Where the header begins, and the separator with which it has most of the known columns.
pub(super) fn delimiter(text: &str, known: &[String]) -> (usize, u8) {
    // Excel takes such a first line for itself.
    let says = text
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("sep="));
    let begin = text.find('\n').filter(|_| says).map_or(0, |at| at + 1);
    let rest = text.get(begin..).unwrap_or_default();
    let header = rest.trim_start().lines().next().unwrap_or_default();
    let fitting = |delimiter: u8| {
        let cells = header.split(char::from(delimiter));
        let cells = cells.map(|cell| cell.trim_matches(['"', ' ']));
        let is_known = |cell: &&str| known.iter().any(|name| name.eq_ignore_ascii_case(cell));
        cells.filter(is_known).count()
    };
    let mut best = (fitting(b','), b',');
    for other in [b';', b'\t'] {
        if fitting(other) > best.0 {
            best = (fitting(other), other);
        }
    }
    (begin, best.1)
}

/// All rows from a place on that are not blank; reports quotation marks that are not closed.
pub(super) fn rows(original: &Original, begin: usize, delimiter: u8) -> (Vec<Row>, Vec<Problem>) {
    let mut reading = Reading {
        original,
        delimiter,
        number: begin.min(1),
        rows: Vec::new(),
        problems: Vec::new(),
    };
    let mut begin = Some(begin);
    for _ in 0..MOST_AGAIN {
        begin = begin.and_then(|begin| reading.read(begin));
    }
    (reading.rows, reading.problems)
}

struct Reading<'o> {
    original: &'o Original,
    delimiter: u8,
    number: usize,
    rows: Vec<Row>,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    /// Reads to the end. Returns where to go on if a quotation mark was not closed.
    fn read(&mut self, begin: usize) -> Option<usize> {
        let text = self.original.text.get(begin..)?;
        let mut reader = ReaderBuilder::new();
        let reader = reader
            .has_headers(false)
            .flexible(true)
            .delimiter(self.delimiter);
        let mut reader = reader.from_reader(text.as_bytes());
        let mut record = StringRecord::new();
        let place_of =
            |position: &csv::Position| usize::try_from(position.byte()).unwrap_or(text.len());
        // The text is UTF-8 and rows may have any length, so that reading cannot fail.
        while reader.read_record(&mut record).unwrap_or_default() {
            let start = record.position().map_or(0, place_of);
            let line = text
                .get(start..place_of(reader.position()))
                .unwrap_or_default();
            let raw = line.trim_start_matches(['\r', '\n']);
            let blank = line.get(..line.len() - raw.len()).unwrap_or_default();
            let before = text.get(..start).unwrap_or_default();
            self.number += 1 + line_breaks(before, blank);
            let raw = raw.trim_end_matches(['\r', '\n']);
            let from = begin + start + blank.len();
            let place = Place {
                span: from..from + raw.len(),
                label: Arc::from(format!("row {}", self.number)),
            };
            let (spans, open) = spans(raw, self.delimiter, from);
            if open {
                return self.unclosed(&place, spans.last().cloned().unwrap_or_default());
            }
            let cells = record.iter().zip(spans);
            let cells: Vec<_> = cells.map(|(cell, span)| (tidy(cell), span)).collect();
            if cells.iter().any(|(cell, _)| !cell.is_empty()) {
                self.rows.push(Row { place, cells });
            }
        }
        None
    }

    /// Reports a quotation mark that is not closed. Returns where the next line begins.
    fn unclosed(&mut self, row: &Place, cell: Range<usize>) -> Option<usize> {
        let place = row.within(cell.start..cell.start + 1);
        let help = "close it, or write it twice if it belongs to the text; this row is not read.";
        let what = "a quotation mark that is not closed";
        self.problems.push(self.original.error(&place, what, help));
        let rest = self.original.text.get(cell.start..)?;
        rest.find('\n').map(|at| cell.start + at + 1)
    }
}

/// How many line breaks of any kind there are; the first `\n` belongs to a `\r` before it.
fn line_breaks(before: &str, text: &str) -> usize {
    let text = match text.strip_prefix('\n') {
        Some(rest) if before.ends_with('\r') => rest,
        _ => text,
    };
    text.matches(['\n', '\r']).count() - text.matches("\r\n").count()
}

/// Where each cell of a row stands, and whether the last one is in quotation marks that do not close.
fn spans(raw: &str, delimiter: u8, from: usize) -> (Vec<Range<usize>>, bool) {
    let (mut spans, mut start, mut quoted, mut left) = (Vec::new(), 0, false, false);
    for (at, byte) in raw.bytes().enumerate() {
        match byte {
            b'"' if at == start && !quoted => quoted = true,
            // A second mark directly after the first belongs to the text.
            b'"' if left => (quoted, left) = (true, false),
            b'"' if quoted => (quoted, left) = (false, true),
            byte if byte == delimiter && !quoted => {
                spans.push(from + start..from + at);
                (start, left) = (at + 1, false);
            }
            _ => left = false,
        }
    }
    spans.push(from + start..from + raw.len());
    (spans, quoted)
}

/// A cell without what keeps spreadsheets from taking it for a formula, and on one line: line breaks come from
/// wrapping, and no text of a fact file has any.
fn tidy(cell: &str) -> String {
    let cell = unescaped(cell.trim());
    match cell.contains(['\n', '\r']) {
        true => cell.split_whitespace().collect::<Vec<_>>().join(" "),
        false => cell.trim().to_owned(),
    }
}
