//! Pages that list: every statement, every speaker, and what there is where there is nothing.

use maud::{Markup, html};

use super::place::Place;
use super::shell::{Card, Shell};
use super::{Desk, home};
use crate::answer::{Answer, Way, WayKind};
use crate::cite;
use crate::commands;
use crate::facts::{Facts, Lang, Speaker};
use crate::phrases::Words;
use crate::query::{Key, Query};
use crate::render::{self, clean};

/// Every statement, at a page of the list.
pub(super) fn claims(facts: &Facts, lang: Lang, page: usize) -> Answer {
    commands::every(facts, lang).at_page(page)
}

/// How many pages a place has.
pub(super) fn pages(facts: &Facts, place: &Place) -> usize {
    match place {
        Place::Claims(lang) => render::long_page(&commands::every(facts, *lang)).total,
        Place::Asked(lang, query) => {
            render::long_page(&commands::answer(facts, query, *lang)).total
        }
        Place::Source(lang, id) => match facts.sources.iter().find(|source| source.id == *id) {
            Some(source) => render::long_page(&commands::source(facts, source, *lang)).total,
            None => 1,
        },
        Place::Root | Place::Home(_) | Place::Speakers(_) | Place::Feed(_) => 1,
        Place::Style | Place::Robots | Place::Map | Place::Lost => 1,
    }
}

/// Every speaker under the state or body they speak for, with how many statements are theirs.
pub(super) fn speakers(desk: &Desk<'_>) -> Shell {
    let lang = desk.lang();
    let words = Words::of(lang);
    let title = words.say("page-all-speakers");
    let mut all: Vec<&Speaker> = desk.facts.speakers.iter().map(AsRef::as_ref).collect();
    let name = |speaker: &Speaker| {
        speaker
            .name
            .get(lang)
            .trim_start_matches("the ")
            .to_lowercase()
    };
    all.sort_by_key(|speaker| {
        (
            name(speaker.party()),
            speaker.speaks_for.is_some(),
            name(speaker),
        )
    });
    let said = |speaker: &Speaker| {
        let stands = desk
            .facts
            .claims
            .iter()
            .filter(|claim| claim.withdrawn.is_none());
        stands
            .filter(|claim| claim.by.iter().any(|by| by.id == speaker.id))
            .count()
    };
    let content = html! {
        article.speakers {
            header.head { h1 { (title) } }
            ul.speakers {
                @for speaker in all {
                    @let place = Place::Asked(lang, Query::new("who").with(Key::Name, &speaker.id));
                    li.within[speaker.speaks_for.is_some()] {
                        a href=(desk.links.to(&place.path(1))) { (clean::line(speaker.name.get(lang))) }
                        " " span.count { (words.count("page-statements-by", said(speaker), &[])) }
                    }
                }
            }
        }
    };
    let description = clean::line(desk.facts.dossier.about.get(lang));
    Shell {
        card: Card {
            title,
            description,
            ..Card::default()
        },
        content,
    }
}

/// The sources on which no statement rests, so that their pages can be found as well.
pub(super) fn idle_sources(desk: &Desk<'_>) -> Markup {
    let lang = desk.lang();
    let words = Words::of(lang);
    let stand = || {
        let claims = desk.facts.claims.iter();
        claims.filter(|claim| claim.withdrawn.is_none())
    };
    let rests =
        |id: &str| stand().any(|claim| claim.evidence.iter().any(|one| one.source.id == id));
    let idle = desk
        .facts
        .sources
        .iter()
        .filter(|source| !rests(&source.id));
    let idle: Vec<_> = idle.collect();
    html! {
        @if !idle.is_empty() {
            section.idle {
                h2 { (words.say("page-sources-idle")) }
                ul.plain-list {
                    @for source in idle {
                        @let place = Place::Source(lang, source.id.clone());
                        li { a.citation href=(desk.links.to(&place.path(1))) { (cite::plain(source, words)) } }
                    }
                }
            }
        }
    }
}

/// The page for where there is nothing: what was not understood, if something was asked, and ways on.
pub(super) fn lost(desk: &Desk<'_>, answer: Option<&Answer>) -> Shell {
    let words = Words::of(desk.lang());
    let title = answer.map_or_else(
        || words.say("page-nothing-title"),
        |answer| answer.title.clone(),
    );
    let notices = answer.map_or_else(
        || vec![words.say("page-nothing")],
        |answer| answer.notices.clone(),
    );
    let ways = answer
        .map(|answer| answer.ways.as_slice())
        .unwrap_or_default();
    let ways = ways.iter().filter(|way| way.kind != WayKind::Language);
    let link = |way: &Way| {
        Some((
            desk.links.asked(&way.query, desk.lang())?,
            clean::line(&way.label),
        ))
    };
    let ways: Vec<(String, String)> = ways.filter_map(link).collect();
    let content = html! {
        article.lost {
            header.head { h1 { (clean::line(&title)) } }
            @for notice in notices { p.notice { (clean::line(&notice)) } }
            @if !ways.is_empty() {
                nav.further aria-label=(words.say("page-other")) {
                    ul { @for (address, label) in ways { li { a href=(address) { (label) } } } }
                }
            }
            section.topics {
                h2 { (words.say("page-topics")) }
                (home::topics(desk))
            }
        }
    };
    Shell {
        card: Card {
            title,
            ..Card::default()
        },
        content,
    }
}
