//! The values of a record: present, clean, in every language, and what they claim to be.

use std::collections::BTreeMap;
use std::ops::Range;

use once_cell::sync::Lazy;
use regex::Regex;
use url::Url;

use super::findings::Record;
use super::nearest::shown;
use crate::facts::date::{Date, Day, Point, Shape};
use crate::facts::written::{self, At};
use crate::facts::{Lang, Text, lint};

/// The longest of most texts, in code points; a claim's sentence with its speaker, date and
/// sources must fit one field of an embed.
pub(super) const LONGEST_TEXT: usize = 600;

impl Record<'_, '_> {
    /// A value that must be there; `example` shows how it is written.
    pub(super) fn need<'v, T>(
        &mut self,
        value: &'v Option<At<T>>,
        table: &Range<usize>,
        key: &str,
        example: &str,
    ) -> Option<&'v At<T>> {
        if value.is_none() {
            self.lacks(table, key, example);
        }
        value.as_ref()
    }

    /// A string that is clean and at most `longest` code points long.
    pub(super) fn string(&mut self, at: &At<String>, longest: usize) -> String {
        if let Some(fault) = lint::blemish(at.value()) {
            self.error(self.within(at, &fault.range), fault.what, fault.mend);
        }
        let length = at.value().chars().count();
        if length > longest {
            let what = format!("this text has {length} characters, there is room for {longest}");
            self.error(
                at.span(),
                what,
                "shorten it, so that it fits a Discord message.",
            );
        }
        at.value().clone()
    }

    /// A string that must be there.
    pub(super) fn need_string(
        &mut self,
        value: &Option<At<String>>,
        table: &Range<usize>,
        key: &str,
        example: &str,
    ) -> Option<String> {
        let at = self.need(value, table, key, example)?;
        Some(self.string(at, LONGEST_TEXT))
    }

    /// A list of short strings, each once.
    pub(super) fn strings(&mut self, list: &[At<String>]) -> Vec<String> {
        self.once(list);
        list.iter()
            .map(|at| self.string(at, LONGEST_TEXT))
            .collect()
    }

    /// A text that may be left out, but not in one language only.
    pub(super) fn text(&mut self, text: &written::Text, key: &str, longest: usize) -> Text {
        let Some(at) = text else {
            return Text::default();
        };
        for lang in Lang::ALL {
            let code = lang.code();
            if !at.value().contains_key(code) {
                self.lacks(
                    &at.span(),
                    &format!("{key}.{code}"),
                    &format!("{key}.{code} = \"…\"."),
                );
            }
        }
        let mut texts = BTreeMap::new();
        for (code, words) in at.value() {
            let Some(lang) = Lang::ALL.into_iter().find(|lang| lang.code() == code) else {
                let what = format!("the bot does not speak {}", shown(code));
                self.error(words.span(), what, "remove it; every text is in en and id.");
                continue;
            };
            texts.insert(lang, self.string(words, longest));
        }
        Text(texts)
    }

    /// A text that must be there.
    pub(super) fn need_text(
        &mut self,
        text: &written::Text,
        table: &Range<usize>,
        key: &str,
        longest: usize,
    ) -> Text {
        if text.is_none() {
            let languages: Vec<String> = Lang::ALL
                .iter()
                .map(|lang| format!("{key}.{} = \"…\"", lang.code()))
                .collect();
            self.lacks(table, key, &format!("{}.", languages.join(" and ")));
        }
        self.text(text, key, longest)
    }

    /// The house rules of wording, for a text in the file's own words.
    pub(super) fn wording(&mut self, text: &written::Text) {
        for (code, words) in text.iter().flat_map(|at| at.value()) {
            let Some(lang) = Lang::ALL.into_iter().find(|lang| lang.code() == code) else {
                continue;
            };
            for fault in lint::wording(words.value(), lang) {
                self.error(self.within(words, &fault.range), fault.what, fault.mend);
            }
        }
    }

    /// An EDTF date in the years 1 to 9999.
    pub(super) fn date(&mut self, at: &At<String>) -> Option<Date> {
        let Ok(date) = at.value().parse::<Date>() else {
            let mend = "write it as far as it is known: 2024-10-18, 2024-10, 2024; from one day \
                        to another: 2024-10-08/2024-10-13.";
            self.error(
                at.span(),
                format!("{} is not a date", shown(at.value())),
                mend,
            );
            return None;
        };
        let strange = |point: &Point| !(1..=9999).contains(&point.year);
        let strange = match date.shape() {
            Shape::At(point) | Shape::Since(point) | Shape::Until(point) => strange(&point),
            Shape::Span(from, to) => strange(&from) || strange(&to),
        };
        if strange {
            let what = format!("{} is not in the years 1 to 9999", shown(at.value()));
            self.error(at.span(), what, "write the year in four digits: 2024.");
            return None;
        }
        Some(date)
    }

    /// A date that must be there and be one day.
    pub(super) fn need_day(
        &mut self,
        value: &Option<At<String>>,
        table: &Range<usize>,
        key: &str,
    ) -> Option<Day> {
        let at = self.need(value, table, key, &format!("{key} = \"2024-10-18\"."))?;
        self.day(at)
    }

    /// A date that is one day.
    pub(super) fn day(&mut self, at: &At<String>) -> Option<Day> {
        let date = self.date(at)?;
        let day = match date.shape() {
            Shape::At(point) if point.day.is_some() && !point.doubtful => date.earliest(),
            Shape::At(_) | Shape::Span(..) | Shape::Since(_) | Shape::Until(_) => None,
        };
        if day.is_none() {
            let what = format!("{} is not one day", shown(at.value()));
            self.error(at.span(), what, "write year, month and day: 2024-10-18.");
        }
        day
    }

    /// A BCP 47 code, such as `en` or `pt-BR`.
    pub(super) fn language(&mut self, at: &At<String>) -> String {
        static CODE: Lazy<Option<Regex>> =
            Lazy::new(|| Regex::new("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$").ok());
        if !CODE.as_ref().is_some_and(|code| code.is_match(at.value())) {
            let what = format!("{} is not the code of a language", shown(at.value()));
            self.error(at.span(), what, "write a code such as en, id, ko or pt-BR.");
        }
        at.value().clone()
    }

    /// An address that a reader can open: `http` or `https`, nothing else.
    pub(super) fn address(&mut self, at: &At<String>) -> String {
        let written = at.value();
        let clean = !written.contains(|letter: char| letter.is_whitespace() || letter.is_control());
        match Url::parse(written) {
            Ok(url) if matches!(url.scheme(), "http" | "https") && clean => {}
            Ok(url) if clean => {
                let what = format!("an address with {}: is not taken", url.scheme());
                self.error(
                    at.span(),
                    what,
                    "give an address that begins with https:// or http://.",
                );
            }
            _ => {
                let what = format!("{} is not an address", shown(written));
                self.error(
                    at.span(),
                    what,
                    "copy it whole, from https:// on, without spaces.",
                );
            }
        }
        written.clone()
    }
}
