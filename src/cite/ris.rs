//! A source in RIS, the tagged format of reference managers: one tag per line, lines end with CR LF.

use super::item;
use crate::facts::date::{Point, Shape};
use crate::facts::{Author, Source};
use crate::phrases::Phrases;

/// One record, from `TY` to `ER`.
pub(super) fn entry(source: &Source, words: &Phrases) -> String {
    let mut tags = vec![
        ("TY", reference_type(item::type_of(source)).to_owned()),
        ("ID", source.id.clone()),
        ("TI", item::title(source)),
    ];
    tags.extend(source.authors.iter().map(|author| ("AU", name(author))));
    if item::is_contained(item::type_of(source)) {
        tags.push(("T2", source.publisher.clone()));
    }
    tags.push(("PB", source.publisher.clone()));
    let mut notes = item::notes(source, words);
    if let Some(issued) = &source.issued {
        let (first, _) = issued.shape().ends();
        tags.push(("PY", format!("{:04}", first.year)));
        tags.push(("DA", date(first)));
        if issued.shape() != Shape::At(first) || first.doubtful {
            // RIS has no spans and no uncertain dates; the fact file's own date (EDTF) goes into the notes.
            let issued = issued.to_string();
            notes.push(words.format("cite-note-issued", &[("date", &issued)]));
        }
    }
    tags.extend(source.accessed.map(|day| ("Y2", date(day.into()))));
    tags.push(("LA", source.language.clone()));
    tags.extend(notes.into_iter().map(|note| ("N1", note)));
    let addresses = source.addresses();
    tags.extend(addresses.map(|(_, address)| ("UR", address.to_owned())));
    if let Some(copy) = &source.archived {
        tags.extend([("DB", copy.by.clone()), ("AV", copy.url.clone())]);
    }
    let lines = tags
        .iter()
        .map(|(tag, value)| format!("{tag}  - {}\r\n", item::on_one_line(value)));
    format!("{}ER  - ", lines.collect::<String>())
}

/// `Family, Given`; a name of one word and an institution as they are.
fn name(author: &Author) -> String {
    match author {
        Author::Person {
            family,
            given: Some(given),
        } => format!("{family}, {given}"),
        Author::Person { .. } | Author::Institution { .. } => author.listed().to_owned(),
    }
}

/// `YYYY/MM/DD/`; an unknown part is empty.
fn date(point: Point) -> String {
    let two = |part: Option<u8>| part.map(|part| format!("{part:02}")).unwrap_or_default();
    let day = point.month.and(point.day);
    format!("{:04}/{}/{}/", point.year, two(point.month), two(day))
}

/// The reference type closest to a CSL type; `GEN` if there is none.
fn reference_type(csl_type: &str) -> &'static str {
    match csl_type {
        "article" => "UNPB",
        "article-journal" | "review" | "review-book" => "JOUR",
        "article-magazine" => "MGZN",
        "article-newspaper" => "NEWS",
        "bill" => "BILL",
        "book" | "classic" | "collection" => "BOOK",
        "broadcast" | "motion_picture" => "VIDEO",
        "chapter" => "CHAP",
        "dataset" => "DATA",
        "entry" | "entry-dictionary" => "DICT",
        "entry-encyclopedia" => "ENCYC",
        "figure" | "graphic" => "FIGURE",
        "hearing" => "HEAR",
        "legal_case" => "CASE",
        "legislation" | "regulation" => "STAT",
        "manuscript" => "MANSCPT",
        "map" => "MAP",
        "musical_score" => "MUSIC",
        "pamphlet" => "PAMP",
        "paper-conference" => "CPAPER",
        "patent" => "PAT",
        "periodical" => "JFULL",
        "personal_communication" => "PCOMM",
        "post-weblog" => "BLOG",
        "report" => "RPRT",
        "software" => "COMP",
        "song" => "SOUND",
        "standard" => "STAND",
        "thesis" => "THES",
        "webpage" | "post" => "ELEC",
        _ => "GEN",
    }
}
