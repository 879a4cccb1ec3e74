//! The words of a statement, read for whom it names and what these do. Thousands of statements are read when facts are
//! loaded, so nothing else is found out about their words.

use super::Question;
use super::lists::LISTS;
use super::reader::{Read, Reader};
use crate::facts::search::Asked;

impl Reader<'_> {
    /// Each word with its forms and its role, and whether it is an abbreviation or belongs to a phrase; nothing else.
    fn parts(mut self) -> Vec<Asked> {
        for (at, length, _) in self.asking() {
            for word in self.words.iter_mut().skip(at).take(length) {
                word.phrase |= length > 1;
            }
        }
        let folded = self.folded();
        let part = |(at, word): (usize, &Read)| {
            let ends = || self.lists.by.ends(&folded, at).next().is_some();
            Asked {
                abbreviation: word.abbreviation,
                forms: self.lists.forms(&word.folded),
                role: self.lists.gives(&word.folded).filter(|_| !ends()),
                phrase: word.phrase,
                ..Asked::default()
            }
        };
        self.words.iter().enumerate().map(part).collect()
    }
}

impl Question {
    /// The words of a text that is no question, with what names are found by, and the role that each gives the name
    /// after it.
    pub fn words(text: &str) -> Vec<Asked> {
        Reader::new(text, &LISTS).parts()
    }
}
