//! What to offer while somebody types the value of an option.
//!
//! Free text that was never offered is as welcome; this only helps.

use std::collections::{BTreeMap, BTreeSet};

use super::{Offer, Takes, asked, list};
use crate::facts::date::Day;
use crate::facts::{Claim, Facts, Lang, Text, Topic};
use crate::phrases::Words;
use crate::query::Key;

/// Most choices that Discord shows
/// (<https://discord.com/developers/docs/interactions/receiving-and-responding>).
const MOST: usize = 25;

/// What to offer while somebody types the value of an option: at most 25, the likeliest first.
pub fn complete(facts: &Facts, command: &str, key: Key, typed: &str) -> Vec<Offer> {
    let offers = match key {
        Key::AsOf => asked::topic(facts, command)
            .map(|topic| days(facts, topic))
            .unwrap_or_default(),
        Key::View | Key::Lang => listed(facts, command, key),
        Key::Share => Vec::new(),
        Key::Page => Vec::new(),
    };
    let typed = typed.trim().to_lowercase();
    let fits = |offer: &Offer| {
        offer.value.to_lowercase().contains(&typed)
            || offer
                .label
                .0
                .values()
                .any(|label| label.to_lowercase().contains(&typed))
    };
    offers.into_iter().filter(fits).take(MOST).collect()
}

fn listed(facts: &Facts, command: &str, key: Key) -> Vec<Offer> {
    let commands = list(facts);
    let options = commands
        .into_iter()
        .filter(|one| one.name == command)
        .flat_map(|one| one.options);
    let values = options
        .filter(|option| option.key == key)
        .map(|option| match option.takes {
            Takes::OneOf(offers) => offers,
            Takes::Words | Takes::Flag => Vec::new(),
        });
    values.flatten().collect()
}

/// The days on which something about a topic became known, the latest first, each with what.
fn days(facts: &Facts, topic: &Topic) -> Vec<Offer> {
    let mut by_day: BTreeMap<Day, Vec<&Claim>> = BTreeMap::new();
    for claim in facts.recorded(topic) {
        if let Some(day) = facts.known_since(claim) {
            by_day.entry(day).or_default().push(claim);
        }
    }
    by_day
        .into_iter()
        .rev()
        .map(|(day, claims)| offer(day, &claims))
        .collect()
}

/// `2025-04-26`, shown as `26 April 2025: Valery Gerasimov`.
fn offer(day: Day, claims: &[&Claim]) -> Offer {
    let label = |lang: Lang| {
        let speakers = claims.iter().flat_map(|claim| &claim.by);
        let names: BTreeSet<&str> = speakers.map(|speaker| speaker.name.get(lang)).collect();
        let names: Vec<&str> = names.into_iter().collect();
        let text = format!("{}: {}", Words::of(lang).day(day), names.join(", "));
        (lang, text)
    };
    Offer {
        value: day.to_string(),
        label: Text(Lang::ALL.map(label).into_iter().collect()),
    }
}
