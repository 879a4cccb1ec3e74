//! Answers to what could not be understood: they say so and offer the nearest, never silence.

use std::collections::BTreeSet;

use super::{View, asked};
use crate::answer::{Answer, Outcome, Way, WayKind};
use crate::facts::date::Day;
use crate::facts::{Facts, Lang, Topic};
use crate::phrases::Words;
use crate::query::{Key, NotAQuery, Query};

/// Most suggestions offered at once.
const MOST: usize = 5;

/// An answer that holds only a title, what was wrong, and ways on.
fn answer(lang: Lang, query: &Query, title: String, notice: String, ways: Vec<Way>) -> Answer {
    Answer {
        outcome: Outcome::Unknown,
        lang,
        query: query.clone().without(Key::Share),
        title,
        question: None,
        as_of: None,
        notices: vec![notice],
        sections: Vec::new(),
        references: Vec::new(),
        footer: Vec::new(),
        ways,
    }
}

fn way(label: String, query: Query) -> Way {
    Way {
        label,
        query,
        kind: WayKind::Suggestion,
    }
}

/// No command of that name: the nearest, or all of them.
pub(super) fn command(facts: &Facts, query: &Query, lang: Lang) -> Answer {
    let words = Words::of(lang);
    let names = facts.topics.iter().flat_map(|topic| {
        std::iter::once(topic.id.as_str()).chain(topic.aliases.iter().map(String::as_str))
    });
    let near = asked::nearest(&query.command, names, MOST);
    let mut topics: Vec<_> = near
        .iter()
        .filter_map(|name| asked::topic(facts, name))
        .collect();
    if topics.is_empty() {
        topics = facts.topics.iter().collect();
    }
    let mut seen = BTreeSet::new();
    topics.retain(|topic| seen.insert(&topic.id));
    let ways = topics.into_iter().take(10).map(|topic| {
        way(
            format!("/{}", topic.id),
            Query::new(&topic.id).with(Key::Lang, lang.code()),
        )
    });
    let title = words.say("unknown-command-title");
    let notice = words.with("unknown-command", &[("name", &clipped(&query.command))]);
    answer(lang, query, title, notice, ways.collect())
}

/// No view of that name: the nearest, or all of them.
pub(super) fn view(query: &Query, topic: &Topic, lang: Lang) -> Answer {
    let words = Words::of(lang);
    let typed = query.get(Key::View).unwrap_or_default();
    let labels: Vec<(String, View)> = View::ALL
        .into_iter()
        .flat_map(|view| {
            let labels = Lang::ALL.map(|lang| view.label(lang));
            std::iter::once(view.name().to_owned())
                .chain(labels)
                .map(move |label| (label, view))
        })
        .collect();
    let near = asked::nearest(typed, labels.iter().map(|(label, _)| label.as_str()), MOST);
    let mut views: Vec<View> = View::ALL
        .into_iter()
        .filter(|view| {
            labels
                .iter()
                .any(|(label, of)| of == view && near.contains(&label.as_str()))
        })
        .collect();
    if views.is_empty() {
        views = View::ALL.to_vec();
    }
    let base = again(query, topic, lang);
    let ways = views
        .into_iter()
        .map(|view| way(view.label(lang), base.clone().with(Key::View, view.name())));
    let title = words.say("unknown-view-title");
    let notice = words.with("unknown-view", &[("name", &clipped(typed))]);
    answer(lang, query, title, notice, ways.collect())
}

/// No day: how to write one, and the last days on which something changed.
pub(super) fn day(facts: &Facts, query: &Query, topic: &Topic, lang: Lang) -> Answer {
    let words = Words::of(lang);
    let typed = query.get(Key::AsOf).unwrap_or_default();
    let days: BTreeSet<Day> = facts
        .about(topic)
        .filter_map(|claim| facts.known_since(claim))
        .collect();
    let year = typed
        .chars()
        .filter(char::is_ascii_digit)
        .collect::<String>();
    let written: Vec<(String, Day)> = days.iter().map(|day| (day.to_string(), *day)).collect();
    let near = asked::nearest(typed, written.iter().map(|(text, _)| text.as_str()), MOST);
    let mut nearest: Vec<Day> = written
        .iter()
        .filter(|(text, _)| near.contains(&text.as_str()))
        .map(|(_, day)| *day)
        .collect();
    if nearest.is_empty() && year.len() == 4 {
        nearest = days
            .iter()
            .copied()
            .filter(|day| day.year.to_string() == year)
            .take(MOST)
            .collect();
    }
    if nearest.is_empty() {
        nearest = days.iter().rev().take(MOST).copied().collect();
    }
    let base = again(query, topic, lang);
    let ways = nearest.into_iter().map(|day| {
        way(
            words.day(day),
            base.clone().with(Key::AsOf, day.to_string()),
        )
    });
    let title = words.say("unknown-day-title");
    let notice = words.with("unknown-day", &[("name", &clipped(typed))]);
    answer(lang, query, title, notice, ways.collect())
}

/// No language of that name: those the bot speaks.
pub(super) fn language(query: &Query, topic: &Topic, wrong: &str, lang: Lang) -> Answer {
    let words = Words::of(lang);
    let base = again(query, topic, lang);
    let ways = Lang::ALL.into_iter().map(|lang| {
        way(
            Words::of(lang).say("language-name"),
            base.clone().with(Key::Lang, lang.code()),
        )
    });
    let title = words.say("unknown-language-title");
    let notice = words.with("unknown-language", &[("name", &clipped(wrong))]);
    answer(lang, query, title, notice, ways.collect())
}

/// A text that is no question at all.
pub fn unreadable(facts: &Facts, why: &NotAQuery, lang: Lang) -> Answer {
    let words = Words::of(lang);
    let query = Query::new("");
    let ways = facts.topics.iter().take(10).map(|topic| {
        way(
            format!("/{}", topic.id),
            Query::new(&topic.id).with(Key::Lang, lang.code()),
        )
    });
    let notice = match why {
        NotAQuery::Empty => words.say("unreadable-empty"),
        NotAQuery::UnknownOption(name) => {
            let known: Vec<&str> = Key::ALL.iter().map(|key| key.name()).collect();
            let near = asked::nearest(name, known.iter().copied(), 1);
            let offered = if near.is_empty() { known } else { near };
            let options = words.list(
                &offered
                    .iter()
                    .map(|name| format!("{name}:"))
                    .collect::<Vec<_>>(),
            );
            words.with(
                "unreadable-option",
                &[("name", &clipped(name)), ("options", &options)],
            )
        }
        NotAQuery::Loose(word) => words.with("unreadable-loose", &[("word", &clipped(word))]),
    };
    answer(
        lang,
        &query,
        words.say("unreadable-title"),
        notice,
        ways.collect(),
    )
}

/// The same question with everything that could be understood.
fn again(query: &Query, topic: &Topic, lang: Lang) -> Query {
    let mut again = query.clone().to(&topic.id);
    again = again
        .without(Key::Share)
        .without(Key::Page)
        .with(Key::Lang, lang.code());
    if again
        .get(Key::AsOf)
        .is_some_and(|text| asked::day(text).is_none())
    {
        again = again.without(Key::AsOf);
    }
    again
}

/// What somebody typed, at most 60 code points of it.
fn clipped(typed: &str) -> String {
    match typed.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", typed.get(..end).unwrap_or_default()),
        None => typed.to_owned(),
    }
}
