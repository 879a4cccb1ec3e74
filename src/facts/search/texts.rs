//! Texts as numbers: each word and each spelling of it has a number from the first text that has it.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;

use super::words::{Word, has_digit, hash, is_letter, is_stop_word, run_together, words};

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) word: u32,
    pub(super) spelling: u32,
    /// Whether it is several words run together.
    pub(super) compound: bool,
    /// Whether it says nothing.
    pub(super) empty: bool,
    /// Whether it is the whole text and in capitals: AS, alone as an alias, is an abbreviation.
    pub(super) short: bool,
    pub(super) capital: bool,
    pub(super) first: bool,
}

/// What is known of a word as typed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling {
    pub(super) number: u32,
    /// The number of its word.
    pub(super) word: u32,
    /// Whether it is a single letter.
    letter: bool,
    digit: bool,
    /// Whether it carries no information unless it is an abbreviation.
    stop: bool,
}

/// All words and spellings so far.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// Folded words with their numbers.
    pub(super) words: HashMap<String, u32, RandomState>,
    /// Words as typed.
    pub(super) spellings: HashMap<String, Spelling, RandomState>,
    /// Words that stand side by side, run together, as hashes.
    pub(super) side_by_side: Vec<u64>,
    /// Where the words are of the texts that many documents have.
    known: HashMap<String, Range<usize>, RandomState>,
    /// The words of names, run together.
    names: HashMap<String, Option<Token>, RandomState>,
    tokens: Vec<Token>,
    kept: usize,
}

impl Texts {
    /// The places of the words of a text. If it is `repeated`, it is read only once.
    pub(super) fn read(&mut self, text: &str, repeated: bool) -> Range<usize> {
        if repeated && let Some(known) = self.known.get(text) {
            return known.clone();
        }
        self.tokens.truncate(self.kept);
        self.push(text);
        let here = self.kept..self.tokens.len();
        if repeated {
            self.kept = here.end;
            self.known.insert(text.to_owned(), here.clone());
        }
        here
    }

    /// A word of the text that was read last.
    pub(super) fn token(&self, at: usize) -> Option<Token> {
        self.tokens.get(at).copied()
    }

    /// A name run together, as in a hashtag.
    pub(super) fn name(&mut self, text: &str) -> Option<Token> {
        if let Some(known) = self.names.get(text) {
            return *known;
        }
        let token = run_together(text).map(|word| self.number(&word, "", false));
        self.names.insert(text.to_owned(), token);
        token
    }

    fn push(&mut self, text: &str) {
        let words = words(text);
        let mut before: Option<&str> = None;
        for word in words.iter().filter(|word| !word.is_compound()) {
            let pair = before.map(|before| hash([before, &word.folded]));
            self.side_by_side.extend(pair);
            before = Some(&word.folded);
        }
        let whole = text.trim();
        for (at, word) in words.iter().enumerate() {
            let token = self.number(word, whole, at == 0);
            self.tokens.push(token);
        }
    }

    /// A word of a text, which is `whole` without the spaces around it.
    fn number(&mut self, word: &Word, whole: &str, first: bool) -> Token {
        let capitals = || !word.typed.chars().any(char::is_lowercase);
        let known = match self.spellings.get(&word.typed) {
            Some(known) => *known,
            None => self.add(word),
        };
        let letter = known.letter;
        Token {
            word: known.word,
            spelling: known.number,
            compound: word.is_compound() && !known.digit,
            empty: letter || known.stop && !word.abbreviation,
            short: !letter && whole == word.typed && capitals(),
            capital: word.typed.starts_with(char::is_uppercase),
            first,
        }
    }

    /// Numbers a new spelling, and its word if that is new, too.
    fn add(&mut self, word: &Word) -> Spelling {
        let next = self.words.len() as u32;
        let number = match self.words.get(&word.folded) {
            Some(known) => *known,
            None => *self.words.entry(word.folded.clone()).or_insert(next),
        };
        let spelling = Spelling {
            number: self.spellings.len() as u32,
            word: number,
            letter: is_letter(&word.folded),
            digit: has_digit(&word.folded),
            stop: is_stop_word(&word.folded),
        };
        self.spellings.insert(word.typed.clone(), spelling);
        spelling
    }
}
