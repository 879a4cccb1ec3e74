//! What is asked of a record, in which order, and what is offered as an answer: one question after the other, or all at
//! once in a form.

pub mod form;
mod questions;

pub use questions::{Answers, Question};

use once_cell::sync::Lazy;
use serde_json::{Map, Value};

use crate::facts::file::schema;

/// One question: a key of the record, in each language if it ends in `*`.
#[derive(Clone, Copy, Debug)]
struct Asked {
    /// As in the file: `evidence.source` is the source of the first evidence.
    key: &'static str,
    path: &'static str,
    /// Whether the record needs it.
    required: bool,
    /// Which ids or words are offered.
    offers: Offers,
    /// Of what it depends: it is asked only if that key has one of these values.
    only: Option<(&'static str, &'static [&'static str])>,
}

/// What is offered as an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Offers {
    Nothing,
    /// The ids of the records of a kind; several, if it is a list.
    Ids(&'static str),
    /// Several ids.
    List(&'static str),
    /// The words that the key may have.
    Words(&'static [&'static str]),
}

use Offers::{Ids, List, Nothing, Words};

const KINDS: &[&str] = &[
    "asserts", "denies", "confirms", "assesses", "reports", "declines",
];
const ROLES: &[&str] = &["origin", "confirms", "differs", "part", "contradicts"];
const LINKS: &[&str] = &[
    "supports",
    "denies",
    "confirms",
    "qualifies",
    "supersedes",
    "repeats",
    "answers",
    "part-of",
    "context",
];
const SPEAKERS: &[&str] = &["person", "state", "body", "agency", "company"];
const TYPES: &[&str] = &[
    "article-newspaper",
    "article-journal",
    "webpage",
    "report",
    "broadcast",
    "interview",
    "speech",
    "treaty",
    "book",
    "post",
    "dataset",
    "legislation",
];

const fn must(key: &'static str, path: &'static str, offers: Offers) -> Asked {
    Asked {
        key,
        path,
        required: true,
        offers,
        only: None,
    }
}

const fn may(key: &'static str, path: &'static str, offers: Offers) -> Asked {
    Asked {
        key,
        path,
        required: false,
        offers,
        only: None,
    }
}

const fn when(asked: Asked, key: &'static str, values: &'static [&'static str]) -> Asked {
    Asked {
        only: Some((key, values)),
        ..asked
    }
}

const CLAIM: &[Asked] = &[
    must("id", "id", Nothing),
    must("topics", "topics", List("topic")),
    must("kind", "kind", Words(KINDS)),
    must("by", "by", List("speaker")),
    may("via.*", "via.*", Nothing),
    must("said.when", "said.when", Nothing),
    must("said.basis", "said.basis", Words(&["stated", "inferred"])),
    when(
        must("said.why.*", "said.why.*", Nothing),
        "said.basis",
        &["inferred"],
    ),
    may("about.who", "about.who", List("speaker")),
    must("text.*", "text.*", Nothing),
    must("evidence.source", "evidence.0.source", Ids("source")),
    must("evidence.role", "evidence.0.role", Words(ROLES)),
    when(
        must(
            "evidence.in",
            "evidence.0.in",
            Words(&["number", "date", "who", "wording"]),
        ),
        "evidence.role",
        &["differs"],
    ),
    when(
        must("evidence.note.*", "evidence.0.note.*", Nothing),
        "evidence.role",
        &["differs", "part", "contradicts"],
    ),
    may("link.type", "link.0.type", Words(LINKS)),
    when(
        must("link.to", "link.0.to", Ids("claim")),
        "link.type",
        LINKS,
    ),
];

const SOURCE: &[Asked] = &[
    must("id", "id", Nothing),
    must("type", "type", Words(TYPES)),
    must("title", "title", Nothing),
    must("publisher", "publisher", Nothing),
    must("family", "family", Nothing),
    may("issued", "issued", Nothing),
    may("accessed", "accessed", Nothing),
    may("url", "url", Nothing),
    must("language", "language", Nothing),
];

const SPEAKER: &[Asked] = &[
    must("id", "id", Nothing),
    must("kind", "kind", Words(SPEAKERS)),
    must("name.*", "name.*", Nothing),
    may("for", "for", Ids("speaker")),
    may("aliases", "aliases", List("")),
    may("roles.title.*", "roles.0.title.*", Nothing),
];

const MEASURE: &[Asked] = &[
    must("id", "id", Nothing),
    must("name.*", "name.*", Nothing),
    must("unit.*", "unit.*", Nothing),
];

/// What is asked of a record of a kind.
fn asked(kind: &str) -> &'static [Asked] {
    match kind {
        "claim" => CLAIM,
        "source" => SOURCE,
        "measure" => MEASURE,
        _ => SPEAKER,
    }
}

static SCHEMA: Lazy<Value> = Lazy::new(schema);

/// What a key means, as the schema of the fact file says it.
fn meaning(kind: &str, path: &str) -> String {
    let mut at = &SCHEMA["properties"][kind]["items"];
    let mut about = String::new();
    for step in path.split('.') {
        at = followed(at);
        if step.parse::<usize>().is_ok() {
            at = &at["items"];
            continue;
        }
        let next = &at["properties"][step];
        if next.is_null() {
            break;
        }
        at = next;
        if let Some(text) = at["description"].as_str() {
            about = text.to_owned();
        }
    }
    about
}

/// A record of a kind with its keys in the order of the schema, and other keys behind them.
fn ordered(kind: &str, value: Value) -> Value {
    in_order(&SCHEMA["properties"][kind]["items"], value)
}

fn in_order(part: &'static Value, value: Value) -> Value {
    let part = followed(part);
    match value {
        Value::Object(mut given) => {
            let mut entries = Map::new();
            let keys = part["properties"].as_object().into_iter().flatten();
            for (key, inner) in keys {
                if let Some(one) = given.remove(key) {
                    entries.insert(key.clone(), in_order(inner, one));
                }
            }
            entries.append(&mut given);
            Value::Object(entries)
        }
        Value::Array(list) => {
            let members = list.into_iter().map(|one| in_order(&part["items"], one));
            members.collect()
        }
        other => other,
    }
}

/// What a part of the schema refers to, or itself.
fn followed(part: &'static Value) -> &'static Value {
    match part["$ref"].as_str() {
        Some(reference) => &SCHEMA["$defs"][reference.rsplit('/').next().unwrap_or_default()],
        None => part,
    }
}
