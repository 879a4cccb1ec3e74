//! Pages for machines, except the feed: `robots.txt` and the sitemap.

use maud::{PreEscaped, html};

use super::route::{self, Route};
use super::{Page, PageContext};
use crate::query::Query;

/// A page with status 200.
pub(super) fn page(content_type: &'static str, body: String) -> Page {
    Page {
        status: 200,
        content_type,
        body,
    }
}

/// Keeps crawlers from questions and searches; the sitemap has every listed page.
pub(super) fn robots(context: &PageContext<'_>) -> Page {
    let mut lines = vec!["User-agent: *".to_owned()];
    for command in route::ENDLESS {
        let path = |lang| format!("Disallow: {}", Query::new(command).address(lang));
        lines.extend(context.facts.dossier.languages.iter().map(path));
    }
    let sitemap = context.links.absolute(&Route::Sitemap.path(1));
    lines.extend(sitemap.map(|address| format!("Sitemap: {address}")));
    page(
        "text/plain; charset=utf-8",
        format!("{}\n", lines.join("\n")),
    )
}

/// Every listed page, with its versions in the other languages.
pub(super) fn sitemap(context: &PageContext<'_>) -> Page {
    let address = |route: &Route, page: usize| {
        let path = route.path(page);
        context.links.absolute(&path).unwrap_or_default()
    };
    let routes = route::all(context.facts);
    let listed = routes
        .iter()
        .filter(|route| !matches!(route, Route::Feed(_)) && route.lang().is_some());
    let listed = listed.flat_map(|route| super::pages_of(context.facts, route));
    let languages = &context.facts.dossier.languages;
    let markup = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" {
            @for (route, page) in listed {
                url {
                    loc { (address(&route, page)) }
                    @for lang in languages.iter() {
                        @let other = route.in_language(lang);
                        xhtml:link rel="alternate" hreflang=(lang.code()) href=(address(&other, page)) {}
                    }
                }
            }
        }
    };
    page(
        "application/xml; charset=utf-8",
        format!("{}\n", markup.into_string()),
    )
}
