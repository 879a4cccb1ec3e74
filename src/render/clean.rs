//! Removes what no output may contain: control characters, invisible characters that change the text direction,
//! and addresses that could break out of a link. Each renderer escapes its own markup.

use std::borrow::Cow;

use crate::answer::{Entry, Note, Span};
use crate::facts::is_hidden;
pub use crate::facts::safe_address as address;

/// A text on one line, without control characters, escape sequences and bidirectional overrides.
///
/// White space and line ends become single spaces; the text never gets longer.
pub fn line(text: &str) -> String {
    match is_clean(text) {
        true => text.trim().to_owned(),
        false => piece(text).trim().to_owned(),
    }
}

/// The same for a piece of text, which may begin and end with a space.
pub fn piece(text: &str) -> String {
    if is_clean(text) {
        return text.to_owned();
    }
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        let space = c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
        if space && !clean.ends_with(' ') {
            clean.push(' ');
        } else if !space && !is_hidden(c) {
            clean.push(c);
        }
    }
    clean
}

/// Whether a piece of text is as it should be.
fn is_clean(text: &str) -> bool {
    let mut after_space = false;
    text.chars().all(|c| {
        let doubled = c == ' ' && after_space;
        after_space = c == ' ';
        let plain = matches!(c, ' '..='~' | '\u{a0}' | '\u{202f}');
        !doubled && (plain || !c.is_whitespace() && !is_hidden(c))
    })
}

/// An entry with all its texts cleaned and without blank notes.
pub fn entry(entry: &Entry) -> Cow<'_, Entry> {
    let label_is_clean = entry.label.texts().all(is_clean_line);
    let is_blank = |note: &Note| note.spans.iter().all(blank);
    if label_is_clean && entry.spans().all(is_clean_span) && !entry.notes.iter().any(is_blank) {
        return Cow::Borrowed(entry);
    }
    let mut clean = entry.clone();
    clean.label = clean.label.map(line);
    let notes = clean.notes.iter_mut().flat_map(|note| &mut note.spans);
    for one in clean.body.iter_mut().chain(notes) {
        *one = span(one);
    }
    clean.notes.retain(|note| !is_blank(note));
    Cow::Owned(clean)
}

fn is_clean_span(span: &Span) -> bool {
    match span {
        Span::Text(text) => is_clean(text),
        Span::Quoted { words, lang: _ } => is_clean_line(words),
        Span::Cite(_) => true,
        Span::Verbatim(_) => false,
    }
}

/// Whether a whole text is as it should be.
pub(super) fn is_clean_line(text: &str) -> bool {
    is_clean(text) && text.trim().len() == text.len()
}

/// A piece of an answer's text, cleaned.
pub(super) fn span(span: &Span) -> Span {
    match span {
        Span::Text(text) => Span::Text(piece(text)),
        Span::Quoted { words, lang } => Span::Quoted {
            words: line(words),
            lang: lang.clone(),
        },
        Span::Cite(number) => Span::Cite(*number),
        Span::Verbatim(text) => Span::Verbatim(lines(text)),
    }
}

/// A text of several lines, each of them cleaned but otherwise unchanged.
pub fn lines(text: &str) -> String {
    let seen = |line: &str| line.chars().filter(|c| !is_hidden(*c)).collect::<String>();
    let lines: Vec<String> = text.lines().map(seen).collect();
    lines.join("\n")
}

fn blank(span: &Span) -> bool {
    match span {
        Span::Text(text) => text.trim().is_empty(),
        Span::Quoted { words, lang: _ } => words.is_empty(),
        Span::Cite(_) => false,
        Span::Verbatim(text) => text.trim().is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        assert_eq!(
            line("a\u{1b}[31mred\u{1b}[0m\u{7}\u{9b}2J"),
            "a[31mred[0m2J"
        );
        assert_eq!(line("one\r\n two\tthree\u{2028}four"), "one two three four");
        assert_eq!(line("safe\u{202e}gpj.exe\u{2066}"), "safegpj.exe");
        assert_eq!(line("  \u{feff} "), "");
        assert_eq!(piece(" and\n"), " and ");
    }

    #[test]
    fn joined_emoji_stay_whole() {
        assert_eq!(line("👩\u{200d}🌾"), "👩\u{200d}🌾");
    }
}
