//! The numbers of a fact file by what they count, as known on a day. How they read is the business of `phrases`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::date::Day;
use super::{Claim, Facts, Figure, Measure};

/// The numbers of one measure, each with the claim that has it.
pub type Given<'a> = Vec<(&'a Claim, &'a Figure)>;

impl Facts {
    /// Whether the source that gives a number was out by a day, if it is not the claim itself.
    pub fn given(&self, figure: &Figure, day: Day) -> bool {
        let source = figure.source.as_ref();
        source.is_none_or(|source| self.published(source, day))
    }

    /// The numbers in some claims that were given by a day, by measure, in the order of the fact file's
    /// measures.
    pub fn by_measure<'a>(
        &'a self,
        known: &[&'a Claim],
        day: Day,
    ) -> Vec<(&'a Arc<Measure>, Given<'a>)> {
        let mut by_id: BTreeMap<&str, Given<'a>> = BTreeMap::new();
        for claim in known.iter().copied() {
            for figure in &claim.figures {
                if self.given(figure, day) {
                    let given = by_id.entry(&figure.measure.id).or_default();
                    given.push((claim, figure));
                }
            }
        }
        let measures = self.measures.iter();
        measures
            .filter_map(|measure| Some((measure, by_id.remove(measure.id.as_str())?)))
            .collect()
    }
}
