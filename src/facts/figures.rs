//! The numbers of a fact file by measure, as known on a day. `phrases` puts them into words.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::date::Day;
use super::decimal::Decimal;
use super::runs::Runs;
use super::{AsOf, Claim, Figure, Mark, Measure, Topic};

/// A number with the claim that has it.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// Which of the figures of the claim it is.
    place: u32,
    /// The time to which it refers: equal for equal times, in the order of how they are written.
    pub time: u32,
    /// The number: equal for equal numbers.
    pub number: u32,
}

impl<'a> Given<'a> {
    /// The claim and the figure.
    pub fn figure(self) -> Option<(&'a Claim, &'a Figure)> {
        Some((self.claim, self.claim.figures.get(self.place as usize)?))
    }
}

/// The numbers of each claim.
pub(super) type Numbers = Runs<Number>;

/// Where a number is, and what is asked of it before its claim is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// Among all claims.
    claim: u32,
    /// Among the figures of the claim.
    place: u32,
    /// Among all measures.
    measure: u32,
    time: u32,
    number: u32,
    /// The first day on which it was published and its claim known; `None` if no source has it or the claim is withdrawn.
    since: Option<Day>,
}

impl Number {
    /// What it counts, by its place among all measures.
    pub(super) fn measure(&self) -> u32 {
        self.measure
    }
}

impl Figure {
    /// Its lower bound, the number given and its upper bound.
    fn number(&self) -> [Option<Decimal>; 3] {
        [self.low, self.best, self.high]
    }

    /// The time to which it refers, as it is written.
    fn time<'a>(&'a self, claim: &'a Claim) -> &'a str {
        self.as_of.as_ref().unwrap_or(&claim.said.when).written()
    }

    /// The first day on which it was published: by the one source that has it, or else by any source that carries the
    /// claim without another detail.
    fn out(&self, claim: &Claim, reviewed: Day) -> Option<Day> {
        if let Some(source) = &self.source {
            return Some(source.out(reviewed));
        }
        let agreeing = claim.evidence.iter().filter(|one| one.agrees(claim));
        agreeing.map(|one| one.source.out(reviewed)).min()
    }

    /// The first day on which it was published and its claim known.
    fn known_since(&self, claim: &Claim, reviewed: Day) -> Option<Day> {
        let since = claim.since.filter(|_| claim.withdrawn.is_none())?;
        Some(self.out(claim, reviewed)?.max(since))
    }
}

/// The numbers of all claims.
pub(super) fn numbers(claims: &[Arc<Claim>], measures: &[Arc<Measure>], reviewed: Day) -> Numbers {
    let all = || {
        let each = claims.iter();
        each.flat_map(|claim| claim.figures.iter().map(|figure| (claim.as_ref(), figure)))
    };
    let times = ranks(all().map(|(claim, figure)| figure.time(claim)));
    let numbers = ranks(all().map(|(_, figure)| figure.number()));
    let measures = measures.iter().zip(0..);
    let measures: HashMap<&str, u32> = measures.map(|(one, at)| (one.id.as_str(), at)).collect();
    let of_claim = |(claim, at): (&Arc<Claim>, u32)| {
        let figures = claim.figures.iter().zip(0..);
        let numbers = figures.filter_map(|(figure, place)| {
            Some(Number {
                claim: at,
                place,
                measure: *measures.get(figure.measure.id.as_str())?,
                time: *times.get(figure.time(claim))?,
                number: *numbers.get(&figure.number())?,
                since: figure.known_since(claim, reviewed),
            })
        });
        numbers.collect::<Vec<_>>()
    };
    claims.iter().zip(0..).map(of_claim).collect()
}

/// The rank of each value among all different ones.
fn ranks<T: Ord>(values: impl Iterator<Item = T>) -> BTreeMap<T, u32> {
    let mut ranks: BTreeMap<T, u32> = values.map(|value| (value, 0)).collect();
    for (rank, at) in ranks.values_mut().zip(0..) {
        *rank = at;
    }
    ranks
}

impl<'a> AsOf<'a> {
    /// Whether a number was published by the day.
    pub fn given(&self, claim: &Claim, figure: &Figure) -> bool {
        let out = figure.out(claim, self.facts.dossier.reviewed);
        out.is_some_and(|out| out <= self.day)
    }

    /// The numbers of the known claims that were published by the day, only those of `topic` if it is given, grouped by
    /// measure, in the order of the file. Those of claims that `left_out` names are left out.
    pub fn by_measure(
        self,
        topic: Option<&Topic>,
        left_out: impl Fn(&Mark) -> bool,
    ) -> Vec<(&'a Arc<Measure>, Vec<Given<'a>>)> {
        let numbers = &self.facts.numbers;
        let mark = |at: u32| self.facts.marks.get(at as usize);
        let wanted = |one: &&Number| mark(one.claim).is_some_and(|mark| !left_out(mark));
        match topic {
            Some(topic) => {
                let places = self.places_about(topic);
                let all = places.flat_map(|at| numbers.of(at as usize));
                self.grouped(all.filter(wanted))
            }
            None => self.grouped(numbers.all().iter().filter(wanted)),
        }
    }

    /// The same of some claims.
    pub fn by_measure_of(self, claims: &[&Claim]) -> Vec<(&'a Arc<Measure>, Vec<Given<'a>>)> {
        let place = |claim: &&Claim| self.facts.places.place.get(&claim.id).copied();
        let places = claims.iter().filter_map(place);
        let numbers = places.flat_map(|place| self.facts.numbers.of(place));
        self.grouped(numbers)
    }

    fn grouped(
        self,
        numbers: impl Iterator<Item = &'a Number>,
    ) -> Vec<(&'a Arc<Measure>, Vec<Given<'a>>)> {
        let measures = self.facts.measures.iter();
        // Room for as many as most measures have.
        let room = numbers.size_hint().1.unwrap_or_default() / measures.len().max(1);
        let group = |measure| (measure, Vec::with_capacity(room));
        let mut groups: Vec<(_, Vec<_>)> = measures.map(group).collect();
        for one in numbers.filter(|one| one.since.is_some_and(|since| since <= self.day)) {
            let group = groups.get_mut(one.measure as usize);
            let claim = self.facts.claims.get(one.claim as usize);
            if let Some(((_, group), claim)) = group.zip(claim) {
                group.push(Given {
                    claim,
                    place: one.place,
                    time: one.time,
                    number: one.number,
                });
            }
        }
        groups.retain(|(_, given)| !given.is_empty());
        groups
    }
}
