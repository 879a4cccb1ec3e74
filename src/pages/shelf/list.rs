//! The list of several dossiers, which is above the pages of each.

use maud::{DOCTYPE, Markup, html};

use super::super::links::file;
use super::super::{Form, NOT_FOUND, Options};
use crate::facts::{Facts, Lang, Shelf, Topic};
use crate::phrases::Phrases;
use crate::query::{Key, Query};
use crate::render::clean;

/// The path of the list in the first language.
pub(super) const ROOT: &str = "/";

/// The path of its style sheet.
pub(super) const STYLE: &str = "/style.css";

/// The path of the list in a language.
pub(super) fn home(lang: Lang) -> String {
    format!("/{}/", lang.code())
}

/// The list of all dossiers in a language, at a path.
pub(super) struct List<'a> {
    pub(super) shelf: &'a Shelf,
    pub(super) lang: Lang,
    pub(super) path: &'a str,
    pub(super) options: Options<'a>,
}

impl List<'_> {
    /// The whole page, with its HTTP status.
    pub(super) fn document(&self, status: u16) -> String {
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
        let base = self
            .options
            .public_url
            .filter(|_| files && self.path == NOT_FOUND);
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
