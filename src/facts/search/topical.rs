//! Which topics a message is about.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::field::Field;
use super::named::Name;
use super::parse::QueryTerm;
use super::postings::TermVector;
use super::titles::Titles;
use crate::facts::vocabulary::{LinkKind, SpeakerKind};
use crate::facts::{Claim, Facts, Speaker, Topic};

/// What a message says, as far as it shows its topics.
pub(super) struct Topical<'m, 'a> {
    pub(super) facts: &'a Facts,
    pub(super) titles: &'a Titles,
    /// Its words that are not names.
    pub(super) words: &'m [&'a QueryTerm],
    pub(super) names: &'m [Name<'a, 'a>],
    /// The ids of the parties named.
    pub(super) parties: &'m BTreeSet<&'a str>,
}

/// A name of a message, and the claims that have it.
struct Claims<'m, 'a> {
    name: &'m Name<'a, 'a>,
    /// The places of the claims that have it.
    sharing: OnceCell<Vec<u32>>,
    /// Those of the claims that happened in a place with this name.
    located: OnceCell<Vec<u32>>,
}

impl<'m, 'a> Topical<'m, 'a> {
    /// The topics for which it has a word.
    pub(super) fn worded(&self) -> Vec<&'a Topic> {
        let topics = self.facts.topics.iter().enumerate();
        let worded = topics.filter(|(at, _)| self.has_word_of(self.words_of(*at)));
        worded.map(|(_, topic)| topic.as_ref()).collect()
    }

    /// Those of these topics that it is about.
    pub(super) fn about(&self, worded: &[&'a Topic]) -> Vec<&'a Topic> {
        let main = self.titles.main();
        let Some(main) = main.filter(|main| self.parties.contains(main)) else {
            return Vec::new();
        };
        let others = self.names.iter().filter(|name| !name.is_of(main));
        let others = others.map(|name| Claims {
            name,
            sharing: OnceCell::new(),
            located: OnceCell::new(),
        });
        let others: Vec<Claims<'_, '_>> = others.collect();
        let worded = worded.iter().copied();
        let about = worded.filter(|topic| self.names_side_of(topic, &others) || self.says(topic));
        about.collect()
    }

    fn words_of(&self, topic: usize) -> TermVector<'a> {
        self.facts.index().topics().document(topic)
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

    /// Whether it says what the claim that answers a topic, or two that confirm it, say besides words of the topic: that
    /// ships were sent.
    fn says(&self, topic: &Topic) -> bool {
        let at = self.facts.topics.iter().position(|one| one.id == topic.id);
        let claim = topic.main_claim().and_then(|id| self.facts.claim(id));
        let Some((at, claim)) = at.zip(claim) else {
            return false;
        };
        let topical = self.words_of(at);
        let others = self.words.iter().filter(|term| !topical.is_topic(term));
        let others: Vec<_> = others.collect();
        let said = |claim: &Claim| {
            let words = self.facts.words_of(claim);
            words.is_some_and(|words| others.iter().any(|term| words.in_text(term)))
        };
        let mut confirming = self.facts.linking_to(claim, LinkKind::Confirms);
        said(claim) || confirming.by_ref().filter(|one| said(one)).nth(1).is_some()
    }

    /// Whether it names somebody else than the main party who shows that the topic is meant: one in its title or in that of
    /// all facts, a person, a body that speaks for no state, or a place. Other states have much to do with the main party.
    fn names_side_of(&self, topic: &Topic, others: &[Claims<'_, '_>]) -> bool {
        let places = self.facts.places.about.of(&topic.id);
        others.iter().any(|other| {
            let shows = other.name.speakers.iter().any(|one| self.shows(one, topic))
                || other.name.speakers.is_empty()
                    && have_one_in_common(other.located(self.facts), places);
            shows && have_one_in_common(other.sharing(self.facts), places)
        })
    }

    /// Whether a speaker shows that a topic is meant.
    fn shows(&self, one: &Speaker, topic: &Topic) -> bool {
        let is_own = || {
            let alone = one.kind != SpeakerKind::State && one.speaks_for.is_none();
            alone && !self.titles.is_in_topics(&one.id)
        };
        self.titles.has(&topic.id, &one.party().id) || one.kind == SpeakerKind::Person || is_own()
    }
}

impl Claims<'_, '_> {
    fn sharing(&self, facts: &Facts) -> &[u32] {
        self.sharing.get_or_init(|| facts.sharing(self.name))
    }

    fn located(&self, facts: &Facts) -> &[u32] {
        self.located.get_or_init(|| {
            let Some((first, others)) = self.name.terms.split_first() else {
                return Vec::new();
            };
            let index = facts.index();
            let mut located = index.having_in(first, Field::Where.into());
            located.retain(|at| {
                let words = index.claim(*at as usize);
                others.iter().all(|term| words.is_place(term))
            });
            located
        })
    }
}

/// Whether two sorted lists have anything in common.
fn have_one_in_common(a: &[u32], b: &[u32]) -> bool {
    let (fewer, more) = if a.len() < b.len() { (a, b) } else { (b, a) };
    fewer.iter().any(|one| more.binary_search(one).is_ok())
}
