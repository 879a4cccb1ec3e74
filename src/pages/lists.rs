//! Lists that are not answers: every speaker, unused sources, and the page for status 404.

use std::sync::Arc;

use maud::{Markup, html};

use super::layout::{Layout, Metadata};
use super::route::Route;
use super::{PageContext, home};
use crate::answer::{ActionKind, Answer};
use crate::cite;
use crate::facts::{Claim, Facts, Speaker};
use crate::phrases::Phrases;
use crate::query::{Key, Query};
use crate::render::clean;

/// Every speaker below the state or body they speak for, with the number of their claims.
pub(super) fn speakers(context: &PageContext<'_>) -> Layout {
    let lang = context.lang();
    let words = Phrases::of(lang);
    let title = words.text("page-all-speakers");
    let mut all: Vec<&Speaker> = context.facts.speakers.iter().map(AsRef::as_ref).collect();
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
    let claims = |speaker: &Speaker| {
        let claims = standing_claims(context.facts);
        let theirs = claims.filter(|claim| claim.by.iter().any(|by| by.id == speaker.id));
        theirs.count()
    };
    let content = html! {
        article.speakers {
            header.head { h1 { (title) } }
            ul.speakers {
                @for speaker in all {
                    @let query = Query::new("who").with(Key::Name, &speaker.id);
                    li.within[speaker.speaks_for.is_some()] {
                        a href=(context.link_to_query(query)) { (clean::line(speaker.name.get(lang))) }
                        " " span.count { (words.plural("page-statements-by", claims(speaker), &[])) }
                    }
                }
            }
        }
    };
    let description = clean::line(context.facts.dossier.about.get(lang));
    Layout {
        metadata: Metadata {
            title,
            description,
            ..Metadata::default()
        },
        content,
    }
}

/// The sources that no claim uses, so that their pages can be found as well.
pub(super) fn unused_sources(context: &PageContext<'_>) -> Markup {
    let lang = context.lang();
    let words = Phrases::of(lang);
    let is_used = |id: &str| {
        let mut claims = standing_claims(context.facts);
        claims.any(|claim| claim.evidence.iter().any(|one| one.source.id == id))
    };
    let sources = context.facts.sources.iter();
    let unused: Vec<_> = sources.filter(|source| !is_used(&source.id)).collect();
    html! {
        @if !unused.is_empty() {
            section.idle {
                h2 { (words.text("page-sources-idle")) }
                ul.plain-list {
                    @for source in unused {
                        @let route = Route::Source(lang, source.id.clone());
                        li { a.citation href=(context.links.to(&route)) { (cite::plain(source, words)) } }
                    }
                }
            }
        }
    }
}

/// The claims that are not withdrawn.
fn standing_claims(facts: &Facts) -> impl Iterator<Item = &Arc<Claim>> {
    facts
        .claims
        .iter()
        .filter(|claim| claim.withdrawn.is_none())
}

/// The page for status 404, with what the answer says if a query was not understood.
pub(super) fn not_found(context: &PageContext<'_>, answer: Option<&Answer>) -> Layout {
    let words = Phrases::of(context.lang());
    let (title, notices, actions) = match answer {
        Some(answer) => (
            answer.title.clone(),
            answer.notices.clone(),
            answer.actions.as_slice(),
        ),
        None => (
            words.text("page-nothing-title"),
            vec![words.text("page-nothing")],
            Default::default(),
        ),
    };
    let actions = actions
        .iter()
        .filter(|action| action.kind != ActionKind::Language);
    let links: Vec<(String, String)> = actions
        .filter_map(|action| {
            let link = context.links.to_query(&action.query, context.lang())?;
            Some((link, clean::line(&action.label)))
        })
        .collect();
    let content = html! {
        article.lost {
            header.head { h1 { (clean::line(&title)) } }
            @for notice in notices { p.notice { (clean::line(&notice)) } }
            @if !links.is_empty() {
                nav.further aria-label=(words.text("page-other")) {
                    ul { @for (link, label) in links { li { a href=(link) { (label) } } } }
                }
            }
            section.topics {
                h2 { (words.text("page-topics")) }
                (home::topics(context))
            }
        }
    };
    Layout {
        metadata: Metadata {
            // The answer's title may repeat what somebody typed.
            title: words.text("page-nothing-title"),
            ..Metadata::default()
        },
        content,
    }
}
