//! The values of a record: texts that are clean and in every language, and valid dates, languages and addresses.

use std::ops::Range;

use url::Url;

use super::diagnostics::{Record, shown};
use crate::facts::date::{Date, Day, Shape};
use crate::facts::written::{self, At};
use crate::facts::{Lang, Text, invisible, lint};

/// The longest of most texts, in code points; a claim's sentence with its speaker, date and sources must fit one field
/// of an embed.
pub(super) const LONGEST_TEXT: usize = 600;

/// Most years after the review in which a source is read or a claim recorded.
const LONGEST_LATER: i64 = 10;

impl Record<'_, '_> {
    /// A string that is clean and at most `longest` code points long.
    pub(super) fn string(&mut self, at: &At<String>, longest: usize) -> String {
        if let Some(unclean) = lint::unclean(at) {
            self.error(self.within(at, &unclean.range), unclean.what, unclean.help);
        }
        let length = at.chars().count();
        if length > longest {
            let what = format!("this text has {length} characters, there is room for {longest}");
            let help = "shorten it, so that it fits a Discord message.";
            self.error(at.span(), what, help);
        }
        at.to_string()
    }

    /// A list of short strings, each once.
    pub(super) fn strings(&mut self, list: &[At<String>]) -> Vec<String> {
        self.once(list);
        let mut strings = Vec::new();
        for at in list {
            strings.push(self.string(at, LONGEST_TEXT));
        }
        strings
    }

    /// Reports an empty list that must not be empty.
    pub(super) fn not_empty<T>(
        &mut self,
        list: &[T],
        table: &Range<usize>,
        key: &str,
        example: &str,
    ) {
        if list.is_empty() {
            self.missing(table, key, example);
        }
    }

    /// A text of limited length in every language. `key` is the key of the text.
    pub(super) fn text_within(&mut self, text: &written::Text, key: &str, longest: usize) -> Text {
        let languages = self.diagnostics.languages.clone();
        let mut texts = Vec::new();
        for lang in languages.iter() {
            let code = lang.code();
            match text.get(code) {
                Some(words) => texts.push((lang, self.string(words, longest))),
                None => {
                    let key = format!("{key}.{code}");
                    self.missing(&text.span(), &key, &format!("{key} = \"…\"."));
                }
            }
        }
        let listed = |code: &str| languages.iter().any(|lang| lang.code() == code);
        for (code, words) in text.iter().filter(|(code, _)| !listed(code)) {
            // Without languages, the dossier is reported.
            if languages.iter().next().is_some() && self.diagnostics.first_unlisted(code) {
                let what = format!("{} is not among the languages of the facts", shown(code));
                let help = "remove all texts in it, or add it to `languages` of [dossier].";
                self.error(words.span(), what, help);
            }
        }
        Text(texts)
    }

    /// A text of usual length.
    pub(super) fn text(&mut self, text: &written::Text, key: &str) -> Text {
        self.text_within(text, key, LONGEST_TEXT)
    }

    /// A text that may be left out.
    pub(super) fn optional_text(&mut self, text: &Option<written::Text>, key: &str) -> Text {
        let text = text.as_ref().map(|text| self.text(text, key));
        text.unwrap_or_default()
    }

    /// A text that may be left out, in the file's own words, checked against the house rules of wording.
    pub(super) fn own_words(&mut self, text: &Option<written::Text>, key: &str) -> Text {
        text.iter().for_each(|text| self.wording(text));
        self.optional_text(text, key)
    }

    /// Checks a text in the file's own words against the house rules of wording.
    pub(super) fn wording(&mut self, text: &written::Text) {
        for (code, words) in text.iter() {
            let languages = &self.diagnostics.languages;
            let listed = languages.iter().find(|lang| lang.code() == code);
            let lang = listed.or_else(|| Lang::of(code)).into_iter();
            for violation in lang.flat_map(|lang| lint::wording(words, lang)) {
                let span = self.within(words, &violation.range);
                self.error(span, violation.what, violation.help);
            }
        }
    }

    /// An EDTF date in the years 2 to 9998: the years 1 and 9999 are those of programs that know no date.
    pub(super) fn date(&mut self, at: &At<String>) -> Option<Date> {
        let Ok(date) = at.parse::<Date>() else {
            let help = "write it as far as it is known: 2024-05-02, 2024-05, 2024; from one day \
                        to another: 2024-05-08/2024-05-13.";
            self.error(at.span(), format!("{} is not a date", shown(at)), help);
            return None;
        };
        let (first, last) = date.shape().ends();
        let has = |wrong: fn(i64) -> bool| {
            [Some(first), last]
                .into_iter()
                .flatten()
                .any(|point| wrong(point.year))
        };
        if has(|year| !(1..=9999).contains(&year)) {
            let what = format!("{} is not in the years 1 to 9999", shown(at));
            self.error(at.span(), what, "write the year in four digits: 2024.");
            return None;
        }
        if has(|year| matches!(year, 1 | 9999)) {
            let what = format!("{} stands for a date that is not known", shown(at));
            self.error(
                at.span(),
                what,
                "write the date itself; write .. for an open end, or leave the key out.",
            );
            return None;
        }
        Some(date)
    }

    /// Reports a day so long after the review that it must be a slip of the pen.
    pub(super) fn not_long_after(
        &mut self,
        day: Option<Day>,
        at: &At<String>,
        done: &str,
        reviewed: Option<Day>,
    ) {
        let late =
            |day: &Day| reviewed.is_some_and(|reviewed| day.year > reviewed.year + LONGEST_LATER);
        if let (Some(day), Some(reviewed)) = (day.filter(late), reviewed) {
            let what = format!("{done} on {day}, long after the facts were reviewed on {reviewed}");
            self.error(
                at.span(),
                what,
                "correct the day, or `reviewed` of [dossier].",
            );
        }
    }

    /// A date that is one day.
    pub(super) fn day(&mut self, at: &At<String>) -> Option<Day> {
        let date = self.date(at)?;
        let day = match date.shape() {
            Shape::At(point) if point.day.is_some() && !point.doubtful => date.earliest(),
            Shape::At(_) | Shape::Span(..) | Shape::Since(_) | Shape::Until(_) => None,
        };
        if day.is_none() {
            let what = format!("{} is not one day", shown(at));
            self.error(at.span(), what, "write year, month and day: 2024-05-02.");
        }
        day
    }

    /// A BCP 47 code, such as `en` or `pt-BR`.
    pub(super) fn language(&mut self, at: &At<String>) -> String {
        if !is_language(at) {
            let what = format!("{} is not the code of a language", shown(at));
            self.error(at.span(), what, "write a code such as en, id, ko or pt-BR.");
        }
        at.to_string()
    }

    /// An address that a reader can open: `http` or `https`, nothing else.
    pub(super) fn address(&mut self, at: &At<String>) -> String {
        let unseen = |letter: char| {
            invisible::is_unseen(letter) && !letter.is_control() && !letter.is_whitespace()
        };
        if let Some((start, letter)) = at.char_indices().find(|(_, letter)| unseen(*letter)) {
            let span = self.within(at, &(start..start + letter.len_utf8()));
            let what = format!(
                "this address has the invisible character U+{:04X}",
                u32::from(letter)
            );
            self.error(span, what, "remove it; the link would lead elsewhere.");
            return at.to_string();
        }
        let clean = !at.contains(|letter: char| letter.is_whitespace() || letter.is_control());
        match Url::parse(at) {
            Ok(url) if matches!(url.scheme(), "http" | "https") && clean => {
                if !url.username().is_empty() || url.password().is_some() {
                    let host = url.host_str().unwrap_or_default();
                    let what = format!(
                        "what stands before “@” hides that this address leads to {}",
                        shown(host)
                    );
                    self.error(
                        at.span(),
                        what,
                        "remove what stands from // up to @, or correct the address.",
                    );
                }
            }
            Ok(url) if clean => {
                let what = format!("an address with {}: is not taken", url.scheme());
                let help = "give an address that begins with https:// or http://.";
                self.error(at.span(), what, help);
            }
            _ => {
                let what = format!("{} is not an address", shown(at));
                let help = "copy it whole, from https:// on, without spaces.";
                self.error(at.span(), what, help);
            }
        }
        at.to_string()
    }
}

/// Whether a text has the form of a language's code: two or three small letters, then parts of two to eight letters and
/// digits, each behind a hyphen.
fn is_language(code: &str) -> bool {
    let mut parts = code.split('-');
    let first = parts.next().unwrap_or_default();
    let others = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|one| one.is_ascii_alphanumeric())
    };
    matches!(first.len(), 2 | 3)
        && first.bytes().all(|one| one.is_ascii_lowercase())
        && parts.all(others)
}
