//! Links between claims: to another claim that exists, of the type that suits its kind, and never in a circle.

use std::collections::BTreeMap;

use strum::VariantArray;

use super::super::circles::closing;
use super::super::diagnostics::{Diagnostics, Record, shown};
use super::super::shape::Placed;
use super::Known;
use crate::facts::Link;
use crate::facts::vocabulary::{Kind, LinkKind};
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
        suits(record, claim, kind);
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
    if *claim.kind == Kind::Denies && claim.kind.is_given() && claim.link.is_empty() {
        let what = "a denial that is linked to nothing";
        let help = "add the claim that it denies: [[claim.link]] with type = \"denies\".";
        record.warn(claim.kind.span(), what, help);
    }
    links
}

/// Reports a link that denies or confirms another claim, in a claim of another kind.
fn suits(record: &mut Record<'_, '_>, claim: &written::Claim, link: &At<LinkKind>) {
    let needed = match **link {
        LinkKind::Denies => Kind::Denies,
        LinkKind::Confirms => Kind::Confirms,
        _ => return,
    };
    let given = claim.kind.is_given() && link.is_given();
    if given && *claim.kind != needed {
        let (link_type, kind, needed) = (link.word(), claim.kind.word(), needed.word());
        let what = format!("a link of type {link_type} in a claim whose kind is {kind}");
        let help = format!("write kind = \"{needed}\", or give the link another type.");
        record.error(link.span(), what, help);
    }
}

/// Reports every circle of links, at the link that closes it: of links of one type, or of denials and confirmations.
pub(super) fn note_circles(written: &[Placed<written::Claim>], diagnostics: &mut Diagnostics<'_>) {
    let sides: &[LinkKind] = &[LinkKind::Denies, LinkKind::Confirms];
    let single = LinkKind::VARIANTS.iter().map(std::slice::from_ref);
    let single = single.filter(|kind| !sides.contains(&kind[0]));
    for kinds in single.chain([sides]) {
        for circle in closing(written, |claim| targets(claim, kinds)) {
            let words: Vec<&str> = kinds.iter().map(|kind| kind.word()).collect();
            let (words, line) = (words.join(" or "), circle.line);
            let what = format!("links of type {words} go in a circle: {line}");
            let help = "remove one of these links, or give it another type.";
            let mut record = circle.placed.record(diagnostics);
            record.error(circle.reference.span(), what, help);
        }
    }
}

/// Reports every link of another type from a claim to its own denial or confirmation.
pub(super) fn note_own_sides(
    written: &[Placed<written::Claim>],
    diagnostics: &mut Diagnostics<'_>,
) {
    let by_id: BTreeMap<&str, &Placed<written::Claim>> = written
        .iter()
        .map(|claim| (claim.id.as_str(), claim))
        .collect();
    for claim in written {
        for link in &claim.link {
            let Some(other) = by_id.get(link.to.as_str()) else {
                continue;
            };
            let own = |kind| targets(other, &[kind]).iter().any(|to| ***to == **claim.id);
            let side = match *link.kind {
                LinkKind::Denies | LinkKind::Confirms => continue,
                _ if own(LinkKind::Denies) => "denial",
                _ if own(LinkKind::Confirms) => "confirmation",
                _ => continue,
            };
            let what = format!("a claim that links to its own {side}, {}", shown(&link.to));
            let help = "remove this link: the later claim links to the earlier one.";
            claim.record(diagnostics).error(link.to.span(), what, help);
        }
    }
}

/// The other claims to which a claim has links of some types.
fn targets<'w>(claim: &'w written::Claim, kinds: &[LinkKind]) -> Vec<&'w At<String>> {
    let links = claim.link.iter();
    let others = links.filter(|link| {
        let given = link.kind.is_given() && kinds.contains(&link.kind);
        given && *link.to != **claim.id
    });
    others.map(|link| &link.to).collect()
}
