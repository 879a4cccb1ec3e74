//! `/about` describes the collection; `/help` lists the commands.

use super::listing::Listing;
use super::request::{Draft, NotUnderstood, Request};
use super::{TOPIC, list};
use crate::answer::{Action, Answer, Entry, Section, SectionRole};
use crate::facts::Facts;
use crate::phrases::Phrases;
use crate::query::{Key, Query};

/// `/about`: the content of the collection, its last review, its licence and how to report a mistake.
pub(super) fn about(request: Request<'_>) -> Result<Answer, NotUnderstood> {
    let dossier = &request.as_of.facts.dossier;
    let line = |key: &str, text: String| Entry::line(request.words.text(key), text);
    let reviewed = request.words.day(dossier.reviewed);
    let languages = dossier
        .languages
        .iter()
        .map(|lang| request.words.spoken(lang));
    let entries = vec![
        Entry::line("", dossier.about.get(request.lang())),
        line("about-holds", holds(request.as_of.facts, request.words)),
        line("about-reviewed", reviewed),
        line("about-rules", request.words.text("about-rules-text")),
        line(
            "about-languages",
            request.words.list(&languages.collect::<Vec<_>>()),
        ),
        line("about-licence", dossier.licence.clone()),
        line(
            "about-report",
            dossier.report.get(request.lang()).to_owned(),
        ),
        line("about-privacy", request.words.text("about-privacy-text")),
    ];
    let section = Section::new(SectionRole::About, "").with(entries);
    let draft = Draft {
        title: dossier.title.get(request.lang()).to_owned(),
        sections: vec![section],
        actions: vec![
            request.action("way-help", request.other("help")),
            request.action("view-sources", request.other("sources")),
            request.action("way-changes", request.other("changes")),
        ],
        ..Draft::default()
    };
    let revision = &request.as_of.facts.revision;
    let values = [("revision", revision.as_str())];
    let revision = request.words.format("footer-revision", &values);
    let composer = request.composer();
    let mut answer = request.answer(composer, draft);
    answer.footer.insert(0, revision);
    Ok(answer)
}

/// `81 statements by 40 speakers, from 100 sources`.
fn holds(facts: &Facts, words: &Phrases) -> String {
    let counts = [
        ("claims", "about-claims", facts.claims.len()),
        ("speakers", "about-speakers", facts.speakers.len()),
        ("sources", "about-sources", facts.sources.len()),
        ("topics", "about-topics", facts.topics.len()),
    ];
    let counts = counts.map(|(name, key, count)| (name, words.plural(key, count, &[])));
    let values = counts.each_ref().map(|(name, count)| (*name, &**count));
    words.format("about-holds-text", &values)
}

/// `/help`: one line for each command, the topics' commands first.
pub(super) fn help(request: Request<'_>) -> Result<Answer, NotUnderstood> {
    let listing = Listing::from(request.as_of.facts);
    let commanded = listing.commanded();
    let mut topics: Vec<Entry> = Vec::new();
    for topic in &request.as_of.facts.topics {
        let own = commanded.iter().any(|(_, other)| other.id == topic.id);
        let label = match own {
            true => format!("/{}", topic.id),
            false => Query::new(TOPIC).with(Key::Topic, &topic.id).to_string(),
        };
        let entry = Entry::line(label, topic.description.get(request.lang()));
        topics.push(entry.describing(&topic.id));
    }
    let mut others = Vec::new();
    for command in list(listing) {
        if request.as_of.facts.topic(&command.name).is_some() {
            continue;
        }
        let description = command.description.get(request.lang());
        others.push(match &command.on_messages {
            Some(name) => {
                let values = [("name", name.get(request.lang()))];
                let label = request.words.format("help-on-messages", &values);
                Entry::line(label, description)
            }
            None => {
                let label = format!("/{}", command.name);
                Entry::line(label, description).describing(command.name.clone())
            }
        });
    }
    let notice = match request.as_of.facts.dossier.languages.several() {
        true => "help-notice",
        false => "help-notice-one-language",
    };
    let sections = [("heading-topics", topics), ("heading-commands", others)];
    let draft = Draft {
        title: request.words.text("help-title"),
        notices: vec![request.words.text(notice)],
        sections: sections
            .into_iter()
            .map(|(key, entries)| request.section(SectionRole::Commands, key, entries))
            .collect(),
        actions: first_ways(&request),
        ..Draft::default()
    };
    let composer = request.composer();
    Ok(request.answer(composer, draft))
}

/// The first topics, then `/about`.
fn first_ways(request: &Request<'_>) -> Vec<Action> {
    let topics = request.as_of.facts.topics.iter().take(10);
    let actions = topics.map(|topic| request.to_topic(topic));
    actions
        .chain([request.action("way-about", request.other("about"))])
        .collect()
}
