//! What Discord is told of several dossiers.

use std::collections::BTreeSet;

use serde_json::Value;
use sumber::commands::Listing;
use sumber::discord::limits;
use sumber::discord::registration::{self, Scope};
use sumber::facts::{Facts, Shelf};

use crate::made::{facts, shelf, text};
use crate::{asked, dossier, reply, slash, small_print};

fn registered(dossiers: &Shelf) -> Vec<Value> {
    let commands = registration::commands(dossiers, Scope::Global);
    let commands = serde_json::to_value(commands).unwrap();
    commands.as_array().unwrap().clone()
}

fn names(commands: &[Value]) -> Vec<String> {
    let slash = commands.iter().filter(|one| one["type"] == 1);
    slash
        .map(|one| one["name"].as_str().unwrap().to_owned())
        .collect()
}

fn has_option(commands: &[Value], command: &str, option: &str) -> bool {
    let command = commands.iter().find(|one| one["name"] == command).unwrap();
    let mut options = command["options"].as_array().into_iter().flatten();
    options.any(|one| one["name"] == option)
}

#[test]
fn the_topics_of_all_dossiers_are_commands() {
    let dossiers = shelf(&[("harbour", 10), ("market", 40)]);
    let commands = registered(&dossiers);
    let names = names(&commands);
    assert_eq!(names.len(), 10 + 40 + 12);
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    assert_eq!((&*names[0], &*names[10]), ("harbour-0", "market-0"));
    for command in ["help", "search", "ask", "timeline", "about"] {
        assert!(has_option(&commands, command, "dossier"), "{command}");
    }
    assert!(!has_option(&commands, "harbour-0", "dossier"));
    assert!(!names.contains(&"topic".to_owned()));
    assert_eq!(Listing::from(&dossiers).uncommanded(), 0);
}

#[test]
fn no_command_holds_more_than_discord_takes() {
    let long = "x".repeat(90);
    let many: Vec<Facts> = (0..12)
        .map(|number| {
            let text = text(&format!("d{number}"), &["en"], 3);
            facts(&text.replace("\"Dossier d", &format!("\"{long} d")))
        })
        .collect();
    let dossiers = Shelf::new(many.into_iter().map(Into::into)).unwrap();
    for command in registered(&dossiers) {
        let text = |value: &Value| value.as_str().unwrap_or_default().chars().count();
        let options = command["options"].as_array().cloned().unwrap_or_default();
        let choices = options
            .iter()
            .flat_map(|one| one["choices"].as_array().cloned().unwrap_or_default());
        let inside: usize = choices
            .map(|one| text(&one["name"]) + text(&one["value"]))
            .sum();
        let around: usize = options
            .iter()
            .map(|one| text(&one["name"]) + text(&one["description"]))
            .sum();
        let total = inside + around + text(&command["name"]) + text(&command["description"]);
        assert!(
            total <= limits::COMMAND_TEXT,
            "{}: {total}",
            command["name"]
        );
        assert!(options.len() <= limits::OPTIONS);
    }
}

#[test]
fn one_dossier_is_registered_as_ever() {
    let facts = facts(&text("harbour", &["en", "id"], 10));
    let alone = registration::commands(&facts, Scope::Global);
    let shelf = Shelf::from(facts);
    assert_eq!(registration::commands(&shelf, Scope::Global), alone);
    let commands = registered(&shelf);
    assert!(commands.iter().all(|one| {
        let mut options = one["options"].as_array().into_iter().flatten();
        options.all(|option| option["name"] != "dossier")
    }));
}

#[test]
fn what_discord_has_no_room_for_goes_through_one_command() {
    let dossiers = shelf(&[("harbour", 40), ("market", 60)]);
    let commands = registered(&dossiers);
    let names = names(&commands);
    assert_eq!(names.len(), 100);
    assert!(names.contains(&"market-46".to_owned()) && !names.contains(&"market-47".to_owned()));
    assert_eq!(Listing::from(&dossiers).uncommanded(), 13);
    let callback = reply(&dossiers, &slash("topic", &[("topic", "market-50")]));
    assert!(callback.to_string().contains("quay 50"), "{callback}");
    assert!(
        small_print(&callback).contains("Dossier market"),
        "{callback}"
    );
    let help = asked(&dossiers, "/help dossier:market").entries().count();
    assert!(help > 60);
    let mut offers = slash("topic", &[("topic", "quay 5")]);
    offers["type"] = 4.into();
    offers["data"]["options"][0]["focused"] = true.into();
    let offers = reply(&dossiers, &offers);
    let offers = offers["data"]["choices"].as_array().unwrap().clone();
    let of = |id: &str| {
        let begins = |one: &&Value| one["value"].as_str().unwrap().starts_with(id);
        offers.iter().filter(begins).count()
    };
    assert!(of("harbour") > 3 && of("market") > 3, "{offers:?}");
}

#[test]
fn a_topic_that_another_dossier_has_is_asked_through_the_same_command() {
    let harbour = facts(&text("harbour", &["en"], 2));
    let other = text("market", &["en"], 2).replace("market-1", "harbour-1");
    let dossiers = Shelf::new([harbour, facts(&other)].map(Into::into)).unwrap();
    let names = names(&registered(&dossiers));
    assert_eq!(names.len(), 3 + 12 + 1);
    assert_eq!(dossier(&asked(&dossiers, "/harbour-1")), "harbour");
    let second = asked(&dossiers, "/topic topic:harbour-1 dossier:market");
    assert_eq!(dossier(&second), "market");
    assert!(second.footer.contains(&"Dossier market (en)".to_owned()));
    let help = asked(&dossiers, "/help dossier:market");
    let labels: Vec<String> = help.entries().map(|one| one.label.text()).collect();
    assert!(
        labels.contains(&"/topic topic:harbour-1 dossier:market".to_owned()),
        "{labels:?}"
    );
    assert!(labels.contains(&"/market-0".to_owned()));
}
