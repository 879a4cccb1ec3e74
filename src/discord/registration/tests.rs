//! What is registered, and what counts as a difference.

use serde_json::json;

use super::*;
use crate::facts::file::{Part, read};

fn facts() -> Facts {
    let text = include_str!("../../../tests/fixtures/facts/valid.toml");
    let part = Part {
        name: "valid.toml".into(),
        text: text.into(),
    };
    read(&[part]).unwrap().facts
}

/// Our commands as Discord gives them back: with what it adds, without what is empty.
fn registered(scope: Scope) -> Value {
    let mut commands = serde_json::to_value(commands(&facts(), scope)).unwrap();
    for (at, command) in commands.as_array_mut().unwrap().iter_mut().enumerate() {
        let command = command.as_object_mut().unwrap();
        command.insert("id".into(), json!((at + 1).to_string()));
        command.insert("version".into(), json!("12"));
        command.insert("application_id".into(), json!("1"));
        command.insert("default_member_permissions".into(), json!(null));
        command.insert("nsfw".into(), json!(false));
        command.entry("name_localizations").or_insert(json!(null));
        command.entry("description").or_insert(json!(""));
        command.insert("dm_permission".into(), json!(true));
        command.insert("integration_types".into(), json!([1, 0]));
        command.entry("contexts").or_insert(json!(null));
        let options = command.get_mut("options").and_then(Value::as_array_mut);
        for option in options.into_iter().flatten() {
            let option = option.as_object_mut().unwrap();
            option.entry("required").or_insert(json!(false));
            option.insert("name_localizations".into(), json!({}));
        }
    }
    commands
}

#[test]
fn commands_have_what_discord_wants() {
    let commands = commands(&facts(), Scope::Global);
    let bridge = serde_json::to_value(&commands[0]).unwrap();
    assert_eq!(bridge["name"], "bridge");
    assert_eq!(bridge["type"], 1);
    assert_eq!(bridge["integration_types"], json!([0, 1]));
    assert_eq!(bridge["contexts"], json!([0, 1, 2]));
    assert_eq!(
        bridge["description_localizations"]["id"],
        "Siapa mengatakan apa tentang jembatan di Eastport"
    );
    let option = |name: &str| {
        let options = bridge["options"].as_array().unwrap();
        let found = options.iter().find(|option| option["name"] == name);
        found.unwrap().clone()
    };
    assert_eq!(option("view")["type"], 3);
    assert_eq!(option("view")["choices"][2]["value"], "denials");
    assert!(option("view")["choices"][2]["name_localizations"]["id"].is_string());
    assert!(option("view").get("autocomplete").is_none());
    assert_eq!(option("as_of")["autocomplete"], true);
    assert!(option("as_of").get("choices").is_none());
    assert_eq!(option("share")["type"], 5);
}

#[test]
fn a_command_on_messages_is_only_a_name() {
    let commands = commands(&facts(), Scope::Global);
    let related = commands.iter().find(|one| one.kind == MESSAGE).unwrap();
    let related = serde_json::to_value(related).unwrap();
    let expected = json!({
        "type": 3, "name": "Related facts", "name_localizations": {"id": "Fakta terkait"},
        "integration_types": [0, 1], "contexts": [0, 1, 2],
    });
    assert_eq!(related, expected);
    assert!(is_of_messages(&facts(), "Related facts"));
    assert!(!is_of_messages(&facts(), "related"));
}

#[test]
fn what_a_command_needs_comes_first() {
    for command in commands(&facts(), Scope::Global) {
        let required = command.options.iter().map(|option| option.required);
        assert!(required.is_sorted_by(|a, b| a >= b), "{}", command.name);
        let needs = command.options.iter().any(|option| option.required);
        assert_eq!(
            needs,
            ["search", "claim", "who"].contains(&command.name.as_str())
        );
    }
}

#[test]
fn everything_fits() {
    let longest = |text: &str, others: &Localizations| {
        let lengths = others.values().map(|text| text.chars().count());
        lengths
            .chain([text.chars().count()])
            .max()
            .unwrap_or_default()
    };
    let commands = commands(&facts(), Scope::Global);
    assert!(commands.len() <= limits::COMMANDS);
    for command in commands {
        let mut total = command.name.len();
        total += longest(&command.description, &command.description_localizations);
        assert!(command.options.len() <= limits::OPTIONS);
        for option in command.options {
            assert!(option.name.len() <= limits::NAME);
            total += option.name.len();
            total += longest(&option.description, &option.description_localizations);
            for choice in option.choices {
                total += longest(&choice.name, &choice.name_localizations) + choice.value.len();
            }
        }
        assert!(total <= limits::COMMAND_TEXT, "{}: {total}", command.name);
    }
}

#[test]
fn what_discord_adds_is_no_difference() {
    for scope in [Scope::Global, Scope::Guild(7)] {
        let ours = commands(&facts(), scope);
        assert!(!differs(&ours, &registered(scope)), "{scope:?}");
    }
}

#[test]
fn any_change_is_a_difference() {
    let ours = commands(&facts(), Scope::Global);
    let check = |change: fn(&mut Value)| {
        let mut registered = registered(Scope::Global);
        change(&mut registered);
        assert!(differs(&ours, &registered), "{registered}");
    };
    check(|all| all[0]["description"] = json!("x"));
    check(|all| all[0]["description_localizations"]["id"] = json!("x"));
    check(|all| all[0]["description_localizations"]["de"] = json!("x"));
    check(|all| all[0]["description_localizations"] = json!(null));
    check(|all| all[0]["contexts"] = json!([0]));
    check(|all| all[0]["integration_types"] = json!(null));
    check(|all| all[0]["nsfw"] = json!(true));
    check(|all| all[0]["default_member_permissions"] = json!("0"));
    check(|all| all[0]["options"][0]["choices"][0]["value"] = json!("x"));
    check(|all| all[0]["options"].as_array_mut().unwrap().swap(0, 1));
    check(|all| drop(all[0]["options"].as_array_mut().unwrap().pop()));
    check(|all| all[0]["options"][1]["autocomplete"] = json!(false));
    check(|all| all[0]["options"][1]["min_length"] = json!(2));
    check(|all| {
        let related = all.as_array_mut().unwrap().last_mut().unwrap();
        related["name_localizations"] = json!(null);
    });
    check(|all| all.as_array_mut().unwrap().clear());
    check(|all| {
        all.as_array_mut()
            .unwrap()
            .push(json!({"name": "old", "type": 1}))
    });
    check(|all| *all = json!({"message": "no"}));
}

#[test]
fn choices_that_discord_would_refuse_are_left_out() {
    let offer = |value: &str, label: &str| Offer {
        value: value.into(),
        label: Text([(Lang::En, label.to_owned())].into_iter().collect()),
    };
    let long = "x".repeat(101);
    let choices = choices_of(
        vec![
            offer("", "a"),
            offer(&long, "b"),
            offer("c", " "),
            offer("d", &long),
        ],
        Lang::Id,
    );
    assert_eq!(choices.len(), 1);
    assert_eq!(choices[0].name.chars().count(), 100);
    assert_eq!(choices_of(vec![offer("a", "a"); 30], Lang::En).len(), 25);
}
