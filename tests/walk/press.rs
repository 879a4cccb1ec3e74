//! Presses every button and menu entry that the queries lead to, as in a private message.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use sumber::discord::interaction::Interaction;
use sumber::query::{CUSTOM_ID_MAX, CustomId, Key, Query};

use crate::questions::{FACTS, odd, questions};
use crate::{keep, reply, spread};

/// The `custom_id` of each button of a callback, and the value of each entry of its menus, each once.
fn carried(callback: &Value) -> Vec<String> {
    let rows = callback["data"]["components"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let components = rows
        .iter()
        .flat_map(|row| row["components"].as_array().unwrap());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let once = |values: Vec<String>| {
        let unique: BTreeSet<String> = values.iter().cloned().collect();
        assert_eq!(
            unique.len(),
            values.len(),
            "{values:?} are not each there once"
        );
        values
    };
    let (menus, buttons): (Vec<&Value>, Vec<&Value>) =
        components.partition(|component| component["options"].is_array());
    let mut all = once(
        buttons
            .iter()
            .map(|button| text(&button["custom_id"]))
            .collect(),
    );
    for menu in menus {
        let options = menu["options"].as_array().unwrap().iter();
        all.extend(once(options.map(|option| text(&option["value"])).collect()));
    }
    all
}

/// The interaction for a press on a button under a private message, by a user with a known id.
fn press(id: &str) -> Interaction {
    Interaction::read(&json!({
        "id": "1", "token": "t", "type": 3, "locale": "en-US", "channel_id": "2", "user": { "id": "7" },
        "data": { "component_type": 2, "custom_id": id },
        "message": { "id": "9", "flags": 64 },
    }))
}

/// Whether the walk continues from here. Every claim on every day in every citation style would be a million replies:
/// earlier days are followed for topics only, and styles for their overviews and the sources of a few claims only.
fn followed(action: &CustomId) -> bool {
    let few = |claim: &str| FACTS.claims.iter().take(3).any(|one| one.id == claim);
    if let CustomId::Open(query) | CustomId::Share(query) | CustomId::Cite(query) = action
        && query.command == "sources"
        && query.get(Key::Style).is_some()
        && query.get(Key::Claim).is_some_and(|claim| !few(claim))
    {
        return false;
    }
    let plain = |query: &Query| query.get(Key::AsOf).is_none_or(|day| day == "2024-10-18");
    match action {
        CustomId::Open(query) => plain(query) || FACTS.topic(&query.command).is_some(),
        CustomId::Share(query) => plain(query),
        CustomId::Cite(query) => {
            let overview = FACTS.topic(&query.command).is_some() && query.get(Key::View).is_none();
            plain(query) && (overview || query.get(Key::Style).is_none())
        }
        CustomId::Hide { by: _, what: _ } => true,
    }
}

/// The type of the reply that an action must get in a private message.
fn expected(action: &CustomId) -> u64 {
    match action {
        // A query that was not understood can only be repeated in the other language, and replaces no message.
        CustomId::Open(query) if odd(query) => 4,
        CustomId::Open(_) | CustomId::Hide { by: _, what: _ } => 7,
        CustomId::Cite(query) if query.get(Key::Style).is_some() => 7,
        CustomId::Share(_) | CustomId::Cite(_) => 4,
    }
}

/// The reply to a button or a menu entry; `None` if the walk does not continue from here.
fn pressed(id: &String) -> Option<Value> {
    assert!(id.chars().count() <= CUSTOM_ID_MAX, "{id}");
    let action: CustomId = id.parse().unwrap_or_else(|why| panic!("{id}: {why}"));
    assert_eq!(action.to_string(), *id, "an id is written in one way");
    let callback = followed(&action).then(|| reply(&press(id)))?;
    assert_eq!(callback["type"], expected(&action), "{id}: {callback}");
    Some(callback)
}

/// A callback as it is kept, and the buttons and entries that can be pressed in it.
fn met(callback: &Value) -> (String, Vec<String>) {
    (callback.to_string(), carried(callback))
}

#[test]
fn everything_that_can_be_pressed_leads_to_an_answer_that_fits() {
    let mut payloads = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut replies = spread(&questions(), |query| {
        Some(met(&reply(&Interaction::asking(query))))
    });
    while !replies.is_empty() {
        let mut fresh = Vec::new();
        for (payload, ids) in replies.into_iter().flatten() {
            payloads.insert(payload);
            fresh.extend(ids.into_iter().filter(|id| seen.insert(id.clone())));
        }
        replies = spread(&fresh, |id| pressed(id).as_ref().map(met));
    }
    assert!(
        seen.len() > 5_000,
        "the walk met {} buttons only",
        seen.len()
    );
    let lines = payloads.iter().map(|payload| format!("{payload}\n"));
    keep("callbacks.jsonl", &lines.collect::<String>());
}
