//! Which claims may be about the same as a message, found by where its words and names are, without reading each claim that
//! has any of them.

use super::field::{Field, Fields};
use super::message::{MANY_NAMES, Message};

/// What a claim has of a message.
#[derive(Clone, Copy, Debug, Default)]
struct Overlap {
    /// How many of its words that are not names the claim may say.
    said: u8,
    /// How many of its names it has, and how many of these are things.
    named: u8,
    things: u8,
    /// Whether the message has a word for one of its topics.
    worded: bool,
    /// The number of the word or name that was counted last, from 1 on.
    last: u8,
}

impl Overlap {
    /// Whether a word or name has not been counted yet. It is counted now.
    fn is_first(&mut self, number: u8) -> bool {
        std::mem::replace(&mut self.last, number) != number
    }
}

impl Message<'_> {
    /// The places of claims among which are all that are about the same, in order.
    pub(super) fn candidates(&self) -> Vec<u32> {
        let (least_said, least) = self.least_of_any();
        let overlaps = self.overlaps();
        let overlaps = (0..).zip(&overlaps).filter(|(at, one)| {
            let (said, named) = (usize::from(one.said), usize::from(one.named));
            let connected = named + usize::from(one.things) + said;
            let enough = said >= least_said && connected >= least;
            let many = one.worded && named + said >= MANY_NAMES;
            (enough || many) && self.may_have_enough(*at, (said, connected), many)
        });
        let mut places: Vec<u32> = overlaps.map(|(at, _)| at).collect();
        places.extend(self.leading.iter().map(|at| *at as u32));
        places.extend(self.dated());
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Whether a claim may be connected enough, by its parties: by so many words, and by so many names and words.
    fn may_have_enough(&self, at: u32, (said, connected): (usize, usize), many: bool) -> bool {
        let Some(claim) = self.facts.claims.get(at as usize) else {
            return false;
        };
        let (least_said, least) = self.least(claim);
        said >= least_said && connected >= least || many && self.has_parties_of(claim)
    }

    /// What each claim has of it.
    fn overlaps(&self) -> Vec<Overlap> {
        let mut overlaps = vec![Overlap::default(); self.facts.claims.len()];
        let content = Fields::that(Field::is_content);
        let mut number = 0;
        for term in &self.words {
            number += 1;
            let places = self.facts.index().places_in(term, content);
            places.for_each(|at| {
                let one = &mut overlaps[at as usize];
                one.said += u8::from(one.is_first(number));
            });
        }
        for name in &self.names {
            number += 1;
            let mut add = |at: u32| {
                let one = &mut overlaps[at as usize];
                let first = one.is_first(number);
                one.named += u8::from(first);
                one.things += u8::from(first && name.is_thing);
            };
            self.facts.saying(name).into_iter().for_each(&mut add);
            for party in name.parties() {
                let involving = self.facts.places.involving.of(party).iter().copied();
                involving.for_each(&mut add);
            }
        }
        for topic in &self.worded {
            for at in self.facts.places.about.of(&topic.id) {
                overlaps[*at as usize].worded = true;
            }
        }
        overlaps
    }

    /// The places of the claims of which it says two dates and what the speaker did, such as to deny.
    fn dated(&self) -> Vec<u32> {
        let index = self.facts.index();
        let kinds = self
            .terms
            .iter()
            .filter(|term| index.is_in_any(term, Field::Kind));
        let kinds = kinds.flat_map(|term| index.having_in(term, Field::Kind.into()));
        let mut kinds: Vec<u32> = kinds.collect();
        if kinds.is_empty() {
            return kinds;
        }
        kinds.sort();
        let dates = self.terms.iter();
        let dates = dates.flat_map(|term| index.having_in(term, Field::When.into()));
        let mut dates: Vec<u32> = dates.collect();
        dates.sort();
        let twice = dates.windows(2).filter(|pair| pair.first() == pair.last());
        let twice = twice.filter_map(|pair| pair.first().copied());
        twice.filter(|at| kinds.binary_search(at).is_ok()).collect()
    }
}
