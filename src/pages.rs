//! Public pages: every fact at an address of its own, to be read, linked and shared. No script, no cookie, nothing
//! from elsewhere, so that the strictest policy for a site's contents holds.
//!
//! It decides what stands at an address and sends nothing: `serve` does over HTTP, `sumber export` into a folder.

mod bare;
mod feed;
mod hero;
mod home;
mod links;
mod lists;
mod picture;
mod place;
mod shell;

use crate::answer::{Answer, Outcome};
use crate::commands;
use crate::facts::{Facts, Source};
use crate::query::{Key, Query};
use crate::render::card::Card;
use crate::render::{self, html};
use links::Links;
use place::{Place, Spot};
use shell::Shell;

pub use links::file;

/// A page as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// 200, or 404 where there is no such thing.
    pub status: u16,
    /// As in HTTP's header of that name.
    pub content_type: &'static str,
    /// In UTF-8.
    pub body: String,
}

/// Where pages stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// At addresses that something answers, so that any question can be asked.
    #[default]
    Served,
    /// In a folder of files, from which only what is there can be read.
    Files,
}

/// What a deployment decides about its pages.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// Where the pages can be reached, without a slash at the end. Without it nothing says where they are: no
    /// canonical address, no map of the site.
    pub public_url: Option<&'a str>,
    /// Where they stand.
    pub form: Form,
    /// Whether pictures are to be had beside the pages, so that pages can name theirs.
    pub pictures: bool,
}

const HTML: &str = "text/html; charset=utf-8";

/// The path of the page that says that there is no such page.
pub const LOST: &str = "/404";

/// The paths of all pages that can be listed, each once. Answers to other questions have pages as well, but there
/// is no end to them.
pub fn site<'a>(facts: &'a Facts, options: Options<'a>) -> impl Iterator<Item = String> + 'a {
    let places = place::all(facts);
    let mapped = options.public_url.is_some();
    let places = places
        .into_iter()
        .filter(move |place| mapped || *place != Place::Map);
    places.flat_map(move |place| {
        let pages = lists::pages(facts, &place);
        (1..=pages).map(move |page| place.path(page))
    })
}

/// The paths of the pictures of all pages that can be listed, each once; some have nothing to draw.
pub fn pictures(facts: &Facts) -> Vec<String> {
    picture::all(facts)
}

/// The picture at a path, with what stands behind its question mark; `None` where there is none.
pub fn picture(facts: &Facts, target: &str, options: Options<'_>) -> Option<Card> {
    picture::at(facts, target, options)
}

/// The page at a path, with what stands behind its question mark; `None` where the path is none of a page's.
/// A path of that kind at which there is nothing has a page that says so.
pub fn page(facts: &Facts, target: &str, options: Options<'_>) -> Option<Page> {
    let (path, values) = target.split_once('?').unwrap_or((target, ""));
    if !path.starts_with('/') {
        return None;
    }
    let spot = Spot::at(facts, path, values);
    let links = Links::new(facts, path, options);
    let desk = Desk {
        facts,
        links,
        options,
        spot: &spot,
    };
    Some(match &spot.place {
        Place::Style => bare::page("text/css; charset=utf-8", html::STYLE.to_owned()),
        Place::Robots => bare::robots(&desk),
        Place::Map if options.public_url.is_some() => bare::map(&desk),
        Place::Feed(lang) => feed::page(&desk, *lang),
        Place::Home(_) | Place::Root => desk.html(200, home::page(&desk)),
        Place::Speakers(_) => desk.html(200, lists::speakers(&desk)),
        Place::Claims(lang) => desk.answered(&lists::claims(facts, *lang, spot.page)),
        Place::Source(lang, id) => match facts.sources.iter().find(|source| source.id == *id) {
            Some(source) => {
                let answer = commands::source(facts, source, *lang);
                desk.answered(&answer.at_page(spot.page))
            }
            None => desk.html(404, lists::lost(&desk, None)),
        },
        Place::Asked(lang, query) => {
            let query = query.clone().with(Key::Lang, lang.code());
            desk.answered(&commands::answer(facts, &query.at_page(spot.page), *lang))
        }
        Place::Lost | Place::Map => desk.html(404, lists::lost(&desk, None)),
    })
}

/// What is needed to make one page.
struct Desk<'a> {
    facts: &'a Facts,
    links: Links<'a>,
    options: Options<'a>,
    spot: &'a Spot,
}

impl Desk<'_> {
    /// An answer as a page; with the way on where the question was not understood.
    fn answered(&self, answer: &Answer) -> Page {
        if answer.outcome == Outcome::Unknown {
            return self.html(404, lists::lost(self, Some(answer)));
        }
        let page = render::long_page(answer);
        let card = hero::card(self, answer);
        self.with_around(answer, |around| {
            let content = match hero::claim(self, answer) {
                Some(claim) => hero::article(&page, claim, around),
                None => html::article(&page, around),
            };
            let content = match &self.spot.place {
                Place::Asked(_, query) if *query == Query::new("sources") => maud::html! {
                    (content)
                    (lists::idle_sources(self))
                },
                _ => content,
            };
            self.html(
                200,
                Shell {
                    card: card.clone(),
                    content,
                },
            )
        })
    }

    /// What is around an answer on this page.
    fn with_around<T>(&self, answer: &Answer, draw: impl Fn(&html::Around<'_>) -> T) -> T {
        let lang = answer.lang;
        let asked = |query: &Query| self.links.asked(query, lang);
        let source = |source: &Source| {
            let here = matches!(&self.spot.place, Place::Source(_, id) if *id == source.id);
            (!here).then(|| {
                self.links
                    .to(&Place::Source(lang, source.id.clone()).path(1))
            })
        };
        draw(&html::Around {
            facts: self.facts,
            asked: &asked,
            source: &source,
        })
    }

    fn html(&self, status: u16, shell: Shell) -> Page {
        Page {
            status,
            content_type: HTML,
            body: shell.document(self, status),
        }
    }
}
