//! Which claims have what a question asks about, and how well they fit.
//!
//! Each word and name of the question has a weight. A claim fits if it covers most of the whole weight and if nobody has
//! another part in it than in the question.

use super::coverage::{Coverage, Share};
use super::roles::{Involved, Parts};
use super::term::{Term, counted};
use super::{Mention, Questions, Ranked, Subject, Ways};
use crate::facts::AsOf;
use crate::facts::vocabulary::SpeakerKind;

/// A claim must cover this share of the weight of a question.
const ENOUGH: f32 = 0.62;
/// It must cover this share where the question asks for the name of something.
const MOST: f32 = 0.8;
/// What tells of a named person must fit this share as well as what tells of those for whom the person speaks.
const AS_WELL: f32 = 0.85;
/// Least score where a question has neither names nor topics.
const LEAST: f32 = 1.5;
/// What a name adds to the score of a claim that has it, of one whose party it has, and of one that has not even that.
const NAMED: f32 = 1.0;
const PARTY: f32 = 0.4;
const NOT_NAMED: f32 = -1.0;
/// What a claim gains in which those act who act in the question, that is on the topic that it names, that leads a
/// topic, and that answers what a topic asks.
const ACTS: f32 = 1.0;
const ON_TOPIC: f32 = 0.7;
const LEADS: f32 = 0.5;
const ANSWERS: f32 = 0.7;

/// Finds the claims that fit a question.
pub(super) struct Fit<'s, 'a> {
    pub(super) as_of: AsOf<'a>,
    pub(super) questions: &'s Questions,
    pub(super) terms: &'s [Term],
    pub(super) parts: &'s Parts<'a>,
    pub(super) subject: &'s Subject<'a>,
    /// The places of the topics that the question names.
    pub(super) named: &'s [usize],
    /// The places of the measures of what is counted.
    pub(super) measures: &'s [usize],
    pub(super) ways: Ways,
    /// Whether what is said about the speakers counts as much as what they say.
    pub(super) both: bool,
}

/// A claim that fits.
struct Fitting<'a> {
    ranked: Ranked<'a>,
    /// Whether it has the persons themselves whom the question names, and not only those for whom they speak.
    exact: bool,
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
        let possible = self.possible();
        let known = possible.filter(|at| self.as_of.known_at(*at));
        let fitting = known.filter_map(|at| self.fitting(at, about_sayers));
        let mut fitting: Vec<Fitting<'a>> = fitting.collect();
        // A leader means the state only where nothing tells of the leader that fits about as well.
        let best = |exact: bool| {
            let these = fitting.iter().filter(|one| one.exact == exact);
            these.map(|one| one.ranked.score).fold(0.0, f32::max)
        };
        let exact = best(true);
        if !self.ways.broad && exact > 0.0 && exact >= best(false) * AS_WELL {
            fitting.retain(|one| one.exact);
        }
        let mut ranked: Vec<Ranked<'a>> = fitting.into_iter().map(|one| one.ranked).collect();
        ranked.sort_by(|a, b| b.score.total_cmp(&a.score));
        ranked
    }

    /// How well a claim fits; `None` if it covers too little.
    fn fitting(&self, at: u32, about_sayers: bool) -> Option<Fitting<'a>> {
        let mut coverage = Coverage::default();
        for term in self.terms {
            let strength = term.strength.of(at);
            coverage.add_term(term, strength, &self.share(term, at));
        }
        let involved = self.questions.involved(at as usize);
        let exact = self.add_names(&mut coverage, at, involved, about_sayers);
        if !coverage.is_enough(self.enough()) || !self.has_parts(involved, about_sayers) {
            return None;
        }
        let ways = &self.ways;
        let single = ways.narrow || ways.spoken || ways.whose || ways.asks_nothing;
        let lacks = coverage.lacks_country
            || single && coverage.lacks_name
            || ways.narrow && coverage.lacks_person;
        let score = coverage.score + self.gain(at, involved);
        // With neither names nor topics a word that stands beside what is told does not suffice.
        let slight = self.is_nameless() && score < LEAST;
        if lacks || slight || self.has_only_names(&coverage) {
            return None;
        }
        Some(Fitting {
            ranked: Ranked {
                claim: self.as_of.facts.claims.get(at as usize)?,
                score,
                whole: coverage.is_whole(),
                focus: self.says_focus(at),
                beyond: coverage.beyond,
                telling: coverage.telling,
            },
            exact,
        })
    }

    /// Which share of the question a claim must cover.
    pub(super) fn enough(&self) -> f32 {
        match self.ways.which {
            true => MOST,
            false => ENOUGH,
        }
    }

    /// Whether a claim says the thing that is counted.
    fn says_focus(&self, at: u32) -> bool {
        let counted = self.ways.counted.and_then(|from| counted(self.terms, from));
        counted.is_some_and(|term| term.strength.of(at) > 0.0)
    }

    /// What a claim gains whatever its words.
    fn gain(&self, at: u32, involved: Involved<'_>) -> f32 {
        let leads = self.questions.leading.contains(&at);
        let answers = self.questions.answering.contains(&at);
        let first = self.named.first();
        let gains = [
            (leads, LEADS),
            (answers, ANSWERS),
            (first.is_some_and(|topic| self.is_of(at, *topic)), ON_TOPIC),
            (involved.acts(self.parts), ACTS),
        ];
        gains
            .iter()
            .filter(|(has, _)| *has)
            .map(|(_, gain)| gain)
            .sum()
    }

    /// Whether those who say and do something in the question may have the same part in a claim.
    fn has_parts(&self, involved: Involved<'_>, about_sayers: bool) -> bool {
        let sayers = &self.subject.sayers;
        let said = sayers.is_empty()
            || sayers
                .iter()
                .any(|one| self.says(involved, one, about_sayers));
        let words = !sayers.is_empty();
        said && (self.ways.dated || !involved.is_swapped(self.parts))
            && (!self.is_turned() || self.is_of_actor(involved))
            && (words || involved.has_actor(self.parts, self.ways.spoken || self.ways.broad))
    }

    /// Whether others act in the question than in the topics that it names, so that a claim must tell of them.
    fn is_turned(&self) -> bool {
        self.ways.narrow && !self.ways.spoken && self.subject.is_all_turned()
    }

    /// Whether a claim is by or about somebody who acts in the question; one that only tells of the actor must say more.
    fn is_of_actor(&self, involved: Involved<'_>) -> bool {
        if !self.parts.targets.is_empty() {
            return involved.acts(self.parts) && involved.suffers(self.parts);
        }
        let told = || self.subject.specific && involved.tells_of_actor(self.parts);
        involved.acts(self.parts) || self.is_by_actor(involved) || told()
    }

    /// Whether somebody who acts in the question and is not a state says the claim.
    fn is_by_actor(&self, involved: Involved<'_>) -> bool {
        let mut actors = self.parts.actors.iter();
        actors.any(|one| {
            let mut speakers = one.speakers.iter();
            speakers.all(|one| one.kind != SpeakerKind::State) && involved.says(one)
        })
    }

    fn says(&self, involved: Involved<'_>, sayer: &Mention<'_>, about_sayers: bool) -> bool {
        match about_sayers {
            true => involved.has(sayer, false),
            false => involved.says(sayer) || self.both && involved.has(sayer, false),
        }
    }

    /// Whether the question has nothing but words: no names, topics, numbers or reasons.
    fn is_nameless(&self) -> bool {
        let subject = self.subject;
        let number = self.terms.iter().any(|term| term.number);
        !number
            && !self.ways.reason
            && subject.names.is_empty()
            && subject.sayers.is_empty()
            && subject.topics.is_empty()
    }

    /// Whether a claim shares nothing but a name with a question that has more.
    fn has_only_names(&self, coverage: &Coverage) -> bool {
        let (names, sayers) = (&self.subject.names, &self.subject.sayers);
        let several = names.len() + sayers.len() > 1 && !names.is_empty();
        let only_light = self.subject.topics.is_empty()
            && !self.ways.spoken
            && self
                .terms
                .iter()
                .all(|one| one.light || one.number && self.ways.narrow);
        let asks = several && !self.ways.reason && !self.ways.quoted || self.ways.narrow;
        only_light && asks && coverage.light == 0
    }

    /// Adds the names, and says whether the persons themselves are in the claim.
    fn add_names(
        &self,
        coverage: &mut Coverage,
        at: u32,
        involved: Involved<'_>,
        about_sayers: bool,
    ) -> bool {
        let sayers = &self.subject.sayers;
        for sayer in sayers {
            let says = self.says(involved, sayer, about_sayers);
            coverage.add_sayer(says);
            coverage.score += if says { NAMED } else { 0.0 };
        }
        let mut exact = true;
        for name in &self.subject.names {
            let of_sayer = || {
                let mut sayers = sayers.iter().flat_map(|one| &one.speakers);
                sayers.any(|one| name.speakers.iter().any(|other| one.stands_for(other)))
            };
            let one = name.speakers.len() == 1;
            let told = involved.has(name, false) || one && name.is_person() && involved.says(name);
            let (share, score) = match (told, involved.has(name, true)) {
                (true, _) => (Share::Said, NAMED),
                (false, true) => (Share::Party, PARTY),
                (false, false) if involved.says(name) => (Share::Party, NOT_NAMED),
                (false, false) if self.is_titled(at, name) => (Share::Topical, 0.0),
                (false, false) if of_sayer() => (Share::Nothing, 0.0),
                (false, false) => (Share::Nothing, NOT_NAMED),
            };
            coverage.add_name(share);
            coverage.lacks_person |= name.is_person() && matches!(share, Share::Nothing);
            coverage.score += score;
            exact &= !name.is_person() || told;
        }
        exact
    }

    /// Whether a claim has a word otherwise than by saying it.
    fn share(&self, term: &Term, at: u32) -> super::coverage::Ways {
        let mut topics = self.questions.topics.of(at as usize).iter();
        let titled = term.titles.iter().any(|one| self.named.contains(one));
        let numbers = self.as_of.facts.numbers.of(at as usize);
        let of = |measure: u32| self.measures.contains(&(measure as usize));
        let counted = || numbers.iter().any(|one| of(one.measure()));
        let other = |one: &Term| one.number && one.at != term.at && one.strength.of(at) > 0.0;
        super::coverage::Ways {
            topical: topics.any(|topic| term.names(*topic as usize)),
            counted: titled || !term.measures.is_empty() && counted(),
            replaced: term.number && !term.light && self.terms.iter().any(other),
            broad: self.ways.broad,
            counting: self.ways.counted.is_some(),
            dated: self.ways.dated,
        }
    }

    /// Whether a topic to which a claim belongs has a name in its title; only a topic that the question names, unless
    /// the question asks for somebody's words.
    fn is_titled(&self, at: u32, name: &Mention<'_>) -> bool {
        let has = |topic: usize| {
            let titled = self.questions.titled.get(topic).into_iter().flatten();
            let mut titled = titled.filter(|at| name.speakers.iter().any(|one| one.place == **at));
            self.is_of(at, topic) && titled.next().is_some()
        };
        let any = !self.subject.sayers.is_empty();
        let topics = 0..self.as_of.facts.topics.len();
        topics.filter(|at| any || self.named.contains(at)).any(has)
    }

    fn is_of(&self, at: u32, topic: usize) -> bool {
        let topics = self.questions.topics.of(at as usize);
        topics.contains(&(topic as u32))
    }
}
