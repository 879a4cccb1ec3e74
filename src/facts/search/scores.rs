//! How well claims match a query: BM25 in each field, and how much of the query a claim covers.
//!
//! BM25 is as in Robertson and Zaragoza, *The Probabilistic Relevance Framework* (2009), section 3. Of the fields of a
//! claim that have a word, the best one counts, and the others a little.

use strum::VariantArray;

use super::best::keep_best;
use super::field::Field;
use super::lexicon::Candidate;
use super::parse::QueryTerm;
use super::postings::Postings;
use super::tally::{Scored, Tally, Weight, best_first};
use crate::facts::date::Day;

/// How little a word counts more if it is there again, and how much less it counts in a long text.
const K1: f32 = 1.2;
const B: f32 = 0.75;

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
        let mut tally = Tally::new(self.since.len());
        let all_known = self.last <= Some(day);
        for term in terms {
            let is_alone = term.candidates.len() == 1;
            for candidate in &term.candidates {
                tally.begin(self.weights(terms, term, candidate), is_alone);
                for (claim, fields) in claims.of(candidate.word) {
                    let at = *claim as usize;
                    let known = all_known || self.since[at].is_some_and(|since| since <= day);
                    let fields = fields.counting(term.later);
                    if known && !fields.is_empty() {
                        tally.add(*claim, fields, self.in_text[at]);
                    }
                }
            }
            tally.end_term();
        }
        let mut found = tally.found;
        keep_best(&mut found, most, best_first);
        let all: f32 = terms.iter().map(|term| term.information).sum();
        found.iter_mut().for_each(|one| one.weigh(all));
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
}
