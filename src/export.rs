//! The whole fact file for other programs: every claim with its speakers, sources and standing.
//!
//! It is made of facts only; the bot's own words are not in it.

mod record;

use std::sync::Arc;

use crate::facts::{self, Claim, Evidence, Facts, Figure, Quote, Source, Speaker, Translation};
use record::{
    Carried, Dossier, Number, Published, Rendering, Said, Standing, Statement, Tie, Topic, Voice,
    Words,
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
        speakers: facts
            .speakers
            .iter()
            .map(|speaker| voice(speaker))
            .collect(),
        sources: facts
            .sources
            .iter()
            .map(|source| published(source))
            .collect(),
        claims: facts
            .claims
            .iter()
            .map(|claim| statement(facts, claim))
            .collect(),
    }
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

fn voice(speaker: &Speaker) -> Voice<'_> {
    Voice {
        id: &speaker.id,
        kind: speaker.kind,
        name: &speaker.name,
        speaks_for: speaker.speaks_for.as_ref().map(|party| party.id.as_str()),
        aliases: &speaker.aliases,
    }
}

fn published(source: &Source) -> Published<'_> {
    Published {
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

fn statement<'a>(facts: &'a Facts, claim: &'a Claim) -> Statement<'a> {
    let said = |speaker: &'a Arc<Speaker>| self::said(speaker, claim);
    let tie = |link: &'a facts::Link| Tie {
        kind: link.kind,
        to: &link.to,
    };
    Statement {
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
        evidence: claim.evidence.iter().map(carried).collect(),
        quotes: claim.quotes.iter().map(words).collect(),
        figures: claim.figures.iter().map(number).collect(),
        links: claim.links.iter().map(tie).collect(),
        standing: standing(facts, claim),
        recorded: claim.recorded,
        revised: &claim.revised,
        withdrawn: claim.withdrawn.as_ref(),
    }
}

fn said<'a>(speaker: &'a Speaker, claim: &Claim) -> Said<'a> {
    let post = speaker.post_on(&claim.said.when).map(|post| &post.title);
    Said {
        id: &speaker.id,
        name: &speaker.name,
        post,
        party: &speaker.party().id,
    }
}

fn carried(evidence: &Evidence) -> Carried<'_> {
    let Evidence {
        source,
        role,
        locator,
        note,
    } = evidence;
    Carried {
        source: &source.id,
        role: *role,
        url: source.url.as_deref(),
        locator,
        note,
    }
}

fn words(quote: &Quote) -> Words<'_> {
    Words {
        words: &quote.words,
        lang: &quote.lang,
        source: &quote.source.id,
        translated_from: quote.translated_from.as_deref(),
        machine: quote.machine,
        translations: quote.translations.iter().map(rendering).collect(),
    }
}

fn rendering(translation: &Translation) -> Rendering<'_> {
    Rendering {
        lang: &translation.lang,
        words: &translation.words,
        by: &translation.by,
        source: translation.source.as_ref().map(|source| source.id.as_str()),
        machine: translation.machine,
    }
}

fn number(figure: &Figure) -> Number<'_> {
    Number {
        measure: &figure.measure.id,
        counts: &figure.measure.name,
        unit: &figure.measure.unit,
        low: figure.low,
        best: figure.best,
        high: figure.high,
        qualifier: figure.qualifier,
        as_of: figure.as_of.as_ref(),
        source: figure.source.as_ref().map(|source| source.id.as_str()),
        note: &figure.note,
    }
}

fn standing<'a>(facts: &'a Facts, claim: &'a Claim) -> Standing<'a> {
    let day = facts.dossier.reviewed;
    let standing = facts.standing(claim, day);
    let claims = |claims: Vec<&'a Claim>| claims.into_iter().map(|one| one.id.as_str()).collect();
    let sources =
        |all: Vec<&'a Evidence>| all.into_iter().map(|one| one.source.id.as_str()).collect();
    Standing {
        denied_by: claims(standing.denied),
        denied_earlier_by: claims(standing.denied_before),
        confirmed_by_subject: claims(standing.confirmed_by_subject),
        confirmed_by_others: claims(standing.confirmed_by_others),
        superseded_by: claims(standing.superseded),
        contradicted_by: sources(standing.contradicted),
        differs_in: sources(standing.differs),
        independent_origins: facts.origins(claim, day).into_iter().collect(),
    }
}
