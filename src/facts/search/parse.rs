//! A typed text as a query: its words, each with the words of the facts it may mean.

use std::collections::HashSet;

use super::hit::How;
use super::lexicon::{Candidate, MatchOptions, WordId};
use super::words::{Word, is_letter, words};
use crate::facts::Facts;
use crate::facts::date::Day;

/// Most words of a query that are looked up.
pub(super) const MOST_WORDS: usize = 40;

/// Weight of a stop word that is also an abbreviation, such as "as" and "us".
const ABBREVIATION_WEIGHT: f32 = 0.5;

/// A typed word and what it may mean.
#[derive(Clone, Debug)]
pub(super) struct QueryTerm {
    /// As typed.
    pub(super) typed: String,
    /// What it may mean, the nearest first; never empty.
    pub(super) candidates: Vec<Candidate>,
    /// How many claims have any of the candidates.
    pub(super) claims: usize,
    /// How much it counts beside the other words.
    pub(super) weight: f32,
    /// How much information it carries: rarer words carry more.
    pub(super) information: f32,
    /// Whether sources count that came out after a claim was known.
    pub(super) later: bool,
}

impl QueryTerm {
    /// The nearest word that it may mean.
    pub(super) fn likeliest(&self) -> Option<WordId> {
        self.candidates.first().map(|candidate| candidate.word)
    }
}

/// How a text is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct QueryOptions {
    /// The least number of letters for a word to be the beginning of another.
    prefix: usize,
    /// The same for the last word of a text.
    last_prefix: usize,
    /// Whether words may be misspelt.
    typos: bool,
    /// How many words are read, from the first.
    most_words: usize,
}

impl QueryOptions {
    /// A finished query.
    pub(super) const SEARCH: Self = Self {
        prefix: 3,
        last_prefix: 3,
        typos: true,
        most_words: MOST_WORDS,
    };
    /// A query whose last word is still being typed.
    pub(super) const COMPLETION: Self = Self {
        last_prefix: 1,
        ..Self::SEARCH
    };
    /// A message: long, and only whole words count.
    pub(super) const MESSAGE: Self = Self {
        prefix: usize::MAX,
        last_prefix: usize::MAX,
        typos: false,
        most_words: 2_000,
    };
}

impl Facts {
    /// The words of a text that may mean words of the facts known by `day` (none: all words), each once, and
    /// the words that mean nothing here.
    pub(super) fn parse_query(
        &self,
        text: &str,
        day: Option<Day>,
        options: QueryOptions,
    ) -> (Vec<QueryTerm>, Vec<Word>) {
        let mut typed = words(text);
        typed.truncate(options.most_words);
        let written = self.index().lexicon().as_written(typed);
        let typed = distinct(written);
        let last = typed.len().saturating_sub(1);
        let unfinished = text.chars().next_back().is_some_and(char::is_alphanumeric);
        let (mut terms, mut unknown) = (Vec::new(), Vec::new());
        for (at, word) in typed.into_iter().enumerate() {
            let matching = MatchOptions {
                day,
                prefix: match at == last && unfinished {
                    true => options.last_prefix,
                    false => options.prefix,
                },
                typos: options.typos,
            };
            if is_letter(&word.folded) && !matching.is_typing() {
                continue;
            }
            match self.term(&word, matching) {
                Some(term) => terms.push(term),
                None => unknown.push(word),
            }
        }
        (terms, unknown)
    }

    fn term(&self, word: &Word, mut options: MatchOptions) -> Option<QueryTerm> {
        let lexicon = self.index().lexicon();
        let stop = word.is_stop();
        if stop {
            (options.prefix, options.typos) = (usize::MAX, false);
        }
        let mut candidates = lexicon.candidates(word, options);
        candidates.retain(|one| !stop || one.how == How::Same);
        if candidates.is_empty() {
            return None;
        }
        let total = self.index().claims();
        let found = candidates.iter().filter_map(|one| lexicon.word(one.word));
        let claims = found.map(|one| one.claims).sum::<usize>().min(total);
        let weight = if stop { ABBREVIATION_WEIGHT } else { 1.0 };
        let (some, all) = (claims as f32, total as f32);
        Some(QueryTerm {
            typed: word.typed.clone(),
            candidates,
            claims,
            weight,
            information: (1.0 + (all - some + 0.5) / (some + 0.5)).ln() * weight,
            later: options.day.is_none_or(|day| day >= self.dossier.reviewed),
        })
    }
}

/// Each different word once.
fn distinct(words: Vec<Word>) -> Vec<Word> {
    let mut seen = HashSet::new();
    let words = words.into_iter();
    let distinct = words.filter(|word| seen.insert(word.folded.clone()));
    distinct.collect()
}
