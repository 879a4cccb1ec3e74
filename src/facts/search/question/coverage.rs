//! How much of a question a claim covers: the weights of its words and names, and the share of them that the claim has.

use super::term::Term;

/// What a speaker asked about and another name weigh, in the unit of a word's information.
const SAYER: f32 = 2.5;
const NAME: f32 = 2.0;
/// The least weight of a word that is recorded: words of the topic are in many claims and still say what is meant.
const LEAST: f32 = 1.5;
/// The share of its weight that a light word has.
const LIGHT: f32 = 0.2;
/// What a word weighs that nothing recorded has; if the question asks for a number; if it is short; and if the question asks for a topic as a whole.
const UNKNOWN: f32 = 4.0;
const COUNTED: f32 = 6.0;
const SHORT: f32 = 2.0;
const BROAD: f32 = 1.0;
/// Words of fewer letters are short.
const LETTERS: usize = 4;
/// How much a light word counts in the score beside others, and one that only the topic of the claim has.
const LIGHT_SCORE: f32 = 0.5;
const TOPICAL_SCORE: f32 = 0.3;

/// In what way a claim has a name.
#[derive(Clone, Copy, Debug)]
pub(super) enum Share {
    /// It tells of it.
    Said,
    /// It tells of the party, or is said by it.
    Party,
    /// Its topic is called so.
    Topical,
    /// It does not have it.
    Nothing,
}

/// How a claim may have a word that it does not say.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ways {
    /// Its topic is called so.
    pub(super) topical: bool,
    /// It gives a number of what is counted, or the title of its topic has the word.
    pub(super) counted: bool,
    /// It has another number of the question: 11,000 or 15,000.
    pub(super) replaced: bool,
    /// The question asks for a topic as a whole.
    pub(super) broad: bool,
    /// The question asks for a number.
    pub(super) counting: bool,
    /// The numbers of the question only say from when or until when.
    pub(super) dated: bool,
}

/// What a claim has of a question.
#[derive(Debug, Default)]
pub(super) struct Coverage {
    pub(super) score: f32,
    /// What the question weighs, and what those of its words and names weigh that the claim has.
    all: f32,
    covered: f32,
    /// How many of its words the claim says, and how many light ones.
    pub(super) telling: usize,
    /// How many of its words the claim says that are not of what is counted.
    pub(super) beyond: usize,
    pub(super) light: usize,
    /// Whether it has any of the numbers, if there are any.
    number: Option<bool>,
    /// Whether it has some words only through its topic, or not at all.
    part: bool,
    /// Whether it lacks a name, such as that of a place.
    pub(super) lacks_name: bool,
    /// Whether it lacks a person whom the question names.
    pub(super) lacks_person: bool,
    /// Whether it lacks a country that the question names.
    pub(super) lacks_country: bool,
}

impl Coverage {
    /// Whether the claim covers this share of the question, and one of its numbers.
    pub(super) fn is_enough(&self, share: f32) -> bool {
        self.number != Some(false) && self.covered >= self.all * share
    }

    /// Whether the claim says every word itself.
    pub(super) fn is_whole(&self) -> bool {
        !self.part
    }

    /// Adds a word, which a claim has so well.
    pub(super) fn add_term(&mut self, term: &Term, strength: f32, ways: &Ways) {
        let said = strength > 0.0;
        if term.number && !term.light && !ways.dated {
            self.number = Some(said || self.number == Some(true));
        }
        let share = match said {
            true => 1.0,
            false if ways.topical && ways.broad => 1.0,
            false if ways.topical || ways.counted => 0.6,
            false => 0.0,
        };
        let weight = match (ways.replaced || ways.counted) && !said {
            true => 0.0,
            false => weight(term, ways),
        };
        self.all += weight;
        self.covered += weight * share;
        self.light += usize::from(said && term.light);
        self.telling += usize::from(said && !term.light && !term.number);
        self.beyond += usize::from(said && term.is_beyond());
        self.part |= !said && !term.light;
        self.lacks_country |= !said && term.country && !term.light;
        self.lacks_name |= !said && term.proper && !term.light && !ways.counted;
        let light = if term.light { LIGHT_SCORE } else { 1.0 };
        let topical = if ways.topical { TOPICAL_SCORE } else { 0.0 };
        self.score += term.information * light * strength.max(topical);
    }

    /// Adds a speaker asked about.
    pub(super) fn add_sayer(&mut self, says: bool) {
        self.all += SAYER;
        self.covered += if says { SAYER } else { 0.0 };
    }

    /// Adds another name.
    pub(super) fn add_name(&mut self, share: Share) {
        self.all += NAME;
        self.covered += NAME
            * match share {
                Share::Said => 1.0,
                Share::Party => 0.8,
                Share::Topical => 0.5,
                Share::Nothing => 0.0,
            };
    }
}

fn weight(term: &Term, ways: &Ways) -> f32 {
    match (term.is_unknown(), term.light) {
        (true, true) => 0.0,
        (true, false) if ways.counting => COUNTED,
        (true, false) if is_short(&term.typed) => SHORT,
        (true, false) if ways.broad => BROAD,
        (true, false) => UNKNOWN,
        (false, true) => term.information * LIGHT,
        (false, false) => term.information.max(LEAST),
    }
}

/// Whether a word has few letters, as chat and exclamations do.
pub(super) fn is_short(typed: &str) -> bool {
    typed.chars().count() < LETTERS
}
