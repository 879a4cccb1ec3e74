//! Whom and what a text names: speakers, places and things.

use std::collections::{BTreeMap, BTreeSet};

use super::field::{Field, Fields};
use super::hit::Place;
use super::parse::{QueryOptions, QueryTerm};
use super::postings::TermVector;
use crate::facts::vocabulary::SpeakerKind;
use crate::facts::{Claim, Facts, Speaker};

/// A name in a text: its words, and the speakers who have them all in their names.
pub(super) struct Name<'a, 't> {
    pub(super) terms: Vec<&'t QueryTerm>,
    pub(super) speakers: Vec<&'a Speaker>,
    /// Whether it is a word for a topic and neither a speaker nor a place: a ship, a bridge.
    pub(super) is_thing: bool,
}

impl<'a, 't> Name<'a, 't> {
    fn new(facts: &Facts, terms: Vec<&'t QueryTerm>, mut speakers: Vec<&'a Speaker>) -> Self {
        // A state's own name means the state, not those who have it in theirs.
        if speakers.iter().any(|one| one.speaks_for.is_none()) {
            speakers.retain(|one| one.speaks_for.is_none());
        }
        let index = facts.index();
        let place = |term: &QueryTerm| index.is_in_any(term, Field::Where);
        let is_topic = |field: Field| field.place() == Place::Topic;
        let topic = |term: &QueryTerm| !index.topics().with(term, is_topic).is_empty();
        Self {
            is_thing: speakers.is_empty() && terms.iter().all(|one| topic(one) && !place(one)),
            terms,
            speakers,
        }
    }

    /// Whether it may be a name of a party or of somebody who speaks for it.
    pub(super) fn is_of(&self, party: &str) -> bool {
        self.speakers.iter().any(|one| one.party().id == party)
    }

    /// Whether a claim has it: in its words, or as a party by whom or about whom it is. Naming a leader means the state,
    /// and the other way round.
    pub(super) fn is_in(&self, claim: &Claim, words: TermVector<'_>) -> bool {
        let mut involved = claim.by.iter().chain(&claim.about);
        involved.any(|one| self.is_of(&one.party().id)) || self.is_said_in(words)
    }

    /// The ids of the parties of which it may be a name, or a name of somebody who speaks for them.
    pub(super) fn parties(&self) -> BTreeSet<&'a str> {
        let speakers = self.speakers.iter();
        speakers.map(|one| one.party().id.as_str()).collect()
    }

    /// Whether all its words are in a claim's sentence or in the place where it happened.
    pub(super) fn is_said_in(&self, words: TermVector<'_>) -> bool {
        self.terms.iter().all(|term| words.says(term))
    }
}

impl Facts {
    /// The names among some terms: the fewest speakers that together have all these words, and words in no speaker's
    /// name.
    pub(super) fn names<'a, 't>(&'a self, terms: &'t [QueryTerm]) -> Vec<Name<'a, 't>> {
        let names_speaker = |field| matches!(field, Field::Speaker | Field::SpeakerAlias);
        let speakers = self.index().speakers();
        let named = terms.iter().filter(|term| self.is_name(term));
        let mut left: Vec<(&QueryTerm, Vec<u32>)> = named
            .map(|term| (term, speakers.with(term, names_speaker)))
            .collect();
        let mut names = Vec::new();
        while !left.is_empty() {
            let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
            for speaker in left.iter().flat_map(|(_, speakers)| speakers) {
                *counts.entry(*speaker).or_default() += 1;
            }
            let best = counts.iter().rev().max_by_key(|(speaker, count)| {
                // "The port's duties on Eastport" names two parties and not the mission of one at the other.
                let speaker = self.speakers.get(**speaker as usize);
                let state = speaker.is_some_and(|one| one.kind == SpeakerKind::State);
                (**count > 1 && state, **count)
            });
            let Some(best) = best.map(|(speaker, _)| *speaker) else {
                let alone = left.into_iter();
                names.extend(alone.map(|(term, _)| Name::new(self, vec![term], Vec::new())));
                break;
            };
            let has = |speakers: &[u32], one: u32| speakers.binary_search(&one).is_ok();
            let (covered, rest): (Vec<_>, Vec<_>) = left
                .into_iter()
                .partition(|(_, speakers)| has(speakers, best));
            let all = counts.keys().filter(|one| {
                let mut words = covered.iter();
                words.all(|(_, speakers)| has(speakers, **one))
            });
            let speakers = all.filter_map(|one| self.speakers.get(*one as usize));
            let speakers = speakers.map(AsRef::as_ref).collect();
            let terms = covered.into_iter().map(|(term, _)| term).collect();
            names.push(Name::new(self, terms, speakers));
            left = rest;
        }
        names
    }

    /// Whether a word is a name, or part of one. Months are dates.
    pub(super) fn is_name(&self, term: &QueryTerm) -> bool {
        let word = term
            .likeliest()
            .and_then(|word| self.index().lexicon().word(word));
        word.is_some_and(|word| word.name) && !self.index().is_in_any(term, Field::When)
    }

    /// The ids of the parties named in a text.
    pub(super) fn named_in(&self, text: &str) -> BTreeSet<&str> {
        let (terms, _) = self.parse_query(text, None, QueryOptions::MESSAGE);
        parties(&self.names(&terms))
    }

    /// The main party: the one that the title of the facts names first.
    pub(super) fn main_party(&self) -> Option<&Speaker> {
        let title = self.dossier.title.first();
        let (terms, _) = self.parse_query(title, None, QueryOptions::MESSAGE);
        let names = self.names(&terms);
        let named = |term: &QueryTerm| {
            let has = |name: &&Name<'_, '_>| name.terms.iter().any(|one| one.typed == term.typed);
            let mut names = names.iter().filter(has);
            names.find_map(|name| name.speakers.first().copied())
        };
        Some(terms.iter().find_map(named)?.party())
    }

    /// Whether a thing belongs to the party with an id: all claims that name the thing are about the party.
    pub(super) fn belongs(&self, name: &Name<'_, '_>, party: &str) -> bool {
        if !name.is_thing {
            return false;
        }
        let about = |claim: &Claim| claim.about.iter().any(|one| one.party().id == party);
        let saying = self.saying(name);
        let mut claims = saying.iter().map(|at| self.claims.get(*at as usize));
        !saying.is_empty() && claims.all(|claim| claim.is_some_and(|claim| about(claim)))
    }

    /// The places of the claims that have all words of a name in their sentences or in the places where they happened, in
    /// order.
    pub(super) fn saying(&self, name: &Name<'_, '_>) -> Vec<u32> {
        let said = Fields::that(|field| field.is_content() || field.place() == Place::Where);
        let lists = name
            .terms
            .iter()
            .map(|term| self.index().having_in(term, said));
        let both = |a: Vec<u32>, b: Vec<u32>| {
            let (mut fewer, more) = if a.len() < b.len() { (a, b) } else { (b, a) };
            fewer.retain(|at| more.binary_search(at).is_ok());
            fewer
        };
        lists.reduce(both).unwrap_or_default()
    }

    /// The places of the claims that have a name, in order.
    pub(super) fn sharing(&self, name: &Name<'_, '_>) -> Vec<u32> {
        let mut sharing = self.saying(name);
        for party in name.parties() {
            sharing.extend_from_slice(self.places.involving.of(party));
        }
        // It is made of sorted lists, which this merges.
        sharing.sort();
        sharing.dedup();
        sharing
    }

    /// The indexed words of a claim.
    pub(super) fn words_of(&self, claim: &Claim) -> Option<TermVector<'_>> {
        let place = self.places.place.get(&claim.id)?;
        Some(self.index().claim(*place))
    }
}

/// The ids of the parties of some names.
pub(super) fn parties<'a>(names: &[Name<'a, '_>]) -> BTreeSet<&'a str> {
    let speakers = names.iter().flat_map(|name| &name.speakers);
    speakers.map(|one| one.party().id.as_str()).collect()
}
