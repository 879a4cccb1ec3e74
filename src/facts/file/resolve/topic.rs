//! Topics: each a question with a slash command of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::fields::LONGEST_TEXT;
use super::super::findings::{Findings, Record};
use super::super::index::record_name;
use super::super::nearest::shown;
use super::super::shape::Placed;
use super::Known;
use crate::facts::vocabulary::Kind;
use crate::facts::written;
use crate::facts::{Claim, Topic};

/// The longest description of a command, and also the longest label of a choice.
/// <https://discord.com/developers/docs/interactions/application-commands#application-command-object>
const LONGEST_DESCRIPTION: usize = 100;

/// Most commands of an application that are not for one server only.
/// <https://discord.com/developers/docs/interactions/application-commands#registering-a-command>
const MOST_TOPICS: usize = 100;

/// Most claims that an overview shows first.
const MOST_LEADING: usize = 5;

/// Reads the topics, in the order of the file.
pub(super) fn topics(
    written: &[Placed<written::Topic>],
    claims: &[Arc<Claim>],
    known: &mut Known,
    findings: &mut Findings<'_>,
) -> Vec<Arc<Topic>> {
    names(written, findings);
    if let Some(placed) = written.get(MOST_TOPICS) {
        let what = format!("the file has {} topics", written.len());
        let mend = format!("keep {MOST_TOPICS}: Discord takes no more commands.");
        let name = record_name("topic", placed.at.value().id.as_ref());
        findings
            .record(placed.part, name)
            .error(placed.at.span(), what, mend);
    }
    let used: BTreeSet<&str> = claims
        .iter()
        .flat_map(|claim| &claim.topics)
        .map(String::as_str)
        .collect();
    super::each(written, findings, |placed, findings| {
        let (topic, at) = (placed.at.value(), placed.at.span());
        let mut record = findings.record(placed.part, record_name("topic", topic.id.as_ref()));
        let title = record.need_text(&topic.title, &at, "title", LONGEST_DESCRIPTION);
        let question = record.need_text(&topic.question, &at, "question", LONGEST_TEXT);
        let description =
            record.need_text(&topic.description, &at, "description", LONGEST_DESCRIPTION);
        let aliases = record.strings(&topic.aliases);
        leading(&mut record, topic, known);
        if let Some(id) = topic
            .id
            .as_ref()
            .filter(|id| !used.contains(id.value().as_str()))
        {
            let mend = "name it in the `topics` of a claim; until then its command finds nothing.";
            record.warn(id.span(), "no claim belongs to this topic", mend.to_owned());
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

/// Notes each name that somebody may type and that would lead to two topics.
///
/// As when it is typed, the case of its letters counts for nothing.
fn names(written: &[Placed<written::Topic>], findings: &mut Findings<'_>) {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for (number, placed) in written.iter().enumerate() {
        if let Some(id) = &placed.at.value().id {
            taken.entry(id.value().to_lowercase()).or_insert(number);
        }
    }
    for (number, placed) in written.iter().enumerate() {
        let topic = placed.at.value();
        let titles = topic.title.iter().flat_map(|at| at.value().values());
        for name in titles.chain(&topic.aliases) {
            let owner = *taken.entry(name.value().to_lowercase()).or_insert(number);
            let owner = written.get(owner).filter(|_| owner != number);
            let Some(owner) = owner else { continue };
            let other = record_name("topic", owner.at.value().id.as_ref());
            let what = format!("{} already leads to the {other}", shown(name.value()));
            let mine = record_name("topic", topic.id.as_ref());
            let mend = "a word leads to one topic; leave it to one of the two.";
            findings
                .record(placed.part, mine)
                .error(name.span(), what, mend);
        }
    }
}

/// The claims that a topic shows first: a few, its own, and no denials or confirmations.
fn leading(record: &mut Record<'_, '_>, topic: &written::Topic, known: &Known) {
    record.once(&topic.lead);
    if let Some(sixth) = topic.lead.get(MOST_LEADING) {
        let what = format!("{} claims lead this topic", topic.lead.len());
        let mend = format!("keep at most {MOST_LEADING}, so that the overview stays one.");
        record.error(sixth.span(), what, mend);
    }
    for lead in &topic.lead {
        if !record.knows(&known.claims, lead) {
            continue;
        }
        let (Some(claim), Some(id)) = (known.claims.get(lead.value()), &topic.id) else {
            continue;
        };
        let name = shown(lead.value());
        if !claim.topics.contains(id.value()) {
            let what = format!("the claim {name} does not belong to this topic");
            let mend = format!(
                "add \"{}\" to the claim’s `topics`, or lead with another.",
                id.value()
            );
            record.error(lead.span(), what, mend);
        }
        let adds = match claim.kind {
            Kind::Denies => "denial",
            Kind::Confirms => "confirmation",
            Kind::Asserts | Kind::Assesses | Kind::Reports | Kind::Declines => continue,
        };
        let what = format!("the claim {name} is a {adds}");
        let mend =
            "lead with what it is about; the overview adds denials and confirmations itself.";
        record.error(lead.span(), what, mend);
    }
}
