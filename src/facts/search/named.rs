//! Whom a message names, and whether it has enough in common with a claim or a topic to be about the same.
//!
//! Messages about other news name the same states and use the same words. So the party that the title of the facts
//! names first counts more than others: a message that leaves it out must say more of what a claim says.

use std::collections::BTreeSet;

use super::index::TermVector;
use super::parse::{QueryOptions, QueryTerm};
use crate::facts::vocabulary::SpeakerKind;
use crate::facts::{Claim, Facts, Lang, Speaker, Topic};

/// How many names and words of its own together connect a message with a claim, and how many of them are words at least.
const ENOUGH: (usize, usize) = (5, 1);

/// This many names in common are enough with a word of the topic, even if the claim says none of the words.
const MANY_NAMES: usize = 3;

/// From this information on, a name is so rare in the facts that it tells what a message is about.
const RARE: f32 = 3.0;

/// What a message says, read once for all claims.
pub(super) struct Message<'a> {
    facts: &'a Facts,
    terms: &'a [QueryTerm],
    names: Vec<Name<'a, 'a>>,
    /// The ids of the parties named.
    parties: BTreeSet<&'a str>,
    /// Topics that it is about, by their ids.
    topics: BTreeSet<&'a str>,
}

/// A name in a message: its words, and the speakers who have them all in their names. A place has no speakers.
struct Name<'a, 't> {
    terms: Vec<&'t QueryTerm>,
    speakers: Vec<&'a Speaker>,
    information: f32,
}

impl<'a, 't> Name<'a, 't> {
    fn new(terms: Vec<&'t QueryTerm>, mut speakers: Vec<&'a Speaker>) -> Self {
        // A state's own name means the state, not those who have it in theirs.
        if speakers.iter().any(|one| one.speaks_for.is_none()) {
            speakers.retain(|one| one.speaks_for.is_none());
        }
        let told = terms.iter().map(|term| term.information);
        Self {
            information: told.fold(0.0, f32::max),
            terms,
            speakers,
        }
    }

    fn is_of(&self, party: &str) -> bool {
        self.speakers.iter().any(|one| one.party().id == party)
    }
}

impl<'a> Message<'a> {
    /// Reads the terms of a message.
    pub(super) fn new(facts: &'a Facts, terms: &'a [QueryTerm]) -> Self {
        let names = names(facts, terms);
        let parties = parties(&names);
        let mut message = Self {
            facts,
            terms,
            names,
            parties,
            topics: BTreeSet::new(),
        };
        let about = facts.topics.iter().filter(|topic| message.is_on(topic));
        message.topics = about.map(|topic| topic.id.as_str()).collect();
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

    /// Whether it names the main party and somebody else of the topic, and says a word of it.
    fn is_on(&self, topic: &Topic) -> bool {
        let Some(main) = self.facts.main_party() else {
            return false;
        };
        let titles = self.titles(topic);
        let others = self.names.iter().filter(|name| !name.is_of(main));
        let telling = |name: &Name<'_, '_>| {
            let titled = name
                .speakers
                .iter()
                .any(|one| titles.contains(one.party().id.as_str()));
            let person = name
                .speakers
                .iter()
                .any(|one| one.kind == SpeakerKind::Person);
            let place = name.speakers.is_empty() && self.is_place(name, topic);
            (place || titled || person || name.information >= RARE) && self.is_in(name, topic)
        };
        self.parties.contains(main) && others.into_iter().any(telling) && self.says_word_of(topic)
    }

    /// The parties named in the titles of a topic and of all facts.
    fn titles(&self, topic: &Topic) -> BTreeSet<&'a str> {
        let mut titles = self.facts.named_in(topic.title.get(Lang::En));
        titles.extend(self.facts.named_in(self.facts.dossier.title.get(Lang::En)));
        titles
    }

    /// Whether anything happened there in a claim of a topic.
    fn is_place(&self, name: &Name<'_, '_>, topic: &Topic) -> bool {
        let index = self.facts.index();
        let places = self
            .facts
            .about(topic)
            .filter_map(|one| self.facts.links.place.get(&one.id));
        let mut claims = places.filter_map(|place| index.claim(*place));
        claims.any(|words| name.terms.iter().all(|term| words.is_place(term)))
    }

    /// Whether any claim of a topic has this name.
    fn is_in(&self, name: &Name<'_, '_>, topic: &Topic) -> bool {
        let mut claims = self.facts.about(topic);
        claims.any(|claim| self.shares(name, claim))
    }

    fn says_word_of(&self, topic: &Topic) -> bool {
        let index = self.facts.index();
        let place = self.facts.topics.iter().position(|one| one.id == topic.id);
        let Some(words) = place.and_then(|at| index.topics().get(at)) else {
            return false;
        };
        let name = |term: &QueryTerm| {
            let word = term.likeliest().and_then(|word| index.lexicon().word(word));
            word.is_some_and(|word| word.name)
        };
        let mut terms = self.terms.iter();
        terms.any(|term| words.is_topic(term) && !name(term))
    }

    fn has_enough(&self, claim: &Claim) -> bool {
        let index = self.facts.index();
        let place = self.facts.links.place.get(&claim.id);
        let Some(words) = place.and_then(|place| index.claim(*place)) else {
            return false;
        };
        let (mut others, mut on_topic) = (0, false);
        for term in self.terms {
            let Some((candidate, field)) = words.best_match(term) else {
                continue;
            };
            if !index
                .lexicon()
                .word(candidate.word)
                .is_some_and(|word| word.name)
            {
                others += usize::from(field.is_content());
                on_topic |= words.is_topic(term);
            }
        }
        let names = self
            .names
            .iter()
            .filter(|name| self.shares(name, claim))
            .count();
        let (all, least) = ENOUGH;
        let complete = on_topic && self.names_all(claim);
        names + others >= all && others >= least
            || complete && (names >= MANY_NAMES || names >= 2 && others > 0)
    }

    /// Whether a claim has a name: in its words, or as a party by whom or about whom it is. Naming a leader means the
    /// state, and the other way round.
    fn shares(&self, name: &Name<'_, '_>, claim: &Claim) -> bool {
        let involved = claim.by.iter().chain(&claim.about);
        let mut parties = involved.map(|one| one.party().id.as_str());
        if parties.any(|party| name.is_of(party)) {
            return true;
        }
        let place = self.facts.links.place.get(&claim.id);
        let words = place.and_then(|place| self.facts.index().claim(*place));
        words.is_some_and(|words| name.terms.iter().all(|term| words.says(term)))
    }

    /// Whether the message names every party that a claim is about, and those in the titles of its topics.
    fn names_all(&self, claim: &Claim) -> bool {
        let about = claim.about.iter().map(|one| one.party().id.as_str());
        let topic = claim.topics.first().and_then(|id| self.facts.topic(id));
        let titled = topic.map(|topic| self.facts.named_in(topic.title.get(Lang::En)));
        let mut needed = about.chain(titled.unwrap_or_default());
        needed.all(|party| self.parties.contains(party))
    }
}

impl Facts {
    /// The id of the party that the title of the facts names first.
    fn main_party(&self) -> Option<&str> {
        let title = self.dossier.title.get(Lang::En);
        let (terms, _) = self.parse_query(title, None, QueryOptions::MESSAGE);
        let names = names(self, &terms);
        let named = |term: &QueryTerm| {
            let has = |name: &&Name<'_, '_>| name.terms.iter().any(|one| one.typed == term.typed);
            let mut names = names.iter().filter(has);
            names.find_map(|name| name.speakers.first().copied())
        };
        let party = terms.iter().find_map(named)?.party();
        Some(party.id.as_str())
    }

    /// The ids of the parties named in a text.
    fn named_in(&self, text: &str) -> BTreeSet<&str> {
        let (terms, _) = self.parse_query(text, None, QueryOptions::MESSAGE);
        parties(&names(self, &terms))
    }
}

impl Topic {
    /// The id of the claim that answers it: the one it asks about, otherwise the first that leads it.
    pub fn main_claim(&self) -> Option<&str> {
        self.asks
            .as_deref()
            .or_else(|| self.lead.first().map(String::as_str))
    }
}

/// The ids of the parties of these names. Where a name is that of a party itself, only that party is meant.
fn parties<'a>(names: &[Name<'a, '_>]) -> BTreeSet<&'a str> {
    let speakers = names.iter().flat_map(|name| &name.speakers);
    speakers.map(|one| one.party().id.as_str()).collect()
}

/// The names among some terms: the fewest speakers that together have all these words, and words in no speaker's name.
fn names<'a, 't>(facts: &'a Facts, terms: &'t [QueryTerm]) -> Vec<Name<'a, 't>> {
    let index = facts.index();
    let is_name = |term: &&QueryTerm| {
        let word = term.likeliest().and_then(|word| index.lexicon().word(word));
        word.is_some_and(|word| word.name)
    };
    let mut left: Vec<&QueryTerm> = terms.iter().filter(is_name).collect();
    let mut names = Vec::new();
    while !left.is_empty() {
        let count = |words: &TermVector| left.iter().filter(|term| words.names(term)).count();
        let counts: Vec<usize> = index.speakers().iter().map(count).collect();
        let most = counts.iter().copied().max().unwrap_or_default();
        let best = counts.iter().position(|count| *count == most && most > 0);
        let Some(best) = best.and_then(|at| index.speakers().get(at)) else {
            names.extend(left.drain(..).map(|term| Name::new(vec![term], Vec::new())));
            break;
        };
        let (covered, rest): (Vec<_>, Vec<_>) = left.into_iter().partition(|term| best.names(term));
        let speakers = facts.speakers.iter().zip(index.speakers());
        let all = speakers.filter(|(_, words)| covered.iter().all(|term| words.names(term)));
        let speakers = all.map(|(speaker, _)| speaker.as_ref()).collect();
        names.push(Name::new(covered, speakers));
        left = rest;
    }
    names
}
