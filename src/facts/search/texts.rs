//! Texts as numbers: each word and each spelling of it has a number from the first text that has it.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;

use super::typed::Typed;
use super::words::{Hash, Word, has_digit, hyphenated, is_letter, is_stop_word, run_together};

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
    /// Of its word.
    hash: Hash,
}

impl Spelling {
    /// What it is in a text, which is `whole` without the spaces around it.
    fn token(self, typed: &str, whole: &str, abbreviation: bool) -> Token {
        let capitals = || !typed.contains(char::is_lowercase);
        Token {
            word: self.word,
            spelling: self.number,
            compound: false,
            empty: self.letter || self.stop && !abbreviation,
            short: !self.letter && whole == typed && capitals(),
            capital: typed.starts_with(char::is_uppercase),
            first: false,
        }
    }
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
        let token = run_together(text).map(|word| self.number(&word, "").0);
        self.names.insert(text.to_owned(), token);
        token
    }

    fn push(&mut self, text: &str) {
        let typed = Typed::of(text);
        let whole = text.trim();
        let start = self.tokens.len();
        let mut before: Option<Hash> = None;
        let mut parts = Vec::new();
        for piece in typed.pieces() {
            let alone = parts.is_empty() && !piece.hyphen;
            let known = self.spellings.get(piece.typed).filter(|_| alone);
            if let Some(known) = known {
                let abbreviation = known.stop && typed.is_abbreviation(piece.typed);
                self.tokens
                    .push(known.token(piece.typed, whole, abbreviation));
                let pair = before.map(|before| before.and(known.hash).value());
                self.side_by_side.extend(pair);
                before = Some(known.hash);
                continue;
            }
            let hyphen = piece.hyphen;
            parts.extend(Word::of(piece, &typed));
            if hyphen {
                continue;
            }
            hyphenated(&mut parts);
            for word in parts.drain(..) {
                let (token, hash) = self.number(&word, whole);
                self.tokens.push(token);
                if !word.is_compound() {
                    let pair = before.map(|before| before.and(hash).value());
                    self.side_by_side.extend(pair);
                    before = Some(hash);
                }
            }
        }
        if let Some(token) = self.tokens.get_mut(start) {
            token.first = true;
        }
    }

    /// A word of a text, which is `whole` without the spaces around it.
    fn number(&mut self, word: &Word, whole: &str) -> (Token, Hash) {
        let known = match self.spellings.get(&word.typed) {
            Some(known) => *known,
            None => self.add(word),
        };
        let token = Token {
            compound: word.is_compound() && !known.digit,
            ..known.token(&word.typed, whole, word.abbreviation)
        };
        (token, known.hash)
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
            hash: Hash::of(&word.folded),
        };
        self.spellings.insert(word.typed.clone(), spelling);
        spelling
    }
}
