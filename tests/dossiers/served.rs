//! The real program with a folder of dossiers: every command on both wires, one of them broken, and repaired again.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use regex::Regex;
use serde_json::{Value, json};

use crate::caller::{Caller, by_another, public_key};
use crate::fake_discord::{FakeDiscord, TOKEN};
use crate::made::{folder, text, write_dossier};
use crate::program::{PATIENCE, Program};

/// The program with the dossiers at a path, and with these variables.
fn start(discord: &FakeDiscord, facts: &Path, variables: &[(&str, &str)]) -> (Program, Caller) {
    let facts = facts.to_str().unwrap();
    let arguments = ["serve", "--listen", "127.0.0.1:0", "--facts", facts];
    let program = Program::with(discord, &arguments, variables);
    let line = program.lines("listening", 1).remove(0);
    let (_, rest) = line.split_once("address=").unwrap();
    let address = rest.split(' ').next().unwrap().parse().unwrap();
    (program, Caller::new(address))
}

/// A slash command as Discord sends it, with an id of its own.
fn command(number: u64, name: &str, options: &[(&str, &str)]) -> Value {
    let options = options
        .iter()
        .map(|(name, value)| json!({ "name": name, "type": 3, "value": value }));
    json!({
        "id": (1_300_000_000_000_000_000 + number).to_string(), "application_id": "1", "token": format!("t{number}"),
        "version": 1, "type": 2, "locale": "en-GB", "channel_id": "645027906669510667", "context": 1,
        "attachment_size_limit": 10_485_760, "app_permissions": "562949953601536", "entitlements": [],
        "authorizing_integration_owners": { "1": "53908232506183680" },
        "user": { "id": "53908232506183680", "username": "somebody", "discriminator": "0", "global_name": null, "avatar": null },
        "data": { "id": "1", "type": 1, "name": name, "options": options.collect::<Vec<_>>() },
    })
}

/// Values for the options that a command needs.
fn needed(registered: &Value) -> Vec<(&str, &'static str)> {
    let options = registered["options"].as_array().unwrap().iter();
    let needed = options.filter(|option| option["required"] == true);
    let value = |option: &str| match option {
        "claim" => "market-39-said",
        "name" => "ministry",
        _ => "Will the market quay 7 be closed?",
    };
    let names = needed.map(|option| option["name"].as_str().unwrap());
    names.map(|name| (name, value(name))).collect()
}

/// The names of the registered commands.
fn names(discord: &FakeDiscord) -> Vec<String> {
    let commands = discord.set(|inner| inner.commands["global"].clone());
    let commands = commands.as_array().cloned().unwrap_or_default();
    let names = commands.iter();
    names
        .map(|one| one["name"].as_str().unwrap().to_owned())
        .collect()
}

fn wait_until(program: &Program, what: &str, is_so: impl Fn() -> bool) {
    let until = Instant::now() + PATIENCE;
    while !is_so() {
        assert!(Instant::now() < until, "not {what}:\n{}", program.said());
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn fifty_topics_are_registered_and_answered_alike_on_both_wires() {
    let folder = folder(
        "served",
        &[
            ("harbour", &text("harbour", &["en", "id"], 10)),
            ("market", &text("market", &["en"], 40)),
        ],
    );
    let discord = FakeDiscord::start();
    let (program, _) = start(&discord, &folder, &[("DISCORD_TOKEN", TOKEN)]);
    let quiet = FakeDiscord::start();
    let (_http, caller) = start(&quiet, &folder, &[("DISCORD_PUBLIC_KEY", &public_key())]);
    discord.wait_for_sessions(1);
    program.lines("registered", 1);
    let registered = discord.set(|inner| inner.commands["global"].clone());
    let commands = registered.as_array().unwrap();
    assert_eq!(commands.len(), 50 + 12 + 1);
    let tapped = Regex::new("</([a-z0-9-]+):[0-9]+>").unwrap();
    let mut number = 0;
    for registered in commands.iter().filter(|one| one["type"] != 3) {
        number += 1;
        let name = registered["name"].as_str().unwrap();
        let payload = by_another(
            &command(number, name, &needed(registered)),
            usize::try_from(number).unwrap(),
        );
        let id = discord.interact_as_is(&payload);
        let over_gateway = String::from_utf8(discord.bytes(id)).unwrap();
        quiet.expect(&payload);
        let response = caller.interact(&payload);
        assert_eq!(response.status, 200, "/{name}");
        let over_http = response.text();
        assert_eq!(
            over_http,
            tapped.replace_all(&over_gateway, "**/$1**"),
            "/{name}"
        );
        assert!(
            name == "sides" || over_http.contains("Dossier "),
            "/{name}: {over_http}"
        );
        let topic = name
            .rsplit_once('-')
            .map(|(_, number)| format!("quay {number}"));
        assert!(
            topic.is_none_or(|topic| over_http.contains(&topic)),
            "/{name}: {over_http}"
        );
    }
    assert_eq!(number, 62);
    assert!(caller.metric("sumber_claims ") > 99.0);
    for path in ["/", "/market/", "/market/en/market-39"] {
        assert_eq!(caller.get(path).status, 200, "{path}");
    }
    for path in ["/market/id/", "/nowhere/"] {
        assert_eq!(caller.get(path).status, 404, "{path}");
    }
    discord.was_respected();
    quiet.was_respected();
}

#[test]
fn a_broken_dossier_drops_out_alone_and_comes_back() {
    let good = text("market", &["en"], 3);
    let broken = good.replacen("kind = \"asserts\"", "kind = \"asertes\"", 1);
    let folder = folder(
        "broken",
        &[
            ("harbour", &text("harbour", &["en"], 2)),
            ("market", &broken),
        ],
    );
    let discord = FakeDiscord::start();
    let (program, caller) = start(&discord, &folder, &[("DISCORD_TOKEN", TOKEN)]);
    discord.wait_for_sessions(1);
    // Its problem is told with its place, by the start and by the log, and counted.
    program.lines("is left out", 1);
    program.lines("asertes", 1);
    let told = program.lines("works without this dossier", 1).remove(0);
    assert!(
        told.contains("dossier.toml:") && told.contains("market"),
        "{told}"
    );
    wait_until(&program, "stale", || {
        caller.metric("sumber_facts_stale ") > 0.5
    });
    let names = || names(&discord);
    program.lines("registered", 1);
    assert!(names().contains(&"harbour-1".to_owned()) && !names().contains(&"market-1".to_owned()));
    // The other looks as if it were alone.
    let reply = discord.reply(discord.slash("harbour-1", json!([])));
    assert!(
        reply.to_string().contains("quay 1") && !reply.to_string().contains("Dossier harbour"),
        "{reply}"
    );

    write_dossier(&folder, "market", &good);
    wait_until(&program, "repaired", || {
        names().contains(&"market-1".to_owned())
    });
    assert!(caller.metric("sumber_facts_stale ") < 0.5);
    let reply = discord.reply(discord.slash("market-1", json!([])));
    assert!(reply.to_string().contains("Dossier market"), "{reply}");

    // Broken while it is in use, its last good state stays.
    write_dossier(&folder, "market", &broken);
    program.lines("the last good ones stay in use", 1);
    let reply = discord.reply(discord.slash("market-1", json!([])));
    assert!(reply.to_string().contains("Dossier market"), "{reply}");

    // One that is taken away goes, and a new one comes.
    fs::remove_dir_all(folder.join("market")).unwrap();
    write_dossier(&folder, "tower", &text("tower", &["en"], 1));
    wait_until(&program, "replaced", || {
        let names = names();
        names.contains(&"tower-0".to_owned()) && !names.contains(&"market-1".to_owned())
    });
    discord.was_respected();
}

#[test]
fn without_any_good_dossier_nothing_starts() {
    let folder = folder("none", &[("harbour", "x"), ("market", "y = 1")]);
    let discord = FakeDiscord::start();
    let facts = folder.to_str().unwrap();
    let program = Program::with(
        &discord,
        &["serve", "--facts", facts],
        &[("DISCORD_TOKEN", TOKEN)],
    );
    let (status, said) = program.end();
    assert_eq!(status.code(), Some(1), "{said}");
    assert!(said.contains("no dossier can be used"), "{said}");
    assert_eq!(said.matches("is left out").count(), 2, "{said}");
}
