//! A text as words: folded, so that case, accents and hidden characters do not matter.
//!
//! It knows no facts and no query syntax: quotes, brackets and operators only end words.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hasher};

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use once_cell::sync::Lazy;
use regex::Regex;

use super::numbers::{is_small, number};
use crate::facts::{Lang, Languages, is_hidden, pattern::pattern};

/// How much of a text is read, in code points.
const MOST_LETTERS: usize = 10_000;

/// Words longer than this are ignored, in code points as typed.
const LONGEST: usize = 40;

/// What Discord and browsers put into a text that is not words: mentions, custom emoji, timestamps, addresses.
static NOT_WORDS: Lazy<Regex> = Lazy::new(|| {
    pattern(
        r"(?i)<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>|</[^<>]*:\d+>|\b(?:https?://|www\.)\S+",
    )
});

/// Words that carry no information, in both languages.
static STOP_WORDS: Lazy<HashSet<&'static str>> = Lazy::new(|| {
    let lines = include_str!("stop_words.txt").lines();
    let words = lines.filter(|line| !line.starts_with('#'));
    words.flat_map(str::split_whitespace).collect()
});

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// As in the text.
    pub(super) typed: String,
    /// Folded, for comparing.
    pub(super) folded: String,
    /// In capitals, in a text that is not all in capitals: an abbreviation such as AS, the United States.
    pub(super) abbreviation: bool,
    /// How many words before it are its parts, if it is a hyphenated word or a name run together; otherwise 0.
    pub(super) parts: usize,
}

impl Word {
    /// A word that is neither an abbreviation nor a compound.
    pub(super) fn plain(typed: impl Into<String>, folded: impl Into<String>) -> Self {
        Self {
            typed: typed.into(),
            folded: folded.into(),
            abbreviation: false,
            parts: 0,
        }
    }

    /// Whether it carries no information.
    pub(super) fn is_stop(&self) -> bool {
        is_stop_word(&self.folded) && !self.abbreviation
    }

    /// Whether it is a hyphenated word or a name, run together.
    pub(super) fn is_compound(&self) -> bool {
        self.parts > 0
    }
}

/// Whether a folded word carries no information.
pub fn is_stop_word(folded: &str) -> bool {
    STOP_WORDS.contains(folded)
}

/// Whether a folded word is a single letter, which counts as a word only while it is being typed.
pub(super) fn is_letter(folded: &str) -> bool {
    folded.chars().count() == 1 && !has_digit(folded)
}

/// Whether a folded word has a digit. Numbers have no stems and no misspellings.
pub(super) fn has_digit(folded: &str) -> bool {
    folded.chars().any(char::is_numeric)
}

/// Some letters, run together, as a number, which takes less room.
pub(super) fn hash<'t>(parts: impl IntoIterator<Item = &'t str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        hasher.write(part.as_bytes());
    }
    hasher.finish()
}

/// The words of a text in order, with each hyphenated word also run together after its parts. The number in a name
/// such as Albatros-11 is no word of its own: it is neither a day nor a count.
pub(super) fn words(text: &str) -> Vec<Word> {
    let end = text.char_indices().nth(MOST_LETTERS).map(|(at, _)| at);
    let text = end.and_then(|end| text.get(..end)).unwrap_or(text);
    let text = without_links(text);
    let mut letters: Vec<char> = Vec::with_capacity(text.len());
    letters.extend(text.chars().filter(|letter| !is_skipped(*letter)));
    let all_capitals = !letters.iter().any(|letter| letter.is_lowercase());
    let mut words = Vec::new();
    let mut parts: Vec<Word> = Vec::new();
    let mut rest = letters.as_slice();
    while !rest.is_empty() {
        let number = number(rest);
        let length = number
            .as_ref()
            .map_or_else(|| word_length(rest), |(length, _)| *length);
        let (letters, after) = rest.split_at(length);
        parts.extend(match number {
            Some((_, digits)) => Some(Word::plain(letters.iter().collect::<String>(), digits)),
            None => word(letters, all_capitals),
        });
        let hyphenated =
            matches!(after, [hyphen, next, ..] if is_hyphen(*hyphen) && next.is_alphanumeric());
        if !hyphenated {
            let compound = compound(parts.iter());
            if compound.is_some() {
                drop_numbers_of_names(&mut parts);
            }
            let kept = parts.len();
            words.append(&mut parts);
            words.extend(compound.map(|word| Word {
                parts: kept,
                ..word
            }));
        }
        rest = after.get(1..).unwrap_or_default();
    }
    words
}

/// A text without what Discord and browsers put into it. Most texts have nothing that one of these begins with.
fn without_links(text: &str) -> Cow<'_, str> {
    let www = |letters: &[u8]| letters.eq_ignore_ascii_case(b"www.");
    match text.contains('<') || text.contains("://") || text.as_bytes().windows(4).any(www) {
        true => NOT_WORDS.replace_all(text, " "),
        false => text.into(),
    }
}

/// All words of a name run together, as in a hashtag; `None` for a name of one word or more than four.
pub(super) fn run_together(name: &str) -> Option<Word> {
    let parts = words(name);
    let telling = |word: &&Word| !word.is_compound() && !word.is_stop();
    compound(parts.iter().filter(telling))
}

/// Leaves out the small numbers that follow a word with letters.
fn drop_numbers_of_names(parts: &mut Vec<Word>) {
    let mut named = false;
    parts.retain(|part| {
        let number = named && is_small(&part.folded);
        named |= !has_digit(&part.folded);
        !number
    });
}

/// Two to four words run together.
fn compound<'a>(parts: impl Iterator<Item = &'a Word> + Clone) -> Option<Word> {
    // Most words stand alone.
    parts.clone().nth(1)?;
    let folded: String = parts.clone().map(|word| word.folded.as_str()).collect();
    let typed: Vec<&str> = parts.map(|word| word.typed.as_str()).collect();
    let fits = (2..=4).contains(&typed.len()) && folded.chars().count() <= LONGEST;
    fits.then(|| Word {
        parts: typed.len(),
        ..Word::plain(typed.join("-"), folded)
    })
}

/// How many characters the word at the beginning of a text has; 0 if the text begins with none.
fn word_length(letters: &[char]) -> usize {
    let ends = |at: &usize| {
        let (before, rest) = letters.split_at(*at);
        let Some((letter, after)) = rest.split_first() else {
            return true;
        };
        let inside = || match letter {
            '\'' | '’' | 'ʼ' => after.first().is_some_and(|next| next.is_alphabetic()),
            '.' => is_initial(before, after),
            letter => is_mark(*letter),
        };
        !letter.is_alphanumeric() && (before.is_empty() || !inside())
    };
    (0..letters.len()).find(ends).unwrap_or(letters.len())
}

/// Whether a full stop is between single letters: U.S., U.N.
fn is_initial(before: &[char], after: &[char]) -> bool {
    let letter = |letter: Option<&char>| letter.is_some_and(|letter| letter.is_alphabetic());
    let single = matches!(before, [_] | [.., '.', _]);
    single && letter(before.last()) && letter(after.first()) && !letter(after.get(1))
}

fn word(letters: &[char], all_capitals: bool) -> Option<Word> {
    if letters.len() > LONGEST {
        return None;
    }
    let mut typed = String::with_capacity(letters.len());
    typed.extend(letters);
    let owner = match letters {
        [owner @ .., '\'' | '’' | 'ʼ', 's' | 'S'] => owner,
        letters => letters,
    };
    let ascii = typed.get(..owner.len()).filter(|own| own.is_ascii());
    let folded = match ascii {
        Some(own) => fold(own),
        // To Unicode, one of the apostrophes is a letter.
        None => fold(&String::from_iter(owner.iter().filter(|one| **one != 'ʼ'))),
    };
    let capitals = letters
        .iter()
        .filter(|letter| letter.is_uppercase())
        .count();
    let small = letters.iter().any(|letter| letter.is_lowercase());
    (!folded.is_empty()).then(|| Word {
        abbreviation: capitals > 1 && !small && !all_capitals,
        ..Word::plain(typed, folded)
    })
}

/// Lower-case letters without accents, and digits; everything else is dropped.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        let mut folded = String::with_capacity(word.len());
        let letters = word.chars().filter(char::is_ascii_alphanumeric);
        folded.extend(letters.map(|letter| letter.to_ascii_lowercase()));
        return folded;
    }
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

/// Whether most letters of a text belong to another script than the Latin one, in which all the languages are written.
pub fn is_other_script(languages: &Languages, text: &str) -> bool {
    let is_latin = |lang: Lang| {
        lang.script()
            .is_some_and(|script| script.as_str() == "Latn")
    };
    if !languages.iter().all(is_latin) {
        return false;
    }
    let text = without_links(text);
    let letters: Vec<char> = text
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .collect();
    let latin = |letter: &&char| matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{ff21}'..='\u{ff5a}');
    letters.iter().filter(latin).count() * 2 < letters.len()
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
        assert_eq!(keys("1.5, 20.10.2023"), ["1", "5", "20", "10", "2023"]);
    }

    #[test]
    fn hyphens_part_words_and_join_them() {
        for name in [
            "Albatros-11",
            "Albatros\u{2010}11",
            "Albatros\u{2011}11",
            "Albatros－11",
        ] {
            assert_eq!(keys(name), ["albatros", "albatros11"]);
        }
        assert_eq!(keys("mid-2023"), ["mid", "2023", "mid2023"]);
        assert_eq!(keys("1,500-strong"), ["1500", "strong", "1500strong"]);
        assert_eq!(keys("a - b"), ["a", "b"]);
        assert_eq!(
            run_together("the North Harbour").unwrap().folded,
            "northharbour"
        );
    }

    #[test]
    fn spelling_case_and_hidden_characters_do_not_matter() {
        assert_eq!(keys("Koles\u{200b}k\u{301}y’s"), ["kolesky"]);
        assert_eq!(keys("U.S. U.N., etc."), ["us", "un", "etc"]);
        assert_eq!(
            keys("ＮＡＴＯ Straße İstanbul"),
            ["nato", "strasse", "istanbul"]
        );
        assert_eq!(keys("one\u{2028}two\tthree"), ["one", "two", "three"]);
    }

    #[test]
    fn nothing_that_nobody_typed_is_a_word() {
        let text = "<@12> <#3> <:kirby:4> <t:5:R> https://kirby.example/ships 🎉 (*~\")";
        assert!(keys(text).is_empty());
    }

    #[test]
    fn capitals_make_an_abbreviation_of_a_stop_word() {
        let stop = |text: &str| words(text)[0].is_stop();
        assert!(stop("as they say") && stop("AS THEY SAY"));
        assert!(!stop("AS mengecam"));
    }
}
