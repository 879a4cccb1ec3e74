//! The clauses of a lead: one for each side of a claim, with names, months and sources.

use super::super::cited::publishers;
use super::super::statement::Composer;
use super::marks::{cites, marks, spaced};
use super::parties::{Parties, Party, Turned};
use super::period::Period;
use crate::facts::vocabulary::Kind;
use crate::facts::{Claim, Evidence};

/// The maximum number of publishers named in a clause.
const MOST_PUBLISHERS: usize = 3;

/// A part of a sentence.
#[derive(Debug, Default)]
pub(super) struct Clause {
    /// The text, in which characters for private use stand for sources.
    pub(super) text: String,
    /// The ids of the claims that it is made from.
    pub(super) claims: Vec<String>,
    /// Whether it contains an inferred date.
    pub(super) inferred: bool,
}

impl Clause {
    /// A clause without claims.
    pub(super) fn plain(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

/// Several parties that did the same: their names, when, and the sources.
struct Group {
    n: usize,
    who: String,
    when: Option<Period>,
    cites: String,
    claims: Vec<String>,
}

/// The clauses of a claim: who says so; who denies or confirms it; what replaces, contradicts or qualifies it.
pub(super) fn of<'a>(
    composer: &mut Composer<'a>,
    claim: &'a Claim,
) -> (Vec<Clause>, Vec<Clause>, Vec<Clause>) {
    let standing = composer.as_of.standing(claim);
    let parties = Parties::of(composer.as_of, claim, &standing);
    let mut writer = Writer {
        named: None,
        composer,
    };
    let said = writer.said(claim, &parties);
    let sides = writer.sides(&parties);
    let rest = writer.rest(&parties, &standing.contradicted);
    (said, sides, rest)
}

/// Writes the clauses of one claim.
struct Writer<'c, 'a> {
    composer: &'c mut Composer<'a>,
    /// The period that was named last, which is what “then” means.
    named: Option<Period>,
}

impl<'a> Writer<'_, 'a> {
    fn said(&mut self, claim: &Claim, parties: &Parties<'a>) -> Vec<Clause> {
        let key = match claim.kind {
            Kind::Reports => "lead-reported",
            _ => "lead-said",
        };
        let mut clauses = Vec::new();
        clauses.extend(self.side(key, &parties.said));
        clauses.extend(self.turned("lead-said-then-denied", &parties.said_then_denied));
        clauses
    }

    fn sides(&mut self, parties: &Parties<'a>) -> Vec<Clause> {
        let mut clauses = Vec::new();
        let changed = &parties.confirmed_then_denied;
        clauses.extend(self.turned("lead-confirmed-then-denied", changed));
        clauses.extend(self.side("lead-denied", &parties.denied));
        let turned = &parties.denied_then_confirmed;
        let (subject, others) = (&parties.confirmed_by_subject, &parties.confirmed_by_others);
        let mut main = self.turned("lead-turned", turned);
        let mut first: Vec<&Claim> = turned.iter().map(|(_, since)| *since).collect();
        let mut more: Vec<Party<'a>> = subject.iter().chain(others).copied().collect();
        if main.is_none() && !subject.is_empty() {
            main = self.side("lead-confirmed", subject);
            first = subject.iter().map(|(_, claim)| *claim).collect();
            more.clone_from(others);
        }
        let (main, more) = match (main, in_order(&first, &more)) {
            (Some(main), Some(key)) if !more.is_empty() => {
                (Some(self.with_more(main, key, &more)), Vec::new())
            }
            (main, _) => (main, more),
        };
        clauses.extend(main);
        clauses.extend(self.turned("lead-denied-in-part", &parties.denied_in_part));
        clauses.extend(self.side("lead-confirmed", &more));
        clauses
    }

    fn rest(&mut self, parties: &Parties<'a>, contradicted: &[&Evidence]) -> Vec<Clause> {
        let mut clauses = Vec::new();
        clauses.extend(self.later("lead-superseded", &parties.superseded, parties));
        clauses.extend(self.contradicted(contradicted));
        clauses.extend(self.qualified(&parties.qualified));
        clauses
    }

    /// What the newest claim that qualifies it says, in its own words: only that tells a reader what the limit is.
    fn qualified(&mut self, side: &[Party<'a>]) -> Option<Clause> {
        let newest = side
            .iter()
            .max_by_key(|(_, claim)| claim.said.when.latest());
        let (_, claim) = newest?;
        let words = self.composer.words;
        let text = claim.text.get(words.lang());
        let who = words.list(&words.names(&claim.by));
        let when = Period::of([&claim.said.when]);
        let when = spaced(when.map(|period| period.words(words)));
        let cites = cites(self.composer, &[claim]);
        let values = [
            ("text", text.strip_suffix('.').unwrap_or(text)),
            ("who", &*who),
            ("when", &*when),
            ("cites", &*cites),
        ];
        Some(Clause {
            text: words.format("lead-qualified", &values),
            claims: vec![claim.id.clone()],
            inferred: false,
        })
    }

    /// A clause on what some parties did to the claim; parties named before are not named again.
    fn later(&mut self, key: &str, side: &[Party<'a>], parties: &Parties<'a>) -> Option<Clause> {
        let known = |one: &Party<'a>| parties.has(one.0);
        let new: Vec<Party<'a>> = side.iter().filter(|one| !known(one)).copied().collect();
        match new.is_empty() {
            true => self.side(&format!("{key}-own"), side),
            false => self.side(key, &new),
        }
    }

    /// A clause on parties of one side; `None` without parties.
    fn side(&mut self, key: &str, parties: &[Party<'a>]) -> Option<Clause> {
        let group = self.group(parties)?;
        let when = self.when(key, group.when);
        let values = [
            ("who", group.who.as_str()),
            ("when", &when),
            ("cites", &group.cites),
        ];
        Some(Clause {
            text: self.composer.words.plural(key, group.n, &values),
            claims: group.claims,
            inferred: false,
        })
    }

    /// A clause on parties that have changed sides; `None` without parties.
    fn turned(&mut self, key: &str, turned: &[Turned<'a>]) -> Option<Clause> {
        let first: Vec<Party<'a>> = turned.iter().map(|(party, _)| *party).collect();
        let since: Vec<&'a Claim> = turned.iter().map(|(_, since)| *since).collect();
        let mut group = self.group(&first)?;
        let when = self.when(key, group.when);
        // The confirmation is what a reader looks up; the denial and its source are among the denials.
        if key == "lead-turned" {
            group.cites.clear();
        }
        let later = Period::of(since.iter().map(|claim| &claim.said.when));
        self.named = later.or(self.named);
        let later = spaced(later.map(|period| period.words(self.composer.words)));
        let since_cites = cites(self.composer, &since);
        let values = [
            ("who", group.who.as_str()),
            ("when", &when),
            ("cites", &group.cites),
            ("since", &later),
            ("since-cites", &since_cites),
        ];
        let mut claims = group.claims;
        claims.extend(since.iter().map(|claim| claim.id.clone()));
        Some(Clause {
            text: self.composer.words.plural(key, group.n, &values),
            claims,
            inferred: false,
        })
    }

    /// The clause followed by the parties that did the same before or after.
    fn with_more(&mut self, mut clause: Clause, key: &str, more: &[Party<'a>]) -> Clause {
        if let Some(more) = self.side(key, more) {
            clause.text.push_str(&more.text);
            clause.claims.extend(more.claims);
        }
        clause
    }

    fn contradicted(&mut self, evidence: &[&Evidence]) -> Option<Clause> {
        let publishers = publishers(evidence);
        let issued = evidence.iter().filter_map(|one| one.source.issued.as_ref());
        let issued = Period::of(issued);
        let words = self.composer.words;
        let when = spaced(issued.map(|period| period.words(words)));
        let numbers = self.composer.citations.numbers(evidence.iter().copied());
        let numbers = marks(numbers.into_iter().take(MOST_PUBLISHERS));
        let named = !publishers.is_empty();
        let who = words.few(publishers, MOST_PUBLISHERS);
        let values = [("who", &*who), ("when", &*when), ("cites", &*numbers)];
        named.then(|| Clause::plain(words.format("lead-contradicted", &values)))
    }

    fn group(&mut self, parties: &[Party<'a>]) -> Option<Group> {
        let lang = self.composer.lang();
        let names: Vec<String> = parties
            .iter()
            .map(|(party, _)| party.name.get(lang).to_owned())
            .collect();
        let mut claims: Vec<&'a Claim> = Vec::new();
        for (_, claim) in parties {
            if !claims.iter().any(|known| known.id == claim.id) {
                claims.push(claim);
            }
        }
        (!names.is_empty()).then(|| Group {
            n: names.len(),
            who: self.composer.words.list(&names),
            when: Period::of(claims.iter().map(|claim| &claim.said.when)),
            cites: cites(self.composer, &claims),
            claims: claims.iter().map(|claim| claim.id.clone()).collect(),
        })
    }

    /// The period in words; `then` for a denial made in the month that was named last.
    fn when(&mut self, key: &str, when: Option<Period>) -> String {
        let words = self.composer.words;
        let denies = matches!(key, "lead-denied" | "lead-turned" | "lead-denied-in-part");
        let then = denies && when == self.named && when.is_some_and(|period| period.is_month());
        self.named = when.or(self.named);
        spaced(when.map(|period| match then {
            true => words.text("lead-then"),
            false => period.words(words),
        }))
    }
}

/// The key of the words for those who confirmed before all of the first, or after all of them; `None` if neither.
fn in_order(first: &[&Claim], more: &[Party<'_>]) -> Option<&'static str> {
    let all = |order: fn(&Claim, &Claim) -> bool| {
        let mut pairs = more
            .iter()
            .flat_map(|(_, one)| first.iter().map(move |other| (*one, *other)));
        pairs.all(|(one, other)| order(one, other))
    };
    if all(|one, other| one.said.when.latest() < other.said.when.earliest()) {
        return Some("lead-after");
    }
    all(|one, other| other.said.when.latest() <= one.said.when.earliest()).then_some("lead-as-did")
}
