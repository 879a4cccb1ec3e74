//! Pages for machines, except the feed: `robots.txt` and the sitemap.

use maud::{PreEscaped, html};

use super::route::{self, Route};
use super::{Page, PageContext};
use crate::facts::Lang;
use crate::query::Query;

/// A page with status 200.
pub(super) fn page(content_type: &'static str, body: String) -> Page {
    Page {
        status: 200,
        content_type,
        body,
    }
}

/// Keeps crawlers from searches; the sitemap has every listed page.
pub(super) fn robots(context: &PageContext<'_>) -> Page {
    let mut lines = vec!["User-agent: *".to_owned()];
    lines.extend(Lang::ALL.map(|lang| format!("Disallow: {}", Query::new("search").address(lang))));
    let sitemap = context.links.absolute(&Route::Sitemap.path(1));
    lines.extend(sitemap.map(|address| format!("Sitemap: {address}")));
    page(
        "text/plain; charset=utf-8",
        format!("{}\n", lines.join("\n")),
    )
}

/// Every listed page, with its versions in the other languages.
pub(super) fn sitemap(context: &PageContext<'_>) -> Page {
    let address = |route: &Route| context.links.absolute(&route.path(1)).unwrap_or_default();
    let routes = route::all(context.facts);
    let listed = routes
        .iter()
        .filter(|route| !matches!(route, Route::Feed(_)) && route.lang().is_some());
    let languages = &context.facts.dossier.languages;
    let markup = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" {
            @for route in listed {
                url {
                    loc { (address(route)) }
                    @for lang in languages.iter().copied() {
                        xhtml:link rel="alternate" hreflang=(lang.code()) href=(address(&route.in_language(lang))) {}
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
