//! The TOML parser's syntax errors in plain words, without those that only follow from another.
//!
//! After an unclosed bracket the parser reports errors in valid lines.

use std::ops::Range;

use toml::de::Error;

use super::lines::{header, line_of};
use super::slips::{self, Slip};

/// One syntax error: where, what is wrong and what to do.
pub(super) struct SyntaxError {
    pub(super) span: Range<usize>,
    pub(super) what: String,
    pub(super) help: String,
}

impl SyntaxError {
    fn new(span: Range<usize>, what: impl Into<String>, help: impl Into<String>) -> Self {
        let (what, help) = (what.into(), help.into());
        Self { span, what, help }
    }
}

/// The syntax errors of a part.
pub(super) struct SyntaxErrors {
    pub(super) reported: Vec<SyntaxError>,
    /// Whether the errors made the parser find other records than the author meant.
    pub(super) unrecoverable: bool,
}

/// How the parser's messages begin, what each means, and what to do.
const MESSAGES: [(&str, &str, &str); 7] = [
    (
        "string values must be quoted",
        "a text without straight quotation marks",
        "put the text between straight double quotes: \"…\".",
    ),
    (
        "invalid basic string",
        "this text cannot be read, or it is not closed on its line",
        "end the text with a straight double quote; write \\\" for one inside it.",
    ),
    (
        "duplicate key",
        "this key already stands in this record",
        "remove one of the two, or begin the second record with its name in double brackets.",
    ),
    (
        "key with no value",
        "a key without a value",
        "write key = \"value\"; a comment begins with #.",
    ),
    (
        "missing comma",
        "a comma is missing",
        "put a comma between the members of a list or table.",
    ),
    (
        "missing escaped value",
        "a backslash that begins nothing known",
        "write \\\\ for a backslash and \\\" for a double quote.",
    ),
    (
        "unclosed",
        "a bracket that is not closed",
        "close a list with ] and a table with }.",
    ),
];

/// How the parser's messages about an unclosed list, table or text begin.
const UNENDING: [&str; 5] = [
    "unexpected `=` in array",
    "missing key for inline table",
    "unclosed array,",
    "unclosed inline table",
    MULTI_LINE,
];

const MULTI_LINE: &str = "invalid multi-line";

/// The errors that an author can act on, in the order of the text.
pub(super) fn syntax_errors(text: &str, mut errors: Vec<Error>) -> SyntaxErrors {
    errors.sort_by_key(start);
    let endless = endless(text, &errors);
    let (readable, rest) = errors.split_at(endless.unwrap_or(errors.len()));
    let missing = slips::missing_headers(text).into_iter();
    let mut reported: Vec<_> = missing.map(SyntaxError::from).collect();
    reported.extend(first_single_header(text, readable));
    let misshapen = readable.iter();
    reported.extend(misshapen.filter_map(|error| misshapen_header(text, error)));
    // From here on two records may have become one.
    let joined = reported.iter().map(|error| error.span.start).min();
    for error in readable {
        let follows = joined.is_some_and(|from| from <= start(error));
        let follows = follows && is_about_keys(error.message());
        if !follows && misshapen_header(text, error).is_none() {
            reported.push(plain(text, error));
        }
    }
    reported.sort_by_key(|error| error.span.start);
    // The parser may report one slip twice.
    reported.dedup_by(|later, first| later.span == first.span && later.what == first.what);
    let first = rest.first();
    let unending = first.and_then(|error| unending(text, error, reported.last()));
    reported.extend(unending);
    SyntaxErrors {
        reported,
        unrecoverable: joined.is_some() || endless.is_some(),
    }
}

fn start(error: &Error) -> usize {
    error.span().unwrap_or_default().start
}

/// Whether a message says that a key exists already, as it does after two records have become one.
fn is_about_keys(message: &str) -> bool {
    message.starts_with("duplicate key") || message.starts_with("cannot extend")
}

impl From<Slip> for SyntaxError {
    fn from(slip: Slip) -> Self {
        Self::new(slip.span, slip.what, slip.help)
    }
}

fn plain(text: &str, error: &Error) -> SyntaxError {
    let (message, span) = (error.message(), error.span().unwrap_or_default());
    if let Some(slip) = slips::on_line(text, span.start) {
        return slip.into();
    }
    let mut known = MESSAGES.iter();
    match known.find(|(start, ..)| message.starts_with(start)) {
        Some((_, what, help)) => SyntaxError::new(span, *what, *help),
        None => {
            let what = format!("this cannot be read as TOML: {message}");
            SyntaxError::new(span, what, "compare the line with data/FORMAT.md.")
        }
    }
}

/// The index of the first error that an unclosed list, table or text causes.
fn endless(text: &str, errors: &[Error]) -> Option<usize> {
    let sure = errors.iter().position(|error| {
        let says = |words: &&str| error.message().starts_with(words);
        UNENDING.iter().any(says)
    })?;
    let mut first = sure;
    for (number, error) in errors.iter().enumerate().take(sure).rev() {
        let later = errors.get(first).map_or(0, start);
        let beside = line_of(text, start(error)).0 == line_of(text, later).0;
        if !beside && !error.message().starts_with("missing comma") {
            break;
        }
        first = number;
    }
    Some(first)
}

/// The error for an unclosed list, table or text; `None` if the last reported error is at most one line before it and
/// so is its cause.
fn unending(text: &str, error: &Error, last: Option<&SyntaxError>) -> Option<SyntaxError> {
    let span = error.span().unwrap_or_default();
    if error.message().starts_with(MULTI_LINE) {
        return Some(SyntaxError::new(
            opening(text, span.start),
            "this text in three quotation marks is not closed",
            "write it on one line, between single straight double quotes: \"…\".",
        ));
    }
    let near = last.is_some_and(|last| {
        let between = text.get(last.span.start..span.start).unwrap_or_default();
        between.matches('\n').count() <= 1
    });
    let what = "the list or table before this is not closed";
    let help = "close a list with ] and a table with }; a text in it ends with a straight double \
                quote.";
    (!near).then(|| SyntaxError::new(span, what, help))
}

/// The span of the last three quotation marks before a place.
fn opening(text: &str, before: usize) -> Range<usize> {
    let text = text.get(..before).unwrap_or(text);
    let marks = ["\"\"\"", "'''"];
    let start = marks.iter().filter_map(|mark| text.rfind(mark)).max();
    start.map_or(before..before, |start| start..start + 3)
}

/// A line that should begin a record and cannot be read.
fn misshapen_header(text: &str, error: &Error) -> Option<SyntaxError> {
    if is_about_keys(error.message()) {
        return None;
    }
    let (start, line) = line_of(text, start(error));
    let unclosed = error.message().starts_with("unclosed");
    let trimmed = line.trim();
    let from = start + line.len() - line.trim_start().len();
    let span = from..from + trimmed.len();
    let whole = header(line);
    if !unclosed && whole.is_none() && !trimmed.starts_with('[') {
        return None;
    }
    let double = trimmed.starts_with("[[");
    let brackets = if double { "]]" } else { "]" };
    let (what, help) = match whole {
        Some(whole) if unclosed && whole.starts_with(trimmed.trim_end_matches(']')) => (
            "a bracket that is not closed",
            format!("close it with {brackets}: {whole}"),
        ),
        Some(whole) => (
            "a record’s name is not in its brackets",
            format!("write {whole} on a line of its own."),
        ),
        None if unclosed => (
            "a bracket that is not closed",
            format!("close it with {brackets}, on a line of its own."),
        ),
        None => (
            "this does not begin a record",
            "write a record’s name in double brackets on a line of its own: [[claim]].".to_owned(),
        ),
    };
    Some(SyntaxError::new(span, what, help))
}

/// The first record of a list with a header in single brackets, if the parser reports a later line instead.
fn first_single_header(text: &str, errors: &[Error]) -> Option<SyntaxError> {
    let blames = |error: &&Error| is_about_keys(error.message()) && blames_header(text, error);
    let last = errors.iter().filter(blames).map(start).max()?;
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        let single = bare.starts_with('[') && !bare.starts_with("[[");
        let single = single && bare.matches(']').count() == 1 && from <= last;
        let whole = header(bare).filter(|whole| single && whole.starts_with("[["));
        if let Some(whole) = whole {
            return Some(SyntaxError::new(
                from..from + line.trim_end().len(),
                format!("{whole} stands in double brackets"),
                format!("write {whole}: there may be many."),
            ));
        }
        from += line.len();
    }
    None
}

fn blames_header(text: &str, error: &Error) -> bool {
    header(line_of(text, start(error)).1).is_some()
}
