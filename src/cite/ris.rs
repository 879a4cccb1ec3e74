//! A source in RIS, the tagged format of reference managers: one tag to a line, lines ended with CR LF.

use super::item;
use crate::facts::Source;
use crate::facts::date::{Day, Point, Shape};
use crate::phrases::Words;

/// One record, from `TY` to `ER`.
pub(super) fn entry(source: &Source, words: &Words) -> String {
    let mut tags = vec![
        ("TY", reference_type(item::type_of(source)).to_owned()),
        ("ID", source.id.clone()),
        ("TI", item::title(source)),
    ];
    if item::is_contained(item::type_of(source)) {
        tags.push(("T2", source.publisher.clone()));
    }
    tags.push(("PB", source.publisher.clone()));
    let mut notes = item::notes(source, words);
    if let Some(issued) = &source.issued {
        let (first, whole) = match issued.shape() {
            Shape::At(point) => (point, !point.doubtful),
            Shape::Span(point, _) | Shape::Since(point) | Shape::Until(point) => (point, false),
        };
        tags.push(("PY", format!("{:04}", first.year)));
        tags.push(("DA", date(first)));
        if !whole {
            // RIS has no spans and no doubt; the date as the fact file has it (EDTF) goes to the notes.
            let value = [("date", issued.to_string())];
            notes.push(words.with(
                "cite-note-issued",
                &value.each_ref().map(|(k, v)| (*k, v.as_str())),
            ));
        }
    }
    tags.extend(source.accessed.map(|day| ("Y2", read(day))));
    tags.push(("LA", source.language.clone()));
    tags.extend(notes.into_iter().map(|note| ("N1", note)));
    tags.extend(source.url.clone().map(|url| ("UR", url)));
    let lines = tags.iter().map(|(tag, value)| line(tag, value));
    format!("{}ER  - ", lines.collect::<String>())
}

/// A tag and its value, which holds no line end.
fn line(tag: &str, value: &str) -> String {
    let value: Vec<&str> = value.split_whitespace().collect();
    format!("{tag}  - {}\r\n", value.join(" "))
}

/// `YYYY/MM/DD/`, with nothing between the slashes for what is not known.
fn date(point: Point) -> String {
    let two = |part: Option<u8>| part.map(|part| format!("{part:02}")).unwrap_or_default();
    let day = point.month.and(point.day);
    format!("{:04}/{}/{}/", point.year, two(point.month), two(day))
}

fn read(day: Day) -> String {
    date(Point {
        year: day.year,
        month: Some(day.month),
        day: Some(day.day),
        doubtful: false,
    })
}

/// The reference type nearest to a CSL type; `GEN` where there is none.
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
