//! What people write where TOML wants something else, known by the look of the line, each with the line as it should be.

use std::ops::Range;

use once_cell::sync::Lazy;
use regex::Regex;

use super::lines::{header, line_of};
use crate::facts::pattern::pattern;

/// A slip: where, what it is and what to do.
pub(super) struct Slip {
    pub(super) span: Range<usize>,
    pub(super) what: String,
    pub(super) help: String,
}

/// Spaces that look like one and are another character.
const OTHER_SPACES: [char; 4] = ['\u{a0}', '\u{202f}', '\u{2007}', '\u{3000}'];

/// `kind: "asserts"`.
static COLON: Lazy<Regex> = Lazy::new(|| pattern(r#"^\s*([A-Za-z_][\w.-]*)\s*:\s*(\S.*)$"#));
/// `best = 90,000`.
static THOUSANDS: Lazy<Regex> =
    Lazy::new(|| pattern(r"^\s*([A-Za-z_][\w.-]*)\s*=\s*(-?\d{1,3}(?:[, ’']\d{3})+)\s*(?:#.*)?$"));
/// `kind = "asserts",`.
static COMMA: Lazy<Regex> =
    Lazy::new(|| pattern(r"^(\s*[A-Za-z_][\w.-]*\s*=.*\S)\s*,\s*(?:#.*)?$"));
/// `text.en = "The "library" closes"`.
static INNER_QUOTE: Lazy<Regex> =
    Lazy::new(|| pattern(r#"^\s*[A-Za-z_][\w.-]*\s*=\s*"(.*)"\s*(?:#.*)?$"#));

/// The slip on the line of a byte at which the parser gave up; `None` if it does not look like one.
pub(super) fn on_line(text: &str, at: usize) -> Option<Slip> {
    let (start, line) = line_of(text, at);
    let line = line.trim_end_matches('\r');
    let slip = |place: Range<usize>, what: &str, help: String| Slip {
        span: start + place.start..start + place.end,
        what: what.to_owned(),
        help,
    };
    if let Some((place, space)) = other_space(line) {
        let what = "a no-break space, which looks like a space";
        let help = "remove it, and type a space with the space bar.";
        return Some(slip(place..place + space.len_utf8(), what, help.to_owned()));
    }
    if let Some(parts) = COLON.captures(line) {
        let [key, value] = [1, 2].map(|number| parts.get(number).map_or("", |one| one.as_str()));
        let place = line.find(':').unwrap_or_default();
        let value = value.trim_end().trim_end_matches(',');
        return Some(slip(
            place..place + 1,
            "a colon where an equals sign stands",
            format!("write {key} = {value}"),
        ));
    }
    if let Some(parts) = THOUSANDS.captures(line) {
        let number = parts.get(2)?;
        let key = parts.get(1)?.as_str();
        let digits: String = number
            .as_str()
            .chars()
            .filter(|one| one.is_ascii_digit() || *one == '-')
            .collect();
        return Some(slip(
            number.range(),
            "a number with a sign between its thousands",
            format!("write it in digits only: {key} = {digits}"),
        ));
    }
    if let Some(parts) = INNER_QUOTE.captures(line).and_then(|parts| parts.get(1)) {
        let place = parts.start() + unescaped_quote(parts.as_str())?;
        let what = "a straight double quote within a text, which ends it";
        let help = "write \\\" for each one inside, or curly quotes: “…”.";
        return Some(slip(place..place + 1, what, help.to_owned()));
    }
    let before = COMMA.captures(line).and_then(|parts| parts.get(1))?;
    Some(slip(
        before.end()..before.end() + 1,
        "a comma at the end of a line",
        format!("remove it: {}", before.as_str().trim()),
    ))
}

/// The first space outside of quotation marks that is another character.
fn other_space(line: &str) -> Option<(usize, char)> {
    let mut quoted = false;
    line.char_indices().find(|(_, letter)| {
        quoted ^= *letter == '"';
        !quoted && OTHER_SPACES.contains(letter)
    })
}

/// The first straight double quote without a backslash before it.
fn unescaped_quote(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.char_indices()
        .find(|(_, letter)| {
            let found = *letter == '"' && !escaped;
            escaped = *letter == '\\' && !escaped;
            found
        })
        .map(|(at, _)| at)
}

/// Each `id` that stands where no record has one: before it, the line is missing that begins its record.
pub(super) fn missing_headers(text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    let (mut from, mut may_have_id) = (0, false);
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        if let Some(header) = header(bare) {
            may_have_id = !header.contains('.');
        } else if bare.starts_with('[') {
            may_have_id = true; // Another error, which is told by itself.
        } else if !line.starts_with("id") || key(bare) != Some("id") || bare.ends_with(',') {
            // Another key, or a member of a table over several lines.
        } else if may_have_id {
            may_have_id = false; // A second one is another record’s.
        } else {
            let rest = text.get(from..).unwrap_or_default();
            let header = format!("[[{}]]", record(rest));
            slips.push(Slip {
                span: from..from + line.trim_end().len(),
                what: format!("before this, the line {header} is missing"),
                help: format!("write {header} on a line of its own before it."),
            });
        }
        from += line.len();
    }
    slips
}

/// The key of a line, without what stands after its first point.
fn key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    key.trim().split('.').next()
}

/// What a record is, by the keys that follow until the next header.
fn record(text: &str) -> &'static str {
    let lines = text.lines().map(str::trim);
    let own = lines.take_while(|line| !line.starts_with('['));
    let keys: Vec<&str> = own.filter_map(key).collect();
    let known = [
        ("by", "claim"),
        ("said", "claim"),
        ("publisher", "source"),
        ("question", "topic"),
        ("unit", "measure"),
        ("name", "speaker"),
    ];
    let found = known.iter().find(|(key, _)| keys.contains(key));
    found.map_or("claim", |(_, record)| record)
}
