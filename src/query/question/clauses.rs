//! The clauses of a question: where one begins, and what joins two.

use super::reader::Reader;
use crate::facts::search::{Role, is_stop_word};

impl Reader<'_> {
    /// How many words open a yes-or-no question here, where a clause begins.
    pub(super) fn begins(&self, folded: &[&str], at: usize) -> Option<usize> {
        let clause = |at: usize| self.words.get(at).map(|word| word.clause);
        let first = at
            .checked_sub(1)
            .is_none_or(|before| clause(before) != clause(at));
        let begins = self.lists.begins.longest(folded.get(at..)?);
        begins.filter(|_| first).map(|(length, ())| length)
    }

    /// Whether a word such as “when” joins two clauses here: something is said before it, and it does not end the text.
    pub(super) fn joins(&self, folded: &[&str], at: usize) -> bool {
        let lists = self.lists;
        let listed = |at: usize| {
            folded
                .get(at)
                .is_some_and(|word| lists.joins.contains(*word))
        };
        let carries = |word: &&str| !is_stop_word(word) && lists.small.longest(&[*word]).is_none();
        let before = folded.get(..at).unwrap_or_default();
        let beside = before.last().is_some_and(|word| {
            lists.role(word) == Some(Role::And)
                || lists.or.contains(*word)
                || lists.asks.longest(&[*word]).is_some()
        });
        listed(at) && !beside && at + 1 < folded.len() && before.iter().any(carries)
    }
}
