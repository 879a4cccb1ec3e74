//! Every label that is offered is sent back as if it had been typed, as some clients do
//! (<https://github.com/discord/discord-api-docs/issues/4213>), and must be answered as its value is.

use std::collections::BTreeMap;

use serde_json::json;
use sumber::commands::{self, Choice, Command, OptionKind};
use sumber::discord::interaction::Interaction;
use sumber::discord::limits::{CHOICE_NAME, clip};
use sumber::discord::{self, Settings};
use sumber::facts::Lang;
use sumber::query::Key;

use crate::{FACTS, SHELF};

/// What is typed before something is offered.
const TYPED: &[&str] = &["", "k", "nis", "2025-0"];

/// The reply to a command with these options, as sent.
fn reply(command: &Command, options: &[(Key, &str)]) -> String {
    let options: Vec<_> = options
        .iter()
        .map(|(key, value)| json!({ "name": key.name(), "type": 3, "value": value }))
        .collect();
    let interaction = Interaction::read(&json!({
        "id": "1", "token": "t", "type": 2,
        "data": { "name": command.name, "type": 1, "options": options },
    }));
    let reply = discord::reply(&SHELF, Settings::default(), &interaction);
    reply.callback().to_string()
}

/// Everything that is offered for an option.
fn offers(command: &Command, key: Key, takes: &OptionKind) -> Vec<Choice> {
    match takes {
        OptionKind::OneOf(offers) => offers.clone(),
        OptionKind::Words => TYPED
            .iter()
            .flat_map(|typed| commands::complete(&FACTS, &command.name, key, typed))
            .collect(),
        OptionKind::Flag => Vec::new(),
    }
}

/// The labels of an option as Discord sends and shows them, each with its value.
fn labels(command: &Command, key: Key, takes: &OptionKind) -> BTreeMap<String, String> {
    let offers = offers(command, key, takes).into_iter();
    let labels = offers.flat_map(|offer| {
        let label = |lang| (offer.label.get(lang).to_owned(), offer.value.clone());
        [Lang::En, Lang::Id].map(label)
    });
    let each = labels.flat_map(|(label, value)| {
        let shown = clip(&label, CHOICE_NAME);
        [(label, value.clone()), (shown, value)]
    });
    each.collect()
}

/// Values for the other options that a command needs.
fn needed<'a>(command: &Command, key: Key) -> Vec<(Key, &'a str)> {
    let needed = command
        .options
        .iter()
        .filter(|one| one.required && one.key != key);
    let value = |key| match key {
        Key::Claim => "nis-1500-to-vladivostok",
        Key::Name => "peskov",
        _ => "kursk",
    };
    needed.map(|one| (one.key, value(one.key))).collect()
}

fn sent_back(command: &Command) -> usize {
    let mut count = 0;
    // A question is answered in its own words, which are others in each language.
    let options = command.options.iter();
    for option in options.filter(|one| one.key != Key::Question) {
        let mut expected: BTreeMap<String, String> = BTreeMap::new();
        let others = needed(command, option.key);
        let reply = |value: &str| {
            let mut options = others.clone();
            options.push((option.key, value));
            reply(command, &options)
        };
        for (label, value) in labels(command, option.key, &option.takes) {
            let right = expected
                .entry(value)
                .or_insert_with_key(|value| reply(value));
            assert_eq!(
                &reply(&label),
                right,
                "/{} {}:{label}",
                command.name,
                option.key.name()
            );
            count += 1;
        }
    }
    count
}

#[test]
fn every_label_is_answered_as_its_value() {
    let commands = commands::list(&*FACTS);
    let counts: Vec<usize> = std::thread::scope(|scope| {
        let halves = commands.chunks(commands.len().div_ceil(2));
        let work = |half: &[Command]| half.iter().map(sent_back).sum();
        let workers: Vec<_> = halves.map(|half| scope.spawn(move || work(half))).collect();
        workers.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let count: usize = counts.iter().sum();
    println!("{count} labels sent back");
    assert!(count > 1_000, "{count}");
}
