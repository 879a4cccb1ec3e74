//! The claims as linked data in the words of schema.org, for search engines and catalogues.
//!
//! It rates nothing: there is no `ClaimReview`, and a date that was worked out is no `datePublished`. Names
//! are URNs made of the fact file's permanent ids, for a fact file has no address.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::facts::date::{Date, Shape};
use crate::facts::vocabulary::{Basis, SpeakerKind};
use crate::facts::{Claim, Facts, Lang, Source, Speaker, Text};
use crate::phrases::Words;

/// A data set, its claims, and who and what they name.
pub fn graph(facts: &Facts) -> Value {
    let names = Names::of(facts);
    let mut graph = vec![data_set(facts, &names)];
    graph.extend(facts.claims.iter().map(|one| claim(one, &names)));
    graph.extend(facts.speakers.iter().map(|one| speaker(one, &names)));
    graph.extend(facts.sources.iter().map(|one| source(one, &names)));
    document(graph)
}

/// One claim, and who and what it names.
pub fn of_claim(facts: &Facts, one: &Claim) -> Value {
    let names = Names::of(facts);
    let mut graph = vec![claim(one, &names)];
    let mut speakers: Vec<&Arc<Speaker>> = one.by.iter().collect();
    for other in &one.about {
        if speakers.iter().all(|speaker| speaker.id != other.id) {
            speakers.push(other);
        }
    }
    graph.extend(speakers.into_iter().map(|one| speaker(one, &names)));
    let sources = one.evidence.iter();
    graph.extend(sources.map(|one| source(&one.source, &names)));
    document(graph)
}

/// The context is written out, so that the file can be read without a network.
fn document(graph: Vec<Value>) -> Value {
    json!({
        "@context": { "@vocab": "https://schema.org/", "url": { "@type": "@id" } },
        "@graph": graph,
    })
}

/// How things are named in one fact file.
struct Names<'a> {
    dossier: &'a str,
    languages: &'a [Lang],
}

impl<'a> Names<'a> {
    fn of(facts: &'a Facts) -> Self {
        Self {
            dossier: &facts.dossier.id,
            languages: &facts.dossier.languages,
        }
    }

    fn urn(&self, what: &str, id: &str) -> String {
        format!("urn:sumber:{}:{what}:{id}", self.dossier)
    }

    fn refer(&self, what: &str, id: &str) -> Value {
        json!({ "@id": self.urn(what, id) })
    }

    /// A text in every language of the fact file.
    fn text(&self, text: &Text) -> Value {
        self.each(|lang| text.get(lang).to_owned())
    }

    fn phrase(&self, key: &str) -> Value {
        self.each(|lang| Words::of(lang).say(key))
    }

    fn each(&self, text: impl Fn(Lang) -> String) -> Value {
        let tagged = |lang: &Lang| json!({ "@language": lang.code(), "@value": text(*lang) });
        self.languages.iter().map(tagged).collect()
    }
}

fn data_set(facts: &Facts, names: &Names<'_>) -> Value {
    let dossier = &facts.dossier;
    let claims = facts
        .claims
        .iter()
        .map(|claim| names.refer("claim", &claim.id));
    json!({
        "@id": format!("urn:sumber:{}", dossier.id),
        "@type": "Dataset",
        "identifier": dossier.id,
        "name": names.text(&dossier.title),
        "description": names.text(&dossier.about),
        "license": { "@type": "CreativeWork", "name": dossier.licence },
        "inLanguage": dossier.languages,
        "temporalCoverage": format!("../{}", dossier.reviewed),
        "hasPart": claims.collect::<Vec<_>>(),
    })
}

fn claim(claim: &Claim, names: &Names<'_>) -> Value {
    let speakers = |all: &[Arc<Speaker>]| -> Vec<Value> {
        all.iter()
            .map(|one| names.refer("speaker", &one.id))
            .collect()
    };
    // A source that says otherwise, or came out before, is no place where the claim appears.
    let carrying = claim.evidence.iter().filter(|one| one.carries(claim));
    let appearance = carrying.map(|one| names.refer("source", &one.source.id));
    let mut node = object(json!({
        "@id": names.urn("claim", &claim.id),
        "@type": "Claim",
        "additionalType": format!("urn:sumber:kind:{}", claim.kind.word()),
        "identifier": claim.id,
        "text": names.text(&claim.text),
        "author": speakers(&claim.by),
        "keywords": claim.topics,
        "appearance": appearance.collect::<Vec<_>>(),
    }));
    date(&mut node, &claim.said.when, claim.said.basis);
    if !claim.said.why.is_empty() {
        let note = |lang: Lang| {
            let why = claim.said.why.get(lang);
            Words::of(lang).with("why-said", &[("why", why)])
        };
        node.insert("description".into(), names.each(note));
    }
    if !claim.about.is_empty() {
        node.insert("about".into(), speakers(&claim.about).into());
    }
    let linked: Vec<Value> = claim
        .links
        .iter()
        .map(|link| names.refer("claim", &link.to))
        .collect();
    if !linked.is_empty() {
        node.insert("mentions".into(), linked.into());
    }
    if claim.withdrawn.is_some() {
        node.insert("creativeWorkStatus".into(), names.phrase("kind-withdrawn"));
    }
    node.into()
}

fn speaker(speaker: &Speaker, names: &Names<'_>) -> Value {
    let kind = match speaker.kind {
        SpeakerKind::Person => "Person",
        SpeakerKind::State => "Country",
        SpeakerKind::Body | SpeakerKind::Agency | SpeakerKind::Company => "Organization",
    };
    let mut node = object(json!({
        "@id": names.urn("speaker", &speaker.id),
        "@type": kind,
        "identifier": speaker.id,
        "name": names.text(&speaker.name),
    }));
    if !speaker.aliases.is_empty() {
        node.insert("alternateName".into(), speaker.aliases.clone().into());
    }
    node.into()
}

fn source(source: &Source, names: &Names<'_>) -> Value {
    let kind = match source.csl_type.as_str() {
        "article-newspaper" => "NewsArticle",
        "article-journal" => "ScholarlyArticle",
        "article" | "article-magazine" => "Article",
        "webpage" => "WebPage",
        "report" => "Report",
        "book" => "Book",
        "dataset" => "Dataset",
        _ => "CreativeWork",
    };
    let title = if source.title_own {
        source.title.clone()
    } else {
        format!("[{}]", source.title)
    };
    let mut node = object(json!({
        "@id": names.urn("source", &source.id),
        "@type": kind,
        "identifier": source.id,
        "name": title,
        "publisher": { "@type": "Organization", "name": source.publisher },
        "inLanguage": source.language,
    }));
    let mut notes: Vec<&str> = Vec::new();
    if !source.title_own {
        notes.push("cite-note-title");
    }
    if let Some(issued) = &source.issued {
        date(&mut node, issued, source.issued_basis);
        if source.issued_basis == Basis::Inferred {
            notes.push("cite-note-date");
        }
    }
    if !notes.is_empty() || !source.note.is_empty() {
        let description = |lang: Lang| {
            let mut parts: Vec<String> = notes.iter().map(|key| Words::of(lang).say(key)).collect();
            parts.push(source.note.get(lang).to_owned());
            parts.join(" ").trim().to_owned()
        };
        node.insert("description".into(), names.each(description));
    }
    if let Some(url) = &source.url {
        node.insert("url".into(), url.as_str().into());
    }
    if let Some(of) = &source.mirror_of {
        node.insert("isBasedOn".into(), names.refer("source", of));
    }
    node.into()
}

/// A date that was printed and is one day, month or year is ISO 8601 and a date of publication; any other is
/// given as the fact file has it (EDTF), as a time in some relation to the thing.
fn date(node: &mut Map<String, Value>, date: &Date, basis: Basis) {
    let plain = matches!(date.shape(), Shape::At(point) if !point.doubtful);
    let property = if plain && basis == Basis::Stated {
        "datePublished"
    } else {
        "temporal"
    };
    node.insert(property.into(), date.to_string().into());
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}
