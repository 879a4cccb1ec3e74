//! The attribution of a claim in words: speaker, post, cited speakers, date; also its standing and figures.
//!
//! Answers and pictures share these functions, so that both say the same. Sources are cited elsewhere.

use std::sync::Arc;

use super::Phrases;
use crate::facts::date::{Date, Day};
use crate::facts::standing::{Standing, StandingKind, Voice};
use crate::facts::vocabulary::{Basis, Qualifier};
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

    /// The cited speakers, if there are any: `citing the harbour office`.
    pub fn citing(&self, claim: &Claim) -> Option<String> {
        let names = self.list(&self.names(&claim.citing));
        let cites = !claim.citing.is_empty();
        cites.then(|| self.format("citing", &[("names", &names)]))
    }

    /// The speakers that a claim answers, each once: `answering Otto Klein`; `None` if there are none.
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

    /// The parties of some voices, each once and as `shown`.
    pub fn parties(
        &self,
        voices: &[Voice<'_>],
        shown: impl Fn(&Claim, &str) -> String,
    ) -> Vec<String> {
        let mut seen: Vec<&str> = Vec::new();
        let mut parties = Vec::new();
        for voice in voices {
            if !seen.contains(&voice.party.id.as_str()) {
                seen.push(&voice.party.id);
                parties.push(shown(voice.claim, voice.party.name.get(self.lang())));
            }
        }
        parties
    }

    /// The names of the parties of some voices, each once.
    pub fn party_names(&self, voices: &[Voice<'_>]) -> Vec<String> {
        self.parties(voices, |_, name| name.to_owned())
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

    /// `about 6,700`, `probably 3,000 to 5,000 (best 4,000)`, `over 1,000`.
    pub fn figure(&self, figure: &Figure) -> String {
        let [low, best, high] =
            [figure.low, figure.best, figure.high].map(|one| one.map(|one| self.given_number(one)));
        let exactly = figure.qualifier;
        let bounds = match (low, high) {
            (Some(low), Some(high)) if low == high => Some(self.qualified(exactly, low)),
            (Some(low), Some(high)) => {
                let span = self.format("figure-span", &[("low", &low), ("high", &high)]);
                Some(self.qualified(exactly, span))
            }
            (Some(low), None) => Some(self.bound(Qualifier::AtLeast, exactly, low)),
            (None, Some(high)) => Some(self.bound(Qualifier::UpTo, exactly, high)),
            (None, None) => None,
        };
        match (best, bounds) {
            (Some(best), None) => self.qualified(exactly, best),
            (Some(best), Some(bounds)) => {
                self.format("figure-best", &[("span", &bounds), ("best", &best)])
            }
            (None, bounds) => bounds.unwrap_or_default(),
        }
    }

    /// A number with its qualifier: `about 6,700`.
    fn qualified(&self, qualifier: Qualifier, number: String) -> String {
        if qualifier == Qualifier::Exact {
            return number;
        }
        let key = format!("qualifier-{}", qualifier.word());
        self.format(&key, &[("number", &number)])
    }

    /// A bound with the qualifier that was given with it: `over 1,000`, `at least about 1,000`, `probably up to 50`.
    fn bound(&self, bound: Qualifier, given: Qualifier, number: String) -> String {
        match given {
            Qualifier::Exact => self.qualified(bound, number),
            Qualifier::About | Qualifier::Some => {
                self.qualified(bound, self.qualified(given, number))
            }
            Qualifier::Likely => self.qualified(given, self.qualified(bound, number)),
            Qualifier::AtLeast | Qualifier::Over | Qualifier::UpTo => self.qualified(given, number),
        }
    }
}

/// Everybody who does one thing to a claim, such as deny it.
#[derive(Clone, Debug)]
pub struct Side<'a> {
    /// What they do.
    pub kind: StandingKind,
    /// The key of the phrase for it, which takes `$names`.
    pub phrase: &'static str,
    /// Who does it; may be empty.
    pub voices: Vec<Voice<'a>>,
}

fn side<'a>(kind: StandingKind, phrase: &'static str, voices: &[Voice<'a>]) -> Side<'a> {
    let voices = voices.to_vec();
    Side {
        kind,
        phrase,
        voices,
    }
}

/// Those who confirm or deny a claim.
pub fn confirming_and_denying<'a>(standing: &Standing<'a>) -> [Side<'a>; 5] {
    use StandingKind::{Confirmed, ConfirmedBySubject, Denied, DeniedAtFirst, DeniedInPart};
    let subject = &standing.confirmed_by_subject;
    let others = match subject.as_slice() {
        [] => "standing-confirmed",
        _ => "standing-confirmed-too",
    };
    let (before, in_part) = (&standing.denied_before, &standing.denied_in_part);
    [
        side(ConfirmedBySubject, "standing-confirmed-by-subject", subject),
        side(Confirmed, others, &standing.confirmed_by_others),
        side(Denied, "standing-denied", &standing.denied),
        side(DeniedAtFirst, "standing-denied-before", before),
        side(DeniedInPart, "standing-denied-in-part", in_part),
    ]
}

/// Those who have replaced a claim with another statement, and those who narrow it.
pub fn superseding_and_qualifying<'a>(standing: &Standing<'a>) -> [Side<'a>; 2] {
    use StandingKind::{Qualified, Superseded};
    [
        side(Superseded, "standing-superseded", &standing.superseded),
        side(Qualified, "standing-qualified", &standing.qualified),
    ]
}

/// The claims that a claim supports or is part of and that somebody else denies or confirms, each with those who do.
pub fn on_the_whole<'a>(as_of: AsOf<'a>, claim: &'a Claim) -> Vec<(&'a Claim, Vec<Side<'a>>)> {
    use StandingKind::{Denied, DeniedAtFirst, DeniedInPart};
    use StandingKind::{WholeConfirmed, WholeDenied, WholeDeniedAtFirst, WholeDeniedInPart};
    let wholes = as_of.supported(claim).into_iter().map(|whole| {
        let mut sides = confirming_and_denying(&as_of.standing(whole)).to_vec();
        for side in &mut sides {
            side.voices.retain(|voice| voice.claim.id != claim.id);
            (side.kind, side.phrase) = match side.kind {
                Denied => (WholeDenied, "whole-denied"),
                DeniedAtFirst => (WholeDeniedAtFirst, "whole-denied-before"),
                DeniedInPart => (WholeDeniedInPart, "whole-denied-in-part"),
                _ => (WholeConfirmed, "whole-confirmed"),
            };
        }
        sides.retain(|side| !side.voices.is_empty());
        // Denials first, and all confirmations as one side.
        sides.sort_by_key(|side| side.kind == WholeConfirmed);
        sides.dedup_by(|later, first| {
            let same = later.kind == first.kind;
            if same {
                first.voices.append(&mut later.voices);
            }
            same
        });
        (whole, sides)
    });
    wholes.filter(|(_, sides)| !sides.is_empty()).collect()
}

/// The text with a capital first letter.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let mut capitalised = String::with_capacity(text.len());
    capitalised.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    capitalised.push_str(letters.as_str());
    capitalised
}
