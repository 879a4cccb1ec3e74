//! What only machines read, but for the feed: the map of the site and what they should leave alone.

use maud::{PreEscaped, html};

use super::place::Place;
use super::{Desk, Page};
use crate::facts::Lang;
use crate::query::Query;

/// A page that is found.
pub(super) fn page(content_type: &'static str, body: String) -> Page {
    Page {
        status: 200,
        content_type,
        body,
    }
}

/// Searches are nothing to keep; everything that can be listed is on the map.
pub(super) fn robots(desk: &Desk<'_>) -> Page {
    let mut lines = vec!["User-agent: *".to_owned()];
    lines.extend(Lang::ALL.map(|lang| format!("Disallow: {}", Query::new("search").address(lang))));
    let map = desk.links.whole(&Place::Map.path(1));
    lines.extend(map.map(|map| format!("Sitemap: {map}")));
    page(
        "text/plain; charset=utf-8",
        format!("{}\n", lines.join("\n")),
    )
}

/// Every page that can be listed, with the same page in the other languages.
pub(super) fn map(desk: &Desk<'_>) -> Page {
    let whole = |path: &str| desk.links.whole(path).unwrap_or_default();
    let places = super::place::all(desk.facts);
    let listed = places
        .iter()
        .filter(|place| !matches!(place, Place::Feed(_)) && place.lang().is_some());
    let languages = &desk.facts.dossier.languages;
    let markup = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" {
            @for place in listed {
                url {
                    loc { (whole(&place.path(1))) }
                    @for lang in languages.iter().copied() {
                        xhtml:link rel="alternate" hreflang=(lang.code()) href=(whole(&place.in_language(lang).path(1))) {}
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
