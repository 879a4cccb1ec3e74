//! The numbers of a fact file by measure, as known on a day. `phrases` puts them into words.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{AsOf, Claim, Figure, Measure};

/// The numbers of one measure, each with the claim that has it.
pub type Given<'a> = Vec<(&'a Claim, &'a Figure)>;

impl<'a> AsOf<'a> {
    /// Whether a number was published by the day: by the one source that has it, or else by any source that carries the
    /// claim without another detail.
    pub fn given(&self, claim: &Claim, figure: &Figure) -> bool {
        match &figure.source {
            Some(source) => self.published(source),
            None => self.evidence(claim).any(|one| one.agrees(claim)),
        }
    }

    /// The numbers of these claims that were published by the day, grouped by measure, in the order of the file.
    pub fn by_measure(&self, known: &[&'a Claim]) -> Vec<(&'a Arc<Measure>, Given<'a>)> {
        let mut by_id: BTreeMap<&str, Given<'a>> = BTreeMap::new();
        for claim in known.iter().copied() {
            for figure in &claim.figures {
                if self.given(claim, figure) {
                    let given = by_id.entry(&figure.measure.id).or_default();
                    given.push((claim, figure));
                }
            }
        }
        let measures = self.facts.measures.iter();
        measures
            .filter_map(|measure| Some((measure, by_id.remove(measure.id.as_str())?)))
            .collect()
    }
}
