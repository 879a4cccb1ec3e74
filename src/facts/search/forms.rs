//! The stems that the forms of a word share, and the written forms of spoken words.
//!
//! It knows languages, not the words of the facts.

use frostem::{Algorithm, Stemmer};
use once_cell::sync::Lazy;

use super::words::has_digit;
use crate::facts::Lang;

/// Shortest root of a spoken verb, in letters: `nila` has too few.
const SHORTEST_ROOT: usize = 4;

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
