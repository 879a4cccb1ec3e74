//! A message, and whether it has enough in common with a claim or a topic to be about the same.
//!
//! Messages about other news name the same states and use the same words. So the party that the title of the facts
//! names first counts more than others: a message that leaves it out must say more of what a claim says.

use std::collections::{BTreeMap, BTreeSet};

use super::field::Field;
use super::named::{Name, parties};
use super::parse::QueryTerm;
use crate::facts::vocabulary::SpeakerKind;
use crate::facts::{Claim, Facts, Lang, Speaker, Topic};

/// How many names and words together connect a message with a claim: if it names all parties of a claim about the
/// main party, and if it does not. A thing with a name, such as a missile, counts twice.
const ENOUGH: (usize, usize) = (5, 6);

/// This many names in common are enough with a word of the topic, or fewer with as many more words of the claim.
const MANY_NAMES: usize = 3;

/// What a message says, read once for all claims.
pub(super) struct Message<'a> {
    facts: &'a Facts,
    /// Its words that are not names.
    words: Vec<&'a QueryTerm>,
    names: Vec<Name<'a, 'a>>,
    /// The ids of the parties named.
    parties: BTreeSet<&'a str>,
    main: Option<&'a Speaker>,
    /// The ids of the parties in the title of each topic, by its id.
    titles: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// The ids of the topics that it is about.
    topics: BTreeSet<&'a str>,
}

impl<'a> Message<'a> {
    /// Reads the terms of a message.
    pub(super) fn new(facts: &'a Facts, terms: &'a [QueryTerm]) -> Self {
        let names = facts.names(terms);
        let mut parties = parties(&names);
        let main = facts.main_party();
        if let Some(main) = main.filter(|main| names.iter().any(|name| facts.belongs(name, main))) {
            parties.insert(main.id.as_str());
        }
        let titled =
            |topic: &'a Topic| (topic.id.as_str(), facts.named_in(topic.title.get(Lang::En)));
        let mut message = Self {
            facts,
            words: terms.iter().filter(|term| !facts.is_name(term)).collect(),
            names,
            parties,
            main,
            titles: facts.topics.iter().map(|topic| titled(topic)).collect(),
            topics: BTreeSet::new(),
        };
        let all = facts.named_in(facts.dossier.title.get(Lang::En));
        let about = facts.topics.iter().zip(facts.index().topics());
        let about = about.filter(|(topic, words)| {
            let mut said = message.words.iter();
            said.any(|term| words.is_topic(term)) && message.names_side_of(topic, &all)
        });
        message.topics = about.map(|(topic, _)| topic.id.as_str()).collect();
        message
    }

    /// Whether a claim is about the same.
    pub(super) fn is_about_the_same(&self, claim: &Claim) -> bool {
        self.has_enough(claim) || self.is_leading(claim)
    }

    /// Whether the claim leads a topic that the message is about.
    pub(super) fn is_leading(&self, claim: &Claim) -> bool {
        let topics = self.facts.topics.iter();
        let mut about = topics.filter(|topic| self.topics.contains(topic.id.as_str()));
        about.any(|topic| topic.main_claim() == Some(claim.id.as_str()))
    }

    /// Whether it names the main party and somebody else who shows that the topic is meant: one in its title or in
    /// that of all facts, a person, a body that speaks for no state, or a place. Other states have much to do with the main party.
    fn names_side_of(&self, topic: &Topic, all: &BTreeSet<&str>) -> bool {
        let Some(main) = self.main.map(|main| main.id.as_str()) else {
            return false;
        };
        let titled = self.titles.get(topic.id.as_str());
        let shows = |name: &Name<'_, '_>| {
            let any = |is: &dyn Fn(&Speaker) -> bool| name.speakers.iter().any(|one| is(one));
            let in_title = |one: &Speaker| {
                let party = one.party().id.as_str();
                all.contains(party) || titled.is_some_and(|titled| titled.contains(party))
            };
            let is_own = |one: &Speaker| one.kind != SpeakerKind::State && one.speaks_for.is_none();
            let place = || {
                let mut claims = self
                    .facts
                    .about(topic)
                    .filter_map(|one| self.facts.words_of(one));
                name.speakers.is_empty()
                    && claims.any(|words| name.terms.iter().all(|term| words.is_place(term)))
            };
            any(&in_title) || any(&|one| one.kind == SpeakerKind::Person) || any(&is_own) || place()
        };
        let mut others = self.names.iter().filter(|name| !name.is_of(main));
        self.parties.contains(main)
            && others.any(|name| {
                shows(name)
                    && self
                        .facts
                        .about(topic)
                        .any(|claim| self.shares(name, claim))
            })
    }

    fn has_enough(&self, claim: &Claim) -> bool {
        let Some(words) = self.facts.words_of(claim) else {
            return false;
        };
        let fields = self.words.iter().filter_map(|term| words.best_match(term));
        let said = fields
            .filter(|(_, field): &(_, Field)| field.is_content())
            .count();
        let names: Vec<_> = self
            .names
            .iter()
            .filter(|name| self.shares(name, claim))
            .collect();
        let things = names.iter().filter(|name| name.is_thing).count();
        let enough = match self.lacks_party(claim) {
            true => ENOUGH.1,
            false => ENOUGH.0,
        };
        let on_topic = self.words.iter().any(|term| words.is_topic(term));
        let about = || {
            claim
                .topics
                .iter()
                .any(|id| self.topics.contains(id.as_str()))
        };
        let complete = || on_topic && (about() || self.names_all(claim));
        said > 0 && names.len() + things + said >= enough
            || names.len() >= MANY_NAMES && complete()
            || said > 0 && names.len() + said >= MANY_NAMES && complete()
    }

    /// Whether a claim is about the main party, or says its name, and the message leaves out this party or another one
    /// that the claim is about.
    fn lacks_party(&self, claim: &Claim) -> bool {
        let Some(main) = self.main else {
            return false;
        };
        let lacks = |party: &Speaker| !self.parties.contains(party.id.as_str());
        let mut about = claim.about.iter().map(|one| one.party());
        if about.clone().any(|party| party.id == main.id) {
            return about.any(lacks);
        }
        let said = || self.facts.named_in(claim.text.get(Lang::En));
        lacks(main) && said().contains(main.id.as_str())
    }

    /// Whether a claim has a name: in its words, or as a party by whom or about whom it is. Naming a leader means the
    /// state, and the other way round.
    fn shares(&self, name: &Name<'_, '_>, claim: &Claim) -> bool {
        let mut involved = claim.by.iter().chain(&claim.about);
        let said = || {
            self.facts
                .words_of(claim)
                .is_some_and(|words| name.is_said_in(words))
        };
        involved.any(|one| name.is_of(&one.party().id)) || said()
    }

    /// Whether the message names every party that a claim is about, and those in the title of its main topic.
    fn names_all(&self, claim: &Claim) -> bool {
        let about = claim.about.iter().map(|one| one.party().id.as_str());
        let titled = claim
            .topics
            .first()
            .and_then(|id| self.titles.get(id.as_str()));
        let mut needed = about.chain(titled.into_iter().flatten().copied());
        needed.all(|party| self.parties.contains(party))
    }
}

impl Topic {
    /// The id of the claim that answers it: the one it asks about, otherwise the first that leads it.
    pub fn main_claim(&self) -> Option<&str> {
        let first = self.lead.first().map(String::as_str);
        self.asks.as_deref().or(first)
    }
}
