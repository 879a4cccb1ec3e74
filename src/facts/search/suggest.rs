//! Completion while typing: claims, speakers and topics for a text whose last word may be unfinished, and the
//! nearest words when nothing was found.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::best::best;
use super::field::Field;
use super::hit::Hit;
use super::parse::{QueryOptions, QueryTerm};
use super::postings::Postings;
use super::words::words;
use crate::facts::{AsOf, Claim, Facts, Speaker, Topic};

/// Most typed words for which near ones are looked up.
const MOST_TYPED: usize = 8;

/// The score of an id typed in full, more than any words, and of one that was begun.
const WHOLE_ID: f32 = 100.0;
const BEGUN_ID: f32 = 0.5;

impl<'a> AsOf<'a> {
    /// The known claims that somebody typing this text may mean. Without a text, what the topics
    /// show first.
    pub fn suggest_claims(self, text: &str, most: usize) -> Vec<Hit<'a>> {
        if text.trim().is_empty() {
            let unscored = |claim| Hit {
                claim,
                score: 0.0,
                matched: Vec::new(),
            };
            return self.leads().take(most).map(unscored).collect();
        }
        let (terms, _) = self
            .facts
            .parse_query(text, Some(self.day), QueryOptions::COMPLETION);
        let mut hits = self.best_hits(&terms, most);
        self.put_first(&mut hits, text, most);
        hits
    }

    /// The only known claim that fits, of those that somebody typing this text may mean; `None` if several fit. A claim
    /// fits only if for each of some words it has what was typed and `covers` the word.
    pub fn only_match(
        self,
        text: &str,
        words: &[String],
        covers: impl Fn(&str, &str) -> bool,
        fits: impl Fn(&Hit<'a>) -> bool,
    ) -> Option<&'a Claim> {
        let mut named = Vec::new();
        self.put_first(&mut named, text, usize::MAX);
        let ids: BTreeSet<&str> = named.iter().map(|hit| hit.claim.id.as_str()).collect();
        let (terms, _) = self
            .facts
            .parse_query(text, Some(self.day), QueryOptions::COMPLETION);
        let covering = |word: &String| {
            let covering = terms.iter().filter(|term| covers(&term.typed, word));
            Vec::from_iter(covering)
        };
        let claims = |terms: &Vec<&QueryTerm>| terms.iter().map(|one| one.claims).sum::<usize>();
        let covering: Vec<Vec<&QueryTerm>> = words.iter().map(covering).collect();
        // All that fit have the rarest word, and all others.
        let rarest = covering.iter().min_by_key(|terms| claims(terms))?;
        let index = self.facts.index();
        let has_all = |at: &usize| {
            let claim = index.claim(*at);
            let mut words = covering.iter();
            words.all(|terms| terms.iter().any(|term| claim.has_any(term)))
        };
        let others = index.having(rarest).filter(has_all);
        let others = others.filter_map(|at| self.known_hit(&terms, at));
        let others = others.filter(|hit| !ids.contains(hit.claim.id.as_str()));
        let mut fitting = named.iter().cloned().chain(others).filter(fits);
        let only = fitting.next()?.claim;
        fitting.next().is_none().then_some(only)
    }

    /// The known words that are nearest to the words of a text that found nothing,
    /// nearest first.
    pub fn nearest_words(self, text: &str, most: usize) -> Vec<String> {
        let lexicon = self.facts.index().lexicon();
        let typed = words(text).into_iter().take(MOST_TYPED);
        let mut near: Vec<(u8, &str)> = typed
            .filter(|word| !word.is_stop())
            .flat_map(|word| lexicon.nearest(&word.folded, self.day))
            .map(|(distance, word)| (distance, word.shown.as_str()))
            .collect();
        near.sort_by_key(|(distance, _)| *distance);
        let mut seen = BTreeSet::new();
        let near = near.into_iter().map(|(_, word)| word);
        let distinct = near.filter(|word| seen.insert(*word));
        distinct.take(most).map(str::to_owned).collect()
    }

    /// The known leads of all topics: the first of each topic, then the second of each …
    fn leads(self) -> impl Iterator<Item = &'a Claim> {
        let longest = self.facts.topics.iter().map(|topic| topic.lead.len()).max();
        let rounds = 0..longest.unwrap_or_default();
        let topics = self.facts.topics.iter();
        let ids = rounds.flat_map(move |at| topics.clone().filter_map(move |one| one.lead.get(at)));
        let mut seen = BTreeSet::new();
        ids.filter(move |id| seen.insert(id.as_str()))
            .filter_map(|id| self.facts.claim(id).map(AsRef::as_ref))
            .filter(move |claim| self.known(claim))
    }
}

impl Facts {
    /// The speakers that somebody typing this text may mean. Without a text, those with most claims.
    pub fn suggest_speakers(&self, text: &str, most: usize) -> Vec<&Arc<Speaker>> {
        if text.trim().is_empty() {
            let speakers = self.places.speakers.iter().take(most);
            let speakers = speakers.filter_map(|at| self.speakers.get(*at as usize));
            return speakers.collect();
        }
        let names = self.index().speakers();
        let (terms, _) = self.parse_query(text, None, QueryOptions::COMPLETION);
        self.best_fitting((text, &terms), &self.speakers, names, |one| &one.id, most)
    }

    /// The topics that somebody typing this text may mean. Without a text, all in the order of the file.
    pub fn suggest_topics(&self, text: &str, most: usize) -> Vec<&Arc<Topic>> {
        if text.trim().is_empty() {
            return self.topics.iter().take(most).collect();
        }
        let names = self.index().topics();
        let (terms, _) = self.parse_query(text, None, QueryOptions::COMPLETION);
        self.best_fitting((text, &terms), &self.topics, names, |one| &one.id, most)
    }

    /// The same for topics and speakers.
    pub fn suggest_names(&self, text: &str, most: usize) -> (Vec<&Arc<Topic>>, Vec<&Arc<Speaker>>) {
        if text.trim().is_empty() {
            let speakers = self.suggest_speakers(text, most);
            return (self.suggest_topics(text, most), speakers);
        }
        let (terms, _) = self.parse_query(text, None, QueryOptions::COMPLETION);
        let typed = (text, terms.as_slice());
        let (topics, speakers) = (self.index().topics(), self.index().speakers());
        (
            self.best_fitting(typed, &self.topics, topics, |one| &one.id, most),
            self.best_fitting(typed, &self.speakers, speakers, |one| &one.id, most),
        )
    }

    /// The records whose id or words fit a text, best first; `words` are those of the records, in their order.
    fn best_fitting<'a, T>(
        &self,
        (text, terms): (&str, &[QueryTerm]),
        records: &'a [Arc<T>],
        words: &Postings,
        id: fn(&T) -> &str,
        most: usize,
    ) -> Vec<&'a Arc<T>> {
        let typed = text.trim().to_lowercase();
        let mut scores = fit(terms, words, records.len());
        for (record, score) in records.iter().zip(&mut scores) {
            *score = match id(record) {
                id if id == typed => WHOLE_ID + *score,
                id if id.starts_with(&typed) => BEGUN_ID + *score,
                _ => *score,
            };
        }
        let scored = scores.into_iter().enumerate();
        let fitting = scored.filter(|(_, score)| *score > 0.0);
        let order = |a: &(usize, f32), b: &(usize, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        let fitting = best(fitting, most, order).into_iter();
        fitting.filter_map(|(at, _)| records.get(at)).collect()
    }
}

/// How well each of some documents fits a query: from 0, not at all, to 1, wholly.
fn fit(terms: &[QueryTerm], words: &Postings, documents: usize) -> Vec<f32> {
    let mut fits = vec![0.0; documents];
    for term in terms {
        let mut best = vec![0.0_f32; documents];
        for candidate in &term.candidates {
            for posting in words.of(candidate.word) {
                let fields = words.fields(posting).counting(term.later);
                let boosts = fields.iter().map(Field::boost);
                let here = &mut best[posting.document as usize];
                *here = boosts.fold(*here, |best, boost| best.max(candidate.weight() * boost));
            }
        }
        fits.iter_mut()
            .zip(best)
            .for_each(|(fit, best)| *fit += best);
    }
    let all = terms.len().max(1) as f32;
    fits.into_iter().map(|fit| fit / all).collect()
}
