//! One full-text index over a snapshot of the facts: search, completion while typing, "did you mean", and
//! claims related to a message.
//!
//! It says where a claim matched, never what is true: it compares words and ignores stances.

mod affixes;
mod best;
mod block;
mod builder;
mod document;
mod field;
mod forms;
mod hit;
mod index;
mod joined;
mod lexicon;
mod message;
mod misspelt;
mod named;
mod near;
mod nearest;
mod numbers;
mod occurrence;
mod outline;
mod overlap;
mod parse;
mod part;
mod postings;
mod question;
mod related;
mod scores;
mod source_url;
mod suggest;
mod tally;
mod texts;
mod titles;
mod topical;
mod typed;
mod words;

pub use forms::stem;
pub use hit::{Found, Hit, How, Match, Place};
pub use index::Index;
pub use question::{Act, Asked, Mention, Questions, Ranked, Role, Spelt, Subject, Ways, spelt};

use std::cmp::Ordering;
use std::collections::HashSet;

use best::{Best, best};
use index::information;
use parse::{QueryOptions, QueryTerm};
use part::{Scored, best_first};
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
        let (best, total) = self.best_and_total(&terms, most);
        let mut hits = self.hits(&terms, &best);
        self.put_first(&mut hits, text, most);
        Found {
            total: total.max(hits.len()),
            corrected: corrected(&terms, &hits),
            unknown: told(unknown),
            hits,
        }
    }

    /// The best `most` claims, and how many there are without those that match marginally and far below the best.
    fn best_and_total(self, terms: &[QueryTerm], most: usize) -> (Vec<Scored>, usize) {
        let order = |a: &Scored, b: &Scored| whole_first(terms.len(), a, b);
        let (mut telling, mut marginal) = (Best::new(most, order), Best::new(most, order));
        let (mut total, mut scores) = (0, Vec::new());
        let (mut least, all) = (0.0_f32, information(terms));
        self.each(terms, |one| {
            let is_marginal = one.is_marginal();
            total += usize::from(!is_marginal);
            // Most are not among the best, and weighing does not raise a score.
            let rank = |one: &Scored| whole_rank(terms.len(), one);
            let is_worse = |last: &Scored| one.score < last.score && rank(one) >= rank(last);
            if !is_marginal && telling.last().is_some_and(is_worse) {
                return 0.0;
            }
            let one = one.weighed(all);
            least = least.max(one.score * MARGINAL_SHARE);
            if !is_marginal {
                telling.offer(one);
            } else if one.score >= least {
                scores.push(one.score);
                marginal.offer(one);
            }
            0.0
        });
        scores.retain(|score| *score >= least);
        let marginal = marginal.sorted().into_iter();
        let marginal = marginal.filter(|one| one.score >= least);
        let mut all = best(telling.sorted().into_iter().chain(marginal), most, order);
        let mut least = 0.0_f32;
        for one in all.iter_mut().rev() {
            least = least.max(one.score);
            one.score = least;
        }
        (all, total + scores.len())
    }

    /// Puts the claims first whose id is the text, or begins with it.
    fn put_first(self, hits: &mut Vec<Hit<'a>>, text: &str, most: usize) {
        let typed = text.trim().to_lowercase();
        let named = match typed.contains('-') {
            true => self.facts.index().begun(self.facts, &typed),
            false => self.facts.claim(&typed).into_iter().collect(),
        };
        let named = named.into_iter().filter(|claim| self.known(claim));
        let named: Vec<&Claim> = named.map(AsRef::as_ref).collect();
        let Some(last) = named.last() else { return };
        let mut score = hits
            .iter()
            .find(|hit| hit.claim.id != last.id)
            .map_or(1.0, |hit| hit.score);
        let ids: HashSet<&str> = named.iter().map(|claim| claim.id.as_str()).collect();
        hits.retain(|hit| !ids.contains(hit.claim.id.as_str()));
        let mut first: Vec<Hit<'a>> = Vec::new();
        for (claim, left) in named.into_iter().rev().zip((0..ids.len()).rev()) {
            score += 1.0;
            if left < most {
                first.push(named_hit(claim, text, score));
            }
        }
        hits.splice(0..0, first.into_iter().rev());
        hits.truncate(most);
    }
}

/// A claim whose id was typed or begun.
fn named_hit<'a>(claim: &'a Claim, text: &str, score: f32) -> Hit<'a> {
    let typed = text.trim();
    let matched = Match {
        typed: typed.to_owned(),
        word: claim.id.clone(),
        place: Place::Id,
        how: match claim.id == typed.to_lowercase() {
            true => How::Same,
            false => How::Prefix,
        },
    };
    Hit {
        claim,
        score,
        matched: vec![matched],
    }
}

/// First those that have every word, those with most in places of their own before others.
#[inline]
fn whole_first(words: usize, a: &Scored, b: &Scored) -> Ordering {
    let rank = |one| whole_rank(words, one);
    rank(a).cmp(&rank(b)).then_with(|| best_first(a, b))
}

/// How many words a claim has only in places that it shares with others, if it has every word; from 0. Notes, dates and
/// publishers do not count: they have words of anything.
#[inline]
fn whole_rank(words: usize, one: &Scored) -> usize {
    match one.placed() >= words {
        true => one.shared(),
        false => words,
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
