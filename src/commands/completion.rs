//! Completion: suggests values for an option while the user types.
//!
//! Values that were never suggested are accepted too.

use std::collections::BTreeSet;

use super::listing::Listing;
use super::options::{self, offer};
use super::{Choice, OptionKind, labels, parse};
use crate::facts::date::Day;
use crate::facts::{Claim, Facts, Lang, Topic};
use crate::phrases::Phrases;
use crate::query::Key;

/// The maximum number of choices that Discord shows
/// (<https://discord.com/developers/docs/interactions/receiving-and-responding>).
pub(super) const MOST: usize = 25;

/// Suggestions for the value of an option while the user types: at most 25, the likeliest first.
pub fn complete(facts: &Facts, command: &str, key: Key, typed: &str) -> Vec<Choice> {
    let typed = typed.trim();
    let offers = match key {
        Key::AsOf | Key::From | Key::To | Key::Since => {
            let days = days(facts, parse::topic(facts, command));
            fitting(days, typed).take(MOST).collect()
        }
        Key::Claim => claims(facts, typed),
        Key::Name => speakers(facts, typed),
        Key::Query => words(facts, command, typed),
        Key::Question => questions(facts, typed),
        Key::Topic => topics(facts, typed),
        Key::View | Key::By | Key::Style | Key::Lang => {
            match options::option(&Listing::from(facts), command, key, false).takes {
                OptionKind::OneOf(offers) => fitting(offers, typed).collect(),
                OptionKind::Words | OptionKind::Flag => Vec::new(),
            }
        }
        Key::Picture | Key::Dossier | Key::Share | Key::Part | Key::Page => Vec::new(),
    };
    offers.into_iter().take(MOST).collect()
}

/// The choices whose value or label contains the typed text.
pub(super) fn fitting(
    offers: impl IntoIterator<Item = Choice>,
    typed: &str,
) -> impl Iterator<Item = Choice> {
    let typed = typed.to_lowercase();
    let fits = move |offer: &Choice| {
        let has = |text: &str| text.to_lowercase().contains(&typed);
        has(&offer.value) || offer.label.each().any(has)
    };
    offers.into_iter().filter(fits)
}

/// `clock-runs-again`, shown as `Ina Moll, 2 May 2024: The clock …`.
fn claims(facts: &Facts, typed: &str) -> Vec<Choice> {
    let found = facts
        .as_of(facts.dossier.reviewed)
        .suggest_claims(typed, MOST)
        .into_iter();
    found
        .map(|hit| {
            offer(&facts.dossier.languages, &hit.claim.id, |lang| {
                labels::claim(hit.claim, lang)
            })
        })
        .collect()
}

fn speakers(facts: &Facts, typed: &str) -> Vec<Choice> {
    let found = facts.suggest_speakers(typed, MOST).into_iter();
    found
        .map(|speaker| {
            offer(&facts.dossier.languages, &speaker.id, |lang| {
                labels::speaker(speaker, lang)
            })
        })
        .collect()
}

fn topics(facts: &Facts, typed: &str) -> Vec<Choice> {
    let found = facts.suggest_topics(typed, MOST).into_iter();
    found
        .map(|topic| {
            offer(&facts.dossier.languages, &topic.id, |lang| {
                topic.title.get(lang).to_owned()
            })
        })
        .collect()
}

/// For a search: the typed text itself, then titles of topics and names of speakers.
fn words(facts: &Facts, command: &str, typed: &str) -> Vec<Choice> {
    if command != "search" {
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    let typed_itself = (!typed.is_empty()).then(|| typed.to_owned()).into_iter();
    let (topics, speakers) = facts.suggest_names(typed, MOST);
    let texts = topics
        .into_iter()
        .flat_map(|topic| topic.title.each())
        .chain(speakers.into_iter().flat_map(|one| one.name.each()))
        .map(str::to_owned);
    typed_itself
        .chain(texts)
        .filter(|text| seen.insert(text.to_lowercase()))
        .map(|text| offer(&facts.dossier.languages, &text, |_| text.clone()))
        .collect()
}

/// The questions of the topics, each as it is asked.
fn questions(facts: &Facts, typed: &str) -> Vec<Choice> {
    let topics = facts.suggest_topics(typed, MOST).into_iter();
    let question = |topic: &Topic, lang: Lang| topic.question.get(lang).to_owned();
    topics
        .map(|topic| {
            offer(&facts.dossier.languages, topic.question.first(), |lang| {
                question(topic, lang)
            })
        })
        .collect()
}

/// The days on which claims became known (of one topic, if given), the latest first, each with the
/// speakers.
fn days(facts: &Facts, topic: Option<&Topic>) -> impl Iterator<Item = Choice> {
    let days = facts.by_day(topic);
    days.map(|(day, claims)| day_offer(facts, day, &claims))
}

/// `2025-04-26`, shown as `26 April 2025: Valery Gerasimov`.
fn day_offer(facts: &Facts, day: Day, claims: &[&Claim]) -> Choice {
    offer(&facts.dossier.languages, &day.to_string(), |lang| {
        let speakers = claims.iter().flat_map(|claim| &claim.by);
        let names: BTreeSet<&str> = speakers.map(|speaker| speaker.name.get(lang)).collect();
        let names: Vec<&str> = names.into_iter().collect();
        let words = Phrases::of(lang);
        words.labelled(&words.day(day), &names.join(", "))
    })
}
