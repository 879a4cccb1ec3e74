//! What somebody may have meant: the nearest known word, and how strange words are shown.

use crate::facts::is_hidden;

/// The candidate that is nearest to `word`, if one is near enough to be meant.
pub(super) fn nearest<'c>(word: &str, among: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let allowed = (word.chars().count() / 3).max(2);
    among
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| {
            *distance <= allowed && *distance < candidate.chars().count()
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A mend: the nearest candidate, if one is near, and `rest`, which begins in lower case.
pub(super) fn hint<'c>(word: &str, among: impl Iterator<Item = &'c str>, rest: &str) -> String {
    match nearest(word, among) {
        Some(near) => format!("did you mean “{near}”? {}", capital(rest)),
        None => rest.to_owned(),
    }
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// A word from the file in quotation marks, as it can be shown in a message.
pub(super) fn shown(word: &str) -> String {
    format!("“{}”", safe(word))
}

/// A word from the file without control characters, and not endless.
pub(super) fn safe(word: &str) -> String {
    const LONGEST: usize = 60;
    let mut text: String = word.chars().take(LONGEST).flat_map(visible).collect();
    if word.chars().count() > LONGEST {
        text.push('…');
    }
    text
}

fn visible(letter: char) -> Vec<char> {
    if is_hidden(letter) {
        letter.escape_unicode().collect()
    } else {
        vec![letter]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_is_understood_and_a_stranger_is_not() {
        let known = ["kbs-188550", "reuters-1", "id"];
        assert_eq!(nearest("kbs-18855", known.into_iter()), Some("kbs-188550"));
        assert_eq!(nearest("tass-20241010", known.into_iter()), None);
        assert_eq!(nearest("xy", known.into_iter()), None);
    }

    #[test]
    fn nothing_strange_reaches_a_terminal() {
        assert_eq!(shown("a\u{1b}[31m\u{202e}"), "“a\\u{1b}[31m\\u{202e}”");
        assert_eq!(shown(&"x".repeat(99)).chars().count(), 63);
    }
}
