//! How near other words are to a typed one.
//!
//! The distance counts letters that were left out, added, replaced, or swapped with their neighbour. All beginnings of the
//! typed word are compared at once, each as a bit, as in Hyyrö's bit-vector algorithm for Damerau distances (2003).

/// Longest word that is compared, in letters.
const LONGEST: usize = u64::BITS as usize;

/// How far a word that is near is from the typed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Near {
    /// As a whole, unless too far.
    pub(super) whole: Option<u8>,
    /// Its beginning, at the first letter where no shorter part of the typed word is nearer.
    pub(super) beginning: Option<u8>,
}

/// A typed word with which others are compared.
#[derive(Debug)]
pub(super) struct TypedWord {
    /// The places of each letter, as bits: those of ASCII by their codes, and others.
    ascii: [u64; 128],
    others: Vec<(char, u64)>,
    length: usize,
    most: usize,
    /// Whether words count that only begin like it.
    beginnings: bool,
}

/// How the typed word compares with what was read of another.
#[derive(Clone, Copy)]
struct Column {
    /// Where a beginning of the typed word is one farther, or one nearer, than the beginning without its last letter.
    farther: u64,
    nearer: u64,
    /// Where two letters are alike that stand one after the other, and the places of the letter that was read last.
    diagonal: u64,
    letter: u64,
    /// How far the whole typed word is.
    distance: usize,
}

impl TypedWord {
    /// For words with at most so many mistakes, and perhaps for those that only begin so. None for an empty word, and for one
    /// of more than 64 letters.
    pub(super) fn new(typed: &str, most: usize, beginnings: bool) -> Option<Self> {
        let length = typed.chars().take(LONGEST + 1).count();
        if length == 0 || length > LONGEST {
            return None;
        }
        let mut new = Self {
            ascii: [0; 128],
            others: Vec::new(),
            length,
            most,
            beginnings,
        };
        for (at, letter) in typed.chars().enumerate() {
            *new.places_mut(letter) |= 1 << at;
        }
        Some(new)
    }

    fn places_mut(&mut self, letter: char) -> &mut u64 {
        if letter.is_ascii() {
            return &mut self.ascii[letter as usize % 128];
        }
        let known = self.others.iter().position(|(other, _)| *other == letter);
        let at = known.unwrap_or_else(|| {
            self.others.push((letter, 0));
            self.others.len() - 1
        });
        &mut self.others[at].1
    }

    fn places(&self, letter: char) -> u64 {
        if letter.is_ascii() {
            return self.ascii[letter as usize % 128];
        }
        let known = self.others.iter().find(|(other, _)| *other == letter);
        known.map_or(0, |(_, places)| *places)
    }

    /// How near a word is, if it is.
    pub(super) fn near(&self, word: &str) -> Option<Near> {
        let mut column = Column {
            farther: u64::MAX,
            nearer: 0,
            diagonal: 0,
            letter: 0,
            distance: self.length,
        };
        let mut beginning = None;
        let mut letters = word.chars();
        while let Some(letter) = letters.next() {
            column = self.read(column, self.places(letter));
            // The rest has at least as many bytes as letters, and each may make up for one.
            if column.distance > self.most + letters.as_str().len() {
                break;
            }
            let begins = self.beginnings && beginning.is_none() && column.distance <= self.most;
            if begins && self.is_nearest(column) {
                beginning = Some(column.distance as u8);
            }
        }
        let whole = (column.distance <= self.most).then_some(column.distance as u8);
        let near = Near { whole, beginning };
        near.whole.or(near.beginning).map(|_| near)
    }

    /// Reads one more letter, which stands at these places of the typed word.
    fn read(&self, before: Column, letter: u64) -> Column {
        let (farther, nearer) = (before.farther, before.nearer);
        let swapped = ((!before.diagonal & letter) << 1) & before.letter;
        let diagonal =
            ((letter & farther).wrapping_add(farther) ^ farther) | letter | nearer | swapped;
        let (added, left_out) = (nearer | !(diagonal | farther), diagonal & farther);
        let last = 1 << (self.length - 1);
        let distance = before.distance + usize::from(added & last != 0);
        let distance = distance - usize::from(left_out & last != 0);
        let (added, left_out) = (added << 1 | 1, left_out << 1);
        Column {
            farther: left_out | !(diagonal | added),
            nearer: added & diagonal,
            diagonal,
            letter,
            distance,
        }
    }

    /// Whether no beginning of the typed word is nearer than the whole.
    fn is_nearest(&self, column: Column) -> bool {
        let mut more = 0_i32;
        (0..self.length).rev().all(|at| {
            more += (column.farther >> at & 1) as i32 - (column.nearer >> at & 1) as i32;
            more <= 0
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_as_far_as_their_letters_say() {
        let letters = ['a', 'b', 'c', 'é'];
        let words = (0..4_usize.pow(5)).map(|number| {
            let length = 1 + number % 5;
            let letter = |at: usize| letters[number / 4_usize.pow(at as u32) % 4];
            (0..length).map(letter).collect::<String>()
        });
        let words: Vec<String> = words.collect();
        let long = "abcé".repeat(16);
        for typed in [
            "abca", "bacé", "cab", "aaaaaa", "ébé", "abcabca", "b", &long,
        ] {
            let nearly = typed.replacen("abc", "acb", 1);
            for word in words.iter().chain([&nearly]) {
                let distance = strsim::osa_distance(typed, word);
                for most in [1, 2, 3] {
                    let compared = TypedWord::new(typed, most, false).unwrap();
                    let whole = (distance <= most).then_some(distance as u8);
                    let near = compared.near(word);
                    assert_eq!(near.and_then(|near| near.whole), whole, "{typed} {word}");
                    assert_eq!(near.and_then(|near| near.beginning), None);
                }
            }
        }
    }

    #[test]
    fn a_beginning_ends_where_it_is_nearest() {
        let typed = TypedWord::new("lantern", 2, true).unwrap();
        let near = |word| typed.near(word).map(|near| (near.whole, near.beginning));
        assert_eq!(near("lane"), None);
        assert_eq!(near("lanternrs"), Some((Some(2), Some(0))));
        assert_eq!(near("lantrn"), Some((Some(1), Some(1))));
        assert_eq!(near("lantrners"), Some((None, Some(1))));
    }

    #[test]
    fn nothing_is_near_an_empty_or_endless_word() {
        assert!(TypedWord::new("", 3, false).is_none());
        assert!(TypedWord::new(&"10".repeat(5_000), 3, false).is_none());
    }
}
