//! Phrases of one or more words, of which the longest at a place is found.

use std::collections::HashMap;

/// Phrases with what each means.
#[derive(Debug)]
pub(super) struct PhraseTable<T> {
    /// By their first word: the other words, the longest first.
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T: Copy> PhraseTable<T> {
    /// A table of phrases, each written as words with spaces between them.
    pub(super) fn new<'p>(phrases: impl IntoIterator<Item = (&'p str, T)>) -> Self {
        let mut by_first: HashMap<String, Vec<(Vec<String>, T)>> = HashMap::new();
        for (phrase, meaning) in phrases {
            let mut words = phrase.split_whitespace().map(str::to_owned);
            if let Some(first) = words.next() {
                by_first
                    .entry(first)
                    .or_default()
                    .push((words.collect(), meaning));
            }
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        Self { by_first }
    }

    /// The longest phrase with which some words begin: how many words it has, and what it means.
    pub(super) fn longest(&self, words: &[&str]) -> Option<(usize, T)> {
        let (first, after) = words.split_first()?;
        let phrases = self.by_first.get(*first)?;
        let mut fitting = phrases.iter().filter(|(rest, _)| {
            after.len() >= rest.len() && rest.iter().zip(after).all(|(one, other)| one == other)
        });
        fitting
            .next()
            .map(|(rest, meaning)| (rest.len() + 1, *meaning))
    }

    /// The phrases of several words that end at a place.
    pub(super) fn ends<'a>(
        &'a self,
        words: &'a [&str],
        end: usize,
    ) -> impl Iterator<Item = usize> + 'a {
        let begins = end.saturating_sub(4)..end;
        begins.filter(move |at| {
            let found = words.get(*at..).and_then(|rest| self.longest(rest));
            found.is_some_and(|(length, _)| length > 1 && at + length == end + 1)
        })
    }
}
