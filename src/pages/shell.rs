//! What stands around the content of every page: its head, the name of the site, ways to everywhere, the language.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::Value;

use super::picture::Picture;
use super::place::{self, Place};
use super::{Desk, Form};
use crate::facts::Lang;
use crate::phrases::Words;
use crate::query::Query;
use crate::render::card::{HEIGHT, WIDTH};
use crate::render::clean;

/// What a page is when it is shared.
#[derive(Clone, Debug, Default)]
pub(super) struct Card {
    /// Its title, without the site's; empty for the first page.
    pub(super) title: String,
    /// A sentence or two.
    pub(super) description: String,
    /// It as linked data.
    pub(super) data: Option<Value>,
    /// It as a picture.
    pub(super) picture: Option<Picture>,
}

/// A page's content with what it is when shared.
pub(super) struct Shell {
    pub(super) card: Card,
    pub(super) content: Markup,
}

impl Shell {
    /// The whole page.
    pub(super) fn document(self, desk: &Desk<'_>, status: u16) -> String {
        let lang = desk.lang();
        let words = Words::of(lang);
        let markup = html! {
            (DOCTYPE)
            html lang=(lang.code()) {
                (head(desk, &self.card, status))
                body {
                    a.skip href="#text" { (words.say("page-skip")) }
                    (top(desk, lang, words))
                    main id="text" { (self.content) }
                    (bottom(desk, lang, words))
                }
            }
        };
        format!("{}\n", markup.into_string())
    }
}

impl Desk<'_> {
    /// The language of the page.
    pub(super) fn lang(&self) -> Lang {
        self.spot
            .place
            .lang()
            .unwrap_or(place::first_language(self.facts))
    }

    /// The path of this page, under which it is known.
    pub(super) fn path(&self) -> String {
        match &self.spot.place {
            Place::Root => Place::Home(self.lang()).path(1),
            place => place.path(self.spot.page),
        }
    }
}

fn head(desk: &Desk<'_>, card: &Card, status: u16) -> Markup {
    let site = clean::line(desk.facts.dossier.title.get(desk.lang()));
    let title = clean::line(&card.title);
    let whole = match title.as_str() {
        "" => site.clone(),
        title => format!("{title} · {site}"),
    };
    let path = desk.path();
    // There is no end to questions with options; machines should keep to the pages that are listed.
    let unlisted = status != 200 || path.contains('?');
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (whole) }
            @if !card.description.is_empty() { meta name="description" content=(clean::line(&card.description)); }
            @if unlisted { meta name="robots" content="noindex"; }
            link rel="stylesheet" href=(desk.links.to(&Place::Style.path(1)));
            link rel="alternate" type="application/atom+xml" title=(Words::of(desk.lang()).say("page-feed"))
                href=(desk.links.to(&Place::Feed(desk.lang()).path(1)));
            @if status == 200 {
                (addresses(desk, &path))
                (shared(desk, &path, &site, card))
            }
            @if let Some(data) = &card.data { (linked_data(data)) }
        }
    }
}

/// Where the page is, and the same page in every language.
fn addresses(desk: &Desk<'_>, path: &str) -> Markup {
    let languages = &desk.facts.dossier.languages;
    let first = place::first_language(desk.facts);
    let in_language = |lang: Lang| {
        let place = desk.spot.place.in_language(lang);
        desk.links.best(&place.path(desk.spot.page))
    };
    html! {
        @if let Some(address) = desk.links.whole(path) { link rel="canonical" href=(address); }
        @for lang in languages.iter().copied() {
            link rel="alternate" hreflang=(lang.code()) href=(in_language(lang));
        }
        @match &desk.spot.place {
            Place::Root | Place::Home(_) =>
                link rel="alternate" hreflang="x-default" href=(desk.links.best(&Place::Root.path(1)));,
            _ => link rel="alternate" hreflang="x-default" href=(in_language(first));,
        }
    }
}

/// What is shown where the page is shared.
fn shared(desk: &Desk<'_>, path: &str, site: &str, card: &Card) -> Markup {
    let title = match clean::line(&card.title) {
        title if title.is_empty() => site.to_owned(),
        title => title,
    };
    let (description, picture) = (clean::line(&card.description), &card.picture);
    let others = desk
        .facts
        .dossier
        .languages
        .iter()
        .filter(|lang| **lang != desk.lang());
    html! {
        meta property="og:type" content=(if title == site { "website" } else { "article" });
        meta property="og:title" content=(title);
        meta property="og:site_name" content=(site);
        meta property="og:locale" content=(locale(desk.lang()));
        @for lang in others { meta property="og:locale:alternate" content=(locale(*lang)); }
        @if !description.is_empty() { meta property="og:description" content=(description); }
        @if let Some(address) = desk.links.whole(path) { meta property="og:url" content=(address); }
        @if let Some(picture) = picture {
            meta property="og:image" content=(picture.address);
            meta property="og:image:type" content="image/png";
            meta property="og:image:width" content=(WIDTH);
            meta property="og:image:height" content=(HEIGHT);
            meta property="og:image:alt" content=(picture.alt);
        }
        meta name="twitter:card" content=(if picture.is_some() { "summary_large_image" } else { "summary" });
    }
}

fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en_GB",
        Lang::Id => "id_ID",
    }
}

/// Data in a block that no browser runs. No text can end it: it holds neither `<` nor `>` nor `&`.
fn linked_data(data: &Value) -> Markup {
    let text = data.to_string();
    let text = text
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026");
    html! { script type="application/ld+json" { (PreEscaped(text)) } }
}

fn top(desk: &Desk<'_>, lang: Lang, words: &Words) -> Markup {
    let home = Place::Home(lang);
    let site = clean::line(desk.facts.dossier.title.get(lang));
    let asked = |command: &str| Place::Asked(lang, Query::new(command));
    let ways = [
        (home.clone(), "page-topics"),
        (Place::Claims(lang), "page-statements"),
        (asked("timeline"), "view-timeline"),
        (Place::Speakers(lang), "page-speakers"),
        (asked("sources"), "view-sources"),
        (asked("changes"), "way-changes"),
        (asked("about"), "way-about"),
    ];
    html! {
        header.top {
            p.name { a href=(desk.links.to(&home.path(1))) { (site) } }
            (languages(desk, lang, words))
            nav.site aria-label=(words.say("page-site")) {
                ul {
                    @for (place, key) in ways {
                        @let here = place == desk.spot.place;
                        li { a href=(desk.links.to(&place.path(1))) aria-current=[here.then_some("page")] { (words.say(key)) } }
                    }
                }
            }
            (search(desk, lang, words))
        }
    }
}

/// The same page in every language, each under its own name.
fn languages(desk: &Desk<'_>, lang: Lang, words: &Words) -> Markup {
    html! {
        nav.languages aria-label=(words.say("page-language")) {
            ul {
                @for other in desk.facts.dossier.languages.iter().copied() {
                    @let place = desk.spot.place.in_language(other);
                    li {
                        a lang=(other.code()) hreflang=(other.code()) href=(desk.links.to(&place.path(desk.spot.page)))
                            aria-current=[(other == lang).then_some("true")] {
                            (Words::of(other).say("language-name"))
                        }
                    }
                }
            }
        }
    }
}

/// A field for words. Files answer nothing: their list of all statements can be searched by the browser.
fn search(desk: &Desk<'_>, lang: Lang, words: &Words) -> Markup {
    let address = Query::new("search").address(lang);
    let typed = match &desk.spot.place {
        Place::Asked(_, query) => query.get(crate::query::Key::Query).unwrap_or_default(),
        _ => "",
    };
    html! {
        @if desk.options.form == Form::Served {
            search {
                form action=(desk.links.to(&address)) method="get" {
                    label for="words" { (words.say("page-search-label")) }
                    input id="words" name="q" type="search" maxlength="200" autocomplete="off" value=(typed);
                    button type="submit" { (words.say("page-search")) }
                }
            }
        }
    }
}

fn bottom(desk: &Desk<'_>, lang: Lang, words: &Words) -> Markup {
    let dossier = &desk.facts.dossier;
    let reviewed = words.day(dossier.reviewed);
    let asked = |command: &str| {
        desk.links
            .to(&Place::Asked(lang, Query::new(command)).path(1))
    };
    html! {
        footer.bottom {
            p {
                a href=(asked("quotes")) { (words.say("view-quotes")) } " · "
                a href=(asked("figures")) { (words.say("view-figures")) }
            }
            p { (clean::line(dossier.report.get(lang))) }
            p {
                (words.with("footer-reviewed", &[("date", &reviewed)])) " · "
                (words.say("about-licence")) ": " (clean::line(&dossier.licence)) " · "
                a href=(desk.links.to(&Place::Feed(lang).path(1))) type="application/atom+xml" { (words.say("page-feed")) }
            }
        }
    }
}
