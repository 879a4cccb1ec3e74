//! How well claims match a query: BM25 in each field, and how much of the query a claim covers.
//!
//! BM25 is as in Robertson and Zaragoza, *The Probabilistic Relevance Framework* (2009), section 3. Of the fields of a
//! claim that have a word, the best one counts, and the others a little.

use std::collections::BTreeSet;

use strum::VariantArray;

use super::field::{Field, Fields};
use super::lexicon::{Candidate, WordId};
use super::parse::QueryTerm;
use super::part::{Levels, Part, Scored, Weight};
use super::postings::Postings;
use super::tally::{Counted, Lengths, Tally};
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
    /// The number of the length of each one's sentence.
    lengths: Vec<u16>,
    /// How much a word counts in a sentence of each length: the more words it has, the less.
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
        let lengths: Vec<u32> = lengths.into_iter().map(rounded).collect();
        let different: BTreeSet<u32> = lengths.iter().copied().collect();
        let different: Vec<u32> = different.into_iter().collect();
        let lengths = lengths.iter();
        let lengths = lengths.map(|one| different.partition_point(|other| other < one) as u16);
        Self {
            lengths: lengths.collect(),
            in_text: different.iter().map(|one| saturation(*one, text)).collect(),
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

    /// Gives each claim that has any of the terms and may be shown on a day, with its score by BM25, in order. `fields` says in
    /// which fields of claims a word is. `found` returns a score: claims that cannot have it may be left out from then on.
    pub(super) fn each(
        &self,
        claims: &Postings,
        fields: impl Fn(WordId) -> Fields,
        terms: &[QueryTerm],
        day: Day,
        mut found: impl FnMut(Scored) -> f32,
    ) {
        let shortest = self.in_text.iter().copied().fold(0.0, f32::max);
        let (mut number, mut levels) = (0, Levels::default());
        let mut counted = |term: &QueryTerm, candidate: &Candidate| {
            number += 1;
            let weights = self.weights(terms, term, candidate, &mut levels);
            Counted {
                postings: claims.of(candidate.word),
                most: Part::of(&weights, fields(candidate.word), shortest).score(),
                weights,
                number,
                later: term.later,
                limit: 0.0,
            }
        };
        let words = terms.iter().map(|term| {
            let candidates = term.candidates.iter();
            candidates.map(|one| counted(term, one)).collect()
        });
        let mut words: Vec<Vec<Counted<'_>>> = words.collect();
        limit(&mut words);
        let lengths = KnownOn {
            scores: self,
            day,
            all: self.last <= Some(day),
        };
        let mut tally = Tally::new(levels, self.since.len());
        let mut least = 0.0;
        while tally.next(&mut words, &lengths, least, |one| least = found(one)) {}
    }

    /// What a word counts in each field if a term means it.
    fn weights(
        &self,
        terms: &[QueryTerm],
        term: &QueryTerm,
        candidate: &Candidate,
        levels: &mut Levels,
    ) -> Vec<Weight> {
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
                rarity: rarity * (term.weight * near),
                saturation: (*field != Field::Text).then_some(*saturation),
                level: levels.add(near, term.information * share, field.place()),
            }
        });
        weights.collect()
    }
}

/// Adds up what words can give a claim, from the least on, and a little for rounding.
fn limit(words: &mut [Vec<Counted<'_>>]) {
    let mut words: Vec<&mut Counted<'_>> = words.iter_mut().flatten().collect();
    words.sort_by(|a, b| a.most.total_cmp(&b.most));
    let mut sum = 0.0;
    for word in words {
        sum += word.most;
        word.limit = sum * 1.0001;
    }
}

/// The claims that may be shown on a day: perhaps all.
struct KnownOn<'s> {
    scores: &'s Scores,
    day: Day,
    all: bool,
}

impl Lengths for KnownOn<'_> {
    fn of(&self, claim: u32) -> Option<u16> {
        let at = claim as usize;
        let known = self.all || self.scores.since[at].is_some_and(|since| since <= self.day);
        known.then(|| self.scores.lengths[at])
    }

    fn in_text(&self, length: u16) -> f32 {
        self.scores.in_text[usize::from(length)]
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
    use std::collections::BTreeMap;

    use proptest::collection::{btree_map, vec};
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::super::best::{Best, best};
    use super::super::hit::How;
    use super::super::part::best_first;
    use super::super::postings::Forward;
    use super::*;

    #[test]
    fn long_sentences_of_about_the_same_length_count_the_same() {
        let exact = (0..=40).all(|length| rounded(length) == length);
        assert!(exact);
        let lengths = [41, 42, 57, 59, 60, 1_000].map(rounded);
        assert_eq!(lengths, [40, 42, 56, 56, 60, 984]);
    }

    /// Any date.
    fn day(number: u8) -> Day {
        Day {
            year: 2024,
            month: 1,
            day: number + 1,
        }
    }

    /// Any documents: in which fields each has each of twelve words, and since when it is known.
    fn documents() -> impl Strategy<Value = Vec<(BTreeMap<u32, u32>, u8)>> {
        let words = btree_map(0..12_u32, 1_u32..1 << Field::VARIANTS.len(), 0..6);
        vec((words, 0..28_u8), 1..60)
    }

    fn term() -> impl Strategy<Value = QueryTerm> {
        let how = select(vec![
            How::Same,
            How::Alias,
            How::Stem,
            How::Prefix,
            How::Typo,
        ]);
        let candidates = btree_map(0..12_u32, how, 1..5);
        (candidates, 1..40_usize, any::<bool>()).prop_map(|(candidates, claims, later)| {
            let candidates = candidates.into_iter();
            QueryTerm {
                typed: String::new(),
                candidates: candidates
                    .map(|(word, how)| Candidate::of(word, how))
                    .collect(),
                claims,
                weight: if later { 1.0 } else { 0.5 },
                information: 1.0 / claims as f32,
                later,
            }
        })
    }

    /// What a claim has, added up field by field.
    fn plain(
        scores: &Scores,
        claims: &Postings,
        terms: &[QueryTerm],
        claim: u32,
    ) -> Option<Scored> {
        let mut all = Scored::default();
        let mut levels = Levels::default();
        let mut any = false;
        for term in terms {
            let mut part = None;
            for candidate in &term.candidates {
                let weights = scores.weights(terms, term, candidate, &mut levels);
                let here = claims.of(candidate.word).iter();
                let here = here.filter(|(at, _)| *at == claim);
                for fields in here.map(|(_, fields)| fields.counting(term.later)) {
                    if !fields.is_empty() {
                        let length = usize::from(scores.lengths[claim as usize]);
                        let word = Part::of(&weights, fields, scores.in_text[length]);
                        part.get_or_insert_with(Part::default).add(&word);
                    }
                }
            }
            if let Some(part) = part {
                all.add(&part, &levels);
                any = true;
            }
        }
        all.at = claim;
        any.then_some(all)
    }

    proptest! {
        #[test]
        fn claims_have_what_adding_up_each_of_them_gives(
            documents in documents(),
            gap in select(vec![1_u32, 3, 100, 5_000]),
            terms in vec(term(), 0..4),
            today in 0..28_u8,
            most in 1..5_usize,
        ) {
            let mut forward = Forward::default();
            let mut since = vec![None; documents.len() * gap as usize];
            for ((words, known), at) in documents.iter().zip((0..).step_by(gap as usize)) {
                since[at as usize] = Some(day(*known));
                for (word, bits) in words {
                    let fields = Field::VARIANTS.iter().filter(|field| bits >> **field as u32 & 1 != 0);
                    let mut fields = fields.copied();
                    let place = forward.push(at, *word, fields.next().unwrap());
                    fields.for_each(|field| forward.add(place, field));
                }
            }
            let claims = forward.invert(&Vec::from_iter(0..12), 12);
            let scores = Scores::new(&claims, since.clone());
            let mut terms = terms;
            for term in &mut terms {
                term.claims = term.claims.min(scores.documents());
            }
            let fields = |word| claims.of(word).iter().fold(Fields::default(), |mut all, (_, fields)| {
                all.add(*fields);
                all
            });
            let mut found = Vec::new();
            scores.each(&claims, fields, &terms, day(today), |one| {
                found.push(one);
                0.0
            });
            let known = (0..).zip(&since).filter(|(_, since)| since.is_some_and(|since| since <= day(today)));
            let plain: Vec<Scored> = known.filter_map(|(at, _)| plain(&scores, &claims, &terms, at)).collect();
            prop_assert_eq!(&found, &plain);
            // The same with what cannot be among the best left out.
            let mut first = Best::new(most, best_first);
            scores.each(&claims, fields, &terms, day(today), |one| {
                first.offer(one);
                first.last().map_or(0.0, |one| one.score)
            });
            prop_assert_eq!(first.sorted(), best(plain, most, best_first));
        }
    }
}
