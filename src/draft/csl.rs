//! Items from CSL-JSON, as Zotero and citation processors write it.

use super::item::{Found, Item, Name};
use super::json::{self, Node};
use super::original::{Original, Place};
use crate::facts::problem::Problem;

/// Fields that may name who published an item, the most particular first.
const PUBLISHERS: [&str; 4] = [
    "container-title",
    "publisher",
    "authority",
    "collection-title",
];

/// The items of a text.
pub(super) fn items(original: &Original, problems: &mut Vec<Problem>) -> Vec<Item> {
    let Some(root) = json::read(original, problems) else {
        return Vec::new();
    };
    // Some programs put the list into an object.
    let list = match root.get("items") {
        items if items.is_given() => items,
        _ => &root,
    };
    let items = list.each().iter().enumerate();
    items.map(|(number, node)| item(node, number)).collect()
}

fn item(node: &Node, number: usize) -> Item {
    let id = found(node.get("id")).or_else(|| found(node.get("citation-key")));
    let label = match &id {
        Some((id, _)) => format!("item {id}"),
        None => format!("item {}", number + 1),
    };
    let mut item = Item::new(Place {
        span: node.span.clone(),
        label: label.into(),
    });
    item.csl_type = found(node.get("type"));
    item.title = found(node.get("title"));
    item.publisher = PUBLISHERS.iter().find_map(|key| found(node.get(key)));
    item.url = found(node.get("URL")).or_else(|| {
        let (doi, span) = found(node.get("DOI"))?;
        Some((
            format!(
                "https://doi.org/{}",
                doi.trim_start_matches("https://doi.org/")
            ),
            span,
        ))
    });
    item.language = found(node.get("language"));
    item.issued = date(node.get("issued"));
    item.is_inferred = node.get("issued").get("circa").is_true();
    item.accessed = date(node.get("accessed"));
    let authors = node.get("author").each().iter();
    item.authors = authors
        .filter_map(|author| Some((name(author)?, author.span.clone())))
        .collect();
    item.id = id;
    item
}

fn found(node: &Node) -> Option<Found> {
    Some((node.text()?, node.span.clone()))
}

fn name(node: &Node) -> Option<Name> {
    let text = |key: &str| node.get(key).text().unwrap_or_default();
    let literal = text("literal");
    let particles = [text("dropping-particle"), text("non-dropping-particle")];
    let family = [particles.join(" ").trim(), &text("family")]
        .join(" ")
        .trim()
        .to_owned();
    let given = [text("given"), text("suffix")].join(" ").trim().to_owned();
    match (literal.is_empty(), family.is_empty()) {
        (false, _) => Some(Name::Institution(literal)),
        (_, false) => Some(Name::Person(family, given)),
        (true, true) => None,
    }
}

/// A date in EDTF: of its parts, or as the item writes it.
fn date(node: &Node) -> Option<Found> {
    let points = node.get("date-parts").each().iter();
    let points: Vec<String> = points.filter_map(point).collect();
    let written = ["literal", "raw"]
        .iter()
        .find_map(|key| node.get(key).text());
    let text = match points.is_empty() {
        true => written.or_else(|| node.text())?,
        false => points.join("/"),
    };
    Some((text, node.span.clone()))
}

fn point(node: &Node) -> Option<String> {
    let mut parts = node.each().iter().filter_map(Node::text);
    let year: i64 = parts.next()?.parse().ok()?;
    let rest = parts.map(|part| format!("-{part:0>2}"));
    Some(format!("{year:04}{}", rest.collect::<String>()))
}
