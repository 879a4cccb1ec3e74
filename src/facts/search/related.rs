//! What the facts have to do with a message: the few of its words that are words of the facts,
//! and the claims about the same.
//!
//! It sees no stance: a message that denies a claim is as near to it as one that repeats it.

use std::collections::BTreeSet;

use super::parse::{QueryOptions, MOST_WORDS, QueryTerm, parse_query};
use super::lexicon::{Entry, MatchOptions};
use super::words::has_digit;
use super::{Hit, Match, Place};
use crate::facts::date::Day;
use crate::facts::{Claim, Facts};

/// Most different words of a message that are read.
const MOST_MESSAGE_WORDS: usize = 2_000;

/// Least share of a message's telling words that are words of the facts.
const SHARE: f32 = 0.3;

/// How many names a claim and a message must have in common, and how many other words.
const ENOUGH: [(usize, usize); 3] = [(2, 1), (1, 3), (0, 5)];

/// So many names in common are enough with one word of the topic, even if the claim does not say it.
const MANY_NAMES: usize = 3;

/// Least score of a related claim, as a share of the nearest one's.
const NEAR: f32 = 0.4;

/// How many claims are looked at beyond those that are asked for.
const BESIDES: usize = 40;

impl Facts {
    /// The few words of a message by which related claims can be found, as they stand in the facts,
    /// in the order of the message, at most `room` code points. Empty if it is not about the same.
    /// What is not in the facts never gets in.
    pub fn digest(&self, message: &str, room: usize) -> String {
        let reviewed = self.dossier.reviewed;
        let (wanted, unknown) = self.parse_message(message, None);
        let share = wanted.len() as f32 / (wanted.len() + unknown).max(1) as f32;
        let wanted = self.telling(wanted);
        let nearest = self.nearest(&wanted, reviewed, 1);
        let Some(nearest) = nearest.first().filter(|_| share >= SHARE) else {
            return String::new();
        };
        let digest = self.fitting_in(&wanted, &nearest.matched, room);
        // What fits may be too little to find anything again.
        match self.related(&digest, reviewed, 1).is_empty() {
            true => String::new(),
            false => digest,
        }
    }

    /// As many words as fit: first those that the nearest claim says, then the others that it has,
    /// then those that tell most.
    fn fitting_in(&self, wanted: &[QueryTerm], nearest: &[Match], room: usize) -> String {
        let rank = |at: &usize| {
            let one = wanted.get(*at);
            let typed = one.map(|one| one.typed.as_str());
            let found = nearest
                .iter()
                .find(|found| Some(found.typed.as_str()) == typed);
            let said = |found: &Match| matches!(found.place, Place::Text | Place::Quote);
            let tells = one.map_or(0.0, |one| self.information(one));
            (found.map_or(2, |found| usize::from(!said(found))), tells)
        };
        let mut ranked: Vec<usize> = (0..wanted.len()).collect();
        ranked.sort_by(|a, b| {
            let ((first, tells), (second, others)) = (rank(a), rank(b));
            first.cmp(&second).then(others.total_cmp(&tells))
        });
        let shown = |at: usize| Some(self.meaning(wanted.get(at)?)?.shown.as_str());
        let mut kept = BTreeSet::new();
        let mut used = 0;
        for at in ranked {
            let length = shown(at).map_or(0, |word| word.chars().count());
            let with_space = length + usize::from(!kept.is_empty());
            if length > 0 && used + with_space <= room {
                used += with_space;
                kept.insert(at);
            }
        }
        let words: Vec<&str> = kept.into_iter().filter_map(shown).collect();
        words.join(" ")
    }

    /// The claims known by `day` that are about what a digest is about, the nearest `most` of them.
    pub fn related(&self, digest: &str, day: Day, most: usize) -> Vec<Hit<'_>> {
        let (wanted, _) = self.parse_message(digest, Some(day));
        self.nearest(&self.telling(wanted), day, most)
    }

    /// The claims that have enough in common with the words of a message.
    fn nearest(&self, wanted: &[QueryTerm], day: Day, most: usize) -> Vec<Hit<'_>> {
        let mut hits = self.found(wanted, day, most.saturating_add(BESIDES)).hits;
        hits.retain(|hit| self.about_the_same(wanted, &hit.claim.id));
        let least = hits.first().map_or(0.0, |hit| hit.score * NEAR);
        hits.retain(|hit| hit.score >= least);
        hits.truncate(most);
        hits
    }

    fn about_the_same(&self, wanted: &[QueryTerm], id: &str) -> bool {
        let index = self.index();
        let Some((place, claim)) = self.ties.place.get(id).zip(self.claim(id)) else {
            return false;
        };
        let mut names = Vec::new();
        let mut others = 0;
        let mut on_topic = false;
        for (one, shared) in wanted.iter().zip(index.shared(wanted, *place)) {
            let Some(word) = shared.map(|(candidate, _)| candidate.word).or(one.likeliest()) else {
                continue;
            };
            let name = index.lexicon().word(word).is_some_and(|word| word.name);
            match shared {
                Some(_) if name => names.push(word),
                Some((_, field)) => {
                    others += usize::from(field.says());
                    on_topic |= field.place() == Place::Topic;
                }
                // Who names a leader speaks of the state, and the other way round.
                None if name && self.involves(claim, index.bearing(word)) => names.push(word),
                None => {}
            }
        }
        let names = index.bearers(names);
        let enough = |(least, more): &(usize, usize)| names >= *least && others >= *more;
        ENOUGH.iter().any(enough) || names >= MANY_NAMES && on_topic
    }

    /// Whether a claim is by or about the party of any of these speakers.
    fn involves(&self, claim: &Claim, mut bearing: impl Iterator<Item = usize>) -> bool {
        let mut parties = claim.by.iter().chain(&claim.about);
        bearing.any(|place| {
            let party = self.speakers.get(place).map(|speaker| &speaker.party().id);
            parties.any(|one| Some(&one.party().id) == party)
        })
    }

    /// The words of a message that tell and are words of the facts, each once, and how many others tell.
    fn parse_message(&self, message: &str, day: Option<Day>) -> (Vec<QueryTerm>, usize) {
        let index = self.index();
        let options = QueryOptions {
            options: MatchOptions {
                day,
                prefix: usize::MAX,
                slips: false,
            },
            last: usize::MAX,
            words: MOST_MESSAGE_WORDS,
            pages: index.pages(),
            later: day.is_none_or(|day| day >= self.dossier.reviewed),
        };
        let (mut wanted, unknown) = parse_query(index.lexicon(), message, options);
        let all = wanted.len() + unknown.len();
        wanted.retain(|one| one.weight >= 1.0 && self.tells(one));
        let known = wanted.len();
        (wanted, all - known)
    }

    /// The words that tell most, names among them, in the order of the message.
    fn telling(&self, mut wanted: Vec<QueryTerm>) -> Vec<QueryTerm> {
        if wanted.len() > MOST_WORDS {
            let mut tells: Vec<f32> = wanted.iter().map(|one| self.information(one)).collect();
            tells.sort_by(|a, b| b.total_cmp(a));
            let least = tells.get(MOST_WORDS - 1).copied().unwrap_or_default();
            wanted.retain(|one| self.information(one) >= least);
            wanted.truncate(MOST_WORDS);
        }
        wanted
    }

    /// How much a word tells; a name more, since it is what a message is about.
    fn information(&self, wanted: &QueryTerm) -> f32 {
        let name = self.meaning(wanted).is_some_and(|word| word.name);
        wanted.information(self.index().pages()) + if name { 1.0 } else { 0.0 }
    }

    /// The likeliest word of the facts.
    fn meaning(&self, wanted: &QueryTerm) -> Option<&Entry> {
        self.index().lexicon().word(wanted.likeliest()?)
    }

    /// Whether a word stands in the facts where it tells what a claim is about. Small numbers are days
    /// and counts of anything.
    fn tells(&self, wanted: &QueryTerm) -> bool {
        let small = has_digit(&wanted.typed) && wanted.typed.chars().count() < 3;
        !small && self.meaning(wanted).is_some_and(|word| word.tells)
    }
}
