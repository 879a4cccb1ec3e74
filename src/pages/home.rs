//! The home page of a language: the topics, and the latest claims.

use maud::{Markup, html};

use super::layout::{Layout, Metadata};
use super::{PageContext, picture};
use crate::commands;
use crate::phrases::Phrases;
use crate::query::{Key, Query};
use crate::render::{self, clean, html as draw};

/// Most entries of each section of the latest claims.
const ENTRIES_MAX: usize = 4;

/// The home page.
pub(super) fn page(context: &PageContext<'_>) -> Layout {
    let lang = context.lang();
    let dossier = &context.facts.dossier;
    let words = Phrases::of(lang);
    let reviewed = words.day(dossier.reviewed);
    Layout {
        metadata: Metadata {
            title: String::new(),
            description: clean::line(dossier.about.get(lang)),
            picture: picture::of_home(context),
            ..Metadata::default()
        },
        content: html! {
            article.home {
                header.head {
                    p.kind { (words.text("page-home")) }
                    h1 { (clean::line(dossier.title.get(lang))) }
                    p.about { (clean::line(dossier.about.get(lang))) }
                    p.as-of { (words.format("as-known-on", &[("date", &reviewed)])) }
                }
                section.topics {
                    h2 { (words.text("page-topics")) }
                    (topics(context))
                }
                (latest(context))
            }
        },
    }
}

/// Every topic with its question and the link to its overview.
pub(super) fn topics(context: &PageContext<'_>) -> Markup {
    let lang = context.lang();
    html! {
        ul.cards {
            @for topic in &context.facts.topics {
                li {
                    h3 { a href=(context.link_to_query(Query::new(&topic.id))) { (clean::line(topic.title.get(lang))) } }
                    p { (clean::line(topic.question.get(lang))) }
                }
            }
        }
    }
}

/// A few of the latest claims of each kind.
fn latest(context: &PageContext<'_>) -> Markup {
    let lang = context.lang();
    let words = Phrases::of(lang);
    let query = Query::new("changes").with(Key::Lang, lang.code());
    let mut answer = commands::answer(context.facts, &query, lang);
    for section in &mut answer.sections {
        section.entries.truncate(ENTRIES_MAX);
    }
    answer.actions.clear();
    answer.footer.clear();
    let page = render::whole(&answer);
    let more = context.link_to_query(Query::new("changes"));
    html! {
        @if !page.sections.is_empty() {
            section.latest {
                h2 { (words.text("page-latest")) }
                (context.with_around(&answer, |around| draw::under(&page, around)))
                p.more { a href=(more) { (clean::line(&answer.title)) } }
            }
        }
    }
}
