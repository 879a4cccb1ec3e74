//! What a question is about, put together: names with their parts, deciding words, topics, and the claims that fit.

use std::sync::Arc;

use super::fit::Fit;
use super::roles::Parts;
use super::sayers::sayers;
use super::terms::Term;
use super::{Asked, Mention, Questions};
use crate::facts::search::is_stop_word;
use crate::facts::{AsOf, Claim, Measure, Topic};

/// The maximum number of words that nothing has in a question of which the rest is still read.
const MOST_UNKNOWN: usize = 3;
/// How much the whole name of a topic counts beside a word of it.
const WHOLE_NAME: f32 = 4.0;

/// How the names and numbers of a question are read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ways {
    /// Whether it asks for the speaker, so that no name in it is that of one.
    pub whose: bool,
    /// Whether it asks for reasons, which are seldom those of the speaker named.
    pub reason: bool,
    /// Whether it asks for exact words, so that a name in it is that of a speaker.
    pub quoted: bool,
    /// Whether its dates only say from when or until when.
    pub dated: bool,
    /// Whether it asks for a single thing, so that a name alone does not answer it.
    pub narrow: bool,
    /// Whether it tells of somebody who says, denies or confirms something.
    pub spoken: bool,
}

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
    pub fn subject(self, questions: &Questions, words: &[Asked], ways: Ways) -> Subject<'a> {
        let facts = self.facts;
        let mut words = words.to_vec();
        let words = words.as_mut_slice();
        let mut mentions = questions.names.mentions(facts, words);
        let mut taken = vec![false; words.len()];
        for mention in &mentions {
            let (from, to) = mention.words;
            let topical = mention.speakers.is_empty();
            taken
                .iter_mut()
                .take(to)
                .skip(from)
                .for_each(|one| *one = !topical);
            let of_topic = words.iter_mut().take(to).skip(from).filter(|_| topical);
            let tells =
                |word: &&mut Asked| !word.forms.iter().take(1).any(|form| is_stop_word(form));
            of_topic
                .filter(tells)
                .for_each(|word| (word.content, word.light) = (true, false));
        }
        let terms = questions.postings.terms(facts, words, &taken, self.day);
        let mut subject_is_speaker = false;
        let mut places = match ways.whose {
            true => 0..0,
            false => sayers(words, &mentions, &taken),
        };
        // With nothing but a name the question is about the speaker, and exact words are somebody's.
        let bare =
            terms.iter().all(|one| one.light) && mentions.iter().all(|one| one.topics.is_empty());
        if places.is_empty() && (ways.quoted || bare && !ways.reason) {
            subject_is_speaker = true;
            let first = mentions.iter().position(|one| !one.speakers.is_empty());
            places = first.map_or(places, |at| at..at + 1);
        }
        let sayers: Vec<Mention<'a>> = mentions.drain(places).collect();
        let mut subject = Subject {
            is_empty: mentions.is_empty() && sayers.is_empty() && terms.iter().all(|one| one.light),
            topics: topics(self, &mentions, &terms),
            has_number: terms.iter().any(|one| one.figure),
            measures: measures(self, &terms),
            unknown: unknown(&terms)
                .iter()
                .map(|one| one.typed.clone())
                .collect(),
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
                ways,
                both: subject_is_speaker && !ways.quoted && !ways.spoken,
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
    for term in terms
        .iter()
        .filter(|one| !one.light && !one.topics.is_empty())
    {
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
        let at = facts
            .claims
            .iter()
            .position(|claim| Some(claim.id.as_str()) == main);
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
        let has = terms
            .iter()
            .filter(|term| !term.light && term.measures.contains(&at));
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
    let mut after = after
        .iter()
        .take_while(|word| !word.content || word.act.is_some());
    term.number || after.any(|word| word.act.is_some())
}

fn read(terms: &[Term]) -> Vec<(String, String)> {
    let read = terms
        .iter()
        .filter_map(|term| Some((term.typed.clone(), term.read.clone()?)));
    read.collect()
}
