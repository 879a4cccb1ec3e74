//! How the facts relate to a message: the few of its words that are words of the facts, and the claims about
//! the same.
//!
//! It sees no stance: a message that denies a claim is as near to it as one that repeats it.

use std::collections::{BTreeMap, HashSet};

use super::hit::{Hit, How, Match, Place};
use super::lexicon::LexiconEntry;
use super::message::Message;
use super::parse::{MOST_WORDS, QueryOptions, QueryTerm};
use super::words::has_digit;
use crate::facts::date::Day;
use crate::facts::vocabulary::Role;
use crate::facts::{AsOf, Claim, Facts, Source};

/// Least share of a message's telling words that must be words of the facts.
const SHARE: f32 = 0.3;

/// The maximum number of linked sources in a digest.
const MOST_SOURCES: usize = 2;

impl Facts {
    /// The few words of a message by which related claims can be found, as spelt in the facts, in the order
    /// of the message, after the ids of the sources to which it links; at most `room` code points. Empty if no claim
    /// is about the same. Words that are not in the facts never get in.
    pub fn digest(&self, message: &str, room: usize) -> String {
        let (sources, text) = self.part(message);
        let mut kept = String::new();
        for source in sources.iter().take(MOST_SOURCES) {
            push(&mut kept, &source.id, room);
        }
        let words = self.digest_words(&text, room.saturating_sub(kept.chars().count() + 1));
        push(&mut kept, &words, room);
        kept
    }

    /// The sources that a message links to or names by their ids, and the rest of it.
    fn part(&self, message: &str) -> (Vec<&Source>, String) {
        let mut sources = self.linked_sources(message);
        let mut rest = Vec::new();
        for word in message.split_whitespace() {
            let named = self.places.source.get(word);
            match named.and_then(|at| self.sources.get(*at)) {
                Some(source) if sources.iter().any(|one| one.id == source.id) => {}
                Some(source) => sources.push(source),
                None => rest.push(word),
            }
        }
        (sources, rest.join(" "))
    }

    fn digest_words(&self, text: &str, room: usize) -> String {
        let latest = self.as_of(self.dossier.reviewed);
        let (terms, unknown) = self.parse_message(text, None);
        let share = terms.len() as f32 / (terms.len() + unknown).max(1) as f32;
        let terms = self.most_telling(terms);
        let nearest = latest.nearest(&terms, 1);
        let Some(nearest) = nearest.first().filter(|_| share >= SHARE) else {
            return String::new();
        };
        let digest = self.select_words(&terms, &nearest.matched, room);
        // The words that fit may be too few to find a claim again, mostly the same.
        let finds = latest.finds(&digest, nearest.claim);
        match finds || !latest.related(&digest, 1).is_empty() {
            true => digest,
            false => String::new(),
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
        !small && self.likeliest(term).is_some_and(LexiconEntry::is_telling)
    }
}

impl<'a> AsOf<'a> {
    /// The known claims that are about the same as a digest, and those of the sources in it: the nearest `most` of
    /// them.
    pub fn related(self, digest: &str, most: usize) -> Vec<Hit<'a>> {
        let (sources, text) = self.facts.part(digest);
        let (terms, _) = self.facts.parse_message(&text, Some(self.day));
        let mut hits = self.nearest(&self.facts.most_telling(terms), most);
        let linked = self.of_sources(&sources);
        if linked.is_empty() {
            return hits;
        }
        // What the linked page carries comes first if the message says it, too.
        hits.sort_by_key(|hit| !linked.iter().any(|other| other.claim.id == hit.claim.id));
        hits.truncate(most.div_ceil(2));
        for hit in linked {
            if hits.len() < most && !hits.iter().any(|other| other.claim.id == hit.claim.id) {
                hits.push(hit);
            }
        }
        hits
    }

    /// Whether a known claim is about the same as a digest and has a word of it.
    fn finds(self, digest: &str, claim: &Claim) -> bool {
        let (_, text) = self.facts.part(digest);
        let (terms, _) = self.facts.parse_message(&text, Some(self.day));
        let terms = self.facts.most_telling(terms);
        let place = self.facts.places.place.get(&claim.id);
        place.is_some_and(|at| Message::new(self.facts, &terms).finds(*at))
    }

    /// The known claims that any of these sources carries or contradicts: first those that lead a topic, then those
    /// that it was the first to carry.
    fn of_sources(self, sources: &[&Source]) -> Vec<Hit<'a>> {
        if sources.is_empty() {
            return Vec::new();
        }
        let topics = self.facts.topics.iter();
        let leading = topics.flat_map(|topic| topic.lead.iter().map(String::as_str));
        let leading: HashSet<&str> = leading.collect();
        let mut found = Vec::new();
        for source in sources.iter().filter(|source| self.published(source)) {
            for claim in self.sourced(source) {
                let mut evidence = claim.evidence.iter();
                let Some(evidence) = evidence.find(|one| one.source.id == source.id) else {
                    continue;
                };
                let leads = leading.contains(claim.id.as_str());
                found.push((!leads, evidence.role != Role::Origin, claim, source));
            }
        }
        found.sort_by_key(|(leads, origin, ..)| (*leads, *origin));
        let hit = |(_, _, claim, source): (bool, bool, &'a Claim, &&Source)| Hit {
            claim,
            score: 1.0,
            matched: vec![Match {
                typed: source.id.clone(),
                word: source.publisher.clone(),
                place: Place::Source,
                how: How::Same,
            }],
        };
        found.into_iter().map(hit).collect()
    }
}

/// Adds words to a text if they fit.
fn push(text: &mut String, words: &str, room: usize) {
    let gap = if text.is_empty() || words.is_empty() {
        ""
    } else {
        " "
    };
    if text.chars().count() + gap.len() + words.chars().count() <= room {
        text.push_str(gap);
        text.push_str(words);
    }
}
