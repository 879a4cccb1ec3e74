//! Completion as one types: claims, speakers and topics for a text whose last word is unfinished,
//! and the nearest words where nothing was found.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::parse::{QueryOptions, MOST_WORDS, QueryTerm, parse_query};
use super::index::{Words, best_match};
use super::lexicon::MatchOptions;
use super::words::words;
use super::{Hit, PREFIX};
use crate::facts::date::Day;
use crate::facts::{Claim, Facts, Speaker, Topic};

impl Facts {
    /// The claims known by `day` that somebody may mean who is still typing. Without a text, what
    /// the topics show first.
    pub fn suggest_claims(&self, text: &str, day: Day, most: usize) -> Vec<Hit<'_>> {
        if text.trim().is_empty() {
            return self.leads(day).take(most).map(unasked).collect();
        }
        let wanted = self.typing(text, Some(day));
        let mut hits = self.found(&wanted, day, most).hits;
        self.put_first(&mut hits, text, day, most);
        hits
    }

    /// The speakers somebody may mean who is still typing. Without a text, those with most claims.
    pub fn suggest_speakers(&self, text: &str, most: usize) -> Vec<&Arc<Speaker>> {
        if text.trim().is_empty() {
            let mut speakers: Vec<&Arc<Speaker>> = self.speakers.iter().collect();
            speakers.sort_by_key(|speaker| std::cmp::Reverse(self.claims_by(speaker)));
            speakers.truncate(most);
            return speakers;
        }
        let pages = self.speakers.iter().zip(self.index().speakers());
        let pages = pages.map(|(speaker, words)| (speaker, speaker.id.as_str(), words));
        self.fitting(text, pages, most)
    }

    /// The topics somebody may mean who is still typing. Without a text, all in the order of the file.
    pub fn suggest_topics(&self, text: &str, most: usize) -> Vec<&Arc<Topic>> {
        if text.trim().is_empty() {
            return self.topics.iter().take(most).collect();
        }
        let pages = self.topics.iter().zip(self.index().topics());
        let pages = pages.map(|(topic, words)| (topic, topic.id.as_str(), words));
        self.fitting(text, pages, most)
    }

    /// The words of the facts, known by `day`, that are nearest to the words of a text which found
    /// nothing; the nearest first.
    pub fn nearest_words(&self, text: &str, day: Day, most: usize) -> Vec<String> {
        let lexicon = self.index().lexicon();
        let typed = words(text).into_iter().take(MOST_TYPED);
        let mut near: Vec<(usize, String)> = typed
            .filter(|word| !word.is_stop())
            .flat_map(|word| lexicon.nearest(&word.folded, day))
            .map(|(slips, word)| (slips, word.shown.clone()))
            .collect();
        near.sort_by_key(|(slips, _)| *slips);
        let mut seen = BTreeSet::new();
        near.retain(|(_, word)| seen.insert(word.clone()));
        near.into_iter().take(most).map(|(_, word)| word).collect()
    }

    fn typing(&self, text: &str, day: Option<Day>) -> Vec<QueryTerm> {
        let index = self.index();
        let options = QueryOptions {
            options: MatchOptions {
                day,
                prefix: PREFIX,
                slips: true,
            },
            last: 1,
            words: MOST_WORDS,
            pages: index.pages(),
            later: day.is_none_or(|day| day >= self.dossier.reviewed),
        };
        parse_query(index.lexicon(), text, options).0
    }

    fn fitting<'a, T>(
        &'a self,
        text: &str,
        pages: impl Iterator<Item = (&'a Arc<T>, &'a str, &'a Words)>,
        most: usize,
    ) -> Vec<&'a Arc<T>> {
        let typed = text.trim().to_lowercase();
        let wanted = self.typing(text, None);
        let mut fitting: Vec<(f32, &Arc<T>)> = pages
            .filter_map(|(one, id, words)| {
                let named = if id == typed {
                    NAMED
                } else if id.starts_with(&typed) {
                    BEGUN
                } else {
                    0.0
                };
                let score = named + fit(&wanted, words);
                (score > 0.0).then_some((score, one))
            })
            .collect();
        fitting.sort_by(|a, b| b.0.total_cmp(&a.0));
        fitting.truncate(most);
        fitting.into_iter().map(|(_, one)| one).collect()
    }

    /// The leads of all topics, first the first of each.
    fn leads(&self, day: Day) -> impl Iterator<Item = &Claim> {
        let longest = self.topics.iter().map(|topic| topic.lead.len()).max();
        let rounds = (0..longest.unwrap_or_default()).flat_map(|round| {
            self.topics
                .iter()
                .filter_map(move |one| one.lead.get(round))
        });
        let mut seen = BTreeSet::new();
        rounds
            .filter(move |id| seen.insert(id.as_str()))
            .filter_map(|id| self.claim(id).map(AsRef::as_ref))
            .filter(move |claim| self.known(claim, day))
    }

    fn claims_by(&self, speaker: &Speaker) -> usize {
        let claims = self.claims.iter();
        let standing = claims.filter(|claim| claim.withdrawn.is_none());
        standing
            .filter(|claim| claim.by.iter().any(|by| by.id == speaker.id))
            .count()
    }
}

/// Most words for which near ones are looked for.
const MOST_TYPED: usize = 8;

/// What an id counts that was typed in full, and one that was begun; more than any words.
const NAMED: f32 = 100.0;
const BEGUN: f32 = 0.5;

/// How well the words of a page fit what is wanted: from 0, nothing, to 1, all of it.
fn fit(wanted: &[QueryTerm], words: &Words) -> f32 {
    let fits = wanted.iter().filter_map(|one| {
        let (candidate, field) = best_match(words, one)?;
        Some(candidate.weight() * field.boost())
    });
    fits.sum::<f32>() / wanted.len().max(1) as f32
}

fn unasked(claim: &Claim) -> Hit<'_> {
    let matched = Vec::new();
    Hit {
        claim,
        score: 0.0,
        matched,
    }
}
