//! The source that a page is, from its statements.

use std::ops::Range;

use once_cell::sync::Lazy;
use regex::Regex;

use super::said::{
    ADDRESS, AUTHORS, CUT, DATES, FAMILY_GIVEN, INSTITUTION, LANGUAGES, PERSON, PUBLISHERS,
    SEVERAL, TITLES, TYPE, UNREADABLE,
};
use crate::draft::Options;
use crate::draft::item::{Found, Item, Name};
use crate::draft::original::{Original, Place};
use crate::draft::spreadsheet_date;
use crate::facts::pattern::pattern;
use crate::facts::problem::Problem;

/// Where the family name stands first, before a comma.
const TURNED: [&str; 4] = [
    FAMILY_GIVEN,
    "citation_author",
    "dc.creator",
    "dcterms.creator",
];

static DAY: Lazy<Regex> = Lazy::new(|| pattern(r"^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$"));

/// The source that a page is, as far as it says so.
pub(in crate::draft) fn items(
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
