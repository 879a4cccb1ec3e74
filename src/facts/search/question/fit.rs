//! Which claims have everything that a question asks about, and how well they fit.

use std::sync::Arc;

use super::roles::{Involved, Parts};
use super::terms::Term;
use super::{Mention, Questions, Ranked, Subject, Ways};
use crate::facts::{AsOf, Claim};

/// How much a name counts that a claim has itself, and one of whose party it has.
const NAMED: f32 = 1.0;
const PARTY: f32 = 0.4;
/// How much a word counts if a claim only belongs to the topic that it names.
const TOPICAL: f32 = 0.3;
/// How much a light word counts beside others.
const LIGHT: f32 = 0.5;
/// What a claim gains that leads a topic, and one that answers its question.
const LEADS: f32 = 0.5;
const ANSWERS: f32 = 0.7;

pub(super) fn tune(name: &str, default: f32) -> f32 {
    use std::collections::HashMap;
    static T: once_cell::sync::Lazy<HashMap<String, f32>> = once_cell::sync::Lazy::new(|| {
        std::env::var("TUNE").unwrap_or_default().split(',').filter_map(|one| { let (k, v) = one.split_once('=')?; Some((k.to_owned(), v.parse().ok()?)) }).collect()
    });
    T.get(name).copied().unwrap_or(default)
}

/// Finds the claims that have everything.
pub(super) struct Fit<'s, 'a> {
    pub(super) as_of: AsOf<'a>,
    pub(super) questions: &'s Questions,
    pub(super) terms: &'s [Term],
    pub(super) parts: &'s Parts<'a>,
    pub(super) subject: &'s Subject<'a>,
    /// The places of the topics that the question names.
    pub(super) named: &'s [usize],
    pub(super) ways: Ways,
    /// Whether what is said about the speakers counts as much as what they say.
    pub(super) both: bool,
}

impl<'a> Fit<'_, 'a> {
    /// The claims, and whether they are about the speakers asked about and not by them.
    pub(super) fn claims(&self) -> (Vec<Ranked<'a>>, bool) {
        let said = self.ranked(false);
        if !said.is_empty() || self.subject.sayers.is_empty() {
            return (said, false);
        }
        let about = self.ranked(true);
        let found = !about.is_empty();
        (about, found)
    }

    fn ranked(&self, about_sayers: bool) -> Vec<Ranked<'a>> {
        let claims = self.as_of.facts.claims.iter().map(Arc::as_ref);
        let places = claims.zip(&self.questions.involved).enumerate();
        let known = places.filter(|(_, (claim, _))| self.as_of.known(claim));
        let ranked = known.filter_map(|(at, (claim, involved))| {
            let score = self.score(at, claim, involved, about_sayers)?;
            let (score, whole, telling, exact) = score;
            Some((
                Ranked {
                    claim,
                    score,
                    whole,
                    telling,
                },
                exact,
            ))
        });
        let mut ranked: Vec<(Ranked<'a>, bool)> = ranked.collect();
        // A leader means the state only where nothing tells of the leader.
        if ranked.iter().any(|(_, exact)| *exact) {
            ranked.retain(|(_, exact)| *exact);
        }
        let mut ranked: Vec<Ranked<'a>> = ranked.into_iter().map(|(one, _)| one).collect();
        ranked.sort_by(|a, b| b.score.total_cmp(&a.score));
        ranked
    }

    /// How well a claim fits, whether it says all itself, and whether it has the persons themselves; `None` if it lacks
    /// something that decides.
    fn score(
        &self,
        at: usize,
        claim: &Claim,
        involved: &Involved,
        about_sayers: bool,
    ) -> Option<(f32, bool, usize, bool)> {
        let (named, exact) = self.score_of_names(claim, involved, about_sayers)?;
        let mut words = FitWords::default();
        for term in self.terms {
            self.add(&mut words, term, at, claim);
        }
        self.weigh_names(&mut words, claim, involved, about_sayers);
        if words.number == Some(false) || words.covered < words.all * tune("theta", 0.62) {
            return None;
        }
        // Words that decide nothing decide if there are no others.
        let only_light = self.subject.topics.is_empty()
            && !self.ways.spoken
            && self.terms.iter().all(|one| one.light);
        let (names, sayers) = (&self.subject.names, &self.subject.sayers);
        let several = names.len() + sayers.len() > 1 && !names.is_empty();
        if only_light && (sayers.is_empty() || !self.ways.spoken) && (several || self.ways.narrow) && words.light == 0 {
            return None;
        }
        let mut topics = self.as_of.facts.topics.iter();
        let leads = topics.clone().any(|topic| topic.lead.contains(&claim.id));
        let answers = topics.any(|topic| topic.asks.as_ref() == Some(&claim.id));
        let of_named = self.named.first().is_some_and(|topic| self.is_of(claim, *topic));
        let gain = if of_named { tune("oftopic", 0.7) } else { 0.0 } + if leads { LEADS } else { 0.0 } + if answers { ANSWERS } else { 0.0 };
        Some((named + words.score + gain, !words.part, words.telling, exact))
    }

    /// How well the names fit, and whether the persons themselves are in the claim.
    fn score_of_names(
        &self,
        claim: &Claim,
        involved: &Involved,
        about_sayers: bool,
    ) -> Option<(f32, bool)> {
        let says = |sayer: &Mention<'_>| match about_sayers {
            true => involved.has(sayer, false),
            false => involved.says(sayer) || self.both && involved.has(sayer, false),
        };
        let sayers = &self.subject.sayers;
        let saying = sayers.iter().filter(|sayer| says(sayer)).count();
        if saying == 0 && !sayers.is_empty() || involved.is_swapped(self.parts) {
            return None;
        }
        // Where others act than in the topics that the question names, somebody must do in the claim what is asked.
        let turned = |at: &usize| self.as_of.facts.topics.get(*at).is_some_and(|topic| self.subject.turned.contains(&topic.id.as_str()));
        if self.ways.narrow && !self.ways.spoken && !self.named.is_empty() && self.named.iter().all(turned) && !involved.tells_of_actor(self.parts) {
            return None;
        }
        if tune("actor", 1.0) > 0.0 && !involved.has_actor(self.parts, self.ways.spoken) {
            return None;
        }
        let acts = if involved.acts(self.parts) { tune("acts", 1.0) } else { 0.0 };
        let (mut score, mut exact) = (NAMED * saying as f32 + acts, true);
        for name in &self.subject.names {
            let of_sayer = || {
                let mut sayers = sayers.iter().flat_map(|one| &one.speakers);
                sayers.any(|one| name.speakers.iter().any(|other| one.stands_for(other)))
            };
            score += match (involved.has(name, false), involved.has(name, true)) {
                (true, _) => NAMED,
                (false, true) => PARTY,
                (false, false) if of_sayer() || self.is_titled(claim, name) => 0.0,
                (false, false) => -tune("noname", 1.0),
            };
            exact &= !name.is_person() || involved.has(name, false);
        }
        Some((score, exact))
    }

    /// Adds what a claim has of a word.
    fn add(&self, words: &mut FitWords, term: &Term, at: usize, claim: &Claim) {
        let strength = term.strength.get(at).copied().unwrap_or_default();
        let said = strength > 0.0;
        let mut topics = term.topics.iter();
        let topical = topics.any(|one| self.is_of(claim, one.topic));
        let titled = || term.titles.iter().any(|one| self.named.contains(one));
        words.light += usize::from(said && term.light);
        // Of several numbers one is enough: 11,000 or 15,000.
        if term.number && !term.light && !self.ways.dated {
            words.number = Some(said || words.number == Some(true));
        }
        let counted = !term.measures.is_empty()
            && claim.figures.iter().any(|one| self.subject.measures.iter().any(|measure| measure.id == one.measure.id));
        let weight = match (term.is_unknown(), term.light) {
            _ if term.number && !term.light && !said && self.terms.iter().any(|one| one.number && one.at != term.at && one.strength.get(at).is_some_and(|one| *one > 0.0)) => 0.0,
            (true, true) => 0.0,
            (true, false) if term.typed.chars().count() < 4 => tune("short", 2.0),
            (true, false) if self.ways.broad => tune("broad", 1.0),
            (true, false) => tune("unknown", 4.0),
            (false, true) => term.information * tune("light", 0.2),
            (false, false) if !term.topics.is_empty() => term.information.max(tune("topicword", 1.5)),
            (false, false) => term.information.max(tune("least", 1.5)),
        };
        let share = match said {
            true => 1.0,
            false if topical && self.ways.broad => 1.0,
            false if topical || titled() || counted => tune("topical", 0.6),
            false => 0.0,
        };
        words.all += weight;
        words.covered += weight * share;
        words.telling += usize::from(said && !term.light && !term.number);
        words.part |= !said && !term.light;
        let share = if term.light { LIGHT } else { 1.0 };
        let topical = if topical { TOPICAL } else { 0.0 };
        words.score += term.information * share * strength.max(topical);
    }

    /// Adds how much of the names a claim has.
    fn weigh_names(&self, words: &mut FitWords, claim: &Claim, involved: &Involved, about: bool) {
        for sayer in &self.subject.sayers {
            let says = match about {
                true => involved.has(sayer, false),
                false => involved.says(sayer) || self.both && involved.has(sayer, false),
            };
            let weight = tune("sayer", 2.5);
            words.all += weight;
            words.covered += if says { weight } else { 0.0 };
        }
        for name in &self.subject.names {
            let weight = tune("name", 2.0);
            words.all += weight;
            words.covered += weight * match (involved.has(name, false), involved.has(name, true)) {
                (true, _) => 1.0,
                (false, true) => tune("party", 0.8),
                (false, false) if involved.says(name) => tune("says", 0.8),
                (false, false) if self.is_titled(claim, name) => tune("titled", 0.5),
                (false, false) => 0.0,
            };
        }
    }

    /// Whether a named topic to which a claim belongs has a name in its title.
    fn is_titled(&self, claim: &Claim, name: &Mention<'_>) -> bool {
        let has = |topic: &usize| {
            let titled = self.questions.titled.get(*topic).into_iter().flatten();
            let mut titled = titled.filter(|id| name.speakers.iter().any(|one| one.id == **id));
            self.is_of(claim, *topic) && titled.next().is_some()
        };
        self.named.iter().any(has)
    }

    fn is_of(&self, claim: &Claim, topic: usize) -> bool {
        let topic = self.as_of.facts.topics.get(topic);
        topic.is_some_and(|topic| claim.topics.contains(&topic.id))
    }
}

/// What a claim has of the words of a question.
#[derive(Debug, Default)]
struct FitWords {
    score: f32,
    /// What the words and names of the question weigh, and what those weigh that it has.
    all: f32,
    /// How many of its words it says.
    telling: usize,
    covered: f32,
    light: usize,
    /// Whether it has any of the numbers, if there are any.
    number: Option<bool>,
    /// Whether it has some words only through its topic, or not at all.
    part: bool,
}
