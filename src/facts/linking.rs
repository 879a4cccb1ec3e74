//! Which claims link to a claim, worked out once.

use std::sync::Arc;

use super::places::Places;
use super::runs::Runs;
use super::vocabulary::LinkKind;
use super::{AsOf, Claim, Facts, Speaker};

/// The places of the claims that link to each claim, in the order in which they were said, with the kinds of their links.
pub(super) type Linking = Runs<(u32, LinkKind)>;

/// The links of all claims by where they lead.
pub(super) fn linking(claims: &[Arc<Claim>], places: &Places) -> Linking {
    let mut linking: Vec<Vec<(u32, LinkKind)>> = vec![Vec::new(); claims.len()];
    for (claim, from) in claims.iter().zip(0..) {
        for link in &claim.links {
            let to = places.place.get(&link.to);
            if let Some(links) = to.and_then(|to| linking.get_mut(*to)) {
                links.push((from, link.kind));
            }
        }
    }
    linking.into_iter().collect()
}

impl Facts {
    /// The claims that link to `claim` in this way, in the order in which they were said.
    pub fn linking_to<'a>(
        &'a self,
        claim: &Claim,
        kind: LinkKind,
    ) -> impl Iterator<Item = &'a Arc<Claim>> + use<'a> {
        let links = self.links_to(claim).iter();
        let of_kind = links.filter(move |(_, other)| *other == kind);
        of_kind.filter_map(|(from, _)| self.claims.get(*from as usize))
    }

    /// The links to a claim, with the places of the claims that they are from.
    pub(super) fn links_to(&self, claim: &Claim) -> &[(u32, LinkKind)] {
        let place = self.places.place.get(&claim.id);
        place.map_or(&[], |place| self.linking.of(*place))
    }
}

impl<'a> AsOf<'a> {
    /// The links of known claims to a claim, each with the claim that it is from, in the order in which these were said.
    pub fn links_to(self, claim: &Claim) -> Vec<(&'a Claim, LinkKind)> {
        let place = self.facts.places.place.get(&claim.id).copied();
        self.known_links(place.into_iter())
    }

    /// The same to the known claims of a speaker and of those who speak for it.
    pub fn links_to_those_of(self, speaker: &Speaker) -> Vec<(&'a Claim, LinkKind)> {
        let said = self.facts.places.said.of(&speaker.id).iter().copied();
        let known = said.filter(|at| self.known_at(*at));
        self.known_links(known.map(|at| at as usize))
    }

    fn known_links(self, places: impl Iterator<Item = usize>) -> Vec<(&'a Claim, LinkKind)> {
        let facts = self.facts;
        let links = places.flat_map(|place| facts.linking.of(place));
        let mut links: Vec<_> = links.filter(|(from, _)| self.known_at(*from)).collect();
        links.sort_by_key(|(from, _)| *from);
        let from = links.into_iter().filter_map(|(from, kind)| {
            let claim = facts.claims.get(*from as usize)?;
            Some((claim.as_ref(), *kind))
        });
        from.collect()
    }
}
