//! One entry: the date and the speaker next to the text, and the notes below.

use maud::{Markup, html};

use super::super::{Page, isolate};
use super::{LinkContext, sources};
use crate::answer::{Entry, Note, Part, Span};
use crate::facts::Direction;
use crate::facts::date::Shape;
use crate::phrases::Phrases;
use crate::query::Key;

/// An entry as a list item.
pub(super) fn item(page: &Page<'_>, entry: &Entry, around: &LinkContext<'_>) -> Markup {
    let (who, when) = entry.label.split();
    let spelled = page.spelled_out(entry);
    html! {
        li.entry.dated[when.is_some()].line[who.is_empty() && when.is_none()] id=[spelled.map(sources::anchor)] {
            @if let Some(when) = when { p.when { (time(when)) } }
            div.what {
                @if !who.is_empty() { p.who { (linked(&who, entry, page, around)) } }
                @match spelled {
                    Some(reference) => (sources::spelled(reference, Phrases::of(page.answer.lang), around)),
                    None => (words_of(entry, page)),
                }
                (notes(page, &entry.notes))
            }
        }
    }
}

/// The short answer in one paragraph.
pub(super) fn lead(page: &Page<'_>) -> Markup {
    html! {
        @if !page.lead.is_empty() {
            p.lead {
                @for (at, sentence) in page.lead.iter().enumerate() {
                    @if at > 0 { " " }
                    (spans(&sentence.spans, page))
                }
            }
        }
    }
}

/// A claim as the heading of its page: speaker, date and text, with the sources and notes below.
pub fn heading(page: &Page<'_>, entry: &Entry) -> Markup {
    let words = Phrases::of(page.answer.lang);
    let (who, when) = entry.label.split();
    let (numbers, text): (Vec<Span>, Vec<Span>) = entry
        .body
        .iter()
        .cloned()
        .partition(|span| matches!(span, Span::Cite(_)));
    html! {
        h1 {
            span.who {
                (who)
                @if let Some(when) = when { ", " span.when { (time(when)) } }
                (words.text("colon"))
            }
            " " span.text { (spans(&text, page)) }
        }
        p.cited {
            (words.text("heading-sources"))
            @for number in &numbers { " " (spans(std::slice::from_ref(number), page)) }
        }
        (notes(page, &entry.notes))
    }
}

/// A date, machine-readable if HTML has a form for it.
fn time(part: &Part) -> Markup {
    let date = part.said.as_ref().map(|said| &said.when);
    let readable = date.filter(|date| matches!(date.shape(), Shape::At(point) if !point.doubtful));
    match readable {
        Some(date) => html! { time datetime=(date) { (part.text) } },
        None => html! { (part.text) },
    }
}

/// The label, with a link to the claim's page unless this is that page.
fn linked(who: &str, entry: &Entry, page: &Page<'_>, around: &LinkContext<'_>) -> Markup {
    let opens = entry.claim().zip(page.answer.claim_query.as_ref());
    let query = opens.map(|(id, opens)| opens.clone().with(Key::Claim, id));
    // A page does not link to itself.
    let query = query.filter(|query| query.get(Key::Claim) != page.answer.query.get(Key::Claim));
    match query.and_then(|query| (around.asked)(&query)) {
        Some(address) => html! { a href=(address) { (who) } },
        None => html! { (who) },
    }
}

/// The body: a quotation as a block quote, text to be copied in a `pre` block, everything else in a paragraph.
fn words_of(entry: &Entry, page: &Page<'_>) -> Markup {
    if let Some(text) = entry.verbatim() {
        return html! { pre { (text) } };
    }
    match entry.body.as_slice() {
        [Span::Quoted { words, lang }, rest @ ..] => html! {
            blockquote lang=(lang) dir=[dir(words, page)] { p { (quoted(words, page)) } }
            p.origin { (spans(rest, page)) }
        },
        body => html! { p.text { (spans(body, page)) } },
    }
}

/// The notes, one line each.
fn notes(page: &Page<'_>, notes: &[Note]) -> Markup {
    html! {
        @if !notes.is_empty() {
            ul.notes { @for note in notes { li { (spans(&note.spans, page)) } } }
        }
    }
}

/// Text with its numbers. A no-break space keeps the first number on the line on which the text ends.
fn spans(spans: &[Span], page: &Page<'_>) -> Markup {
    let next = |at: usize| matches!(spans.get(at + 1), Some(Span::Cite(_)));
    let blank =
        |at: usize| matches!(spans.get(at), Some(Span::Text(text)) if text.trim().is_empty());
    let held = |at: usize| {
        let after_number = at > 0 && matches!(spans.get(at - 1), Some(Span::Cite(_)));
        next(at) && !(blank(at) && after_number)
    };
    html! {
        @for (at, span) in spans.iter().enumerate() {
            @match span {
                Span::Text(text) if at == 0 && blank(at) => "",
                Span::Text(text) if held(at) && text.ends_with(' ') => { (text.trim_end()) "\u{a0}" }
                Span::Text(text) => (isolate::unlike(text, page.answer.lang)),
                Span::Quoted { words, lang } => q lang=(lang) dir=[dir(words, page)] { (quoted(words, page)) },
                Span::Cite(number) => (sources::number(*number, page)),
                Span::Verbatim(text) => code { (text) },
            }
        }
    }
}

/// The direction of a quotation, where it is not that of the page.
fn dir(words: &str, page: &Page<'_>) -> Option<&'static str> {
    let direction = match isolate::is_turned(words) {
        true => Direction::RightToLeft,
        false => Direction::LeftToRight,
    };
    (direction != page.answer.lang.direction()).then_some(direction.html())
}

/// A quotation in the quotation marks of the answer's language.
fn quoted(words: &str, page: &Page<'_>) -> String {
    Phrases::of(page.answer.lang).format("quoted", &[("words", words)])
}
