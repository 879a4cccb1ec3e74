//! The picture that is shown where a page is shared: which pages have one, its path and its content.
//!
//! It is SVG; `serve` and `cli` make the PNG.

use super::links::Links;
use super::route::{self, Route};
use super::{Options, PageContext};
use crate::answer::{Answer, Outcome};
use crate::commands::{self, View};
use crate::facts::{Facts, Lang};
use crate::query::{Key, Query};
use crate::render::card::{self, Card, Look, Theme};

/// The end of a picture's path, after the path of its page.
pub(super) const EXTENSION: &str = ".png";

/// A picture as its page refers to it.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    /// Its absolute address.
    pub(super) address: String,
    /// Its text alternative.
    pub(super) alt: String,
}

/// The picture at a path, which may have a query string; `None` if there is none.
pub fn picture(facts: &Facts, target: &str, options: Options<'_>) -> Option<Card> {
    let (path, values) = target.split_once('?').unwrap_or((target, ""));
    let (route, _) = Route::parse(facts, path.strip_suffix(EXTENSION)?, values);
    match route {
        Route::Answer(..) => draw(facts, &super::answer(facts, &route, 1)?, options),
        _ => None,
    }
}

/// The picture of an answer's page; `None` if it has no absolute address, which those who show the page need.
pub(super) fn of(context: &PageContext<'_>, answer: &Answer) -> Option<Picture> {
    let path = path(&answer.query, answer.lang);
    let address = context
        .links
        .absolute(&path)
        .filter(|_| context.options.pictures)?;
    let card = draw(context.facts, answer, context.options)?;
    Some(Picture {
        address,
        alt: card.alt,
    })
}

/// The picture of a home page: the timeline.
pub(super) fn of_home(context: &PageContext<'_>) -> Option<Picture> {
    let lang = context.lang();
    let query = Query::new("timeline").with(Key::Lang, lang.code());
    of(context, &commands::on_a_page(context.facts, &query, lang))
}

/// The paths of the pictures of all listed pages, each once; some have nothing to draw.
pub fn pictures(facts: &Facts) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    for route in route::all(facts) {
        let Route::Answer(lang, query) = route else {
            continue;
        };
        let path = path(&query, lang);
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    paths
}

fn draw(facts: &Facts, answer: &Answer, options: Options<'_>) -> Option<Card> {
    let page = page(&answer.query).address(answer.lang);
    let address = Links::new(facts, "/", options).absolute(&page);
    let look = Look {
        theme: Theme::Light,
        address: address.as_deref(),
    };
    let drawn = || card::draw(answer, look);
    (answer.outcome == Outcome::Found).then(drawn).flatten()
}

/// The query whose page has the picture; views of a topic that show the same claims share one.
fn page(query: &Query) -> Query {
    let query = query.clone().without(Key::Page);
    let own = [View::Figures, View::Timeline].map(View::name);
    match query.get(Key::View) {
        Some(view) if !own.contains(&view) => query.without(Key::View),
        _ => query,
    }
}

/// The path of the picture of a query's page.
fn path(query: &Query, lang: Lang) -> String {
    let address = page(query).address(lang);
    match address.split_once('?') {
        Some((path, values)) => format!("{path}{EXTENSION}?{values}"),
        None => format!("{address}{EXTENSION}"),
    }
}
