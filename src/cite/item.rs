//! A source as a CSL item, the data that citation processors read, and helpers that all data styles share.
//!
//! A supplied title is in square brackets.

use serde_json::{Map, Value, json};

use crate::facts::date::{Date, Point, Shape};
use crate::facts::vocabulary::Basis;
use crate::facts::{Author, Source};
use crate::phrases::Phrases;

/// Types whose publisher is the newspaper, site or programme around them, `container-title` in CSL.
const CONTAINED: [&str; 17] = [
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "chapter",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "interview",
    "paper-conference",
    "periodical",
    "post",
    "post-weblog",
    "review",
    "review-book",
    "legislation",
    "webpage",
];

/// The CSL type used to cite a source.
///
/// Styles print the day a treaty was signed and omit its publisher. A source is the page that prints the
/// text, with that page's date, so a treaty is cited as a web page.
pub(super) fn type_of(source: &Source) -> &str {
    match source.csl_type.as_str() {
        "treaty" => "webpage",
        csl_type => csl_type,
    }
}

/// Whether the publisher of a source of this type is its container.
pub(super) fn is_contained(csl_type: &str) -> bool {
    CONTAINED.contains(&csl_type)
}

/// The title, in square brackets unless the source prints it.
pub(super) fn title(source: &Source) -> String {
    if source.title_own {
        source.title.clone()
    } else {
        format!("[{}]", source.title)
    }
}

/// Notes for readers of the data: which parts the source does not print itself, where a copy is kept, and the fact file's note on it.
pub(super) fn notes(source: &Source, words: &Phrases) -> Vec<String> {
    let mut notes = Vec::new();
    if !source.title_own {
        notes.push(words.text("cite-note-title"));
    }
    if source.issued.is_some() && source.issued_basis == Basis::Inferred {
        notes.push(words.text("cite-note-date"));
    }
    if let Some(copy) = &source.archived {
        let (date, by) = (words.day(copy.on), copy.by.as_str());
        let values = [("date", date.as_str()), ("by", by), ("address", &copy.url)];
        notes.push(words.format("cite-note-archived", &values));
    }
    if let (Some(day), Some(url)) = (source.gone, &source.url) {
        let date = words.day(day);
        let values = [("date", date.as_str()), ("address", url)];
        notes.push(words.format("cite-note-gone", &values));
    }
    let note = source.note.get(words.lang()).trim();
    if !note.is_empty() {
        notes.push(note.to_owned());
    }
    notes
}

/// The item for other programs, with notes and the full date.
pub(super) fn data(source: &Source, words: &Phrases) -> Value {
    let mut item = item(source, type_of(source));
    if let Some(issued) = &source.issued {
        let uncertain = source.issued_basis == Basis::Inferred;
        item.insert("issued".into(), variable(issued, uncertain));
    }
    if let Some(read) = source.accessed {
        item.insert(
            "accessed".into(),
            json!({ "date-parts": [parts(read.into())] }),
        );
    }
    if !source.authors.is_empty() {
        let authors: Vec<Value> = source.authors.iter().map(name).collect();
        item.insert("author".into(), authors.into());
    }
    if let Some(copy) = &source.archived {
        item.insert("archive".into(), copy.by.as_str().into());
        item.insert("archive_location".into(), copy.url.as_str().into());
    }
    let notes = notes(source, words);
    if !notes.is_empty() {
        item.insert("note".into(), notes.join(" ").into());
    }
    Value::Object(item)
}

/// A name variable of CSL-JSON.
fn name(author: &Author) -> Value {
    match author {
        Author::Person { .. } => json!(author),
        Author::Institution { name } => json!({ "literal": name }),
    }
}

/// The item without authors, dates and notes, under the given type.
pub(super) fn item(source: &Source, csl_type: &str) -> Map<String, Value> {
    let mut item = Map::new();
    let publisher = if is_contained(csl_type) {
        "container-title"
    } else {
        "publisher"
    };
    item.insert("id".into(), source.id.as_str().into());
    item.insert("type".into(), csl_type.into());
    item.insert("title".into(), title(source).into());
    item.insert(publisher.into(), source.publisher.as_str().into());
    if let Some(url) = source.address() {
        item.insert("URL".into(), url.into());
    }
    item.insert("language".into(), source.language.as_str().into());
    item
}

/// A date variable of CSL-JSON, which can express an open span only as a literal.
fn variable(date: &Date, uncertain: bool) -> Value {
    let shape = date.shape();
    if matches!(shape, Shape::Since(_) | Shape::Until(_)) {
        return json!({ "literal": date.to_string() });
    }
    let (first, last) = shape.ends();
    let points: Vec<_> = [first].into_iter().chain(last).map(parts).collect();
    let mut variable = json!({ "date-parts": points });
    if uncertain || shape.is_doubtful() {
        variable["circa"] = true.into();
    }
    variable
}

/// Year, month and day, as far as known.
pub(super) fn parts(point: Point) -> Vec<i64> {
    let month = point.month.map(i64::from);
    let day = month.and(point.day).map(i64::from);
    [Some(point.year), month, day]
        .into_iter()
        .flatten()
        .collect()
}

/// A text on one line, with single spaces.
pub(super) fn on_one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// An address with some ASCII characters percent-encoded because they have a meaning in the format.
pub(super) fn address(url: &str, encoded: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match encoded.contains(c) {
            true => out.push_str(&format!("%{:02X}", u32::from(c))),
            false => out.push(c),
        }
    }
    out
}
