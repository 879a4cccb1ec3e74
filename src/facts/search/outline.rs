//! Which letters words have, to see without reading them that they are not near another.

use std::ops::Range;

/// How many words are looked at together.
const TOGETHER: usize = 8;

/// The letters of some words, in no order.
#[derive(Debug, Default)]
pub(super) struct Outlines {
    /// A bit for each letter of a word; some letters share one.
    letters: Vec<u32>,
    /// How many letters each word has.
    lengths: Vec<u16>,
}

impl Outlines {
    /// Adds a folded word.
    pub(super) fn push(&mut self, folded: &str) {
        let (letters, length) = outline(folded);
        self.letters.push(letters);
        self.lengths.push(length);
    }

    /// How many letters the words at these places have.
    pub(super) fn lengths(&self, places: Range<usize>) -> &[u16] {
        self.lengths.get(places).unwrap_or_default()
    }

    /// The words at these places that may be a typed one with at most so many mistakes, up to three, or, with `beginnings`,
    /// begin like one.
    pub(super) fn near(
        &self,
        places: Range<usize>,
        typed: &str,
        most: usize,
        beginnings: bool,
    ) -> Vec<usize> {
        match most {
            0 | 1 => self.near_by::<1>(places, typed, beginnings),
            2 => self.near_by::<2>(places, typed, beginnings),
            _ => self.near_by::<3>(places, typed, beginnings),
        }
    }

    /// Each mistake takes one letter away at most, and adds one.
    fn near_by<const MOST: usize>(
        &self,
        places: Range<usize>,
        typed: &str,
        beginnings: bool,
    ) -> Vec<usize> {
        let (typed, typed_length) = outline(typed);
        // If only the beginning counts, words may have any other letters.
        let counting = if beginnings { 0 } else { u32::MAX };
        let too_many = |letters: u32| {
            more_than::<MOST>(typed & !letters) | more_than::<MOST>(letters & !typed & counting)
        };
        let fits = |length: u16| {
            let (length, typed) = (usize::from(length), usize::from(typed_length));
            length + MOST >= typed && (beginnings || typed + MOST >= length)
        };
        let mut near = Vec::new();
        let letters = self.letters.get(places.clone()).unwrap_or_default();
        for (at, letters) in letters.chunks(TOGETHER).enumerate() {
            // Mostly none of them.
            let some = letters.iter().map(|one| u32::from(too_many(*one) == 0));
            if some.sum::<u32>() > 0 {
                let start = places.start + at * TOGETHER;
                let lengths = self.lengths(start..start + letters.len());
                let both = letters.iter().zip(lengths).zip(start..);
                let both = both.filter(|((one, length), _)| too_many(**one) == 0 && fits(**length));
                near.extend(both.map(|(_, place)| place));
            }
        }
        near
    }
}

/// The letters of a folded word, and how many it has.
fn outline(folded: &str) -> (u32, u16) {
    let bits = folded
        .chars()
        .map(|letter| 1 << (letter as u32 % u32::BITS));
    let length = folded.chars().count().try_into().unwrap_or(u16::MAX);
    (bits.fold(0, |all, bit: u32| all | bit), length)
}

/// Some bits after taking out so many: none are left if there were not more.
fn more_than<const MOST: usize>(bits: u32) -> u32 {
    (0..MOST).fold(bits, |left, _| left & left.wrapping_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_are_too_far_are_left_out() {
        let may_be = |word: &str, typed, most, beginnings| {
            // Among others, which are not near.
            let mut words = Outlines::default();
            let all = [["xyz"; 9].as_slice(), &[word], &["xyz"; 9]].concat();
            all.iter().for_each(|word| words.push(word));
            words.near(1..19, typed, most, beginnings) == [9]
        };
        for word in ["lantern", "latnern", "lanten", "lanternx", "lxntern"] {
            assert!(may_be(word, "lantern", 1, false), "{word}");
        }
        assert!(!may_be("lanterns", "lanxexn", 1, false));
        assert!(!may_be("lanternlamp", "lantern", 2, false));
        assert!(may_be("lanternlamp", "lantxrn", 1, true));
        assert!(!may_be("lan", "lantern", 2, true));
    }
}
