//! The bot's own sentence on a source in CommonMark: the publisher in italics, the title linked.
//!
//! Texts are plain; everything in them is escaped here.

use super::{item, plain};
use crate::facts::Source;
use crate::phrases::Phrases;

/// `*KBS World*, “[NIS says …](<https://…>)”, 18 October 2024, accessed 23 November 2026`.
pub(super) fn entry(source: &Source, words: &Phrases) -> String {
    let publisher = format!("*{}*", escape(&source.publisher));
    let title = escape(&source.title);
    let title = match &source.url {
        Some(url) => format!("[{title}](<{}>)", address(url)),
        None => title,
    };
    let sentence = plain::sentence(source, words, &publisher, &title);
    plain::read(&sentence, source, words)
}

/// A text escaped so that it shows as it is and no address in it becomes a link.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.trim().chars().peekable();
    while let Some(c) = rest.next() {
        let link = match c {
            ':' => rest.peek() == Some(&'/'),
            '.' => out.to_lowercase().ends_with("www"),
            _ => false,
        };
        if link || "\\`*_[]<>~|&@#$".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// An address that cannot end its angle brackets.
fn address(url: &str) -> String {
    let out = item::address(url, "<>\\ ");
    // Only an ampersand before a semicolon could be read as a character's name.
    match out.contains(';') {
        true => out.replace('&', "&amp;"),
        false => out,
    }
}
