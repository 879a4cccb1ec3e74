//! Topics: each a question with a slash command of its own.

use std::sync::Arc;

use super::super::fields::LONGEST_TEXT;
use super::super::findings::{Findings, Record};
use super::super::index::record_name;
use super::super::nearest::shown;
use super::super::shape::Placed;
use super::Known;
use crate::facts::Topic;
use crate::facts::written::{self, At};

/// The longest description of a command, and also the longest label of a choice.
/// <https://discord.com/developers/docs/interactions/application-commands#application-command-object>
const LONGEST_DESCRIPTION: usize = 100;

/// Reads the topics, in the order of the file.
pub(super) fn topics(
    written: &[Placed<written::Topic>],
    known: &mut Known,
    findings: &mut Findings<'_>,
) -> Vec<Arc<Topic>> {
    super::each(written, findings, |placed, findings| {
        let (topic, at) = (placed.at.value(), placed.at.span());
        let mut record = findings.record(placed.part, record_name("topic", topic.id.as_ref()));
        let title = record.need_text(&topic.title, &at, "title", LONGEST_DESCRIPTION);
        let question = record.need_text(&topic.question, &at, "question", LONGEST_TEXT);
        let description =
            record.need_text(&topic.description, &at, "description", LONGEST_DESCRIPTION);
        let aliases = record.strings(&topic.aliases);
        record.once(&topic.lead);
        for lead in &topic.lead {
            belongs(&mut record, lead, topic, known);
        }
        let lead = topic.lead.iter().map(|at| at.value().clone()).collect();
        let id = topic.id.as_ref()?.value().clone();
        Some(known.topics.keep(
            &id.clone(),
            Topic {
                id,
                title,
                question,
                description,
                aliases,
                lead,
            },
        ))
    })
}

/// A claim that a topic shows first is one of its own.
fn belongs(record: &mut Record<'_, '_>, lead: &At<String>, topic: &written::Topic, known: &Known) {
    let (true, Some(id)) = (record.knows(&known.claims, lead), &topic.id) else {
        return;
    };
    let strange = |claim: &&Arc<crate::facts::Claim>| !claim.topics.contains(id.value());
    if known.claims.get(lead.value()).filter(strange).is_some() {
        let what = format!(
            "the claim {} does not belong to this topic",
            shown(lead.value())
        );
        let mend = format!(
            "add \"{}\" to the claim’s `topics`, or lead with another.",
            id.value()
        );
        record.error(lead.span(), what, mend);
    }
}
