//! The bot's own sentence about a source in CommonMark: the publisher in italics, the title linked.
//!
//! Texts are plain; they are escaped here.

use super::{item, plain};
use crate::facts::{Author, Source};
use crate::phrases::Phrases;

/// `*Port Log*, “[Port says …](<https://…>)”, 18 October 2023, accessed 23 November 2026`.
pub(super) fn entry(source: &Source, words: &Phrases) -> String {
    let publisher = format!("*{}*", escape(&source.publisher));
    let title = escape(&source.title);
    let title = match source.address() {
        Some(url) => format!("[{title}](<{}>)", address(url)),
        None => title,
    };
    let name = |author: &Author| escape(&author.to_string());
    let mut sentence = plain::sentence(source, words, (&name, &publisher, &title));
    if let Some((kind, url)) = source.second_address() {
        let label = escape(&words.address(kind));
        sentence.push_str(&format!(", [{label}](<{}>)", address(url)));
    }
    plain::read(&sentence, source, words)
}

/// A text escaped so that it is shown unchanged and no address in it becomes a link.
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

/// An address that cannot close its angle brackets early.
fn address(url: &str) -> String {
    let out = item::address(url, "<>\\ ");
    // An ampersand can start a character reference only if a semicolon follows.
    match out.contains(';') {
        true => out.replace('&', "&amp;"),
        false => out,
    }
}
