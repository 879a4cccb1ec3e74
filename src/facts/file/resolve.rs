//! Turns records as written into `Facts`: follows every reference and reports every problem.
//!
//! Records that cannot be read are left out; `file` returns the facts only if none was.

mod archived;
mod author;
mod claim;
mod dossier;
mod evidence;
mod links;
mod quote;
mod source;
mod speaker;
mod topic;

use super::diagnostics::{Diagnostics, Record};
use super::index::Index;
use super::shape::{Placed, Written};
use crate::facts::date::Day;
use crate::facts::written::Identified;
use crate::facts::{Claim, Facts, Measure, Source, Speaker, Topic};

/// The records that others may refer to.
struct Known {
    reviewed: Option<Day>,
    topics: Index<Topic>,
    speakers: Index<Speaker>,
    sources: Index<Source>,
    measures: Index<Measure>,
    claims: Index<Claim>,
}

/// The facts, without the records that have problems; `None` without a dossier.
pub(super) fn resolve(written: &Written, diagnostics: &mut Diagnostics<'_>) -> Option<Facts> {
    let dossier = dossier::dossier(written.dossier.as_ref(), diagnostics);
    let mut known = Known {
        reviewed: dossier.as_ref().map(|dossier| dossier.reviewed),
        topics: Index::new(&written.topic, diagnostics),
        speakers: Index::new(&written.speaker, diagnostics),
        sources: Index::new(&written.source, diagnostics),
        measures: Index::new(&written.measure, diagnostics),
        claims: Index::new(&written.claim, diagnostics),
    };
    speaker::note_names(&written.speaker, diagnostics);
    let speakers = speaker::speakers(&written.speaker, &mut known, diagnostics);
    source::note_circular_copies(&written.source, diagnostics);
    let sources = each(&written.source, diagnostics, |record, source| {
        let source = source::source(record, source, &known);
        Some(known.sources.keep(source.id.clone(), source))
    });
    let measures = each(&written.measure, diagnostics, |record, measure| {
        let measure = dossier::measure(record, measure);
        Some(known.measures.keep(measure.id.clone(), measure))
    });
    let claims = each(&written.claim, diagnostics, |record, claim| {
        let claim = claim::claim(record, claim, &known)?;
        Some(known.claims.keep(claim.id.clone(), claim))
    });
    links::note_circles(&written.claim, diagnostics);
    links::note_own_sides(&written.claim, diagnostics);
    topic::note_names(&written.topic, diagnostics);
    let topics = each(&written.topic, diagnostics, |record, topic| {
        let topic = topic::topic(record, topic, &claims, &known);
        Some(known.topics.keep(topic.id.clone(), topic))
    });
    Some(Facts::new(
        dossier?, topics, speakers, sources, measures, claims,
    ))
}

/// Reads each record, in the order of the file.
fn each<W: Identified, T>(
    records: &[Placed<W>],
    diagnostics: &mut Diagnostics<'_>,
    mut read: impl FnMut(&mut Record<'_, '_>, &Placed<W>) -> Option<T>,
) -> Vec<T> {
    let records = records.iter();
    records
        .filter_map(|placed| read(&mut placed.record(diagnostics), placed))
        .collect()
}
