//! The first page of a language: the questions, and what became known last.

use maud::{Markup, html};

use super::place::Place;
use super::shell::{Card, Shell};
use super::{Desk, picture};
use crate::answer::Answer;
use crate::commands;
use crate::phrases::Words;
use crate::query::{Key, Query};
use crate::render::{self, clean, html as draw};

/// Most statements that are shown of each kind.
const MOST: usize = 4;

/// The first page.
pub(super) fn page(desk: &Desk<'_>) -> Shell {
    let lang = desk.lang();
    let dossier = &desk.facts.dossier;
    let words = Words::of(lang);
    let reviewed = words.day(dossier.reviewed);
    Shell {
        card: Card {
            title: String::new(),
            description: clean::line(dossier.about.get(lang)),
            picture: picture::of_home(desk),
            ..Card::default()
        },
        content: html! {
            article.home {
                header.head {
                    p.kind { (words.say("page-home")) }
                    h1 { (clean::line(dossier.title.get(lang))) }
                    p.about { (clean::line(dossier.about.get(lang))) }
                    p.as-of { (words.with("as-known-on", &[("date", &reviewed)])) }
                }
                section.topics {
                    h2 { (words.say("page-topics")) }
                    (topics(desk))
                }
                (latest(desk))
            }
        },
    }
}

/// Every topic with its question, leading to its overview.
pub(super) fn topics(desk: &Desk<'_>) -> Markup {
    let lang = desk.lang();
    html! {
        ul.cards {
            @for topic in &desk.facts.topics {
                @let place = Place::Asked(lang, Query::new(&topic.id));
                li {
                    h3 { a href=(desk.links.to(&place.path(1))) { (clean::line(topic.title.get(lang))) } }
                    p { (clean::line(topic.question.get(lang))) }
                }
            }
        }
    }
}

/// What became known last, of every kind a few.
fn latest(desk: &Desk<'_>) -> Markup {
    let lang = desk.lang();
    let words = Words::of(lang);
    let query = Query::new("changes").with(Key::Lang, lang.code());
    let mut answer: Answer = commands::answer(desk.facts, &query, lang);
    for section in &mut answer.sections {
        section.entries.truncate(MOST);
    }
    answer.ways.clear();
    answer.footer.clear();
    let page = render::whole(&answer);
    let more = desk
        .links
        .to(&Place::Asked(lang, Query::new("changes")).path(1));
    html! {
        @if !page.sections.is_empty() {
            section.latest {
                h2 { (words.say("page-latest")) }
                (desk.with_around(&answer, |around| draw::under(&page, around)))
                p.more { a href=(more) { (clean::line(&answer.title)) } }
            }
        }
    }
}
