//! Items from BibTeX and BibLaTeX.

use biblatex::{
    Bibliography, Chunk, ChunksExt, ChunksRef, DateValue, Datetime, Entry, PermissiveType, Person,
    RawBibliography, Spanned,
};

use super::item::{Found, Item, Name};
use super::original::{Original, Place};
use crate::facts::date::Date;
use crate::facts::problem::Problem;

/// Fields that may name who published an item, the most particular first.
const PUBLISHERS: [&str; 9] = [
    "journaltitle",
    "journal",
    "booktitle",
    "maintitle",
    "organization",
    "institution",
    "publisher",
    "school",
    "eprinttype",
];

/// The items of a text; reports the entries that cannot be read, which are left out.
pub(super) fn items(original: &Original, problems: &mut Vec<Problem>) -> Vec<Item> {
    let mut text = original.text.clone();
    let chunks = chunks(&text);
    if RawBibliography::parse(&text).is_err() {
        for (start, end) in &chunks {
            let chunk = text.get(*start..*end).unwrap_or_default();
            if let Err(why) = RawBibliography::parse(chunk) {
                let at = start + why.span.start.min(chunk.trim_end().len().saturating_sub(1));
                refuse(original, problems, *start, at, &why.kind.to_string());
                blank(&mut text, *start, *end);
            }
        }
    }
    // What is left are macros that nobody has defined, and keys given twice.
    for _ in 0..=chunks.len() {
        match Bibliography::parse(&text) {
            Ok(bibliography) => {
                return bibliography
                    .iter()
                    .map(|entry| item(entry, &text))
                    .collect();
            }
            Err(why) => {
                let at = why.span.start;
                let Some((start, end)) = chunks.iter().rev().find(|(start, _)| *start <= at) else {
                    break;
                };
                refuse(original, problems, *start, at, &why.kind.to_string());
                blank(&mut text, *start, *end);
            }
        }
    }
    Vec::new()
}

fn refuse(original: &Original, problems: &mut Vec<Problem>, start: usize, at: usize, why: &str) {
    let head = original.text.get(start..).unwrap_or_default();
    let key = head
        .split(['{', '('])
        .nth(1)
        .and_then(|rest| rest.split([',', '}', '\n']).next());
    let label = format!("entry {}", key.unwrap_or_default().trim());
    let place = Place {
        span: at..at + 1,
        label: label.into(),
    };
    let help = "correct its braces, commas and macros; this entry is not read.";
    problems.push(original.error(
        &place,
        format!("this cannot be read as BibTeX: {why}"),
        help,
    ));
}

/// Where each entry begins and ends: with the next `@` at the beginning of a line.
fn chunks(text: &str) -> Vec<(usize, usize)> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with('@') {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).collect()
}

/// Takes an entry out; everything else stays where it is.
fn blank(text: &mut String, start: usize, end: usize) {
    let spaces = text.get(start..end).unwrap_or_default().bytes();
    let spaces: String = spaces
        .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
        .collect();
    text.replace_range(start..end, &spaces);
}

fn item(entry: &Entry, text: &str) -> Item {
    let key = entry.key.as_str();
    let start = ["{", "("]
        .iter()
        .find_map(|open| text.find(&format!("{open}{key},")));
    let start = start.map_or(0, |at| at + 1);
    let place = Place {
        span: start..start + key.len(),
        label: format!("entry {key}").into(),
    };
    let mut item = Item::new(place.clone());
    let url = field(entry, "url").or_else(|| {
        let (doi, span) = field(entry, "doi")?;
        Some((format!("https://doi.org/{doi}"), span))
    });
    let published = field(entry, "howpublished");
    let pointed = published
        .clone()
        .and_then(|(text, span)| Some((address(&text)?, span)));
    item.url = url.or(pointed);
    item.csl_type = Some((csl_type(entry, item.url.is_some()).to_owned(), place.span));
    item.title = field(entry, "title");
    item.publisher = PUBLISHERS.iter().find_map(|name| field(entry, name));
    item.publisher = item
        .publisher
        .or(published)
        .filter(|(text, _)| address(text).is_none());
    item.issued = issued(entry);
    item.accessed = field(entry, "urldate");
    item.language = field(entry, "langid").or_else(|| field(entry, "language"));
    if let Some(author) = entry.get("author") {
        let people = entry.author().unwrap_or_default();
        let named = |person: &Person| (name(person, author), author.span());
        item.authors = people.iter().map(named).collect();
    }
    item.id = Some((key.to_owned(), item.place.span.clone()));
    item
}

fn field(entry: &Entry, name: &str) -> Option<Found> {
    let chunks = entry.get(name)?;
    let text = chunks.format_verbatim();
    let words: Vec<&str> = text.split_whitespace().collect();
    Some((words.join(" "), chunks.span())).filter(|(text, _)| !text.is_empty())
}

/// The address that a text is, perhaps within TeX's command for one.
fn address(text: &str) -> Option<String> {
    let bare = text.strip_prefix("\\url").unwrap_or(text);
    let bare = bare.trim_matches(['{', '}', ' ']);
    bare.starts_with("http").then(|| bare.to_owned())
}

/// A name; what stands in braces is not taken apart.
fn name(person: &Person, author: ChunksRef<'_>) -> Name {
    let joined = |one: &str, other: &str| [one.trim(), other.trim()].join(" ").trim().to_owned();
    let family = joined(&person.prefix, &person.name);
    let given = joined(&person.given_name, &person.suffix);
    let in_braces =
        |chunk: &Spanned<Chunk>| matches!(&chunk.v, Chunk::Verbatim(text) if *text == family);
    match given.is_empty() && author.iter().any(in_braces) {
        true => Name::Institution(family),
        false => Name::Person(family, given),
    }
}

/// The date as it is written, if it is one, else by year, month and day.
fn issued(entry: &Entry) -> Option<Found> {
    let written = field(entry, "date");
    if let Some((text, _)) = &written
        && text.parse::<Date>().is_ok()
    {
        return written;
    }
    let span = || {
        entry
            .get("date")
            .or_else(|| entry.get("year"))
            .map(|chunks| chunks.span())
    };
    match entry.date() {
        Ok(PermissiveType::Typed(date)) => {
            let text = match date.value {
                DateValue::At(at) => point(at),
                DateValue::After(from) => format!("{}/..", point(from)),
                DateValue::Before(to) => format!("../{}", point(to)),
                DateValue::Between(from, to) => format!("{}/{}", point(from), point(to)),
            };
            Some((text, span()?))
        }
        // What it says instead is for the checker to refuse.
        _ => written.or_else(|| field(entry, "year")),
    }
}

fn point(at: Datetime) -> String {
    let month = at
        .month
        .map(|month| format!("-{:02}", month + 1))
        .unwrap_or_default();
    let day = at
        .month
        .and(at.day)
        .map(|day| format!("-{:02}", day + 1))
        .unwrap_or_default();
    format!("{:04}{month}{day}", at.year)
}

/// The CSL type of an entry.
fn csl_type(entry: &Entry, has_url: bool) -> &'static str {
    let subtype = field(entry, "entrysubtype").map(|(text, _)| text.to_lowercase());
    match (
        entry.entry_type.to_string().to_lowercase().as_str(),
        subtype.as_deref(),
    ) {
        ("article" | "suppperiodical", Some("newspaper")) => "article-newspaper",
        ("article" | "suppperiodical", Some("magazine")) => "article-magazine",
        ("article" | "suppperiodical", _) => "article-journal",
        ("book" | "mvbook" | "proceedings" | "mvproceedings" | "reference" | "mvreference", _) => {
            "book"
        }
        ("collection" | "mvcollection", _) => "collection",
        ("inbook" | "incollection" | "bookinbook" | "suppbook" | "suppcollection", _) => "chapter",
        ("inproceedings" | "conference", _) => "paper-conference",
        ("inreference", _) => "entry",
        ("report" | "techreport", _) => "report",
        ("thesis" | "phdthesis" | "mastersthesis", _) => "thesis",
        ("dataset", _) => "dataset",
        ("software", _) => "software",
        ("periodical", _) => "periodical",
        ("patent", _) => "patent",
        ("booklet", _) => "pamphlet",
        ("unpublished", _) => "manuscript",
        ("video" | "movie", _) => "motion_picture",
        ("audio" | "music", _) => "song",
        ("legislation", _) => "legislation",
        ("jurisdiction", _) => "legal_case",
        ("letter", _) => "personal_communication",
        ("standard", _) => "standard",
        ("online" | "electronic" | "www", _) => "webpage",
        _ if has_url => "webpage",
        _ => "document",
    }
}
