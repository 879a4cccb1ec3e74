//! Wraps text between words to a width in terminal columns.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::super::clean;
use super::ink::{Ink, Run};

/// The width of some pieces, in columns.
pub(super) fn width(runs: &[Run]) -> usize {
    runs.iter().map(|run| run.text.width()).sum()
}

/// Breaks text into lines: the first has at most `first` columns, the others at most `rest`.
///
/// A word wider than a line is broken anywhere, unless it is an address, which is useless when broken. There is
/// always at least one line.
pub(super) fn wrap(runs: &[Run], first: usize, rest: usize) -> Vec<Vec<Run>> {
    let mut lines: Vec<Vec<Run>> = vec![Vec::new()];
    let mut used = 0;
    for mut word in words(runs) {
        let room = |lines: &[Vec<Run>]| if lines.len() == 1 { first } else { rest };
        let space = usize::from(used > 0);
        if used + space + width(&word) > room(&lines) && used > 0 {
            lines.push(Vec::new());
            used = 0;
        }
        while width(&word) > room(&lines) && !is_address(&word) {
            let (head, tail) = split(&word, room(&lines).max(1));
            used = 0;
            add(&mut lines, head, false);
            lines.push(Vec::new());
            word = tail;
        }
        let space = used > 0;
        used += usize::from(space) + width(&word);
        add(&mut lines, word, space);
    }
    lines
}

/// Whether a word is an address, ignoring brackets or quotation marks at its start.
fn is_address(word: &[Run]) -> bool {
    let text: String = word.iter().map(|run| run.text.as_str()).collect();
    clean::address(text.trim_start_matches(|c: char| !c.is_alphanumeric())).is_some()
}

/// Appends a word to the last line.
fn add(lines: &mut [Vec<Run>], word: Vec<Run>, space: bool) {
    let Some(line) = lines.last_mut() else { return };
    let mut between = if space { " " } else { "" };
    for run in word {
        match line.last_mut() {
            Some(last) if last.looks_like(&run) => {
                last.text.push_str(between);
                last.text.push_str(&run.text);
            }
            _ => {
                if !between.is_empty() {
                    push_space(line);
                }
                line.push(run);
            }
        }
        between = "";
    }
}

/// Appends a plain space between two pieces that look different, so that it gets neither look.
fn push_space(line: &mut Vec<Run>) {
    match line.last_mut() {
        Some(last) if last.ink == Ink::Plain && last.link.is_none() => last.text.push(' '),
        _ => line.push(Run::new(" ", Ink::Plain)),
    }
}

/// The words of a text; one word may change its look halfway.
fn words(runs: &[Run]) -> Vec<Vec<Run>> {
    let mut words: Vec<Vec<Run>> = Vec::new();
    let mut open = false;
    for run in runs {
        for (at, part) in run.text.split(' ').enumerate() {
            open &= at == 0;
            if part.is_empty() {
                continue;
            }
            let piece = run.with(part.replace('\u{a0}', " "));
            match words.last_mut() {
                Some(word) if open => word.push(piece),
                _ => words.push(vec![piece]),
            }
            open = true;
        }
    }
    words
}

/// Cuts a word in two: the head has at most `most` columns, but at least one character.
fn split(word: &[Run], most: usize) -> (Vec<Run>, Vec<Run>) {
    let (mut head, mut tail) = (Vec::new(), Vec::new());
    let mut used = 0;
    for run in word {
        let mut end = 0;
        for grapheme in run.text.graphemes(true) {
            let fits = used + grapheme.width() <= most || (head.is_empty() && end == 0);
            if !tail.is_empty() || !fits {
                break;
            }
            used += grapheme.width();
            end += grapheme.len();
        }
        let (kept, left) = run.text.split_at(end);
        if !kept.is_empty() {
            head.push(run.with(kept.to_owned()));
        }
        if !left.is_empty() {
            tail.push(run.with(left.to_owned()));
        }
    }
    (head, tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, first: usize, rest: usize, expected: &[&str]) {
        let lines = wrap(&[Run::new(text, Ink::Plain)], first, rest);
        let texts: Vec<String> = lines
            .iter()
            .map(|line| line.iter().map(|run| run.text.as_str()).collect())
            .collect();
        assert_eq!(texts, expected, "{text}");
    }

    #[test]
    fn lines_break_between_words() {
        check("one two three", 7, 9, &["one two", "three"]);
        check("one two three four", 3, 9, &["one", "two three", "four"]);
        check("", 10, 10, &[""]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken() {
        check("abcdefgh ij", 3, 4, &["abc", "defg", "h ij"]);
        check("漢字漢字", 4, 3, &["漢字", "漢", "字"]);
    }

    #[test]
    fn an_address_is_never_broken() {
        let check = |text: &str, lines: &[&str]| check(text, 8, 8, lines);
        check("at https://example.org/x", &["at", "https://example.org/x"]);
        check("at (http://example.org).", &["at", "(http://example.org)."]);
    }

    #[test]
    fn a_word_that_only_looks_like_an_address_is_broken() {
        check("view:a://bcdef", 8, 8, &["view:a:/", "/bcdef"]);
        check("ftp://example", 8, 8, &["ftp://ex", "ample"]);
        check("漢漢https://a.b", 8, 8, &["漢漢http", "s://a.b"]);
        check("https://", 4, 4, &["http", "s://"]);
    }

    #[test]
    fn a_word_may_change_its_look_halfway() {
        let runs = [Run::new("Pilots", Ink::Label), Run::new(": no", Ink::Plain)];
        let lines = wrap(&runs, 7, 7);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0].len(), 2);
        assert_eq!(width(&lines[0]), 7);
    }
}
