//! Answers to unknown commands and options: they suggest the nearest.

use std::collections::BTreeSet;

use super::{MOST, again, clipped, languages};
use crate::answer::{Action, Answer};
use crate::commands::{ASK, BUILTINS, TOPIC, parse};
use crate::facts::nearest::nearest;
use crate::facts::{Facts, Lang};
use crate::phrases::Phrases;
use crate::query::{Key, Query};

/// The maximum number of suggested topics.
const TOPICS_MOST: usize = 10;

/// Whether a name is similar to that of a command.
pub(in crate::commands) fn is_near(facts: &Facts, name: &str) -> bool {
    !near(facts, name).is_empty()
}

/// The names of the commands that are similar to a name, the nearest first.
fn near<'a>(facts: &'a Facts, name: &str) -> Vec<&'a str> {
    let topics = facts.topics.iter().flat_map(|topic| {
        std::iter::once(topic.id.as_str()).chain(topic.aliases.iter().map(String::as_str))
    });
    let own = BUILTINS.iter().map(|own| own.name);
    let names = topics.chain(own.filter(|name| *name != TOPIC));
    let mut seen = BTreeSet::new();
    nearest(name, names, MOST)
        .into_iter()
        .map(|name| parse::topic(facts, name).map_or(name, |topic| &topic.id))
        .filter(|name| seen.insert(*name))
        .collect()
}

/// Unknown command: suggests the query that `fill` makes for each of the nearest commands, or for every topic, and the
/// question.
pub(in crate::commands) fn command(
    facts: &Facts,
    asked: &Query,
    name: &str,
    fill: &dyn Fn(&str) -> Query,
    lang: Lang,
) -> Answer {
    let words = Phrases::of(lang);
    let mut names = near(facts, name);
    let (far, topics) = (names.is_empty(), facts.topics.iter());
    if far {
        names = topics.map(|topic| &*topic.id).take(TOPICS_MOST).collect();
    }
    let offer = |name: &str| {
        let action = Action::suggestion(format!("/{name}"), again(&fill(name), lang));
        match facts.topic(name) {
            Some(topic) => action.to_topic(topic, lang),
            None => action,
        }
    };
    let mut actions: Vec<Action> = names.into_iter().map(offer).collect();
    let question = asked.get(Key::Question).unwrap_or(name);
    let question = clipped(question.trim().trim_start_matches('/'));
    let question = Query::new(ASK).with(Key::Question, question);
    let question = question.with(Key::Lang, lang.code());
    actions.push(Action::suggestion(words.text("way-ask"), question));
    actions.extend(languages(facts, asked, lang));
    let key = if far {
        "unknown-command-far"
    } else {
        "unknown-command"
    };
    let notice = words.format(key, &[("name", &clipped(name))]);
    let title = words.text("unknown-command-title");
    Answer::unknown(lang, asked.clone(), title, notice, actions)
}

/// Unknown option: suggests the query with the nearest, of these, in its place.
pub(in crate::commands) fn option(
    facts: &Facts,
    asked: &Query,
    query: &Query,
    (name, keys): (&str, &[Key]),
    lang: Lang,
) -> Answer {
    let words = Phrases::of(lang);
    let known: Vec<&str> = keys.iter().map(|key| key.name()).collect();
    let near = nearest(name, known.iter().copied(), 2);
    let offered = if near.is_empty() { &known } else { &near };
    let offered: Vec<String> = offered.iter().map(|name| format!("{name}:")).collect();
    let (key, options) = match near.is_empty() {
        true => ("unknown-option-far", words.list(&offered)),
        false => ("unknown-option", words.either(&offered)),
    };
    let notice = words.format(key, &[("name", &clipped(name)), ("options", &options)]);
    instead(facts, asked, query, ("unknown-option-title", notice), lang)
}

/// A word outside any option: suggests the query without it.
pub(in crate::commands) fn loose(
    facts: &Facts,
    asked: &Query,
    query: &Query,
    word: &str,
    lang: Lang,
) -> Answer {
    let notice = Phrases::of(lang).format("loose-word", &[("word", &clipped(word))]);
    instead(facts, asked, query, ("loose-word-title", notice), lang)
}

fn instead(
    facts: &Facts,
    asked: &Query,
    query: &Query,
    (title, notice): (&str, String),
    lang: Lang,
) -> Answer {
    let query = again(query, lang);
    let label = query.clone().without(Key::Lang).to_string();
    let mut actions = vec![Action::suggestion(label, query)];
    actions.extend(languages(facts, asked, lang));
    let title = Phrases::of(lang).text(title);
    Answer::unknown(lang, asked.clone(), title, notice, actions)
}
