//! A block of claims that follow each other: what they have of a term, and which of them were seen.

use super::part::Part;

/// How many claims are added up at a time: what they have stays in the cache of the processor.
pub(super) const BLOCK: usize = 1024;

/// What the claims of a block have of a term.
#[derive(Debug)]
pub(super) struct Parts {
    best: [f32; BLOCK],
    sum: [f32; BLOCK],
    level: [u64; BLOCK],
}

impl Default for Parts {
    fn default() -> Self {
        Self {
            best: [0.0; BLOCK],
            sum: [0.0; BLOCK],
            level: [0; BLOCK],
        }
    }
}

impl Parts {
    /// Adds a word to what a claim has.
    #[inline]
    pub(super) fn add(&mut self, at: usize, part: &Part) {
        let at = at % BLOCK;
        let mut all = self.of(at);
        all.add(part);
        (self.best[at], self.sum[at], self.level[at]) = (all.best, all.sum, all.level);
    }

    #[inline]
    fn of(&self, at: usize) -> Part {
        Part {
            best: self.best[at],
            sum: self.sum[at],
            level: self.level[at],
        }
    }

    /// Takes out what a claim has.
    #[inline]
    pub(super) fn take(&mut self, at: usize) -> Part {
        let at = at % BLOCK;
        let part = self.of(at);
        (self.best[at], self.sum[at], self.level[at]) = (0.0, 0.0, 0);
        part
    }
}

/// Some claims of a block.
#[derive(Debug)]
pub(super) struct Marks([u8; BLOCK]);

impl Default for Marks {
    fn default() -> Self {
        Self([0; BLOCK])
    }
}

impl Marks {
    /// All of them.
    pub(super) fn all() -> Self {
        Self([1; BLOCK])
    }

    /// Those at some places.
    pub(super) fn of(is_marked: impl Fn(usize) -> bool) -> Self {
        Self(std::array::from_fn(|at| is_marked(at).into()))
    }

    #[inline]
    pub(super) fn has(&self, at: usize) -> bool {
        self.0[at % BLOCK] != 0
    }

    #[inline]
    pub(super) fn add(&mut self, at: usize) {
        self.0[at % BLOCK] = 1;
    }

    /// Takes them out in order.
    #[inline]
    pub(super) fn take(&mut self, mut each: impl FnMut(usize)) {
        let (some, _) = self.0.as_chunks_mut::<8>();
        for (at, marks) in some.iter_mut().enumerate() {
            let mut left = u64::from_le_bytes(std::mem::take(marks));
            while left != 0 {
                each(at * 8 + left.trailing_zeros() as usize / 8);
                left &= left - 1;
            }
        }
    }
}
