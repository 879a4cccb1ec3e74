//! The attribution of a claim in words: speaker, post, cited speakers, date; also its standing and figures.
//!
//! Answers and pictures share these functions, so that both say the same. Sources are cited elsewhere.

use std::sync::Arc;

use super::Phrases;
use crate::facts::date::{Date, Day};
use crate::facts::standing::{Standing, StandingKind};
use crate::facts::vocabulary::{Basis, Kind, Qualifier};
use crate::facts::{AsOf, Claim, Figure, Measure, Speaker, When};

/// The maximum number of names after “answering”.
const MOST_ANSWERED: usize = 4;

impl Phrases {
    /// A date of a claim, marked if it was inferred.
    pub fn when(&self, when: &When) -> String {
        self.dated(&when.when, when.basis)
    }

    /// A date, marked if it was inferred.
    pub fn dated(&self, date: &Date, basis: Basis) -> String {
        let date = self.date(date);
        match basis {
            Basis::Stated => date,
            Basis::Inferred => self.format("date-inferred", &[("date", &date)]),
        }
    }

    /// `as known on 13 December 2025`.
    pub fn known_on(&self, day: Day) -> String {
        self.format("as-known-on", &[("date", &self.day(day))])
    }

    /// The names of some speakers.
    pub fn names(&self, speakers: &[Arc<Speaker>]) -> Vec<String> {
        let name = |speaker: &Arc<Speaker>| speaker.name.get(self.lang()).to_owned();
        speakers.iter().map(name).collect()
    }

    /// The speakers and the cited speakers, without posts.
    pub fn names_only(&self, claim: &Claim) -> String {
        let mut parts = vec![self.list(&self.names(&claim.by))];
        parts.extend(self.citing(claim));
        parts.join(", ")
    }

    /// The post held on the date of a claim; for several speakers of one party, the party's name.
    pub fn post_of(&self, claim: &Claim) -> Option<String> {
        let first = claim.by.first().map(|speaker| speaker.party());
        let together = claim.by.iter().all(|one| {
            let (party, first) = (&one.party().id, first.map(|party| &party.id));
            Some(party) == first && *party != one.id
        });
        match claim.by.as_slice() {
            [one] => {
                let post = one.post_on(&claim.said.when);
                post.map(|post| post.title.get(self.lang()).to_owned())
            }
            _ if together => first.map(|party| {
                let name = party.name.get(self.lang());
                self.format("speaking-for", &[("name", name)])
            }),
            _ => None,
        }
    }

    /// The cited speakers, if there are any: `citing Ukrainian intelligence`.
    pub fn citing(&self, claim: &Claim) -> Option<String> {
        let names = self.list(&self.names(&claim.citing));
        let cites = !claim.citing.is_empty();
        cites.then(|| self.format("citing", &[("names", &names)]))
    }

    /// The speakers that a claim answers, each once: `answering Kim Yong-hyun`; `None` if there are none.
    pub fn answering(&self, answered: &[&Claim]) -> Option<String> {
        let mut names: Vec<String> = Vec::new();
        for name in answered.iter().flat_map(|target| self.names(&target.by)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let names = (!names.is_empty()).then(|| self.few(names, MOST_ANSWERED))?;
        Some(self.format("answering", &[("names", &names)]))
    }

    /// Names in a row, at most `most` of them: a, b, c and others.
    pub fn few(&self, mut names: Vec<String>, most: usize) -> String {
        if names.len() > most {
            names.truncate(most.saturating_sub(1));
            names.push(self.text("others"));
        }
        self.list(&names)
    }

    /// The parties behind some claims, each once and as `shown`.
    pub fn parties(
        &self,
        claims: &[&Claim],
        shown: impl Fn(&Claim, &str) -> String,
    ) -> Vec<String> {
        let mut seen: Vec<&str> = Vec::new();
        let mut parties = Vec::new();
        for claim in claims {
            for party in claim.by.iter().map(|speaker| speaker.party()) {
                if !seen.contains(&party.id.as_str()) {
                    seen.push(&party.id);
                    parties.push(shown(claim, party.name.get(self.lang())));
                }
            }
        }
        parties
    }

    /// The name of a measure, with its unit if the name does not contain it.
    pub fn measure(&self, measure: &Measure) -> String {
        let name = capitalised(measure.name.get(self.lang()));
        let unit = measure.unit.get(self.lang());
        if name.to_lowercase().contains(&unit.to_lowercase()) {
            return name;
        }
        format!("{name} ({unit})")
    }

    /// The speakers who give a figure, and the date on which they gave it.
    pub fn giver(&self, claim: &Claim, figure: &Figure) -> (String, String) {
        let (by, given) = figure.given(claim);
        let names = match figure.by.is_empty() {
            true => self.names_only(claim),
            false => self.list(&self.names(by)),
        };
        let date = given.map(|(date, basis)| self.dated(date, basis));
        (names, date.unwrap_or_else(|| self.text("cite-no-date")))
    }

    /// `about 6,700`, `over 11,000 (2024)`; the measure is not included.
    pub fn figure_on(&self, claim: &Claim, figure: &Figure) -> String {
        let number = self.figure(figure);
        let as_of = figure.as_of.as_ref();
        match as_of.filter(|date| **date != claim.said.when) {
            Some(date) => {
                let date = self.date(date);
                self.format("figure-as-of", &[("value", &number), ("date", &date)])
            }
            None => number,
        }
    }

    /// `about 6,700`, `3,000 to 5,000 (best 4,000)`, `at least 1,000`.
    pub fn figure(&self, figure: &Figure) -> String {
        let [low, best, high] =
            [figure.low, figure.best, figure.high].map(|one| one.map(|one| self.number(one)));
        let bounds = match (&low, &high) {
            (Some(low), Some(high)) if low == high => Some(low.clone()),
            (Some(low), Some(high)) => {
                Some(self.format("figure-span", &[("low", low), ("high", high)]))
            }
            (Some(low), None) => Some(self.format("qualifier-at-least", &[("number", low)])),
            (None, Some(high)) => Some(self.format("qualifier-up-to", &[("number", high)])),
            (None, None) => None,
        };
        match (best, bounds, figure.qualifier) {
            (Some(best), None, Qualifier::Exact) => best,
            (Some(best), None, qualifier) => self.format(
                &format!("qualifier-{}", qualifier.word()),
                &[("number", &best)],
            ),
            (Some(best), Some(bounds), _) => {
                self.format("figure-best", &[("span", &bounds), ("best", &best)])
            }
            (None, bounds, _) => bounds.unwrap_or_default(),
        }
    }
}

/// A part of a standing, the key of its phrase, and the claims behind it, which may be empty.
pub type Side<'a> = (StandingKind, &'static str, Vec<&'a Claim>);

/// The claims that confirm or deny a claim.
pub fn sides<'a>(standing: &Standing<'a>) -> [Side<'a>; 5] {
    use StandingKind::{Confirmed, ConfirmedBySubject, Denied, DeniedAtFirst, DeniedInPart};
    let others = match standing.confirmed_by_subject.as_slice() {
        [] => "standing-confirmed",
        _ => "standing-confirmed-too",
    };
    [
        (
            ConfirmedBySubject,
            "standing-confirmed-by-subject",
            standing.confirmed_by_subject.clone(),
        ),
        (Confirmed, others, standing.confirmed_by_others.clone()),
        (Denied, "standing-denied", standing.denied.clone()),
        (
            DeniedAtFirst,
            "standing-denied-before",
            standing.denied_before.clone(),
        ),
        (
            DeniedInPart,
            "standing-denied-in-part",
            standing.denied_in_part.clone(),
        ),
    ]
}

/// The claims that supersede or qualify a claim.
pub fn superseding_sides<'a>(standing: &Standing<'a>) -> [Side<'a>; 2] {
    use StandingKind::{Qualified, Superseded};
    let (superseded, qualified) = (standing.superseded.clone(), standing.qualified.clone());
    [
        (Superseded, "standing-superseded", superseded),
        (Qualified, "standing-qualified", qualified),
    ]
}

/// The claims that deny or confirm what a claim supports or is part of, but not the claim itself.
pub fn whole_sides<'a>(as_of: AsOf<'a>, claim: &'a Claim) -> [Side<'a>; 2] {
    let itself = |one: &&Claim| !one.links.iter().any(|link| link.to == claim.id);
    let others = as_of.on_the_whole(claim).into_iter();
    let (denials, others) = others
        .filter(itself)
        .partition(|one| one.kind == Kind::Denies);
    [
        (StandingKind::WholeDenied, "whole-denied", denials),
        (StandingKind::WholeConfirmed, "whole-confirmed", others),
    ]
}

/// The text with a capital first letter.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
