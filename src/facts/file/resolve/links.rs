//! Links between claims: to a claim that exists, never to itself, never round in a circle.

use std::collections::BTreeMap;

use strum::VariantArray;

use super::super::circles::{circles, drawn};
use super::super::findings::{Findings, Record};
use super::super::index::record_name;
use super::super::shape::Placed;
use super::Known;
use crate::facts::Link;
use crate::facts::vocabulary::LinkKind;
use crate::facts::written::{self, At};

/// Reads the links of a claim.
pub(super) fn links(
    record: &mut Record<'_, '_>,
    claim: &written::Claim,
    known: &Known,
) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for at in &claim.link {
        let Some((link, to)) = read(record, at, known) else {
            continue;
        };
        if claim.id.as_ref().is_some_and(|id| *id.value() == link.to) {
            record.error(
                to.span(),
                "a claim that links to itself",
                "name the other claim.",
            );
        } else if links.contains(&link) {
            let what = format!("this link ({}) stands here twice", link.kind.word());
            record.error(to.span(), what, "remove one.");
        } else {
            links.push(link);
        }
    }
    links
}

fn read<'w>(
    record: &mut Record<'_, '_>,
    at: &'w At<written::Link>,
    known: &Known,
) -> Option<(Link, &'w At<String>)> {
    let (link, at) = (at.value(), at.span());
    let kind = record.need(
        &link.kind,
        &at,
        "type",
        "type = \"supports\", or denies, confirms, qualifies ….",
    );
    let to = record.need(&link.to, &at, "to", "the other claim’s id: to = \"…\".");
    if let Some(to) = to {
        record.knows(&known.claims, to);
    }
    let (kind, to) = (*kind?.value(), to?);
    Some((
        Link {
            kind,
            to: to.value().clone(),
        },
        to,
    ))
}

/// Notes every circle of links of one type, at the link that closes it.
pub(super) fn no_circles(written: &[Placed<written::Claim>], findings: &mut Findings<'_>) {
    for kind in LinkKind::VARIANTS {
        circles_of(*kind, written, findings);
    }
}

fn circles_of(kind: LinkKind, written: &[Placed<written::Claim>], findings: &mut Findings<'_>) {
    let by_id: BTreeMap<&str, &Placed<written::Claim>> = written
        .iter()
        .rev()
        .filter_map(|placed| Some((placed.at.value().id.as_ref()?.value().as_str(), placed)))
        .collect();
    let next = |from: &str| {
        by_id
            .get(from)
            .map(|placed| targets(placed, kind))
            .unwrap_or_default()
    };
    let starts = written
        .iter()
        .filter_map(|placed| placed.at.value().id.as_ref());
    for circle in circles(starts.map(|id| id.value().as_str()), |from| {
        next(from)
            .into_iter()
            .map(|to| to.value().as_str())
            .filter(|to| *to != from)
            .collect()
    }) {
        let Some(placed) = circle.last().and_then(|last| by_id.get(last)) else {
            continue;
        };
        let closing = targets(placed, kind)
            .into_iter()
            .find(|to| Some(&to.value().as_str()) == circle.first());
        let Some(closing) = closing else { continue };
        let what = format!(
            "links of type {} go in a circle: {}",
            kind.word(),
            drawn(&circle)
        );
        findings
            .record(
                placed.part,
                record_name("claim", placed.at.value().id.as_ref()),
            )
            .error(
                closing.span(),
                what,
                "remove one of these links, or give it another type.",
            );
    }
}

fn targets(placed: &Placed<written::Claim>, kind: LinkKind) -> Vec<&At<String>> {
    let of_kind = |link: &&At<written::Link>| {
        link.value()
            .kind
            .as_ref()
            .is_some_and(|written| *written.value() == kind)
    };
    placed
        .at
        .value()
        .link
        .iter()
        .filter(of_kind)
        .filter_map(|link| link.value().to.as_ref())
        .collect()
}
