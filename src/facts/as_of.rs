//! The facts as known at the end of a day: the claims made, the sources published, and the independent origins.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::date::Day;
use super::vocabulary::LinkKind;
use super::{Claim, Evidence, Facts, Source, Speaker, Topic};

/// The facts as known at the end of a day, without anything said or published later.
#[derive(Clone, Copy, Debug)]
pub struct AsOf<'a> {
    /// All facts, of whatever day.
    pub facts: &'a Facts,
    /// The day.
    pub day: Day,
}

/// An independent origin that carries a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin<'a> {
    /// The agency, or the family of publishers.
    pub name: &'a str,
    /// The first publisher that carries its text.
    pub publisher: &'a str,
}

impl Facts {
    /// The facts as known at the end of a day.
    pub fn as_of(&self, day: Day) -> AsOf<'_> {
        AsOf { facts: self, day }
    }

    /// The first day on which a claim was known, at the latest the day of review; `None` only if no evidence carries
    /// it.
    pub fn known_since(&self, claim: &Claim) -> Option<Day> {
        claim.since
    }

    /// The days on which the claims of a topic that are not withdrawn became known, with their places, in order.
    fn days_of(&self, topic: &Topic) -> Vec<(Day, u32)> {
        let places = self.places.about.of(&topic.id).iter();
        let known = places.filter_map(|at| {
            let claim = self.claims.get(*at as usize)?;
            Some((claim.since.filter(|_| claim.withdrawn.is_none())?, *at))
        });
        let mut days: Vec<(Day, u32)> = known.collect();
        days.sort_unstable();
        days
    }

    /// The days on which something about a topic became known.
    pub fn days(&self, topic: &Topic) -> BTreeSet<Day> {
        let days = self.days_of(topic).into_iter();
        days.map(|(day, _)| day).collect()
    }

    /// The days on which anything became known.
    pub fn all_days(&self) -> BTreeSet<Day> {
        self.places.by_day.iter().map(|(day, _)| *day).collect()
    }

    /// The days on which claims became known, of one topic if it is given: the latest day first, each with its claims in
    /// the order in which they were said. Withdrawn claims are left out.
    pub fn by_day<'a>(
        &'a self,
        topic: Option<&Topic>,
    ) -> impl Iterator<Item = (Day, Vec<&'a Claim>)> + use<'a> {
        let days = match topic {
            None => Cow::Borrowed(self.places.by_day.as_slice()),
            Some(topic) => Cow::Owned(self.days_of(topic)),
        };
        let mut end = days.len();
        std::iter::from_fn(move || {
            let (day, _) = *days.get(end.checked_sub(1)?)?;
            let start = days.partition_point(|(other, _)| *other < day);
            let of_day = days.get(start..end)?.iter();
            let claims = of_day.filter_map(|(_, at)| self.claims.get(*at as usize));
            end = start;
            Some((day, claims.map(Arc::as_ref).collect()))
        })
    }
}

impl<'a> AsOf<'a> {
    /// Whether a source was certainly published by the end of the day. From the day of review on, every
    /// source counts as published.
    pub fn published(&self, source: &Source) -> bool {
        let reviewed = self.facts.dossier.reviewed;
        self.day >= reviewed || source.out(reviewed) <= self.day
    }

    /// Whether every dated source of a claim, copies aside, was published by the day. The reason for an inferred date
    /// may mention any of them.
    pub fn all_out(&self, claim: &Claim) -> bool {
        let dated = claim.evidence.iter().map(|one| &one.source);
        let mut dated = dated.filter(|one| one.issued.is_some() && one.mirror_of.is_none());
        dated.all(|source| self.published(source))
    }

    /// The evidence of a claim that was published by the day.
    pub fn evidence<'c>(
        self,
        claim: &'c Claim,
    ) -> impl Iterator<Item = &'c Evidence> + use<'a, 'c> {
        claim
            .evidence
            .iter()
            .filter(move |evidence| self.published(&evidence.source))
    }

    /// Whether a claim was known by the day: it had certainly been said, and a source that carries it was published. A
    /// statement made over several days is known from the last of them; a withdrawn one is never known.
    pub fn known(&self, claim: &Claim) -> bool {
        claim.withdrawn.is_none() && claim.since.is_some_and(|since| since <= self.day)
    }

    /// Whether the claim at a place was known.
    pub(super) fn known_at(self, place: u32) -> bool {
        let since = self.facts.places.since.get(place as usize);
        since
            .copied()
            .flatten()
            .is_some_and(|since| since <= self.day)
    }

    /// The places of all known claims.
    pub(super) fn all_places(self) -> impl Iterator<Item = u32> {
        (0..self.facts.claims.len() as u32).filter(move |at| self.known_at(*at))
    }

    /// The places of the known claims of a topic.
    pub(super) fn places_about(
        self,
        topic: &Topic,
    ) -> impl DoubleEndedIterator<Item = u32> + use<'a> {
        let places = self.facts.places.about.of(&topic.id).iter().copied();
        places.filter(move |at| self.known_at(*at))
    }

    /// The known ones of the claims at some places.
    pub(super) fn only_known(
        self,
        places: impl Iterator<Item = u32>,
    ) -> impl Iterator<Item = &'a Claim> {
        let known = places.filter(move |at| self.known_at(*at));
        let claims = known.filter_map(move |at| self.facts.claims.get(at as usize));
        claims.map(Arc::as_ref)
    }

    /// The same as a list, with room for all of them from the beginning.
    fn all_known(self, places: impl ExactSizeIterator<Item = u32>) -> Vec<&'a Claim> {
        let mut known = Vec::with_capacity(places.len());
        known.extend(self.only_known(places));
        known
    }

    /// The claim of a topic with an id, if it is known.
    pub fn claim_of(self, topic: &Topic, id: &str) -> Option<&'a Claim> {
        let claim = self.facts.claim(id)?.as_ref();
        (self.known(claim) && claim.topics.contains(&topic.id)).then_some(claim)
    }

    /// How many claims were known by the day, of one topic if it is given.
    pub fn count(self, topic: Option<&Topic>) -> usize {
        let by_day = &self.facts.places.by_day;
        match topic {
            Some(topic) => self.places_about(topic).count(),
            None => by_day.partition_point(|(day, _)| *day <= self.day),
        }
    }

    /// The known claims of a speaker and of those who speak for it, in the order in which they were said.
    pub fn said_by(self, speaker: &Speaker) -> impl Iterator<Item = &'a Claim> {
        let places = self.facts.places.said.of(&speaker.id);
        self.only_known(places.iter().copied())
    }

    /// The known claims that are about a speaker, or that cite it or somebody who speaks for it, in the order in which
    /// they were said.
    pub fn naming(self, speaker: &Speaker) -> impl Iterator<Item = &'a Claim> {
        let places = self.facts.places.naming.of(&speaker.id);
        self.only_known(places.iter().copied())
    }

    /// The known claims to which a source belongs, whatever it does for them, in the order in which they were said.
    pub fn sourced(self, source: &Source) -> impl Iterator<Item = &'a Claim> {
        let places = self.facts.places.sourced.of(&source.id);
        self.only_known(places.iter().copied())
    }

    /// The known claims about a dated event, in the order of the events.
    pub fn dated(self) -> Vec<&'a Claim> {
        self.all_known(self.facts.places.dated.iter().copied())
    }

    /// The known claims that an editor has revised, and those withdrawn, in the order in which they were said.
    pub fn edited(self) -> impl Iterator<Item = &'a Claim> {
        let edited = self.facts.at(&self.facts.places.edited);
        let edited = edited.map(Arc::as_ref);
        edited.filter(move |claim| self.known(claim) || claim.withdrawn.is_some())
    }

    /// The claims known by the day, only those of `topic` if it is given, in the order in which they were said.
    pub fn claims(self, topic: Option<&Topic>) -> Vec<&'a Claim> {
        match topic {
            Some(topic) => {
                let places = self.facts.places.about.of(&topic.id);
                self.all_known(places.iter().copied())
            }
            None => self.all_known(0..self.facts.claims.len() as u32),
        }
    }

    /// The same, only those of a speaker and of those who speak for it, if it is given.
    pub fn claims_by(self, topic: Option<&Topic>, speaker: Option<&Speaker>) -> Vec<&'a Claim> {
        let Some(speaker) = speaker else {
            return self.claims(topic);
        };
        let here = |claim: &&Claim| topic.is_none_or(|topic| claim.topics.contains(&topic.id));
        self.said_by(speaker).filter(here).collect()
    }

    /// The known claims that a denial denies.
    pub fn denied_claims(&self, denial: &Claim) -> Vec<&'a Claim> {
        self.linked(denial, &[LinkKind::Denies])
    }

    /// The known claims that a claim confirms.
    pub fn confirmed_claims(&self, claim: &Claim) -> Vec<&'a Claim> {
        self.linked(claim, &[LinkKind::Confirms])
    }

    /// The known claims that a claim denies or narrows.
    pub fn disputed_claims(&self, claim: &Claim) -> Vec<&'a Claim> {
        self.linked(claim, &[LinkKind::Denies, LinkKind::Qualifies])
    }

    /// The known claims to which a claim has links of these kinds.
    pub(super) fn linked(&self, claim: &Claim, kinds: &[LinkKind]) -> Vec<&'a Claim> {
        let links = claim.links.iter();
        let links = links.filter(|link| kinds.contains(&link.kind));
        let targets = links.filter_map(|link| self.facts.claim(&link.to).map(AsRef::as_ref));
        targets.filter(|target| self.known(target)).collect()
    }

    /// The independent origins that carry a claim by the day, in the order of its evidence. A copy of another
    /// source never counts, and agency text counts as the agency, whichever papers print it.
    pub fn origins<'c>(&self, claim: &'c Claim) -> Vec<Origin<'c>> {
        independent(self.evidence(claim), claim)
    }
}

/// The independent origins of some evidence of a claim, in its order.
pub(super) fn independent<'c>(
    evidence: impl Iterator<Item = &'c Evidence>,
    claim: &Claim,
) -> Vec<Origin<'c>> {
    let mut origins: Vec<Origin<'c>> = Vec::new();
    for one in evidence.filter(|one| one.carries(claim)) {
        let name = one.source.independent_origin();
        if one.source.mirror_of.is_none() && !origins.iter().any(|known| known.name == name) {
            let publisher = one.source.publisher.as_str();
            origins.push(Origin { name, publisher });
        }
    }
    origins
}
