//! The shipped facts, exported as a table and as a bibliography, come back.

use sumber::draft::Dossier;
use sumber::export::{csv, document};
use sumber::facts::{Facts, Lang};
use sumber::shipped as inside;

use crate::{after, facts, imported, options, told};

/// The shipped facts without claims, sources and the topics' claims.
fn stripped() -> Dossier {
    let mut parts = inside::parts();
    parts.retain(|part| {
        ["dossier", "speakers", "topics"]
            .iter()
            .any(|name| part.name.contains(name))
    });
    for part in &mut parts {
        let lines = part
            .text
            .lines()
            .filter(|line| !line.starts_with("asks") && !line.starts_with("lead"));
        part.text = lines.map(|line| format!("{line}\n")).collect();
    }
    Dossier::read(parts, Some("facts/".to_owned())).unwrap()
}

fn shipped_facts() -> Facts {
    facts(&inside::parts())
}

/// What a table cannot hold of the claims: translations of quotations, where in a source they stand, and what is noted
/// on figures and whose they are.
fn comparable(facts: &Facts) -> serde_json::Value {
    let mut claims = document(facts)["claims"].take();
    for claim in claims.as_array_mut().unwrap() {
        for quote in claim["quotes"].as_array_mut().unwrap() {
            let quote = quote.as_object_mut().unwrap();
            quote.remove("translations");
            quote.remove("locator");
        }
        for figure in claim["figures"].as_array_mut().unwrap() {
            let figure = figure.as_object_mut().unwrap();
            figure.remove("by");
            figure.remove("note");
        }
        // It follows from the families of the sources, which no bibliography holds.
        let standing = claim["standing"].as_object_mut().unwrap();
        standing.remove("independent_origins");
    }
    claims
}

#[test]
fn the_shipped_facts_come_back_from_their_table() {
    let all = shipped_facts();
    let table = csv::table(&document(&all));
    let outcome = imported(&stripped(), "claims.csv", table.as_bytes(), &options());
    assert_eq!(told(&outcome), "");
    let back = facts(&after(&stripped(), &outcome));
    assert_eq!(comparable(&back), comparable(&all));
    let by_id = |mut sources: serde_json::Value| {
        let list = sources.as_array_mut().unwrap();
        list.sort_by_key(|source| source["id"].as_str().unwrap().to_owned());
        sources
    };
    assert_eq!(
        by_id(document(&back)["sources"].take()),
        by_id({
            let mut sources = document(&all)["sources"].take();
            let used = |source: &serde_json::Value| {
                all.claims.iter().any(|claim| {
                    claim
                        .evidence
                        .iter()
                        .any(|one| one.source.id == source["id"])
                })
            };
            sources.as_array_mut().unwrap().retain(used);
            sources
        })
    );
}

#[test]
fn the_shipped_facts_come_back_with_their_bibliography() {
    let all = shipped_facts();
    let sources: Vec<_> = all.sources.iter().map(AsRef::as_ref).collect();
    let items = sumber::cite::document(&sources, sumber::cite::Style::CslJson, Lang::En);
    let first = imported(&stripped(), "sources.json", items.as_bytes(), &options());
    let errors = first
        .problems
        .iter()
        .filter(|one| one.severity == sumber::facts::problem::Severity::Error);
    assert_eq!(errors.count(), 0, "{}", told(&first));
    assert_eq!(first.written, [("source", all.sources.len())]);
    let with_sources =
        Dossier::read(after(&stripped(), &first), Some("facts/".to_owned())).unwrap();
    let table = csv::table(&document(&all));
    let second = imported(&with_sources, "claims.csv", table.as_bytes(), &options());
    let errors = second
        .problems
        .iter()
        .filter(|one| one.severity == sumber::facts::problem::Severity::Error);
    assert_eq!(errors.count(), 0, "{}", told(&second));
    let back = facts(&after(&with_sources, &second));
    assert_eq!(comparable(&back), comparable(&all));
}
