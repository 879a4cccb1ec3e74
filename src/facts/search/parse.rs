//! A typed text as what is wanted: its telling words, each with the words of the facts it may mean.

use super::How;
use super::lexicon::{Lexicon, Candidate, MatchOptions, WordId};
use super::words::{Word, is_letter, words};

/// Most different words of a question that are looked for.
pub(super) const MOST_WORDS: usize = 40;

/// How much a word that is otherwise without information counts where it is somebody's short name: as, us.
const SOFT: f32 = 0.5;

/// A typed word and what it may mean.
#[derive(Clone, Debug)]
pub(super) struct QueryTerm {
    /// As it was typed.
    pub(super) typed: String,
    /// What it may mean, the nearest first; never empty.
    pub(super) candidates: Vec<Candidate>,
    /// In how many pages any of it stands.
    pub(super) pages: usize,
    /// How much it counts beside the other words.
    pub(super) weight: f32,
    /// Whether what came out after a claim was known counts.
    pub(super) later: bool,
}

/// How a text is to be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct QueryOptions {
    /// How each word is read.
    pub(super) options: MatchOptions,
    /// From how many letters on the last word may be the beginning of one.
    pub(super) last: usize,
    /// How many different words are read, the first ones.
    pub(super) words: usize,
    /// How many pages there are.
    pub(super) pages: usize,
    /// Whether what came out after a claim was known counts.
    pub(super) later: bool,
}

impl QueryTerm {
    /// The nearest word that it may mean.
    pub(super) fn likeliest(&self) -> Option<WordId> {
        self.candidates.first().map(|candidate| candidate.word)
    }

    /// How much the word tells: the rarer, the more.
    pub(super) fn information(&self, pages: usize) -> f32 {
        let (some, all) = (self.pages.min(pages) as f32, pages as f32);
        (1.0 + (all - some + 0.5) / (some + 0.5)).ln() * self.weight
    }
}

/// The telling words of a text that may mean words of the facts, each once, and the others.
pub(super) fn parse_query(lexicon: &Lexicon, text: &str, options: QueryOptions) -> (Vec<QueryTerm>, Vec<Word>) {
    let typed: Vec<Word> = distinct(words(text), options.words);
    let last = typed.len().saturating_sub(1);
    let unfinished = text.chars().next_back().is_some_and(char::is_alphanumeric);
    let mut wanted = Vec::new();
    let mut unknown = Vec::new();
    for (place, word) in typed.into_iter().enumerate() {
        let prefix = if place == last && unfinished {
            options.last
        } else {
            options.options.prefix
        };
        if is_letter(&word.folded) && prefix > 1 {
            continue;
        }
        let exact = word.is_stop();
        let options = MatchOptions {
            prefix: if exact { usize::MAX } else { prefix },
            slips: options.options.slips && !exact,
            ..options.options
        };
        let mut candidates = lexicon.candidates(&word, options);
        if exact {
            candidates.retain(|one| one.how == How::Same);
        }
        if candidates.is_empty() {
            unknown.push(word);
            continue;
        }
        let pages = candidates.iter().filter_map(|one| lexicon.word(one.word));
        wanted.push(QueryTerm {
            pages: pages.map(|one| one.claims).sum::<usize>().min(options.pages),
            weight: if exact { SOFT } else { 1.0 },
            typed: word.typed,
            candidates: candidates,
            later: options.later,
        });
    }
    (wanted, unknown)
}

fn distinct(words: Vec<Word>, most: usize) -> Vec<Word> {
    let mut seen = std::collections::HashSet::new();
    let single = words.into_iter().filter(|word| !word.compound);
    single
        .filter(|word| seen.insert(word.folded.clone()))
        .take(most)
        .collect()
}
