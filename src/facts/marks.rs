//! What answers ask of each of many claims, worked out once and kept close together: a topic may have thousands, and an
//! answer reads only those that it shows.

use std::sync::Arc;

use super::as_of::independent;
use super::date::{Date, Day};
use super::linking::Linking;
use super::places::Places;
use super::vocabulary::{Kind, LinkKind, Role};
use super::{AsOf, Claim, Facts, Topic};

/// For how many days a contradicted or overtaken claim stays in the short answer.
const STAYS: i64 = 30;

/// The last year of which days are counted; what is later, or as long ago, counts as of then.
const LAST_YEAR: i64 = 1_000_000_000;

/// What is asked of a claim before it is read; it holds on every day.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// What the speaker does.
    pub kind: Kind,
    /// Whether it has numbers.
    pub has_figures: bool,
    /// Whether it answers another claim.
    pub answers: bool,
    /// Whether another claim denies it.
    pub is_denied: bool,
    /// Whether a source says otherwise.
    pub is_contradicted: bool,
    /// Whether an editor has withdrawn it.
    pub is_withdrawn: bool,
    /// How many independent origins carry it once all sources are published.
    pub origins: usize,
    /// How new it is, as [`Claim::newest`] says.
    pub newest: (bool, Option<Day>),
    /// The number of the day from which on it has left the short answer.
    fades: i64,
}

impl Mark {
    /// The mark of a claim to which others link.
    fn of(claim: &Claim, links: &[(u32, LinkKind)]) -> Self {
        let contradicting = claim.evidence.iter();
        let contradicting = contradicting.filter(|one| one.role == Role::Contradicts);
        let days = contradicting.clone().filter_map(|one| {
            let issued = one.source.issued.as_ref().and_then(Date::latest)?;
            Some(number(issued) + STAYS + 1)
        });
        Self {
            kind: claim.kind,
            has_figures: !claim.figures.is_empty(),
            answers: claim
                .links
                .iter()
                .any(|link| link.kind == LinkKind::Answers),
            is_denied: links.iter().any(|(_, kind)| *kind == LinkKind::Denies),
            is_contradicted: contradicting.clone().next().is_some(),
            is_withdrawn: claim.withdrawn.is_some(),
            origins: independent(claim.evidence.iter(), claim).len(),
            newest: claim.newest(),
            fades: days.min().unwrap_or(i64::MAX),
        }
    }

    /// The marks of all claims, in their order.
    pub(super) fn of_all(claims: &[Arc<Claim>], places: &Places, linking: &Linking) -> Vec<Self> {
        let overtakes = |(from, kind): &(u32, LinkKind)| {
            let from = (*kind == LinkKind::Supersedes).then_some(*from as usize)?;
            let since = places.since.get(from).copied().flatten()?;
            let said = claims.get(from)?.said.when.latest()?;
            Some(number(since).max(number(said) + STAYS + 1))
        };
        let mark = |(place, claim): (usize, &Arc<Claim>)| {
            let links = linking.of(place);
            let mut mark = Self::of(claim, links);
            let overtaken = links.iter().filter_map(overtakes).min();
            mark.fades = overtaken.map_or(mark.fades, |day| day.min(mark.fades));
            mark
        };
        claims.iter().enumerate().map(mark).collect()
    }
}

impl Facts {
    /// The claims of a topic that an editor has withdrawn; they are the same for every day.
    pub fn withdrawn<'a>(&'a self, topic: &Topic) -> impl Iterator<Item = &'a Claim> + use<'a> {
        let places = self.places.about.of(&topic.id).iter();
        let withdrawn = places.filter(|at| {
            let mark = self.marks.get(**at as usize);
            mark.is_some_and(|mark| mark.is_withdrawn)
        });
        let claims = withdrawn.filter_map(|at| self.claims.get(*at as usize));
        claims.map(Arc::as_ref)
    }

    /// How many claims of a topic are not withdrawn.
    pub fn not_withdrawn(&self, topic: &Topic) -> usize {
        self.places.about.of(&topic.id).len() - self.withdrawn(topic).count()
    }
}

impl<'a> AsOf<'a> {
    /// The known claims of a topic with their marks, in the order in which they were said.
    pub fn marked(
        self,
        topic: &Topic,
    ) -> impl DoubleEndedIterator<Item = (&'a Mark, &'a Claim)> + use<'a> {
        let facts = self.facts;
        self.places_about(topic).filter_map(|at| {
            let mark = facts.marks.get(at as usize)?;
            Some((mark, facts.claims.get(at as usize)?.as_ref()))
        })
    }

    /// Whether a claim with this mark was contradicted, or another took its place, more than 30 days before the day.
    pub fn has_faded(self, mark: &Mark) -> bool {
        number(self.day.min(self.facts.dossier.reviewed)) >= mark.fades
    }

    /// How many independent origins carry a claim by the day.
    pub fn origins_of(self, mark: &Mark, claim: &Claim) -> usize {
        match self.day >= self.facts.dossier.reviewed {
            true => mark.origins,
            false => self.origins(claim).len(),
        }
    }

    /// The known claim of a topic with an id, unless it has faded.
    pub fn lasting(self, topic: &Topic, id: &str) -> Option<&'a Claim> {
        let claim = self.claim_of(topic, id)?;
        let place = self.facts.places.place.get(id)?;
        let mark = self.facts.marks.get(*place)?;
        (!self.has_faded(mark)).then_some(claim)
    }

    /// The newest of the known claims of a topic that are wanted; of several the last.
    pub fn newest(self, topic: &Topic, wanted: impl Fn(&Claim) -> bool) -> Option<&'a Claim> {
        let mut newest: Option<(&Mark, &Claim)> = None;
        for (mark, claim) in self.marked(topic).rev() {
            let newer = newest.is_none_or(|(best, _)| mark.newest > best.newest);
            if newer && wanted(claim) {
                newest = Some((mark, claim));
            }
        }
        newest.map(|(_, claim)| claim)
    }
}

/// The number of days since 1 March of the year 0, so that a leap day ends its year.
fn number(day: Day) -> i64 {
    let month = (i64::from(day.month) + 9) % 12;
    let year = day.year.clamp(-LAST_YEAR, LAST_YEAR) - i64::from(day.month < 3);
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leaps + (153 * month + 2) / 5 + i64::from(day.day) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(from: (i64, u8, u8), to: (i64, u8, u8)) -> i64 {
        let day = |(year, month, day)| Day { year, month, day };
        number(day(to)) - number(day(from))
    }

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        assert_eq!(days((2024, 2, 28), (2024, 3, 1)), 2);
        assert_eq!(days((2025, 2, 28), (2025, 3, 1)), 1);
        assert_eq!(days((2024, 10, 18), (2024, 11, 17)), 30);
        assert_eq!(days((2023, 12, 31), (2024, 12, 31)), 366);
    }
}
