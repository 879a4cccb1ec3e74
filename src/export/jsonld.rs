//! The claims as linked data, for search engines and catalogues: in the vocabulary of schema.org, with the relations
//! between claims in that of CiTO, the Citation Typing Ontology (<http://purl.org/spar/cito>).
//!
//! A claim names what it denies, and also who denies it: no claim stands without its denials.
//! It rates nothing: there is no `ClaimReview`, and an inferred date is never a `datePublished`. Names are URNs made
//! from the fact file's permanent ids, because a fact file has no address.

mod names;
mod source;

use std::sync::Arc;

use serde_json::{Map, Value, json};
use strum::VariantArray;

use super::{each, record};
use crate::facts::vocabulary::{LinkKind, Role, SpeakerKind};
use crate::facts::{Claim, Facts, Lang, Source, Speaker};
use crate::phrases::Phrases;
use names::Names;
use source::{dates, source};

/// The properties that a node leaves out if it has no value for them.
const OPTIONAL: [&str; 6] = [
    "about",
    "alternateName",
    "creativeWorkStatus",
    "datePublished",
    "description",
    "temporal",
];

/// A data set with its claims, and the speakers and sources that they name.
pub fn graph(facts: &Facts) -> Value {
    let names = Names::of(facts);
    let mut graph = vec![data_set(facts, &names)];
    graph.extend(facts.claims.iter().map(|one| claim(facts, one, &names)));
    graph.extend(facts.speakers.iter().map(|one| speaker(one, &names)));
    graph.extend(facts.sources.iter().map(|one| source(one, &names)));
    document(graph)
}

/// One claim, the claims that deny, confirm, replace or narrow it, and the speakers and sources that they name.
pub fn of_claim(facts: &Facts, one: &Claim) -> Value {
    let names = Names::of(facts);
    let mut claims = vec![one];
    for (_, other) in answers(facts, one) {
        if claims.iter().all(|known| known.id != other.id) {
            claims.push(other);
        }
    }
    let mut graph: Vec<Value> = claims.iter().map(|one| claim(facts, one, &names)).collect();
    let (mut speakers, mut sources) = (Vec::<&Arc<Speaker>>::new(), Vec::<&Arc<Source>>::new());
    for one in claims {
        for speaker in one.by.iter().chain(&one.about) {
            if speakers.iter().all(|known| known.id != speaker.id) {
                speakers.push(speaker);
            }
        }
        for source in one.evidence.iter().map(|one| &one.source) {
            if sources.iter().all(|known| known.id != source.id) {
                sources.push(source);
            }
        }
    }
    graph.extend(speakers.into_iter().map(|one| speaker(one, &names)));
    graph.extend(sources.into_iter().map(|one| source(one, &names)));
    document(graph)
}

/// The property of a claim for those that have taken its place.
const UPDATED_BY: &str = "cito:isUpdatedBy";

/// The property for a link to another claim, and its inverse if the other claim has it too.
fn property(kind: LinkKind) -> (&'static str, Option<&'static str>) {
    match kind {
        LinkKind::Denies => ("cito:disputes", Some("cito:isDisputedBy")),
        LinkKind::Confirms => ("cito:confirms", Some("cito:isConfirmedBy")),
        LinkKind::Supersedes => ("cito:updates", Some(UPDATED_BY)),
        LinkKind::Qualifies => ("cito:qualifies", Some("cito:isQualifiedBy")),
        LinkKind::Supports => ("cito:supports", None),
        LinkKind::Answers => ("cito:repliesTo", None),
        LinkKind::Repeats => ("cito:agreesWith", None),
        LinkKind::PartOf => ("isPartOf", None),
        LinkKind::Context => ("mentions", None),
    }
}

/// The claims that deny, confirm, replace or narrow a claim, each with the property that says so.
fn answers<'a>(facts: &'a Facts, claim: &'a Claim) -> Vec<(&'static str, &'a Claim)> {
    let kinds = LinkKind::VARIANTS.iter();
    let inverse = kinds.filter_map(|kind| Some((*kind, property(*kind).1?)));
    let linking = inverse.flat_map(|(kind, name)| {
        let linking = facts.linking_to(claim, kind);
        linking.map(move |other| (name, other.as_ref()))
    });
    let mut answers: Vec<_> = linking
        .filter(|(_, other)| other.withdrawn.is_none())
        .collect();
    // Whoever confirms what they denied has taken the denial back.
    let turned = facts.as_of(facts.dossier.reviewed).turned(claim);
    for claim in turned.into_iter().map(|voice| voice.claim) {
        let known = |(name, other): &(&str, &Claim)| *name == UPDATED_BY && other.id == claim.id;
        if !answers.iter().any(known) {
            answers.push((UPDATED_BY, claim));
        }
    }
    answers
}

/// The relations of a claim to other claims, and to sources that contradict it.
fn relations(facts: &Facts, claim: &Claim, names: &Names<'_>) -> Map<String, Value> {
    let to = claim.links.iter();
    let to = to.map(|link| (property(link.kind).0, names.reference("claim", &link.to)));
    let from = answers(facts, claim).into_iter();
    let from = from.map(|(name, other)| (name, names.reference("claim", &other.id)));
    let against = claim.evidence.iter();
    let against = against.filter(|one| one.role == Role::Contradicts);
    let against = against.map(|one| names.reference("source", &one.source.id));
    let against = against.map(|source| ("cito:isDisputedBy", source));
    let mut relations: Map<String, Value> = Map::new();
    for (name, other) in to.chain(from).chain(against) {
        let others = relations.entry(name).or_insert_with(|| json!([]));
        if let Value::Array(others) = others {
            others.push(other);
        }
    }
    relations
}

/// A document with its context inside, so that it can be read without a network.
fn document(graph: Vec<Value>) -> Value {
    json!({
        "@context": {
            "@vocab": "https://schema.org/",
            "cito": "http://purl.org/spar/cito/",
            "url": { "@type": "@id" },
            "archivedAt": { "@type": "@id" },
        },
        "@graph": graph,
    })
}

fn data_set(facts: &Facts, names: &Names<'_>) -> Value {
    let dossier = &facts.dossier;
    json!({
        "@id": format!("urn:sumber:{}", dossier.id),
        "@type": "Dataset",
        "identifier": dossier.id,
        "name": names.text(&dossier.title),
        "description": names.text(&dossier.about),
        "license": { "@type": "CreativeWork", "name": dossier.licence },
        "inLanguage": dossier.languages,
        "temporalCoverage": format!("../{}", dossier.reviewed),
        "hasPart": each(&facts.claims, |claim| names.reference("claim", &claim.id)),
    })
}

fn claim(facts: &Facts, claim: &Claim, names: &Names<'_>) -> Value {
    let speakers = |all: &[Arc<Speaker>]| each(all, |one| names.reference("speaker", &one.id));
    // The claim does not appear in a source that contradicts it or was published before it.
    let carrying = claim.evidence.iter().filter(|one| one.carries(claim));
    let appearance = carrying.map(|one| names.reference("source", &one.source.id));
    let (published, temporal) = dates(Some(&claim.said.when), claim.said.basis);
    let why = |lang: Lang| {
        let why = claim.said.why.get(lang);
        Phrases::of(lang).format("why-said", &[("why", why)])
    };
    let withdrawn = |lang: Lang| Phrases::of(lang).text("kind-withdrawn");
    let mut node = json!({
        "@id": names.urn("claim", &claim.id),
        "@type": "Claim",
        "additionalType": format!("urn:sumber:kind:{}", claim.kind.word()),
        "identifier": claim.id,
        "text": names.text(&claim.text),
        "author": speakers(&claim.by),
        "keywords": claim.topics,
        "appearance": appearance.collect::<Vec<_>>(),
        "datePublished": published,
        "temporal": temporal,
        "description": (!claim.said.why.is_empty()).then(|| names.in_languages(why)),
        "about": speakers(&claim.about),
        "creativeWorkStatus": claim.withdrawn.as_ref().map(|_| names.in_languages(withdrawn)),
    });
    if let Value::Object(properties) = &mut node {
        properties.extend(relations(facts, claim, names));
    }
    record(node, &OPTIONAL)
}

fn speaker(speaker: &Speaker, names: &Names<'_>) -> Value {
    let kind = match speaker.kind {
        SpeakerKind::Person => "Person",
        SpeakerKind::State => "Country",
        SpeakerKind::Body | SpeakerKind::Agency | SpeakerKind::Company => "Organization",
    };
    let node = json!({
        "@id": names.urn("speaker", &speaker.id),
        "@type": kind,
        "identifier": speaker.id,
        "name": names.text(&speaker.name),
        "alternateName": speaker.aliases,
    });
    record(node, &OPTIONAL)
}
