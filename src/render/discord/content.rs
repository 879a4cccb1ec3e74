//! The content of a message: what it is about and the short answer, or what stands in its place.

use super::{Audience, entry, escape, length, spans};
use crate::answer::{Entry, SectionRole};
use crate::phrases::Phrases;
use crate::render::{Page, isolate};

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
    /// The number of entries, from the first, that the content has.
    pub(super) stated: usize,
}

/// Divides a page into content and body. The content has the question, and with it:
///
/// - if the answer is about a single claim, that claim and how it stands, so that it is never read without what speaks
///   against it;
/// - else the title, and the lead or the notices.
pub(super) fn divided(page: &Page<'_>) -> (Content, Body) {
    let mut content = Content::default();
    let mut body = Body::default();
    let lang = page.answer.lang;
    let states_claim = page.answer.states_claim && page.number == 1;
    if !states_claim {
        content.push(&isolate::line(format!("**{}**", title(page)), lang));
    }
    let question = page.frame.question.as_deref().map(escape::text);
    let question = question.filter(|text| !text.is_empty());
    let question = question.map(|text| isolate::line(format!("*{text}*"), lang));
    let asked = question.into_iter().filter(|line| !content.push(line));
    body.head = asked.collect();
    if states_claim {
        body.stated = stated(page, &mut content);
    }
    if body.stated == 0 && states_claim {
        content.push(&isolate::line(format!("**{}**", title(page)), lang));
    }
    let notices = page.frame.notices.iter().map(|text| escape::text(text));
    let notices = notices.filter(|text| !text.is_empty());
    let notices = notices.map(|text| format!("> {}", isolate::line(text, lang)));
    let lead = lead(page);
    if !lead.is_empty() && content.push(&lead) {
        body.head.extend(notices);
        return (content, body);
    }
    body.head.extend(notices.filter(|line| !content.push(line)));
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
    isolate::line(sentences.collect::<Vec<_>>().join(" "), page.answer.lang)
}

/// Adds the claim that the answer is about, then how it stands as far as that fits; returns the number of entries.
fn stated(page: &Page<'_>, content: &mut Content) -> usize {
    let claim = page.sections.first().and_then(|one| one.entries.first());
    let standing = page.sections.iter().skip(1);
    let standing =
        standing.take_while(|one| matches!(one.role, SectionRole::Standing | SectionRole::OfWhole));
    let alone = page
        .sections
        .first()
        .is_some_and(|one| one.entries.len() == 1);
    let standing = standing
        .flat_map(|section| &section.entries)
        .filter(|_| alone);
    let mut entries = claim.into_iter().chain(standing);
    let mut fits = |one: &Entry| content.push(&entry(page, one, Audience::Asker.into()));
    entries.by_ref().take_while(|one| fits(one)).count()
}
