//! The known claims that are nearest to a message among those about the same.
//!
//! Whether a claim is about the same takes longer to find out than how well it matches. So those that match best are asked
//! first, and all only if these are not enough.

use super::best::Best;
use super::hit::Hit;
use super::index::information;
use super::message::Message;
use super::parse::QueryTerm;
use super::part::{Scored, best_first};
use crate::facts::AsOf;

/// How many of the claims that match best are asked whether they are about the same before others are looked for in
/// another way.
const ASKED: usize = 64;

/// How many claims may be asked at most before it is cheaper to find those that may be about the same.
const FEW: usize = 512;

impl<'a> AsOf<'a> {
    /// The known claims that have enough in common with the words of a message.
    pub(super) fn nearest(self, terms: &[QueryTerm], most: usize) -> Vec<Hit<'a>> {
        let message = Message::new(self.facts, terms);
        let mut found = Vec::new();
        for some in [most, ASKED] {
            let first = self.first(terms, some);
            let is_whole;
            (found, is_whole) = message.nearest(&first, most, first.len() < some);
            if is_whole {
                return self.hits(terms, &found);
            }
            if !found.is_empty() {
                break;
            }
        }
        let rest = match message.least_score(&found) {
            Some(least) => {
                let mut rest = self.scored_at_least(terms, least);
                if rest.len() > FEW {
                    let candidates = message.candidates();
                    rest.retain(|one| candidates.binary_search(&one.at).is_ok());
                }
                rest
            }
            None => self.only(terms, &message.candidates()),
        };
        let (found, _) = message.nearest(&sorted(rest), most, true);
        self.hits(terms, &found)
    }

    /// The claims that match best, in order, so many of them.
    fn first(self, terms: &[QueryTerm], some: usize) -> Vec<Scored> {
        let (mut best, all) = (Best::new(some, best_first), information(terms));
        self.each(terms, |one| {
            best.offer(one.weighed(all));
            best.last().map_or(0.0, |last| last.score)
        });
        best.sorted()
    }

    /// The claims that match with at least so high a score, in the order of all claims.
    fn scored_at_least(self, terms: &[QueryTerm], least: f32) -> Vec<Scored> {
        let (mut found, all) = (Vec::new(), information(terms));
        self.each(terms, |one| {
            let one = one.weighed(all);
            if one.score >= least {
                found.push(one);
            }
            least.next_down()
        });
        found
    }

    /// Of the claims at some places, which are in order, those that match, in the order of all claims.
    fn only(self, terms: &[QueryTerm], places: &[u32]) -> Vec<Scored> {
        let (mut found, all) = (Vec::new(), information(terms));
        let mut left = places.iter().peekable();
        if left.peek().is_none() {
            return found;
        }
        self.each(terms, |one| {
            while left.next_if(|at| **at < one.at).is_some() {}
            if left.next_if(|at| **at == one.at).is_some() {
                found.push(one.weighed(all));
            }
            // After the last of them the others may be left out.
            left.peek().map_or(f32::MAX, |_| 0.0)
        });
        found
    }
}

/// The best first.
fn sorted(mut scored: Vec<Scored>) -> Vec<Scored> {
    scored.sort_by(best_first);
    scored
}

#[cfg(test)]
mod tests {
    use once_cell::sync::Lazy;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::super::parse::QueryOptions;
    use super::*;
    use crate::facts::Facts;
    use crate::facts::file::{Part, read};

    static FACTS: Lazy<Facts> = Lazy::new(|| {
        let text = include_str!("../../../tests/fixtures/facts/valid.toml").to_owned();
        let name = "facts.toml".to_owned();
        read(&[Part { name, text }]).unwrap().facts
    });

    /// The words of all claims, speakers and topics, and words for what claims do and when.
    fn words() -> Vec<String> {
        let claims = FACTS.claims.iter();
        let said = claims.flat_map(|claim| [claim.text.first(), claim.place.first()]);
        let names = FACTS.speakers.iter().map(|one| one.name.first());
        let titles = FACTS.topics.iter().map(|topic| topic.title.first());
        let all = said.chain(names).chain(titles);
        let all = all.chain([
            "denied confirmed May June 2024",
            FACTS.dossier.title.first(),
        ]);
        let words = all.flat_map(str::split_whitespace);
        words.map(str::to_owned).collect()
    }

    proptest! {
        #[test]
        fn asking_all_claims_finds_no_others(words in vec(select(words()), 1..30), most in 1..6_usize) {
            let as_of = FACTS.as_of(FACTS.dossier.reviewed);
            let (terms, _) = FACTS.parse_query(&words.join(" "), None, QueryOptions::MESSAGE);
            let message = Message::new(&FACTS, &terms);
            let mut all = Vec::new();
            as_of.each(&terms, |one| {
                all.push(one.weighed(information(&terms)));
                0.0
            });
            all.sort_by(best_first);
            let (expected, _) = message.nearest(&all, most, true);
            let fitting = all.iter().filter(|one| message.finds(one.at as usize));
            let candidates = message.candidates();
            prop_assert!(fitting.into_iter().all(|one| candidates.contains(&one.at)));
            let (found, _) = message.nearest(&sorted(as_of.only(&terms, &candidates)), most, true);
            prop_assert_eq!(&found, &expected);
            let ids = |hits: &[Hit<'_>]| hits.iter().map(|hit| hit.claim.id.clone()).collect::<Vec<_>>();
            let found = as_of.nearest(&terms, most);
            prop_assert_eq!(ids(&found), ids(&as_of.hits(&terms, &expected)));
        }
    }
}
