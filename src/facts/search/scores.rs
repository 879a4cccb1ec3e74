//! How well claims match a query: BM25 in each field, and how much of the query a claim covers.
//!
//! BM25 is as in Robertson and Zaragoza, *The Probabilistic Relevance Framework* (2009), section 3. Of the fields of a
//! claim that have a word, the best one counts, and the others a little.

use strum::VariantArray;

use super::best::keep_best;
use super::field::Field;
use super::hit::Place;
use super::lexicon::Candidate;
use super::parse::QueryTerm;
use super::postings::Postings;
use crate::facts::date::Day;

/// How little a word counts more if it is there again, and how much less it counts in a long text.
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// How much the other places of a word count compared with its best one.
const TIE_BREAKER: f32 = 0.1;

/// What does not depend on the query, by the places of the claims.
#[derive(Debug, Default)]
pub(super) struct Scores {
    /// The first day on which each claim may be shown; `None`: it has no document.
    since: Vec<Option<Day>>,
    /// The last of these days.
    last: Option<Day>,
    /// How many claims have a document.
    documents: usize,
    /// How much a word counts in the sentence of each: the more words it has, the less.
    in_text: Vec<f32>,
    /// How much a word counts in each other field, however long it is: aliases must not lower a speaker's score.
    in_field: Vec<f32>,
}

/// A claim that has any word of a query.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scored {
    /// Its place among all claims.
    pub(super) at: usize,
    pub(super) score: f32,
    /// How many words it has best in places of its own, and in places that it shares with others on the subject.
    pub(super) own: usize,
    pub(super) shared: usize,
    /// Whether it matches only through its topics, those it is about, or its sources.
    pub(super) is_marginal: bool,
}

impl Scores {
    /// Measures the fields of claims that may be shown from these days on.
    pub(super) fn new(claims: &Postings, since: Vec<Option<Day>>) -> Self {
        let mut lengths = vec![0_u32; since.len()];
        let mut words = vec![0_u64; Field::VARIANTS.len()];
        for (claim, fields) in claims.all() {
            for field in fields.iter() {
                words[field as usize] += 1;
                lengths[*claim as usize] += u32::from(field == Field::Text);
            }
        }
        let documents = since.iter().flatten().count();
        let average = |field: usize| words[field] as f32 / documents as f32;
        let text = average(Field::Text as usize);
        let lengths = lengths.into_iter();
        Self {
            in_text: lengths.map(|one| saturation(rounded(one), text)).collect(),
            in_field: (0..words.len())
                .map(|field| saturation(1, average(field)))
                .collect(),
            documents,
            last: since.iter().flatten().max().copied(),
            since,
        }
    }

    /// How many claims have a document.
    pub(super) fn documents(&self) -> usize {
        self.documents
    }

    /// The claims that have any of the terms and may be shown on a day: the best `most` of them by BM25, in no order.
    pub(super) fn of(
        &self,
        claims: &Postings,
        terms: &[QueryTerm],
        day: Day,
        most: usize,
    ) -> Vec<Scored> {
        // The number of each claim's tally, from 1: few claims have one.
        let mut numbers = vec![0_u32; self.since.len()];
        let mut tallies: Vec<Tally> = Vec::new();
        let all_known = self.last <= Some(day);
        for (term, number) in terms.iter().zip(1..) {
            for candidate in &term.candidates {
                let weights = self.weights(terms, term, candidate);
                for (claim, fields) in claims.of(candidate.word) {
                    let at = *claim as usize;
                    let known = all_known || self.since[at].is_some_and(|since| since <= day);
                    let fields = fields.counting(term.later);
                    if !known || fields.is_empty() {
                        continue;
                    }
                    if numbers[at] == 0 {
                        tallies.push(Tally::of(*claim));
                        numbers[at] = tallies.len() as u32;
                    }
                    let tally = &mut tallies[numbers[at] as usize - 1];
                    for field in fields.iter() {
                        tally.add(number, &weights[field as usize], self.in_text[at]);
                    }
                }
            }
        }
        tallies.iter_mut().for_each(Tally::close);
        keep_best(&mut tallies, most, |a, b| {
            b.score.total_cmp(&a.score).then(a.claim.cmp(&b.claim))
        });
        let all: f32 = terms.iter().map(|term| term.information).sum();
        let scored = tallies.into_iter().map(|tally| Scored {
            at: tally.claim as usize,
            score: tally.score * (tally.covered / all.max(f32::MIN_POSITIVE)),
            own: tally.own.into(),
            shared: tally.shared.into(),
            is_marginal: !tally.is_told,
        });
        scored.collect()
    }

    /// What a word counts in each field if a term means it.
    fn weights(&self, terms: &[QueryTerm], term: &QueryTerm, candidate: &Candidate) -> Vec<Weight> {
        // All candidates of one term count as one word: otherwise a rare misspelling would weigh more than the word itself.
        // The last term with it decides.
        let mut rarer = terms.iter().rev();
        let means =
            |term: &&QueryTerm| term.candidates.iter().any(|one| one.word == candidate.word);
        let claims = rarer.find(means).map_or(1, |term| term.claims);
        let others = (self.documents - claims) as f32 + 0.5;
        let rarity = (1.0 + others / (claims as f32 + 0.5)).ln() * (1.0 + K1);
        let weights = Field::VARIANTS.iter().zip(&self.in_field);
        let weights = weights.map(|(field, saturation)| {
            let near = candidate.weight() * field.boost();
            // A word in a lesser place counts only in part.
            let share = candidate.how.weight() * (1.0 + field.boost()) / 2.0;
            Weight {
                near,
                covers: term.information * share,
                rarity: rarity * (term.weight * near),
                saturation: (*field != Field::Text).then_some(*saturation),
                place: field.place(),
            }
        });
        weights.collect()
    }
}

/// What a word counts in a field.
#[derive(Clone, Copy, Debug)]
struct Weight {
    near: f32,
    covers: f32,
    rarity: f32,
    /// `None`: it depends on the length of the sentence.
    saturation: Option<f32>,
    place: Place,
}

/// What a claim has of the terms so far.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    /// The place of the claim.
    claim: u32,
    /// The number of the last term of which it has anything, from 1.
    term: u32,
    /// By BM25.
    score: f32,
    /// How much of the query's information it has.
    covered: f32,
    own: u16,
    shared: u16,
    is_told: bool,
    /// The best and all places of the last term's words.
    best: f32,
    sum: f32,
    /// Its nearest word.
    near: f32,
    covers: f32,
    place: Option<Place>,
}

impl Tally {
    /// Of the claim at a place.
    fn of(claim: u32) -> Self {
        Self {
            claim,
            ..Self::default()
        }
    }

    fn add(&mut self, term: u32, weight: &Weight, in_text: f32) {
        if self.term != term {
            self.close();
            self.term = term;
        }
        let score = weight.rarity * weight.saturation.unwrap_or(in_text);
        self.best = self.best.max(score);
        self.sum += score;
        if weight.near > self.near {
            (self.near, self.covers, self.place) = (weight.near, weight.covers, Some(weight.place));
        }
    }

    /// Adds what it has of the last term.
    fn close(&mut self) {
        self.score += self.best + (self.sum - self.best) * TIE_BREAKER;
        self.covered += self.covers;
        if let Some(place) = self.place.take() {
            self.own += u16::from(place.is_own());
            self.shared += u16::from(place.is_shared());
            self.is_told |= !matches!(place, Place::Topic | Place::About | Place::Source);
        }
        (self.best, self.sum, self.near, self.covers) = (0.0, 0.0, 0.0, 0.0);
    }
}

/// How much one word counts in a field with so many words.
fn saturation(words: u32, average: f32) -> f32 {
    1.0 / (1.0 + K1 * (1.0 - B + B * words as f32 / average))
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
    fn a_word_counts_by_its_best_place_and_a_little_by_the_others() {
        let weight = |near, rarity, place| Weight {
            near,
            covers: near,
            rarity,
            saturation: Some(1.0),
            place,
        };
        let mut tally = Tally::default();
        tally.add(1, &weight(1.0, 2.0, Place::Text), 0.0);
        tally.add(1, &weight(0.3, 1.0, Place::Topic), 0.0);
        tally.add(2, &weight(0.3, 4.0, Place::Topic), 0.0);
        tally.close();
        assert_eq!(tally.score, 2.0 + (3.0 - 2.0) * TIE_BREAKER + 4.0);
        assert_eq!((tally.own, tally.shared, tally.is_told), (1, 1, true));
        assert_eq!(tally.covered, 1.3);
    }
}
