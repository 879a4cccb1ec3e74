//! The sources of a page: their numbers in the text, and the list at the end with their addresses.

use maud::{Markup, html};

use super::super::{Page, clean};
use super::LinkContext;
use crate::answer::Reference;
use crate::phrases::Phrases;

/// The HTML id of a source on the page.
pub(super) fn anchor(reference: &Reference) -> String {
    format!("source-{}", reference.number)
}

/// A number in the text, linked to its source.
pub(super) fn number(number: usize, page: &Page<'_>) -> Markup {
    match page.reference(number) {
        Some(reference) => html! {
            a.cite href=(format!("#{}", anchor(reference))) { "[" (number) "]" }
        },
        None => html! { "[" (number) "]" },
    }
}

/// The sources that no entry of the page writes out in full.
pub(super) fn list(page: &Page<'_>, around: &LinkContext<'_>) -> Markup {
    let listed = page.listed();
    let words = Phrases::of(page.answer.lang);
    html! {
        @if !listed.is_empty() {
            section.sources {
                h2 { (words.text("heading-sources")) }
                ol {
                    @for reference in listed {
                        li id=(anchor(reference)) value=(reference.number) { (source(reference, words, around)) }
                    }
                }
            }
        }
    }
}

/// A source that an entry writes out in full, with its number.
pub(super) fn spelled(reference: &Reference, words: &Phrases, around: &LinkContext<'_>) -> Markup {
    html! {
        p.source {
            span.number { "[" (reference.number) "]" } " "
            (source(reference, words, around))
        }
    }
}

/// A citation, linked to the source's page if it has one, and the addresses as links.
fn source(reference: &Reference, words: &Phrases, around: &LinkContext<'_>) -> Markup {
    let own_page = (around.source)(&reference.source);
    html! {
        @match own_page {
            Some(own_page) => a.citation href=(own_page) { (reference.text()) },
            None => span.citation { (reference.text()) },
        }
        @if let Some(url) = reference.untold_address() {
            " " (address(url))
        }
        @if let Some((kind, url)) = reference.untold_second() {
            @if let Some(url) = clean::address(url) {
                " " small.second {
                    "(" a rel="nofollow noopener" href=(url) { (words.address(kind)) } ")"
                }
            }
        }
    }
}

/// An address: a link if it is http or https, otherwise plain text.
pub(super) fn address(url: &str) -> Markup {
    match clean::address(url) {
        Some(address) => {
            html! { a.address rel="nofollow noopener" href=(address) { (clean::line(url)) } }
        }
        None => html! { span.address { (clean::line(url)) } },
    }
}
