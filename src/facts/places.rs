//! Where claims are by what they have, worked out once: to find a few claims, no answer goes through all of them.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::date::Day;
use super::{Claim, Source, Speaker};

/// The places of claims among all claims. Lists are in the order of all claims if they do not say otherwise.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// The first day on which each claim was known, in the order of all claims; `None` for withdrawn ones.
    pub(super) since: Vec<Option<Day>>,
    /// Where each claim is, by its id.
    pub(super) place: HashMap<String, usize>,
    /// Where each source is among all sources, by its id.
    pub(super) source: HashMap<String, usize>,
    /// The claims of a topic, by its id.
    pub(super) about: Lists,
    /// The claims of a speaker and of those who speak for it, by its id.
    pub(super) said: Lists,
    /// The claims that are about a speaker, or that cite it or somebody who speaks for it, by its id.
    pub(super) naming: Lists,
    /// The claims by or about a party or those who speak for it, by the id of the party.
    pub(super) involving: Lists,
    /// The claims to which a source belongs, by its id.
    pub(super) sourced: Lists,
    /// The claims about a dated event, in the order of the events.
    pub(super) dated: Vec<u32>,
    /// The claims that an editor has revised or withdrawn.
    pub(super) edited: Vec<u32>,
    /// The claims that are not withdrawn, by the first day on which they were known.
    pub(super) by_day: Vec<(Day, u32)>,
    /// The places of the speakers among all speakers: those with most claims of their own that are not withdrawn first.
    pub(super) speakers: Vec<u32>,
}

/// The places of claims by an id.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists(HashMap<String, Vec<u32>>);

impl Lists {
    /// The places for an id.
    pub(super) fn of(&self, id: &str) -> &[u32] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }

    /// Adds the place of the last claim, once.
    fn add(&mut self, id: &str, place: u32) {
        match self.0.get_mut(id) {
            Some(places) if places.last() == Some(&place) => {}
            Some(places) => places.push(place),
            None => {
                self.0.insert(id.to_owned(), vec![place]);
            }
        }
    }

    /// Adds it for a speaker and for those for whom the speaker speaks.
    fn add_each(&mut self, speaker: &Speaker, place: u32) {
        let mut behind = Some(speaker);
        while let Some(one) = behind {
            self.add(&one.id, place);
            behind = one.speaks_for.as_deref();
        }
    }
}

impl Places {
    pub(super) fn new(
        claims: &[Arc<Claim>],
        speakers: &[Arc<Speaker>],
        sources: &[Arc<Source>],
    ) -> Self {
        let sources = sources.iter().zip(0..);
        let mut places = Self {
            source: sources
                .map(|(one, place)| (one.id.clone(), place))
                .collect(),
            ..Self::default()
        };
        let mut own: HashMap<&str, usize> = HashMap::new();
        for (claim, place) in claims.iter().zip(0..) {
            places.add(claim, place);
            let by: BTreeSet<&str> = claim.by.iter().map(|by| by.id.as_str()).collect();
            for speaker in by.into_iter().filter(|_| claim.withdrawn.is_none()) {
                *own.entry(speaker).or_default() += 1;
            }
        }
        places.by_day.sort_unstable();
        let event = |place: &u32| claims.get(*place as usize)?.event_order();
        places.dated.sort_by_cached_key(event);
        let claims = |place: &u32| {
            let speaker = speakers.get(*place as usize);
            Reverse(speaker.and_then(|one| own.get(one.id.as_str())).copied())
        };
        places.speakers = (0..speakers.len() as u32).collect();
        places.speakers.sort_by_cached_key(claims);
        places
    }

    fn add(&mut self, claim: &Claim, place: u32) {
        self.place.insert(claim.id.clone(), place as usize);
        for topic in &claim.topics {
            self.about.add(topic, place);
        }
        for speaker in &claim.by {
            self.said.add_each(speaker, place);
        }
        for speaker in &claim.about {
            self.naming.add(&speaker.id, place);
        }
        for speaker in &claim.citing {
            self.naming.add_each(speaker, place);
        }
        for speaker in claim.by.iter().chain(&claim.about) {
            self.involving.add(&speaker.party().id, place);
        }
        for evidence in &claim.evidence {
            self.sourced.add(&evidence.source.id, place);
        }
        if claim.happened.is_some() {
            self.dated.push(place);
        }
        if claim.withdrawn.is_some() || !claim.revised.is_empty() {
            self.edited.push(place);
        }
        let known = claim.since.filter(|_| claim.withdrawn.is_none());
        self.since.push(known);
        self.by_day.extend(known.map(|day| (day, place)));
    }
}
