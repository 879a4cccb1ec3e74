//! Topics: each is a question with its own slash command.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::diagnostics::{Diagnostics, Record, record_name, shown};
use super::super::shape::Placed;
use super::Known;
use crate::facts::vocabulary::Kind;
use crate::facts::written::{self, At};
use crate::facts::{Claim, Topic};

/// The longest description of a command, and also the longest label of a choice.
/// <https://discord.com/developers/docs/interactions/application-commands#application-command-object>
const LONGEST_DESCRIPTION: usize = 100;

/// Most claims that an overview shows first.
const MOST_LEADING: usize = 5;

/// Reads a topic.
pub(super) fn topic(
    record: &mut Record<'_, '_>,
    topic: &At<written::Topic>,
    claims: &[Arc<Claim>],
    known: &Known,
) -> Topic {
    for text in [&topic.title, &topic.question, &topic.description] {
        record.wording(text);
    }
    leading(record, topic, known);
    asking(record, topic, known);
    if !claims.iter().any(|claim| claim.topics.contains(&topic.id)) {
        let help = "name it in the `topics` of a claim; until then its command finds nothing.";
        record.warn(topic.id.span(), "no claim belongs to this topic", help);
    }
    Topic {
        id: topic.id.to_string(),
        title: record.text_within(&topic.title, "title", LONGEST_DESCRIPTION),
        question: record.text(&topic.question, "question"),
        description: record.text_within(&topic.description, "description", LONGEST_DESCRIPTION),
        aliases: record.strings(&topic.aliases),
        asks: topic.asks.as_ref().map(|id| id.to_string()),
        lead: topic.lead.iter().map(|id| id.to_string()).collect(),
    }
}

/// Reports each name that would lead to two topics when a user types it. Case is ignored, as in a query.
pub(super) fn note_names(written: &[Placed<written::Topic>], diagnostics: &mut Diagnostics<'_>) {
    let mut owners: BTreeMap<String, &Placed<written::Topic>> = BTreeMap::new();
    for topic in written {
        owners.entry(topic.id.to_lowercase()).or_insert(topic);
    }
    for topic in written {
        for name in topic.title.values().chain(&topic.aliases) {
            let owner = *owners.entry(name.to_lowercase()).or_insert(topic);
            if !std::ptr::eq(owner, topic) {
                let other = record_name("topic", &owner.id);
                let what = format!("{} already leads to the {other}", shown(name));
                let help = "a word leads to one topic; leave it to one of the two.";
                topic.record(diagnostics).error(name.span(), what, help);
            }
        }
    }
}

/// The claims that a topic shows first: only a few, only its own, and no denials or confirmations.
fn leading(record: &mut Record<'_, '_>, topic: &written::Topic, known: &Known) {
    record.once(&topic.lead);
    if let Some(sixth) = topic.lead.get(MOST_LEADING) {
        let what = format!("{} claims lead this topic", topic.lead.len());
        let help = format!("keep at most {MOST_LEADING}, so that the overview stays one.");
        record.error(sixth.span(), what, help);
    }
    for (number, lead) in topic.lead.iter().enumerate() {
        let Some(claim) = record.find(&known.claims, lead) else {
            continue;
        };
        belongs(record, topic, lead, &claim);
        let help =
            "lead with what it is about; the overview adds denials and confirmations itself.";
        answerable(record, lead, &claim, help);
        if number == 0 {
            stands(record, lead, &claim);
        }
    }
}

/// The claim that a topic asks about: its own, and one that others can deny or confirm.
fn asking(record: &mut Record<'_, '_>, topic: &written::Topic, known: &Known) {
    let Some(asks) = &topic.asks else { return };
    if let Some(claim) = record.find(&known.claims, asks) {
        belongs(record, topic, asks, &claim);
        answerable(record, asks, &claim, "name the claim that it is about.");
        stands(record, asks, &claim);
    }
}

/// Reports a claim of another topic.
fn belongs(record: &mut Record<'_, '_>, topic: &written::Topic, at: &At<String>, claim: &Claim) {
    let id = &topic.id;
    if !claim.topics.contains(id) && !id.is_empty() {
        let what = format!("the claim {} does not belong to this topic", shown(at));
        let help = format!("add \"{}\" to the claim’s `topics`, or name another.", **id);
        record.error(at.span(), what, help);
    }
}

/// Reports a claim that was withdrawn.
fn stands(record: &mut Record<'_, '_>, at: &At<String>, claim: &Claim) {
    if claim.withdrawn.is_some() {
        let what = format!("the claim {} was withdrawn", shown(at));
        record.error(at.span(), what, "begin with another, or remove it here.");
    }
}

/// Reports a claim that is itself a denial or a confirmation.
fn answerable(record: &mut Record<'_, '_>, at: &At<String>, claim: &Claim, help: &str) {
    let what = match claim.kind {
        Kind::Denies => "denial",
        Kind::Confirms => "confirmation",
        Kind::Asserts | Kind::Assesses | Kind::Reports | Kind::Declines => return,
    };
    let what = format!("the claim {} is a {what}", shown(at));
    record.error(at.span(), what, help);
}
