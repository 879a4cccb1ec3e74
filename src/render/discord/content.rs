//! The content of a message: what it is about and the short answer, or what stands in its place.

use super::{Audience, entry, escape, length, spans};
use crate::phrases::Phrases;
use crate::render::Page;

/// The maximum length of the content, in code points: Discord's limit (2,000) minus room for who shared it.
const CONTENT_MAX: usize = 1_900;

/// The content of a message, line by line.
#[derive(Default)]
pub(super) struct Content {
    pub(super) text: String,
}

impl Content {
    /// Adds a line if it fits; returns whether it did.
    pub(super) fn push(&mut self, line: &str) -> bool {
        let fits = length(&self.text) + 1 + length(line) <= CONTENT_MAX;
        if fits && !line.is_empty() {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.text.push_str(line);
        }
        fits
    }
}

/// What the embeds still have to show.
#[derive(Default)]
pub(super) struct Body {
    /// The lines before the sections.
    pub(super) head: Vec<String>,
    /// Whether the content has the first entry.
    pub(super) states_first: bool,
}

/// Divides a page into content and body. The content has the title, the question, and then:
///
/// - the lead, where there is one;
/// - else the notices, and if the answer is about a single statement, that statement with its notes, which say what
///   speaks against it.
pub(super) fn divided(page: &Page<'_>) -> (Content, Body) {
    let mut content = Content::default();
    let mut body = Body::default();
    content.push(&format!("**{}**", title(page)));
    let notices = page.frame.notices.iter().map(|text| escape::text(text));
    let notices = notices.filter(|text| !text.is_empty());
    let notices = notices.map(|text| format!("> {text}"));
    let question = page.frame.question.as_deref().map(escape::text);
    let question = question.filter(|text| !text.is_empty());
    let question = question.map(|text| format!("*{text}*"));
    let asked = question.into_iter().filter(|line| !content.push(line));
    body.head = asked.collect();
    let lead = lead(page);
    if !lead.is_empty() && content.push(&lead) {
        body.head.extend(notices);
        return (content, body);
    }
    body.head.extend(notices.filter(|line| !content.push(line)));
    body.states_first = states_first(page, &mut content);
    (content, body)
}

/// The title, escaped because Discord shows Markdown in it; the query if the title is empty.
fn title(page: &Page<'_>) -> String {
    match escape::text(&page.frame.title) {
        title if title.is_empty() => escape::text(&format!("/{}", page.answer.query.command)),
        title => title,
    }
}

fn lead(page: &Page<'_>) -> String {
    let words = Phrases::of(page.answer.lang);
    let sentences = page.lead.iter();
    let sentences = sentences.map(|one| spans(page, &one.spans, None, words));
    let sentences = sentences.filter(|text| !text.is_empty());
    sentences.collect::<Vec<_>>().join(" ")
}

/// Adds the statement that the answer is about, if it is about a single one and the statement fits.
fn states_first(page: &Page<'_>, content: &mut Content) -> bool {
    let about_one = page.answer.claim_query.is_none() && page.number == 1;
    let first = page.sections.first().filter(|_| about_one);
    let first = first.and_then(|section| section.entries.first());
    let first = first.filter(|entry| entry.claim().is_some());
    first.is_some_and(|first| content.push(&entry(page, first, Audience::Asker.into())))
}
