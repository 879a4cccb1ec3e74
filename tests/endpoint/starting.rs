//! How it starts: which wire and address it uses, and its errors.

use std::net::TcpListener;
use std::path::Path;

use serde_json::json;

use crate::caller::public_key;
use crate::fake_discord::{FakeDiscord, TOKEN};
use crate::program::{FACTS, Program};
use crate::{listening, start, start_with};

/// Runs until it ends by itself, and returns its only line.
fn refused(discord: &FakeDiscord, arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let arguments = [&["serve", "--facts", FACTS], arguments].concat();
    let (status, said) = Program::with(discord, &arguments, variables).end();
    assert_eq!(status.code(), Some(2), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    said
}

/// Writes a settings file and returns its path.
fn settings(name: &str, text: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn what_cannot_be_used_is_one_line() {
    let discord = FakeDiscord::start();
    let key = public_key();
    let zeros = "0".repeat(64);
    for odd in ["abc", &key[1..], &zeros] {
        let said = refused(&discord, &[], &[("DISCORD_PUBLIC_KEY", odd)]);
        assert!(
            said.contains("DISCORD_PUBLIC_KEY") && said.contains("Public Key"),
            "{said}"
        );
    }
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let said = refused(
        &discord,
        &["--listen", &address],
        &[("DISCORD_PUBLIC_KEY", &key)],
    );
    assert!(said.contains("in use") && said.contains(&address), "{said}");
    let said = refused(
        &discord,
        &["--listen", "here"],
        &[("DISCORD_PUBLIC_KEY", &key)],
    );
    assert!(said.contains("127.0.0.1:8080"), "{said}");
    let http = settings("http.toml", "[discord]\nwire = \"http\"\n");
    let said = refused(&discord, &["--config", &http], &[("DISCORD_TOKEN", TOKEN)]);
    assert!(said.contains("DISCORD_PUBLIC_KEY"), "{said}");
    let gateway = settings("gateway.toml", "[discord]\nwire = \"gateway\"\n");
    let said = refused(
        &discord,
        &["--config", &gateway],
        &[("DISCORD_PUBLIC_KEY", &key)],
    );
    assert!(said.contains("DISCORD_TOKEN"), "{said}");
}

#[test]
fn without_a_token_it_says_who_registers_commands() {
    let discord = FakeDiscord::start();
    let (bot, caller) = start(&discord);
    let line = bot.lines("sumber commands --register", 1);
    assert!(line[0].contains("DISCORD_TOKEN"), "{line:?}");
    assert_eq!(
        (caller.get("/healthz").status, caller.get("/readyz").status),
        (200, 200)
    );
    let metrics = caller.get("/metrics");
    assert!(
        metrics.head.contains("text/plain; version=0.0.4"),
        "{}",
        metrics.head
    );
    assert_eq!(caller.metric("sumber_claims"), 4.0);
    assert!(caller.metric("process_start_time_seconds") > 1.7e9);
    let text = metrics.text();
    let revision = text.split_once("sumber_facts_info{revision=\"").unwrap().1;
    assert!(
        revision[..16].bytes().all(|b| b.is_ascii_hexdigit()),
        "{text}"
    );
    discord.was_respected();
}

#[test]
fn with_both_it_stays_on_the_gateway_unless_told_otherwise() {
    let discord = FakeDiscord::start();
    let both = [("DISCORD_TOKEN", TOKEN)];
    let (bot, caller) = start_with(&discord, &["--facts", FACTS], &both);
    bot.lines("are both set", 1);
    discord.wait_for_sessions(1);
    discord.reply(discord.slash("bridge", json!([])));
    assert_eq!(
        caller
            .interact(&json!({"id": "1", "token": "t", "type": 1}))
            .status,
        405
    );
    drop(bot);

    let quiet = FakeDiscord::start();
    let http = settings(
        "both.toml",
        "[discord]\nwire = \"http\"\n[http]\ntolerance = 0\n",
    );
    let (bot, caller) = start_with(&quiet, &["--facts", FACTS, "--config", &http], &both);
    bot.lines("registered", 1);
    assert_eq!(
        quiet.set(|inner| inner.commands["global"][0]["name"].clone()),
        "bridge"
    );
    let body = br#"{"id":"1","token":"t","type":1}"#;
    assert_eq!(
        caller
            .post(&crate::caller::signed(-9_999, body), body)
            .status,
        200
    );
    assert!(!bot.said().contains("are both set"));
    quiet.was_respected();
}

#[test]
fn on_the_gateway_it_is_ready_while_it_is_connected() {
    let mut discord = FakeDiscord::start();
    discord.kill();
    let arguments = ["serve", "--facts", FACTS, "--listen", "127.0.0.1:0"];
    let bot = Program::with(&discord, &arguments, &[("DISCORD_TOKEN", TOKEN)]);
    let caller = listening(&bot);
    assert_eq!(
        (caller.get("/healthz").status, caller.get("/readyz").status),
        (200, 503)
    );
    discord.revive();
    discord.wait_for_sessions(1);
    bot.lines("connected", 1);
    assert_eq!(
        caller.get("/readyz").text(),
        "1 of 1 shards connected to Discord\n"
    );
    let shards = ["sumber_shards_connected ", "sumber_shards "].map(|name| caller.metric(name));
    assert_eq!(shards, [1.0, 1.0]);
    discord.reply(discord.slash("my-secret-words", json!([])));
    bot.lines("answered", 1);
    let counted =
        r#"sumber_interactions_total{command="-",language="en",wire="gateway",outcome="unknown"}"#;
    assert_eq!(caller.metric(counted), 1.0);
    assert!(!caller.get("/metrics").text().contains("secret"));
    discord.kill();
    bot.lines("not connected", 1);
    assert_eq!(caller.get("/readyz").status, 503);
    assert_eq!(caller.metric("sumber_shards_connected "), 0.0);
    bot.signal("TERM");
    assert_eq!(bot.end_in_time().0.code(), Some(0));
}
