//! The parties on each side of a claim, each party on one side only.

use crate::facts::standing::{Standing, Voice};
use crate::facts::{AsOf, Claim, Speaker};

/// A party with the statement that puts it on a side.
pub(super) type Party<'a> = (&'a Speaker, &'a Claim);

/// A party that has changed sides: its first statement, then its later one.
pub(super) type Turned<'a> = (Party<'a>, &'a Claim);

/// The parties on each side of a claim. No party is on two sides.
#[derive(Default)]
pub(super) struct Parties<'a> {
    /// Those who say so.
    pub(super) said: Vec<Party<'a>>,
    /// Those who said so and deny it since.
    pub(super) said_then_denied: Vec<Turned<'a>>,
    /// Those who confirmed it and deny it since.
    pub(super) confirmed_then_denied: Vec<Turned<'a>>,
    /// Those who deny it.
    pub(super) denied: Vec<Party<'a>>,
    /// Those who denied it and have confirmed it since.
    pub(super) denied_then_confirmed: Vec<Turned<'a>>,
    /// Those who denied it and have replaced the denial with another statement.
    pub(super) denied_in_part: Vec<Turned<'a>>,
    /// Those whom it is about and who confirm it.
    pub(super) confirmed_by_subject: Vec<Party<'a>>,
    /// Others who confirm it.
    pub(super) confirmed_by_others: Vec<Party<'a>>,
    /// Those who have replaced it.
    pub(super) superseded: Vec<Party<'a>>,
    /// Those who qualify it.
    pub(super) qualified: Vec<Party<'a>>,
}

impl<'a> Parties<'a> {
    /// The parties on each side of a claim, by its standing.
    pub(super) fn of(as_of: AsOf<'a>, claim: &'a Claim, standing: &Standing<'a>) -> Self {
        let mut sides = Self::default();
        let said = each(&Voice::of(claim));
        let subject = each(&standing.confirmed_by_subject);
        let others = each(&standing.confirmed_by_others);
        let confirming = || {
            let subject = standing.confirmed_by_subject.iter();
            subject.chain(&standing.confirmed_by_others)
        };
        for party in each(&standing.denied) {
            let confirmed = subject.iter().chain(&others);
            let earlier = |other: &&Party<'a>| other.0.id == party.0.id;
            match (
                said.iter().find(earlier),
                confirmed.clone().find(earlier).copied(),
            ) {
                (Some(first), _) => sides.said_then_denied.push((*first, party.1)),
                (None, Some(first)) => sides.confirmed_then_denied.push((first, party.1)),
                (None, None) => sides.denied.push(party),
            }
        }
        for party in each(&standing.denied_before) {
            let mut since = confirming().filter(|one| one.is(party.0));
            let denied = party.1.said.when.latest();
            match since.find(|one| one.claim.said.when.latest() >= denied) {
                _ if sides.has(party.0) => {}
                Some(since) => sides.denied_then_confirmed.push((party, since.claim)),
                None => sides.denied.push(party),
            }
        }
        for party in each(&standing.denied_in_part) {
            let mut since = as_of.turned(party.1).into_iter();
            match since.find(|one| one.is(party.0)) {
                _ if sides.has(party.0) => {}
                Some(since) => sides.denied_in_part.push((party, since.claim)),
                None => sides.denied.push(party),
            }
        }
        let unheard = |sides: &Self, one: &Party<'a>| !sides.has(one.0);
        let said = said.into_iter().filter(|one| unheard(&sides, one));
        sides.said = said.collect();
        let subject = subject.into_iter().filter(|one| unheard(&sides, one));
        sides.confirmed_by_subject = subject.collect();
        let others = others.into_iter().filter(|one| unheard(&sides, one));
        sides.confirmed_by_others = others.collect();
        sides.superseded = each(&standing.superseded);
        sides.qualified = each(&standing.qualified);
        sides
    }

    /// Whether a party is already on one of the sides.
    pub(super) fn has(&self, party: &Speaker) -> bool {
        let turned = [
            &self.said_then_denied,
            &self.confirmed_then_denied,
            &self.denied_then_confirmed,
            &self.denied_in_part,
        ];
        let turned = turned.into_iter().flatten().map(|(party, _)| party);
        let still = [
            &self.said,
            &self.denied,
            &self.confirmed_by_subject,
            &self.confirmed_by_others,
        ];
        let mut all = still.into_iter().flatten().chain(turned);
        all.any(|one| one.0.id == party.id)
    }
}

/// The parties behind some voices, each once, with its first statement.
fn each<'a>(voices: &[Voice<'a>]) -> Vec<Party<'a>> {
    let mut parties: Vec<Party<'a>> = Vec::new();
    for voice in voices {
        if !parties.iter().any(|known| voice.is(known.0)) {
            parties.push((voice.party, voice.claim));
        }
    }
    parties
}
