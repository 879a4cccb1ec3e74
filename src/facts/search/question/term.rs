//! A word of a question, and what has it.

/// How many words after “how many” the thing that is counted is looked for.
const NEAR: usize = 4;

/// A topic that a word names.
#[derive(Clone, Copy, Debug)]
pub(super) struct TopicWord {
    /// Its place.
    pub(super) topic: usize,
    /// Whether the word is in its title or in many of its claims.
    pub(super) broad: bool,
}

/// Which claims have a word, and how well.
#[derive(Clone, Debug, Default)]
pub(super) struct Strength {
    /// By the places of all claims; 0 if one does not have it.
    all: Vec<f32>,
    /// The places of the claims that have it.
    claims: Vec<u32>,
}

impl Strength {
    /// For so many claims.
    pub(super) fn new(claims: usize) -> Self {
        Self {
            all: vec![0.0; claims],
            claims: Vec::new(),
        }
    }

    /// Lets a claim have the word so well, if it does not have it better.
    pub(super) fn raise(&mut self, claim: u32, strength: f32) {
        if let Some(here) = self
            .all
            .get_mut(claim as usize)
            .filter(|here| **here < strength)
        {
            if *here == 0.0 {
                self.claims.push(claim);
            }
            *here = strength;
        }
    }

    /// How well a claim has it; 0 if not at all.
    pub(super) fn of(&self, claim: u32) -> f32 {
        self.all.get(claim as usize).copied().unwrap_or_default()
    }

    /// The places of the claims that have it, in no order.
    pub(super) fn claims(&self) -> &[u32] {
        &self.claims
    }
}

/// A word of a question.
#[derive(Clone, Debug)]
pub(super) struct Term {
    /// Its place in the question.
    pub(super) at: usize,
    /// As typed.
    pub(super) typed: String,
    pub(super) light: bool,
    /// Whether it is a number, or part of a date.
    pub(super) number: bool,
    /// Whether it names a country.
    pub(super) country: bool,
    /// Whether the facts write it with a capital letter, as names of places.
    pub(super) proper: bool,
    /// Whether it is a number that somebody gives for something.
    pub(super) figure: bool,
    /// The topics in whose titles it is among other words.
    pub(super) titles: Vec<usize>,
    /// Which claims have it, and how well.
    pub(super) strength: Strength,
    /// How much it tells: rarer words tell more.
    pub(super) information: f32,
    /// The topics that it names, in order.
    pub(super) topics: Vec<TopicWord>,
    pub(super) measures: Vec<usize>,
    /// The words of the facts as which it was read if it is misspelt.
    pub(super) read: Option<String>,
}

impl Term {
    /// Whether it names the topic at a place.
    pub(super) fn names(&self, topic: usize) -> bool {
        let found = self.topics.binary_search_by_key(&topic, |one| one.topic);
        found.is_ok()
    }

    /// Whether a claim must say it itself: it names no topic, or something narrower than the topic.
    pub(super) fn is_specific(&self, named: &[usize]) -> bool {
        let narrow = self.topics.iter().all(|one| !one.broad);
        let titled = self.titles.iter().any(|one| named.contains(one));
        !self.light && narrow && !titled && !self.strength.claims().is_empty()
    }

    /// Whether it decides and does not tell of what is counted.
    pub(super) fn is_beyond(&self) -> bool {
        !self.light
            && !self.number
            && self.measures.is_empty()
            && !self.strength.claims().is_empty()
    }

    /// Whether no claim has it and it names no topic.
    pub(super) fn is_unknown(&self) -> bool {
        self.topics.is_empty() && self.strength.claims().is_empty()
    }
}

/// The word for what is counted.
pub(super) fn counted(terms: &[Term], from: usize) -> Option<&Term> {
    let near = from..from + NEAR;
    let mut after = terms.iter().filter(|term| near.contains(&term.at));
    after.find(|term| !term.number)
}
