//! Words that a dossier says stand for each other in questions.

use std::collections::HashMap;

use crate::facts::search::lexicon::WordId;
use crate::facts::search::spelt;
use crate::facts::{Facts, is_one_mistake};

/// For each word of a group, the words of the facts in all groups in which it is.
#[derive(Debug, Default)]
pub(super) struct Synonyms(HashMap<String, Vec<WordId>>);

impl Synonyms {
    pub(super) fn new(facts: &Facts) -> Self {
        let lexicon = facts.index().lexicon();
        let mut synonyms: HashMap<String, Vec<WordId>> = HashMap::new();
        for group in &facts.dossier.synonyms {
            let words: Vec<String> = group
                .iter()
                .flat_map(|word| spelt(word))
                .map(|word| word.folded)
                .collect();
            let known: Vec<WordId> = words.iter().filter_map(|word| lexicon.find(word)).collect();
            for word in words {
                synonyms.entry(word).or_default().extend(&known);
            }
        }
        Self(synonyms)
    }

    /// The words of the facts for which a word of a question stands, by the first of its forms that is in a group.
    pub(super) fn of(&self, forms: &[String]) -> impl Iterator<Item = WordId> {
        let found = forms.iter().find_map(|form| self.0.get(form));
        found.into_iter().flatten().copied()
    }

    /// The same for a word that misspells one of a group behind its first letter.
    pub(super) fn near(&self, folded: &str) -> impl Iterator<Item = WordId> {
        let first = folded.chars().next();
        let near = self
            .0
            .iter()
            .filter(|(word, _)| word.chars().next() == first && is_one_mistake(word, folded));
        // The words of a hash map come in no order.
        let near = near.min_by_key(|(word, _)| word.as_str());
        near.into_iter().flat_map(|(_, words)| words).copied()
    }
}
