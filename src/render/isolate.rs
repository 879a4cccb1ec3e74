//! Marks of direction around text that is written from right to left, or stands in such text, so that signs beside it
//! stay where they belong. `clean` takes such marks out of what was written; only these are put in.

use std::ops::Range;

use crate::facts::{Direction, Lang};
use crate::phrases::worded;

const FIRST_STRONG: char = '\u{2068}';
const RIGHT_TO_LEFT: char = '\u{2067}';
const END: char = '\u{2069}';

/// The most marks that [`piece`] and [`line()`] put around one text and into it.
pub(super) fn marks(text: &str) -> usize {
    match is_turned(text) {
        true => 4 + 2 * stretches(text).len(),
        false => 0,
    }
}

/// Whether a text has letters that are written from right to left.
pub(super) fn is_turned(text: &str) -> bool {
    // Only these bytes begin such a letter.
    let perhaps = |byte| matches!(byte, 0xd6..=0xe0 | 0xef | 0xf0);
    text.bytes().any(perhaps) && text.chars().any(|letter| {
        matches!(letter,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}')
    })
}

/// A piece of a line, kept apart if it has letters from right to left. The spaces around it stay between it and others.
pub(super) fn piece(text: String) -> String {
    let inside = text.trim_matches(' ');
    if !is_turned(inside) {
        return text;
    }
    let before = " ".repeat(text.len() - text.trim_start_matches(' ').len());
    let after = " ".repeat(text.len() - text.trim_end_matches(' ').len());
    format!(
        "{before}{FIRST_STRONG}{}{END}{after}",
        with_stretches(inside)
    )
}

/// A line of an answer that is written from right to left, if the line has such letters. Markup that begins a line
/// stands before it.
pub(super) fn line(text: String, lang: Lang) -> String {
    match is_turned(&text) && lang.direction() == Direction::RightToLeft {
        true => whole(&text, lang),
        false => text,
    }
}

/// A text of an answer that is written from right to left: in that direction, or in that of its first letter if the
/// bot's own words in it are not.
pub(super) fn whole(text: &str, lang: Lang) -> String {
    let begin = match worded(lang).direction() {
        Direction::RightToLeft => RIGHT_TO_LEFT,
        Direction::LeftToRight => FIRST_STRONG,
    };
    format!("{begin}{}{END}", with_stretches(text))
}

/// A text in which each date that has a month from right to left is kept together, if it stands among words from left to
/// right. Pieces that are put together have been treated each for itself.
fn with_stretches(text: &str) -> String {
    let (mut apart, mut end) = (String::new(), 0);
    for stretch in stretches(text) {
        apart.push_str(text.get(end..stretch.start).unwrap_or_default());
        let inside = text.get(stretch.clone()).unwrap_or_default();
        apart.push_str(&format!("{FIRST_STRONG}{inside}{END}"));
        end = stretch.end;
    }
    apart + text.get(end..).unwrap_or_default()
}

/// The same for each text between the tags of a page.
pub(super) fn in_markup(page: &str) -> String {
    let mut apart = String::with_capacity(page.len());
    for (number, part) in page.split('<').enumerate() {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        if number > 0 {
            apart.extend(["<", tag, ">"]);
        }
        match tag.starts_with("script") || tag.starts_with("title") {
            true => apart.push_str(text),
            false => apart.push_str(&with_stretches(text)),
        }
    }
    apart
}

/// Where numbers stand beside letters from right to left, among words from left to right. There the numbers before such a
/// letter would stand on the wrong side of those behind it.
fn stretches(text: &str) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    let (mut open, mut mixed): (Option<Range<usize>>, bool) = (None, false);
    let mut at = 0;
    if text.contains([FIRST_STRONG, RIGHT_TO_LEFT]) {
        return stretches;
    }
    for word in text.split_inclusive(' ') {
        let range = at..at + word.len();
        at = range.end;
        let straight = word.contains(|letter: char| letter.is_alphabetic()) && !is_turned(word);
        mixed |= straight;
        if straight {
            stretches.extend(open.take());
        } else {
            let start = open.take().map_or(range.start, |stretch| stretch.start);
            open = Some(start..range.end);
        }
    }
    stretches.extend(open);
    let trimmed = stretches.into_iter().filter_map(|stretch| {
        let inside = text.get(stretch.clone())?;
        let number = inside.contains(char::is_numeric) && is_turned(inside);
        let edge = |letter: char| !letter.is_alphanumeric();
        let start = stretch.end - inside.trim_start_matches(edge).len();
        let end = stretch.start + inside.trim_end_matches(edge).len();
        number.then_some(start..end)
    });
    let trimmed: Vec<Range<usize>> = trimmed.collect();
    if mixed { trimmed } else { Vec::new() }
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
        assert_eq!(piece(" بحر ".to_owned()), " \u{2068}بحر\u{2069} ");
        assert_eq!(line("بحر".to_owned(), Lang::En), "بحر");
        // Its words are English.
        assert_eq!(line("بحر".to_owned(), arabic), "\u{2068}بحر\u{2069}");
        // The day stays before its month.
        let known = "(as known on 8 مايو 2024), of 3";
        let kept = "(as known on \u{2068}8 مايو 2024\u{2069}), of 3";
        assert_eq!(whole(known, arabic), format!("\u{2068}{kept}\u{2069}"));
        assert_eq!(marks(known), 6);
        let alone = "8 مايو 2024";
        assert_eq!(piece(alone.to_owned()), format!("\u{2068}{alone}\u{2069}"));
        let markup = "<p title=\"on 8 مايو 2024\">on 8 مايو 2024</p>";
        let kept = "<p title=\"on 8 مايو 2024\">on \u{2068}8 مايو 2024\u{2069}</p>";
        assert_eq!(in_markup(markup), kept);
        assert_eq!(unlike("بحر", arabic), "بحر");
        assert_eq!(unlike("Courier, 10", arabic), "\u{2068}Courier, 10\u{2069}");
    }
}
