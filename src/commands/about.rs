//! What the facts are, and what can be asked.

use super::ask::{Ask, Draft, Otherwise};
use super::list;
use crate::answer::{Answer, Entry, Section, SectionRole, Way};
use crate::facts::Facts;
use crate::phrases::Words;

/// `/about`: what the collection holds, up to when, under which licence, how to report a mistake.
pub(super) fn about(ask: Ask<'_>) -> Result<Answer, Otherwise> {
    let dossier = &ask.as_of.facts.dossier;
    let line = |key: &str, text: String| Entry::line(ask.words.say(key), text);
    let reviewed = ask.words.day(dossier.reviewed);
    let entries = vec![
        Entry::line("", dossier.about.get(ask.lang())),
        line("about-holds", holds(ask.as_of.facts, ask.words)),
        line("about-reviewed", reviewed),
        line("about-rules", ask.words.say("about-rules-text")),
        line("about-languages", ask.words.list(&languages(ask.words))),
        line("about-licence", dossier.licence.clone()),
        line("about-report", dossier.report.get(ask.lang()).to_owned()),
        line("about-privacy", ask.words.say("about-privacy-text")),
    ];
    let section = Section::new(SectionRole::About, "").with(entries);
    let draft = Draft {
        title: dossier.title.get(ask.lang()).to_owned(),
        sections: vec![section],
        ways: vec![
            ask.way("way-help", ask.other("help")),
            ask.way("view-sources", ask.other("sources")),
            ask.way("way-changes", ask.other("changes")),
        ],
        ..Draft::default()
    };
    let composer = ask.composer();
    Ok(ask.answer(composer, draft))
}

/// `81 statements by 40 speakers, from 100 sources`.
fn holds(facts: &Facts, words: &Words) -> String {
    let number = |count: usize| words.number(i64::try_from(count).unwrap_or(i64::MAX));
    let (claims, speakers) = (number(facts.claims.len()), number(facts.speakers.len()));
    let (sources, topics) = (number(facts.sources.len()), number(facts.topics.len()));
    let values = [
        ("claims", claims.as_str()),
        ("speakers", &speakers),
        ("sources", &sources),
        ("topics", &topics),
    ];
    words.with("about-holds-text", &values)
}

fn languages(words: &Words) -> Vec<String> {
    let all = crate::facts::Lang::ALL.iter();
    all.map(|lang| words.language(lang.code())).collect()
}

/// `/help`: every command in one line, the topics' first.
pub(super) fn help(ask: Ask<'_>) -> Result<Answer, Otherwise> {
    let (mut topics, mut others) = (Vec::new(), Vec::new());
    for command in list(ask.as_of.facts) {
        let label = match &command.on_messages {
            Some(label) => ask
                .words
                .with("help-on-messages", &[("name", label.get(ask.lang()))]),
            None => format!("/{}", command.name),
        };
        let entry = Entry::line(label, command.description.get(ask.lang()));
        match ask.as_of.facts.topic(&command.name) {
            Some(_) => topics.push(entry),
            None => others.push(entry),
        }
    }
    let sections = [("heading-topics", topics), ("heading-commands", others)];
    let draft = Draft {
        title: ask.words.say("help-title"),
        notices: vec![ask.words.say("help-notice")],
        sections: sections
            .into_iter()
            .map(|(key, entries)| {
                Section::new(SectionRole::Commands, ask.words.say(key)).with(entries)
            })
            .collect(),
        ways: first_ways(&ask),
        ..Draft::default()
    };
    let composer = ask.composer();
    Ok(ask.answer(composer, draft))
}

/// The topics as the questions most people have first.
fn first_ways(ask: &Ask<'_>) -> Vec<Way> {
    let topics = ask.as_of.facts.topics.iter().take(10);
    let ways = topics.map(|topic| ask.to_topic(topic));
    ways.chain([ask.way("way-about", ask.other("about"))])
        .collect()
}
