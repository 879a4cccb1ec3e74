//! Which words of the facts a typed word may be a misspelling of, and which are nearest to one that is none.

use std::cmp::Reverse;

use super::lexicon::{Lexicon, LexiconEntry, WordId};
use super::near::Walk;
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
        let near = Walk::new(folded, most, typing)
            .through(self.words())
            .into_iter();
        let near = near.filter_map(|near| {
            let word = self.words().get(near.place)?;
            let beginning = near.beginning.map(|mistakes| mistakes + 1);
            let mistakes = near.whole.or(beginning)?;
            let same_first = word.folded.chars().next() == folded.chars().next();
            // First letters are rarely mistyped, least of all in short words: nobody who types "right" means "night".
            if has_digit(&word.folded) || !same_first && (most == 1 || mistakes > 1) {
                return None;
            }
            // One mistake is likelier than two.
            let first = if same_first { 0.2 } else { 0.0 };
            let distance = (0.8 / f32::from(mistakes.max(1)) + first).min(1.0);
            Some((WordId::try_from(near.place).ok()?, distance))
        });
        near.collect()
    }

    /// The known words nearest to an unknown one, the nearest first, each with its distance.
    pub(super) fn nearest(&self, folded: &str, day: Day) -> Vec<(u8, &LexiconEntry)> {
        let most = (folded.chars().count() / 3).clamp(1, 3);
        let near = Walk::new(folded, most, false)
            .through(self.words())
            .into_iter();
        let near = near.filter_map(|near| Some((near.whole?, self.words().get(near.place)?)));
        let mut near: Vec<(u8, &LexiconEntry)> = near
            .filter(|(_, word)| word.is_known(day) && !has_digit(&word.folded))
            .collect();
        near.sort_by_key(|(distance, word)| (*distance, Reverse(word.claims)));
        near
    }
}
