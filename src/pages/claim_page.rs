//! The page of one claim, which has the claim as its heading, and the metadata of every answer's page.

use std::sync::Arc;

use maud::{Markup, html};

use super::layout::Metadata;
use super::{PageContext, picture};
use crate::answer::{Answer, Entry, SectionRole, Span};
use crate::commands;
use crate::export::jsonld;
use crate::facts::Claim;
use crate::phrases::Phrases;
use crate::query::Key;
use crate::render::Page;
use crate::render::html::{self as draw, LinkContext};

/// Most code points of a description.
const DESCRIPTION_MAX: usize = 280;

/// The claim that the page shows, if it is the page of one claim.
pub(super) fn claim<'a>(context: &PageContext<'a>, answer: &Answer) -> Option<&'a Arc<Claim>> {
    let asked = answer.query.command == "claim" && answer.claim_query.is_some();
    let id = answer.query.get(Key::Claim).filter(|_| asked)?;
    context.facts.claim(id)
}

/// The metadata of an answer's page.
pub(super) fn metadata(context: &PageContext<'_>, answer: &Answer) -> Metadata {
    let words = Phrases::of(answer.lang);
    let Some(claim) = claim(context, answer) else {
        let question = answer.question.clone().into_iter();
        let first = answer
            .entries()
            .next()
            .map(|one| line(one, words))
            .filter(|_| answer.question.is_none());
        let as_of = answer.as_of.map(|day| words.known_on(day));
        let description: Vec<String> = question.chain(first).chain(as_of).collect();
        return Metadata {
            title: answer.title.clone(),
            description: shortened(&description.join(" · ")),
            linked_data: None,
            picture: picture::of(context, answer),
        };
    };
    let sections = answer.sections.iter();
    let standing = sections.filter(|section| section.role == SectionRole::Standing);
    let lines: Vec<String> = standing
        .flat_map(|section| &section.entries)
        .map(|one| line(one, words))
        .collect();
    let sources = words.plural("page-sources", answer.references.len(), &[]);
    let standing = lines.join("; ");
    let values = [("statement", standing.as_str()), ("sources", &sources)];
    Metadata {
        title: commands::headline(claim, answer.lang),
        description: shortened(&words.format("page-sourced", &values)),
        linked_data: Some(jsonld::of_claim(context.facts, claim)),
        picture: picture::of(context, answer),
    }
}

/// An entry on one line, without the numbers of its sources.
fn line(entry: &Entry, words: &Phrases) -> String {
    let body = entry.body.iter().map(|span| match span {
        Span::Text(text) | Span::Verbatim(text) => text.clone(),
        Span::Quoted {
            words: said,
            lang: _,
        } => words.format("quoted", &[("words", said)]),
        Span::Cite(_) => String::new(),
    });
    let body = body
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    match entry.label.text().as_str() {
        "" => body,
        label => words.labelled(label, &body),
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= DESCRIPTION_MAX {
        return text.to_owned();
    }
    let cut: String = text.chars().take(DESCRIPTION_MAX - 1).collect();
    let whole = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.']))
}

/// The page of a claim. The answer's first entry is the claim itself.
pub(super) fn article(page: &Page<'_>, claim: &Claim, around: &LinkContext<'_>) -> Markup {
    let mut rest = page.clone();
    let first = rest.sections.first_mut().filter(|_| page.number == 1);
    let statement = first
        .filter(|section| !section.entries.is_empty())
        .map(|section| {
            let kind = (section.role, section.heading.clone());
            let entry = section.entries.remove(0);
            (kind, entry)
        });
    rest.sections.retain(|section| !section.entries.is_empty());
    let withdrawn = claim.withdrawn.is_some();
    html! {
        article.statement {
            @match &statement {
                Some(((role, kind), entry)) => {
                    header class={ "head " (draw::look(*role)) } {
                        p.kind {
                            (kind)
                            @if withdrawn { " · " (Phrases::of(page.answer.lang).text("kind-withdrawn")) }
                        }
                        (draw::heading(page, entry))
                        @if let Some(as_of) = &page.frame.as_of { p.as-of { (as_of) } }
                    }
                }
                None => header.head { h1 { (commands::headline(claim, page.answer.lang)) } },
            }
            (draw::notices(page))
            (draw::body(&rest, around))
        }
    }
}
