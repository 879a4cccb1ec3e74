//! Links between claims: to another claim that exists, and never in a circle.

use strum::VariantArray;

use super::super::circles::closing;
use super::super::diagnostics::{Diagnostics, Record};
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
    for written::Link { kind, to } in claim.link.iter().map(|link| &**link) {
        record.knows(&known.claims, to);
        let link = Link {
            kind: **kind,
            to: to.to_string(),
        };
        if link.to == **claim.id {
            let what = "a claim that links to itself";
            record.error(to.span(), what, "name the other claim.");
        } else if links.contains(&link) {
            let what = format!("this link ({}) stands here twice", link.kind.word());
            record.error(to.span(), what, "remove one.");
        } else if kind.is_given() {
            links.push(link);
        }
    }
    links
}

/// Reports every circle of links of one type, at the link that closes it.
pub(super) fn note_circles(written: &[Placed<written::Claim>], diagnostics: &mut Diagnostics<'_>) {
    for kind in LinkKind::VARIANTS {
        for circle in closing(written, |claim| targets(claim, *kind)) {
            let (kind, line) = (kind.word(), circle.line);
            let what = format!("links of type {kind} go in a circle: {line}");
            let help = "remove one of these links, or give it another type.";
            let mut record = circle.placed.record(diagnostics);
            record.error(circle.reference.span(), what, help);
        }
    }
}

/// The other claims to which a claim has links of a type.
fn targets(claim: &written::Claim, kind: LinkKind) -> Vec<&At<String>> {
    let links = claim.link.iter();
    let others = links.filter(|link| {
        let given = link.kind.is_given() && *link.kind == kind;
        given && *link.to != **claim.id
    });
    others.map(|link| &link.to).collect()
}
