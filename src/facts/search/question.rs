//! What a question is about: whom and what it names, the words that decide it, and the claims that have them all.
//!
//! How people ask is known to the reader (`query::question`), whose words come in here with the parts that they play.

mod candidates;
mod coverage;
mod fit;
mod light;
mod names;
mod numbered;
mod possible;
mod questions;
mod roles;
mod sayers;
mod subject;
mod synonyms;
mod term;
mod terms;

use std::sync::Arc;

pub use questions::Questions;

use super::words::{Word, words};
use crate::facts::vocabulary::SpeakerKind;
use crate::facts::{Claim, Measure, Speaker, Topic};

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
    /// Something is about it or happens there.
    On,
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
    /// Whether it is an everyday word, which decides nothing if nothing recorded has it.
    pub common: bool,
    /// Whether it stands for somebody named before: he.
    pub pronoun: bool,
    /// Whether it names a country.
    pub country: bool,
    /// Whether it is what persons in some post are called: minister, spokesman.
    pub title: bool,
    /// Whether it says what the question is about.
    pub content: bool,
    /// Whether it belongs to the day of the question.
    pub day: bool,
    /// Whether it belongs to a phrase that says what is asked for.
    pub phrase: bool,
    /// Whether it opens a yes-or-no question: did, has.
    pub opens: bool,
    /// If it is the number of something, such as an article of a law, the words for that.
    pub numbered: Vec<String>,
    /// Whether it stands beside “or”.
    pub alternative: bool,
    /// Whether it is asked of which kind it is: what language.
    pub kind: bool,
    /// Words with the same number stand between the same commas or full stops.
    pub clause: usize,
    /// Whether it says what is asked for.
    pub asks: bool,
}

/// A word as it is spelt in a text.
pub struct Spelt {
    /// As typed.
    pub typed: String,
    /// Folded.
    pub folded: String,
    /// Whether it is in capitals, in a text that is not.
    pub abbreviation: bool,
    /// How many commas, full stops and the like are before it.
    pub clause: usize,
}

/// The words of a text in order.
pub fn spelt(text: &str) -> Vec<Spelt> {
    let single = words(text).into_iter().filter(|word| !word.is_compound());
    let (mut rest, mut clause) = (text, 0);
    let spelt = |word: Word| {
        if let Some((before, after)) = rest.split_once(&word.typed) {
            clause += before.matches(is_break).count();
            rest = after;
        }
        Spelt {
            typed: word.typed,
            folded: word.folded,
            abbreviation: word.abbreviation,
            clause,
        }
    };
    single.map(spelt).collect()
}

/// Whether a sign ends a clause.
fn is_break(sign: char) -> bool {
    matches!(
        sign,
        '.' | ',' | ';' | ':' | '!' | '?' | '\n' | '—' | '–' | '…'
    )
}

/// A name in a question: the places of its words, and what has it.
#[derive(Clone, Debug, Default)]
pub struct Mention<'a> {
    /// The place of its first word, and the one after its last.
    pub(super) words: (usize, usize),
    /// The speakers with this name.
    pub speakers: Vec<&'a Speaker>,
    /// The places of these speakers among all, and those of their parties, in order.
    pub(super) places: Vec<u32>,
    pub(super) parties: Vec<u32>,
    /// The topics with this name.
    pub topics: Vec<&'a Topic>,
    /// If it is misspelt: as typed, and the name.
    pub(super) read: Option<(String, String)>,
}

impl Mention<'_> {
    /// Must follow the last speaker.
    fn place_speakers(&mut self) {
        let speakers = self.speakers.iter();
        self.places = speakers.clone().map(|one| one.place).collect();
        self.parties = speakers.map(|one| one.party().place).collect();
        for places in [&mut self.places, &mut self.parties] {
            places.sort_unstable();
            places.dedup();
        }
    }

    /// Whether only persons have this name.
    fn is_person(&self) -> bool {
        let mut speakers = self.speakers.iter();
        !self.speakers.is_empty() && speakers.all(|one| one.kind == SpeakerKind::Person)
    }
}

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
    /// Whether it asks for the name or the kind of something.
    pub which: bool,
    /// Whether it tells of somebody who says, denies or confirms something.
    pub spoken: bool,
    /// Whether it asks what is known of a topic, so that words that nothing has matter less.
    pub broad: bool,
    /// Whether nothing shows what it asks for.
    pub asks_nothing: bool,
    /// The place after “how many”.
    pub counted: Option<usize>,
    /// The place after “how many”, “which” or “who”: the word there says what must be found.
    pub focus: Option<usize>,
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
    /// Whether a topic is named by what nobody is said to do: how did others react.
    pub acted: bool,
    /// Whether it says to whom something goes.
    pub directed: bool,
    /// Whether it asks for the number of something that is not counted.
    pub uncounted: bool,
    /// Its words that nothing recorded has.
    pub unknown: Vec<String>,
    /// Whether one of these decides, so that nothing else can be meant.
    pub decided: bool,
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

impl Subject<'_> {
    /// Whether others act in a topic than in the question, or the parts are the other way round.
    pub fn is_turned(&self, topic: &Topic) -> bool {
        self.turned.contains(&topic.id.as_str())
    }

    /// Whether it names topics, and all of them are turned.
    pub fn is_all_turned(&self) -> bool {
        !self.topics.is_empty() && self.topics.iter().all(|topic| self.is_turned(topic))
    }
}

/// A claim that has most of what a question asks about.
#[derive(Clone, Debug)]
pub struct Ranked<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// How well it fits; comparable within one question only.
    pub score: f32,
    /// Whether it says all that decides itself, not only through its topic.
    pub whole: bool,
    /// Whether it says the thing that is counted.
    pub focus: bool,
    /// How many of the question's words it says that are not of what is counted.
    pub beyond: usize,
    /// How many of the question's words it says.
    pub telling: usize,
}
