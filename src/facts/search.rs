//! One full-text index over a snapshot of the facts: search, completion while typing, "did you mean", and
//! claims related to a message.
//!
//! It says where a claim matched, never what is true: it compares words and ignores stances.

mod affixes;
mod document;
mod engine;
mod field;
mod forms;
mod hit;
mod index;
mod joined;
mod lexicon;
mod message;
mod named;
mod numbers;
mod parse;
mod question;
mod related;
mod source_url;
mod suggest;
mod words;

pub use forms::stem;
pub use hit::{Found, Hit, How, Match, Place};
pub use index::Index;
pub use question::{Act, Asked, Mention, Questions, Ranked, Role, Spelt, Subject, Ways, spelt};

use std::sync::Arc;

use parse::{QueryOptions, QueryTerm};
use words::Word;
pub use words::{fold, is_other_script, is_stop_word};

use super::{AsOf, Claim, Facts};

/// A hit that matches only marginally is dropped below this share of the best score.
const MARGINAL_SHARE: f32 = 0.3;

impl Facts {
    /// The index over these facts, built on first use.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self).into())
    }
}

impl<'a> AsOf<'a> {
    /// The known claims that have any word of `text`, the best `most` of them. An id finds its claim first.
    pub fn search(self, text: &str, most: usize) -> Found<'a> {
        let (mut terms, unknown) =
            self.facts
                .parse_query(text, Some(self.day), QueryOptions::SEARCH);
        let spelt = |term: &QueryTerm| term.candidates.iter().any(|one| one.how != How::Typo);
        if !terms.iter().any(spelt) && !unknown.iter().all(Word::is_stop) {
            // Unknown words beside words that are at best misspellings: the text is about something else.
            terms.clear();
        }
        let mut hits = self.best_hits(&terms, self.facts.claims.len());
        let best = hits.first().map_or(0.0, |hit| hit.score);
        hits.retain(|hit| hit.score >= best * MARGINAL_SHARE || !hit.is_marginal());
        put_whole_first(&mut hits, terms.len());
        let total = hits.len();
        hits.truncate(most);
        self.put_first(&mut hits, text, most);
        Found {
            total: total.max(hits.len()),
            corrected: corrected(&terms, &hits),
            unknown: told(unknown),
            hits,
        }
    }

    /// Puts the claims first whose id is the text, or begins with it.
    fn put_first(self, hits: &mut Vec<Hit<'a>>, text: &str, most: usize) {
        let typed = text.trim().to_lowercase();
        let named = |claim: &&Arc<Claim>| {
            let begun = typed.contains('-') && claim.id.starts_with(&typed);
            (begun || claim.id == typed) && self.known(claim)
        };
        for claim in self.facts.claims.iter().filter(named).rev() {
            hits.retain(|hit| hit.claim.id != claim.id);
            let matched = Match {
                typed: text.trim().to_owned(),
                word: claim.id.clone(),
                place: Place::Id,
                how: match claim.id == typed {
                    true => How::Same,
                    false => How::Prefix,
                },
            };
            let hit = Hit {
                claim,
                score: hits.first().map_or(1.0, |hit| hit.score) + 1.0,
                matched: vec![matched],
            };
            hits.insert(0, hit);
        }
        hits.truncate(most);
    }
}

/// Puts the claims first that have every word, those with most in places of their own before others. Notes, dates and
/// publishers do not count: they have words of anything.
fn put_whole_first(hits: &mut [Hit<'_>], words: usize) {
    hits.sort_by_cached_key(|hit| {
        let places = || hit.matched.iter().map(|one| one.place);
        let own = places().filter(|place| place.is_own()).count();
        let lesser = places().filter(|place| place.is_shared()).count();
        if own + lesser >= words { lesser } else { words }
    });
    let mut least = 0.0_f32;
    for hit in hits.iter_mut().rev() {
        least = least.max(hit.score);
        hit.score = least;
    }
}

/// The words that say something, as typed.
fn told(unknown: Vec<Word>) -> Vec<String> {
    let telling = unknown.into_iter().filter(|word| !word.is_stop());
    telling.map(|word| word.typed).collect()
}

/// The words that the best hit having them has only in another spelling.
fn corrected(terms: &[QueryTerm], hits: &[Hit<'_>]) -> Vec<(String, String)> {
    let read = terms.iter().filter_map(|term| {
        let mut matches = hits.iter().flat_map(|hit| &hit.matched);
        let best = matches.find(|found| found.typed == term.typed)?;
        (best.how == How::Typo).then(|| (best.typed.clone(), best.word.clone()))
    });
    read.collect()
}
