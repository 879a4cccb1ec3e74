//! A source as a BibTeX entry with BibLaTeX's fields. Its dates are EDTF, as in the fact file.

use super::{item, quotes};
use crate::facts::{Author, Source};
use crate::phrases::Phrases;

/// One entry; its key is the source's id.
pub(super) fn entry(source: &Source, words: &Phrases) -> String {
    let (entry_type, publisher) = entry_type(item::type_of(source));
    // The second pair of braces keeps the title's capitals.
    let mut fields = vec![
        (
            "title",
            format!("{{{}}}", escape(&quotes::curly(&item::title(source)))),
        ),
        (publisher, format!("{{{}}}", escape(&source.publisher))),
    ];
    if !source.authors.is_empty() {
        let names: Vec<String> = source.authors.iter().map(name).collect();
        fields.insert(0, ("author", names.join(" and ")));
    }
    if let Some(subtype) = source.csl_type.strip_prefix("article-") {
        fields.push(("entrysubtype", subtype.to_owned()));
    }
    fields.extend(source.issued.iter().map(|date| ("date", date.to_string())));
    // BibLaTeX takes an address character for character, up to the brace that ends its field.
    let url = source.address().map(|url| item::address(url, "\\{} "));
    fields.extend(url.map(|url| ("url", url)));
    let read = source.accessed.iter();
    fields.extend(read.map(|day| ("urldate", day.to_string())));
    fields.push(("langid", escape(&source.language)));
    let notes = item::notes(source, words);
    if !notes.is_empty() {
        fields.push(("annotation", escape(&notes.join(" "))));
    }
    let lines = fields
        .iter()
        .map(|(name, value)| format!("  {name} = {{{value}}},\n"));
    format!(
        "@{entry_type}{{{},\n{}}}",
        source.id,
        lines.collect::<String>()
    )
}

/// A name as BibTeX takes names apart: what stands in braces stays whole.
fn name(author: &Author) -> String {
    let whole = |name: &str| match name.contains([' ', ',']) {
        true => format!("{{{}}}", escape(name)),
        false => escape(name),
    };
    match author {
        Author::Person {
            family,
            given: Some(given),
        } if given.contains(',') => format!("{}, {}", escape(family), whole(given)),
        Author::Person {
            family,
            given: Some(given),
        } => format!("{}, {}", escape(family), escape(given)),
        Author::Person {
            family,
            given: None,
        } => whole(family),
        Author::Institution { name } => format!("{{{}}}", escape(name)),
    }
}

/// The entry type closest to a CSL type, and that entry type's field for the publisher.
fn entry_type(csl_type: &str) -> (&'static str, &'static str) {
    match csl_type {
        "article" | "article-journal" | "article-magazine" | "article-newspaper" => {
            ("article", "journaltitle")
        }
        "book" | "classic" => ("book", "publisher"),
        "collection" => ("collection", "publisher"),
        "pamphlet" => ("booklet", "organization"),
        "report" => ("report", "institution"),
        "thesis" => ("thesis", "institution"),
        "dataset" => ("dataset", "organization"),
        "software" => ("software", "organization"),
        _ => ("online", "organization"),
    }
}

/// A text escaped for LaTeX. Braces become commands, because BibTeX counts them even when escaped.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in item::on_one_line(text).chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}
