//! Everyday words, which decide nothing in a question if nothing recorded has them.

use std::collections::{HashMap, HashSet};

use crate::facts::search::stem;
use crate::facts::{Lang, everyday_words, is_one_mistake};

/// The languages in which questions are read, and whose everyday words are known.
pub(super) const LANGS: [Lang; 2] = [Lang::En, Lang::Id];

/// The least number of letters of an everyday word that may be misspelt.
const MISSPELT: usize = 6;

/// The least number of letters of one in which a letter may be doubled or not.
const DOUBLED: usize = 4;

/// Everyday words of all languages.
#[derive(Debug)]
pub(super) struct Everyday {
    /// What the languages have most.
    words: HashSet<&'static str>,
    /// The stems of the words that people ask with.
    stems: HashSet<String>,
    /// The words that people ask with, each double letter written once.
    single: HashSet<String>,
    /// Light words by their first letter and how many they have.
    by_start: HashMap<(char, usize), Vec<String>>,
}

impl Everyday {
    /// Takes the words that people ask with and that carry little or nothing.
    pub(super) fn new(light: &HashSet<String>, small: &[String]) -> Self {
        let single = light.iter().chain(small).filter(|word| !word.contains(' '));
        let stems = single
            .clone()
            .flat_map(|word| LANGS.map(|lang| stem(word, lang)));
        let mut by_start: HashMap<(char, usize), Vec<String>> = HashMap::new();
        for word in light {
            let start = word
                .chars()
                .next()
                .map(|first| (first, word.chars().count()));
            let here = start.map(|start| by_start.entry(start).or_default());
            here.into_iter().for_each(|here| here.push(word.clone()));
        }
        let words = LANGS.iter().flat_map(|lang| everyday_words(lang.code()));
        Self {
            words: words.collect(),
            stems: stems.collect(),
            single: single.map(|word| undoubled(word)).collect(),
            by_start,
        }
    }

    /// Whether a folded word is an everyday one, a form of one that people ask with, or a misspelling of one.
    pub(super) fn has(&self, folded: &str) -> bool {
        let mut stems = LANGS.iter().map(|lang| stem(folded, *lang));
        self.words.contains(folded)
            || stems.any(|stem| self.stems.contains(&stem))
            || self.is_misspelt(folded)
            || folded.chars().count() >= DOUBLED && self.single.contains(&undoubled(folded))
    }

    /// Whether a long word is a light one with one mistake behind its first letter.
    fn is_misspelt(&self, folded: &str) -> bool {
        let length = folded.chars().count();
        let Some(first) = folded.chars().next().filter(|_| length >= MISSPELT) else {
            return false;
        };
        let near = [length - 1, length, length + 1];
        let near = near
            .into_iter()
            .filter_map(|length| self.by_start.get(&(first, length)));
        near.flatten().any(|word| is_one_mistake(word, folded))
    }
}

/// A word with each double letter written once.
fn undoubled(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}
