//! A question in the asker's own words: what it asks for, who is said to do what in it, and the words that are left.
//!
//! It knows how people ask, from the lists in `data/phrases/*/questions.toml`, and no facts: whom or what the other
//! words name is found in `facts::search`.

mod clauses;
mod countries;
mod everyday;
mod lists;
mod phrases;
mod reader;
mod shorten;
mod statement;
mod written;

use crate::facts::Lang;
use crate::facts::date::Day;
use crate::facts::search::{Act, Asked};

use everyday::LANGS;
use lists::LISTS;
use reader::Reader;
pub use shorten::shortened;

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ask {
    /// A judgement, a forecast or advice, of which nothing is recorded.
    Opinion,
    /// Where something can be read.
    Sources,
    /// Exact words.
    Quotes,
    /// What happened one after the other.
    Timeline,
    /// A number.
    Figures,
    /// A reason.
    Why,
    /// Denials.
    Denials,
    /// A date.
    When,
    /// A place.
    Where,
    /// Who somebody is.
    About,
    /// Who did or said something.
    Who,
    /// Which one of several, or its name.
    Which,
    /// Whether something is so.
    YesNo,
    /// What is known.
    Overview,
}

/// A question that has been read.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// What it asks for, the most telling first; may be empty.
    pub asks: Vec<Ask>,
    /// Whether it asks whether something is not so.
    pub negated: bool,
    /// The day as known on which it asks.
    pub day: Option<Day>,
    /// Its words in order.
    pub words: Vec<Asked>,
    /// The place after the words that ask for a number.
    pub counted: Option<usize>,
    /// The place after the words that ask who, which or how many.
    pub focus: Option<usize>,
    /// How many of its words are words that people ask with.
    pub familiar: usize,
}

impl Question {
    /// Reads a question; `day` reads a day in words.
    pub fn read(text: &str, day: impl Fn(&str) -> Option<Day>) -> Self {
        let mut reader = Reader::new(text, &LISTS);
        reader.read_day(day);
        reader.read_asks();
        let mut question = reader.finish();
        if question.asks.is_empty() && text.trim_end().ends_with('?') {
            question.asks.push(Ask::YesNo);
        }
        for word in question.words.iter_mut().filter(|word| word.content) {
            word.country = countries::is_country(&word.forms);
            let folded = word.forms.first().filter(|_| !word.light);
            word.common = folded.is_some_and(|folded| LISTS.everyday.has(folded));
        }
        question
    }

    /// The day as known on which a question asks, and nothing else of it; `day` reads a day in words.
    pub fn day(text: &str, day: impl Fn(&str) -> Option<Day>) -> Option<Day> {
        let mut reader = Reader::new(text, &LISTS);
        reader.read_day(day);
        reader.day()
    }

    /// Whether it tells or asks of somebody who does this.
    pub fn has_act(&self, act: Act) -> bool {
        self.words.iter().any(|word| word.act == Some(act))
    }

    /// Whether it tells or asks of somebody who says, denies or confirms something.
    pub fn has_acts(&self) -> bool {
        self.words.iter().any(|word| word.act.is_some())
    }

    /// Whether a word, such as another name of a topic, asks for reasons.
    pub fn is_reason(word: &str) -> bool {
        LISTS.asks.longest(&[&word.to_lowercase()]) == Some((1, Ask::Why))
    }

    /// What it asks for first of all.
    pub fn ask(&self) -> Option<Ask> {
        self.asks.first().copied()
    }

    /// Whether it asks for something.
    pub fn asks_for(&self, ask: Ask) -> bool {
        self.asks.contains(&ask)
    }
}

/// Whether questions in a language are read.
pub fn is_read(lang: Lang) -> bool {
    LANGS.iter().any(|read| read.is(lang.code()))
}

#[cfg(test)]
mod tests;
