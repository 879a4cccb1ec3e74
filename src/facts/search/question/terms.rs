//! The words of a question as words of the facts: which of them decide, which claims have them, and where.

use std::collections::{HashMap, HashSet};

use super::Asked;
use super::candidates::{candidates, is_proper};
use super::numbered::{numbered, with_number};
use super::roles::is_answer;
use super::synonyms::Synonyms;
use super::term::{Strength, Term, TopicWord};
use crate::facts::Facts;
use crate::facts::date::Day;
use crate::facts::search::field::Field;
use crate::facts::search::hit::{How, Place};
use crate::facts::search::lexicon::WordId;
use crate::facts::search::spelt;
use crate::facts::search::words::is_stop_word;

/// A topic has a word in general if at least one of this many of its claims says it.
const BROAD: usize = 5;

/// How much a word counts that only what a claim answers has.
const ANSWERED: f32 = 0.6;

/// The maximum number of words of a question that are tried as misspellings.
const MOST_MISSPELT: usize = 6;

/// What each word of the facts names, and what claims answer.
#[derive(Debug, Default)]
pub(super) struct Postings {
    topics: HashMap<WordId, Vec<TopicWord>>,
    measures: HashMap<WordId, Vec<usize>>,
    /// The topics in whose titles it is, among other words.
    titles: HashMap<WordId, Vec<usize>>,
    /// Words with the number behind them, as hashes: article 4.
    numbered: HashSet<u64>,
    synonyms: Synonyms,
}

impl Postings {
    pub(super) fn new(facts: &Facts) -> Self {
        let index = facts.index();
        let mut postings = Self {
            synonyms: Synonyms::new(facts),
            ..Self::default()
        };
        postings.numbered = facts.claims.iter().flat_map(|one| numbered(one)).collect();
        let find = |folded: &str| index.lexicon().find(folded);
        for (at, topic) in facts.topics.iter().enumerate() {
            let mut words: Vec<(WordId, bool)> = Vec::new();
            for alias in &topic.aliases {
                if let [only] = spelt(alias).as_slice() {
                    words.extend(find(&only.folded).map(|word| (word, false)));
                }
            }
            words.extend(find(&topic.id).map(|word| (word, true)));
            for title in topic.title.each() {
                let name = |word: &WordId| index.lexicon().word(*word).is_some_and(|one| one.name);
                let titled = spelt(title).into_iter();
                let titled = titled.filter(|word| !is_stop_word(&word.folded));
                let own = titled
                    .filter_map(|word| find(&word.folded))
                    .filter(|word| !name(word));
                // One of several words, such as “town” beside “clock”, names other things as well.
                match own.collect::<Vec<_>>().as_slice() {
                    [only] => words.push((*only, true)),
                    several => several.iter().for_each(|word| {
                        postings.titles.entry(*word).or_default().push(at);
                    }),
                }
            }
            for (word, titled) in words {
                let broad = titled || postings.is_broad(facts, &topic.id, word);
                let here = postings.topics.entry(word).or_default();
                match here.iter_mut().find(|one| one.topic == at) {
                    Some(one) => one.broad |= broad,
                    None => here.push(TopicWord { topic: at, broad }),
                }
            }
        }
        for (at, measure) in facts.measures.iter().enumerate() {
            for text in [&measure.name, &measure.unit] {
                for word in text.each().flat_map(spelt) {
                    let here =
                        find(&word.folded).map(|word| postings.measures.entry(word).or_default());
                    here.into_iter().for_each(|here| here.push(at));
                }
            }
        }
        postings
    }

    /// Whether anything recorded has the thing with its number: article 4.
    fn has_numbered(&self, word: &Asked) -> bool {
        let mut things = word.numbered.iter();
        word.forms.first().is_some_and(|number| {
            things.any(|thing| self.numbered.contains(&with_number(thing, number)))
        })
    }

    fn is_broad(&self, facts: &Facts, topic: &str, word: WordId) -> bool {
        let all = facts.places.about.of(topic);
        let here = facts.index().fields_with(word);
        let mut saying: Vec<usize> = here
            .filter(|(_, field)| *field == Field::Text)
            .map(|(at, _)| at)
            .filter(|at| all.binary_search(&(*at as u32)).is_ok())
            .collect();
        saying.dedup();
        saying.len() * BROAD >= all.len()
    }

    /// The content words of a question, except those at some places, as words of the facts.
    pub(super) fn terms(
        &self,
        facts: &Facts,
        words: &[Asked],
        taken: &[bool],
        day: Day,
    ) -> Vec<Term> {
        let mut misspelt = 0;
        let free = |at: usize| !taken.get(at).copied().unwrap_or_default();
        let content = words
            .iter()
            .enumerate()
            .filter(|(at, word)| word.content && free(*at));
        let terms = content.map(|(at, word)| {
            let typos = !word.light && misspelt < MOST_MISSPELT;
            let mut term = self.term(facts, at, word, day, typos);
            // “Article 5” is another thing than “article 4”.
            if !word.numbered.is_empty() {
                (term.light, term.number) = (false, !self.has_numbered(word));
            }
            term.light |= term.is_unknown() && word.alternative && !term.number;
            misspelt += usize::from(term.read.is_some() || term.is_unknown());
            term
        });
        terms.collect()
    }

    /// Adds the words that tell what somebody does and that a topic has as another name. Returns whether there are any.
    pub(super) fn add_topics(&self, facts: &Facts, words: &[Asked], terms: &mut Vec<Term>) -> bool {
        let own = terms.len();
        for (at, word) in words
            .iter()
            .enumerate()
            .filter(|(_, word)| word.act.is_some() && !word.content)
        {
            let known = word
                .forms
                .iter()
                .chain(&word.like)
                .filter_map(|form| facts.index().lexicon().find(form));
            let names = known
                .filter_map(|known| self.topics.get(&known))
                .flatten()
                .next()
                .is_some();
            if names {
                terms.push(self.term(facts, at, word, facts.dossier.reviewed, false));
            }
        }
        terms.sort_by_key(|term| term.at);
        terms.len() > own
    }

    fn term(&self, facts: &Facts, at: usize, word: &Asked, day: Day, typos: bool) -> Term {
        let candidates = candidates(&self.synonyms, facts, word, day, typos);
        let later = day >= facts.dossier.reviewed;
        let mut strength = Strength::new(facts.claims.len());
        let mut topics: Vec<TopicWord> = Vec::new();
        let mut measures = Vec::new();
        let digits = word.typed.chars().any(char::is_numeric);
        let (mut number, mut figure) = (digits, false);
        let mut titles: Vec<usize> = Vec::new();
        let has = word.numbered.is_empty() || self.has_numbered(word);
        for candidate in &candidates {
            let fields = facts.index().lexicon().word(candidate.word);
            let fields = fields.map(|word| word.fields).unwrap_or_default();
            number |= fields.has(Field::When);
            figure |= fields.iter().any(|one| one.place() == Place::Figure);
            let counts = |field: Field| match later || !field.is_later() {
                true if word.country => !is_beside(field) && field != Field::Post,
                counts => counts,
            };
            let weight = |field| if counts(field) { weight(field) } else { 0.0 };
            let claims = facts.index().weighed(candidate.word, weight);
            for (claim, weight) in claims.filter(|_| has) {
                strength.raise(claim, candidate.weight() * weight);
            }
            for found in self.topics.get(&candidate.word).into_iter().flatten() {
                match topics.iter_mut().find(|one| one.topic == found.topic) {
                    Some(one) => one.broad |= found.broad,
                    None => topics.push(*found),
                }
            }
            titles.extend(self.titles.get(&candidate.word).into_iter().flatten());
            measures.extend(self.measures.get(&candidate.word).into_iter().flatten());
        }
        topics.sort_unstable_by_key(|one| one.topic);
        measures.sort_unstable();
        measures.dedup();
        add_answering(facts, &mut strength);
        let some = strength.claims().len() as f32;
        let all = facts.claims.len() as f32;
        let first = candidates.first().filter(|one| one.how == How::Typo);
        let read = first.and_then(|one| facts.index().lexicon().word(one.word));
        let unknown = some == 0.0 && topics.is_empty();
        let proper = !number && is_proper(facts, &candidates);
        Term {
            at,
            typed: word.typed.clone(),
            light: word.light
                || word.common && unknown && !word.country
                || digits && word.typed.chars().count() < 3,
            number,
            country: word.country,
            proper,
            figure: digits && figure,
            titles,
            information: (1.0 + (all - some + 0.5) / (some + 0.5)).ln(),
            strength,
            topics,
            measures,
            read: read.map(|word| word.shown.clone()),
        }
    }
}

/// Lets claims have, less, the words of what they answer.
fn add_answering(facts: &Facts, strength: &mut Strength) {
    let of = |claim: &u32| {
        let less = strength.of(*claim) * ANSWERED;
        let links = facts.linking.of(*claim as usize).iter();
        let answers = links.filter(|(_, kind)| is_answer(*kind));
        answers.map(move |(from, _)| (*from, less))
    };
    let answering: Vec<(u32, f32)> = strength.claims().iter().flat_map(of).collect();
    for (claim, less) in answering {
        strength.raise(claim, less);
    }
}

/// How much a word counts in a field of a claim. Names and topics are read in another way.
fn weight(field: Field) -> f32 {
    match field.place() {
        Place::Speaker if field != Field::Post => 0.0,
        Place::About | Place::Topic => 0.0,
        _ => field.boost(),
    }
}

/// Whether a field holds what stands beside a claim: a country whose press is a source is not what the claim tells of.
fn is_beside(field: Field) -> bool {
    matches!(field.place(), Place::Source | Place::Note | Place::Channel)
}
