//! A message, and whether it has enough in common with a claim or a topic to be about the same.
//!
//! Messages about other news name the same states and use the same words. So the party that the title of the facts
//! names first counts more than others: a message that leaves it out must say more of what a claim says.

use std::collections::{BTreeMap, BTreeSet};

use super::field::Field;
use super::named::{Name, parties};
use super::parse::QueryTerm;
use super::postings::TermVector;
use crate::facts::vocabulary::{Kind, LinkKind, SpeakerKind};
use crate::facts::{Claim, Facts, Speaker, Topic};

/// How many words, and how many names and words together, connect a message with a claim. A thing with a name, such
/// as a ship, counts twice. First if the message names the main party and another one in the title of the facts.
const BOTH_SIDES: (usize, usize) = (1, 4);
/// If it names every party that the claim is about.
const ALL_NAMED: (usize, usize) = (2, 5);
/// If it leaves one out. If this is the main party, only words of the topic count.
const LACKING: (usize, usize) = (3, 5);

/// This many names in common are enough with a word of the topic, or fewer with as many more words of the claim.
const MANY_NAMES: usize = 3;

/// What a message says, read once for all claims.
pub(super) struct Message<'a> {
    facts: &'a Facts,
    terms: &'a [QueryTerm],
    /// Its words that are not names.
    words: Vec<&'a QueryTerm>,
    names: Vec<Name<'a, 'a>>,
    /// The ids of the parties named.
    parties: BTreeSet<&'a str>,
    main: Option<&'a Speaker>,
    /// The ids of the parties in the title of all facts.
    all: BTreeSet<&'a str>,
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
        let titled = |topic: &'a Topic| (topic.id.as_str(), facts.named_in(topic.title.first()));
        let mut message = Self {
            facts,
            terms,
            words: terms.iter().filter(|term| !facts.is_name(term)).collect(),
            names,
            parties,
            main,
            all: facts.named_in(facts.dossier.title.first()),
            titles: facts.topics.iter().map(|topic| titled(topic)).collect(),
            topics: BTreeSet::new(),
        };
        let topics = facts.topics.iter().enumerate();
        let topics = topics.map(|(at, topic)| (topic, facts.index().topics().document(at)));
        let about = topics.filter(|(topic, words)| {
            message.has_word_of(*words)
                && (message.names_side_of(topic) || message.says_main(topic, *words))
        });
        message.topics = about.map(|(topic, _)| topic.id.as_str()).collect();
        message
    }

    /// Whether a claim is about the same.
    pub(super) fn is_about_the_same(&self, claim: &Claim) -> bool {
        self.has_enough(claim) || self.is_leading(claim) || self.says_who_did_it(claim)
    }

    /// Whether the claim leads a topic that the message is about.
    pub(super) fn is_leading(&self, claim: &Claim) -> bool {
        let topics = self.facts.topics.iter();
        let mut about = topics.filter(|topic| self.topics.contains(topic.id.as_str()));
        about.any(|topic| topic.main_claim() == Some(claim.id.as_str()))
    }

    /// Whether it has a word for a topic, which may be the name of a place or thing.
    fn has_word_of(&self, topic: TermVector<'_>) -> bool {
        let others = self.names.iter().filter(|name| name.speakers.is_empty());
        let others = others.flat_map(|name| name.terms.iter());
        self.words
            .iter()
            .chain(others)
            .any(|term| topic.is_topic(term))
    }

    /// Whether it names the main party and says what the claim that answers a topic, or two that confirm it, say
    /// besides words of the topic: that ships were sent.
    fn says_main(&self, topic: &Topic, topical: TermVector<'_>) -> bool {
        let names_main = self
            .main
            .is_some_and(|main| self.parties.contains(main.id.as_str()));
        let Some(claim) = topic.main_claim().and_then(|id| self.facts.claim(id)) else {
            return false;
        };
        let confirming = self.facts.linking_to(claim, LinkKind::Confirms);
        let said = |claim: &Claim| {
            let words = self.facts.words_of(claim);
            let mut others = self.words.iter().filter(|term| !topical.is_topic(term));
            words.is_some_and(|words| others.any(|term| words.in_text(term)))
        };
        names_main && (said(claim) || confirming.into_iter().filter(|one| said(one)).count() > 1)
    }

    /// Whether it names the main party and somebody else who shows that the topic is meant: one in its title or in
    /// that of all facts, a person, a body that speaks for no state, or a place. Other states have much to do with the main party.
    fn names_side_of(&self, topic: &Topic) -> bool {
        let Some(main) = self.main.map(|main| main.id.as_str()) else {
            return false;
        };
        let titled = self.titles.get(topic.id.as_str());
        let shows = |name: &Name<'_, '_>| {
            let any = |is: &dyn Fn(&Speaker) -> bool| name.speakers.iter().any(|one| is(one));
            let in_title = |one: &Speaker| {
                let party = one.party().id.as_str();
                self.all.contains(party) || titled.is_some_and(|titled| titled.contains(party))
            };
            let elsewhere = |one: &Speaker| {
                self.titles
                    .values()
                    .any(|titled| titled.contains(one.id.as_str()))
            };
            let is_own = |one: &Speaker| {
                one.kind != SpeakerKind::State && one.speaks_for.is_none() && !elsewhere(one)
            };
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

    /// Whether it says enough of a claim: the less, the more of its parties it names.
    fn has_enough(&self, claim: &Claim) -> bool {
        let Some(words) = self.facts.words_of(claim) else {
            return false;
        };
        let on_topic = |term: &QueryTerm| words.is_topic(term);
        let said = self.words.iter().filter(|term| {
            let field = words.best_match(term).map(|(_, field)| field);
            field.is_some_and(Field::is_content) && (!self.lacks_main(claim) || on_topic(term))
        });
        let said = said.count();
        let names = self.names.iter().filter(|name| self.shares(name, claim));
        let (mut named, mut things, mut is_on_topic) =
            (0, 0, self.words.iter().any(|one| on_topic(one)));
        for name in names {
            named += 1;
            things += usize::from(name.is_thing);
            is_on_topic |= name.speakers.is_empty() && name.terms.iter().any(|one| on_topic(one));
        }
        let (least_said, least) = self.least(claim);
        let about = |id: &String| self.topics.contains(id.as_str());
        let complete = || is_on_topic && (claim.topics.iter().any(about) || self.names_all(claim));
        said >= least_said && named + things + said >= least
            || named + said >= MANY_NAMES && complete()
    }

    /// Whether it says who denied or confirmed something in which month and year: "Moll admitted it in April 2025".
    fn says_who_did_it(&self, claim: &Claim) -> bool {
        let Some(words) = self.facts.words_of(claim) else {
            return false;
        };
        let dates = self.terms.iter().filter(|term| words.is_date(term)).count();
        let by = |party: &str| {
            let names = self.names.iter();
            let mut of = names.filter(|name| !name.speakers.is_empty());
            of.any(|name| name.speakers.iter().all(|one| one.party().id == party))
        };
        matches!(claim.kind, Kind::Confirms | Kind::Denies)
            && dates > 1
            && self.terms.iter().any(|term| words.is_kind(term))
            && claim.by.iter().any(|one| by(&one.party().id))
    }

    /// How many words, and how many names and words, connect it with a claim.
    fn least(&self, claim: &Claim) -> (usize, usize) {
        let mut about = claim.about.iter().map(|one| one.party().id.as_str());
        if self.lacks_main(claim) || !about.all(|party| self.parties.contains(party)) {
            return LACKING;
        }
        match self
            .main
            .is_some_and(|main| self.parties.contains(main.id.as_str()))
            && self.parties.intersection(&self.all).count() > 1
        {
            true => BOTH_SIDES,
            false => ALL_NAMED,
        }
    }

    /// Whether a claim is about the main party, or says its name, and the message leaves it out.
    fn lacks_main(&self, claim: &Claim) -> bool {
        let Some(main) = self.main.map(|main| main.id.as_str()) else {
            return false;
        };
        let about = || claim.about.iter().any(|one| one.party().id == main);
        let said = || self.facts.named_in(claim.text.first());
        !self.parties.contains(main) && (about() || said().contains(main))
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
