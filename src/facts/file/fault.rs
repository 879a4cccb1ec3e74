//! A value's wrong shape in words that somebody who has never programmed can act on.
//!
//! What is not TOML at all is for `syntax`.

use toml::de::DeValue;

use super::nearest::{hint, nearest, shown};
use super::shape::Cut;

/// What is wrong with a key or its value.
pub(super) struct Fault {
    pub(super) what: String,
    pub(super) mend: String,
    /// The key that was probably meant, if the one written is unknown.
    pub(super) meant: Option<String>,
}

/// An error of one value's shape, from the reader's message and what was cut out.
pub(super) fn shape(message: &str, cut: &Cut<'_>) -> Fault {
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
        "i64" => "a whole number",
        "a boolean" => "true or false",
        "struct When" => "a date with its basis",
        "struct Change" => "a day with a note",
        _ if message.starts_with("wanted") => "one word",
        _ => "a table",
    };
    let subject = if cut.member {
        format!("a member of `{key}`")
    } else {
        format!("`{key}`")
    };
    let what = match (&cut.value, wanted) {
        (DeValue::Integer(_), "i64") => format!("{subject} is too large a number"),
        (value, _) => format!("{subject} is {}, not {should}", kind(value)),
    };
    Fault {
        what,
        mend: format!("write {}.", example(should, key, cut.member)),
        meant: None,
    }
}

/// How a value of the right shape is written.
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
        ("a list", "roles" | "revised") => format!("{key} = [{{ … }}]"),
        ("a list", _) => format!("it in brackets: {key} = [\"…\"]"),
        ("a text per language", _) => format!("{key}.en = \"…\" and {key}.id = \"…\""),
        ("a whole number", _) => format!("it in digits only: {key} = 1500"),
        ("true or false", _) => format!("{key} = true or {key} = false"),
        ("a date with its basis", _) => {
            format!("{key} = {{ when = \"2024-10-18\", basis = \"stated\" }}")
        }
        ("a day with a note", _) => {
            format!("{key} = {{ on = \"2024-10-18\", note.en = \"…\", note.id = \"…\" }}")
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

fn unknown_key(message: &str, key: &str) -> Fault {
    let known = known(message);
    let near = nearest(key, known.iter().copied());
    let mend = hint(
        key,
        known.iter().copied(),
        &format!("keys here are {}.", known.join(", ")),
    );
    Fault {
        what: format!("unknown key {}", shown(key)),
        mend,
        meant: near.map(str::to_owned),
    }
}

fn unknown_word(message: &str, key: &str, word: &str) -> Fault {
    let known = known(message);
    let words = format!("`{key}` is one of {}.", known.join(", "));
    let mend = hint(word, known.iter().copied(), &words);
    Fault {
        what: format!("{} is no word for `{key}`", shown(word)),
        mend,
        meant: None,
    }
}

/// The words in backticks at the end of a message, after `expected`.
fn known(message: &str) -> Vec<&str> {
    let list = message.rsplit("expected").next().unwrap_or_default();
    list.split('`').skip(1).step_by(2).collect()
}
