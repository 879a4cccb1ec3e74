//! Writing to whoever started the program: text, and what a terminal can show.

use std::io::{self, IsTerminal, Write};

use super::Stop;
use crate::render::text::Style;

/// Writes to standard output.
///
/// # Errors
///
/// [`Stop::Unheard`] when nobody reads it any more, as in `sumber ask … | head`.
pub fn show(text: &str) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|_| Stop::Unheard)
}

/// Writes to standard error; if that is closed too, nobody can be told.
pub(super) fn complain(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// A value as JSON that people can read, with a line end.
pub(super) fn pretty(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    format!("{value:#}\n")
}

/// Whether standard output is a terminal that understands more than plain text.
pub fn is_terminal() -> bool {
    io::stdout().is_terminal() && std::env::var_os("TERM").is_some_and(|term| term != "dumb")
}

/// Whether to use colour: on a terminal, unless NO_COLOR is set (<https://no-color.org>).
pub fn wants_colour() -> bool {
    is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty())
}

/// How text looks best where it is going: the width of the window, colour and links on a terminal.
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
