//! Words written together or apart: kerjasama and kerja sama, cease-fire and ceasefire, Albatros-11 and Albatros 11; and
//! names in scripts without spaces, or with endings.

use icu_normalizer::ComposingNormalizerBorrowed;

use super::lexicon::Lexicon;
use super::numbers::is_small;
use super::words::{Word, has_digit, is_letter, is_stop_word};

/// Shortest part of a word that may have been written apart, in letters.
const SHORTEST_PART: usize = 3;

/// Shortest name with an ending, and longest ending, in letters.
const SHORTEST_NAME: usize = 4;
const LONGEST_ENDING: usize = 3;

/// Shortest word in a script without spaces, and longest particle, in syllables or signs.
const SHORTEST_WORD: usize = 2;
const LONGEST_PARTICLE: usize = 2;

/// A word of a query, and whether the facts have it or it says nothing.
type Read = (Word, bool);

impl Lexicon {
    /// The words of a query as the facts write them: together or apart.
    pub(super) fn as_written(&self, typed: Vec<Word>) -> Vec<Word> {
        let mut words = self.uncompounded(typed).into_iter().peekable();
        let mut written = Vec::new();
        while let Some(read) = words.next() {
            let next = words.peek();
            if let Some(joined) = next.and_then(|next| self.joined_with(&read, next)) {
                words.next();
                written.push(joined);
                continue;
            }
            let (word, known) = read;
            let parts = (!known).then(|| self.names_within(&word).or_else(|| self.parted(&word)));
            match parts.flatten() {
                Some(parts) => written.extend(parts),
                None => written.push(word),
            }
        }
        written
    }

    /// The words with each hyphenated one either whole or in parts. A name with a number that the facts do not have
    /// stays whole, since its number alone is something else.
    fn uncompounded(&self, typed: Vec<Word>) -> Vec<Read> {
        let mut read: Vec<Read> = Vec::new();
        for word in typed {
            if !word.is_compound() {
                let says_nothing = word.is_stop() || is_letter(&word.folded);
                let known = says_nothing || self.knows(&word.folded);
                read.push((word, known));
                continue;
            }
            let parts = read.split_off(read.len().saturating_sub(word.parts));
            let numbered = |(part, _): &Read| has_digit(&part.folded);
            if has_digit(&word.folded) && !parts.iter().any(numbered) {
                let whole = self.find(&word.folded).is_some();
                let parts = parts.into_iter();
                read.extend(parts.filter(|(_, known)| !whole && *known));
                read.push((word, true));
            } else if !parts.iter().all(|(_, known)| *known) && self.knows(&word.folded) {
                read.push((word, true));
            } else {
                read.extend(parts);
            }
        }
        read
    }

    /// Two words of a query as one, if the facts have it and do not have the two side by side.
    fn joined_with(&self, (word, known): &Read, (next, next_known): &Read) -> Option<Word> {
        let whole = word.is_compound() || next.is_compound() || has_digit(&word.folded);
        let is_number = is_small(&next.folded);
        let folded = format!("{}{}", word.folded, next.folded);
        if whole || !is_number && (has_digit(&next.folded) || self.is_side_by_side(&folded)) {
            return None;
        }
        // Beside a word that says nothing only an unknown one is a part: "in form" is not "inform".
        let says_nothing = |word: &Word| word.is_stop() || is_letter(&word.folded);
        let apart = (says_nothing(word) || says_nothing(next)) && *known && *next_known;
        let known = match is_number {
            true => self.find(&folded).is_some(),
            false => !apart && self.knows(&folded),
        };
        known.then(|| Word::plain(format!("{} {}", word.typed, next.typed), folded))
    }

    /// The two words of which a word consists, if the facts have them side by side.
    fn parted(&self, word: &Word) -> Option<Vec<Word>> {
        if !self.is_side_by_side(&word.folded) {
            return None;
        }
        let found = |part: &str| self.find(part).is_some();
        let long = |part: &str| part.chars().count() >= SHORTEST_PART;
        let splits = word.folded.char_indices();
        let mut splits = splits.map(|(at, _)| word.folded.split_at(at));
        let (first, second) = splits.find(|(first, second)| {
            let parts = [first, second];
            let known = parts.iter().any(|part| found(part));
            known
                && parts
                    .iter()
                    .all(|part| long(part) && (found(part) || is_stop_word(part)))
        })?;
        let parts = [first, second].map(|part| Word::plain(part, part));
        Some(parts.into())
    }

    /// The words of the facts in an unknown word of another script: a name with an ending, or the words of a script
    /// without spaces. What is left of these is a word too, if it is too long for a particle.
    fn names_within(&self, word: &Word) -> Option<Vec<Word>> {
        let folded = word.folded.as_str();
        if folded.is_ascii() {
            return None;
        }
        if !folded.chars().any(is_unspaced) {
            let ends = folded.char_indices().rev().take(LONGEST_ENDING);
            let mut names = ends.map(|(end, _)| folded.split_at(end).0);
            let long = |name: &&str| name.chars().count() >= SHORTEST_NAME;
            let name = names.find(|name| long(name) && self.find(name).is_some())?;
            return Some(vec![Word::plain(word.typed.as_str(), name)]);
        }
        let signs = signs(folded);
        let (mut rest, mut left) = (signs.as_slice(), String::new());
        let mut found = Vec::new();
        let mut any = false;
        while let Some((first, others)) = rest.split_first() {
            let mut lengths = (SHORTEST_WORD..=rest.len()).rev();
            let name = lengths.find_map(|length| {
                let (name, after) = rest.split_at_checked(length)?;
                // No word of the facts is longer.
                if name.iter().map(String::len).sum::<usize>() > self.longest() {
                    return None;
                }
                let name = name.concat();
                self.find(&name).is_some().then_some((name, after))
            });
            match name {
                Some((name, after)) => {
                    found.extend(rest_of_word(&mut left));
                    found.push(name);
                    (rest, any) = (after, true);
                }
                None => {
                    left.push_str(first);
                    rest = others;
                }
            }
        }
        found.extend(rest_of_word(&mut left));
        let composer = ComposingNormalizerBorrowed::new_nfc();
        let words = found.into_iter();
        let words = words.map(|folded| Word::plain(composer.normalize(&folded), folded.as_str()));
        any.then(|| words.collect())
    }
}

/// What stands between two names, if it is longer than a particle.
fn rest_of_word(left: &mut String) -> Option<String> {
    let rest = std::mem::take(left);
    (signs(&rest).len() > LONGEST_PARTICLE).then_some(rest)
}

/// The letters of a folded word, those of a Hangul syllable together.
fn signs(folded: &str) -> Vec<String> {
    let mut signs: Vec<String> = Vec::new();
    for letter in folded.chars() {
        match signs.last_mut() {
            Some(syllable) if matches!(letter, '\u{1160}'..='\u{11ff}') => syllable.push(letter),
            _ => signs.push(letter.into()),
        }
    }
    signs
}

/// Whether a folded letter belongs to a script that has no spaces between words, or none before particles.
fn is_unspaced(letter: char) -> bool {
    matches!(
        letter,
        '\u{1100}'..='\u{11ff}' // Hangul
            | '\u{3040}'..='\u{30ff}' // Hiragana, Katakana
            | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' // Han
            | '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' // Thai, Lao, Burmese, Khmer
    )
}
