//! Adds up what claims have of the terms of a query: some claims at a time, word by word.

use super::block::{BLOCK, Marks, Parts};
use super::part::{Levels, Part, Scored, Weight};
use super::postings::Posting;

/// How many ways of occurring are remembered for each word with what they give: others are rare.
const FREQUENT: usize = 512;

/// How much more sums may be than they are: a little for rounding.
const ROUNDING: f32 = 1.0001;

/// A word that a term may mean.
#[derive(Debug)]
pub(super) struct Counted<'p> {
    /// The claims with it that are still to be added up.
    postings: &'p [Posting],
    /// What it counts in each field.
    weights: Vec<Weight>,
    /// Whether words of later sources count.
    later: bool,
    /// What it gives a claim, by how it occurs there, as far as it was needed. What occurs in rare ways shares the last
    /// place.
    parts: Vec<Part>,
    /// What it gives a claim at most.
    most: Part,
    /// The highest score that a claim may have of it and of the words that give less. A claim that is to have more has
    /// another word.
    limit: f32,
}

impl<'p> Counted<'p> {
    /// A word that some claims have. If it is as rare as can be, it gives `most` at most: its best place, and all places.
    pub(super) fn new(
        postings: &'p [Posting],
        weights: Vec<Weight>,
        later: bool,
        (best, sum): (f32, f32),
    ) -> Self {
        let rarity = weights.first().map_or(0.0, |weight| weight.rarity) * ROUNDING;
        Self {
            postings,
            weights,
            later,
            parts: vec![Part::default(); postings.len().min(FREQUENT) + 1],
            most: Part::at_most(best * rarity, sum * rarity),
            limit: 0.0,
        }
    }

    /// What it gives a claim in which it occurs so, if anything.
    #[inline]
    fn part(&mut self, occurrence: u32, claims: &impl Claims) -> Option<Part> {
        let rare = self.parts.len() - 1;
        let at = rare.min(occurrence as usize);
        let part = match self.parts[at] {
            part if part.is_any() => return Some(part),
            part if part.is_known() => part,
            _ => self.work_out(occurrence, claims),
        };
        part.is_any().then_some(part)
    }

    #[cold]
    fn work_out(&mut self, occurrence: u32, claims: &impl Claims) -> Part {
        let part = claims.part(occurrence, &self.weights, self.later);
        let frequent = self.parts.split_last_mut().map(|(_, frequent)| frequent);
        if let Some(place) = frequent.and_then(|all| all.get_mut(occurrence as usize)) {
            *place = part;
        }
        part
    }

    fn first(&self) -> Option<u32> {
        self.postings.first().map(|one| one.document)
    }

    /// The claims of a block with it: their places in the block, and how it occurs.
    fn block(&self, start: u32) -> impl Iterator<Item = (usize, &'p Posting)> + use<'p> {
        let here = self.postings.iter();
        let here = here.map(move |one| ((one.document - start) as usize, one));
        here.take_while(|(at, _)| *at < BLOCK)
    }

    /// Drops the postings before a claim.
    fn drop_before(&mut self, claim: u32) {
        if self.first().is_some_and(|first| first < claim) {
            let dropped = self.postings.partition_point(|one| one.document < claim);
            self.postings = &self.postings[dropped..];
        }
    }
}

/// All claims.
pub(super) trait Claims {
    /// Whether all of them count.
    fn are_known(&self) -> bool;

    /// Whether a claim counts.
    fn is_known(&self, claim: u32) -> bool;

    /// What a claim has of a word that occurs in it so; `later` says whether words of later sources count.
    fn part(&self, occurrence: u32, weights: &[Weight], later: bool) -> Part;
}

/// The claims of a block, and what they have.
#[derive(Debug)]
pub(super) struct Tally {
    levels: Levels,
    /// Which of them may have the score that is looked for.
    chosen: Marks,
    found: Vec<Scored>,
    /// Which of them have any term.
    seen: Marks,
    /// What each of them has of the term that is counted.
    parts: Parts,
    /// Which of them have anything of it.
    open: Marks,
}

impl Tally {
    /// For words with these levels, in so many claims.
    pub(super) fn new(levels: Levels, claims: usize) -> Self {
        Self {
            levels,
            chosen: Marks::default(),
            found: vec![Scored::default(); claims.min(BLOCK)],
            seen: Marks::default(),
            parts: Parts::default(),
            open: Marks::default(),
        }
    }

    /// Takes the next claims that have any of the words of some terms and may have such a score; from 0 on, all. Returns
    /// false if none is left.
    pub(super) fn next(
        &mut self,
        terms: &mut [Vec<Counted<'_>>],
        claims: &impl Claims,
        least: f32,
        mut found: impl FnMut(&Scored),
    ) -> bool {
        let needed = terms.iter().flatten().filter(|word| word.limit > least);
        let Some(start) = needed.filter_map(Counted::first).min() else {
            return false;
        };
        if least > 0.0 && may_help(terms, least) {
            self.choose(terms, claims, least, start);
        } else {
            self.choose_known(claims, start);
        }
        let is_alone = terms.len() == 1;
        for words in terms {
            for word in words {
                self.add(word, claims, start);
            }
            if is_alone {
                break;
            }
            self.open.take(|at| {
                let part = self.parts.take(at);
                self.seen.add(at);
                self.found[at].add(&part, &self.levels);
            });
        }
        let seen = match is_alone {
            true => &mut self.open,
            false => &mut self.seen,
        };
        seen.take(|at| {
            let mut one = match is_alone {
                true => {
                    let mut one = Scored::default();
                    one.add(&self.parts.take(at), &self.levels);
                    one
                }
                false => std::mem::take(&mut self.found[at]),
            };
            one.at = start + at as u32;
            found(&one);
        });
        true
    }

    /// Chooses the known claims of the block.
    fn choose_known(&mut self, claims: &impl Claims, start: u32) {
        self.chosen = match claims.are_known() {
            true => Marks::all(),
            false => Marks::of(|at| claims.is_known(start + at as u32)),
        };
    }

    /// Chooses the known claims of the block that have any of the words needed and may have more than such a score.
    fn choose(
        &mut self,
        terms: &mut [Vec<Counted<'_>>],
        claims: &impl Claims,
        least: f32,
        start: u32,
    ) {
        self.choose_known(claims, start);
        let is_needed = |word: &Counted<'_>| word.limit > least;
        let mut others = 0.0;
        for words in terms {
            let mut rest = Part::default();
            for word in words {
                if is_needed(word) {
                    let postings = word.postings;
                    self.add(word, claims, start);
                    word.postings = postings;
                } else {
                    rest.add(&word.most);
                }
            }
            others += rest.score();
            self.open.take(|at| {
                let mut part = self.parts.take(at);
                part.add(&rest);
                self.seen.add(at);
                self.found[at].give(part.score() - rest.score());
            });
        }
        self.chosen = Marks::default();
        self.seen.take(|at| {
            let one = std::mem::take(&mut self.found[at]);
            if (one.score + others) * ROUNDING > least {
                self.chosen.add(at);
            }
        });
    }

    /// Adds the claims of the block with a word, and drops them from it.
    fn add(&mut self, word: &mut Counted<'_>, claims: &impl Claims, start: u32) {
        word.drop_before(start);
        let mut count = 0;
        for (at, posting) in word.block(start) {
            count += 1;
            if !self.chosen.has(at) {
                continue;
            }
            if let Some(part) = word.part(posting.occurrence, claims) {
                self.open.add(at);
                self.parts.add(at, &part);
            }
        }
        word.postings = &word.postings[count..];
    }
}

/// Whether claims that can have more than a score are likely to be few: if most of what is left has to be read for that,
/// it costs more than it saves.
fn may_help(terms: &[Vec<Counted<'_>>], least: f32) -> bool {
    let left = |word: &Counted<'_>| word.postings.len();
    let all: usize = terms.iter().flatten().map(left).sum();
    let needed = terms.iter().flatten().filter(|word| word.limit > least);
    let (words, needed) = needed.fold((0, 0), |(words, sum), word| (words + 1, sum + left(word)));
    words == 1 || needed < all / 2
}

/// Adds up what words can give a claim, from the least on.
pub(super) fn limit(terms: &mut [Vec<Counted<'_>>]) {
    let mut all = vec![Part::default(); terms.len()];
    let words = terms.iter_mut().zip(0..);
    let words = words.flat_map(|(words, term)| words.iter_mut().map(move |word| (word, term)));
    let mut words: Vec<(&mut Counted<'_>, usize)> = words.collect();
    words.sort_by(|(a, _), (b, _)| a.most.score().total_cmp(&b.most.score()));
    let mut sum = 0.0;
    for (word, term) in words {
        let part: &mut Part = &mut all[term];
        sum -= part.score();
        part.add(&word.most);
        sum += part.score();
        word.limit = sum * ROUNDING;
    }
}
