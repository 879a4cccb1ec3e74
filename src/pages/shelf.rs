//! The pages of several dossiers: those of each are below a folder with its id, and above them is a list of all.
//!
//! With one dossier its pages are at the root, and there is no list.

mod list;

use maud::{PreEscaped, html};

use super::effort::Effort;
use super::{NOT_FOUND, Options, Page, plain, route};
use crate::facts::{Facts, Shelf};
use crate::phrases::Phrases;
use crate::query::{Key, Query};
use crate::render::card::Card;
use crate::render::html as draw;
use list::{List, ROOT, STYLE, home};

/// The paths of the files beside the list that only programs read.
const ROBOTS: &str = "/robots.txt";
const SITEMAP: &str = "/sitemap.xml";

/// The paths of all listed pages, each once.
pub fn site(shelf: &Shelf, options: Options<'_>) -> Vec<String> {
    if let Some(facts) = shelf.only() {
        return super::site(facts, options).collect();
    }
    let mut paths = vec![ROOT.to_owned()];
    paths.extend(shelf.languages().iter().map(home));
    paths.extend([STYLE, ROBOTS, NOT_FOUND].map(str::to_owned));
    paths.extend(options.public_url.map(|_| SITEMAP.to_owned()));
    for facts in shelf.iter() {
        let below = super::site(facts, options);
        paths.extend(below.map(|path| format!("/{}{path}", facts.dossier.id)));
    }
    paths
}

/// The paths of the pictures of all listed pages, each once; some have nothing to draw.
pub fn pictures(shelf: &Shelf) -> Vec<String> {
    if let Some(facts) = shelf.only() {
        return super::pictures(facts);
    }
    let of = |facts: &Facts| {
        let below = super::pictures(facts).into_iter();
        let id = facts.dossier.id.clone();
        below.map(move |path| format!("/{id}{path}"))
    };
    shelf.iter().flat_map(|facts| of(facts)).collect()
}

/// The page at a path, which may have a query string; `None` if the path does not begin with a slash.
pub fn page(shelf: &Shelf, target: &str, options: Options<'_>) -> Option<Page> {
    if let Some((facts, below)) = within(shelf, target) {
        return with_options(shelf, facts, options, |options| {
            super::page(facts, below, options)
        });
    }
    let path = target.split('?').next().unwrap_or_default();
    if !path.starts_with('/') {
        return None;
    }
    let languages = shelf.languages();
    let lang = languages.iter().find(|lang| home(*lang) == path);
    let (status, lang) = match (path, lang) {
        (STYLE, _) => {
            return Some(plain::page(
                "text/css; charset=utf-8",
                draw::STYLE.to_owned(),
            ));
        }
        (ROBOTS, _) => return Some(robots(shelf, options)),
        (SITEMAP, _) if options.public_url.is_some() => return Some(sitemap(shelf, options)),
        (_, Some(lang)) => (200, lang),
        (ROOT, None) => (200, languages.first()),
        _ => (404, languages.first()),
    };
    let list = List {
        shelf,
        lang,
        path,
        options,
    };
    Some(Page {
        status,
        content_type: "text/html; charset=utf-8",
        body: list.document(status),
    })
}

/// The picture at a path, which may have a query string; `None` if there is none.
pub fn picture(shelf: &Shelf, target: &str, options: Options<'_>) -> Option<Card> {
    let (facts, below) = within(shelf, target)?;
    with_options(shelf, facts, options, |options| {
        super::picture(facts, below, options)
    })
}

/// How much work the page at such a path may be.
pub fn effort(shelf: &Shelf, target: &str) -> Effort {
    match within(shelf, target) {
        Some((facts, below)) => Effort::of(facts, below),
        None => Effort::Usual,
    }
}

/// The page for somebody who waited too long for another, in every language and without links: it costs next to nothing.
pub fn busy(shelf: &Shelf) -> Page {
    let languages = shelf.languages().iter();
    let body = languages
        .map(|lang| Phrases::of(lang).text("page-busy") + "\n")
        .collect();
    Page {
        status: 503,
        ..plain::page("text/plain; charset=utf-8", body)
    }
}

/// The dossier whose page is at a path, and the path below its folder.
fn within<'a>(shelf: &'a Shelf, target: &'a str) -> Option<(&'a Facts, &'a str)> {
    if let Some(facts) = shelf.only() {
        return Some((facts, target));
    }
    let (id, _) = target.strip_prefix('/')?.split_once('/')?;
    let below = target.get(1 + id.len()..)?;
    Some((shelf.get(id)?, below))
}

/// Does something with the options for the pages of one dossier.
fn with_options<T>(
    shelf: &Shelf,
    facts: &Facts,
    options: Options<'_>,
    make: impl Fn(Options<'_>) -> T,
) -> T {
    if shelf.only().is_some() {
        return make(options);
    }
    let base = options.public_url;
    let base = base.map(|base| format!("{base}/{}", facts.dossier.id));
    make(Options {
        public_url: base.as_deref(),
        has_list: true,
        ..options
    })
}

/// Keeps crawlers from questions and searches; the sitemap has every listed page.
fn robots(shelf: &Shelf, options: Options<'_>) -> Page {
    let mut lines = vec!["User-agent: *".to_owned()];
    for facts in shelf.iter() {
        for command in route::ENDLESS {
            let query = Query::new(command).with(Key::Dossier, &facts.dossier.id);
            let languages = facts.dossier.languages.iter();
            lines.extend(languages.map(|lang| format!("Disallow: {}", query.address(lang))));
        }
    }
    let base = options.public_url;
    lines.extend(base.map(|base| format!("Sitemap: {base}{SITEMAP}")));
    let text = format!("{}\n", lines.join("\n"));
    plain::page("text/plain; charset=utf-8", text)
}

/// The sitemaps of all dossiers (<https://www.sitemaps.org/protocol.html#index>).
fn sitemap(shelf: &Shelf, options: Options<'_>) -> Page {
    let base = options.public_url.unwrap_or_default();
    let markup = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            @for facts in shelf.iter() {
                sitemap { loc { (base) "/" (facts.dossier.id) (SITEMAP) } }
            }
        }
    };
    let text = format!("{}\n", markup.into_string());
    plain::page("application/xml; charset=utf-8", text)
}
