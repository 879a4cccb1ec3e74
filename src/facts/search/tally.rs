//! Adds up what claims have of the terms of a query: some claims at a time, word by word.

use super::field::Fields;
use super::part::{KnownParts, Levels, Part, Scored, Weight};
use super::postings::Posting;

/// How many claims are added up at a time: what they have stays in the cache of the processor.
const RUN: usize = 1024;

/// A word that a term may mean.
#[derive(Debug)]
pub(super) struct Counted<'p> {
    /// The claims with it that are still to be added up.
    pub(super) postings: &'p [Posting],
    /// What it counts in each field.
    pub(super) weights: Vec<Weight>,
    /// Its number among all words of the query, from 1.
    pub(super) number: u32,
    /// Whether words of later sources count.
    pub(super) later: bool,
    /// The highest score that it may give a claim.
    pub(super) most: f32,
    /// The highest score that a claim may have of it and of the words that give less. A claim that is to have more has
    /// another word.
    pub(super) limit: f32,
}

impl<'p> Counted<'p> {
    /// What a claim has that has it in some fields.
    fn part<'k>(
        &self,
        fields: Fields,
        length: u16,
        lengths: &impl Lengths,
        known: &'k mut KnownParts,
    ) -> &'k Part {
        let part = || Part::of(&self.weights, fields, lengths.in_text(length));
        known.of(self.number, fields, length, part)
    }

    fn first(&self) -> Option<u32> {
        self.postings.first().map(|(claim, _)| *claim)
    }

    /// The claims of a run with it: their places in the run, and the fields that count.
    fn run(&self, start: u32) -> impl Iterator<Item = (usize, u32, Fields)> + use<'p> {
        let later = self.later;
        let here = self.postings.iter();
        let here = here.map(move |(claim, fields)| (claim - start, *claim, *fields));
        let here = here.take_while(|(at, ..)| *at < RUN as u32);
        here.map(move |(at, claim, fields)| (at as usize, claim, fields.counting(later)))
    }

    /// Drops the postings before a claim.
    fn drop_before(&mut self, start: u32) {
        if self.first().is_some_and(|first| first < start) {
            let dropped = self.postings.partition_point(|(claim, _)| *claim < start);
            self.postings = &self.postings[dropped..];
        }
    }
}

/// How long the sentences of claims are.
pub(super) trait Lengths {
    /// The number of the length of a claim's sentence, if the claim is known.
    fn of(&self, claim: u32) -> Option<u16>;

    /// What a word counts in a sentence of this length.
    fn in_text(&self, length: u16) -> f32;
}

/// The claims of a run, and what they have.
#[derive(Debug)]
pub(super) struct Tally {
    levels: Levels,
    /// Which of them may have the score that is looked for.
    chosen: Marks,
    found: Vec<Scored>,
    /// Which of them have any term.
    seen: Marks,
    /// What each of them has of the term that is counted, if it may have that more than once.
    parts: Vec<Part>,
    /// Which of them have anything of it.
    open: Marks,
    known: KnownParts,
}

impl Tally {
    /// For words with these levels, in so many claims.
    pub(super) fn new(levels: Levels, claims: usize) -> Self {
        let run = claims.min(RUN);
        Self {
            levels,
            chosen: Marks::default(),
            found: vec![Scored::default(); run],
            seen: Marks::default(),
            parts: vec![Part::default(); run],
            open: Marks::default(),
            known: KnownParts::new(claims),
        }
    }

    /// Takes the next claims that have any of the words of some terms and may have such a score; from 0 on, all. Returns
    /// false if none is left.
    pub(super) fn next(
        &mut self,
        terms: &mut [Vec<Counted<'_>>],
        lengths: &impl Lengths,
        least: f32,
        mut found: impl FnMut(Scored),
    ) -> bool {
        let needed = terms.iter().flatten().filter(|word| word.limit >= least);
        let needed: Vec<&Counted<'_>> = needed.collect();
        let Some(start) = needed.iter().filter_map(|word| word.first()).min() else {
            return false;
        };
        self.choose(&needed, lengths, least, start);
        for words in terms {
            let is_alone = words.len() == 1;
            for word in words {
                word.drop_before(start);
                let count = match is_alone {
                    true => self.add::<true>(word, lengths, start),
                    false => self.add::<false>(word, lengths, start),
                };
                word.postings = &word.postings[count..];
            }
            self.open.take(|at| {
                self.seen.add(at);
                self.found[at].add(&std::mem::take(&mut self.parts[at]), &self.levels);
            });
        }
        self.seen.take(|at| {
            let mut one = std::mem::take(&mut self.found[at]);
            one.at = start + at as u32;
            found(one);
        });
        true
    }

    /// Chooses the claims of the run that have any of the words needed and may have such a score.
    fn choose(&mut self, needed: &[&Counted<'_>], lengths: &impl Lengths, least: f32, start: u32) {
        if least <= 0.0 {
            self.chosen = Marks([u64::MAX; RUN / 64]);
            return;
        }
        self.chosen = Marks::default();
        for word in needed {
            for (at, claim, fields) in word.run(start) {
                let may = match (needed.len(), lengths.of(claim)) {
                    (1, Some(length)) => {
                        let part = word.part(fields, length, lengths, &mut self.known);
                        part.score() + (word.limit - word.most) >= least
                    }
                    (_, length) => length.is_some(),
                };
                if may {
                    self.chosen.add(at);
                }
            }
        }
    }

    /// Adds a word, which may be the only one of its term. Returns how many claims of the run have it.
    fn add<const ALONE: bool>(
        &mut self,
        word: &Counted<'_>,
        lengths: &impl Lengths,
        start: u32,
    ) -> usize {
        let mut count = 0;
        for (at, claim, fields) in word.run(start) {
            count += 1;
            let length = lengths.of(claim).filter(|_| !fields.is_empty());
            let Some(length) = length.filter(|_| self.chosen.has(at)) else {
                continue;
            };
            let of_word = word.part(fields, length, lengths, &mut self.known);
            if ALONE {
                self.seen.add(at);
                self.found[at].add(of_word, &self.levels);
                continue;
            }
            self.open.add(at);
            self.parts[at].add(of_word);
        }
        count
    }
}

/// Some claims of a run.
#[derive(Debug)]
struct Marks([u64; RUN / 64]);

impl Default for Marks {
    fn default() -> Self {
        Self([0; RUN / 64])
    }
}

impl Marks {
    fn has(&self, at: usize) -> bool {
        self.0[at / 64 % (RUN / 64)] >> (at % 64) & 1 != 0
    }

    fn add(&mut self, at: usize) {
        self.0[at / 64 % (RUN / 64)] |= 1 << (at % 64);
    }

    /// Takes them out in order.
    fn take(&mut self, mut each: impl FnMut(usize)) {
        for (at, marks) in self.0.iter_mut().enumerate() {
            let mut left = std::mem::take(marks);
            while left != 0 {
                each(at * 64 + left.trailing_zeros() as usize);
                left &= left - 1;
            }
        }
    }
}
