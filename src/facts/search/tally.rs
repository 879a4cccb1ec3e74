//! Adds up what claims have of the terms of a query, word by word.
//!
//! What a word counts in a claim depends on its fields and on the length of the sentence, and both are mostly the same as in
//! other claims.

use std::cmp::Ordering;

use super::field::Fields;
use super::hit::Place;

/// How much the other places of a word count compared with its best one.
const TIE_BREAKER: f32 = 0.1;

/// A claim that has any word of a query.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scored {
    /// Its place among all claims.
    pub(super) at: u32,
    pub(super) score: f32,
    /// How much of the query's information it has.
    covered: f32,
    /// How many words it has best in places of its own, and in places that it shares with others on the subject.
    pub(super) own: u16,
    pub(super) shared: u16,
    /// Whether it matches only through its topics, those it is about, or its sources.
    pub(super) is_marginal: bool,
}

impl Scored {
    /// The claim at a place, which has nothing of the query yet.
    fn new(at: u32) -> Self {
        Self {
            at,
            score: 0.0,
            covered: 0.0,
            own: 0,
            shared: 0,
            is_marginal: true,
        }
    }

    /// Lowers its score by how much of the query it does not have, of so much information.
    pub(super) fn weigh(&mut self, all: f32) {
        self.score *= self.covered / all.max(f32::MIN_POSITIVE);
    }

    /// Adds what it has of a term.
    fn add(&mut self, part: &Part) {
        self.score += part.best + (part.sum - part.best) * TIE_BREAKER;
        self.covered += part.covers;
        if let Some(place) = part.place {
            self.own += u16::from(place.is_own());
            self.shared += u16::from(place.is_shared());
            self.is_marginal &= matches!(place, Place::Topic | Place::About | Place::Source);
        }
    }
}

/// Of equally good claims the one that was said first.
pub(super) fn best_first(a: &Scored, b: &Scored) -> Ordering {
    b.score.total_cmp(&a.score).then(a.at.cmp(&b.at))
}

/// What a word counts in a field.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weight {
    /// How near it is to what was typed there.
    pub(super) near: f32,
    /// How much of the information of the query it covers.
    pub(super) covers: f32,
    /// How much it counts by BM25, apart from how long the field is.
    pub(super) rarity: f32,
    /// How much it counts by how long the field is; `None`: it depends on the length of the sentence.
    pub(super) saturation: Option<f32>,
    pub(super) place: Place,
}

/// The claims found so far, and what they have of a term.
#[derive(Debug)]
pub(super) struct Tally {
    /// The number of each claim among those found, from 1: few claims are.
    numbers: Vec<u32>,
    pub(super) found: Vec<Scored>,
    /// What each of them has of the term, if it may have it more than once.
    parts: Vec<Part>,
    /// The places of those that have anything of it.
    open: Vec<u32>,
    /// The word that is counted, and whether the term means only this one.
    weights: Vec<Weight>,
    is_alone: bool,
    known: KnownParts,
}

impl Tally {
    /// For so many claims.
    pub(super) fn new(claims: usize) -> Self {
        Self {
            numbers: vec![0; claims],
            found: Vec::new(),
            parts: Vec::new(),
            open: Vec::new(),
            weights: Vec::new(),
            is_alone: false,
            known: KnownParts::default(),
        }
    }

    /// Begins another word, which may be the only one that a term means.
    pub(super) fn begin(&mut self, weights: Vec<Weight>, is_alone: bool) {
        (self.weights, self.is_alone) = (weights, is_alone);
        self.known.word += 1;
    }

    /// Adds a claim that has the word in some fields; `in_text` is what a word counts in its sentence.
    pub(super) fn add(&mut self, claim: u32, fields: Fields, in_text: f32) {
        let number = &mut self.numbers[claim as usize];
        if *number == 0 {
            self.found.push(Scored::new(claim));
            *number = self.found.len() as u32;
        }
        let at = *number as usize - 1;
        if self.is_alone {
            let part = self.known.of(&self.weights, fields, in_text);
            return self.found[at].add(&part);
        }
        if at >= self.parts.len() {
            self.parts.resize(self.found.len(), Part::default());
        }
        let part = &mut self.parts[at];
        if part.place.is_none() {
            *part = self.known.of(&self.weights, fields, in_text);
            self.open.push(at as u32);
        } else {
            part.add(&self.weights, fields, in_text);
        }
    }

    /// Adds what the claims have of the term, after its last word.
    pub(super) fn end_term(&mut self) {
        for at in self.open.drain(..) {
            let part = std::mem::take(&mut self.parts[at as usize]);
            self.found[at as usize].add(&part);
        }
    }
}

/// What a claim has of one term.
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    /// The best and all places of the term's words.
    best: f32,
    sum: f32,
    /// Its nearest word.
    near: f32,
    covers: f32,
    place: Option<Place>,
}

impl Part {
    /// Adds a word that is in some fields of the claim.
    fn add(&mut self, weights: &[Weight], fields: Fields, in_text: f32) {
        for field in fields.iter() {
            let weight = &weights[field as usize];
            let score = weight.rarity * weight.saturation.unwrap_or(in_text);
            self.best = self.best.max(score);
            self.sum += score;
            if weight.near > self.near {
                (self.near, self.covers) = (weight.near, weight.covers);
                self.place = Some(weight.place);
            }
        }
    }
}

/// The parts of a word that were worked out last: its fields and the lengths of sentences are few.
#[derive(Debug)]
struct KnownParts {
    /// Which word these parts are of.
    word: u32,
    parts: Vec<(u32, Fields, f32, Part)>,
}

impl Default for KnownParts {
    fn default() -> Self {
        let none = (0, Fields::default(), 0.0, Part::default());
        Self {
            word: 0,
            parts: vec![none; 1 << Self::DIGITS],
        }
    }
}

impl KnownParts {
    /// How many binary digits the place of a part has.
    const DIGITS: u32 = 8;

    /// What a claim has that has the word only in these fields, if a word counts so much in its sentence.
    fn of(&mut self, weights: &[Weight], fields: Fields, in_text: f32) -> Part {
        let mixed = fields.bits().wrapping_mul(0x9e37_79b1) ^ in_text.to_bits();
        let place = mixed.wrapping_mul(0x85eb_ca6b) >> (u32::BITS - Self::DIGITS);
        let known = &mut self.parts[place as usize];
        if (known.0, known.1, known.2) != (self.word, fields, in_text) {
            let mut part = Part::default();
            part.add(weights, fields, in_text);
            *known = (self.word, fields, in_text, part);
        }
        known.3
    }
}

#[cfg(test)]
mod tests {
    use super::super::field::Field;
    use super::*;

    #[test]
    fn a_word_counts_by_its_best_place_and_a_little_by_the_others() {
        let weight = |near, rarity, place| Weight {
            near,
            covers: near,
            rarity,
            saturation: Some(1.0),
            place,
        };
        let text = vec![
            weight(1.0, 2.0, Place::Text),
            weight(0.3, 1.0, Place::Topic),
        ];
        // The second field, whichever it is.
        let (first, second) = (Fields::from(Field::Text), Fields::from(Field::Quote));
        let mut both = first;
        both.add(second);
        let topic = vec![weight(0.3, 4.0, Place::Topic)];
        // One word in both fields, and two words, of which each is in one.
        for words in [vec![both], vec![first, second]] {
            let mut tally = Tally::new(2);
            for fields in &words {
                tally.begin(text.clone(), words.len() == 1);
                tally.add(1, *fields, 0.0);
            }
            tally.end_term();
            tally.begin(topic.clone(), true);
            tally.add(1, first, 0.0);
            tally.end_term();
            let [claim] = tally.found.as_slice() else {
                panic!("{:?}", tally.found);
            };
            assert_eq!(claim.score, 2.0 + (3.0 - 2.0) * TIE_BREAKER + 4.0);
            assert_eq!((claim.own, claim.shared, claim.is_marginal), (1, 1, false));
            assert_eq!(claim.covered, 1.3);
        }
    }
}
