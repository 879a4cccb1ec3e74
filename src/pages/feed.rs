//! New statements as an Atom feed (RFC 4287), with ids and dates of the fact file's own.

use std::sync::Arc;

use maud::{PreEscaped, html};

use super::place::Place;
use super::{Desk, Page, bare};
use crate::commands;
use crate::facts::date::Day;
use crate::facts::{Claim, Lang};
use crate::phrases::Words;
use crate::query::{Key, Query};
use crate::render::{self, clean, html as draw};

/// Most entries; feed readers keep what they have seen.
const MOST: usize = 20;

/// The feed of a language, what changed last first.
pub(super) fn page(desk: &Desk<'_>, lang: Lang) -> Page {
    let (facts, words) = (desk.facts, Words::of(lang));
    let dossier = &facts.dossier;
    let mut claims: Vec<&Arc<Claim>> = facts.claims.iter().collect();
    claims.sort_by_key(|claim| std::cmp::Reverse((changed(claim), facts.known_since(claim))));
    claims.truncate(MOST);
    let updated = claims
        .first()
        .map_or(dossier.reviewed, |claim| changed(claim));
    let home = Place::Home(lang).path(1);
    let feed = Place::Feed(lang).path(1);
    let markup = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=(lang.code()) {
            id { "urn:sumber:" (dossier.id) ":feed:" (lang.code()) }
            title { (clean::line(dossier.title.get(lang))) }
            subtitle { (words.say("page-feed")) }
            updated { (moment(updated)) }
            author { name { (clean::line(dossier.title.get(lang))) } }
            rights { (clean::line(&dossier.licence)) }
            link rel="self" type="application/atom+xml" href=(desk.links.best(&feed)) {}
            link rel="alternate" type="text/html" hreflang=(lang.code()) href=(desk.links.best(&home)) {}
            @for claim in claims {
                @let place = Place::Asked(lang, Query::new("claim").with(Key::Claim, &claim.id));
                entry {
                    id { "urn:sumber:" (dossier.id) ":claim:" (claim.id) }
                    title { (clean::line(&commands::headline(claim, lang))) }
                    published { (moment(claim.recorded)) }
                    updated { (moment(changed(claim))) }
                    @for topic in &claim.topics { category term=(topic) {} }
                    link rel="alternate" type="text/html" hreflang=(lang.code()) href=(desk.links.best(&place.path(1))) {}
                    content type="html" { (content(desk, claim, lang)) }
                }
            }
        }
    };
    bare::page(
        "application/atom+xml; charset=utf-8",
        format!("{}\n", markup.into_string()),
    )
}

/// The statement, how it stands and its sources, as HTML that is text in the feed.
fn content(desk: &Desk<'_>, claim: &Claim, lang: Lang) -> String {
    let query = Query::new("claim")
        .with(Key::Claim, &claim.id)
        .with(Key::Lang, lang.code());
    let mut answer = commands::answer(desk.facts, &query, lang);
    answer.sections.truncate(2);
    answer.ways.clear();
    let page = render::whole(&answer);
    let around = draw::Around {
        facts: desk.facts,
        asked: &|_| None,
        source: &|_| None,
    };
    draw::body(&page, &around).into_string()
}

/// The last day on which an editor did something to a claim.
fn changed(claim: &Claim) -> Day {
    let changes = claim.revised.iter().chain(&claim.withdrawn);
    let days = changes.map(|change| change.on);
    days.chain([claim.recorded]).max().unwrap_or(claim.recorded)
}

/// A day as a moment, as Atom wants it: its beginning in UTC.
fn moment(day: Day) -> String {
    format!("{day}T00:00:00Z")
}
