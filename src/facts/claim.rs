//! A claim: one statement by a speaker about a subject, with its evidence.
//!
//! It holds no verdict; how a claim stands on a day is computed in `standing`.

use std::sync::Arc;

use serde::Serialize;

use super::Text;
use super::date::{Date, Day, Shape};
use super::decimal::Decimal;
use super::source::Source;
use super::speaker::Speaker;
use super::vocabulary::{Basis, Difference, Kind, LinkKind, Qualifier, Role};

/// One statement by a speaker about a subject.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Permanent, never reused.
    pub id: String,
    /// Ids of the topics it belongs to, the main one first.
    pub topics: Vec<String>,
    /// What the speaker does.
    pub kind: Kind,
    /// Who says it; at least one.
    pub by: Vec<Arc<Speaker>>,
    /// The speakers it cites.
    pub citing: Vec<Arc<Speaker>>,
    /// The channel, in words.
    pub via: Text,
    /// When it was said.
    pub said: When,
    /// The speakers it is about; a confirmation by one of them counts as confirmed by its subject.
    pub about: Vec<Arc<Speaker>>,
    /// When it happened.
    pub happened: Option<When>,
    /// Where.
    pub place: Text,
    /// One neutral sentence without its speaker.
    pub text: Text,
    /// Sources; at least one that does not contradict.
    pub evidence: Vec<Evidence>,
    /// Exact words.
    pub quotes: Vec<Quote>,
    /// Numbers.
    pub figures: Vec<Figure>,
    /// Its relations to other claims.
    pub links: Vec<Link>,
    /// The day it was put into the file.
    pub recorded: Day,
    /// Later changes, oldest first.
    pub revised: Vec<Change>,
    /// Why it was withdrawn, if it was.
    pub withdrawn: Option<Change>,
    /// The first day on which it was known.
    pub(super) since: Option<Day>,
}

impl Claim {
    /// Its first known day if the facts are known up to the day `reviewed`.
    pub(super) fn first_known(&self, reviewed: Day) -> Option<Day> {
        let at_latest = |date: Option<Day>| date.map_or(reviewed, |day| day.min(reviewed));
        let carrying = self.evidence.iter().filter(|one| one.carries(self));
        let issued = carrying.map(|one| one.source.issued.as_ref());
        let out = issued
            .map(|date| at_latest(date.and_then(Date::latest)))
            .min()?;
        let said = &self.said.when;
        Some(out.max(at_latest(said.latest().or(said.earliest()))))
    }

    /// Whether it may have been said before another, or at the same time.
    pub fn may_precede(&self, later: &Self) -> bool {
        match (self.said.when.earliest(), later.said.when.latest()) {
            (Some(first), Some(second)) => first <= second,
            _ => true,
        }
    }

    /// Whether it was certainly made, to its last day, before another or at the same time.
    pub fn precedes(&self, later: &Self) -> bool {
        let (first, second) = (self.said.when.latest(), later.said.when.latest());
        first
            .zip(second)
            .is_none_or(|(first, second)| first <= second)
    }

    /// The sort key for the order of the events that claims are about; `None` if the claim is not about a dated event.
    pub fn event_order(&self) -> Option<impl Ord + use<>> {
        let event = self.happened.as_ref()?;
        Some((event.when.order(), self.order()))
    }

    /// The sort key for the order in which claims were said. A claim of which only the month or year is known stands
    /// where its event does, if that falls into it.
    pub fn order(&self) -> (Option<Day>, bool, Option<Day>) {
        let said = &self.said.when;
        let event = self.happened.as_ref().map(|event| &event.when);
        let vague = matches!(said.shape(), Shape::At(point) if point.day.is_none());
        let within = |event: &&Date| {
            event.earliest() >= said.earliest()
                && event.latest().is_some()
                && event.latest() <= said.latest()
        };
        event
            .filter(|_| vague)
            .filter(within)
            .unwrap_or(said)
            .order()
    }

    /// How new it is: whether that is open, and else the last day on which it may have been said. A report is as new as
    /// the event that it tells of.
    pub fn newest(&self) -> (bool, Option<Day>) {
        let event = self.happened.as_ref();
        let event = event.filter(|_| self.kind == Kind::Reports);
        let day = event.unwrap_or(&self.said).when.latest();
        (day.is_none(), day)
    }

    /// Whether one of its speakers is this speaker or speaks for it.
    pub fn speaks(&self, speaker: &Speaker) -> bool {
        self.by.iter().any(|by| by.stands_for(speaker))
    }
}

/// A date and whether it was stated or inferred.
#[derive(Clone, Debug, Serialize)]
pub struct When {
    /// At its own precision.
    pub when: Date,
    /// Stated or inferred.
    pub basis: Basis,
    /// How it was inferred; present if it was.
    pub why: Text,
}

/// A source that carries, contradicts or differs from a claim.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The source.
    pub source: Arc<Source>,
    /// What it does for the claim.
    pub role: Role,
    /// In what it differs, if it does.
    pub differs_in: Option<Difference>,
    /// Where in the source.
    pub locator: Text,
    /// What differs.
    pub note: Text,
}

impl Evidence {
    /// Whether it carries the whole claim, perhaps with another detail.
    pub fn carries(&self, claim: &Claim) -> bool {
        let whole = !matches!(self.role, Role::Part | Role::Contradicts);
        whole && !self.precedes(claim)
    }

    /// Whether it carries the claim as it is worded and dated.
    pub fn agrees(&self, claim: &Claim) -> bool {
        matches!(self.role, Role::Origin | Role::Confirms) && !self.precedes(claim)
    }

    /// Whether the source was published too early to carry the claim: before it was said. What a claim reports may
    /// have been printed before the claim, but not before it happened, unless the claim itself speaks of the future.
    pub fn precedes(&self, claim: &Claim) -> bool {
        let said = claim.said.when.earliest();
        let since = match claim.kind {
            Kind::Reports => {
                let happened = claim.happened.as_ref();
                let happened = happened.and_then(|one| one.when.earliest());
                happened.filter(|day| claim.said.when.latest().is_none_or(|said| *day <= said))
            }
            _ => said,
        };
        let issued = self.source.issued.as_ref().and_then(Date::latest);
        issued
            .zip(since)
            .is_some_and(|(issued, since)| issued < since)
    }
}

/// Exact words, as printed.
#[derive(Clone, Debug)]
pub struct Quote {
    /// The words.
    pub words: String,
    /// Their language, BCP 47.
    pub lang: String,
    /// The source that prints them.
    pub source: Arc<Source>,
    /// Where in the source.
    pub locator: Text,
    /// The language they were translated from, when they are a translation.
    pub translated_from: Option<String>,
    /// Whether by machine.
    pub machine: bool,
    /// The same in other languages.
    pub translations: Vec<Translation>,
}

/// The same words in another language.
#[derive(Clone, Debug)]
pub struct Translation {
    /// Its language, BCP 47.
    pub lang: String,
    /// The words.
    pub words: String,
    /// Who translated; empty when `source` prints it.
    pub by: Text,
    /// The source that prints this wording.
    pub source: Option<Arc<Source>>,
    /// Whether by machine.
    pub machine: bool,
}

/// A number: at least one of low, best and high.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What is counted.
    pub measure: Arc<Measure>,
    /// Lower bound.
    pub low: Option<Decimal>,
    /// The number given.
    pub best: Option<Decimal>,
    /// Upper bound.
    pub high: Option<Decimal>,
    /// How exactly it was given.
    pub qualifier: Qualifier,
    /// When it holds.
    pub as_of: Option<Date>,
    /// The one source that has it; otherwise those that agree with the claim.
    pub source: Option<Arc<Source>>,
    /// Whose number it is, if not the claim's speakers'.
    pub by: Vec<Arc<Speaker>>,
    /// Counting rule.
    pub note: Text,
}

/// A relation of a claim to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The kind of relation.
    pub kind: LinkKind,
    /// The other claim's id, which exists.
    pub to: String,
}

/// A change to a claim after it was recorded.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// The day.
    pub on: Day,
    /// What and why.
    pub note: Text,
}

/// What a number counts.
#[derive(Clone, Debug)]
pub struct Measure {
    /// Permanent id.
    pub id: String,
    /// What is counted.
    pub name: Text,
    /// In what unit.
    pub unit: Text,
}

impl Figure {
    /// Whose number it is, and when it was given, if known: with the claim, or in the source that attributes it to
    /// another speaker.
    pub fn given<'a>(
        &'a self,
        claim: &'a Claim,
    ) -> (&'a [Arc<Speaker>], Option<(&'a Date, Basis)>) {
        let said = (&claim.said.when, claim.said.basis);
        if self.by.is_empty() {
            return (&claim.by, Some(said));
        }
        let own = |one: &Arc<Speaker>| claim.by.iter().any(|by| by.id == one.id);
        let source = self.source.as_ref();
        let issued = source.and_then(|one| Some((one.issued.as_ref()?, one.issued_basis)));
        let given = match self.by.iter().all(own) {
            true => Some(said),
            false => issued,
        };
        (&self.by, given)
    }
}
