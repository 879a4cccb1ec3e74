//! The pages of several dossiers: those of each are below a folder with its id, and above them is a list of all.
//!
//! With one dossier its pages are at the root, and there is no list.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::effort::Effort;
use super::links::file;
use super::{Form, NOT_FOUND, Options, Page, plain, route};
use crate::facts::{Facts, Lang, Shelf, Topic};
use crate::phrases::Phrases;
use crate::query::{Key, Query};
use crate::render::card::Card;
use crate::render::{clean, html as draw};

/// The path of the list in the first language.
const ROOT: &str = "/";

/// The paths of the other files beside the list.
const STYLE: &str = "/style.css";
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
        (STYLE, _) => return Some(plain::page("text/css; charset=utf-8", draw::STYLE.to_owned())),
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

/// The path of the list in a language.
fn home(lang: Lang) -> String {
    format!("/{}/", lang.code())
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

/// The list of all dossiers in a language, at a path.
struct List<'a> {
    shelf: &'a Shelf,
    lang: Lang,
    path: &'a str,
    options: Options<'a>,
}

impl List<'_> {
    fn document(&self, status: u16) -> String {
        let words = Phrases::of(self.lang);
        let (title, is_found) = (words.text("page-dossiers"), status == 200);
        let heading = match is_found {
            true => title.clone(),
            false => words.text("page-nothing-title"),
        };
        let markup = html! {
            (DOCTYPE)
            html lang=(self.lang.code()) dir=[self.lang.direction().if_turned()] {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (heading) }
                    @if !is_found { meta name="robots" content="noindex"; }
                    link rel="stylesheet" href=(self.link(STYLE));
                    @if is_found { (self.addresses()) }
                }
                body {
                    a.skip href="#text" { (words.text("page-skip")) }
                    header.top {
                        p.name { a href=(self.link(&home(self.lang))) { (title) } }
                        (self.languages(words))
                    }
                    main id="text" {
                        article.home {
                            header.head { h1 { (heading) } }
                            @if !is_found { p.notice { (words.text("page-nothing")) } }
                            section.topics {
                                @if !is_found { h2 { (title) } }
                                ul.cards { @for facts in self.shelf.iter() { (self.dossier(facts, words, is_found)) } }
                            }
                        }
                    }
                }
            }
        };
        format!("{}\n", markup.into_string())
    }

    /// The addresses of the list in every language.
    fn addresses(&self) -> Markup {
        let address = |path: &str| match self.options.public_url {
            Some(base) => format!("{base}{path}"),
            None => self.link(path),
        };
        html! {
            @if self.options.public_url.is_some() { link rel="canonical" href=(address(&home(self.lang))); }
            @for lang in self.shelf.languages().iter() {
                link rel="alternate" hreflang=(lang.code()) href=(address(&home(lang)));
            }
            link rel="alternate" hreflang="x-default" href=(address(ROOT));
        }
    }

    /// Links to the list in every language, each in its own name.
    fn languages(&self, words: &Phrases) -> Markup {
        let all = self.shelf.languages();
        html! {
            @if all.several() { nav.languages aria-label=(words.text("page-language")) {
                ul {
                    @for other in all.iter() {
                        li {
                            a lang=(other.code()) hreflang=(other.code()) href=(self.link(&home(other)))
                                aria-current=[(other == self.lang).then_some("true")] {
                                (Phrases::of(other).own_name())
                            }
                        }
                    }
                }
            } }
        }
    }

    /// A dossier with its topics, in the language of the list or else in its first.
    fn dossier(&self, facts: &Facts, words: &Phrases, is_heading: bool) -> Markup {
        let dossier = &facts.dossier;
        let lang = dossier.languages.nearest(self.lang);
        let reviewed = words.day(dossier.reviewed);
        let path = format!("/{}{}", dossier.id, home(lang));
        let title = html! { a href=(self.link(&path)) { (clean::line(dossier.title.get(lang))) } };
        let other = (lang != self.lang).then_some(lang);
        let topic = |topic: &Topic| {
            let query = Query::new(&topic.id).with(Key::Dossier, &dossier.id);
            html! { a href=(self.link(&query.address(lang))) { (clean::line(topic.title.get(lang))) } }
        };
        html! {
            li lang=[other.as_ref().map(Lang::code)] {
                @if is_heading { h2 { (title) } } @else { h3 { (title) } }
                p { (clean::line(dossier.about.get(lang))) }
                p lang=[other.map(|_| self.lang.code().to_owned())] {
                    (words.format("footer-reviewed", &[("date", &reviewed)]))
                }
                ul.plain-list { @for one in &facts.topics { li { (topic(one.as_ref())) } } }
            }
        }
    }

    /// The relative link to a path.
    fn link(&self, path: &str) -> String {
        let files = self.options.form == Form::Files;
        let base = self.options.public_url.filter(|_| files && self.path == NOT_FOUND);
        let depth = self.path.matches('/').count().saturating_sub(1);
        let root = base.map_or("../".repeat(depth), |base| format!("{base}/"));
        let below = match files {
            true => file(path),
            false => path.trim_start_matches('/').to_owned(),
        };
        match format!("{root}{below}") {
            link if link.is_empty() => "./".to_owned(),
            link => link,
        }
    }
}
