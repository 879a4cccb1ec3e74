//! The whole fact file for other programs: every claim with its speakers, sources and standing.
//!
//! It consists of facts only; the bot's own words appear only in notes on what a source does not print.

pub mod csv;
pub mod jsonld;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::facts::standing::Voice;
use crate::facts::{
    Claim, Evidence, Facts, Figure, Link, Quote, Source, Speaker, Topic, Translation,
};

/// All facts as one JSON document, as known on the day of review.
pub fn document(facts: &Facts) -> Value {
    let dossier = &facts.dossier;
    json!({
        "dossier": {
            "id": dossier.id,
            "title": dossier.title,
            "about": dossier.about,
            "languages": dossier.languages,
            "reviewed": dossier.reviewed,
            "licence": dossier.licence,
            "report": dossier.report,
        },
        "topics": each(&facts.topics, |one| topic(one)),
        "speakers": each(&facts.speakers, |one| speaker(one)),
        "sources": each(&facts.sources, |one| source(one)),
        "claims": each(&facts.claims, |one| claim(facts, one)),
    })
}

/// The claims of a document, one to a line.
pub fn lines(document: &Value) -> String {
    let claims = document["claims"].as_array().into_iter().flatten();
    claims.map(|claim| format!("{claim}\n")).collect()
}

fn each<T>(records: &[T], convert: impl Fn(&T) -> Value) -> Value {
    records.iter().map(convert).collect()
}

/// A record without the fields of `optional` that are empty.
fn record(fields: Value, optional: &[&str]) -> Value {
    let Value::Object(mut fields) = fields else {
        return fields;
    };
    fields.retain(|name, value| !(optional.contains(&name.as_str()) && is_empty(value)));
    Value::Object(fields)
}

fn is_empty(value: &Value) -> bool {
    value.is_null()
        || value.as_object().is_some_and(Map::is_empty)
        || value.as_array().is_some_and(Vec::is_empty)
}

fn topic(topic: &Topic) -> Value {
    let fields = json!({
        "id": topic.id,
        "title": topic.title,
        "question": topic.question,
        "aliases": topic.aliases,
        "asks": topic.asks,
        "lead": topic.lead,
    });
    record(fields, &["asks"])
}

fn speaker(speaker: &Speaker) -> Value {
    let fields = json!({
        "id": speaker.id,
        "kind": speaker.kind,
        "name": speaker.name,
        "speaks_for": speaker.speaks_for.as_ref().map(|party| &party.id),
        "aliases": speaker.aliases,
    });
    record(fields, &["speaks_for"])
}

fn source(source: &Source) -> Value {
    let fields = json!({
        "id": source.id,
        "type": source.csl_type,
        "title": source.title,
        "title_own": source.title_own,
        "authors": source.authors,
        "publisher": source.publisher,
        "family": source.family,
        "origin": source.origin,
        "counts_as": source.independent_origin(),
        "mirror_of": source.mirror_of,
        "issued": source.issued,
        "issued_basis": source.issued_basis,
        "accessed": source.accessed,
        "url": source.url,
        "archived": source.archived,
        "gone": source.gone,
        "language": source.language,
        "archive": source.archive,
        "note": source.note,
    });
    let optional = ["authors", "origin", "archived", "gone", "archive", "note"];
    record(fields, &optional)
}

fn claim(facts: &Facts, claim: &Claim) -> Value {
    let fields = json!({
        "id": claim.id,
        "topics": claim.topics,
        "kind": claim.kind,
        "by": each(&claim.by, |one| speaker_then(one, claim)),
        "citing": each(&claim.citing, |one| speaker_then(one, claim)),
        "via": claim.via,
        "said": claim.said,
        "known_since": facts.known_since(claim),
        "about": each(&claim.about, |one| json!(one.id)),
        "happened": claim.happened,
        "place": claim.place,
        "text": claim.text,
        "evidence": each(&claim.evidence, evidence),
        "quotes": each(&claim.quotes, quote),
        "figures": each(&claim.figures, figure),
        "links": each(&claim.links, link),
        "standing": standing(facts, claim),
        "recorded": claim.recorded,
        "revised": claim.revised,
        "withdrawn": claim.withdrawn,
    });
    record(fields, &["via", "place"])
}

/// A speaker in the post held on the day of a claim.
fn speaker_then(speaker: &Speaker, claim: &Claim) -> Value {
    let fields = json!({
        "id": speaker.id,
        "name": speaker.name,
        "post": speaker.post_on(&claim.said.when).map(|post| &post.title),
        "party": speaker.party().id,
    });
    record(fields, &["post"])
}

fn evidence(evidence: &Evidence) -> Value {
    let fields = json!({
        "source": evidence.source.id,
        "role": evidence.role,
        "in": evidence.differs_in,
        "url": evidence.source.url,
        "locator": evidence.locator,
        "note": evidence.note,
    });
    record(fields, &["in", "locator", "note"])
}

fn quote(quote: &Quote) -> Value {
    let fields = json!({
        "words": quote.words,
        "lang": quote.lang,
        "source": quote.source.id,
        "locator": quote.locator,
        "translated_from": quote.translated_from,
        "machine": quote.machine,
        "translations": each(&quote.translations, translation),
    });
    record(fields, &["locator"])
}

fn translation(translation: &Translation) -> Value {
    let fields = json!({
        "lang": translation.lang,
        "words": translation.words,
        "by": translation.by,
        "source": translation.source.as_ref().map(|source| &source.id),
        "machine": translation.machine,
    });
    record(fields, &["by"])
}

fn figure(figure: &Figure) -> Value {
    let fields = json!({
        "measure": figure.measure.id,
        "counts": figure.measure.name,
        "unit": figure.measure.unit,
        "low": figure.low,
        "best": figure.best,
        "high": figure.high,
        "qualifier": figure.qualifier,
        "as_of": figure.as_of,
        "source": figure.source.as_ref().map(|source| &source.id),
        "by": each(&figure.by, |one| json!(one.id)),
        "note": figure.note,
    });
    record(fields, &["by", "note"])
}

fn link(link: &Link) -> Value {
    json!({ "type": link.kind, "to": link.to })
}

/// The standing of a claim on the day of review, as ids of claims and sources.
fn standing(facts: &Facts, claim: &Claim) -> Value {
    let as_of = facts.as_of(facts.dossier.reviewed);
    let standing = as_of.standing(claim);
    let origins = as_of.origins(claim).into_iter().map(|one| one.name);
    let claims = |voices: &[Voice]| -> Value {
        // A joint statement has several voices.
        let ids: BTreeSet<&str> = voices.iter().map(|voice| voice.claim.id.as_str()).collect();
        let mut ids: Vec<&str> = ids.into_iter().collect();
        ids.sort_by_key(|id| voices.iter().position(|voice| voice.claim.id == *id));
        json!(ids)
    };
    let sources = |evidence: &[&Evidence]| each(evidence, |one| json!(one.source.id));
    json!({
        "denied_by": claims(&standing.denied),
        "denied_earlier_by": claims(&standing.denied_before),
        "denied_in_part_by": claims(&standing.denied_in_part),
        "confirmed_by_subject": claims(&standing.confirmed_by_subject),
        "confirmed_by_others": claims(&standing.confirmed_by_others),
        "superseded_by": claims(&standing.superseded),
        "taken_back_by": claims(&as_of.turned(claim)),
        "qualified_by": claims(&standing.qualified),
        "contradicted_by": sources(&standing.contradicted),
        "differs_in": sources(&standing.differs),
        "independent_origins": origins.collect::<BTreeSet<_>>(),
    })
}
