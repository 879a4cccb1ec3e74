//! How words occur in documents. What a word counts in a document depends on nothing else, and most occurrences are
//! alike: each way of occurring has a number.

use std::cmp::Reverse;
use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::field::{Field, Fields};

/// How a word occurs in a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Occurrence {
    /// The fields that have it.
    pub(super) fields: Fields,
    /// About how many words the sentence of the document has; 0 if the word is not in it.
    pub(super) length: u32,
}

/// Numbers occurrences from 0 on, in the order in which they come.
#[derive(Debug, Default)]
pub(super) struct Occurrences {
    numbers: HashMap<Occurrence, u32, RandomState>,
    /// Each of them, and how often it came.
    all: Vec<(Occurrence, u32)>,
}

impl Occurrences {
    /// The number of an occurrence in some fields of a document whose sentence has so many words.
    pub(super) fn number(&mut self, fields: Fields, words: u32) -> u32 {
        let length = match fields.has(Field::Text) {
            true => rounded(words),
            false => 0,
        };
        let one = Occurrence { fields, length };
        let next = self.all.len() as u32;
        let number = *self.numbers.entry(one).or_insert(next);
        match self.all.get_mut(number as usize) {
            Some((_, count)) => *count += 1,
            None => self.all.push((one, 1)),
        }
        number
    }

    /// All of them and how often each came, the most frequent first, and for each number its place among them.
    pub(super) fn most_frequent_first(self) -> (Vec<(Occurrence, u32)>, Vec<u32>) {
        let mut numbered: Vec<_> = self.all.into_iter().zip(0_usize..).collect();
        // Of equally frequent ones the first stays first.
        numbered.sort_by_key(|((_, count), _)| Reverse(*count));
        let mut places = vec![0; numbered.len()];
        for (place, (_, number)) in (0..).zip(&numbered) {
            places[*number] = place;
        }
        let sorted = numbered.into_iter().map(|(one, _)| one);
        (sorted.collect(), places)
    }
}

/// A length with four binary digits of precision above 24: sentences of about the same length are equally good.
fn rounded(length: u32) -> u32 {
    match length.checked_sub(24) {
        None => length,
        Some(more) => {
            let digits = u32::BITS - more.leading_zeros();
            let dropped = digits.saturating_sub(4);
            24 + (more >> dropped << dropped)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sentences_of_about_the_same_length_count_the_same() {
        let exact = (0..=40).all(|length| rounded(length) == length);
        assert!(exact);
        let lengths = [41, 42, 57, 59, 60, 1_000].map(rounded);
        assert_eq!(lengths, [40, 42, 56, 56, 60, 984]);
    }

    #[test]
    fn the_most_frequent_occurrence_is_the_first() {
        let (text, quote) = (Field::Text.into(), Field::Quote.into());
        let mut all = Occurrences::default();
        let lengths = [
            (text, 41),
            (quote, 1),
            (text, 3),
            (quote, 2),
            (text, 40),
            (quote, 9),
        ];
        let numbers = lengths.map(|(fields, length)| all.number(fields, length));
        assert_eq!(numbers, [0, 1, 2, 1, 0, 1]);
        let (sorted, places) = all.most_frequent_first();
        let one = |fields, length| Occurrence { fields, length };
        let expected = [(one(quote, 0), 3), (one(text, 40), 2), (one(text, 3), 1)];
        assert_eq!(sorted, expected);
        assert_eq!(places, [1, 0, 2]);
    }
}
