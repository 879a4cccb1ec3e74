//! A source as a BibTeX entry with the fields of BibLaTeX, whose dates are EDTF as in the fact file.

use super::item;
use crate::facts::Source;
use crate::phrases::Words;

/// One entry; its key is the source's id.
pub(super) fn entry(source: &Source, words: &Words) -> String {
    let (kind, publisher) = kind(item::type_of(source));
    // The second pair of braces keeps the title's capitals.
    let mut fields = vec![
        ("title", format!("{{{}}}", escape(&item::title(source)))),
        (publisher, format!("{{{}}}", escape(&source.publisher))),
    ];
    if let Some(subtype) = source.csl_type.strip_prefix("article-") {
        fields.push(("entrysubtype", subtype.to_owned()));
    }
    fields.extend(source.issued.iter().map(|date| ("date", date.to_string())));
    fields.extend(source.url.iter().map(|url| ("url", address(url))));
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
    format!("@{kind}{{{},\n{}}}", source.id, lines.collect::<String>())
}

/// The entry type nearest to a CSL type, and the field in which such an entry has its publisher.
fn kind(csl_type: &str) -> (&'static str, &'static str) {
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

/// A text as LaTeX shows it. Braces become commands, for BibTeX counts them even when escaped.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
    {
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

/// An address, which BibLaTeX takes sign for sign, without what could end its field.
fn address(url: &str) -> String {
    url.replace('\\', "%5C")
        .replace('{', "%7B")
        .replace('}', "%7D")
        .replace(' ', "%20")
}
