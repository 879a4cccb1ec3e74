//! Reads a question word by word: chat spelt out, the day, what is asked for, and the part that each word plays.

use super::lists::Lists;
use super::{Ask, Question};
use crate::facts::date::Day;
use crate::facts::search::{Act, Asked, is_stop_word, spelt};

/// The maximum number of words of a question that are read.
const MOST_WORDS: usize = 60;

/// The longest day in words, such as `the 2nd of May 2024`.
const MOST_WORDS_OF_A_DAY: usize = 5;

/// A word while the question is read.
pub(super) struct Read {
    pub(super) typed: String,
    pub(super) abbreviation: bool,
    pub(super) clause: usize,
    /// Its place in the text; several words may have been typed as one.
    pub(super) at: usize,
    pub(super) folded: String,
    /// Whether it belongs to a phrase of several words that says what is asked for.
    pub(super) phrase: bool,
    /// Whether it says what is asked for.
    pub(super) asks: bool,
    /// Whether it belongs to a day that has been read.
    pub(super) day: bool,
    /// Whether it carries nothing.
    pub(super) drops: bool,
}

/// A word that is written once for twice, as in Indonesian: `kata2`, `kata2nya`.
fn once(folded: &str) -> &str {
    let word = folded
        .split_once('2')
        .filter(|(_, end)| end.chars().all(char::is_alphabetic));
    word.map(|(word, _)| word)
        .filter(|word| word.chars().count() > 2 && word.chars().all(char::is_alphabetic))
        .unwrap_or(folded)
}

pub(super) struct Reader<'l> {
    pub(super) lists: &'l Lists,
    pub(super) words: Vec<Read>,
    question: Question,
}

impl<'l> Reader<'l> {
    /// The words of a text, those of chat spelt out.
    pub(super) fn new(text: &str, lists: &'l Lists) -> Self {
        let mut words = Vec::new();
        for (at, word) in spelt(text).into_iter().enumerate().take(MOST_WORDS) {
            let read = |folded: &str| Read {
                typed: word.typed.clone(),
                abbreviation: word.abbreviation,
                clause: word.clause,
                at,
                folded: folded.to_owned(),
                phrase: false,
                asks: false,
                day: false,
                drops: false,
            };
            let once = once(&word.folded);
            match lists.chat.get(&word.folded).or(lists.chat.get(once)) {
                Some(meant) => words.extend(meant.iter().map(|word| read(word))),
                None => words.push(read(lists.meant(once))),
            }
        }
        Self {
            lists,
            words,
            question: Question::default(),
        }
    }

    pub(super) fn folded(&self) -> Vec<&str> {
        self.words.iter().map(|word| word.folded.as_str()).collect()
    }

    /// Reads a day behind such words as “as of”.
    pub(super) fn read_day(&mut self, day: impl Fn(&str) -> Option<Day>) {
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
                // Words do not keep the signs between the numbers of a day.
                let read = day(&typed.join(" ")).or_else(|| day(&typed.join("-")));
                // “Before 2024” says when something happened.
                let year = typed.len() == 1 && from - start == 1;
                if let Some(read) = read.filter(|_| !year) {
                    self.question.day = Some(read);
                    for word in self.words.get_mut(start..end).unwrap_or_default() {
                        word.day = true;
                    }
                    return;
                }
            }
        }
    }

    /// The day that was read.
    pub(super) fn day(&self) -> Option<Day> {
        self.question.day
    }

    /// Finds the phrases that say what is asked for, of two at one place the longer one.
    pub(super) fn read_asks(&mut self) {
        let found = self.asking();
        self.drop_small();
        for (at, length, ask) in found {
            self.take(at, length, ask);
        }
        let lists = self.lists;
        let whether = |word: &Read| lists.whether(&word.folded).is_some();
        let mut end = self.words.iter().rev().skip_while(|word| word.drops);
        let last = end
            .next()
            .is_some_and(|word| lists.last.contains(&word.folded));
        if last || self.words.iter().any(whether) {
            self.question.asks.push(Ask::YesNo);
        }
        self.question.asks.sort();
        self.question.asks.dedup();
    }

    /// The phrases that say what is asked for: where each begins, how many words it has, and what it asks for.
    pub(super) fn asking(&self) -> Vec<(usize, usize, Ask)> {
        let lists = self.lists;
        let folded = self.folded();
        let mut found: Vec<(usize, usize, Ask)> = Vec::new();
        let mut at = 0;
        while at < folded.len() {
            let rest = folded.get(at..).unwrap_or_default();
            let small = lists.small.longest(rest).map_or(0, |(length, ())| length);
            match lists
                .asks
                .longest(rest)
                .filter(|(length, _)| small < 2 || *length >= small)
            {
                Some((length, ask)) => {
                    if length > 1 || !self.joins(&folded, at) {
                        found.push((at, length, ask));
                    }
                    at += length;
                }
                // “I should be grateful” asks for no advice.
                None => at += small.max(1),
            }
        }
        for at in 0..folded.len() {
            let begins = self.begins(&folded, at);
            if let Some(length) = begins.filter(|_| !found.iter().any(|(one, ..)| *one == at)) {
                found.push((at, length, Ask::YesNo));
            }
        }
        found
    }

    /// Marks the words that carry nothing.
    fn drop_small(&mut self) {
        let lists = self.lists;
        let folded = self.folded();
        let mut drops = vec![false; folded.len()];
        let mut at = 0;
        while at < folded.len() {
            let rest = folded.get(at..).unwrap_or_default();
            let small = lists.small.longest(rest).map_or(0, |(length, ())| length);
            drops
                .iter_mut()
                .skip(at)
                .take(small)
                .for_each(|one| *one = true);
            at += small.max(1);
        }
        for (word, drop) in self.words.iter_mut().zip(drops) {
            let role = lists.role(&word.folded).is_some() || lists.not.contains(&word.folded);
            let act = lists.acts.longest(&[&word.folded]).is_some();
            word.drops =
                (drop || is_stop_word(&word.folded)) && !role && !act && !word.abbreviation;
        }
    }

    /// Takes a phrase that says what is asked for.
    fn take(&mut self, at: usize, length: usize, ask: Ask) {
        let lists = self.lists;
        let behind = self.words.get(at + length..).unwrap_or_default();
        let title = behind
            .first()
            .is_some_and(|word| lists.titles.contains(&word.folded));
        let small = |word: &Read| lists.small.longest(&[&word.folded]).is_some();
        // “anaknya berapa”: what is counted stands before.
        let before = at
            .checked_sub(1)
            .filter(|_| ask == Ask::Figures && behind.iter().all(small));
        self.question.asks.push(ask);
        if matches!(ask, Ask::Figures | Ask::About | Ask::Which) || ask == Ask::Who && title {
            self.question.focus = before.or(Some(at + length));
        }
        if ask == Ask::Figures {
            self.question.counted = self.question.focus;
        }
        for word in self.words.iter_mut().skip(at).take(length) {
            word.asks = true;
            word.drops = false;
            word.phrase |= length > 1;
        }
    }

    /// The question with its words, each with what it may mean.
    pub(super) fn finish(mut self) -> Question {
        let lists = self.lists;
        let folded = self.folded();
        let at = |at: usize| folded.get(at..).unwrap_or_default();
        let negated = folded.iter().any(|word| lists.not.contains(*word));
        let opening = lists
            .begins
            .longest(&folded)
            .map_or(0, |(length, ())| length);
        let mut cited = 0;
        let mut words = Vec::new();
        for (place, word) in self.words.iter().enumerate() {
            let act = lists.acts.longest(at(place)).or_else(|| {
                let forms = lists.forms(&word.folded);
                forms
                    .iter()
                    .skip(1)
                    .find_map(|form| lists.acts.longest(&[form]))
            });
            let act = act.filter(|_| !word.phrase);
            let by = lists.by.longest(at(place));
            if let Some((length, ())) = by {
                cited = cited.max(place + length);
            }
            let ends = lists.by.ends(&folded, place).next().is_some();
            let forms = lists.forms(&word.folded);
            let not = lists.not.contains(&word.folded);
            let spoken = act.is_some_and(|(_, act)| act != Act::React);
            let dropped = word.asks || word.day || word.drops || place < cited;
            let content = !dropped && !not && !spoken;
            let kind = lists.is_kind(&folded, place);
            words.push(Asked {
                typed: word.typed.clone(),
                abbreviation: word.abbreviation,
                like: lists.like(&forms),
                forms,
                act: act.map(|(_, act)| act),
                by: by.is_some_and(|(length, ())| length == 1) || ends,
                role: lists.gives(&word.folded).filter(|_| !ends),
                light: lists.is_light(&word.folded),
                common: false,
                country: false,
                pronoun: lists.pronouns.contains(&word.folded),
                title: lists.titles.contains(&word.folded),
                content: content && lists.role(&word.folded).is_none(),
                day: word.day,
                phrase: word.phrase,
                opens: place < opening,
                numbered: lists.numbered(&folded, place),
                alternative: lists.is_alternative(&folded, place) && !kind,
                kind: kind && content,
                clause: word.clause,
                asks: word.asks,
            });
        }
        let known = |word: &&Asked| !word.content || word.light;
        self.question.negated = negated;
        self.question.familiar = words.iter().filter(known).count();
        self.question.words = words;
        self.question
    }
}
