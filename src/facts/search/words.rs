//! A text as words: folded, so that case, accents and hidden characters do not matter.
//!
//! It knows no facts and no query syntax: quotes, brackets and operators only end words.

use std::collections::HashSet;

use icu_normalizer::DecomposingNormalizerBorrowed;
use once_cell::sync::Lazy;

use super::numbers::is_small;
use super::typed::{Piece, Typed, without_links};
use crate::facts::{Lang, Languages};

/// Words longer than this are ignored, in code points as typed.
const LONGEST: usize = 40;

/// Any large odd number.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

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

    /// A word of a text; `None` if it is too long or has no letter.
    pub(super) fn of(piece: Piece<'_>, text: &Typed<'_>) -> Option<Self> {
        if let Some(digits) = piece.digits {
            return Some(Self::plain(piece.typed, digits));
        }
        let folded = folded(piece.typed)?;
        Some(Self {
            abbreviation: text.is_abbreviation(piece.typed),
            ..Self::plain(piece.typed, folded)
        })
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

/// Some letters as a number, which takes less room, and from which that of letters run together is worked out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hash {
    value: u64,
    /// What the number of other letters is multiplied by if these follow them.
    factor: u64,
}

impl Hash {
    pub(super) fn of(letters: &str) -> Self {
        let start = Self {
            value: 0,
            factor: 1,
        };
        letters.bytes().fold(start, |hash, byte| Self {
            value: hash.value.wrapping_mul(BASE).wrapping_add(u64::from(byte)),
            factor: hash.factor.wrapping_mul(BASE),
        })
    }

    /// Of these letters and others behind them.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            value: self
                .value
                .wrapping_mul(other.factor)
                .wrapping_add(other.value),
            factor: self.factor.wrapping_mul(other.factor),
        }
    }

    pub(super) fn value(self) -> u64 {
        self.value
    }
}

/// The words of a text in order, with each hyphenated word also run together after its parts. The number in a name
/// such as Albatros-11 is no word of its own: it is neither a day nor a count.
pub(super) fn words(text: &str) -> Vec<Word> {
    let text = Typed::of(text);
    let mut words = Vec::new();
    let mut parts: Vec<Word> = Vec::new();
    for piece in text.pieces() {
        let hyphen = piece.hyphen;
        parts.extend(Word::of(piece, &text));
        if !hyphen {
            hyphenated(&mut parts);
            words.append(&mut parts);
        }
    }
    words
}

/// Adds the hyphenated word to its parts.
pub(super) fn hyphenated(parts: &mut Vec<Word>) {
    if let Some(compound) = compound(parts.iter()) {
        drop_numbers_of_names(parts);
        let kept = parts.len();
        parts.push(Word {
            parts: kept,
            ..compound
        });
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

/// A word as typed, for comparing.
fn folded(typed: &str) -> Option<String> {
    if typed.len() > LONGEST && typed.chars().count() > LONGEST {
        return None;
    }
    let owner = typed.strip_suffix(['s', 'S']);
    let owner = owner.and_then(|owner| owner.strip_suffix(['\'', '’', 'ʼ']));
    let owner = owner.unwrap_or(typed);
    let folded = match owner.contains('ʼ') {
        // To Unicode, one of the apostrophes is a letter.
        true => fold(&owner.replace('ʼ', "")),
        false => fold(owner),
    };
    (!folded.is_empty()).then_some(folded)
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
    fn words_run_together_have_the_hash_of_one() {
        let [cease, fire, whole] = ["cease", "fire", "ceasefire"].map(Hash::of);
        assert_eq!(cease.and(fire).value(), whole.value());
        assert_ne!(fire.and(cease).value(), whole.value());
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
