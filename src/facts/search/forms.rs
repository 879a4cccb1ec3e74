//! What two words may have to do with each other: a common stem, or slips of the finger.
//!
//! It knows languages and keyboards, not the words of the facts.

use frostem::{Algorithm, Stemmer};
use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder};
use once_cell::sync::Lazy;

use super::words::has_digit;
use crate::facts::Lang;

/// Automata for one and two slips of the finger, neighbours swapped counting as one.
static AUTOMATA: Lazy<[LevenshteinAutomatonBuilder; 2]> =
    Lazy::new(|| [1, 2].map(|slips| LevenshteinAutomatonBuilder::new(slips, true)));

static ENGLISH: Lazy<Stemmer> = Lazy::new(|| Stemmer::new(Algorithm::English));
static INDONESIAN: Lazy<sastrawi::Dictionary> = Lazy::new(sastrawi::Dictionary::new);

/// What the forms of a folded word have in common in a language.
pub(super) fn stem(folded: &str, lang: Lang) -> String {
    // Both stemmers are made for the letters a to z.
    if !folded.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return folded.to_owned();
    }
    match lang {
        Lang::En => ENGLISH.stem(folded).into(),
        Lang::Id => sastrawi::Stemmer::new(&INDONESIAN).stem_word(folded).into(),
    }
}

/// What a typed word may be a misspelling of.
pub(super) struct TypoMatcher {
    first: Option<char>,
    shortest: usize,
    whole: DFA,
    beginning: Option<DFA>,
}

impl TypoMatcher {
    /// One slip from four letters on, two from seven; `None` for shorter words and for numbers. A
    /// word that is still being typed may also misspell the beginning of one.
    pub(super) fn of(folded: &str, typing: bool) -> Option<Self> {
        let letters = folded.chars().count();
        let allowed: usize = match letters {
            _ if has_digit(folded) => return None,
            0..4 => return None,
            4..7 => 1,
            _ => 2,
        };
        let automaton = AUTOMATA.get(allowed - 1)?;
        Some(Self {
            first: folded.chars().next(),
            shortest: letters - allowed,
            whole: automaton.build_dfa(folded),
            beginning: typing.then(|| automaton.build_prefix_dfa(folded)),
        })
    }

    /// How near a word is, from 0 to 1; `None` if it is another word.
    pub(super) fn nearness(&self, word: &str) -> Option<f32> {
        if has_digit(word) || word.chars().count() < self.shortest {
            return None;
        }
        let beginning = || Some(distance(self.beginning.as_ref()?, word)? + 1);
        let slips = distance(&self.whole, word).or_else(beginning)?;
        // A first letter is seldom mistyped, and one slip is likelier than two.
        let first = if self.first == word.chars().next() {
            0.2
        } else {
            0.0
        };
        Some((0.8 / f32::from(slips.max(1)) + first).min(1.0))
    }
}

fn distance(automaton: &DFA, word: &str) -> Option<u8> {
    match automaton.eval(word) {
        Distance::Exact(slips) => Some(slips),
        Distance::AtLeast(_) => None,
    }
}
