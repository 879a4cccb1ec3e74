//! What a question is about, put together: names with their parts, deciding words, topics, and the claims that fit.

use std::ops::Range;
use std::sync::Arc;

use super::roles::{Involved, Parts};
use super::terms::{Term, TopicWord};
use super::{Asked, Mention, Questions};
use crate::facts::search::is_stop_word;
use crate::facts::vocabulary::SpeakerKind;
use crate::facts::{AsOf, Claim, Measure, Topic};

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
/// The maximum number of words that nothing has in a question of which the rest is still read.
const MOST_UNKNOWN: usize = 3;
/// A claim must have this many telling words of a question for each word that nothing has.
const MOST_STRANGE: usize = 2;
/// How many words a name may stand after “according to”.
const FAR: usize = 4;
/// How much the whole name of a topic counts beside a word of it.
const WHOLE_NAME: f32 = 4.0;

/// What a question is about.
#[derive(Debug, Default)]
pub struct Subject<'a> {
    /// Those who are asked about as speakers.
    pub sayers: Vec<Mention<'a>>,
    /// Whether none of them said anything, so that what is said about them is taken.
    pub about_sayers: bool,
    /// The other names in it.
    pub names: Vec<Mention<'a>>,
    /// The topics that it names: as many as its words need, the nearest first.
    pub topics: Vec<&'a Topic>,
    /// Whether it has a number.
    pub has_number: bool,
    /// What is counted, if it names that.
    pub measures: Vec<&'a Arc<Measure>>,
    /// Its words that nothing recorded has.
    pub unknown: Vec<String>,
    /// Its words that were read as others.
    pub read: Vec<(String, String)>,
    /// Whether words beside names and topics decide it.
    pub specific: bool,
    /// Whether it has any word of its own: a name, a topic or a deciding word.
    pub is_empty: bool,
    /// The known claims that have all of it, the best first.
    pub claims: Vec<Ranked<'a>>,
    /// The ids of the topics of which the question has the parts the other way round or names others who act.
    pub turned: Vec<&'a str>,
}

/// A claim that has everything that a question asks about.
#[derive(Clone, Debug)]
pub struct Ranked<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// How well it fits; comparable within one question only.
    pub score: f32,
    /// Whether it says all that decides itself, not only through its topic.
    pub whole: bool,
}

impl<'a> AsOf<'a> {
    /// What a question is about, as known on the day.
    pub fn subject(self, questions: &Questions, words: &[Asked], whose: bool) -> Subject<'a> {
        let facts = self.facts;
        let mut words = words.to_vec();
        let words = words.as_mut_slice();
        let mut mentions = questions.names.mentions(facts, words);
        let mut taken = vec![false; words.len()];
        for mention in &mentions {
            let (from, to) = mention.words;
            let topical = mention.speakers.is_empty();
            taken.iter_mut().take(to).skip(from).for_each(|one| *one = !topical);
            let of_topic = words.iter_mut().take(to).skip(from).filter(|_| topical);
            let tells = |word: &&mut Asked| !word.forms.iter().take(1).any(|form| is_stop_word(form));
            of_topic.filter(tells).for_each(|word| (word.content, word.light) = (true, false));
        }
        let terms = questions.postings.terms(facts, words, &taken, self.day);
        let sayers = match whose {
            true => 0..0,
            false => sayers(words, &mentions, &taken),
        };
        let sayers: Vec<Mention<'a>> = mentions.drain(sayers).collect();
        let mut subject = Subject {
            is_empty: mentions.is_empty() && sayers.is_empty() && terms.iter().all(|one| one.light),
            topics: topics(self, &mentions, &terms),
            has_number: terms.iter().any(|one| one.figure),
            measures: measures(self, &terms),
            unknown: unknown(&terms).iter().map(|one| one.typed.clone()).collect(),
            read: read(&terms),
            sayers,
            ..Subject::default()
        };
        let named: Vec<usize> = self.places(&subject.topics);
        subject.specific = terms.iter().any(|one| one.is_specific(&named));
        let parts = Parts::of(words, &mentions);
        subject.names = parts.all().cloned().collect();
        // With many strange words the question is about something else.
        subject.turned = turned(self, questions, &parts);
        let decided = unknown(&terms).iter().any(|term| decides(words, term));
        if !decided && subject.unknown.len() <= MOST_UNKNOWN {
            let fit = Fit {
                as_of: self,
                questions,
                terms: &terms,
                parts: &parts,
                subject: &subject,
                strange: unknown(&terms).len(),
                named: &named,
            };
            (subject.claims, subject.about_sayers) = fit.claims();
            if !subject.claims.is_empty() {
                subject.unknown.clear();
            }
        }
        subject
    }
}

impl AsOf<'_> {
    /// The places of some topics among all.
    fn places(self, topics: &[&Topic]) -> Vec<usize> {
        let all = self.facts.topics.iter().enumerate();
        let named = all.filter(|(_, one)| topics.iter().any(|topic| topic.id == one.id));
        named.map(|(at, _)| at).collect()
    }
}

/// The places of the speakers about whose words a question asks: the name after “according to”, else the one before
/// what a speaker does, with no other word of weight between, and the names beside it.
fn sayers(words: &[Asked], mentions: &[Mention<'_>], taken: &[bool]) -> Range<usize> {
    let does = |at: usize, word: &Asked| word.act.is_some() && !taken.get(at).copied().unwrap_or(false);
    let acts: Vec<usize> = (0..words.len())
        .filter(|at| words.get(*at).is_some_and(|word| does(*at, word)))
        .collect();
    let speaks = |mention: &Mention<'_>| !mention.speakers.is_empty();
    let open = |from: usize, to: usize| {
        let between = words.get(from..to).unwrap_or_default();
        between.iter().all(|word| !word.content || word.light || word.act.is_some())
    };
    let after = |mention: &Mention<'_>| {
        let before = words.get(..mention.words.0).unwrap_or_default();
        let by = before.iter().rposition(|word| word.by);
        by.is_some_and(|by| {
            let own = words.get(by).is_some_and(|word| word.act.is_some() || word.role.is_none());
            (own || !acts.is_empty()) && mention.words.0 - by <= FAR
        })
    };
    let before = |mention: &Mention<'_>| {
        let (from, to) = mention.words;
        let led = from.checked_sub(1).and_then(|at| words.get(at));
        let act = acts.iter().find(|at| **at >= to);
        led.and_then(|word| word.role).is_none() && act.is_some_and(|act| open(to, *act))
    };
    let place = |is: &dyn Fn(&Mention<'_>) -> bool| {
        mentions.iter().position(|one| speaks(one) && is(one))
    };
    let Some(last) = place(&after).or_else(|| place(&before)) else {
        return 0..0;
    };
    let mut first = last;
    while let Some(pair) = first.checked_sub(1).and_then(|at| mentions.get(at..=first)) {
        let [left, right] = pair else { break };
        if !speaks(left) || !open(left.words.1, right.words.0) || right.words.0 > left.words.1 + 1 {
            break;
        }
        first -= 1;
    }
    first..last + 1
}

/// The topics that a question names, the nearest first.
fn topics<'a>(as_of: AsOf<'a>, mentions: &[Mention<'a>], terms: &[Term]) -> Vec<&'a Topic> {
    let all = &as_of.facts.topics;
    let mut weights = vec![0.0_f32; all.len()];
    let heavy = terms.iter().any(|one| !one.light && !one.topics.is_empty());
    for term in terms.iter().filter(|one| !one.light || !heavy) {
        for found in &term.topics {
            let share = if found.broad { 1.0 } else { 0.8 };
            if let Some(weight) = weights.get_mut(found.topic) {
                *weight += share * term.information / term.topics.len() as f32;
            }
        }
    }
    for topic in mentions.iter().flat_map(|one| &one.topics) {
        let at = all.iter().position(|one| one.id == topic.id);
        if let Some(weight) = at.and_then(|at| weights.get_mut(at)) {
            *weight += WHOLE_NAME;
        }
    }
    let mut found: Vec<(f32, &Topic)> = weights
        .into_iter()
        .zip(all)
        .filter(|(weight, _)| *weight > 0.0)
        .map(|(weight, topic)| (weight, topic.as_ref()))
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let found: Vec<&Topic> = found.into_iter().map(|(_, topic)| topic).collect();
    let place = |id: &str| all.iter().position(|one| one.id == id);
    let mut needed: Vec<&Topic> = found.first().copied().into_iter().collect();
    for term in terms.iter().filter(|one| !one.light && !one.topics.is_empty()) {
        let of = |topic: &Topic| {
            let mut topics = term.topics.iter();
            topics.any(|one| Some(one.topic) == place(&topic.id))
        };
        if !needed.iter().any(|topic| of(topic)) {
            needed.extend(found.iter().find(|topic| of(topic)));
        }
    }
    needed
}

/// The topics whose main claim has the parts the other way round, or in which somebody else acts.
fn turned<'a>(as_of: AsOf<'a>, questions: &Questions, parts: &Parts<'_>) -> Vec<&'a str> {
    let facts = as_of.facts;
    let turned = facts.topics.iter().filter(|topic| {
        let main = topic.main_claim();
        let at = facts.claims.iter().position(|claim| Some(claim.id.as_str()) == main);
        let involved = at.and_then(|at| questions.involved.get(at));
        involved.is_some_and(|involved| {
            involved.is_swapped(parts) || involved.is_of_others(parts, topic.asks.is_some())
        })
    });
    turned.map(|topic| topic.id.as_str()).collect()
}

/// What is counted: the measures that have the most of the words.
fn measures<'a>(as_of: AsOf<'a>, terms: &[Term]) -> Vec<&'a Arc<Measure>> {
    let all = as_of.facts.measures.iter().enumerate();
    let counted = all.map(|(at, measure)| {
        let has = terms.iter().filter(|term| !term.light && term.measures.contains(&at));
        (has.map(|term| term.information).sum::<f32>(), measure)
    });
    let counted: Vec<(f32, &Arc<Measure>)> = counted.filter(|(has, _)| *has > 0.0).collect();
    let most = counted.iter().map(|(has, _)| *has).fold(0.0, f32::max);
    let best = counted.into_iter().filter(|(has, _)| *has >= most * 0.95);
    best.map(|(_, measure)| measure).collect()
}

/// The words that nothing has; of numbers only if nothing has any of them.
fn unknown(terms: &[Term]) -> Vec<&Term> {
    let any = terms.iter().any(|term| term.number && !term.is_unknown());
    let unknown = terms.iter().filter(|term| term.is_unknown() && !term.light);
    unknown.filter(|term| !(term.number && any)).collect()
}

/// Whether a strange word must be one that decides: a number, or a name before what a speaker does.
fn decides(words: &[Asked], term: &Term) -> bool {
    let after = words.get(term.at + 1..).unwrap_or_default();
    let mut after = after.iter().take_while(|word| !word.content || word.act.is_some());
    term.number || after.any(|word| word.act.is_some())
}

fn read(terms: &[Term]) -> Vec<(String, String)> {
    let read = terms.iter().filter_map(|term| Some((term.typed.clone(), term.read.clone()?)));
    read.collect()
}

/// Finds the claims that have everything.
struct Fit<'s, 'a> {
    as_of: AsOf<'a>,
    questions: &'s Questions,
    terms: &'s [Term],
    parts: &'s Parts<'a>,
    subject: &'s Subject<'a>,
    /// How many words nothing has.
    strange: usize,
    /// The places of the topics that the question names.
    named: &'s [usize],
}

impl<'a> Fit<'_, 'a> {
    /// The claims, and whether they are about the speakers asked about and not by them.
    fn claims(&self) -> (Vec<Ranked<'a>>, bool) {
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
            let (score, whole, exact) = score;
            Some((Ranked { claim, score, whole }, exact))
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

    /// How well a claim fits; `None` if it lacks something that decides.
    fn score(&self, at: usize, claim: &Claim, involved: &Involved, about_sayers: bool) -> Option<(f32, bool, bool)> {
        let (mut score, mut exact) = (0.0, true);
        let says = |sayer: &Mention<'_>| match about_sayers {
            true => involved.has(sayer, false),
            false => involved.says(sayer),
        };
        let sayers = &self.subject.sayers;
        let saying = sayers.iter().filter(|sayer| says(sayer)).count();
        if saying == 0 && !sayers.is_empty() {
            return None;
        }
        score += NAMED * saying as f32;
        for name in &self.subject.names {
            let of_sayer = || {
                let mut sayers = sayers.iter().flat_map(|one| &one.speakers);
                sayers.any(|one| name.speakers.iter().any(|other| one.stands_for(other)))
            };
            score += match (involved.has(name, false), involved.has(name, true)) {
                (true, _) => NAMED,
                (false, true) => PARTY,
                (false, false) if of_sayer() => 0.0,
                (false, false) => return None,
            };
            let person = name.speakers.iter().all(|one| one.kind == SpeakerKind::Person);
            exact &= !person || involved.has(name, false);
        }
        if involved.is_swapped(self.parts) {
            return None;
        }
        // Of several numbers one is enough: 11,000 or 15,000.
        let mut numbers = (false, false);
        let (mut telling, mut light, mut whole) = (0, 0, true);
        for term in self.terms {
            let strength = term.strength.get(at).copied().unwrap_or_default();
            let of = |one: &&TopicWord| self.is_of(claim, one.topic);
            let topic = term.topics.iter().find(of);
            let said = strength > 0.0;
            telling += usize::from(said && !term.light && !term.number && term.topics.is_empty());
            light += usize::from(said && term.light);
            let required = term.is_specific(self.named);
            let titled = || term.titles.iter().any(|one| self.named.contains(one));
            let covered = said || !required && (topic.is_some() || titled());
            numbers = (numbers.0 || term.number, numbers.1 || term.number && said);
            let strange = term.is_unknown();
            if !covered && !term.light && !term.number && !strange {
                return None;
            }
            whole &= said || term.light || strange;
            let topical = topic.map_or(0.0, |_| TOPICAL);
            let share = if term.light { LIGHT } else { 1.0 };
            score += term.information * share * strength.max(topical);
        }
        if numbers.0 && !numbers.1 || telling < self.strange * MOST_STRANGE {
            return None;
        }
        // Words that decide nothing decide if there are no others.
        let only_light = !self.terms.is_empty() && self.terms.iter().all(|one| one.light);
        if only_light && self.subject.names.len() > 1 && light == 0 {
            return None;
        }
        let mut topics = self.as_of.facts.topics.iter();
        let leads = topics.clone().any(|topic| topic.lead.contains(&claim.id));
        let answers = topics.any(|topic| topic.asks.as_ref() == Some(&claim.id));
        score += if leads { LEADS } else { 0.0 };
        score += if answers { ANSWERS } else { 0.0 };
        Some((score, whole, exact))
    }

    fn is_of(&self, claim: &Claim, topic: usize) -> bool {
        let topic = self.as_of.facts.topics.get(topic);
        topic.is_some_and(|topic| claim.topics.contains(&topic.id))
    }
}

