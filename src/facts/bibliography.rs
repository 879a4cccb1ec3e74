//! The sources of claims in the order of a bibliography, worked out once.

use std::sync::Arc;

use super::date::Day;
use super::places::Places;
use super::runs::Runs;
use super::{AsOf, Claim, Source, Topic};

/// All sources in the order of a bibliography, and those of each claim by their numbers in it.
#[derive(Clone, Debug)]
pub(super) struct Bibliography {
    /// The sources by date, copies last.
    order: Vec<Listed>,
    /// The numbers of the sources of each claim.
    numbers: Runs<u32>,
}

/// A source of a bibliography.
#[derive(Clone, Copy, Debug)]
struct Listed {
    /// The first day on which it counts as published.
    out: Day,
    /// Its place among all sources.
    place: u32,
    /// To how many claims it belongs that are known on the day of review.
    claims: u32,
}

impl Bibliography {
    pub(super) fn new(
        claims: &[Arc<Claim>],
        sources: &[Arc<Source>],
        places: &Places,
        reviewed: Day,
    ) -> Self {
        let mut by_date: Vec<(&Source, u32)> = sources.iter().map(AsRef::as_ref).zip(0..).collect();
        by_date.sort_by_key(|(source, _)| {
            let issued = source.issued.as_ref().map(|date| date.order());
            (source.mirror_of.is_some(), issued.is_none(), issued)
        });
        let mut number = vec![0; sources.len()];
        for ((_, place), at) in by_date.iter().zip(0..) {
            if let Some(number) = number.get_mut(*place as usize) {
                *number = at;
            }
        }
        let numbers = claims.iter().map(|claim| {
            let sources = claim.evidence.iter();
            let places = sources.filter_map(|one| places.source.get(&one.source.id));
            places.filter_map(|place| number.get(*place).copied())
        });
        let listed = |(source, place): (&Source, u32)| Listed {
            out: source.out(reviewed),
            place,
            claims: 0,
        };
        let mut bibliography = Self {
            numbers: numbers.collect(),
            order: by_date.into_iter().map(listed).collect(),
        };
        let known = places
            .since
            .iter()
            .zip(0..)
            .filter(|(since, _)| since.is_some());
        let claims = bibliography.claims(known.map(|(_, place)| place));
        for (listed, claims) in bibliography.order.iter_mut().zip(claims) {
            listed.claims = claims;
        }
        bibliography
    }

    /// To how many of the claims at some places each source belongs, in order.
    fn claims(&self, places: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut claims = vec![0; self.order.len()];
        for place in places {
            for number in self.numbers.of(place as usize) {
                if let Some(claims) = claims.get_mut(*number as usize) {
                    *claims += 1;
                }
            }
        }
        claims
    }
}

impl<'a> AsOf<'a> {
    /// The published sources of the known claims, only those of `topic` if it is given, by date, copies last; each with
    /// the number of claims to which it belongs.
    pub fn sources(self, topic: Option<&Topic>) -> Vec<(&'a Arc<Source>, usize)> {
        let bibliography = &self.facts.bibliography;
        match topic {
            Some(topic) => self.listed(bibliography.claims(self.places_about(topic)).into_iter()),
            None if self.day >= self.facts.dossier.reviewed => {
                self.listed(bibliography.order.iter().map(|one| one.claims))
            }
            None => self.listed(bibliography.claims(self.all_places()).into_iter()),
        }
    }

    /// The same of some claims.
    pub fn sources_of(self, claims: &[&Claim]) -> Vec<(&'a Arc<Source>, usize)> {
        let place = |claim: &&Claim| self.facts.places.place.get(&claim.id).copied();
        let places = claims.iter().filter_map(place);
        let claims = self
            .facts
            .bibliography
            .claims(places.map(|place| place as u32));
        self.listed(claims.into_iter())
    }

    /// The published sources that belong to any claims, with the number of these.
    fn listed(self, claims: impl Iterator<Item = u32>) -> Vec<(&'a Arc<Source>, usize)> {
        let counted = self.facts.bibliography.order.iter().zip(claims);
        let published = counted.filter(|(listed, claims)| *claims > 0 && listed.out <= self.day);
        let sources = published.filter_map(|(listed, claims)| {
            let source = self.facts.sources.get(listed.place as usize)?;
            Some((source, claims as usize))
        });
        sources.collect()
    }
}
