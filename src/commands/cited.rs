//! The sources of those whom a note names: each of them has its own.

use super::statement::{Composer, MOST_NAMES};
use crate::facts::Evidence;
use crate::facts::standing::Voice;

/// The publishers of some evidence, each once.
pub(super) fn publishers(evidence: &[&Evidence]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for one in evidence {
        if !names.contains(&one.source.publisher) {
            names.push(one.source.publisher.clone());
        }
    }
    names
}

impl<'a> Composer<'a> {
    /// The first source of each publisher that is named where names are few.
    pub(super) fn cite_publishers(&mut self, evidence: &[&Evidence]) -> Vec<usize> {
        let named = publishers(evidence);
        let first = |name: &String| evidence.iter().find(|one| one.source.publisher == *name);
        let shown = named.iter().take(shown(named.len()));
        let first = shown.filter_map(first).copied();
        self.citations.numbers(first)
    }

    /// The nearest source of the first statement of each party that is named where names are few.
    pub(super) fn cite_named(&mut self, voices: &[Voice<'a>]) -> Vec<usize> {
        let mut named: Vec<Voice<'a>> = Vec::new();
        for voice in voices {
            if !named.iter().any(|one| one.is(voice.party)) {
                named.push(*voice);
            }
        }
        named.truncate(shown(named.len()));
        self.cite_voices(&named)
    }

    /// The nearest source of each statement, each once.
    pub(super) fn cite_voices(&mut self, voices: &[Voice<'a>]) -> Vec<usize> {
        let mut numbers: Vec<usize> = Vec::new();
        for voice in voices {
            for number in self.cite(voice.claim, 1) {
                if !numbers.contains(&number) {
                    numbers.push(number);
                }
            }
        }
        numbers
    }
}

/// How many of some names are shown where names are few: the others are “others”.
fn shown(names: usize) -> usize {
    match names > MOST_NAMES {
        true => MOST_NAMES.saturating_sub(1),
        false => names,
    }
}
