//! The sources of a page, at the end of the message: a line of numbered publishers, each with its link.
//!
//! A source that an entry writes out has its link there, and is not listed again.

use super::{escape, length};
use crate::answer::Reference;
use crate::phrases::Phrases;
use crate::render::{Page, weight};

/// The maximum length of one line of publishers, so that an embed can be filled with lines.
const LINE_MAX: usize = 1_500;

/// The sources with links in as few lines as possible, then those without, each in full.
pub(super) fn lines(page: &Page<'_>) -> Vec<String> {
    let listed = page.listed();
    let words = Phrases::of(page.answer.lang);
    let mut lines: Vec<String> = Vec::new();
    for piece in listed
        .iter()
        .filter_map(|reference| linked(reference, words))
    {
        match lines.last_mut() {
            Some(line) if length(line) + length(&piece) <= LINE_MAX => {
                line.push_str(" · ");
                line.push_str(&piece);
            }
            _ => lines.push(format!("-# {piece}")),
        }
    }
    let others = listed.into_iter().filter(|one| weight::link(one).is_none());
    lines.extend(others.map(unlinked));
    lines
}

/// `[1] [Gazette](<https://…>)`, with its other address behind it, if it has two; `None` without an address.
fn linked(reference: &Reference, words: &Phrases) -> Option<String> {
    let address = weight::link(reference)?;
    let publisher = escape::text(&weight::publisher(reference));
    let second = second(reference, words);
    Some(format!(
        "[{}] [{publisher}](<{address}>){second}",
        reference.number
    ))
}

/// ` ([archived](<https://…>))`; empty without another address.
pub(super) fn second(reference: &Reference, words: &Phrases) -> String {
    let second = weight::second_link(reference, words);
    second.map_or(String::new(), |(label, address)| {
        format!(" ([{}](<{address}>))", escape::text(&label))
    })
}

fn unlinked(reference: &Reference) -> String {
    let text = escape::text(&weight::unlinked(reference));
    format!("-# [{}] {text}", reference.number)
}
