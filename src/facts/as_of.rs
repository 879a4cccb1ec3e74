//! The facts as known at the end of a day: the claims made, the sources published, and the independent origins.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::date::{By, Day};
use super::vocabulary::LinkKind;
use super::{Claim, Evidence, Facts, Source, Topic};

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

    /// The claims of a topic that an editor has withdrawn; they are the same for every day.
    pub fn withdrawn<'a>(&'a self, topic: &'a Topic) -> impl Iterator<Item = &'a Claim> {
        self.about(topic)
            .map(Arc::as_ref)
            .filter(|claim| claim.withdrawn.is_some())
    }

    /// The first day on which a claim was known, at the latest the day of review; `None` only if no evidence carries
    /// it.
    pub fn known_since(&self, claim: &Claim) -> Option<Day> {
        claim.since
    }

    /// The claims of a topic that are not withdrawn.
    pub fn not_withdrawn<'a>(&'a self, topic: &'a Topic) -> impl Iterator<Item = &'a Claim> {
        self.about(topic)
            .map(Arc::as_ref)
            .filter(|claim| claim.withdrawn.is_none())
    }

    /// The days on which something about a topic became known.
    pub fn days(&self, topic: &Topic) -> BTreeSet<Day> {
        self.not_withdrawn(topic)
            .filter_map(|claim| self.known_since(claim))
            .collect()
    }

    /// The days on which anything became known.
    pub fn all_days(&self) -> BTreeSet<Day> {
        let stand = self.claims.iter().filter(|claim| claim.withdrawn.is_none());
        stand.filter_map(|claim| self.known_since(claim)).collect()
    }
}

impl<'a> AsOf<'a> {
    /// Whether a source was certainly published by the end of the day. From the day of review on, every
    /// source counts as published.
    pub fn published(&self, source: &Source) -> bool {
        match &source.issued {
            Some(issued) => {
                issued.by(self.day) == By::Yes || self.day >= self.facts.dossier.reviewed
            }
            None => self.day >= self.facts.dossier.reviewed,
        }
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

    /// The claims known by the day, only those of `topic` if it is given, in the order in which they were said.
    pub fn claims(&self, topic: Option<&Topic>) -> Vec<&'a Claim> {
        let known = |claim: &&'a Claim| self.known(claim);
        let facts = self.facts;
        match topic {
            Some(topic) => facts.about(topic).map(Arc::as_ref).filter(known).collect(),
            None => facts.claims.iter().map(Arc::as_ref).filter(known).collect(),
        }
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
    fn linked(&self, claim: &Claim, kinds: &[LinkKind]) -> Vec<&'a Claim> {
        let links = claim.links.iter();
        let links = links.filter(|link| kinds.contains(&link.kind));
        let targets = links.filter_map(|link| self.facts.claim(&link.to).map(AsRef::as_ref));
        targets.filter(|target| self.known(target)).collect()
    }

    /// The independent origins that carry a claim by the day, in the order of its evidence. A copy of another
    /// source never counts, and agency text counts as the agency, whichever papers print it.
    pub fn origins<'c>(&self, claim: &'c Claim) -> Vec<Origin<'c>> {
        let mut origins: Vec<Origin<'c>> = Vec::new();
        for one in self.evidence(claim).filter(|one| one.carries(claim)) {
            let name = one.source.independent_origin();
            if one.source.mirror_of.is_none() && !origins.iter().any(|known| known.name == name) {
                let publisher = one.source.publisher.as_str();
                origins.push(Origin { name, publisher });
            }
        }
        origins
    }
}
