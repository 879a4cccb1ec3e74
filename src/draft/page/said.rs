//! Statements of a page on itself: their keys, and which of them count.

use crate::facts::is_hidden;

/// Statements, each with the key of the data that makes it.
pub(super) type Said = Vec<(String, String)>;

pub(super) const ADDRESS: &str = "address";
pub(super) const TYPE: &str = "linked type";
pub(super) const AUTHOR: &str = "linked author";
pub(super) const PERSON: &str = "linked author, a person";
pub(super) const FAMILY_GIVEN: &str = "linked author, family and given name";
pub(super) const INSTITUTION: &str = "linked author, an institution";
pub(super) const UNREADABLE: &str = "linked data that cannot be read";
pub(super) const SEVERAL: &str = "linked data of several";
pub(super) const CUT: &str = "read up to byte";

/// Who is a title from, the most particular first; so with the others.
pub(super) const TITLES: &[&str] = &[
    "citation_title",
    "linked headline",
    "og:title",
    "dc.title",
    "dcterms.title",
    "title",
];
pub(super) const PUBLISHERS: &[&str] = &[
    "citation_journal_title",
    "linked publisher",
    "og:site_name",
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
];
pub(super) const DATES: &[&str] = &[
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "linked datePublished",
    "article:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
];
pub(super) const LANGUAGES: &[&str] = &[
    "citation_language",
    "linked inLanguage",
    "dc.language",
    "dcterms.language",
    "html lang",
    "content-language",
    "og:locale",
];
/// Who wrote it. The first of these lists of which the page has one counts.
pub(super) const AUTHORS: &[&[&str]] = &[
    &["citation_author"],
    &[AUTHOR, PERSON, FAMILY_GIVEN, INSTITUTION],
    &["dc.creator", "dcterms.creator"],
    &["article:author", "author"],
];

/// Adds a statement, on one line and without what nobody sees; an empty one says nothing.
pub(super) fn say(said: &mut Said, key: &str, value: &str) {
    let value: String = value
        .chars()
        .filter(|one| one.is_whitespace() || !is_hidden(*one))
        .collect();
    let words: Vec<&str> = value.split_whitespace().collect();
    if !words.is_empty() {
        said.push((key.to_owned(), words.join(" ")));
    }
}

pub(super) fn is_read(key: &str) -> bool {
    let authors = AUTHORS.iter().copied().flatten();
    let lists = [TITLES, PUBLISHERS, DATES, LANGUAGES];
    let mut known = lists.into_iter().flatten().chain(authors);
    known.any(|one| *one == key && key != "title")
}
