//! A long question with fewer words, so that a button's id can hold it.

use super::lists::LISTS;
use super::reader::Reader;
use crate::facts::date::Day;

/// A word of a question that carries something.
struct Kept {
    typed: String,
    /// Words with the same number stand between the same commas or full stops.
    clause: usize,
    /// Whether it does not decide what the question is about.
    light: bool,
}

impl Reader<'_> {
    /// The words that carry something, in order.
    fn kept(&self) -> Vec<Kept> {
        let folded = self.folded();
        let mut last = usize::MAX;
        let mut kept = Vec::new();
        for (place, word) in self.words.iter().enumerate() {
            let act = || {
                let rest = folded.get(place..).unwrap_or_default();
                self.lists.acts.longest(rest).is_some()
            };
            let part = word.asks
                || self.lists.role(&word.folded).is_some()
                || self.lists.not.contains(&word.folded);
            if !word.drops && !word.day && word.at != last {
                kept.push(Kept {
                    typed: word.typed.clone(),
                    clause: word.clause,
                    light: !part && self.lists.is_light(&word.folded) && !act(),
                });
                last = word.at;
            }
        }
        kept
    }
}

/// A question in at most `room` code points, without line breaks and characters that a button's id cannot hold. Words
/// that carry nothing and those of the day as known on which it asks are left out first; then, from the end, those that
/// do not decide; then the last words.
pub fn shortened(text: &str, room: usize, day: impl Fn(&str) -> Option<Day>) -> String {
    let plain = |c: char| !matches!(c, '"' | '\\' | '|' | '`') && !c.is_whitespace();
    let text: String = text
        .chars()
        .map(|c| if plain(c) { c } else { ' ' })
        .filter(|c| !crate::facts::is_hidden(*c))
        .collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= room {
        return text;
    }
    let mut reader = Reader::new(&text, &LISTS);
    reader.read_day(day);
    reader.read_asks();
    let mark = if text.ends_with('?') { "?" } else { "" };
    let mut words = reader.kept();
    loop {
        let short = joined(&words) + mark;
        if short.chars().count() <= room || words.is_empty() {
            return short;
        }
        let light = words.iter().rposition(|word| word.light);
        words.remove(light.unwrap_or(words.len() - 1));
    }
}

/// The words with a comma between clauses.
fn joined(words: &[Kept]) -> String {
    let mut text = String::new();
    let mut clause = None;
    for word in words {
        let new = clause.is_some_and(|clause| clause != word.clause);
        let gap = if text.is_empty() { "" } else { " " };
        text.push_str(if new { "," } else { "" });
        text.push_str(gap);
        text.push_str(&word.typed);
        clause = Some(word.clause);
    }
    text
}
