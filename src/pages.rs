//! The public pages: every fact has an address that can be read, linked and shared. Pages have no scripts or cookies and
//! load nothing from elsewhere, so that the strictest content security policy holds.
//!
//! This room decides what is at an address and sends nothing: `serve` sends pages over HTTP, `sumber export` writes them
//! to a folder.

mod claim_page;
mod effort;
mod feed;
mod home;
mod layout;
mod links;
mod lists;
mod picture;
mod plain;
mod route;
pub mod shelf;

use crate::answer::{Answer, Outcome};
use crate::commands;
use crate::facts::{Facts, Lang, Source};
use crate::query::{Key, Query};
use crate::render::{self, html};
use layout::Layout;
use links::Links;
use route::Route;

pub use effort::Effort;
pub use links::file;
pub use picture::{picture, pictures};

/// A page as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The HTTP status: 200; 404 if there is no such page, 503 if there was no time for it.
    pub status: u16,
    /// The HTTP header `Content-Type`.
    pub content_type: &'static str,
    /// In UTF-8.
    pub body: String,
}

/// Where the pages are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// On a server, which answers every query.
    #[default]
    Served,
    /// In a folder of files, where only the listed pages exist.
    Files,
}

/// What a deployment decides about its pages.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// The address of the pages, without a slash at the end. Without it there are no canonical addresses and no
    /// sitemap.
    pub public_url: Option<&'a str>,
    /// Where the pages are.
    pub form: Form,
    /// Whether there are pictures beside the pages, so that pages can name theirs.
    pub pictures: bool,
    /// Whether there is a list of several dossiers in the folder above.
    pub has_list: bool,
}

/// The path of the page for status 404.
const NOT_FOUND: &str = "/404";

/// The paths of all listed pages, each once. Answers to other queries have pages as well, but their number is endless.
pub fn site<'a>(facts: &'a Facts, options: Options<'a>) -> impl Iterator<Item = String> + 'a {
    let has_sitemap = options.public_url.is_some();
    let routes = route::all(facts).into_iter();
    let routes = routes.filter(move |route| has_sitemap || *route != Route::Sitemap);
    let pages = routes.flat_map(|route| pages_of(facts, &route));
    pages.map(|(route, page)| route.path(page))
}

/// The pages at a route, of all parts of a long list: the route of the part, and the number of the page.
fn pages_of(facts: &Facts, route: &Route) -> Vec<(Route, usize)> {
    let (parts, first) = parts_and_pages(facts, route);
    let mut all = Vec::new();
    for part in 1..=parts {
        let route = route.at_part(part);
        let pages = match part {
            1 => first,
            _ => parts_and_pages(facts, &route).1,
        };
        all.extend((1..=pages).map(|page| (route.clone(), page)));
    }
    all
}

/// The number of parts at a route, and of pages at it.
fn parts_and_pages(facts: &Facts, route: &Route) -> (usize, usize) {
    let answer = answer(facts, route, 1);
    answer.map_or((1, 1), |answer| {
        (answer.parts, render::long_page(&answer).total)
    })
}

/// The page at a path, which may have a query string; `None` if the path does not begin with a slash. Where nothing is
/// found, the page says so.
pub fn page(facts: &Facts, target: &str, options: Options<'_>) -> Option<Page> {
    let (path, values) = target.split_once('?').unwrap_or((target, ""));
    if !path.starts_with('/') {
        return None;
    }
    let (route, page) = Route::parse(facts, path, values);
    let context = PageContext {
        facts,
        links: Links::new(facts, path, options),
        options,
        route: &route,
        page,
    };
    Some(match &route {
        Route::Stylesheet => plain::page("text/css; charset=utf-8", html::STYLE.to_owned()),
        Route::Robots => plain::robots(&context),
        Route::Sitemap if options.public_url.is_some() => plain::sitemap(&context),
        Route::Feed(lang) => feed::page(&context, *lang),
        Route::Home(_) | Route::Root => context.html(200, home::page(&context)),
        Route::Speakers(_) => context.html(200, lists::speakers(&context)),
        _ => match answer(facts, &route, page) {
            Some(answer) => context.answer_page(&answer),
            None => context.html(404, lists::not_found(&context, None)),
        },
    })
}

/// The answer at a route, at a page of it; `None` if the route has no answer.
fn answer(facts: &Facts, route: &Route, page: usize) -> Option<Answer> {
    let answer = match route {
        Route::Answer(lang, query) => {
            let query = query.clone().with(Key::Lang, lang.code()).at_page(page);
            let answer = commands::on_a_page(facts, &query, *lang);
            return Some(match answer.outcome {
                Outcome::Found => answer.for_everyone(),
                Outcome::Nothing | Outcome::Unknown => answer,
            });
        }
        Route::Claims(lang, part) => commands::all_claims(facts, *lang, *part),
        Route::Source(lang, id) => {
            let source = facts.sources.iter().find(|source| source.id == *id)?;
            commands::source(facts, source, *lang)
        }
        _ => return None,
    };
    Some(answer.at_page(page))
}

/// What making one page needs.
struct PageContext<'a> {
    facts: &'a Facts,
    links: Links<'a>,
    options: Options<'a>,
    route: &'a Route,
    /// The page of the answer, from 1.
    page: usize,
}

impl PageContext<'_> {
    /// The language of the page.
    fn lang(&self) -> Lang {
        let first = || self.facts.dossier.languages.first();
        self.route.lang().unwrap_or_else(first)
    }

    /// The canonical path of the page.
    fn path(&self) -> String {
        match self.route {
            Route::Root => Route::Home(self.lang()).path(1),
            route => route.path(self.page),
        }
    }

    /// The link to a query in the language of the page.
    fn link_to_query(&self, query: Query) -> String {
        self.links.to(&Route::Answer(self.lang(), query))
    }

    /// The page of an answer; status 404 with suggestions if the query was not understood.
    fn answer_page(&self, answer: &Answer) -> Page {
        if answer.outcome == Outcome::Unknown {
            return self.html(404, lists::not_found(self, Some(answer)));
        }
        let page = render::long_page(answer);
        let content = self.with_around(answer, |around| match claim_page::claim(self, answer) {
            Some(claim) => claim_page::article(&page, claim, around),
            None => html::article(&page, around),
        });
        let lists_sources =
            matches!(self.route, Route::Answer(_, query) if *query == Query::new("sources"));
        let content = maud::html! {
            (content)
            @if lists_sources { (lists::unused_sources(self)) }
        };
        let metadata = claim_page::metadata(self, &answer.clone().for_everyone());
        self.html(200, Layout { metadata, content })
    }

    /// Draws an answer with the links of this page.
    fn with_around<T>(&self, answer: &Answer, draw: impl Fn(&html::LinkContext<'_>) -> T) -> T {
        let lang = answer.lang;
        let source = |source: &Source| {
            let route = Route::Source(lang, source.id.clone());
            (route != *self.route).then(|| self.links.to(&route))
        };
        draw(&html::LinkContext {
            facts: self.facts,
            asked: &|query| self.links.to_query(query, lang),
            source: &source,
        })
    }

    fn html(&self, status: u16, layout: Layout) -> Page {
        Page {
            status,
            content_type: "text/html; charset=utf-8",
            body: layout.document(self, status),
        }
    }
}
