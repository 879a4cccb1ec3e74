//! How the facts relate to a message: the few of its words that are words of the facts, and the claims about
//! the same.
//!
//! It sees no stance: a message that denies a claim is as near to it as one that repeats it.

use std::collections::BTreeMap;

use super::hit::{Hit, Match, Place};
use super::index::TermVector;
use super::lexicon::{LexiconEntry, WordId};
use super::parse::{MOST_WORDS, QueryOptions, QueryTerm};
use super::words::has_digit;
use crate::facts::date::Day;
use crate::facts::{AsOf, Claim, Facts};

/// Least share of a message's telling words that must be words of the facts.
const SHARE: f32 = 0.3;

/// How many names, and how many other words, a claim and a message must have in common.
const ENOUGH: [(usize, usize); 3] = [(2, 1), (1, 3), (0, 5)];

/// This many names in common are enough with one word of the topic, even if the claim does not say it.
const MANY_NAMES: usize = 3;

/// Least score of a related claim, as a share of the nearest one's.
const NEAR: f32 = 0.4;

/// How many claims are looked at beyond those asked for.
const BESIDES: usize = 40;

impl Facts {
    /// The few words of a message by which related claims can be found, as spelt in the facts, in the order
    /// of the message, at most `room` code points. Empty if no claim is about the same. Words that are not
    /// in the facts never get in.
    pub fn digest(&self, message: &str, room: usize) -> String {
        let latest = self.as_of(self.dossier.reviewed);
        let (terms, unknown) = self.parse_message(message, None);
        let share = terms.len() as f32 / (terms.len() + unknown).max(1) as f32;
        let terms = self.most_telling(terms);
        let nearest = latest.nearest(&terms, 1);
        let Some(nearest) = nearest.first().filter(|_| share >= SHARE) else {
            return String::new();
        };
        let digest = self.select_words(&terms, &nearest.matched, room);
        // The words that fit may be too few to find a claim again.
        match latest.related(&digest, 1).is_empty() {
            true => String::new(),
            false => digest,
        }
    }

    /// As many words as fit: first those that the nearest claim says, then the others that it has,
    /// then the most telling ones.
    fn select_words(&self, terms: &[QueryTerm], nearest: &[Match], room: usize) -> String {
        let rank = |term: &QueryTerm| {
            let found = nearest.iter().find(|found| found.typed == term.typed);
            match found.map(|found| found.place) {
                Some(Place::Text | Place::Quote) => 0,
                Some(_) => 1,
                None => 2,
            }
        };
        let mut ranked: Vec<(usize, &QueryTerm)> = terms.iter().enumerate().collect();
        ranked.sort_by(|(_, a), (_, b)| {
            let tells = self.information(b).total_cmp(&self.information(a));
            rank(a).cmp(&rank(b)).then(tells)
        });
        let mut kept = BTreeMap::new();
        let mut left = room + 1;
        for (at, term) in ranked {
            let Some(word) = self.likeliest(term) else {
                continue;
            };
            let with_space = word.shown.chars().count() + 1;
            if with_space <= left {
                left -= with_space;
                kept.insert(at, word.shown.as_str());
            }
        }
        let words: Vec<&str> = kept.into_values().collect();
        words.join(" ")
    }

    fn is_about_the_same(&self, terms: &[QueryTerm], claim: &Claim) -> bool {
        let index = self.index();
        let place = self.links.place.get(&claim.id);
        let Some(words) = place.and_then(|place| index.claim(*place)) else {
            return false;
        };
        let mut names = Vec::new();
        let mut others = 0;
        let mut on_topic = false;
        for term in terms {
            let shared = words.best_match(term);
            let word = shared.map(|(candidate, _)| candidate.word);
            let Some(word) = word.or(term.likeliest()) else {
                continue;
            };
            let name = index.lexicon().word(word).is_some_and(|word| word.name);
            match shared {
                Some(_) if name => names.push(word),
                Some((_, field)) => {
                    others += usize::from(field.is_content());
                    on_topic |= field.place() == Place::Topic;
                }
                // Naming a leader means the state, and the other way round.
                None if name && self.involves(claim, word) => names.push(word),
                None => {}
            }
        }
        let names = fewest_speakers(index.speakers(), names);
        let enough = |(least, more): &(usize, usize)| names >= *least && others >= *more;
        ENOUGH.iter().any(enough) || names >= MANY_NAMES && on_topic
    }

    /// Whether a claim is by or about the party of the first speaker with this word in a name.
    fn involves(&self, claim: &Claim, name: WordId) -> bool {
        let mut speakers = self.speakers.iter().zip(self.index().speakers());
        let named = speakers.find(|(_, words)| words.is_named(name));
        named.is_some_and(|(speaker, _)| {
            let mut involved = claim.by.iter().chain(&claim.about);
            involved.any(|one| one.party().id == speaker.party().id)
        })
    }

    /// The telling words of a message that are words of the facts, each once, and how many others there are.
    fn parse_message(&self, message: &str, day: Option<Day>) -> (Vec<QueryTerm>, usize) {
        let (mut terms, unknown) = self.parse_query(message, day, QueryOptions::MESSAGE);
        let all = terms.len() + unknown.len();
        terms.retain(|term| term.weight >= 1.0 && self.is_telling(term));
        let known = terms.len();
        (terms, all - known)
    }

    /// The most telling words, names among them, in the order of the message.
    fn most_telling(&self, mut terms: Vec<QueryTerm>) -> Vec<QueryTerm> {
        let mut tells: Vec<f32> = terms.iter().map(|one| self.information(one)).collect();
        tells.sort_by(|a, b| b.total_cmp(a));
        if let Some(least) = tells.get(MOST_WORDS - 1) {
            terms.retain(|one| self.information(one) >= *least);
            terms.truncate(MOST_WORDS);
        }
        terms
    }

    /// How much a word tells; names more, since a message is about them.
    fn information(&self, term: &QueryTerm) -> f32 {
        let name = self.likeliest(term).is_some_and(|word| word.name);
        term.information + if name { 1.0 } else { 0.0 }
    }

    /// The likeliest word of the facts.
    fn likeliest(&self, term: &QueryTerm) -> Option<&LexiconEntry> {
        self.index().lexicon().word(term.likeliest()?)
    }

    /// Whether a word shows what a claim is about. Small numbers do not: they are days and counts of anything.
    fn is_telling(&self, term: &QueryTerm) -> bool {
        let small = has_digit(&term.typed) && term.typed.chars().count() < 3;
        !small && self.likeliest(term).is_some_and(|word| word.telling)
    }
}

impl<'a> AsOf<'a> {
    /// The known claims that are about the same as a digest, the nearest `most` of them.
    pub fn related(self, digest: &str, most: usize) -> Vec<Hit<'a>> {
        let (terms, _) = self.facts.parse_message(digest, Some(self.day));
        self.nearest(&self.facts.most_telling(terms), most)
    }

    /// The known claims that have enough in common with the words of a message.
    fn nearest(self, terms: &[QueryTerm], most: usize) -> Vec<Hit<'a>> {
        let mut hits = self.best_hits(terms, most.saturating_add(BESIDES));
        hits.retain(|hit| self.facts.is_about_the_same(terms, hit.claim));
        let least = hits.first().map_or(0.0, |hit| hit.score * NEAR);
        hits.retain(|hit| hit.score >= least);
        hits.truncate(most);
        hits
    }
}

/// The least number of speakers that together have all these words in their names. A word in no speaker's name
/// counts as one more.
fn fewest_speakers(speakers: &[TermVector], mut names: Vec<WordId>) -> usize {
    let mut fewest = 0;
    while !names.is_empty() {
        let count =
            |words: &&TermVector| names.iter().filter(|name| words.is_named(**name)).count();
        let most = speakers.iter().max_by_key(count);
        match most.filter(|words| count(words) > 0) {
            Some(words) => names.retain(|name| !words.is_named(*name)),
            None => return fewest + names.len(),
        }
        fewest += 1;
    }
    fewest
}
