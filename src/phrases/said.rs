//! A statement's circumstances in words: who, as what, on whose word, when; its standing and its numbers.
//!
//! Answers and pictures take them from here, so that both say the same. Sources are cited elsewhere.

use std::sync::Arc;

use super::Words;
use crate::facts::date::Day;
use crate::facts::standing::Standing;
use crate::facts::vocabulary::{Basis, Kind, Qualifier};
use crate::facts::{Claim, Facts, Figure, Measure, Speaker, When};

/// Most names of those whom a statement answers.
const MOST_ANSWERED: usize = 4;

impl Words {
    /// A date, marked when it was worked out.
    pub fn when(&self, when: &When) -> String {
        let date = self.date(&when.when);
        match when.basis {
            Basis::Stated => date,
            Basis::Inferred => self.with("date-inferred", &[("date", &date)]),
        }
    }

    /// The names of some speakers.
    pub fn names(&self, speakers: &[Arc<Speaker>]) -> Vec<String> {
        let name = |speaker: &Arc<Speaker>| speaker.name.get(self.lang()).to_owned();
        speakers.iter().map(name).collect()
    }

    /// Names, and on whose word, without posts.
    pub fn names_only(&self, claim: &Claim) -> String {
        let mut parts = vec![self.list(&self.names(&claim.by))];
        parts.extend(self.on_whose_word(claim));
        parts.join(", ")
    }

    /// The post held on the date of a claim; for several of one party that party's name.
    pub fn known_as(&self, claim: &Claim) -> Option<String> {
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
                self.with("speaking-for", &[("name", name)])
            }),
            _ => None,
        }
    }

    /// On whose word, if on anybody's: `citing Ukrainian intelligence`.
    pub fn on_whose_word(&self, claim: &Claim) -> Option<String> {
        let names = self.list(&self.names(&claim.citing));
        let cites = !claim.citing.is_empty();
        cites.then(|| self.with("citing", &[("names", &names)]))
    }

    /// Whom a statement answers, each once: `answering Kim Yong-hyun`; `None` if nobody.
    pub fn answering(&self, answered: &[&Claim]) -> Option<String> {
        let mut names: Vec<String> = Vec::new();
        for name in answered.iter().flat_map(|target| self.names(&target.by)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let names = (!names.is_empty()).then(|| self.few(names, MOST_ANSWERED))?;
        Some(self.with("answering", &[("names", &names)]))
    }

    /// Names in a row, at most so many: a, b, c and others.
    pub fn few(&self, mut names: Vec<String>, most: usize) -> String {
        if names.len() > most {
            names.truncate(most.saturating_sub(1));
            names.push(self.say("others"));
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

    /// What a measure counts, with its unit where the name does not hold it.
    pub fn measure(&self, measure: &Measure) -> String {
        let name = capitalised(measure.name.get(self.lang()));
        let unit = measure.unit.get(self.lang());
        if name.to_lowercase().contains(&unit.to_lowercase()) {
            return name;
        }
        format!("{name} ({unit})")
    }

    /// Who gives a number, and when: the claim's speakers when they said it, some of them, or whoever else's
    /// number it is when its source came out. A source only passes a number on.
    pub fn giver(&self, claim: &Claim, figure: &Figure) -> (String, String) {
        if figure.by.is_empty() {
            return (self.names_only(claim), self.when(&claim.said));
        }
        let names = self.list(&self.names(&figure.by));
        let issued = figure.source.as_ref().and_then(|one| one.issued.as_ref());
        let date = match issued {
            _ if claim.gives(figure) => self.when(&claim.said),
            Some(issued) => self.date(issued),
            None => self.say("cite-no-date"),
        };
        (names, date)
    }

    /// `about 6,700`, `over 11,000 (2024)`; what is counted is the heading's business.
    pub fn figure_on(&self, claim: &Claim, figure: &Figure) -> String {
        let number = self.figure(figure);
        let as_of = figure.as_of.as_ref();
        match as_of.filter(|date| **date != claim.said.when) {
            Some(date) => {
                let date = self.date(date);
                self.with("figure-as-of", &[("value", &number), ("date", &date)])
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
                Some(self.with("figure-span", &[("low", low), ("high", high)]))
            }
            (Some(low), None) => Some(self.with("qualifier-at-least", &[("number", low)])),
            (None, Some(high)) => Some(self.with("qualifier-up-to", &[("number", high)])),
            (None, None) => None,
        };
        match (best, bounds, figure.qualifier) {
            (Some(best), None, Qualifier::Exact) => best,
            (Some(best), None, qualifier) => self.with(
                &format!("qualifier-{}", qualifier.word()),
                &[("number", &best)],
            ),
            (Some(best), Some(bounds), _) => {
                self.with("figure-best", &[("span", &bounds), ("best", &best)])
            }
            (None, bounds, _) => bounds.unwrap_or_default(),
        }
    }
}

/// Who confirms and who denies, each with the key of its phrase; "also" only where it is so.
pub fn sides<'s, 'a>(standing: &'s Standing<'a>) -> [(&'static str, &'s [&'a Claim]); 5] {
    let others = match standing.confirmed_by_subject.as_slice() {
        [] => "standing-confirmed",
        _ => "standing-confirmed-too",
    };
    [
        (
            "standing-confirmed-by-subject",
            standing.confirmed_by_subject.as_slice(),
        ),
        (others, standing.confirmed_by_others.as_slice()),
        ("standing-denied", standing.denied.as_slice()),
        ("standing-denied-before", standing.denied_before.as_slice()),
        (
            "standing-denied-in-part",
            standing.denied_in_part.as_slice(),
        ),
    ]
}

/// Who denies and who confirms what a claim supports or is a part of, and not the claim itself, each with the key
/// of its phrase.
pub fn whole_sides<'a>(
    facts: &'a Facts,
    claim: &'a Claim,
    day: Day,
) -> [(&'static str, Vec<&'a Claim>); 2] {
    let itself = |one: &&Claim| !one.links.iter().any(|link| link.to == claim.id);
    let others = facts.on_the_whole(claim, day).into_iter();
    let (denials, others) = others
        .filter(itself)
        .partition(|one| one.kind == Kind::Denies);
    [("whole-denied", denials), ("whole-confirmed", others)]
}

/// A text that begins with a capital, as a label or heading does.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
