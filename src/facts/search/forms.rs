//! How two words may be related: by a common stem, or by typing mistakes.
//!
//! It knows languages and keyboards, not the words of the facts.

use frostem::{Algorithm, Stemmer};
use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder};
use once_cell::sync::Lazy;

use super::words::has_digit;
use crate::facts::Lang;

/// Automata for one and two typing mistakes; two swapped letters count as one.
static AUTOMATA: Lazy<[LevenshteinAutomatonBuilder; 2]> =
    Lazy::new(|| [1, 2].map(|mistakes| LevenshteinAutomatonBuilder::new(mistakes, true)));

/// Shortest root of a spoken verb, in letters: `nila` has too few.
const SHORTEST_ROOT: usize = 4;

/// Longest word that may be misspelt, in letters.
const LONGEST: usize = 40;

static ENGLISH: Lazy<Stemmer> = Lazy::new(|| Stemmer::new(Algorithm::English));
static INDONESIAN: Lazy<sastrawi::Dictionary> = Lazy::new(sastrawi::Dictionary::new);

/// The stem that all forms of a folded word share in a language.
pub fn stem(folded: &str, lang: Lang) -> String {
    // Both stemmers handle only the letters a to z.
    if !folded.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return folded.to_owned();
    }
    match lang.primary() {
        "en" => ENGLISH.stem(folded).into(),
        "id" => sastrawi::Stemmer::new(&INDONESIAN).stem_word(folded).into(),
        _ => folded.to_owned(),
    }
}

/// The formal form of an Indonesian word as people speak and write it: `ngundang` is `mengundang`, `nembak` is
/// `menembak`, `ledakin` is `ledakkan`, `negara2` is `negara`. `None` if the word does not look like one.
pub(super) fn formal(folded: &str) -> Option<String> {
    if let Some(twice) = folded.strip_suffix('2') {
        let word = twice.len() >= SHORTEST_ROOT && !has_digit(twice);
        return word.then(|| twice.to_owned());
    }
    let nasal = folded.strip_prefix('n').is_some_and(|rest| {
        let rest = rest.strip_prefix(['g', 'y']).unwrap_or(rest);
        rest.starts_with(['a', 'e', 'i', 'o', 'u'])
    });
    let whole = if nasal {
        format!("me{folded}")
    } else {
        folded.to_owned()
    };
    match whole
        .strip_suffix("in")
        .filter(|root| root.len() >= SHORTEST_ROOT)
    {
        Some(root) => Some(format!("{root}kan")),
        None => nasal.then_some(whole),
    }
}

/// Finds the words that a typed word may be a misspelling of.
pub(super) struct TypoMatcher {
    first: Option<char>,
    shortest: usize,
    short: bool,
    whole: DFA,
    beginning: Option<DFA>,
}

impl TypoMatcher {
    /// Allows one mistake from four letters on, two from seven; `None` for shorter and very long
    /// words and for numbers.
    /// A word that is still being typed may also misspell the beginning of another.
    pub(super) fn new(folded: &str, typing: bool) -> Option<Self> {
        let letters = folded.chars().count();
        let allowed: usize = match letters {
            _ if has_digit(folded) => return None,
            4..7 => 1,
            7..=LONGEST => 2,
            _ => return None,
        };
        let automaton = AUTOMATA.get(allowed - 1)?;
        Some(Self {
            first: folded.chars().next(),
            shortest: letters - allowed,
            short: allowed == 1,
            whole: automaton.build_dfa(folded),
            beginning: typing.then(|| automaton.build_prefix_dfa(folded)),
        })
    }

    /// How near a word is, from 0 to 1; `None` if it is another word.
    pub(super) fn distance(&self, word: &str) -> Option<f32> {
        if has_digit(word) || word.chars().count() < self.shortest {
            return None;
        }
        let beginning = || Some(distance(self.beginning.as_ref()?, word)? + 1);
        let mistakes = distance(&self.whole, word).or_else(beginning)?;
        // First letters are rarely mistyped, least of all in short words: nobody who types "right" means "night". One
        // mistake is likelier than two.
        let same_first = self.first == word.chars().next();
        if !same_first && (self.short || mistakes > 1) {
            return None;
        }
        let first = if same_first { 0.2 } else { 0.0 };
        Some((0.8 / f32::from(mistakes.max(1)) + first).min(1.0))
    }
}

fn distance(automaton: &DFA, word: &str) -> Option<u8> {
    match automaton.eval(word) {
        Distance::Exact(mistakes) => Some(mistakes),
        Distance::AtLeast(_) => None,
    }
}
