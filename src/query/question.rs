//! A question in the asker's own words: what it asks for, who is said to do what in it, and the words that are left.
//!
//! It knows how people ask, from the lists in `data/phrases/*/questions.toml`, and no facts: whom or what the other
//! words name is found in `facts::search`.

mod everyday;
mod lists;
mod phrases;
mod reader;

use crate::facts::date::Day;
use crate::facts::search::{Act, Asked};

use lists::LISTS;
use reader::Reader;

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
        for word in &mut question.words {
            let folded = word.forms.first();
            word.common = folded.is_some_and(|folded| LISTS.everyday.has(folded));
        }
        question
    }

    /// Whether it tells or asks of somebody who does this.
    pub fn has_act(&self, act: Act) -> bool {
        self.words.iter().any(|word| word.act == Some(act))
    }

    /// The words of a text that is no question, with the parts that they play.
    pub fn words(text: &str) -> Vec<Asked> {
        let mut reader = Reader::new(text, &LISTS);
        reader.read_asks();
        reader.finish().words
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

/// A question in at most `room` code points, without line breaks and characters that a button's id cannot hold. Words
/// that carry nothing and those of the day as known on which it asks are left out first, then those at the end.
pub fn shortened(text: &str, room: usize, day: impl Fn(&str) -> Option<Day>) -> String {
    let plain = |c: char| !matches!(c, '"' | '\\' | '|' | '`') && !c.is_whitespace();
    let text: String = text
        .chars()
        .map(|c| if plain(c) { c } else { ' ' })
        .filter(|c| !crate::facts::is_hidden(*c))
        .collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= room {
        return text;
    }
    let mut reader = Reader::new(&text, &LISTS);
    reader.read_day(day);
    reader.read_asks();
    let mut kept = String::new();
    let mut last = usize::MAX;
    for word in reader.words.iter().filter(|word| !word.drops && !word.day) {
        let new = word.at != last;
        last = word.at;
        let gap = usize::from(!kept.is_empty());
        if new && kept.chars().count() + gap + word.typed.chars().count() <= room {
            if gap > 0 {
                kept.push(' ');
            }
            kept.push_str(&word.typed);
        }
    }
    kept
}

#[cfg(test)]
mod tests;
