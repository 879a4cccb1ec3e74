//! Marks of direction around text that is written from right to left, or stands in such text, so that signs beside it
//! stay where they belong. `clean` takes such marks out of what was written; only these are put in.

use crate::facts::{Direction, Lang};
use crate::phrases::worded;

const FIRST_STRONG: char = '\u{2068}';
const RIGHT_TO_LEFT: char = '\u{2067}';
const END: char = '\u{2069}';

/// The number of marks that [`piece`] and [`line`] put around one text.
pub(super) const MARKS: usize = 4;

/// Whether a text has letters that are written from right to left.
pub(super) fn is_turned(text: &str) -> bool {
    text.chars().any(|letter| {
        matches!(letter,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}')
    })
}

/// A piece of a line, kept apart if it has letters from right to left.
pub(super) fn piece(text: String) -> String {
    match is_turned(&text) {
        true => format!("{FIRST_STRONG}{text}{END}"),
        false => text,
    }
}

/// A line of an answer that is written from right to left, if the line has such letters. Markup that begins a line
/// stands before it.
pub(super) fn line(text: String, lang: Lang) -> String {
    match lang.direction() {
        Direction::RightToLeft if is_turned(&text) => whole(&text, lang),
        Direction::RightToLeft | Direction::LeftToRight => text,
    }
}

/// A text of an answer that is written from right to left: in that direction, or in that of its first letter if the
/// bot's own words in it are not.
pub(super) fn whole(text: &str, lang: Lang) -> String {
    let begin = match worded(lang).direction() {
        Direction::RightToLeft => RIGHT_TO_LEFT,
        Direction::LeftToRight => FIRST_STRONG,
    };
    format!("{begin}{text}{END}")
}

/// A piece of a page, whose direction the page says, kept apart if it is written the other way.
pub(super) fn unlike(text: &str, lang: Lang) -> String {
    let turned = lang.direction() == Direction::RightToLeft;
    let other = match turned {
        true => !is_turned(text) && text.contains(|letter: char| letter.is_ascii_alphabetic()),
        false => is_turned(text),
    };
    match other {
        true => format!("{FIRST_STRONG}{text}{END}"),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_the_other_way_is_kept_apart() {
        let arabic = Lang::of("ar").unwrap();
        assert_eq!(piece("Courier".to_owned()), "Courier");
        assert_eq!(piece("بحر".to_owned()), "\u{2068}بحر\u{2069}");
        assert_eq!(line("بحر".to_owned(), Lang::En), "بحر");
        // Its words are English.
        assert_eq!(line("بحر".to_owned(), arabic), "\u{2068}بحر\u{2069}");
        assert_eq!(unlike("بحر", arabic), "بحر");
        assert_eq!(unlike("Courier, 10", arabic), "\u{2068}Courier, 10\u{2069}");
    }
}
