//! By what questions are understood, worked out once for all of them.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::Asked;
use super::names::NameTable;
use super::roles::{Involved, Involvement, involvements};
use super::terms::Postings;
use crate::facts::figures::Number;
use crate::facts::runs::Runs;
use crate::facts::{Claim, Facts, Topic};

/// By what questions are understood. Made by [`Facts::questions`].
#[derive(Debug)]
pub struct Questions {
    pub(super) names: NameTable,
    /// Who is involved in each claim, by its place among all claims.
    pub(super) involved: Runs<(u32, Involvement)>,
    /// The places of the claims in which each speaker is involved, by its place among all speakers.
    pub(super) involving: Runs<u32>,
    /// The places of the claims with a number of each measure, by its place among all measures.
    pub(super) counting: Runs<u32>,
    /// The places of the topics of each claim, by its place among all claims.
    pub(super) topics: Runs<u32>,
    /// The places of the claims that lead a topic, and of those that answer what a topic asks.
    pub(super) leading: HashSet<u32, RandomState>,
    pub(super) answering: HashSet<u32, RandomState>,
    /// The places of the speakers in the title of each topic.
    pub(super) titled: Vec<Vec<u32>>,
    pub(super) postings: Postings,
}

impl Questions {
    fn new(facts: &Facts, read: fn(&str) -> Vec<Asked>) -> Self {
        let names = NameTable::new(facts);
        let claims = facts.claims.iter();
        let involved = claims.map(|claim| involvements(facts, &names, claim, read));
        let involved: Runs<(u32, Involvement)> = involved.collect();
        let claims = 0..facts.claims.len();
        let speakers = claims.clone().map(|at| {
            let all = involved.of(at).iter();
            all.map(|(speaker, _)| *speaker)
        });
        let measures = claims.map(|at| facts.numbers.of(at).iter().map(Number::measure));
        let place = |id: &String| Some(*facts.places.place.get(id)? as u32);
        let topics = || facts.topics.iter();
        let topic_places: HashMap<&str, u32> =
            topics().map(|one| one.id.as_str()).zip(0..).collect();
        let of_claim = |claim: &Arc<Claim>| {
            let ids = claim.topics.iter();
            let places = ids.filter_map(|id| topic_places.get(id.as_str()).copied());
            places.collect::<Vec<u32>>()
        };
        Self {
            involving: inverted(speakers, facts.speakers.len()),
            counting: inverted(measures, facts.measures.len()),
            topics: facts.claims.iter().map(of_claim).collect(),
            leading: topics()
                .flat_map(|one| &one.lead)
                .filter_map(place)
                .collect(),
            answering: topics()
                .filter_map(|one| place(one.asks.as_ref()?))
                .collect(),
            titled: titled(facts, &names, read),
            postings: Postings::new(facts),
            involved,
            names,
        }
    }

    /// Who is involved in the claim at a place.
    pub(super) fn involved(&self, at: usize) -> Involved<'_> {
        Involved(self.involved.of(at))
    }
}

impl Facts {
    /// By what questions are understood, built on first use; `read` reads the words of a text.
    pub fn questions(&self, read: fn(&str) -> Vec<Asked>) -> &Questions {
        let questions = || Arc::new(Questions::new(self, read));
        self.questions.get_or_init(questions)
    }
}

/// The places of the claims that have each of so many things, where each claim tells the places of what it has.
fn inverted(claims: impl Iterator<Item = impl Iterator<Item = u32>>, things: usize) -> Runs<u32> {
    let mut inverted = vec![Vec::new(); things];
    for (all, claim) in claims.zip(0..) {
        for thing in all {
            if let Some(here) = inverted
                .get_mut(thing as usize)
                .filter(|one| one.last() != Some(&claim))
            {
                here.push(claim);
            }
        }
    }
    inverted.into_iter().collect()
}

/// The places of the speakers in the titles of the topics.
fn titled(facts: &Facts, names: &NameTable, read: fn(&str) -> Vec<Asked>) -> Vec<Vec<u32>> {
    let of = |topic: &Topic| {
        let titles: Vec<_> = topic.title.each().map(read).collect();
        let mentions = titles.iter().flat_map(|title| names.mentions(facts, title));
        let speakers = mentions.flat_map(|one| one.speakers);
        speakers.map(|one| one.place).collect()
    };
    facts.topics.iter().map(|topic| of(topic)).collect()
}
