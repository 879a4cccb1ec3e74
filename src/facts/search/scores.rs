//! How well claims match a query: BM25 in each field, and how much of the query a claim covers.
//!
//! BM25 is as in Robertson and Zaragoza, *The Probabilistic Relevance Framework* (2009), section 3. Of the fields of a
//! claim that have a word, the best one counts, and the others a little.

use strum::VariantArray;

use super::field::Field;
use super::lexicon::Candidate;
use super::parse::QueryTerm;
use super::part::{Levels, Part, Scored, Weight};
use super::postings::Postings;
use super::tally::{Claims, Counted, Tally, limit};
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
    /// How much a word counts in the sentence, by how it occurs: the more words the sentence has, the less.
    in_text: Vec<f32>,
    /// How much a word counts in each other field, however long it is: aliases must not lower a speaker's score.
    in_field: Vec<f32>,
    /// What each word gives a claim at most if it is as rare as can be: its best place, and all places.
    most: Vec<(f32, f32)>,
}

impl Scores {
    /// Measures the fields of claims that may be shown from these days on.
    pub(super) fn new(claims: &Postings, since: Vec<Option<Day>>) -> Self {
        let mut words = vec![0_u64; Field::VARIANTS.len()];
        for (occurrence, count) in claims.occurrences() {
            for field in occurrence.fields.iter() {
                words[field as usize] += u64::from(*count);
            }
        }
        let documents = since.iter().flatten().count();
        let average = |field: usize| words[field] as f32 / documents as f32;
        let text = average(Field::Text as usize);
        let lengths = claims.occurrences().iter().map(|(one, _)| one.length);
        let mut scores = Self {
            in_text: lengths.map(|length| saturation(length, text)).collect(),
            in_field: (0..words.len())
                .map(|field| saturation(1, average(field)))
                .collect(),
            most: Vec::new(),
            documents,
            last: since.iter().flatten().max().copied(),
            since,
        };
        scores.most = scores.most(claims);
        scores
    }

    /// What each word gives a claim at most.
    fn most(&self, claims: &Postings) -> Vec<(f32, f32)> {
        let weights = self.in_fields(|field| (field.boost(), 0));
        let parts = claims.occurrences().iter().zip(&self.in_text);
        let parts = parts.map(|((one, _), in_text)| Part::of(&weights, one.fields, *in_text));
        let parts: Vec<Part> = parts.collect();
        let words = claims.words().map(|postings| {
            let parts = postings.iter().map(|one| &parts[one.occurrence as usize]);
            parts.fold((0.0_f32, 0.0_f32), |(best, sum), part| {
                (best.max(part.best), sum.max(part.sum))
            })
        });
        words.collect()
    }

    /// What a word counts in each field, of which its weight and level are told.
    fn in_fields(&self, mut of: impl FnMut(Field) -> (f32, u64)) -> Vec<Weight> {
        let weights = Field::VARIANTS.iter().zip(&self.in_field);
        let weights = weights.map(|(field, saturation)| {
            let (rarity, level) = of(*field);
            Weight {
                rarity,
                saturation: (*field != Field::Text).then_some(*saturation),
                level,
            }
        });
        weights.collect()
    }

    /// How many claims have a document.
    pub(super) fn documents(&self) -> usize {
        self.documents
    }

    /// Gives each claim that has any of the terms and may be shown on a day, with its score by BM25, in order.
    /// `found` returns a score: claims that cannot have more may be left out from then on.
    pub(super) fn each(
        &self,
        claims: &Postings,
        terms: &[QueryTerm],
        day: Day,
        mut found: impl FnMut(&Scored) -> f32,
    ) {
        let mut levels = Levels::default();
        let mut counted = |term: &QueryTerm, candidate: &Candidate| {
            let weights = self.weights(terms, term, candidate, &mut levels);
            let most = self.most.get(candidate.word as usize).copied();
            Counted::new(
                claims.of(candidate.word),
                weights,
                term.later,
                most.unwrap_or_default(),
            )
        };
        let words = terms.iter().map(|term| {
            let candidates = term.candidates.iter();
            candidates.map(|one| counted(term, one)).collect()
        });
        let mut words: Vec<Vec<Counted<'_>>> = words.collect();
        limit(&mut words);
        let claims = KnownOn {
            scores: self,
            claims,
            day,
            all: self.last <= Some(day),
        };
        let mut tally = Tally::new(levels, self.since.len());
        let mut least = 0.0;
        while tally.next(&mut words, &claims, least, |one| least = found(one)) {}
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
        self.in_fields(|field| {
            let near = candidate.weight() * field.boost();
            // A word in a lesser place counts only in part.
            let share = candidate.how.weight() * (1.0 + field.boost()) / 2.0;
            let level = levels.add(near, term.information * share, field.place());
            (rarity * (term.weight * near), level)
        })
    }
}

/// The claims that may be shown on a day: perhaps all.
struct KnownOn<'s> {
    scores: &'s Scores,
    claims: &'s Postings,
    day: Day,
    all: bool,
}

impl Claims for KnownOn<'_> {
    fn are_known(&self) -> bool {
        self.all
    }

    #[inline]
    fn is_known(&self, claim: u32) -> bool {
        let since = || self.scores.since.get(claim as usize).copied().flatten();
        self.all || since().is_some_and(|since| since <= self.day)
    }

    fn part(&self, occurrence: u32, weights: &[Weight], later: bool) -> Part {
        let at = occurrence as usize;
        let fields = self.claims.occurrences()[at].0.fields;
        Part::of(weights, fields.counting(later), self.scores.in_text[at])
    }
}

/// How much one word counts in a field with so many words.
fn saturation(words: u32, average: f32) -> f32 {
    1.0 / (1.0 + K1 * (1.0 - B + B * words as f32 / average))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::collection::{btree_map, vec};
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::super::best::{Best, best};
    use super::super::field::Fields;
    use super::super::hit::How;
    use super::super::part::best_first;
    use super::super::postings::Forward;
    use super::*;

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
                for one in here.filter(|one| one.document == claim) {
                    let fields = claims.fields(one).counting(term.later);
                    if fields != Fields::default() {
                        let in_text = scores.in_text[one.occurrence as usize];
                        let word = Part::of(&weights, fields, in_text);
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
            let mut found = Vec::new();
            scores.each(&claims, &terms, day(today), |one| {
                found.push(*one);
                0.0
            });
            let known = (0..).zip(&since).filter(|(_, since)| since.is_some_and(|since| since <= day(today)));
            let plain: Vec<Scored> = known.filter_map(|(at, _)| plain(&scores, &claims, &terms, at)).collect();
            prop_assert_eq!(&found, &plain);
            // The same with what cannot be among the best left out.
            let mut first = Best::new(most, best_first);
            scores.each(&claims, &terms, day(today), |one| {
                first.offer(*one);
                first.last().map_or(0.0, |one| one.score)
            });
            prop_assert_eq!(first.sorted(), best(plain, most, best_first));
        }
    }
}
