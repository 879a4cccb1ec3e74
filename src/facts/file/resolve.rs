//! Records as written into `Facts`: every reference followed, every problem noted.
//!
//! What cannot be read is left out; `file` gives out the facts only if nothing was.

mod claim;
mod dossier;
mod evidence;
mod links;
mod quote;
mod source;
mod speaker;
mod topic;

use super::findings::Findings;
use super::index::Index;
use super::shape::{Placed, Written};
use crate::facts::date::Day;
use crate::facts::{Claim, Facts, Measure, Source, Speaker, Topic};

/// What records may refer to.
struct Known {
    reviewed: Option<Day>,
    topics: Index<Topic>,
    speakers: Index<Speaker>,
    sources: Index<Source>,
    measures: Index<Measure>,
    claims: Index<Claim>,
}

/// The facts, without the records that have problems; nothing without a dossier.
pub(super) fn resolve(written: &Written, findings: &mut Findings<'_>) -> Option<Facts> {
    let dossier = dossier::dossier(&written.dossier, findings);
    let mut known = Known {
        reviewed: dossier.as_ref().map(|dossier| dossier.reviewed),
        topics: Index::new("topic", &written.topic, |topic| topic.id.as_ref(), findings),
        speakers: Index::new(
            "speaker",
            &written.speaker,
            |speaker| speaker.id.as_ref(),
            findings,
        ),
        sources: Index::new(
            "source",
            &written.source,
            |source| source.id.as_ref(),
            findings,
        ),
        measures: Index::new(
            "measure",
            &written.measure,
            |measure| measure.id.as_ref(),
            findings,
        ),
        claims: Index::new("claim", &written.claim, |claim| claim.id.as_ref(), findings),
    };
    let speakers = speaker::speakers(&written.speaker, &mut known, findings);
    let sources = source::sources(&written.source, &mut known, findings);
    let measures = dossier::measures(&written.measure, &mut known, findings);
    let claims = claim::claims(&written.claim, &mut known, findings);
    links::no_circles(&written.claim, findings);
    let topics = topic::topics(&written.topic, &claims, &mut known, findings);
    Some(Facts::new(
        dossier?, topics, speakers, sources, measures, claims,
    ))
}

/// Reads each record and keeps it under its id, in the order of the file.
fn each<W, T>(
    records: &[Placed<W>],
    findings: &mut Findings<'_>,
    mut read: impl FnMut(&Placed<W>, &mut Findings<'_>) -> Option<T>,
) -> Vec<T> {
    records
        .iter()
        .filter_map(|placed| read(placed, findings))
        .collect()
}
