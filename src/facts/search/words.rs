//! A text as words: folded, so that spelling, case, accents and hidden characters do not matter.
//!
//! It knows no fact and no query syntax: quotes, brackets and operators only end words.

use std::collections::HashSet;

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use once_cell::sync::Lazy;
use regex::Regex;

use crate::facts::is_hidden;

/// Longest text that is read, in code points.
const MOST_LETTERS: usize = 10_000;

/// Longest word that is kept, in code points.
const LONGEST: usize = 40;

/// What Discord and browsers put into a text that nobody typed as words: mentions, own emoji,
/// timestamps, addresses.
static NOT_WORDS: Lazy<Option<Regex>> = Lazy::new(|| {
    Regex::new(
        r"(?i)<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>|</[^<>]*:\d+>|\b(?:https?://|www\.)\S+",
    )
    .ok()
});

/// Words that carry no information, of both languages.
static STOP_WORDS: Lazy<HashSet<&'static str>> = Lazy::new(|| {
    let lines = include_str!("stop_words.txt").lines();
    let words = lines.filter(|line| !line.starts_with('#'));
    words.flat_map(str::split_whitespace).collect()
});

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// As it stands in the text.
    pub(super) typed: String,
    /// Folded: what is compared.
    pub(super) folded: String,
    /// In capitals, in a text that is not: an abbreviation such as AS, the United States.
    pub(super) abbreviation: bool,
    /// Made of the words around hyphens, run together.
    pub(super) compound: bool,
}

impl Word {
    /// Whether it carries no information.
    pub(super) fn is_stop(&self) -> bool {
        is_stop(&self.folded) && !self.abbreviation
    }
}

/// Whether a folded word carries no information.
pub(super) fn is_stop(folded: &str) -> bool {
    STOP_WORDS.contains(folded)
}

/// Whether a folded word is a single letter, which is a word only where somebody is still typing it.
pub(super) fn is_letter(folded: &str) -> bool {
    folded.chars().count() == 1 && !has_digit(folded)
}

/// Whether a folded word is a number, of which no other number is a spelling.
pub(super) fn has_digit(folded: &str) -> bool {
    folded.chars().any(char::is_numeric)
}

/// The words of a text, in its order, and behind each hyphenated word all of it run together.
pub(super) fn words(text: &str) -> Vec<Word> {
    let text: String = text.chars().take(MOST_LETTERS).collect();
    let text = match &*NOT_WORDS {
        Some(pattern) => pattern.replace_all(&text, " "),
        None => text.as_str().into(),
    };
    let letters: Vec<char> = text.chars().filter(|letter| !is_skipped(*letter)).collect();
    let shouted = !letters.iter().any(|letter| letter.is_lowercase());
    let mut words = Vec::new();
    let mut chain: Vec<Word> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let end = word_end(&letters, at);
        if end == at {
            at += 1;
            continue;
        }
        if let Some(word) = word(letters.get(at..end).unwrap_or_default(), shouted) {
            chain.push(word);
        }
        at = end;
        let hyphen = letters.get(at).is_some_and(|letter| is_hyphen(*letter));
        let more = letters
            .get(at + 1)
            .is_some_and(|letter| letter.is_alphanumeric());
        if !(hyphen && more) {
            close(&mut chain, &mut words);
        }
    }
    close(&mut chain, &mut words);
    words
}

/// All words of a name run together, as in a hashtag; `None` for a name of one word or very many.
pub(super) fn run_together(name: &str) -> Option<Word> {
    let parts: Vec<Word> = words(name);
    let parts = parts
        .iter()
        .filter(|word| !word.compound && !word.is_stop());
    join(&parts.collect::<Vec<_>>())
}

fn close(chain: &mut Vec<Word>, words: &mut Vec<Word>) {
    let compound = join(&chain.iter().collect::<Vec<_>>());
    words.append(chain);
    words.extend(compound);
}

fn join(parts: &[&Word]) -> Option<Word> {
    let folded: String = parts.iter().map(|word| word.folded.as_str()).collect();
    let typed: Vec<&str> = parts.iter().map(|word| word.typed.as_str()).collect();
    ((2..=4).contains(&parts.len()) && folded.chars().count() <= LONGEST).then(|| Word {
        typed: typed.join("-"),
        folded,
        abbreviation: false,
        compound: true,
    })
}

/// Where the word that begins here ends; here, if none begins.
fn word_end(letters: &[char], start: usize) -> usize {
    let mut at = start;
    while let Some(&letter) = letters.get(at) {
        let inner = letter.is_alphanumeric()
            || at > start
                && (is_mark(letter)
                    || apostrophe(letters, at)
                    || thousands(letters, start, at)
                    || initial(letters, start, at));
        if !inner {
            break;
        }
        at += 1;
    }
    at
}

/// Between letters: don’t, Jum'at.
fn apostrophe(letters: &[char], at: usize) -> bool {
    let quote = letters
        .get(at)
        .is_some_and(|letter| matches!(letter, '\'' | '’' | 'ʼ'));
    quote && letters.get(at + 1).is_some_and(|next| next.is_alphabetic())
}

/// Between a number and a group of exactly three digits: 1,500 and 1.500 and 1 500.
fn thousands(letters: &[char], start: usize, at: usize) -> bool {
    let separator = letters
        .get(at)
        .is_some_and(|letter| matches!(letter, ',' | '.' | '\u{a0}' | '\u{202f}'));
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let grouped = (at + 1..at + 4).all(digit) && !digit(at + 4);
    let before = letters.get(start..at).unwrap_or_default();
    let number = before
        .iter()
        .all(|letter| letter.is_ascii_digit() || !letter.is_alphanumeric());
    let first = before.iter().take_while(|l| l.is_ascii_digit()).count();
    separator && grouped && number && first <= 3
}

/// After a single letter, with another to follow: U.S., U.N.
fn initial(letters: &[char], start: usize, at: usize) -> bool {
    let before = letters.get(start..at).unwrap_or_default();
    let single = before
        .iter()
        .rev()
        .take_while(|l| l.is_alphabetic())
        .count()
        == 1;
    let alone = before.len() == 1 || before.iter().rev().nth(1) == Some(&'.');
    let letter = |at: usize| letters.get(at).is_some_and(|letter| letter.is_alphabetic());
    letters.get(at) == Some(&'.') && single && alone && letter(at + 1) && !letter(at + 2)
}

fn word(letters: &[char], shouted: bool) -> Option<Word> {
    let typed: String = letters.iter().collect();
    let whole = typed.replace(['’', 'ʼ'], "'");
    let stem = whole.strip_suffix("'s").or(whole.strip_suffix("'S"));
    let folded = fold(stem.unwrap_or(&whole));
    let capitals = letters
        .iter()
        .filter(|letter| letter.is_uppercase())
        .count();
    let small = letters.iter().any(|letter| letter.is_lowercase());
    let fits = !folded.is_empty() && folded.chars().count() <= LONGEST;
    fits.then_some(Word {
        typed,
        folded,
        abbreviation: capitals > 1 && !small && !shouted,
        compound: false,
    })
}

/// Small letters without accents, and nothing that is neither letter nor digit.
pub(super) fn fold(word: &str) -> String {
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(word);
    let small = decomposed.chars().flat_map(char::to_lowercase);
    let mut folded = String::with_capacity(word.len());
    for letter in small.filter(|letter| letter.is_alphanumeric()) {
        match letter {
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            other => folded.push(other),
        }
    }
    folded
}

/// Characters that nobody sees and that must not split a word. Line breaks and tabs do split.
fn is_skipped(letter: char) -> bool {
    let unseen = matches!(letter, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    let breaks = letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
    unseen || is_hidden(letter) && !breaks
}

fn is_mark(letter: char) -> bool {
    CanonicalCombiningClassMapBorrowed::new().get_u8(letter) != 0
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '‐' | '‑' | '–')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn numbers_are_one_word_however_they_are_grouped() {
        for number in ["1500", "1,500", "1.500", "1\u{a0}500"] {
            assert_eq!(keys(number), ["1500"], "{number}");
        }
        assert_eq!(keys("1,234,567."), ["1234567"]);
        assert_eq!(keys("1.5, 20.10.2024"), ["1", "5", "20", "10", "2024"]);
    }

    #[test]
    fn hyphens_part_words_and_join_them() {
        assert_eq!(keys("Hwasong-11"), ["hwasong", "11", "hwasong11"]);
        assert_eq!(keys("a - b"), ["a", "b"]);
        assert_eq!(
            run_together("the North Korea").unwrap().folded,
            "northkorea"
        );
    }

    #[test]
    fn spelling_case_and_hidden_characters_do_not_matter() {
        assert_eq!(keys("Zelens\u{200b}k\u{301}y’s"), ["zelensky"]);
        assert_eq!(keys("U.S. U.N., etc."), ["us", "un", "etc"]);
        assert_eq!(
            keys("ＮＡＴＯ Straße İstanbul"),
            ["nato", "strasse", "istanbul"]
        );
        assert_eq!(keys("one\u{2028}two\tthree"), ["one", "two", "three"]);
    }

    #[test]
    fn nothing_that_nobody_typed_is_a_word() {
        let text = "<@12> <#3> <:kirby:4> <t:5:R> https://kirby.example/troops 🎉 (*~\")";
        assert!(keys(text).is_empty());
    }

    #[test]
    fn capitals_make_an_abbreviation_of_a_stop_word() {
        let stop = |text: &str| words(text)[0].is_stop();
        assert!(stop("as they say") && stop("AS THEY SAY"));
        assert!(!stop("AS mengecam"));
    }
}
