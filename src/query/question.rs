//! A question in the asker's own words: what it asks for, who is said to do what in it, and the words that are left.
//!
//! It knows how people ask, from the lists in `data/phrases/*/questions.toml`, and no facts: whom or what the other
//! words name is found in `facts::search`.

mod lists;
mod phrases;

use crate::facts::date::Day;
use crate::facts::search::{Act, Asked, is_stop_word, spelt};

use lists::{LISTS, Lists};

/// The maximum number of words of a question that are read.
const MOST_WORDS: usize = 60;

/// The longest day in words, such as `the 18th of October 2024`.
const MOST_WORDS_OF_A_DAY: usize = 5;

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
    /// How many of its words are words that people ask with.
    pub familiar: usize,
}

impl Question {
    /// Reads a question; `day` reads a day in words.
    pub fn read(text: &str, day: impl Fn(&str) -> Option<Day>) -> Self {
        let mut reader = Reader::new(text, &LISTS);
        reader.read_day(day);
        reader.read_asks();
        reader.finish()
    }

    /// Whether it tells or asks of somebody who does this.
    pub fn has_act(&self, act: Act) -> bool {
        self.words.iter().any(|word| word.act == Some(act))
    }

    /// The words of a text, with the parts that they play.
    pub fn words(text: &str) -> Vec<Asked> {
        Self::read(text, |_| None).words
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
/// that carry nothing are left out first, then those at the end.
pub fn shortened(text: &str, room: usize) -> String {
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
    reader.read_day(|_| None);
    reader.read_asks();
    let mut kept = String::new();
    let mut last = usize::MAX;
    for word in reader.words.iter().filter(|word| !word.drops) {
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

/// A word while the question is read.
struct Read {
    typed: String,
    abbreviation: bool,
    /// Its place in the text; several words may have been typed as one.
    at: usize,
    folded: String,
    /// Whether it belongs to a phrase of several words that says what is asked for.
    phrase: bool,
    /// Whether it says what is asked for.
    asks: bool,
    /// Whether it belongs to a day that has been read.
    day: bool,
    /// Whether it carries nothing.
    drops: bool,
}

/// A word that is written once for twice, as in Indonesian: `kata2`, `kata2nya`.
fn once(folded: &str) -> &str {
    let word = folded.split_once('2').filter(|(_, end)| end.chars().all(char::is_alphabetic));
    word.map(|(word, _)| word)
        .filter(|word| word.chars().count() > 2 && word.chars().all(char::is_alphabetic))
        .unwrap_or(folded)
}

struct Reader<'l> {
    lists: &'l Lists,
    words: Vec<Read>,
    question: Question,
}

impl<'l> Reader<'l> {
    /// The words of a text, those of chat spelt out.
    fn new(text: &str, lists: &'l Lists) -> Self {
        let mut words = Vec::new();
        for (at, word) in spelt(text).into_iter().enumerate().take(MOST_WORDS) {
            let read = |folded: &str| Read {
                typed: word.typed.clone(),
                abbreviation: word.abbreviation,
                at,
                folded: folded.to_owned(),
                phrase: false,
                asks: false,
                day: false,
                drops: false,
            };
            match lists.chat.get(&word.folded) {
                Some(meant) => words.extend(meant.iter().map(|word| read(word))),
                None => words.push(read(once(&word.folded))),
            }
        }
        Self {
            lists,
            words,
            question: Question::default(),
        }
    }

    fn folded(&self) -> Vec<&str> {
        self.words.iter().map(|word| word.folded.as_str()).collect()
    }

    /// Reads a day behind such words as “as of”.
    fn read_day(&mut self, day: impl Fn(&str) -> Option<Day>) {
        let folded = self.folded();
        let begins = (0..folded.len()).filter_map(|at| {
            let (length, ()) = self.lists.as_of.longest(folded.get(at..)?)?;
            Some((at, at + length))
        });
        let begins: Vec<(usize, usize)> = begins.collect();
        for (start, from) in begins {
            let most = (self.words.len() - from).min(MOST_WORDS_OF_A_DAY);
            for end in (from + 1..=from + most).rev() {
                let typed = self.words.get(from..end).unwrap_or_default().iter();
                let typed: Vec<&str> = typed.map(|word| word.typed.as_str()).collect();
                if let Some(read) = day(&typed.join(" ")) {
                    self.question.day = Some(read);
                    for word in self.words.get_mut(start..end).unwrap_or_default() {
                        word.day = true;
                    }
                    return;
                }
            }
        }
    }

    /// Finds the phrases that say what is asked for, of two at one place the longer one.
    fn read_asks(&mut self) {
        let lists = self.lists;
        let folded = self.folded();
        let mut found: Vec<(usize, usize, Ask)> = Vec::new();
        let mut at = 0;
        while at < folded.len() {
            let rest = folded.get(at..).unwrap_or_default();
            match lists.asks.longest(rest) {
                Some((length, ask)) => {
                    found.push((at, length, ask));
                    at += length;
                }
                None => at += 1,
            }
        }
        let begins = lists.begins.longest(&folded);
        if let Some((length, ())) = begins.filter(|_| !found.iter().any(|(at, ..)| *at == 0)) {
            found.push((0, length, Ask::YesNo));
        }
        let mut drops = vec![false; folded.len()];
        let mut at = 0;
        while at < folded.len() {
            let rest = folded.get(at..).unwrap_or_default();
            let small = lists.small.longest(rest).map_or(0, |(length, ())| length);
            drops.iter_mut().skip(at).take(small).for_each(|one| *one = true);
            at += small.max(1);
        }
        for (word, drop) in self.words.iter_mut().zip(drops) {
            let role = lists.role(&word.folded).is_some() || lists.not.contains(&word.folded);
            word.drops = (drop || is_stop_word(&word.folded)) && !role;
        }
        for (at, length, ask) in found {
            self.question.asks.push(ask);
            for word in self.words.iter_mut().skip(at).take(length) {
                word.asks = true;
                word.drops = false;
                word.phrase |= length > 1;
            }
        }
        let whether = |word: &Read| lists.whether(&word.folded).is_some();
        if self.words.iter().any(whether) {
            self.question.asks.push(Ask::YesNo);
        }
        self.question.asks.sort();
        self.question.asks.dedup();
    }

    /// The question with its words, each with what it may mean.
    fn finish(mut self) -> Question {
        let lists = self.lists;
        let folded = self.folded();
        let at = |at: usize| folded.get(at..).unwrap_or_default();
        let negated = folded.iter().any(|word| lists.not.contains(*word));
        let mut words = Vec::new();
        for (place, word) in self.words.iter().enumerate() {
            let act = lists.acts.longest(at(place)).filter(|_| !word.phrase);
            let by = lists.by.longest(at(place));
            let mut ends = lists.by.ends(&folded, place);
            let forms = lists.forms(&word.folded);
            let not = lists.not.contains(&word.folded);
            let spoken = act.is_some_and(|(_, act)| act != Act::React);
            let content = !word.asks && !word.day && !word.drops && !not && !spoken;
            words.push(Asked {
                typed: word.typed.clone(),
                abbreviation: word.abbreviation,
                like: lists.like(&forms),
                forms,
                act: act.map(|(_, act)| act),
                by: by.is_some_and(|(length, ())| length == 1) || ends.next().is_some(),
                role: lists.role(&word.folded),
                light: lists.is_light(&word.folded),
                content: content && lists.role(&word.folded).is_none(),
                day: word.day,
                phrase: word.phrase,
            });
        }
        let known = |word: &&Asked| !word.content || word.light;
        self.question.negated = negated;
        self.question.familiar = words.iter().filter(known).count();
        self.question.words = words;
        self.question
    }
}

#[cfg(test)]
mod tests;
