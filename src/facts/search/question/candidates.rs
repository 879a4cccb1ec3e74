//! The words of the facts that a word of a question may mean.

use super::Asked;
use super::synonyms::Synonyms;
use crate::facts::Facts;
use crate::facts::date::Day;
use crate::facts::search::hit::How;
use crate::facts::search::lexicon::{Candidate, MatchOptions};
use crate::facts::search::words::Word;

/// The shortest word that may be misspelt.
const SHORTEST_MISSPELT: usize = 6;

/// The words of the facts that a word may mean: itself, its other forms and other words for it; only if there is none,
/// a word that it misspells.
pub(super) fn candidates(
    synonyms: &Synonyms,
    facts: &Facts,
    word: &Asked,
    day: Day,
    typos: bool,
) -> Vec<Candidate> {
    let lexicon = facts.index().lexicon();
    let Some(first) = word.forms.first() else {
        return Vec::new();
    };
    let as_word = |folded: &str| Word {
        typed: word.typed.clone(),
        folded: folded.to_owned(),
        abbreviation: word.abbreviation,
        parts: 0,
    };
    let mut options = MatchOptions {
        day: Some(day),
        prefix: usize::MAX,
        typos: false,
    };
    let mut found = lexicon.candidates(&as_word(first), options);
    if found.is_empty() {
        for form in word.forms.iter().skip(1) {
            found.extend(lexicon.candidates(&as_word(form), options));
        }
    }
    let like = word.like.iter().filter_map(|one| lexicon.find(one));
    let like = like.chain(synonyms.of(&word.forms));
    let like: Vec<Candidate> = like
        .filter(|word| !found.iter().any(|one| one.word == *word))
        .map(|word| Candidate::of(word, How::Stem))
        .collect();
    found.extend(like);
    if found.is_empty() && typos && first.chars().count() >= SHORTEST_MISSPELT {
        options.typos = true;
        found = lexicon.candidates(&as_word(first), options);
        // The first letter is seldom the wrong one.
        let start = first.chars().next();
        found.retain(|one| {
            let word = lexicon.word(one.word);
            word.is_some_and(|word| word.folded.chars().next() == start)
        });
        if found.is_empty() {
            let near = synonyms.near(first);
            found.extend(near.map(|word| Candidate::of(word, How::Typo)));
        }
    }
    found
}

/// Whether the facts write the only word that is meant with a capital letter, and do not abbreviate it.
pub(super) fn is_proper(facts: &Facts, candidates: &[Candidate]) -> bool {
    let [only] = candidates else { return false };
    let word = facts.index().lexicon().word(only.word);
    let capital =
        |word: &str| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
    only.how == How::Same && word.is_some_and(|word| capital(&word.shown))
}
