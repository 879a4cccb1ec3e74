//! The whole fact file for other programs: every claim with its speakers, sources and standing.
//!
//! It is made of facts only; of the bot's own words there are but the notes on what a source does not print.

pub mod csv;
pub mod jsonld;
mod record;

use std::sync::Arc;

use crate::facts::{self, Facts};
use record::{
    Claim, Dossier, Evidence, Figure, Link, Quote, Source, Speaker, Spoke, Standing, Topic,
    Translation,
};

pub use record::Export;

/// A fact file as other programs can read it.
pub fn export(facts: &Facts) -> Export<'_> {
    let dossier = &facts.dossier;
    Export {
        dossier: Dossier {
            id: &dossier.id,
            title: &dossier.title,
            about: &dossier.about,
            languages: &dossier.languages,
            reviewed: dossier.reviewed,
            licence: &dossier.licence,
            report: &dossier.report,
        },
        topics: facts.topics.iter().map(|one| topic(one)).collect(),
        speakers: facts.speakers.iter().map(|one| speaker(one)).collect(),
        sources: facts.sources.iter().map(|one| source(one)).collect(),
        claims: facts.claims.iter().map(|one| claim(facts, one)).collect(),
    }
}

/// One claim to a line, as in the whole export.
pub fn lines(export: &Export<'_>) -> String {
    let lines = export.claims.iter().filter_map(|claim| {
        // By way of a value, as the whole export is written, so that both have the same form.
        let value = serde_json::to_value(claim).ok()?;
        Some(format!("{value}\n"))
    });
    lines.collect()
}

fn topic(topic: &facts::Topic) -> Topic<'_> {
    let facts::Topic {
        id,
        title,
        question,
        description: _,
        aliases,
        lead,
    } = topic;
    Topic {
        id,
        title,
        question,
        aliases,
        lead,
    }
}

fn speaker(speaker: &facts::Speaker) -> Speaker<'_> {
    Speaker {
        id: &speaker.id,
        kind: speaker.kind,
        name: &speaker.name,
        speaks_for: speaker.speaks_for.as_ref().map(|party| party.id.as_str()),
        aliases: &speaker.aliases,
    }
}

fn source(source: &facts::Source) -> Source<'_> {
    Source {
        id: &source.id,
        csl_type: &source.csl_type,
        title: &source.title,
        title_own: source.title_own,
        publisher: &source.publisher,
        counts_as: source.independent_origin(),
        mirror_of: source.mirror_of.as_deref(),
        issued: source.issued.as_ref(),
        issued_basis: source.issued_basis,
        accessed: source.accessed,
        url: source.url.as_deref(),
        language: &source.language,
        note: &source.note,
    }
}

fn claim<'a>(facts: &'a Facts, claim: &'a facts::Claim) -> Claim<'a> {
    let said = |speaker: &'a Arc<facts::Speaker>| self::said(speaker, claim);
    let tie = |link: &'a facts::Link| Link {
        kind: link.kind,
        to: &link.to,
    };
    Claim {
        id: &claim.id,
        topics: &claim.topics,
        kind: claim.kind,
        by: claim.by.iter().map(said).collect(),
        citing: claim.citing.iter().map(said).collect(),
        via: &claim.via,
        said: &claim.said,
        known_since: facts.known_since(claim),
        about: claim
            .about
            .iter()
            .map(|speaker| speaker.id.as_str())
            .collect(),
        happened: claim.happened.as_ref(),
        place: &claim.place,
        text: &claim.text,
        evidence: claim.evidence.iter().map(evidence).collect(),
        quotes: claim.quotes.iter().map(quote).collect(),
        figures: claim.figures.iter().map(figure).collect(),
        links: claim.links.iter().map(tie).collect(),
        standing: standing(facts, claim),
        recorded: claim.recorded,
        revised: &claim.revised,
        withdrawn: claim.withdrawn.as_ref(),
    }
}

fn said<'a>(speaker: &'a facts::Speaker, claim: &facts::Claim) -> Spoke<'a> {
    let post = speaker.post_on(&claim.said.when).map(|post| &post.title);
    Spoke {
        id: &speaker.id,
        name: &speaker.name,
        post,
        party: &speaker.party().id,
    }
}

fn evidence(evidence: &facts::Evidence) -> Evidence<'_> {
    let facts::Evidence {
        source,
        role,
        locator,
        note,
    } = evidence;
    Evidence {
        source: &source.id,
        role: *role,
        url: source.url.as_deref(),
        locator,
        note,
    }
}

fn quote(quote: &facts::Quote) -> Quote<'_> {
    Quote {
        words: &quote.words,
        lang: &quote.lang,
        source: &quote.source.id,
        translated_from: quote.translated_from.as_deref(),
        machine: quote.machine,
        translations: quote.translations.iter().map(translation).collect(),
    }
}

fn translation(translation: &facts::Translation) -> Translation<'_> {
    Translation {
        lang: &translation.lang,
        words: &translation.words,
        by: &translation.by,
        source: translation.source.as_ref().map(|source| source.id.as_str()),
        machine: translation.machine,
    }
}

fn figure(figure: &facts::Figure) -> Figure<'_> {
    Figure {
        measure: &figure.measure.id,
        counts: &figure.measure.name,
        unit: &figure.measure.unit,
        low: figure.low,
        best: figure.best,
        high: figure.high,
        qualifier: figure.qualifier,
        as_of: figure.as_of.as_ref(),
        source: figure.source.as_ref().map(|source| source.id.as_str()),
        by: figure.by.iter().map(|one| one.id.as_str()).collect(),
        note: &figure.note,
    }
}

fn standing<'a>(facts: &'a Facts, claim: &'a facts::Claim) -> Standing<'a> {
    let as_of = facts.as_of(facts.dossier.reviewed);
    let standing = as_of.standing(claim);
    let origins = as_of.origins(claim).into_iter();
    let claims =
        |claims: Vec<&'a facts::Claim>| claims.into_iter().map(|one| one.id.as_str()).collect();
    let sources =
        |all: Vec<&'a facts::Evidence>| all.into_iter().map(|one| one.source.id.as_str()).collect();
    Standing {
        denied_by: claims(standing.denied),
        denied_earlier_by: claims(standing.denied_before),
        denied_in_part_by: claims(standing.denied_in_part),
        confirmed_by_subject: claims(standing.confirmed_by_subject),
        confirmed_by_others: claims(standing.confirmed_by_others),
        superseded_by: claims(standing.superseded),
        contradicted_by: sources(standing.contradicted),
        differs_in: sources(standing.differs),
        independent_origins: origins.map(|one| one.name).collect(),
    }
}
