//! A page as HTML: headings, lists and quotations, with numbers that link to the sources at the end.
//!
//! `pages` adds a site's title, style and links, and provides the addresses of the pages for queries and sources.
//! maud escapes every text; an address becomes a link only if it is http or https.

mod entry;
mod sources;

use maud::{DOCTYPE, Markup, PreEscaped, html};

pub use entry::heading;

use super::{Page, isolate};
use crate::answer::{Action, ActionKind, Section, SectionRole};
use crate::facts::{Facts, Source};
use crate::phrases::Phrases;
use crate::query::Query;

/// The style sheet of the pages; a site writes it to a separate file.
pub const STYLE: &str = include_str!("html/style.css");

/// The facts behind an answer, and the addresses of the pages that it can link to.
pub struct LinkContext<'a> {
    /// The facts behind the answer.
    pub facts: &'a Facts,
    /// The address of a query's page, if it has one.
    pub asked: &'a dyn Fn(&Query) -> Option<String>,
    /// The address of a source's page, if it has one.
    pub source: &'a dyn Fn(&Source) -> Option<String>,
}

/// A page as a self-contained HTML file.
pub fn document(page: &Page<'_>, facts: &Facts) -> String {
    let around = LinkContext {
        facts,
        asked: &|_| None,
        source: &|_| None,
    };
    let markup = html! {
        (DOCTYPE)
        html lang=(page.answer.lang.code()) dir=[page.answer.lang.direction().if_turned()] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (page.frame.title) " · " (facts.dossier.title.get(page.answer.lang)) }
                // It contains no text from the facts and no "</" that could end it early.
                style { (PreEscaped(STYLE)) }
            }
            body {
                main { (article(page, &around)) }
            }
        }
    };
    format!("{}\n", markup.into_string())
}

/// A finished page in a language that is written from right to left, with words that are not: its dates are kept together.
pub fn mixed(page: &str) -> String {
    isolate::in_markup(page)
}

/// A page as an article with its own heading.
pub fn article(page: &Page<'_>, around: &LinkContext<'_>) -> Markup {
    html! {
        article {
            header.head {
                h1 { (page.frame.title) }
                @if let Some(question) = &page.frame.question { p.question { (question) } }
                @if let Some(as_of) = &page.frame.as_of { p.as-of { (as_of) } }
            }
            (notices(page))
            (entry::lead(page))
            (views(page, around))
            (body(page, around))
        }
    }
}

/// The bot's own remarks.
pub fn notices(page: &Page<'_>) -> Markup {
    html! {
        @for notice in &page.frame.notices { p.notice { (notice) } }
    }
}

/// Everything below the head of a page: sections, sources, small print and links to other pages.
pub fn body(page: &Page<'_>, around: &LinkContext<'_>) -> Markup {
    html! {
        @for section in &page.sections { (self::section(page, section, around)) }
        (sources::list(page, around))
        (small_print(page))
        (turning(page, around))
        (action_list("further", "page-other", &[ActionKind::Suggestion], page, around))
    }
}

/// The sections one heading level lower, as part of a larger page, and the sources.
pub fn under(page: &Page<'_>, around: &LinkContext<'_>) -> Markup {
    html! {
        @for section in &page.sections {
            div class=(look(section.role)) {
                h3 { (section.heading.trim()) }
                (entries(page, section, around))
            }
        }
        (sources::list(page, around))
    }
}

/// A section with its heading. Without a heading it is a `div`, so that screen readers do not announce a section.
pub fn section(page: &Page<'_>, section: &Section, around: &LinkContext<'_>) -> Markup {
    let heading = section.heading.trim();
    let entries = entries(page, section, around);
    html! {
        @if heading.is_empty() {
            div.part { (entries) }
        } @else {
            section class=(look(section.role)) {
                h2 { (heading) }
                (entries)
            }
        }
    }
}

fn entries(page: &Page<'_>, section: &Section, around: &LinkContext<'_>) -> Markup {
    html! {
        ul.entries {
            @for one in &section.entries { (entry::item(page, one, around)) }
        }
    }
}

/// The CSS class of a section. It only supports what the heading says.
pub fn look(role: SectionRole) -> &'static str {
    match role {
        SectionRole::Denied => "denied",
        SectionRole::Confirmed => "confirmed",
        SectionRole::Differs
        | SectionRole::Open
        | SectionRole::Qualified
        | SectionRole::Withdrawn
        | SectionRole::Revised => "differs",
        SectionRole::Said | SectionRole::Found => "said",
        _ => "plain",
    }
}

fn small_print(page: &Page<'_>) -> Markup {
    html! {
        @if !page.frame.footer.is_empty() {
            p.small-print { (page.frame.footer.join(" · ")) }
        }
    }
}

/// Links to the previous and the next page.
fn turning(page: &Page<'_>, around: &LinkContext<'_>) -> Markup {
    let words = Phrases::of(page.answer.lang);
    let at = |number: usize| {
        let known = (1..=page.total).contains(&number);
        known.then(|| (around.asked)(&page.answer.query.clone().at_page(number)))?
    };
    html! {
        @if let Some(position) = page.position() {
            nav.turning aria-label=(words.text("page-pages")) {
                @if let Some(address) = at(page.number.wrapping_sub(1)) {
                    a rel="prev" href=(address) { "← " (words.text("page-previous")) }
                }
                span { (position) }
                @if let Some(address) = at(page.number + 1) {
                    a rel="next" href=(address) { (words.text("page-next")) " →" }
                }
            }
        }
    }
}

/// All views of the same topic or claim, including the one that is shown.
pub fn views(page: &Page<'_>, around: &LinkContext<'_>) -> Markup {
    let kinds = [
        ActionKind::More,
        ActionKind::Part,
        ActionKind::View,
        ActionKind::Here,
        ActionKind::Sources,
    ];
    action_list("views", "page-views", &kinds, page, around)
}

/// Links for the actions of some kinds.
fn action_list(
    class: &str,
    label: &str,
    kinds: &[ActionKind],
    page: &Page<'_>,
    around: &LinkContext<'_>,
) -> Markup {
    let actions = page.answer.actions.iter();
    let shown = actions.filter(|action| kinds.contains(&action.kind));
    let links: Vec<Markup> = shown.filter_map(|one| action_link(one, around)).collect();
    html! {
        @if !links.is_empty() {
            nav class=(class) aria-label=(Phrases::of(page.answer.lang).text(label)) {
                ul { @for link in links { li { (link) } } }
            }
        }
    }
}

/// An action as a link with its title, or its label if it has no title.
fn action_link(action: &Action, around: &LinkContext<'_>) -> Option<Markup> {
    let label = action.title.as_ref().unwrap_or(&action.label);
    let address = (around.asked)(&action.query);
    match (action.kind, address) {
        (ActionKind::Here, _) => Some(html! { span aria-current="page" { (label) } }),
        (_, Some(address)) => Some(html! { a href=(address) { (label) } }),
        (_, None) => None,
    }
}
