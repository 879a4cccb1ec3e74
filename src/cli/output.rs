//! Printing to standard output and standard error, and what the terminal can show.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use unicode_width::UnicodeWidthStr;

use super::Stop;
use crate::render::text::Style;

/// The least and greatest width of the program's own paragraphs, in columns; wider lines are hard to read.
const WIDTH_MIN: usize = 24;
const WIDTH_MAX: usize = 100;

/// How long a bot waits until what it says is printed.
const PATIENCE: Duration = Duration::from_secs(1);

/// Prints to standard output.
///
/// # Errors
///
/// [`Stop::BrokenPipe`] if the reader has closed it, as in `sumber ask … | head`; [`Stop::Misused`] if it cannot be
/// written, as on a full disk.
pub fn show(text: &str) -> Result<(), Stop> {
    show_bytes(text.as_bytes())
}

/// Prints bytes to standard output.
///
/// # Errors
///
/// Those of [`show`].
pub(super) fn show_bytes(bytes: &[u8]) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)
        .and_then(|()| out.flush())
        .map_err(|why| match why.kind() {
            io::ErrorKind::BrokenPipe => Stop::BrokenPipe,
            _ => Stop::Misused(format!("the output cannot be written: {why}")),
        })
}

/// Prints to standard error; if that is closed, the text is lost.
pub(super) fn print_error(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Prints lines that a bot says to standard output, for a second at most: a stopped terminal or a closed pipe does not
/// keep it from its work.
pub(super) fn say(text: &str) {
    within_patience(text, |text| {
        let _ = show(text);
    });
}

/// Prints the line with which a bot ends to standard error, for a second at most.
pub(super) fn say_error(text: &str) {
    within_patience(text, print_error);
}

/// Prints a text, and waits for that no longer than [`PATIENCE`].
fn within_patience(text: &str, print: fn(&str)) {
    let (done, printed) = mpsc::channel();
    let owned = text.to_owned();
    let printing = thread::Builder::new().spawn(move || {
        print(&owned);
        // The receiver may have waited long enough.
        let _ = done.send(());
    });
    match printing {
        Ok(_) => drop(printed.recv_timeout(PATIENCE)),
        Err(_) => print(text),
    }
}

/// A value as indented JSON, with a line end.
pub(super) fn pretty(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    format!("{value:#}\n")
}

/// A paragraph wrapped to the window, with a line end. The first line begins with `begin`; the others are indented by
/// its width.
pub(super) fn paragraph(begin: &str, text: &str) -> String {
    wrapped(begin, text, style().width.clamp(WIDTH_MIN, WIDTH_MAX))
}

/// A paragraph wrapped to a width in columns; a wider word has a line of its own.
fn wrapped(begin: &str, text: &str, width: usize) -> String {
    let hang = begin.width();
    let (mut lines, mut used) = (begin.to_owned(), hang);
    for word in text.split_whitespace() {
        let space = usize::from(used > hang);
        if space == 1 && used + space + word.width() > width {
            lines.push('\n');
            lines.push_str(&" ".repeat(hang));
            used = hang;
        } else if space == 1 {
            lines.push(' ');
            used += space;
        }
        lines.push_str(word);
        used += word.width();
    }
    lines.push('\n');
    lines
}

/// Whether standard output is a terminal that supports escape codes.
pub fn is_terminal() -> bool {
    io::stdout().is_terminal() && std::env::var_os("TERM").is_some_and(|term| term != "dumb")
}

/// Whether to use colour: on a terminal, unless NO_COLOR is set (<https://no-color.org>).
pub fn wants_colour() -> bool {
    is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty())
}

/// The style for standard output: the window's width, colour and links on a terminal, else plain text.
pub fn style() -> Style {
    if !is_terminal() {
        return Style::default();
    }
    let width = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
    Style {
        width,
        colour: wants_colour(),
        links: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_as_wide_as_the_window_and_hang_in() {
        assert_eq!(wrapped("", "one two three", 7), "one two\nthree\n");
        assert_eq!(
            wrapped("  a  ", "one two three", 12),
            "  a  one two\n     three\n"
        );
        assert_eq!(wrapped("- ", "漢字 漢字", 8), "- 漢字\n  漢字\n");
        assert_eq!(
            wrapped("- ", "incomprehensible a", 8),
            "- incomprehensible\n  a\n"
        );
        assert_eq!(wrapped("", "", 8), "\n");
    }
}
