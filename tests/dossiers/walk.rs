//! Presses everything that two dossiers lead to: each press stays in its dossier, and each reply is one that Discord takes.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};
use sumber::commands;
use sumber::query::{CUSTOM_ID_MAX, CustomId, Key, Query};

use crate::made::shelf;
use crate::{press, pressable, reply, slash, small_print};

/// The dossier that a button names, if it opens a query.
fn named(id: &str) -> Option<String> {
    let query = match id.parse().unwrap() {
        CustomId::Open(query) | CustomId::Share(query) | CustomId::Cite(query) => query,
        CustomId::Hide { .. } => return None,
    };
    let id: Option<&str> = query.get(Key::Dossier);
    Some(
        id.unwrap_or_else(|| panic!("{query} names no dossier"))
            .to_owned(),
    )
}

/// Whether the walk goes on from a button: a few topics stand for all.
fn followed(id: &str) -> bool {
    let few = |query: &Query| {
        let name = query
            .get(Key::Claim)
            .or(query.get(Key::Topic))
            .unwrap_or(&query.command);
        let number = name.split('-').find_map(|part| part.parse::<usize>().ok());
        number.is_none_or(|number| number < 2) && query.get(Key::Style).is_none()
    };
    match id.parse().unwrap() {
        CustomId::Open(query) | CustomId::Share(query) | CustomId::Cite(query) => few(&query),
        CustomId::Hide { .. } => false,
    }
}

#[test]
fn everything_that_can_be_pressed_stays_in_its_dossier() {
    let dossiers = shelf(&[("harbour", 10), ("market", 40)]);
    let mut payloads = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open: Vec<Value> = Vec::new();
    for command in commands::list(&dossiers)
        .iter()
        .filter(|one| one.on_messages.is_none())
    {
        let needed = command.options.iter().filter(|option| option.required);
        let values = needed.map(|option| match option.key {
            Key::Claim => ("claim", "market-1-said"),
            Key::Name => ("name", "ministry"),
            Key::Question => ("question", "who denies that the market quay 1 closes"),
            key => (key.name(), "quay"),
        });
        let callback = reply(
            &dossiers,
            &slash(&command.name, &values.collect::<Vec<_>>()),
        );
        let print = small_print(&callback);
        // It asks of which topic, of any dossier.
        let asks_back = command.name == "sides";
        assert!(
            asks_back || print.contains("· Dossier "),
            "/{}: {callback}",
            command.name
        );
        open.push(callback);
    }
    while let Some(callback) = open.pop() {
        for (id, _) in pressable(&callback) {
            assert!(id.chars().count() <= CUSTOM_ID_MAX, "{id}");
            let Some(dossier) = named(&id) else { continue };
            if !seen.insert(id.clone()) || !followed(&id) {
                continue;
            }
            let callback = reply(&dossiers, &press(&id));
            let print = small_print(&callback);
            if !id.starts_with("cite") && !dossier.starts_with('~') {
                assert!(
                    print.contains(&format!("Dossier {dossier}")),
                    "{id}: {callback}"
                );
            }
            open.push(callback.clone());
            payloads.insert(callback.to_string());
        }
    }
    assert!(seen.len() > 300, "{}", seen.len());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("payloads");
    std::fs::create_dir_all(&folder).unwrap();
    let lines: String = payloads.iter().map(|one| format!("{one}\n")).collect();
    std::fs::write(folder.join("dossiers.jsonl"), lines).unwrap();
    let global = sumber::discord::registration::Scope::Global;
    let commands = sumber::discord::registration::commands(&dossiers, global);
    std::fs::write(
        folder.join("commands-dossiers.json"),
        json!(commands).to_string(),
    )
    .unwrap();
}

#[test]
fn a_button_from_when_there_was_one_dossier_still_works() {
    let both = shelf(&[("harbour", 2), ("market", 2)]);
    let alone = shelf(&[("market", 2)]);
    let callback = reply(&alone, &slash("market-1", &[]));
    for (id, label) in pressable(&callback) {
        assert!(!id.contains("dossier:"), "{id}");
        let print = small_print(&reply(&both, &press(&id)));
        assert!(
            id.starts_with("cite") || print.contains("· Dossier market"),
            "{label}: {id}: {print}"
        );
    }
    // And the other way round.
    let callback = reply(&both, &slash("market-1", &[]));
    for (id, _) in pressable(&callback) {
        let again = reply(&alone, &press(&id)).to_string();
        assert!(!again.contains("dossier"), "{id}: {again}");
    }
}
