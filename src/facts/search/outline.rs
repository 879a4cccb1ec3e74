//! Which letters a word has, to see without reading it that it is not near another.

/// The letters of a word, in no order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outline {
    /// A bit for each of its letters; some letters share one.
    letters: u32,
    /// How many letters it has.
    pub(super) length: u16,
}

impl Outline {
    /// Of a folded word.
    pub(super) fn of(folded: &str) -> Self {
        let bits = folded
            .chars()
            .map(|letter| 1 << (letter as u32 % u32::BITS));
        Self {
            letters: bits.fold(0, |all, bit: u32| all | bit),
            length: folded.chars().count().try_into().unwrap_or(u16::MAX),
        }
    }

    /// Whether the word may be a typed one with at most so many mistakes, or, with `beginnings`, begin like one: each
    /// mistake takes one letter away at most, and adds one.
    pub(super) fn may_be(self, typed: Self, most: usize, beginnings: bool) -> bool {
        let (length, typed_length) = (usize::from(self.length), usize::from(typed.length));
        let long_enough = length + most >= typed_length;
        let short_enough = beginnings || typed_length + most >= length;
        long_enough
            && short_enough
            && has_at_most(most, typed.letters & !self.letters)
            && (beginnings || has_at_most(most, self.letters & !typed.letters))
    }
}

/// Whether at most so many of some bits are set.
fn has_at_most(most: usize, bits: u32) -> bool {
    (0..most).fold(bits, |left, _| left & left.wrapping_sub(1)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_are_too_far_are_left_out() {
        let may_be = |word, typed, most, beginnings| {
            Outline::of(word).may_be(Outline::of(typed), most, beginnings)
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
