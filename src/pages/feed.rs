//! The newest claims as an Atom feed (RFC 4287), with the fact file's own ids and dates.

use std::sync::Arc;

use maud::{PreEscaped, html};

use super::route::Route;
use super::{Page, PageContext, plain};
use crate::commands;
use crate::facts::date::Day;
use crate::facts::{Claim, Lang};
use crate::phrases::Phrases;
use crate::query::{Key, Query};
use crate::render::{self, clean, html as draw};

/// Most entries of the feed.
const ENTRIES_MAX: usize = 20;

/// The feed of a language, the latest change first.
pub(super) fn page(context: &PageContext<'_>, lang: Lang) -> Page {
    let (facts, words) = (context.facts, Phrases::of(lang));
    let dossier = &facts.dossier;
    let mut claims: Vec<&Arc<Claim>> = facts.claims.iter().collect();
    claims.sort_by_key(|claim| std::cmp::Reverse((changed(claim), facts.known_since(claim))));
    claims.truncate(ENTRIES_MAX);
    let updated = claims
        .first()
        .map_or(dossier.reviewed, |claim| changed(claim));
    let address = |route: &Route| context.links.absolute_or_relative(&route.path(1));
    let markup = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=(lang.code()) {
            id { "urn:sumber:" (dossier.id) ":feed:" (lang.code()) }
            title { (clean::line(dossier.title.get(lang))) }
            subtitle { (words.text("page-feed")) }
            updated { (timestamp(updated)) }
            author { name { (clean::line(dossier.title.get(lang))) } }
            rights { (clean::line(&dossier.licence)) }
            link rel="self" type="application/atom+xml" href=(address(&Route::Feed(lang))) {}
            link rel="alternate" type="text/html" hreflang=(lang.code()) href=(address(&Route::Home(lang))) {}
            @for claim in claims {
                @let route = Route::Answer(lang, Query::new("claim").with(Key::Claim, &claim.id));
                entry {
                    id { "urn:sumber:" (dossier.id) ":claim:" (claim.id) }
                    title { (clean::line(&commands::headline(claim, lang))) }
                    published { (timestamp(claim.recorded)) }
                    updated { (timestamp(changed(claim))) }
                    @for topic in &claim.topics { category term=(topic) {} }
                    link rel="alternate" type="text/html" hreflang=(lang.code()) href=(address(&route)) {}
                    content type="html" { (content(context, claim, lang)) }
                }
            }
        }
    };
    plain::page(
        "application/atom+xml; charset=utf-8",
        format!("{}\n", markup.into_string()),
    )
}

/// The claim, its standing and its sources, as HTML escaped in the feed.
fn content(context: &PageContext<'_>, claim: &Claim, lang: Lang) -> String {
    let query = Query::new("claim")
        .with(Key::Claim, &claim.id)
        .with(Key::Lang, lang.code());
    let mut answer = commands::answer(context.facts, &query, lang);
    answer.sections.truncate(2);
    answer.actions.clear();
    let page = render::whole(&answer);
    let around = draw::LinkContext {
        facts: context.facts,
        asked: &|_| None,
        source: &|_| None,
    };
    draw::body(&page, &around).into_string()
}

/// The day on which an editor last changed a claim.
fn changed(claim: &Claim) -> Day {
    let changes = claim.revised.iter().chain(&claim.withdrawn);
    let days = changes.map(|change| change.on);
    days.chain([claim.recorded]).max().unwrap_or(claim.recorded)
}

/// The beginning of a day in UTC, as Atom writes it.
fn timestamp(day: Day) -> String {
    format!("{day}T00:00:00Z")
}
