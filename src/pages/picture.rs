//! The picture that is shown where a page is shared: which pages have one, at which path, and what is on it.
//!
//! It is drawn into pixels by whoever sends or writes it.

use super::links::Links;
use super::place::{Place, Spot};
use super::{Desk, Options};
use crate::answer::{Answer, Outcome};
use crate::commands::{self, View};
use crate::facts::{Facts, Lang};
use crate::query::{Key, Query};
use crate::render::card::{self, Card, Look, Theme};

/// How the path of a picture ends, after that of its page.
const ENDING: &str = ".png";

/// A picture as a page names it.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    /// Its whole address.
    pub(super) address: String,
    /// The same in words.
    pub(super) alt: String,
}

/// The picture at a path; `None` if there is none.
pub(super) fn at(facts: &Facts, target: &str, options: Options<'_>) -> Option<Card> {
    let (path, values) = target.split_once('?').unwrap_or((target, ""));
    let spot = Spot::at(facts, path.strip_suffix(ENDING)?, values);
    let Place::Asked(lang, query) = &spot.place else {
        return None;
    };
    let query = query.clone().with(Key::Lang, lang.code());
    drawn(facts, &commands::answer(facts, &query, *lang), options)
}

/// The picture of an answer's page, where a page can name one: others fetch it, so they have to know where it is.
pub(super) fn of(desk: &Desk<'_>, answer: &Answer) -> Option<Picture> {
    let path = path(&answer.query, answer.lang);
    let address = desk.links.whole(&path).filter(|_| desk.options.pictures)?;
    let card = drawn(desk.facts, answer, desk.options)?;
    Some(Picture {
        address,
        alt: card.alt,
    })
}

/// The picture of the first page of a language: everything over time.
pub(super) fn of_home(desk: &Desk<'_>) -> Option<Picture> {
    let lang = desk.lang();
    let query = Query::new("timeline").with(Key::Lang, lang.code());
    of(desk, &commands::answer(desk.facts, &query, lang))
}

/// The paths of the pictures of all pages that can be listed, each once.
pub(super) fn all(facts: &Facts) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    for place in super::place::all(facts) {
        let Place::Asked(lang, query) = place else {
            continue;
        };
        let path = path(&query, lang);
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    paths
}

fn drawn(facts: &Facts, answer: &Answer, options: Options<'_>) -> Option<Card> {
    let page = page(&answer.query).address(answer.lang);
    let address = Links::new(facts, "/", options).whole(&page);
    let look = Look {
        theme: Theme::Light,
        address: address.as_deref(),
    };
    let drawn = || card::draw(answer, look);
    (answer.outcome == Outcome::Found).then(drawn).flatten()
}

/// The question whose page has the picture: views of a topic that show the same statements share one.
fn page(query: &Query) -> Query {
    let query = query.clone().without(Key::Page);
    let own = [View::Figures, View::Timeline].map(View::name);
    match query.get(Key::View) {
        Some(view) if !own.contains(&view) => query.without(Key::View),
        _ => query,
    }
}

/// The path of the picture of a question's page.
fn path(query: &Query, lang: Lang) -> String {
    let address = page(query).address(lang);
    match address.split_once('?') {
        Some((path, values)) => format!("{path}{ENDING}?{values}"),
        None => format!("{address}{ENDING}"),
    }
}
