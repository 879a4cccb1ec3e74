//! A text as typed, cut into words and numbers.

use std::borrow::Cow;

use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use once_cell::sync::Lazy;
use regex::Regex;

use super::numbers::number;
use crate::facts::{is_hidden, pattern::pattern};

/// How much of a text is read, in code points.
const MOST_LETTERS: usize = 10_000;

/// What Discord and browsers put into a text that is not words: mentions, custom emoji, timestamps, addresses.
static NOT_WORDS: Lazy<Regex> = Lazy::new(|| {
    pattern(
        r"(?i)<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>|</[^<>]*:\d+>|\b(?:https?://|www\.)\S+",
    )
});

/// A text without what is not words.
#[derive(Debug)]
pub(super) struct Typed<'t> {
    text: Cow<'t, str>,
    all_capitals: bool,
}

/// A word or number as typed.
#[derive(Debug)]
pub(super) struct Piece<'t> {
    pub(super) typed: &'t str,
    /// What it means, if it is a number.
    pub(super) digits: Option<String>,
    /// Whether a hyphen joins it to the next.
    pub(super) hyphen: bool,
}

impl<'t> Typed<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut cut = text.char_indices().skip(MOST_LETTERS);
        let end = (text.len() > MOST_LETTERS).then(|| cut.next()).flatten();
        let text = end.and_then(|(end, _)| text.get(..end)).unwrap_or(text);
        let mut text = without_links(text);
        if !text.is_ascii() && text.contains(is_skipped) {
            text.to_mut().retain(|letter| !is_skipped(letter));
        }
        Self {
            all_capitals: !text.contains(char::is_lowercase),
            text,
        }
    }

    /// Its words and numbers, in order.
    pub(super) fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        let mut rest = &*self.text;
        std::iter::from_fn(move || {
            while !rest.is_empty() {
                let (length, digits) = match number(rest) {
                    Some((length, digits)) => (length, Some(digits)),
                    None => (word_length(rest), None),
                };
                let (typed, after) = rest.split_at_checked(length)?;
                let mut after = after.chars();
                let hyphen = after.next().is_some_and(is_hyphen);
                rest = after.as_str();
                if !typed.is_empty() {
                    return Some(Piece {
                        typed,
                        digits,
                        hyphen: hyphen && rest.starts_with(char::is_alphanumeric),
                    });
                }
            }
            None
        })
    }

    /// Whether a word of it is in capitals, and not all of it is.
    pub(super) fn is_abbreviation(&self, word: &str) -> bool {
        let capitals = || word.chars().filter(|letter| letter.is_uppercase());
        !self.all_capitals && !word.contains(char::is_lowercase) && capitals().nth(1).is_some()
    }
}

/// A text without what Discord and browsers put into it. Most texts have nothing that one of these begins with.
pub(super) fn without_links(text: &str) -> Cow<'_, str> {
    let www = |(at, _): (usize, &str)| {
        let before = at.checked_sub(3).and_then(|start| text.get(start..at));
        before.is_some_and(|before| before.eq_ignore_ascii_case("www"))
    };
    match text.contains('<') || text.contains("://") || text.match_indices('.').any(www) {
        true => NOT_WORDS.replace_all(text, " "),
        false => text.into(),
    }
}

/// How long the word at the beginning of a text is, in bytes; 0 if the text begins with none.
fn word_length(text: &str) -> usize {
    let ends = |(at, letter): (usize, char)| {
        if letter.is_alphanumeric() {
            return None;
        }
        let (before, after) = text.split_at_checked(at)?;
        let after = after.get(letter.len_utf8()..)?;
        let inside = match letter {
            '\'' | '’' | 'ʼ' => after.starts_with(char::is_alphabetic),
            '.' => is_initial(before, after),
            letter => is_mark(letter),
        };
        (before.is_empty() || !inside).then_some(at)
    };
    text.char_indices().find_map(ends).unwrap_or(text.len())
}

/// Whether a full stop is between single letters: U.S., U.N.
fn is_initial(before: &str, after: &str) -> bool {
    let mut before = before.chars().rev();
    let mut after = after.chars();
    let letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    letter(before.next())
        && before.next().is_none_or(|letter| letter == '.')
        && letter(after.next())
        && !letter(after.next())
}

/// Invisible characters, which must not split a word. Line breaks and tabs do split.
fn is_skipped(letter: char) -> bool {
    if letter.is_ascii() {
        return false;
    }
    let unseen = matches!(letter, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    let breaks = letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
    unseen || is_hidden(letter) && !breaks
}

fn is_mark(letter: char) -> bool {
    !letter.is_ascii() && CanonicalCombiningClassMapBorrowed::new().get_u8(letter) != 0
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '‐' | '‑' | '‒' | '–' | '−' | '﹣' | '－')
}
