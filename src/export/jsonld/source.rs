//! A source and its authors as linked data.

use serde_json::{Value, json};

use super::names::Names;
use crate::export::{each, record};
use crate::facts::date::{Date, Shape};
use crate::facts::vocabulary::Basis;
use crate::facts::{Author, Source};
use crate::phrases::Phrases;

/// The properties that a source leaves out if it has no value for them.
const OPTIONAL: [&str; 7] = [
    "archivedAt",
    "author",
    "datePublished",
    "description",
    "isBasedOn",
    "temporal",
    "url",
];

/// A source as a node of its own.
pub(super) fn source(source: &Source, names: &Names<'_>) -> Value {
    let kind = match source.csl_type.as_str() {
        "article-newspaper" => "NewsArticle",
        "article-journal" => "ScholarlyArticle",
        "article" | "article-magazine" => "Article",
        "webpage" => "WebPage",
        "report" => "Report",
        "book" => "Book",
        "dataset" => "Dataset",
        _ => "CreativeWork",
    };
    let title = if source.title_own {
        source.title.clone()
    } else {
        format!("[{}]", source.title)
    };
    let has_inferred_date = source.issued.is_some() && source.issued_basis == Basis::Inferred;
    let notes = [
        (!source.title_own).then_some("cite-note-title"),
        has_inferred_date.then_some("cite-note-date"),
    ];
    let description = |lang| {
        let notes = notes.into_iter().flatten();
        let notes = notes.map(|key| Phrases::of(lang).text(key));
        let own = [source.note.get(lang).to_owned()];
        let parts: Vec<String> = notes.chain(own).collect();
        parts.join(" ").trim().to_owned()
    };
    let has_description = notes.iter().any(Option::is_some) || !source.note.is_empty();
    let (published, temporal) = dates(source.issued.as_ref(), source.issued_basis);
    let origin = source.mirror_of.as_ref();
    let node = json!({
        "@id": names.urn("source", &source.id),
        "@type": kind,
        "identifier": source.id,
        "name": title,
        "author": each(&source.authors, author),
        "publisher": { "@type": "Organization", "name": source.publisher },
        "inLanguage": source.language,
        "datePublished": published,
        "temporal": temporal,
        "description": has_description.then(|| names.in_languages(description)),
        "url": source.url,
        "archivedAt": source.archived.as_ref().map(|copy| &copy.url),
        "isBasedOn": origin.map(|id| names.reference("source", id)),
    });
    record(node, &OPTIONAL)
}

fn author(author: &Author) -> Value {
    let kind = match author {
        Author::Person { .. } => "Person",
        Author::Institution { .. } => "Organization",
    };
    let mut node = json!({ "@type": kind, "name": author.to_string() });
    if let Author::Person {
        family,
        given: Some(given),
    } = author
    {
        node["familyName"] = family.as_str().into();
        node["givenName"] = given.as_str().into();
    }
    node
}

/// A date as `datePublished` or as `temporal`. A stated date that is one day, month or year is ISO 8601 and a date of
/// publication; any other is EDTF, as in the fact file, with an unspecified relation.
pub(super) fn dates(date: Option<&Date>, basis: Basis) -> (Option<String>, Option<String>) {
    let is_published = |date: &Date| {
        let is_plain = matches!(date.shape(), Shape::At(point) if !point.doubtful);
        is_plain && basis == Basis::Stated
    };
    match date {
        Some(date) if is_published(date) => (Some(date.to_string()), None),
        date => (None, date.map(ToString::to_string)),
    }
}
