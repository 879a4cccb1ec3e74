//! The layout of every page: head, header, navigation, search and footer around the content.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::Value;

use super::picture::Picture;
use super::route::Route;
use super::{Form, PageContext};
use crate::facts::Lang;
use crate::phrases::{Phrases, worded};
use crate::query::{Key, Query};
use crate::render::card::{HEIGHT, WIDTH};
use crate::render::{self, clean};

/// What describes a page where it is shared.
#[derive(Clone, Debug, Default)]
pub(super) struct Metadata {
    /// Its title, without the site's; empty for the home page.
    pub(super) title: String,
    /// One or two sentences.
    pub(super) description: String,
    /// Its linked data.
    pub(super) linked_data: Option<Value>,
    /// Its picture.
    pub(super) picture: Option<Picture>,
}

/// The content of a page with its metadata.
pub(super) struct Layout {
    pub(super) metadata: Metadata,
    pub(super) content: Markup,
}

impl Layout {
    /// The whole page.
    pub(super) fn document(self, context: &PageContext<'_>, status: u16) -> String {
        let lang = context.lang();
        let words = Phrases::of(lang);
        // Whether the bot's own words are written the other way.
        let mixed = worded(lang).direction() != lang.direction();
        let markup = html! {
            (DOCTYPE)
            html lang=(lang.code()) dir=[lang.direction().if_turned()] {
                (head(context, &self.metadata, status))
                // Then each line goes as it begins.
                body class=[mixed.then_some("mixed")] {
                    a.skip href="#text" { (words.text("page-skip")) }
                    (header(context, lang, words))
                    main id="text" { (self.content) }
                    (footer(context, lang, words))
                }
            }
        };
        let page = format!("{}\n", markup.into_string());
        if mixed {
            render::html::mixed(&page)
        } else {
            page
        }
    }
}

fn head(context: &PageContext<'_>, metadata: &Metadata, status: u16) -> Markup {
    let site = clean::line(context.facts.dossier.title.get(context.lang()));
    let title = clean::line(&metadata.title);
    let whole = match title.as_str() {
        "" => site.clone(),
        title => format!("{title} · {site}"),
    };
    let path = context.path();
    // Queries with options are endless; crawlers should keep to the listed pages.
    let unlisted = status != 200 || path.contains('?');
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (whole) }
            @if !metadata.description.is_empty() { meta name="description" content=(clean::line(&metadata.description)); }
            @if unlisted { meta name="robots" content="noindex"; }
            link rel="stylesheet" href=(context.links.to(&Route::Stylesheet));
            link rel="alternate" type="application/atom+xml" title=(Phrases::of(context.lang()).text("page-feed"))
                href=(context.links.to(&Route::Feed(context.lang())));
            @if status == 200 {
                (addresses(context, &path))
                (open_graph(context, &path, &site, metadata))
            }
            @if let Some(data) = &metadata.linked_data { (linked_data(data)) }
        }
    }
}

/// The addresses of the page in every language.
fn addresses(context: &PageContext<'_>, path: &str) -> Markup {
    let languages = &context.facts.dossier.languages;
    let first = context.facts.dossier.languages.first();
    let in_language = |lang: Lang| {
        let route = context.route.in_language(lang);
        context
            .links
            .absolute_or_relative(&route.path(context.page))
    };
    html! {
        @if let Some(address) = context.links.absolute(path) { link rel="canonical" href=(address); }
        @for lang in languages.iter() {
            link rel="alternate" hreflang=(lang.code()) href=(in_language(lang));
        }
        @match context.route {
            Route::Root | Route::Home(_) =>
                link rel="alternate" hreflang="x-default" href=(context.links.absolute_or_relative(&Route::Root.path(1)));,
            _ => link rel="alternate" hreflang="x-default" href=(in_language(first));,
        }
    }
}

/// The Open Graph metadata.
fn open_graph(context: &PageContext<'_>, path: &str, site: &str, metadata: &Metadata) -> Markup {
    let title = match clean::line(&metadata.title) {
        title if title.is_empty() => site.to_owned(),
        title => title,
    };
    let (description, picture) = (clean::line(&metadata.description), &metadata.picture);
    let others = context.facts.dossier.languages.others(context.lang());
    html! {
        meta property="og:type" content=(if title == site { "website" } else { "article" });
        meta property="og:title" content=(title);
        meta property="og:site_name" content=(site);
        meta property="og:locale" content=(locale(context.lang()));
        @for lang in others { meta property="og:locale:alternate" content=(locale(lang)); }
        @if !description.is_empty() { meta property="og:description" content=(description); }
        @if let Some(address) = context.links.absolute(path) { meta property="og:url" content=(address); }
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

/// A language as Open Graph has it, with the region that it is most likely of.
fn locale(lang: Lang) -> String {
    match lang {
        Lang::En => "en_GB".to_owned(),
        lang => lang.in_a_region("_"),
    }
}

/// A data block that browsers do not run. No text can end it, because `<`, `>` and `&` are escaped.
fn linked_data(data: &Value) -> Markup {
    let text = data.to_string();
    let text = text
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026");
    html! { script type="application/ld+json" { (PreEscaped(text)) } }
}

fn header(context: &PageContext<'_>, lang: Lang, words: &Phrases) -> Markup {
    let home = Route::Home(lang);
    let site = clean::line(context.facts.dossier.title.get(lang));
    let answer = |command: &str| Route::Answer(lang, Query::new(command));
    let routes = [
        (home.clone(), "page-topics"),
        (Route::Claims(lang, 1), "page-statements"),
        (answer("timeline"), "view-timeline"),
        (Route::Speakers(lang), "page-speakers"),
        (answer("sources"), "view-sources"),
        (answer("changes"), "way-changes"),
        (answer("about"), "way-about"),
    ];
    html! {
        header.top {
            p.name { a href=(context.links.to(&home)) { (site) } }
            (languages(context, lang, words))
            nav.site aria-label=(words.text("page-site")) {
                ul {
                    @if context.options.has_list {
                        li { a href=(context.links.to_list()) { (words.text("page-dossiers")) } }
                    }
                    @for (route, key) in routes {
                        @let here = route == *context.route;
                        li { a href=(context.links.to(&route)) aria-current=[here.then_some("page")] { (words.text(key)) } }
                    }
                }
            }
            (search(context, words))
        }
    }
}

/// Links to the page in every language, each in its own name.
fn languages(context: &PageContext<'_>, lang: Lang, words: &Phrases) -> Markup {
    let all = &context.facts.dossier.languages;
    html! {
        @if all.several() { nav.languages aria-label=(words.text("page-language")) {
            ul {
                @for other in all.iter() {
                    @let route = context.route.in_language(other);
                    li {
                        a lang=(other.code()) hreflang=(other.code()) href=(context.links.to_path(&route.path(context.page)))
                            aria-current=[(other == lang).then_some("true")] {
                            (Phrases::of(other).own_name())
                        }
                    }
                }
            }
        } }
    }
}

/// The search field. A site of files has none, because nothing there answers.
fn search(context: &PageContext<'_>, words: &Phrases) -> Markup {
    let typed = match context.route {
        Route::Answer(_, query) => {
            let words = query.get(Key::Question).or(query.get(Key::Query));
            words.unwrap_or_default()
        }
        _ => "",
    };
    html! {
        @if context.options.form == Form::Served {
            search {
                form action=(context.link_to_query(Query::new("ask"))) method="get" {
                    label for="words" { (words.text("page-search-label")) }
                    input id="words" name=(Key::Question.name()) type="search" maxlength="200" autocomplete="off" value=(typed);
                    button type="submit" { (words.text("page-search")) }
                }
            }
        }
    }
}

fn footer(context: &PageContext<'_>, lang: Lang, words: &Phrases) -> Markup {
    let dossier = &context.facts.dossier;
    let reviewed = words.day(dossier.reviewed);
    let link = |command: &str| context.link_to_query(Query::new(command));
    html! {
        footer.bottom {
            p {
                a href=(link("quotes")) { (words.text("view-quotes")) } " · "
                a href=(link("figures")) { (words.text("view-figures")) }
            }
            p { (clean::line(dossier.report.get(lang))) }
            p {
                (words.format("footer-reviewed", &[("date", &reviewed)])) " · "
                (words.text("about-licence")) (words.colon()) (clean::line(&dossier.licence)) " · "
                a href=(context.links.to(&Route::Feed(lang))) type="application/atom+xml" { (words.text("page-feed")) }
            }
        }
    }
}
