//! Answers to queries that could not be understood: they say so and suggest similar queries.

mod command;
mod name;

use std::collections::BTreeSet;

use super::request::Request;
use super::{View, parse};
use crate::answer::{Action, Answer};
use crate::facts::date::Day;
use crate::facts::nearest::nearest;
use crate::facts::{Facts, Lang, Topic};
use crate::phrases::Phrases;
use crate::query::{CustomId, Key, Query};

pub(super) use command::{command, is_near, loose, option};
pub(super) use name::{
    claim, dossier, extent, order, range, sides, speaker, style, topic, view, which_speaker,
    which_topic,
};

/// The maximum number of suggestions.
const MOST: usize = 5;

/// The same query in the other languages, if it fits the id of a button.
fn languages(facts: &Facts, query: &Query, lang: Lang) -> impl Iterator<Item = Action> {
    let query = query.clone();
    let others: Vec<Lang> = facts.dossier.languages.others(lang).collect();
    others.into_iter().filter_map(move |other| {
        let query = query.clone().with(Key::Lang, other.code());
        let fits = CustomId::Open(query.clone()).id().is_some();
        fits.then(|| Action::language(Phrases::of(other).own_name(), query))
    })
}

/// The topics whose names are similar to a word, the nearest first.
fn near<'a>(facts: &'a Facts, name: &str) -> Vec<&'a Topic> {
    let names = facts.topics.iter().flat_map(|topic| {
        std::iter::once(topic.id.as_str()).chain(topic.aliases.iter().map(String::as_str))
    });
    let mut seen = BTreeSet::new();
    nearest(name, names, MOST)
        .into_iter()
        .filter_map(|name| parse::topic(facts, name))
        .filter(|topic| seen.insert(&topic.id))
        .collect()
}

/// Unreadable day: gives its two readings or explains how to write a day, and suggests days with changes.
pub(super) fn day(request: &Request<'_>, key: Key) -> Answer {
    let (query, words) = (&request.query, request.words);
    let typed = query.get(key).unwrap_or_default();
    let base = again(query, request.lang()).without(key);
    let topic = parse::topic(request.as_of.facts, &query.command);
    let readings = parse::readings(typed);
    let changes = changes(request.as_of.facts, topic, typed).into_iter();
    let others = changes.filter(|day| !readings.contains(day));
    let relative = parse::is_relative(typed);
    let latest = (relative && key == Key::AsOf)
        .then(|| Action::suggestion(words.text("way-latest"), base.clone()));
    let days = readings.iter().copied().chain(others);
    let days =
        days.map(|day| Action::suggestion(words.day(day), base.clone().with(key, day.to_string())));
    let actions = latest.into_iter().chain(days);
    let title = words.text("unknown-day-title");
    let name = clipped(typed);
    let notice = if relative {
        let reviewed = words.day(request.as_of.facts.dossier.reviewed);
        words.format(
            "unknown-day-relative",
            &[("name", &name), ("date", &reviewed)],
        )
    } else if readings.is_empty() {
        words.format("unknown-day", &[("name", &name)])
    } else {
        let days: Vec<String> = readings.iter().map(|day| words.day(*day)).collect();
        let days = words.either(&days);
        words.format("unknown-day-either", &[("name", &name), ("days", &days)])
    };
    let actions = actions
        .chain(languages(request.as_of.facts, query, request.lang()))
        .collect();
    Answer::unknown(request.lang(), query.clone(), title, notice, actions)
}

/// Days on which something changed (in one topic, if given): those nearest to the typed text, otherwise the
/// last.
fn changes(facts: &Facts, topic: Option<&Topic>, typed: &str) -> Vec<Day> {
    let days = match topic {
        Some(topic) => facts.days(topic),
        None => facts.all_days(),
    };
    let year: String = typed.chars().filter(char::is_ascii_digit).collect();
    let written: Vec<(String, Day)> = days.iter().map(|day| (day.to_string(), *day)).collect();
    let near = nearest(typed, written.iter().map(|(text, _)| text.as_str()), MOST);
    let written = written.iter().filter(|(text, _)| near.contains(&&**text));
    let mut nearest: Vec<Day> = written.map(|(_, day)| *day).collect();
    if nearest.is_empty() && year.len() == 4 {
        let of_year = days.iter().filter(|day| day.year.to_string() == year);
        nearest = of_year.take(MOST).copied().collect();
    }
    if nearest.is_empty() {
        nearest = days.iter().rev().take(MOST).copied().collect();
    }
    nearest
}

/// Unknown language: suggests the languages of the bot.
pub(super) fn language(facts: &Facts, query: &Query, wrong: &str, lang: Lang) -> Answer {
    let words = Phrases::of(lang);
    let base = again(query, lang);
    let actions = facts.dossier.languages.iter().map(|lang| {
        Action::suggestion(
            Phrases::of(lang).own_name(),
            base.clone().with(Key::Lang, lang.code()),
        )
    });
    let title = words.text("unknown-language-title");
    let notice = words.format("unknown-language", &[("name", &clipped(wrong))]);
    Answer::unknown(lang, query.clone(), title, notice, actions.collect())
}

/// The same query with only the options that could be understood.
fn again(query: &Query, lang: Lang) -> Query {
    let again = query.clone().without(Key::Share).without(Key::Page);
    let mut again = again.with(Key::Lang, lang.code());
    for (key, typed) in query.options() {
        let read = match key {
            Key::View => View::parse(typed).is_some(),
            Key::From | Key::To | Key::Since | Key::AsOf => parse::day(typed).is_some(),
            _ => true,
        };
        if !read {
            again = again.without(key);
        }
    }
    again
}

/// The typed text, cut to 60 code points.
fn clipped(typed: &str) -> String {
    match typed.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", typed.get(..end).unwrap_or_default()),
        None => typed.to_owned(),
    }
}
