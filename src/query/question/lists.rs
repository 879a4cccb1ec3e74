//! The lists of words that people ask with, in every language at once: a question may mix them.

use std::collections::{HashMap, HashSet};

use once_cell::sync::Lazy;

use super::Ask;
use super::everyday::Everyday;
use super::phrases::PhraseTable;
use super::written::Written;
use crate::facts::is_one_mistake;
use crate::facts::search::{Act, Role};

/// How people ask in each language.
const TEXTS: [&str; 2] = [
    include_str!("../../../data/phrases/en/questions.toml"),
    include_str!("../../../data/phrases/id/questions.toml"),
];

/// The lists of all languages. A file with a mistake gives no words; a test rejects it.
pub(super) static LISTS: Lazy<Lists> =
    Lazy::new(|| Lists::new(&TEXTS.map(|text| toml::from_str(text).unwrap_or_default())));

/// The lists, ready to be looked up.
#[derive(Debug)]
pub(super) struct Lists {
    pub(super) asks: PhraseTable<Ask>,
    pub(super) begins: PhraseTable<()>,
    pub(super) acts: PhraseTable<Act>,
    pub(super) by: PhraseTable<()>,
    pub(super) as_of: PhraseTable<()>,
    pub(super) small: PhraseTable<()>,
    pub(super) chat: HashMap<String, Vec<String>>,
    pub(super) not: HashSet<String>,
    pub(super) or: HashSet<String>,
    /// Titles and offices.
    pub(super) titles: HashSet<String>,
    /// How verbs begin behind which the name of who acts stands.
    passive: Vec<String>,
    /// Words that stand for somebody named before.
    pub(super) pronouns: HashSet<String>,
    /// Question words that also join clauses.
    pub(super) joins: HashSet<String>,
    /// Words behind which, and words before which, stands what is asked for: what language.
    what_then: HashSet<String>,
    then_what: HashSet<String>,
    /// Words behind which a number is part of a name.
    pub(super) numbered: HashSet<String>,
    roles: HashMap<String, Role>,
    light: HashSet<String>,
    /// Everyday words.
    pub(super) everyday: Everyday,
    like: HashMap<String, Vec<String>>,
    endings: Vec<String>,
    prefixes: Vec<String>,
    whether: Vec<String>,
    /// Words that ask whether something is so at the end of a text.
    pub(super) last: HashSet<String>,
    /// Single long words that say what is asked for.
    long: Vec<String>,
}

/// The least number of letters of a word that may be misspelt.
const LONG: usize = 8;

/// The least number of letters of a word without its beginning.
const SHORTEST_BARE: usize = 5;

/// The least number of letters of a word without its ending.
const SHORTEST: usize = 3;

/// The lists that say what is asked for.
const ASKS: [(Of, Ask); 14] = [
    (|one| &one.asks.figures, Ask::Figures),
    (|one| &one.asks.denials, Ask::Denials),
    (|one| &one.asks.when, Ask::When),
    (|one| &one.asks.place, Ask::Where),
    (|one| &one.asks.who, Ask::Who),
    (|one| &one.asks.which, Ask::Which),
    (|one| &one.asks.sources, Ask::Sources),
    (|one| &one.asks.quotes, Ask::Quotes),
    (|one| &one.asks.why, Ask::Why),
    (|one| &one.asks.timeline, Ask::Timeline),
    (|one| &one.asks.overview, Ask::Overview),
    (|one| &one.asks.about, Ask::About),
    (|one| &one.yes_no.anywhere, Ask::YesNo),
    (|one| &one.opinion.words, Ask::Opinion),
];

impl Lists {
    fn new(written: &[Written]) -> Self {
        let plain = |of: Of| PhraseTable::new(meaning(written, &[(of, ())]));
        let acts: [(Of, Act); 4] = [
            (|one| &one.does.say, Act::Say),
            (|one| &one.does.deny, Act::Deny),
            (|one| &one.does.confirm, Act::Confirm),
            (|one| &one.does.react, Act::React),
        ];
        let roles: [(Of, Role); 4] = [
            (|one| &one.roles.to, Role::To),
            (|one| &one.roles.from, Role::From),
            (|one| &one.roles.and, Role::And),
            (|one| &one.roles.on, Role::On),
        ];
        let chat = written.iter().flat_map(|one| &one.chat);
        let light: HashSet<String> = all(written, |one| &one.light.words);
        let small: Vec<String> = all(written, |one| &one.small.words);
        Self {
            asks: PhraseTable::new(meaning(written, &ASKS)),
            begins: plain(|one| &one.yes_no.begins),
            acts: PhraseTable::new(meaning(written, &acts)),
            by: plain(|one| &one.does.by),
            as_of: plain(|one| &one.days.as_of),
            small: plain(|one| &one.small.words),
            chat: chat
                .map(|(typed, meant)| (typed.clone(), split(meant)))
                .collect(),
            not: all(written, |one| &one.roles.not),
            or: all(written, |one| &one.roles.or),
            titles: all(written, |one| &one.roles.titles),
            pronouns: all(written, |one| &one.roles.pronouns),
            passive: all(written, |one| &one.roles.passive),
            joins: all(written, |one| &one.roles.joins),
            numbered: all(written, |one| &one.roles.numbered),
            roles: meaning(written, &roles)
                .into_iter()
                .map(|(word, role)| (word.to_owned(), role))
                .collect(),
            everyday: Everyday::new(&light, &small),
            light,
            like: like(written),
            long: meaning(written, &ASKS)
                .into_iter()
                .map(|(phrase, _)| phrase)
                .filter(|word| !word.contains(' ') && word.chars().count() >= LONG)
                .map(str::to_owned)
                .collect(),
            what_then: all(written, |one| &one.roles.what_then),
            then_what: all(written, |one| &one.roles.then_what),
            endings: all(written, |one| &one.roles.endings),
            prefixes: all(written, |one| &one.roles.prefixes),
            whether: all(written, |one| &one.yes_no.endings),
            last: all(written, |one| &one.yes_no.last),
        }
    }

    /// The part that a word plays in what happens: to whom, from whom.
    pub(super) fn role(&self, folded: &str) -> Option<Role> {
        self.roles.get(folded).copied()
    }

    /// The part that a word gives the name after it: its own, or that of who acts if it is a passive verb.
    pub(super) fn gives(&self, folded: &str) -> Option<Role> {
        let mut bare = self
            .passive
            .iter()
            .filter_map(|start| folded.strip_prefix(start.as_str()));
        let passive = bare.any(|bare| bare.chars().count() >= SHORTEST_BARE);
        self.role(folded).or(passive.then_some(Role::From))
    }

    /// The word that says what is asked for if a long word misspells one, else the word.
    pub(super) fn meant<'w>(&'w self, folded: &'w str) -> &'w str {
        let long = folded.chars().count() >= LONG && !self.is_light(folded);
        if !long || self.asks.longest(&[folded]).is_some() {
            return folded;
        }
        let mut near = self.long.iter();
        let near = near.find(|word| is_one_mistake(word, folded));
        near.map_or(folded, String::as_str)
    }

    /// Whether a word does not decide what a question is about.
    pub(super) fn is_light(&self, folded: &str) -> bool {
        self.light.contains(folded)
    }

    /// The word before an ending that makes a question of it, if it has one.
    pub(super) fn whether<'w>(&self, folded: &'w str) -> Option<&'w str> {
        self.whether.iter().find_map(|end| before(folded, end))
    }

    /// The word, and what is left of it without an ending or a beginning.
    pub(super) fn forms(&self, folded: &str) -> Vec<String> {
        let shorter = self.endings.iter().filter_map(|end| before(folded, end));
        let bare = self.prefixes.iter().filter_map(|start| {
            let left = folded.strip_prefix(start.as_str())?;
            (left.chars().count() >= SHORTEST_BARE).then_some(left)
        });
        let both = bare
            .clone()
            .flat_map(|left| self.endings.iter().filter_map(|end| before(left, end)));
        let all = std::iter::once(folded)
            .chain(shorter)
            .chain(bare)
            .chain(both);
        all.map(str::to_owned).collect()
    }

    /// Whether a word stands beside “or”.
    pub(super) fn is_alternative(&self, folded: &[&str], at: usize) -> bool {
        let or = |at: Option<usize>| {
            let word = at.and_then(|at| folded.get(at)).copied();
            word.is_some_and(|word| self.or.contains(word))
        };
        or(at.checked_sub(1)) || or(Some(at + 1))
    }

    /// Whether it is asked of which kind the thing here is: what language, *bahasa apa*.
    pub(super) fn is_kind(&self, folded: &[&str], at: usize) -> bool {
        let word = |at: Option<usize>| at.and_then(|at| folded.get(at)).copied();
        let before = word(at.checked_sub(1));
        let (next, then) = (word(Some(at + 1)), word(Some(at + 2)));
        let ends = then.is_none_or(|word| self.small.longest(&[word]).is_some());
        before.is_some_and(|word| self.what_then.contains(word))
            || next.is_some_and(|word| self.then_what.contains(word)) && ends
    }

    /// The words for what a number here numbers: article, clause.
    pub(super) fn numbered(&self, folded: &[&str], at: usize) -> Vec<String> {
        let number = folded
            .get(at)
            .is_some_and(|word| word.chars().all(char::is_numeric));
        let before = at
            .checked_sub(1)
            .and_then(|at| folded.get(at))
            .filter(|_| number);
        let before = before.filter(|word| self.numbered.contains(**word));
        before.map_or_else(Vec::new, |word| {
            let own = vec![(*word).to_owned()];
            let like = self.like(&own);
            own.into_iter().chain(like).collect()
        })
    }

    /// Other words for it.
    pub(super) fn like(&self, forms: &[String]) -> Vec<String> {
        let like = forms.iter().find_map(|form| self.like.get(form));
        let like = like.into_iter().flatten();
        like.filter(|word| !forms.contains(word)).cloned().collect()
    }
}

/// One list of a file.
type Of = fn(&Written) -> &Vec<String>;

/// The phrases of several lists, each with what its list means.
fn meaning<'w, T: Copy>(written: &'w [Written], lists: &[(Of, T)]) -> Vec<(&'w str, T)> {
    let mut phrases = Vec::new();
    for (of, meaning) in lists {
        let here = written.iter().flat_map(of);
        phrases.extend(here.map(|phrase| (phrase.as_str(), *meaning)));
    }
    phrases
}

/// The words of one list in all files.
fn all<C: FromIterator<String>>(written: &[Written], of: Of) -> C {
    written.iter().flat_map(of).cloned().collect()
}

/// What is left of a word without an ending; `None` if it does not end so, or if too little is left.
fn before<'w>(folded: &'w str, end: &str) -> Option<&'w str> {
    let left = folded.strip_suffix(end)?;
    (left.chars().count() >= SHORTEST).then_some(left)
}

fn split(phrase: &str) -> Vec<String> {
    phrase.split_whitespace().map(str::to_owned).collect()
}

/// For each word of a group the single words of all groups in which it is.
fn like(written: &[Written]) -> HashMap<String, Vec<String>> {
    let mut like: HashMap<String, Vec<String>> = HashMap::new();
    for group in written.iter().flat_map(|one| &one.like.groups) {
        let single = group.iter().filter(|word| !word.contains(' '));
        for word in single.clone() {
            let others = like.entry(word.clone()).or_default();
            others.extend(single.clone().cloned());
        }
    }
    like
}

/// What is wrong with the files, for the tests.
#[cfg(test)]
pub(super) fn unreadable() -> Vec<String> {
    let read = TEXTS.map(toml::from_str::<Written>);
    read.into_iter()
        .filter_map(|one| Some(one.err()?.to_string()))
        .collect()
}
