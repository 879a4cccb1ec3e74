//! Which words of the facts a typed word may be a misspelling of, and which are nearest to one that is none.

use std::cmp::Reverse;
use std::ops::Range;

use super::lexicon::{Lexicon, LexiconEntry, WordId};
use super::near::{Near, TypedWord};
use super::words::has_digit;
use crate::facts::date::Day;

/// Longest word that may be misspelt, in letters.
const LONGEST: usize = 40;

impl Lexicon {
    /// The words that a word may be a misspelling of, and how near they are: with one mistake from four letters on, two
    /// from seven. A word that is still being typed may also misspell the beginning of another. Numbers are not misspelt.
    pub(super) fn misspelt(&self, folded: &str, typing: bool) -> Vec<(WordId, f32)> {
        let most = match folded.chars().count() {
            4..7 => 1,
            7..=LONGEST => 2,
            _ => return Vec::new(),
        };
        if has_digit(folded) {
            return Vec::new();
        }
        // First letters are rarely mistyped, least of all in short words: nobody who types "right" means "night".
        let first = folded.chars().next();
        let words = self.words();
        let start = words.partition_point(|word| word.folded.chars().next() < first);
        let end = words.partition_point(|word| word.folded.chars().next() <= first);
        let mut near = self.near(start..end, (folded, most), typing, 0.2);
        if most > 1 {
            near.extend(self.near(0..start, (folded, 1), false, 0.0));
            near.extend(self.near(end..words.len(), (folded, 1), false, 0.0));
        }
        near
    }

    /// The words at these places with at most so many mistakes, and how near they are: one mistake is likelier than two,
    /// and `more` is added. If the typed word may be unfinished, also those of which it misspells the beginning.
    fn near(
        &self,
        places: Range<usize>,
        (typed, most): (&str, usize),
        typing: bool,
        more: f32,
    ) -> Vec<(WordId, f32)> {
        let near = self.walk(places, (typed, most), typing);
        let near = near.filter_map(|(id, word, near)| {
            let beginning = near.beginning.map(|mistakes| mistakes + 1);
            let mistakes = near.whole.or(beginning)?;
            let distance = (0.8 / f32::from(mistakes.max(1)) + more).min(1.0);
            (!has_digit(&word.folded)).then_some((id, distance))
        });
        near.collect()
    }

    /// The words at these places with at most so many mistakes, and perhaps those that begin so. Only words with about
    /// the same letters are read: they are few.
    fn walk(
        &self,
        places: Range<usize>,
        (typed, most): (&str, usize),
        beginnings: bool,
    ) -> impl Iterator<Item = (WordId, &LexiconEntry, Near)> {
        let compared = TypedWord::new(typed, most, beginnings);
        compared.into_iter().flat_map(move |compared| {
            let read = self
                .outlines()
                .near(places.clone(), typed, most, beginnings);
            read.into_iter().filter_map(move |at| {
                let word = self.words().get(at)?;
                let near = compared.near(&word.folded)?;
                Some((WordId::try_from(at).ok()?, word, near))
            })
        })
    }

    /// The known words nearest to an unknown one, the nearest first, each with its distance.
    pub(super) fn nearest(&self, folded: &str, day: Day) -> Vec<(u8, &LexiconEntry)> {
        let most = (folded.chars().count() / 3).clamp(1, 3);
        let near = self.walk(0..self.words().len(), (folded, most), false);
        let near = near.filter_map(|(_, word, near)| Some((near.whole?, word)));
        let mut near: Vec<(u8, &LexiconEntry)> = near
            .filter(|(_, word)| word.is_known(day) && !has_digit(&word.folded))
            .collect();
        near.sort_by_key(|(distance, word)| (*distance, Reverse(word.claims)));
        near
    }
}
