//! Explains why a record cannot be read, from serde's message, in words that a non-programmer can act on.
//!
//! `syntax` explains text that is not TOML.

use toml::de::{DeArray, DeTable, DeValue};

use super::cut::Cut;
use super::diagnostics::{hint, shown};
use crate::facts::nearest::nearest;

/// What is wrong with a key or its value.
pub(super) struct ShapeError {
    pub(super) what: String,
    pub(super) help: String,
    /// The key that was probably meant, if the one written is unknown.
    pub(super) meant: Option<String>,
}

/// Explains what is wrong with a key or value that was cut out.
pub(super) fn explain(message: &str, cut: &Cut<'_>) -> ShapeError {
    let key = cut.key.as_str();
    if message.starts_with("unknown field") {
        return unknown_key(message, key);
    }
    if message.starts_with("unknown variant") {
        return unknown_word(message, key, cut.value.as_str().unwrap_or_default());
    }
    let wanted = message.rsplit("expected ").next().unwrap_or_default();
    let should = match wanted {
        "a string" => "a text",
        "a sequence" => "a list",
        "a map" => "a text per language",
        "a number" => "a number",
        "a boolean" => "true or false",
        when if when.starts_with("struct When") => "a date with its basis",
        change if change.starts_with("struct Change") => "a day with a note",
        _ if message.starts_with("wanted") => "one word",
        _ => "a table",
    };
    let subject = if cut.member {
        format!("a member of `{key}`")
    } else {
        format!("`{key}`")
    };
    let what = match (&cut.value, wanted) {
        (DeValue::Integer(_), "a number") => format!("{subject} is too large a number"),
        (DeValue::Float(_), "a number") => {
            format!("{subject} has too many digits, or is no number")
        }
        (value, _) => format!("{subject} is {}, not {should}", kind(value)),
    };
    ShapeError {
        what,
        help: format!("write {}.", example(should, key, cut.member)),
        meant: None,
    }
}

/// How to write a value of the right shape.
fn example(should: &str, key: &str, member: bool) -> String {
    match (should, key) {
        ("a text", _) if member => format!("it in double quotes: {key} = [\"…\"]"),
        ("a text" | "one word", _) => format!("it in double quotes: {key} = \"…\""),
        ("a list", "evidence" | "quote" | "figure" | "link") => {
            format!("[[claim.{key}]] on a line of its own, its keys below")
        }
        ("a list", "translation") => {
            "[[claim.quote.translation]] on a line of its own, its keys below".to_owned()
        }
        ("a list" | "a table", "author") => {
            "author = [{ family = \"…\", given = \"…\" }], or { name = \"…\" } for an institution"
                .to_owned()
        }
        ("a table", "archived") => {
            "archived = { url = \"…\", on = \"2024-05-02\", by = \"…\" }".to_owned()
        }
        ("a list", "roles" | "revised") => format!("{key} = [{{ … }}]"),
        ("a list", _) => format!("it in brackets: {key} = [\"…\"]"),
        ("a text per language", _) => format!("{key}.en = \"…\" and {key}.id = \"…\""),
        ("a number", _) => format!("it in digits only: {key} = 1500, or {key} = 2.5"),
        ("true or false", _) => format!("{key} = true or {key} = false"),
        ("a date with its basis", _) => {
            format!("{key} = {{ when = \"2024-05-02\", basis = \"stated\" }}")
        }
        ("a day with a note", _) => {
            format!("{key} = {{ on = \"2024-05-02\", note.en = \"…\", note.id = \"…\" }}")
        }
        _ => format!("{key} as data/FORMAT.md shows"),
    }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a point",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date without quotes",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

fn unknown_key(message: &str, key: &str) -> ShapeError {
    let known = known(message);
    ShapeError {
        what: format!("unknown key {}", shown(key)),
        help: hint(
            key,
            known.clone(),
            &format!("keys here are {}.", known.join(", ")),
        ),
        meant: nearest(key, known, 1).first().map(|&near| near.to_owned()),
    }
}

fn unknown_word(message: &str, key: &str, word: &str) -> ShapeError {
    let known = known(message);
    let words = format!("`{key}` is one of {}.", known.join(", "));
    ShapeError {
        what: format!("{} is not a word for `{key}`", shown(word)),
        help: hint(word, known, &words),
        meant: None,
    }
}

/// The words in backticks at the end of a message, after `expected`.
fn known(message: &str) -> Vec<&str> {
    let list = message.rsplit("expected").next().unwrap_or_default();
    list.split('`').skip(1).step_by(2).collect()
}

/// The key that a message says is missing.
pub(super) fn missing_key(message: &str) -> Option<&str> {
    message.strip_prefix("missing field `")?.strip_suffix('`')
}

/// A stand-in for a missing value that, according to the message, cannot be a text.
pub(super) fn stand_in<'i>(message: &str) -> Option<DeValue<'i>> {
    Some(match message.rsplit("expected ").next()? {
        "a sequence" => DeValue::Array(DeArray::new()),
        "a map" => DeValue::Table(DeTable::new()),
        table if table.starts_with("struct ") => DeValue::Table(DeTable::new()),
        _ => DeValue::String((*known(message).first()?).to_owned().into()),
    })
}

/// How to write a missing key of a table. `None` for a list that must not be empty: `resolve` reports it.
pub(super) fn example_of_missing(table: &str, key: &str) -> Option<String> {
    let example = match (table, key) {
        ("archived", "url") => "where the copy is: url = \"…\".",
        ("archived", "by") => "who keeps the copy: by = \"…\".",
        (_, "languages" | "topics" | "by" | "evidence") => return None,
        (_, "id") => "a short name in lower case: id = \"…\".",
        ("speaker", "kind") => "kind = \"person\", or state, body, agency, company.",
        (_, "kind") => "kind = \"asserts\", or denies, confirms, assesses, reports, declines.",
        (_, "said") => "the day it was said: said = { when = \"2024-05-02\", basis = \"stated\" }.",
        (_, "basis") => {
            "basis = \"stated\" if a source prints the date in full, else \"inferred\" with why.en \
             and why.id."
        }
        (_, "licence") => "licence = \"CC-BY-4.0\".",
        ("link", "type") => "type = \"supports\", or denies, confirms, qualifies ….",
        (_, "type") => "type = \"article-newspaper\", or webpage, report ….",
        (_, "family") => "family = \"…\", the same for papers of one owner.",
        (_, "language") => "language = \"en\".",
        ("quote", "source") => "where the words stand: source = \"…\".",
        (_, "source") => "the source’s id: source = \"…\".",
        (_, "role") => "role = \"origin\", or confirms, differs, contradicts.",
        (_, "measure") => "what is counted: measure = \"…\".",
        (_, "qualifier") => "qualifier = \"exact\", or about, at-least, over, up-to, some, likely.",
        ("quote", "words") => "the exact words: words = \"…\".",
        (_, "lang") => "the language of the words: lang = \"en\".",
        (_, "of") => "the words it translates: of = \"…\".",
        (_, "to") => "the other claim’s id: to = \"…\".",
        (_, "recorded" | "reviewed" | "on" | "when") => {
            return Some(format!("{key} = \"2024-05-02\"."));
        }
        ("source", "title") | (_, "publisher" | "words") => return Some(format!("{key} = \"…\".")),
        _ => return Some(format!("{key}.en = \"…\" and {key}.id = \"…\".")),
    };
    Some(example.to_owned())
}
