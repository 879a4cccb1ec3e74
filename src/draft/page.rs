//! A page of the web as a source: only what the page says of itself.
//!
//! [`read_page`] lists what its own data says, one statement to a line: linked data, `meta` tags, language and title. That
//! list is the text that is imported, so that problems show what the page says and not how it is written.

mod html;
mod linked;

use std::ops::Range;

use encoding_rs::Encoding;
use once_cell::sync::Lazy;
use regex::Regex;

use super::Options;
use super::decode::decode;
use super::item::{Found, Item, Name};
use super::original::{Original, Place};
use super::spreadsheet_date;
use crate::facts::is_hidden;
use crate::facts::pattern::pattern;
use crate::facts::problem::Problem;
use crate::visits::{Body, decoded};

/// Statements, each with the key of the data that makes it.
type Said = Vec<(String, String)>;

const ADDRESS: &str = "address";
const TYPE: &str = "linked type";
const AUTHOR: &str = "linked author";
const PERSON: &str = "linked author, a person";
const FAMILY_GIVEN: &str = "linked author, family and given name";
const INSTITUTION: &str = "linked author, an institution";
const UNREADABLE: &str = "linked data that cannot be read";
const SEVERAL: &str = "linked data of several";
const CUT: &str = "read up to byte";

/// Who is a title from, the most particular first; so with the others.
const TITLES: &[&str] = &[
    "citation_title",
    "linked headline",
    "og:title",
    "dc.title",
    "dcterms.title",
    "title",
];
const PUBLISHERS: &[&str] = &[
    "citation_journal_title",
    "linked publisher",
    "og:site_name",
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
];
const DATES: &[&str] = &[
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
const LANGUAGES: &[&str] = &[
    "citation_language",
    "linked inLanguage",
    "dc.language",
    "dcterms.language",
    "html lang",
    "content-language",
    "og:locale",
];
/// Who wrote it. The first of these lists of which the page has one counts.
const AUTHORS: &[&[&str]] = &[
    &["citation_author"],
    &[AUTHOR, PERSON, FAMILY_GIVEN, INSTITUTION],
    &["dc.creator", "dcterms.creator"],
    &["article:author", "author"],
];

/// Where the family name stands first, before a comma.
const TURNED: [&str; 4] = [
    FAMILY_GIVEN,
    "citation_author",
    "dc.creator",
    "dcterms.creator",
];

static CHARSET: Lazy<Regex> =
    Lazy::new(|| pattern(r#"(?i)charset\s*=\s*["']?\s*([a-z0-9_:.+-]+)"#));
static DAY: Lazy<Regex> = Lazy::new(|| pattern(r"^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$"));

/// What the page at an address says of itself, one statement to a line. `named` is an encoding that somebody named instead of its own.
pub fn read_page(address: &str, body: &Body, named: Option<&'static Encoding>) -> Original {
    let text = decode(&body.bytes, named.or_else(|| encoding(body)));
    let mut said = vec![(ADDRESS.to_owned(), address.to_owned())];
    if body.cut {
        say(&mut said, CUT, &body.bytes.len().to_string());
    }
    let tags = html::tags(&text);
    let blocks = tags.iter().filter(|tag| {
        let kind = tag.get("type").trim();
        tag.name == "script" && kind.eq_ignore_ascii_case("application/ld+json")
    });
    let blocks: Vec<&str> = blocks.map(|tag| tag.inside.trim()).collect();
    linked::said(&blocks, address, &mut said);
    for tag in &tags {
        match tag.name.as_str() {
            "html" => say(&mut said, "html lang", tag.get("lang")),
            "title" => say(&mut said, "title", &decoded(tag.inside)),
            "meta" => {
                let keys = ["name", "property", "http-equiv"].map(|key| tag.get(key).trim());
                let key = keys.iter().find(|key| !key.is_empty());
                let key = key.map(|key| key.to_ascii_lowercase()).unwrap_or_default();
                if is_read(&key) {
                    say(&mut said, &key, tag.get("content"));
                }
            }
            _ => {}
        }
    }
    let lines = said.iter().map(|(key, value)| format!("{key}: {value}\n"));
    Original::new(address.to_owned(), lines.collect())
}

/// Adds a statement, on one line and without what nobody sees; an empty one says nothing.
fn say(said: &mut Said, key: &str, value: &str) {
    let value: String = value
        .chars()
        .filter(|one| one.is_whitespace() || !is_hidden(*one))
        .collect();
    let words: Vec<&str> = value.split_whitespace().collect();
    if !words.is_empty() {
        said.push((key.to_owned(), words.join(" ")));
    }
}

fn is_read(key: &str) -> bool {
    let authors = AUTHORS.iter().copied().flatten();
    let lists = [TITLES, PUBLISHERS, DATES, LANGUAGES];
    let mut known = lists.into_iter().flatten().chain(authors);
    known.any(|one| *one == key && key != "title")
}

/// The encoding of a page: by its first bytes, its header, or its own beginning.
fn encoding(body: &Body) -> Option<&'static Encoding> {
    let named =
        |text: &str| Encoding::for_label(CHARSET.captures(text)?.get(1)?.as_str().as_bytes());
    let start = body
        .bytes
        .get(..body.bytes.len().min(1024))
        .unwrap_or_default();
    let start = || String::from_utf8_lossy(start).into_owned();
    let by_mark = Encoding::for_bom(&body.bytes).map(|(encoding, _)| encoding);
    by_mark
        .or_else(|| named(&body.media_type))
        .or_else(|| named(&start()))
}

/// The source that a page is, as far as it says so.
pub(super) fn items(
    original: &Original,
    options: &Options,
    problems: &mut Vec<Problem>,
) -> Vec<Item> {
    let mut reading = Reading {
        original,
        lines: Vec::new(),
        problems,
    };
    let mut at = 0;
    for line in original.text.split_inclusive('\n') {
        if let Some((key, value)) = line.trim_end().split_once(": ") {
            let start = at + key.len() + ": ".len();
            let found = (value.to_owned(), start..start + value.len());
            reading.lines.push((key, found));
        }
        at += line.len();
    }
    reading.tell_what_is_not_read();
    reading.item(options).into_iter().collect()
}

struct Reading<'r> {
    original: &'r Original,
    lines: Vec<(&'r str, Found)>,
    problems: &'r mut Vec<Problem>,
}

impl Reading<'_> {
    fn place(&self, span: &Range<usize>) -> Place {
        Place {
            span: span.clone(),
            label: "what the page says".into(),
        }
    }

    fn first(&self, keys: &[&str]) -> Option<Found> {
        let of = |key: &&str| self.lines.iter().find(|(known, _)| known == key);
        keys.iter().find_map(of).map(|(_, found)| found.clone())
    }

    fn warn(&mut self, span: &Range<usize>, what: String, help: &str) {
        let problem = self.original.warning(&self.place(span), what, help);
        self.problems.push(problem);
    }

    fn item(&mut self, options: &Options) -> Option<Item> {
        let (address, span) = self.first(&[ADDRESS])?;
        let mut item = Item::new(self.place(&span));
        item.is_page = true;
        let here = |text: String| Some((text, span.clone()));
        // Whatever else it is, it is a page.
        item.csl_type = self
            .first(&[TYPE])
            .filter(|(kind, _)| kind != "webpage")
            .or_else(|| {
                let journal = self.first(&["citation_journal_title"])?.1;
                Some(("article-journal".to_owned(), journal))
            });
        item.csl_type = item.csl_type.or_else(|| here("webpage".to_owned()));
        item.title = self.first(TITLES);
        item.publisher = self.first(PUBLISHERS);
        item.issued = self.issued(options);
        item.accessed = here(options.today.to_string());
        item.url = here(address);
        item.language = self
            .first(LANGUAGES)
            .map(|(code, span)| (code.replace('_', "-"), span));
        item.authors = self.authors();
        Some(item)
    }

    /// Says which data of the page does not count, and leaves out what cannot be read.
    fn tell_what_is_not_read(&mut self) {
        let lines = self.lines.clone();
        self.lines
            .retain(|(_, (value, _))| !value.contains('\u{fffd}'));
        for (key, (value, span)) in lines {
            let what = match key {
                UNREADABLE => format!("a block of linked data cannot be read: {value}"),
                SEVERAL => format!("the linked data is of {value}"),
                CUT => format!("the page is longer than what is read of it: {value} bytes"),
                _ if value.contains('\u{fffd}') => {
                    "letters cannot be read in the encoding that the page names".to_owned()
                }
                _ => continue,
            };
            let help = match key {
                UNREADABLE | SEVERAL => "it is left out; the rest of the page is read.",
                CUT => "look whether something is missing.",
                _ => "name the right encoding with --encoding, such as windows-1252.",
            };
            self.warn(&span, what, help);
        }
    }

    /// The day on which it was published, in the page's own time zone.
    fn issued(&mut self, options: &Options) -> Option<Found> {
        let found = self.first(DATES)?;
        let (day, span) = self.day(&found, options);
        let other = self.lines.iter().filter(|(key, _)| DATES.contains(key));
        let other = other.map(|(_, found)| self.day(found, options));
        if let Some((other, place)) = other.into_iter().find(|(other, _)| !agree(&day, other)) {
            let what =
                format!("the page gives two days on which it was published: {day} and {other}");
            self.warn(
                &place,
                what,
                "the first is taken; look which of them the page shows.",
            );
        }
        Some((day, span))
    }

    /// A day as the fact file has it; what can be read in two ways stays as it is, and is refused.
    fn day(&self, (text, span): &Found, options: &Options) -> Found {
        let day = match DAY.captures(text).and_then(|found| found.get(1)) {
            Some(day) => day.as_str().to_owned(),
            None => match spreadsheet_date::read(text, options.day_first) {
                spreadsheet_date::Found::Date(day) => day,
                _ => text.clone(),
            },
        };
        (day, span.clone())
    }

    fn authors(&mut self) -> Vec<(Name, Range<usize>)> {
        let is_name = |text: &str| !text.contains("://");
        let has = |keys: &&&[&str]| {
            let mut lines = self.lines.iter();
            lines.any(|(key, (text, _))| keys.contains(key) && is_name(text))
        };
        let Some(keys) = AUTHORS.iter().find(has) else {
            return Vec::new();
        };
        let lines: Vec<(&str, Found)> = self.lines.clone();
        let named = lines
            .into_iter()
            .filter(|(key, (text, _))| keys.contains(key) && is_name(text));
        let mut authors: Vec<(Name, Range<usize>)> = Vec::new();
        for (key, (text, span)) in named {
            let name = self.name(key, &text, &span);
            if let Some(name) = name.filter(|name| !authors.iter().any(|(known, _)| known == name))
            {
                authors.push((name, span));
            }
        }
        authors
    }

    /// A name, as far as its key says what it is. `None` if it may be those of several.
    fn name(&mut self, key: &str, text: &str, span: &Range<usize>) -> Option<Name> {
        if key == INSTITUTION {
            return Some(Name::Institution(text.to_owned()));
        }
        match text.split_once(',') {
            Some((family, given)) if TURNED.contains(&key) => {
                return Some(Name::Person(
                    family.trim().to_owned(),
                    given.trim().to_owned(),
                ));
            }
            _ if [",", ";", " and ", " & "]
                .iter()
                .any(|sign| text.contains(sign)) =>
            {
                let what = format!("“{text}” may be several authors");
                self.warn(span, what, "they are left out; give each in the dossier.");
                return None;
            }
            _ => {}
        }
        let is_person = key == PERSON;
        if text.contains(' ') {
            let what = match is_person {
                true => format!("the page does not say which part of “{text}” is the family name"),
                false => format!("the page does not say whether “{text}” is a person"),
            };
            let help = "it is written as one name; if it is a person’s, give `family` and `given` in the dossier.";
            self.warn(span, what, help);
        }
        Some(match is_person {
            true => Name::Person(text.to_owned(), String::new()),
            false => Name::whole(text),
        })
    }
}

/// Whether two dates can be of one publication: one is a part of the other.
fn agree(one: &str, other: &str) -> bool {
    one.starts_with(other) || other.starts_with(one)
}
