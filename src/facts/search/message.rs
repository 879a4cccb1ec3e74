//! A message, and whether it has enough in common with a claim or a topic to be about the same.
//!
//! Messages about other news name the same states and use the same words. So the party that the title of the facts
//! names first counts more than others: a message that leaves it out must say more of what a claim says.

use std::collections::BTreeSet;

use super::field::Field;
use super::named::{Name, parties};
use super::parse::QueryTerm;
use super::part::Scored;
use super::postings::TermVector;
use super::titles::Titles;
use super::topical::Topical;
use crate::facts::vocabulary::Kind;
use crate::facts::{Claim, Facts, Topic};

/// Least score of a related claim, as a share of the nearest one's.
const NEAR: f32 = 0.4;

/// How many words, and how many names and words together, connect a message with a claim. A thing with a name, such
/// as a ship, counts twice. First if the message names the main party and another one in the title of the facts.
const BOTH_SIDES: (usize, usize) = (1, 4);
/// If it names every party that the claim is about.
const ALL_NAMED: (usize, usize) = (2, 5);
/// If it leaves one out. If this is the main party, only words of the topic count.
const LACKING: (usize, usize) = (3, 5);

/// This many names in common are enough with a word of the topic, or fewer with as many more words of the claim.
pub(super) const MANY_NAMES: usize = 3;

/// What a message says, read once for all claims.
pub(super) struct Message<'a> {
    pub(super) facts: &'a Facts,
    pub(super) terms: &'a [QueryTerm],
    /// Its words that are not names.
    pub(super) words: Vec<&'a QueryTerm>,
    pub(super) names: Vec<Name<'a, 'a>>,
    /// The ids of the parties named.
    parties: BTreeSet<&'a str>,
    titles: &'a Titles,
    /// The topics for which it has a word.
    pub(super) worded: Vec<&'a Topic>,
    /// The ids of the topics that it is about.
    topics: BTreeSet<&'a str>,
    /// The places of the claims that lead them and have a word of it, in order.
    pub(super) leading: Vec<usize>,
}

/// A claim, and its words.
#[derive(Clone, Copy)]
struct Read<'a> {
    claim: &'a Claim,
    words: TermVector<'a>,
}

impl<'a> Message<'a> {
    /// Reads the terms of a message.
    pub(super) fn new(facts: &'a Facts, terms: &'a [QueryTerm]) -> Self {
        let titles = facts.index().titles(facts);
        let names = facts.names(terms);
        let mut parties = parties(&names);
        let left_out = titles.main().filter(|main| !parties.contains(main));
        let belongs = |main: &&str| names.iter().any(|name| facts.belongs(name, main));
        parties.extend(left_out.filter(belongs));
        let words = terms.iter().filter(|term| !facts.is_name(term));
        let words: Vec<&QueryTerm> = words.collect();
        let said = Topical {
            facts,
            titles,
            words: &words,
            names: &names,
            parties: &parties,
        };
        let worded = said.worded();
        let about = said.about(&worded);
        let leading = about.iter().filter_map(|topic| topic.main_claim());
        let leading = leading.filter_map(|id| facts.places.place.get(id).copied());
        let matches = |at: &usize| {
            let words = facts.index().claim(*at);
            terms.iter().any(|term| words.has_any(term))
        };
        let mut leading: Vec<usize> = leading.filter(matches).collect();
        leading.sort_unstable();
        leading.dedup();
        Self {
            facts,
            terms,
            words,
            names,
            parties,
            titles,
            worded,
            topics: about.iter().map(|topic| topic.id.as_str()).collect(),
            leading,
        }
    }

    /// Of claims that come in the order of their scores, the first `most` that are about the same and near enough to the
    /// first of them, and whether no other claim belongs to these. They may be `all` that match.
    pub(super) fn nearest(&self, scored: &[Scored], most: usize, all: bool) -> (Vec<Scored>, bool) {
        let mut found: Vec<Scored> = Vec::new();
        let mut leading = self.leading.len();
        for one in scored {
            let far = found
                .first()
                .is_some_and(|first| one.score < first.score * NEAR);
            if found.len() == most || far && leading == 0 {
                return (found, true);
            }
            let at = one.at as usize;
            let leads = self.is_leading(at);
            leading -= usize::from(leads);
            if leads || !far && self.is_about_the_same(at) {
                found.push(*one);
            }
        }
        let is_whole = all || found.len() == most;
        (found, is_whole)
    }

    /// The least score that a claim must have to be near enough to the first of those that were found. `None` if it may have
    /// any, since it leads a topic or since none was found.
    pub(super) fn least_score(&self, found: &[Scored]) -> Option<f32> {
        let first = found.first().filter(|_| self.leading.is_empty())?;
        Some(first.score * NEAR)
    }

    /// Whether the claim at a place is about the same and has any word of it.
    pub(super) fn finds(&self, at: usize) -> bool {
        let words = self.facts.index().claim(at);
        (self.is_leading(at) || self.is_about_the_same(at))
            && self
                .terms
                .iter()
                .any(|term| words.best_match(term).is_some())
    }

    /// Whether the claim at a place is about the same, apart from those that lead.
    fn is_about_the_same(&self, at: usize) -> bool {
        let words = self.facts.index().claim(at);
        let read = self.facts.claims.get(at).map(|claim| Read { claim, words });
        read.is_some_and(|one| self.has_enough(one) || self.says_who_did_it(one))
    }

    /// Whether the claim at a place leads a topic that the message is about.
    fn is_leading(&self, at: usize) -> bool {
        self.leading.binary_search(&at).is_ok()
    }

    /// Whether it says enough of a claim: the less, the more of its parties it names.
    fn has_enough(&self, one: Read<'_>) -> bool {
        let is_said = |term: &QueryTerm| {
            let best = one.words.best_match(term);
            best.is_some_and(|(_, field)| Field::is_content(field))
        };
        let said = self.words.iter().filter(|term| is_said(term));
        let said: Vec<&&QueryTerm> = said.collect();
        let shared = self
            .names
            .iter()
            .filter(|name| name.is_in(one.claim, one.words));
        let shared: Vec<&Name<'_, '_>> = shared.collect();
        let things = shared.iter().filter(|name| name.is_thing).count();
        let enough = |said: usize, (least_said, least): (usize, usize)| {
            said >= least_said && shared.len() + things + said >= least
                || shared.len() + said >= MANY_NAMES
                    && self.has_parties_of(one.claim)
                    && self.is_on_topic(one.words, &shared)
        };
        // Which words count if it lacks the main party is asked only if that may decide: it reads the claim's sentence.
        let on_topic = || said.iter().filter(|term| one.words.is_topic(term)).count();
        enough(said.len(), self.least(one.claim))
            && (enough(on_topic(), LACKING) || !self.lacks_main(one.claim))
    }

    /// Whether a word of the claim's topics is in it, perhaps as a name that it shares with the claim.
    fn is_on_topic(&self, words: TermVector<'_>, shared: &[&Name<'_, '_>]) -> bool {
        let others = shared.iter().filter(|name| name.speakers.is_empty());
        let others = others.flat_map(|name| name.terms.iter());
        self.words
            .iter()
            .chain(others)
            .any(|one| words.is_topic(one))
    }

    /// Whether it is about a topic of a claim, or names every party that the claim is about, and those in the title of its
    /// main topic.
    pub(super) fn has_parties_of(&self, claim: &Claim) -> bool {
        let about = |id: &String| self.topics.contains(id.as_str());
        let main = claim.topics.first().map(|id| self.titles.of_topic(id));
        let named = |party: &str| self.parties.contains(party);
        claim.topics.iter().any(about)
            || self.names_all(claim) && main.into_iter().flatten().all(named)
    }

    /// Whether it says who denied or confirmed something in which month and year: "Moll admitted it in April 2025".
    fn says_who_did_it(&self, one: Read<'_>) -> bool {
        let by = |party: &str| {
            let names = self.names.iter();
            let mut of = names.filter(|name| !name.speakers.is_empty());
            of.any(|name| name.speakers.iter().all(|one| one.party().id == party))
        };
        let dates = || self.terms.iter().filter(|term| one.words.is_date(term));
        matches!(one.claim.kind, Kind::Confirms | Kind::Denies)
            && self.terms.iter().any(|term| one.words.is_kind(term))
            && dates().nth(1).is_some()
            && one.claim.by.iter().any(|one| by(&one.party().id))
    }

    /// How many words, and how many names and words, connect it with a claim that does not lack the main party.
    pub(super) fn least(&self, claim: &Claim) -> (usize, usize) {
        match self.names_all(claim) {
            true => self.least_of_any(),
            false => LACKING,
        }
    }

    /// The same for the claim of which it needs to say the least.
    pub(super) fn least_of_any(&self) -> (usize, usize) {
        let all = self.titles.all();
        let named = || self.parties.iter().filter(|party| all.contains(**party));
        match self.names_main() && named().nth(1).is_some() {
            true => BOTH_SIDES,
            false => ALL_NAMED,
        }
    }

    fn names_main(&self) -> bool {
        let main = self.titles.main();
        main.is_some_and(|main| self.parties.contains(main))
    }

    /// Whether a claim is about the main party, or says its name, and the message leaves it out.
    fn lacks_main(&self, claim: &Claim) -> bool {
        let Some(main) = self.titles.main() else {
            return false;
        };
        let about = || claim.about.iter().any(|one| one.party().id == main);
        let said = || self.facts.named_in(claim.text.first());
        !self.parties.contains(main) && (about() || said().contains(main))
    }

    /// Whether it names every party that a claim is about.
    fn names_all(&self, claim: &Claim) -> bool {
        let mut about = claim.about.iter().map(|one| one.party().id.as_str());
        about.all(|party| self.parties.contains(party))
    }
}

impl Topic {
    /// The id of the claim that answers it: the one it asks about, otherwise the first that leads it.
    pub fn main_claim(&self) -> Option<&str> {
        let first = self.lead.first().map(String::as_str);
        self.asks.as_deref().or(first)
    }
}
