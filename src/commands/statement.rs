//! From a claim to an entry of an answer: who, as what, when, in which words, by which sources.
//!
//! Every view composes its entries here, so that no statement is shown without them.

use std::sync::Arc;

use crate::answer::{Citations, Entry, Span, nearness};
use crate::facts::date::Day;
use crate::facts::vocabulary::{Basis, Kind, LinkKind, Role};
use crate::facts::{Claim, Evidence, Facts, Lang, Speaker, When};
use crate::phrases::Words;

/// Sources cited for a statement in short: one screen has room for the nearest.
const FEW_SOURCES: usize = 1;

/// Most names of those whom a statement answers.
const MOST_ANSWERED: usize = 4;

/// How much of a statement's circumstances is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// Who, as what, on whose word, when, and the nearest source.
    Short,
    /// Also through which channel, and every source.
    Full,
}

/// Facts as known on a day, in the words of a language, numbering sources as they are used.
pub(super) struct Composer<'a> {
    pub(super) facts: &'a Facts,
    pub(super) words: &'static Words,
    pub(super) day: Day,
    pub(super) citations: Citations,
}

impl<'a> Composer<'a> {
    pub(super) fn new(facts: &'a Facts, lang: Lang, day: Day) -> Self {
        Self {
            facts,
            words: Words::of(lang),
            day,
            citations: Citations::default(),
        }
    }

    pub(super) fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// A claim as one attributed, dated sentence with the numbers of its sources: the nearest
    /// in short, all of them in full.
    pub(super) fn statement(&mut self, claim: &Claim, detail: Detail) -> Entry {
        let cites = match detail {
            Detail::Short => self.cite(claim, FEW_SOURCES),
            Detail::Full => self.cite(claim, usize::MAX),
        };
        let text = Span::Text(claim.text.get(self.lang()).to_owned());
        Entry::of(
            claim,
            capitalised(&self.attribution(claim, detail)),
            vec![text],
            cites,
        )
    }

    /// The numbers of the sources nearest to a claim, of those that carry it and were out.
    pub(super) fn cite(&mut self, claim: &Claim, most: usize) -> Vec<usize> {
        let nearest = self.nearest(claim);
        self.citations.numbers(nearest.into_iter().take(most))
    }

    /// The numbers of all sources that carry a claim as it is; where none does, of those that carry it
    /// with another detail.
    pub(super) fn cite_agreeing(&mut self, claim: &Claim) -> Vec<usize> {
        let nearest = self.nearest(claim);
        let agrees = |one: &&Evidence| one.role != Role::Differs;
        let agreeing: Vec<&Evidence> = nearest.iter().copied().filter(agrees).collect();
        self.citations.numbers(if agreeing.is_empty() {
            nearest
        } else {
            agreeing
        })
    }

    /// What carries a claim, the nearest first, the reader's own language before others.
    fn nearest<'c>(&self, claim: &'c Claim) -> Vec<&'c Evidence> {
        let out = claim
            .evidence
            .iter()
            .filter(|one| self.facts.published(&one.source, self.day));
        let mut carrying: Vec<_> = out.filter(|one| one.role != Role::Contradicts).collect();
        carrying.sort_by_key(|one| nearness(one, claim, self.lang()));
        carrying
    }

    /// Name, post, date and whom it answers: `Dmitry Peskov, Kremlin spokesman, 10 October 2024,
    /// answering Kim Yong-hyun`; in full also through which channel.
    pub(super) fn attribution(&self, claim: &Claim, detail: Detail) -> String {
        let mut parts = vec![self.speakers(claim)];
        if detail == Detail::Full && !claim.via.is_empty() {
            parts.push(claim.via.get(self.lang()).to_owned());
        }
        parts.push(self.when(&claim.said));
        let answered = self.answered(claim);
        if !answered.is_empty() {
            parts.push(
                self.words
                    .with("answering", &[("names", &self.words.list(&answered))]),
            );
        }
        parts.join(", ")
    }

    /// Names, the post held on that date (for several of one party that party's name), and on whose
    /// word.
    pub(super) fn speakers(&self, claim: &Claim) -> String {
        let first = claim.by.first().map(|speaker| speaker.party());
        let together = claim.by.iter().all(|one| {
            let (party, first) = (&one.party().id, first.map(|party| &party.id));
            Some(party) == first && *party != one.id
        });
        let known_as = match claim.by.as_slice() {
            [one] => {
                let post = one.post_on(&claim.said.when);
                post.map(|post| post.title.get(self.lang()).to_owned())
            }
            _ if together => first.map(|party| {
                self.words
                    .with("speaking-for", &[("name", party.name.get(self.lang()))])
            }),
            _ => None,
        };
        let mut parts = vec![self.words.list(&self.names(&claim.by))];
        parts.extend(known_as);
        parts.extend(self.cited_speakers(claim));
        parts.join(", ")
    }

    /// Names, and on whose word, without posts.
    pub(super) fn names_only(&self, claim: &Claim) -> String {
        let mut parts = vec![self.words.list(&self.names(&claim.by))];
        parts.extend(self.cited_speakers(claim));
        parts.join(", ")
    }

    /// On whose word, if on anybody's: `citing Ukrainian intelligence`.
    fn cited_speakers(&self, claim: &Claim) -> Option<String> {
        let names = self.words.list(&self.names(&claim.citing));
        let cites = !claim.citing.is_empty();
        cites.then(|| self.words.with("citing", &[("names", &names)]))
    }

    /// When and where it happened, if that is known.
    pub(super) fn event(&self, claim: &Claim) -> Option<Vec<Span>> {
        let date = self.when(claim.happened.as_ref()?);
        let text = match claim.place.get(self.lang()) {
            "" => self.words.with("event", &[("date", &date)]),
            place => self
                .words
                .with("event-at", &[("date", &date), ("place", place)]),
        };
        Some(vec![Span::Text(text)])
    }

    /// A date, marked when it was worked out.
    pub(super) fn when(&self, when: &When) -> String {
        let date = self.words.date(&when.when);
        match when.basis {
            Basis::Stated => date,
            Basis::Inferred => self.words.with("date-inferred", &[("date", &date)]),
        }
    }

    /// Those whose statements it denies or answers, each once. Nobody answers what was said later,
    /// and what the narration of an article reports is not somebody's statement.
    fn answered(&self, claim: &Claim) -> Vec<String> {
        let targets = claim.links.iter().filter_map(|link| {
            let target = self.facts.claim(&link.to)?;
            let answers = match link.kind {
                LinkKind::Denies => true,
                LinkKind::Answers => target.kind != Kind::Reports,
                _ => false,
            };
            let itself = target
                .by
                .iter()
                .any(|one| claim.by.iter().any(|by| by.id == one.id));
            let shown = self.facts.known(target, self.day);
            (answers && !itself && shown && in_order(target, claim)).then_some(target)
        });
        let mut names: Vec<String> = Vec::new();
        for name in targets.flat_map(|target| self.names(&target.by)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if names.len() > MOST_ANSWERED {
            names.truncate(MOST_ANSWERED - 1);
            names.push(self.words.say("others"));
        }
        names
    }

    /// The parties behind some claims, each once, with the date of its first: `Russia
    /// (26 April 2025)`; in short without the date.
    pub(super) fn parties(&self, claims: &[&Claim], detail: Detail) -> Vec<String> {
        let mut seen: Vec<&str> = Vec::new();
        let mut parties = Vec::new();
        for claim in claims {
            for party in claim.by.iter().map(|speaker| speaker.party()) {
                if seen.contains(&party.id.as_str()) {
                    continue;
                }
                seen.push(&party.id);
                let name = party.name.get(self.lang());
                let date = self.when(&claim.said);
                parties.push(match detail {
                    Detail::Short => name.to_owned(),
                    Detail::Full => self.words.with("party", &[("name", name), ("date", &date)]),
                });
            }
        }
        parties
    }

    fn names(&self, speakers: &[Arc<Speaker>]) -> Vec<String> {
        speakers
            .iter()
            .map(|speaker| speaker.name.get(self.lang()).to_owned())
            .collect()
    }
}

/// Whether the first statement may have been made before the second.
pub(super) fn in_order(first: &Claim, second: &Claim) -> bool {
    match (first.said.when.earliest(), second.said.when.latest()) {
        (Some(first), Some(second)) => first <= second,
        _ => true,
    }
}

/// A text that begins with a capital, as a label or heading does.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
