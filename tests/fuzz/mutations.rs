//! Changes of the inputs of a corpus, the same in every run.

/// Words that matter to one reader or another.
const WORDS: [&str; 28] = [
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "|",
    "~",
    "/",
    "..",
    "\n",
    "\0",
    " ",
    "\u{200b}",
    "\u{202e}",
    "\u{fe0f}",
    "👩‍🚀",
    "é",
    "]](",
    "```",
    "<b>",
    "null",
    "1e308",
    "9999-12-31",
    "-1",
    "lang:id",
];

/// The most bytes of a changed input.
const LONGEST: usize = 20_000;

/// An endless row of changed inputs.
pub(crate) struct Mutations<'c> {
    corpus: &'c [Vec<u8>],
    state: u64,
}

impl<'c> Mutations<'c> {
    pub(crate) fn new(corpus: &'c [Vec<u8>]) -> Self {
        Self { corpus, state: 9 }
    }

    /// A number below `most`: SplitMix64 (<https://doi.org/10.1145/2714064.2660195>).
    fn below(&mut self, most: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let mixed = usize::try_from((mixed ^ (mixed >> 31)) >> 1).unwrap_or_default();
        mixed % most.max(1)
    }

    /// An input of the corpus.
    fn any(&mut self) -> &'c [u8] {
        let at = self.below(self.corpus.len());
        &self.corpus[at]
    }

    /// A piece of an input: from one place to another.
    fn piece(&mut self, input: &[u8]) -> std::ops::Range<usize> {
        let start = self.below(input.len() + 1);
        let most = input.len() - start;
        start..start + self.below(most.min(64) + 1)
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        let piece = self.piece(input);
        match self.below(6) {
            0 => drop(input.drain(piece)),
            1 => {
                let word = WORDS[self.below(WORDS.len())];
                input.splice(piece.start..piece.start, word.bytes());
            }
            2 => {
                let word = WORDS[self.below(WORDS.len())];
                input.splice(piece, word.bytes());
            }
            3 => {
                let copy = input[piece.clone()].repeat(1 + self.below(40));
                input.splice(piece.end..piece.end, copy);
            }
            4 => {
                let other = self.any();
                let from = self.piece(other);
                input.splice(piece, other[from].iter().copied());
            }
            _ => {
                let bit = 1 << self.below(8);
                if let Some(byte) = input.get_mut(piece.start) {
                    *byte ^= bit;
                }
            }
        }
        input.truncate(LONGEST);
    }
}

impl Iterator for Mutations<'_> {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        let mut input = self.any().to_vec();
        for _ in 0..=self.below(4) {
            self.change(&mut input);
        }
        Some(input)
    }
}
