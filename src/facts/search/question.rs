//! What a question is about: whom and what it names, the words that decide it, and the claims that have them all.
//!
//! How people ask is known to the reader (`query::question`), whose words come in here with the parts that they play.

mod names;
mod roles;
mod subject;
mod terms;

use std::sync::Arc;

use super::words::{Word, words};
use crate::facts::{Facts, Speaker, Topic};
use names::NameTable;
use roles::Involved;
use terms::Postings;

pub use subject::{Ranked, Subject};

/// What a speaker does in a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Says something.
    Say,
    /// Denies it.
    Deny,
    /// Confirms it.
    Confirm,
    /// Takes another side, which a statement must itself tell: condemns, warns.
    React,
}

/// The part that the name after a word plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Something goes to it.
    To,
    /// It does something, or something comes from it.
    From,
    /// It stands beside another name.
    And,
}

/// A word of a question or statement, and the part that it plays.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// As typed.
    pub typed: String,
    /// Whether it is in capitals, as an abbreviation is.
    pub abbreviation: bool,
    /// Folded, then without its endings.
    pub forms: Vec<String>,
    /// Other words for it.
    pub like: Vec<String>,
    /// What a speaker does.
    pub act: Option<Act>,
    /// Whether the name after it is that of a speaker: according to.
    pub by: bool,
    /// The part that the name after it plays.
    pub role: Option<Role>,
    /// Whether it decides nothing if no statement has it.
    pub light: bool,
    /// Whether it says what the question is about.
    pub content: bool,
    /// Whether it belongs to the day of the question.
    pub day: bool,
    /// Whether it belongs to a phrase that says what is asked for.
    pub phrase: bool,
}

/// A word as it is spelt in a text.
pub struct Spelt {
    /// As typed.
    pub typed: String,
    /// Folded.
    pub folded: String,
    /// Whether it is in capitals, in a text that is not.
    pub abbreviation: bool,
}

/// The words of a text in order.
pub fn spelt(text: &str) -> Vec<Spelt> {
    let single = words(text).into_iter().filter(|word| !word.compound);
    let spelt = |word: Word| Spelt {
        typed: word.typed,
        folded: word.folded,
        abbreviation: word.abbreviation,
    };
    single.map(spelt).collect()
}

/// A name in a question: the places of its words, and what has it.
#[derive(Clone, Debug)]
pub struct Mention<'a> {
    /// The place of its first word, and the one after its last.
    pub(super) words: (usize, usize),
    /// The speakers with this name.
    pub speakers: Vec<&'a Speaker>,
    /// The topics with this name.
    pub topics: Vec<&'a Topic>,
}

/// By what questions are understood. Made by [`Facts::questions`].
#[derive(Debug)]
pub struct Questions {
    names: NameTable,
    /// Who is involved in each claim, by its place among all claims.
    involved: Vec<Involved>,
    postings: Postings,
}

impl Facts {
    /// By what questions are understood, built on first use; `read` reads the words of a text.
    pub fn questions(&self, read: fn(&str) -> Vec<Asked>) -> &Questions {
        self.questions.get_or_init(|| {
            let names = NameTable::new(self);
            let claims = self.claims.iter();
            let involved = claims.map(|claim| Involved::of(self, &names, claim, read));
            Arc::new(Questions {
                involved: involved.collect(),
                postings: Postings::new(self),
                names,
            })
        })
    }
}
