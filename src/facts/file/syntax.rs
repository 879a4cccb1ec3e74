//! The TOML reader's syntax errors in plain words, without those that only follow from another.
//!
//! After a bracket that is not closed the reader takes healthy lines for wrong ones.

use std::ops::Range;

use toml::de::Error;

/// One syntax error: where, what is wrong and what to do.
pub(super) struct Slip {
    pub(super) span: Range<usize>,
    pub(super) what: String,
    pub(super) mend: String,
}

/// The syntax errors of a part.
pub(super) struct Slips {
    pub(super) told: Vec<Slip>,
    /// Whether the reader lost its way, so that the records it found are not those that were meant.
    pub(super) astray: bool,
}

/// How the reader's messages begin, what that means, and what to do.
const SAYINGS: [(&str, &str, &str); 7] = [
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

/// The first words of every message that comes of a list, table or text that is not closed.
const UNENDING: [&str; 5] = [
    "unexpected `=` in array",
    "missing key for inline table",
    "unclosed array,",
    "unclosed inline table",
    MULTI_LINE,
];

const MULTI_LINE: &str = "invalid multi-line";

/// The lines with which records begin; only the dossier's has single brackets.
const HEADERS: [&str; 11] = [
    "dossier",
    "topic",
    "speaker",
    "source",
    "measure",
    "claim",
    "claim.evidence",
    "claim.quote",
    "claim.quote.translation",
    "claim.figure",
    "claim.link",
];

/// The errors that somebody can act on, in the order of the text.
pub(super) fn slips(text: &str, mut errors: Vec<Error>) -> Slips {
    errors.sort_by_key(start);
    let endless = endless(text, &errors);
    let readable = endless.unwrap_or(errors.len());
    let (readable, rest) = errors.split_at(readable);
    let mut told: Vec<Slip> = first_single_header(text, readable).into_iter().collect();
    told.extend(
        readable
            .iter()
            .filter_map(|one| misshapen_header(text, one)),
    );
    // From here on two records may have become one.
    let joined = told.iter().map(|slip| slip.span.start).min();
    for error in readable {
        let follows = joined.is_some_and(|from| from <= start(error));
        let follows = follows && is_about_keys(error.message());
        if !follows && misshapen_header(text, error).is_none() {
            told.push(plain(error));
        }
    }
    told.sort_by_key(|slip| slip.span.start);
    let unending = rest
        .first()
        .and_then(|error| unending(text, error, told.last()));
    told.extend(unending);
    Slips {
        told,
        astray: joined.is_some() || endless.is_some(),
    }
}

fn start(error: &Error) -> usize {
    error.span().unwrap_or_default().start
}

/// Whether a message says that a key is already taken, as it is when two records have become one.
fn is_about_keys(message: &str) -> bool {
    message.starts_with("duplicate key") || message.starts_with("cannot extend")
}

fn plain(error: &Error) -> Slip {
    let message = error.message();
    let known = SAYINGS
        .iter()
        .find(|(start, ..)| message.starts_with(start));
    let (what, mend) = match known {
        Some((_, what, mend)) => ((*what).to_owned(), *mend),
        None => (
            format!("this cannot be read as TOML: {message}"),
            "compare the line with data/FORMAT.md.",
        ),
    };
    Slip {
        span: error.span().unwrap_or_default(),
        what,
        mend: mend.to_owned(),
    }
}

/// The error at which a list, table or text that is not closed is first noticed.
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

/// Such a list, table or text, unless a text at its end that is not closed either was just told.
fn unending(text: &str, error: &Error, told: Option<&Slip>) -> Option<Slip> {
    let span = error.span().unwrap_or_default();
    if error.message().starts_with(MULTI_LINE) {
        return Some(Slip {
            span: opening(text, span.start),
            what: "this text in three quotation marks is not closed".to_owned(),
            mend: "write it on one line, between single straight double quotes: \"…\".".to_owned(),
        });
    }
    let near = |slip: &Slip| {
        let between = text.get(slip.span.start..span.start).unwrap_or_default();
        between.matches('\n').count() <= 1
    };
    (!told.is_some_and(near)).then(|| Slip {
        span,
        what: "the list or table before this is not closed".to_owned(),
        mend: "close a list with ] and a table with }; a text in it ends with a straight double \
               quote."
            .to_owned(),
    })
}

/// Where the three quotation marks before a place stand.
fn opening(text: &str, before: usize) -> Range<usize> {
    let text = text.get(..before).unwrap_or(text);
    let marks = ["\"\"\"", "'''"];
    let start = marks.iter().filter_map(|mark| text.rfind(mark)).max();
    start.map_or(before..before, |start| start..start + 3)
}

/// The line in which a byte stands, and where it begins.
fn line_of(text: &str, at: usize) -> (usize, &str) {
    let at = text.floor_char_boundary(at);
    let (before, after) = text.split_at(at);
    let start = before.rfind('\n').map_or(0, |line_break| line_break + 1);
    let end = after
        .find('\n')
        .map_or(text.len(), |line_break| at + line_break);
    (start, text.get(start..end).unwrap_or_default())
}

/// The record that a line names in whatever brackets, as its line should be.
fn header(line: &str) -> Option<String> {
    let line = line.split('#').next().unwrap_or_default();
    let name =
        line.trim_matches(|letter: char| letter.is_whitespace() || "[](){}".contains(letter));
    let name = HEADERS.into_iter().find(|header| *header == name)?;
    Some(match name {
        "dossier" => "[dossier]".to_owned(),
        name => format!("[[{name}]]"),
    })
}

/// A line that should begin a record and cannot be read.
fn misshapen_header(text: &str, error: &Error) -> Option<Slip> {
    let (start, line) = line_of(text, error.span().unwrap_or_default().start);
    let unclosed = error.message().starts_with("unclosed");
    if is_about_keys(error.message()) {
        return None;
    }
    let from = start + line.len() - line.trim_start().len();
    let span = from..start + line.trim_end().len();
    let whole = header(line);
    if !unclosed && whole.is_none() && !line.trim_start().starts_with('[') {
        return None;
    }
    let brackets = if line.trim_start().starts_with("[[") {
        "]]"
    } else {
        "]"
    };
    let (what, mend) = match whole {
        Some(whole) if unclosed && whole.starts_with(line.trim().trim_end_matches(']')) => (
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
    Some(Slip {
        span,
        what: what.to_owned(),
        mend,
    })
}

/// The first record of a list that begins in single brackets, if a later line is blamed for it.
fn first_single_header(text: &str, errors: &[Error]) -> Option<Slip> {
    let last = errors
        .iter()
        .filter(|error| is_about_keys(error.message()) && blames_header(text, error))
        .map(start)
        .max()?;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (from, bare) = (at, line.trim());
        at += line.len();
        let single = bare.starts_with('[') && !bare.starts_with("[[");
        let whole = header(bare).filter(|whole| single && whole.starts_with("[["));
        if let Some(whole) = whole.filter(|_| from <= last && bare.matches(']').count() == 1) {
            return Some(Slip {
                span: from..from + line.trim_end().len(),
                what: format!("{whole} stands in double brackets"),
                mend: format!("write {whole}: there may be many."),
            });
        }
    }
    None
}

fn blames_header(text: &str, error: &Error) -> bool {
    header(line_of(text, start(error)).1).is_some()
}
