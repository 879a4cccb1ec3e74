//! Several dossiers in one bot: which of them answers, what is registered, and that one of them alone looks as ever.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(unreachable_pub, dead_code)]

#[path = "../endpoint/caller.rs"]
mod caller;
mod checked;
mod choosing;
#[path = "../support/fake_discord/mod.rs"]
mod fake_discord;
mod made;
mod pages;
#[path = "../support/program.rs"]
mod program;
mod registered;
mod served;
mod walk;

use serde_json::{Value, json};
use sumber::answer::Answer;
use sumber::commands::shelf;
use sumber::discord::interaction::Interaction;
use sumber::discord::{self, Settings};
use sumber::facts::{Lang, Shelf};
use sumber::query::Key;

/// The answer of some dossiers to a typed text.
fn asked(dossiers: &Shelf, text: &str) -> Answer {
    shelf::answer(dossiers, &shelf::typed(dossiers, text), Lang::En)
}

/// The id of the dossier from which an answer is.
fn dossier(answer: &Answer) -> &str {
    answer.query.get(Key::Dossier).unwrap_or_default()
}

/// The callback for an interaction.
fn reply(dossiers: &Shelf, payload: &Value) -> Value {
    discord::reply(dossiers, Settings::default(), &Interaction::read(payload)).callback()
}

/// The interaction for a slash command.
fn slash(name: &str, options: &[(&str, &str)]) -> Value {
    let options = options
        .iter()
        .map(|(name, value)| json!({ "name": name, "type": 3, "value": value }));
    json!({
        "id": "1", "token": "t", "type": 2, "locale": "en-GB", "channel_id": "2", "user": { "id": "7" },
        "data": { "name": name, "type": 1, "options": options.collect::<Vec<_>>() },
    })
}

/// The interaction for a press on a button under a private message.
fn press(id: &str) -> Value {
    json!({
        "id": "1", "token": "t", "type": 3, "locale": "en-GB", "channel_id": "2", "user": { "id": "7" },
        "data": { "component_type": 2, "custom_id": id },
        "message": { "id": "9", "flags": 64 },
    })
}

/// The id of each button of a callback and each entry of its menus, with its label.
fn pressable(callback: &Value) -> Vec<(String, String)> {
    let rows = callback["data"]["components"]
        .as_array()
        .into_iter()
        .flatten();
    let components = rows.flat_map(|row| row["components"].as_array().unwrap());
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut all = Vec::new();
    for component in components {
        match component["options"].as_array() {
            Some(options) => {
                let options = options.iter();
                all.extend(options.map(|one| (text(&one["value"]), text(&one["label"]))));
            }
            None => all.push((text(&component["custom_id"]), text(&component["label"]))),
        }
    }
    all.retain(|(id, _)| !id.is_empty());
    all
}

/// The small print of a callback: below the last card, or in the content if there is no card.
fn small_print(callback: &Value) -> String {
    let cards = callback["data"]["embeds"].as_array();
    let words = match cards.and_then(|cards| cards.last()) {
        Some(last) => &last["footer"]["text"],
        None => &callback["data"]["content"],
    };
    words.as_str().unwrap_or_default().to_owned()
}
