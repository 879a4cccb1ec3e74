//! Every page of the site, every picture of a claim, and every export.

use std::collections::BTreeSet;

use serde_json::Value;
use sumber::answer::picture::{Body, Mark};
use sumber::commands;
use sumber::export;
use sumber::facts::Lang;
use sumber::facts::standing::StandingKind;
use sumber::facts::vocabulary::LinkKind;
use sumber::pages::{self, Form, Options};
use sumber::query::{Key, Query};

use super::{FACTS, Shown, days, visible};

#[test]
fn every_page_tells_what_speaks_against_a_statement() {
    let options = Options {
        public_url: Some("https://example.org/facts"),
        form: Form::Files,
        pictures: true,
        ..Options::default()
    };
    let by_lang = [Lang::En, Lang::Id].map(|lang| (lang, Shown::on(FACTS.dossier.reviewed, lang)));
    let mut checked = 0;
    for path in pages::site(&FACTS, options) {
        let page = pages::page(&FACTS, &path, options).unwrap();
        let feed = page.content_type.contains("atom");
        if !feed && !page.content_type.contains("html") {
            continue;
        }
        // The lead has words of its own; answers are checked with it.
        let mut text = page.body.replace("&lt;", "<").replace("&gt;", ">");
        while let Some((before, lead)) = text.split_once("<p class=\"lead\"") {
            let (_, after) = lead.split_once("</p>").unwrap();
            text = format!("{before}{after}");
        }
        let lang = [Lang::En, Lang::Id]
            .into_iter()
            .find(|lang| path.starts_with(&format!("/{}", lang.code())));
        for (_, shown) in by_lang
            .iter()
            .filter(|(one, _)| lang.is_none_or(|lang| lang == *one))
        {
            checked += shown.check(&visible(&text), &path);
        }
    }
    println!("{checked} places checked on pages");
    assert!(checked > 500, "{checked}");
}

#[test]
fn every_picture_of_a_claim_tells_what_speaks_against_it() {
    let mut checked = 0;
    for day in days() {
        for one in Shown::on(day, Lang::En).against {
            let query = Query::new("claim").with(Key::Claim, &one.claim.id);
            let query = query.with(Key::AsOf, day.to_string());
            let query = query.with(Key::Picture, "true");
            let answer = commands::answer(&FACTS, &query, Lang::En);
            let Some(Body::Claim(picture)) = answer.picture.map(|picture| picture.body) else {
                panic!("{query}");
            };
            let against = |mark| {
                let marks = [
                    Mark::Denied,
                    Mark::DeniedBefore,
                    Mark::Overtaken,
                    Mark::Qualified,
                ];
                marks.contains(&mark) || mark == Mark::Contradicted || mark == Mark::Withdrawn
            };
            let told = picture.standing.iter().any(|line| against(line.mark));
            assert!(told, "{query}");
            checked += 1;
        }
    }
    println!("{checked} pictures checked");
}

#[test]
fn every_export_tells_what_speaks_against_a_claim() {
    let document = export::document(&FACTS);
    let table = export::csv::table(&document);
    let header = table.lines().next().unwrap();
    let lists = [
        "denied_by",
        "denied_earlier_by",
        "denied_in_part_by",
        "superseded_by",
        "taken_back_by",
        "qualified_by",
        "contradicted_by",
    ];
    for list in lists {
        assert!(header.contains(list), "the table lacks {list}");
    }
    let graph = export::jsonld::graph(&FACTS);
    let mut checked = 0;
    for one in Shown::on(FACTS.dossier.reviewed, Lang::En).against {
        let id = one.claim.id.as_str();
        let claims = document["claims"].as_array().unwrap();
        let claim = claims.iter().find(|claim| claim["id"] == id).unwrap();
        let standing = &claim["standing"];
        let named = lists
            .iter()
            .flat_map(|list| standing[list].as_array().unwrap());
        let named: BTreeSet<&str> = named.filter_map(Value::as_str).collect();
        assert!(!named.is_empty() || !claim["withdrawn"].is_null(), "{id}");
        for graph in [&graph, &export::jsonld::of_claim(&FACTS, one.claim)] {
            let nodes = graph["@graph"].as_array().unwrap();
            let of_claim = |node: &&Value| node["identifier"] == id && node["@type"] == "Claim";
            let node = nodes.iter().find(of_claim).unwrap();
            let against = ["isDisputedBy", "isUpdatedBy", "isQualifiedBy"];
            let mut against = against
                .iter()
                .filter_map(|name| node[format!("cito:{name}")].as_array());
            let disputed = against.next().is_some();
            assert!(
                disputed || !node["creativeWorkStatus"].is_null(),
                "{id}: {node}"
            );
            checked += 2;
        }
        checked += 2;
    }
    println!("{checked} places checked in exports");
}

#[test]
fn in_linked_data_nothing_is_denied_confirmed_or_replaced_without_saying_so_itself() {
    let graph = export::jsonld::graph(&FACTS);
    let nodes = graph["@graph"].as_array().unwrap();
    let named = |id: &str| {
        nodes
            .iter()
            .find(|node| node["identifier"] == id && node["@type"] == "Claim")
            .unwrap()
    };
    for claim in FACTS
        .claims
        .iter()
        .filter(|claim| claim.withdrawn.is_none())
    {
        for link in &claim.links {
            let (property, inverse) = match link.kind {
                LinkKind::Denies => ("cito:disputes", "cito:isDisputedBy"),
                LinkKind::Confirms => ("cito:confirms", "cito:isConfirmedBy"),
                LinkKind::Supersedes => ("cito:updates", "cito:isUpdatedBy"),
                LinkKind::Qualifies => ("cito:qualifies", "cito:isQualifiedBy"),
                _ => continue,
            };
            assert!(
                named(&claim.id)[property].to_string().contains(&link.to),
                "{}",
                claim.id
            );
            assert!(
                named(&link.to)[inverse].to_string().contains(&claim.id),
                "{}",
                link.to
            );
        }
    }
    assert!(StandingKind::Denied.speaks_against() && !StandingKind::Confirmed.speaks_against());
}
