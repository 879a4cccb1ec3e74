//! A text as a question to the index: each of its words with what it may mean, and where.

use std::collections::HashSet;

use super::field::Field;
use super::lexicon::{Reading, WordId};
use super::words::{Word, words};
use super::{How, Index, SHORTEST_BEGINNING};
use crate::facts::date::Day;

/// Most words of a text that are looked for.
const MOST_WORDS: usize = 40;

/// Most places in which one typed word is looked for.
const MOST_CHANCES: usize = 60;

/// A typed word and everything it may mean.
#[derive(Debug)]
pub(super) struct Asked {
    /// As typed.
    pub(super) typed: String,
    /// How much it tells: high for a word of few claims, near 0 for one of most.
    pub(super) tells: f32,
    /// The best first.
    pub(super) chances: Vec<Chance>,
}

/// A word of the facts in a part of a claim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chance {
    pub(super) word: WordId,
    pub(super) field: Field,
    pub(super) how: How,
    /// At most 1.
    pub(super) weight: f32,
}

/// The different words of a text that carry information, in its order. If all of them are stop
/// words in capitals, they are taken for abbreviations.
pub(super) fn typed(text: &str) -> Vec<Word> {
    let all = words(text);
    let abbreviations = !text.chars().any(char::is_lowercase);
    let telling = all.iter().any(|word| !word.is_stop());
    let mut seen = HashSet::new();
    all.into_iter()
        .filter(|word| !word.is_stop() || abbreviations && !telling)
        .filter(|word| seen.insert(word.key.clone()))
        .collect()
}

impl Asked {
    /// The words of a finished text.
    pub(super) fn finished(index: &Index, text: &str, day: Option<Day>) -> Vec<Self> {
        let reading = Reading {
            day,
            prefix: SHORTEST_BEGINNING,
            slips: true,
        };
        Self::all(index, typed(text), |_| reading)
    }

    /// The words of a text that is still being typed: the last may be the beginning of a word.
    pub(super) fn unfinished(index: &Index, text: &str, day: Option<Day>) -> Vec<Self> {
        let mut typed = typed(text);
        let open = text.chars().last().is_some_and(char::is_alphanumeric);
        let last = words(text).into_iter().rfind(|word| !word.joined);
        let last = last.filter(|_| open);
        if let Some(word) = last.as_ref().filter(|last| last.is_stop()) {
            typed.push(word.clone());
        }
        let last = last.map(|word| word.key);
        Self::all(index, typed, |word| Reading {
            day,
            prefix: if Some(&word.key) == last.as_ref() {
                1
            } else {
                SHORTEST_BEGINNING
            },
            slips: true,
        })
    }

    /// The words of a text taken as they stand.
    pub(super) fn plain(index: &Index, text: &str, day: Option<Day>) -> Vec<Self> {
        let reading = Reading {
            day,
            prefix: usize::MAX,
            slips: false,
        };
        Self::all(index, typed(text), |_| reading)
    }

    fn all(index: &Index, typed: Vec<Word>, reading: impl Fn(&Word) -> Reading) -> Vec<Self> {
        let known = |word: &Word| !word.joined && index.lexicon.find(&word.key).is_some();
        let parts: Vec<String> = typed
            .iter()
            .filter(|word| known(word))
            .map(|word| word.key.clone())
            .collect();
        let joined = |word: &Word| word.joined && parts.iter().any(|part| word.key.contains(part));
        typed
            .iter()
            .filter(|word| !joined(word))
            .map(|word| Self::one(index, word, reading(word)))
            .filter(|asked| !asked.chances.is_empty())
            .take(MOST_WORDS)
            .collect()
    }

    fn one(index: &Index, word: &Word, reading: Reading) -> Self {
        let lexicon = &index.lexicon;
        let mut chances = Vec::new();
        for meant in lexicon.meant(word, reading) {
            let Some(entry) = lexicon.word(meant.word) else {
                continue;
            };
            for field in entry.fields() {
                let same = meant.how == How::Same;
                chances.push(Chance {
                    word: meant.word,
                    field,
                    how: if same && field.is_alias() {
                        How::Alias
                    } else {
                        meant.how
                    },
                    weight: meant.weight() * field.boost(),
                });
            }
        }
        chances.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.word.cmp(&b.word)));
        chances.truncate(MOST_CHANCES);
        let claims = Self::claims(index, &chances);
        Self {
            typed: word.typed.clone(),
            tells: index.tells(claims),
            chances,
        }
    }

    /// In about how many claims the word stands, in any of its likely meanings.
    fn claims(index: &Index, chances: &[Chance]) -> usize {
        let best = chances.first().map_or(0.0, |chance| chance.weight);
        let likely = chances.iter().filter(|one| one.weight >= best * 0.8);
        let words: HashSet<WordId> = likely.map(|chance| chance.word).collect();
        let entries = words.iter().filter_map(|word| index.lexicon.word(*word));
        entries.map(|entry| entry.claims).sum()
    }

    /// What was typed and what it was taken for, if it is no word of the facts in any form.
    pub(super) fn corrected(&self, index: &Index) -> Option<(String, String)> {
        let best = self.chances.first().filter(|one| one.how == How::Typo)?;
        let word = index.lexicon.word(best.word)?;
        Some((self.typed.clone(), word.shown.clone()))
    }
}
