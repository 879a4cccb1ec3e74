//! Discord refuses pictures and commands: over signed HTTP, too, every person has an answer.

use std::path::Path;

use serde_json::{Value, json};

use crate::fake_discord::{APPLICATION, FakeDiscord, OnCallback, TOKEN};
use crate::program::{FACTS, Program};
use crate::{Caller, start, start_with};

/// Asks for a claim with its picture, and returns the reply, which comes with a call.
fn ask(discord: &FakeDiscord, caller: Caller, id: u64) -> Value {
    let payload = json!({
        "id": id.to_string(), "application_id": APPLICATION.to_string(), "token": format!("key-{id}"), "type": 2,
        "version": 1, "locale": "en-GB", "guild_id": "7", "channel_id": "8", "context": 0,
        "member": {"user": {"id": "53908232506183680", "username": "somebody"}, "permissions": "0"},
        "data": {"id": "1", "type": 1, "name": "claim", "options": [
            {"name": "claim", "type": 3, "value": "bridge-ready"}, {"name": "picture", "type": 5, "value": true}]},
    });
    discord.expect(&payload);
    assert_eq!(caller.interact(&payload).status, 202);
    discord.reply(id)
}

#[test]
fn a_picture_that_is_refused_costs_the_picture() {
    let discord = FakeDiscord::start();
    let (bot, caller) = start(&discord);
    // The first picture waits for the fonts, and on a busy machine longer than Discord does.
    let mut tries = (100..110).map(|id| ask(&discord, caller, id));
    let drawn = tries.find(|one| one.to_string().contains("attachment://"));
    let drawn = drawn.unwrap();
    let refusals = [
        OnCallback::Refuse(400, 50_035),
        OnCallback::Refuse(413, 40_005),
        OnCallback::Refuse(500, 0),
        OnCallback::NoAnswer,
    ];
    for (id, refusal) in (2..).zip(refusals) {
        discord.set(|inner| inner.on_file.push_back(refusal));
        let plain = ask(&discord, caller, id);
        assert_eq!(plain["data"]["attachments"], json!([]), "{refusal:?}");
        assert!(!plain.to_string().contains("attachment://"), "{plain}");
        assert_eq!(plain["data"]["content"], drawn["data"]["content"]);
    }
    discord.set(|inner| {
        inner.on_file.push_back(OnCallback::Refuse(400, 50_035));
        inner.on_callback.push_back(OnCallback::Refuse(400, 50_035));
    });
    let apology = ask(&discord, caller, 9)["data"]["content"].to_string();
    assert!(apology.contains("Something went wrong"), "{apology}");
    bot.lines("a picture was not sent", 5);
    discord.was_respected();
}

/// Starts with a token over signed HTTP.
fn with_token(discord: &FakeDiscord, token: &str) -> (Program, Caller) {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faults.toml");
    std::fs::write(&path, "[discord]\nwire = \"http\"\n").unwrap();
    let path = path.display().to_string();
    let arguments = ["--facts", FACTS, "--config", &path];
    start_with(discord, &arguments, &[("DISCORD_TOKEN", token)])
}

#[test]
fn while_commands_are_refused_everybody_is_answered() {
    let discord = FakeDiscord::start();
    discord.set(|inner| {
        inner.broken = Some(("/commands", 429));
        inner.refusal = json!({"retry_after": 0.2, "code": 0});
        inner.verify_key = Some("f".repeat(64));
    });
    let (bot, caller) = with_token(&discord, TOKEN);
    bot.lines("could not be registered", 2);
    // The key of another application is told before anybody asks.
    let told = bot.lines("different applications", 1).remove(0);
    assert!(
        told.contains("DISCORD_PUBLIC_KEY") && told.contains("WARN"),
        "{told}"
    );
    ask(&discord, caller, 1);
    discord.set(|inner| inner.broken = None);
    bot.lines("registered commands=sent", 1);
    discord.was_respected();
}

#[test]
fn a_token_that_is_refused_is_told_and_stops_no_answer() {
    let discord = FakeDiscord::start();
    let (bot, caller) = with_token(&discord, "MTk4NjIy.wrong-token.x");
    let told = bot.lines("could not be registered", 1).remove(0);
    assert!(
        told.contains("Discord refused the token in DISCORD_TOKEN"),
        "{told}"
    );
    assert!(!bot.said().contains("wrong-token"), "{}", bot.said());
    let ping = json!({"id": "1", "token": "t", "type": 1});
    assert_eq!(caller.interact(&ping).status, 200);
}
