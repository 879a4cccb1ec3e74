//! Numbers the sources of an answer in order of first use, and ranks a claim's sources for a reader.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::reference::{Cite, Reference};
use super::{Section, Sentence, Span};
use crate::facts::vocabulary::{Kind, Role};
use crate::facts::{Claim, Evidence, Lang, Source};

/// Numbers sources in order of first use.
#[derive(Clone, Debug, Default)]
pub struct Citations {
    sources: Vec<Arc<Source>>,
    /// The number of each source, by its id.
    numbers: HashMap<String, usize, RandomState>,
}

impl Citations {
    /// The number of a source; a source without a number gets the next one.
    pub fn number(&mut self, source: &Arc<Source>) -> usize {
        if let Some(known) = self.numbers.get(&source.id) {
            return *known;
        }
        self.sources.push(Arc::clone(source));
        self.numbers.insert(source.id.clone(), self.sources.len());
        self.sources.len()
    }

    /// The source with this number.
    pub fn source(&self, number: usize) -> Option<&Arc<Source>> {
        self.sources.get(number.checked_sub(1)?)
    }

    /// The numbers of the sources of some evidence, each once, in the same order.
    pub fn numbers<'a>(&mut self, evidence: impl IntoIterator<Item = &'a Evidence>) -> Vec<usize> {
        let mut numbers: Vec<usize> = Vec::new();
        for one in evidence {
            let number = self.number(&one.source);
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        numbers
    }

    /// The references that an answer in this language uses, renumbered in the order in which they appear; `cite` words
    /// those that are shown. The numbers in the lead and the sections are changed to match.
    pub fn settle(
        self,
        lead: &mut [Sentence],
        sections: &mut [Section],
        cite: (Cite, Lang),
    ) -> Vec<Reference> {
        let mut order: Vec<&Arc<Source>> = Vec::new();
        let mut renumbered: Vec<Option<usize>> = vec![None; self.sources.len()];
        let mut renumber = |number: &mut usize| {
            let place = number.checked_sub(1);
            let known = place.and_then(|at| Some((renumbered.get_mut(at)?, self.sources.get(at)?)));
            if let Some((known, source)) = known {
                *number = *known.get_or_insert_with(|| {
                    order.push(source);
                    order.len()
                });
            }
        };
        for span in lead.iter_mut().flat_map(|one| &mut one.spans) {
            if let Span::Cite(number) = span {
                renumber(number);
            }
        }
        for entry in sections.iter_mut().flat_map(|section| &mut section.entries) {
            for span in entry.spans_mut() {
                if let Span::Cite(number) = span {
                    renumber(number);
                }
            }
            entry.spells_out.as_mut().map(&mut renumber);
        }
        let numbered = order.into_iter().zip(1..);
        numbered
            .map(|(source, number)| Reference::new(number, Arc::clone(source), cite))
            .collect()
    }
}

/// A sort key for a claim's sources: the best source for a reader comes first. The criteria, in this order:
/// not a copy; carries the whole claim with the same details; was read; not published before the claim was complete;
/// in the reader's language; published early.
pub fn distance(evidence: &Evidence, claim: &Claim, reader: Lang) -> impl Ord + use<> {
    let role = match (evidence.role, claim.kind) {
        (Role::Origin, _) => 0,
        (Role::Confirms, Kind::Reports) => 1,
        (Role::Confirms, _) => 0,
        (Role::Differs, _) => 2,
        (Role::Part, _) => 3,
        (Role::Contradicts, _) => 4,
    };
    let source = &evidence.source;
    let foreign = !reader.is(&source.language);
    let issued = source.issued.as_ref().and_then(|date| date.latest());
    // A source published before the claim's last date can contain only part of the claim.
    let part = issued < claim.said.when.latest();
    let copy = source.mirror_of.is_some();
    let whole = !matches!(evidence.role, Role::Part | Role::Contradicts);
    let unread = source.accessed.is_none();
    (
        copy,
        !whole,
        unread,
        role,
        part,
        foreign,
        issued.is_none(),
        issued,
    )
}
