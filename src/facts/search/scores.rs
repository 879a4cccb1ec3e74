//! How well claims match a query: BM25 in each field, and how much of the query a claim covers.
//!
//! BM25 is as in Robertson and Zaragoza, *The Probabilistic Relevance Framework* (2009), section 3. Of the fields of a
//! claim that have a word, the best one counts, and the others a little.

use std::cmp::Ordering;

use strum::VariantArray;

use super::best::keep_best;
use super::field::{Field, Fields};
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
        // The number of each claim among those found, from 1: few claims are.
        let mut numbers = vec![0_u32; self.since.len()];
        let mut found: Vec<Scored> = Vec::new();
        let mut parts: Vec<Part> = Vec::new();
        let mut known_parts = KnownParts::default();
        let all_known = self.last <= Some(day);
        for term in terms {
            // Those found for this term. Only with several candidates may a claim have it more than once.
            let mut open: Vec<u32> = Vec::new();
            let is_single = term.candidates.len() == 1;
            for candidate in &term.candidates {
                let weights = self.weights(terms, term, candidate);
                known_parts.forget();
                for (claim, fields) in claims.of(candidate.word) {
                    let at = *claim as usize;
                    let known = all_known || self.since[at].is_some_and(|since| since <= day);
                    let fields = fields.counting(term.later);
                    if !known || fields.is_empty() {
                        continue;
                    }
                    if numbers[at] == 0 {
                        found.push(Scored::new(*claim));
                        numbers[at] = found.len() as u32;
                    }
                    let number = numbers[at] as usize - 1;
                    let in_text = self.in_text[at];
                    if is_single {
                        found[number].add(&known_parts.of(&weights, fields, in_text));
                        continue;
                    }
                    if number >= parts.len() {
                        parts.resize(found.len(), Part::default());
                    }
                    let part = &mut parts[number];
                    if part.place.is_none() {
                        *part = known_parts.of(&weights, fields, in_text);
                        open.push(number as u32);
                    } else {
                        part.add(&weights, fields, in_text);
                    }
                }
            }
            for number in open {
                let part = std::mem::take(&mut parts[number as usize]);
                found[number as usize].add(&part);
            }
        }
        keep_best(&mut found, most, best_first);
        let all: f32 = terms.iter().map(|term| term.information).sum();
        let all = all.max(f32::MIN_POSITIVE);
        for one in &mut found {
            one.score *= one.covered / all;
        }
        found
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

    /// Another word follows.
    fn forget(&mut self) {
        self.word += 1;
    }

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
        let text = [
            weight(1.0, 2.0, Place::Text),
            weight(0.3, 1.0, Place::Topic),
        ];
        let mut fields = Fields::from(Field::Text);
        // The second field, whichever it is.
        fields.add(Field::Quote.into());
        let mut claim = Scored::new(1);
        claim.add(&KnownParts::default().of(&text, fields, 0.0));
        let topic = [weight(0.3, 4.0, Place::Topic)];
        claim.add(&KnownParts::default().of(&topic, Field::Text.into(), 0.0));
        assert_eq!(claim.score, 2.0 + (3.0 - 2.0) * TIE_BREAKER + 4.0);
        assert_eq!((claim.own, claim.shared, claim.is_marginal), (1, 1, false));
        assert_eq!(claim.covered, 1.3);
    }
}
