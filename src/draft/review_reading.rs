//! One review or claim of linked data as it is read, and what all its parts need.

use super::Options;
use super::dossier::Dossier;
use super::item::Found;
use super::json::{Kind, Node};
use super::original::{Original, Place};
use super::record::Draft;
use crate::facts::problem::Problem;

/// One review or claim as it is read.
pub(super) struct Reading<'r> {
    pub(super) dossier: &'r Dossier,
    pub(super) original: &'r Original,
    pub(super) options: &'r Options,
    pub(super) root: &'r Node,
    pub(super) node: &'r Node,
    pub(super) place: Place,
    pub(super) problems: &'r mut Vec<Problem>,
}

impl<'r> Reading<'r> {
    pub(super) fn at(&self, node: &Node) -> Place {
        match node.is_given() {
            true => self.place.within(node.span.clone()),
            false => self.place.clone(),
        }
    }

    /// A node, or the one that it names.
    pub(super) fn followed(&self, node: &'r Node) -> &'r Node {
        let named = node
            .get("@id")
            .text()
            .and_then(|id| with_id(self.root, &id));
        named.unwrap_or(node)
    }

    pub(super) fn lacks(&mut self, draft: &mut Draft, what: &str, help: &str) {
        draft.is_broken = true;
        let problem = self
            .original
            .error(&self.place, format!("there is no {what}"), help);
        self.problems.push(problem);
    }
}

/// The node with an id, anywhere in the text.
fn with_id<'n>(node: &'n Node, id: &str) -> Option<&'n Node> {
    match &node.value {
        Kind::Object(entries) => {
            let own = entries.len() > 1 && node.get("@id").text().is_some_and(|one| one == id);
            let inside = || entries.iter().find_map(|(_, inside)| with_id(inside, id));
            if own { Some(node) } else { inside() }
        }
        Kind::Array(members) => members.iter().find_map(|inside| with_id(inside, id)),
        Kind::Leaf(_) => None,
    }
}

/// A text and its place; of a text in several languages, the first.
pub(super) fn found(node: &Node) -> Option<Found> {
    let first = node.each().first().unwrap_or(node);
    let text = first.text().or_else(|| first.get("@value").text())?;
    Some((text, first.span.clone()))
}

/// The name of somebody.
pub(super) fn name_of(node: &Node) -> String {
    node.get("name")
        .text()
        .or_else(|| node.text())
        .unwrap_or_default()
}

/// The day of a date with a time.
pub(super) fn day(text: &str) -> String {
    text.split('T').next().unwrap_or_default().to_owned()
}
