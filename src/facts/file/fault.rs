//! The TOML reader's errors in words that somebody who has never programmed can act on.

use toml::de::DeValue;

use super::nearest::{did_you_mean, nearest, shown};

/// What is wrong with a key or its value.
pub(super) struct Fault {
    pub(super) what: String,
    pub(super) mend: String,
    /// The key that was probably meant, if the one written is unknown.
    pub(super) meant: Option<String>,
}

/// A syntax error: what is wrong and what to do.
pub(super) fn syntax(message: &str) -> (String, &'static str) {
    let mend = [
        (
            "string values must be quoted",
            "put the text between straight double quotes: \"…\".",
        ),
        (
            "invalid basic string",
            "close the text with a straight double quote on the same line.",
        ),
        (
            "duplicate key",
            "a key stands once in a record; remove one of the two.",
        ),
        (
            "key with no value",
            "write `key = \"value\"`; a comment begins with #.",
        ),
        (
            "missing comma",
            "put a comma between the members of a list.",
        ),
        (
            "missing escaped value",
            "write a backslash as \\\\ and a double quote as \\\".",
        ),
        ("unclosed", "close the bracket."),
    ];
    let mend = mend
        .iter()
        .find(|(start, _)| message.starts_with(start))
        .map(|(_, mend)| *mend);
    (
        format!("not TOML: {message}"),
        mend.unwrap_or("compare the line with data/FORMAT.md."),
    )
}

/// An error of one value's shape, from the reader's message, the key and the value found.
pub(super) fn shape(message: &str, key: &str, value: &DeValue<'_>) -> Fault {
    if message.starts_with("unknown field") {
        return unknown_key(message, key);
    }
    if message.starts_with("unknown variant") {
        return unknown_word(message, key, value.as_str().unwrap_or_default());
    }
    let wanted = message.rsplit("expected ").next().unwrap_or_default();
    let (should, mend) = match wanted {
        "a string" => (
            "a text",
            format!("write it in double quotes: {key} = \"…\"."),
        ),
        "a sequence" => ("a list", list_example(key)),
        "a map" => (
            "a text per language",
            format!("write {key}.en = \"…\" and {key}.id = \"…\"."),
        ),
        "i64" => (
            "a whole number",
            format!("write it without quotes or a point: {key} = 1500."),
        ),
        "a boolean" => (
            "true or false",
            format!("write {key} = true or {key} = false."),
        ),
        "struct When" => (
            "a date with its basis",
            format!("write {key} = {{ when = \"2024-10-18\", basis = \"stated\" }}."),
        ),
        "struct Change" => (
            "a day with a note",
            format!("write {key} = {{ on = \"2024-10-18\", note.en = \"…\", note.id = \"…\" }}."),
        ),
        _ if message.starts_with("wanted") => (
            "one word",
            format!("write it in double quotes: {key} = \"…\"."),
        ),
        _ => ("a table", "compare it with data/FORMAT.md.".to_owned()),
    };
    Fault {
        what: format!("`{key}` is {}, not {should}", kind(value)),
        mend,
        meant: None,
    }
}

fn list_example(key: &str) -> String {
    match key {
        "evidence" | "quote" | "figure" | "link" => {
            format!("begin it with [[claim.{key}]] on a line of its own.")
        }
        "translation" => {
            "begin it with [[claim.quote.translation]] on a line of its own.".to_owned()
        }
        "roles" | "revised" => format!("write {key} = [{{ … }}]."),
        _ => format!("write it in brackets: {key} = [\"…\"]."),
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
    let mend = match near {
        Some(near) => format!("did you mean `{near}`? Keys here are {}.", known.join(", ")),
        None => format!("keys here are {}.", known.join(", ")),
    };
    Fault {
        what: format!("unknown key {}", shown(key)),
        mend,
        meant: near.map(str::to_owned),
    }
}

fn unknown_word(message: &str, key: &str, word: &str) -> Fault {
    let known = known(message);
    let near = did_you_mean(word, known.iter().copied());
    let mend = format!("{near}`{key}` is one of {}.", known.join(", "));
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
