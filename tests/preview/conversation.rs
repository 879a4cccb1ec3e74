//! The same conversation as in Discord, and the changes that would follow a reply there.

use std::path::Path;

use regex::Regex;
use serde_json::{Value, json};

use crate::asker::press;
use crate::caller::{Caller, by_another, public_key};
use crate::fake_discord::FakeDiscord;
use crate::program::Program;
use crate::{start, start_with};

#[test]
fn every_payload_gets_the_reply_that_discord_gets() {
    let discord = FakeDiscord::start();
    let (_preview, asker) = start_with(&discord, &["--listen", "127.0.0.1:0"]);
    let key = public_key();
    let signed = Program::with(
        &discord,
        &["serve", "--listen", "127.0.0.1:0"],
        &[("DISCORD_PUBLIC_KEY", &key)],
    );
    let line = signed.lines("listening", 1).remove(0);
    let (_, address) = line.split_once("address=").unwrap();
    let caller = Caller::new(address.split(' ').next().unwrap().parse().unwrap());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/interactions");
    let mut compared = 0;
    // The preview invents the ids with which help links to commands; signed HTTP knows none.
    let tapped = Regex::new("</([a-z-]+):[0-9]+>").unwrap();
    for (number, file) in std::fs::read_dir(folder).unwrap().enumerate() {
        let path = file.unwrap().path();
        let payload: Value =
            serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let payload = by_another(&payload, number);
        let ours = asker.interact(&payload);
        let id = discord.expect(&payload);
        let response = caller.interact(&payload);
        // A reply with a file is sent to Discord with a call.
        let (theirs, files) = match response.status {
            202 => (discord.reply(id), 1),
            _ => (response.json(), 0),
        };
        let ours_plain = tapped
            .replace_all(&ours["callback"].to_string(), "**/$1**")
            .into_owned();
        assert_eq!(ours_plain, theirs.to_string(), "{}", path.display());
        assert_eq!(ours["files"].as_array().map(Vec::len), Some(files));
        compared += 1;
    }
    assert!(compared >= 60, "{compared}");
}

#[test]
fn the_commands_are_those_that_would_be_registered() {
    let discord = FakeDiscord::start();
    let (_preview, asker) = start(&discord);
    let listed = Program::with(
        &discord,
        &["commands", "--json", "--facts", crate::FACTS],
        &[],
    );
    let (status, said) = listed.end();
    assert!(status.success());
    let listed: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(asker.get("/preview/commands").json(), listed);
}

#[test]
fn what_would_follow_over_rest_comes_with_the_callback() {
    let discord = FakeDiscord::start();
    let (preview, asker) = start(&discord);
    let shared = asker.interact(&press("share /bridge lang:en", 64));
    assert_eq!(shared["callback"]["type"], 4);
    let following = &shared["following"][0];
    assert_eq!(
        (&following["method"], &following["message"]),
        (&json!("PATCH"), &json!("77"))
    );
    assert!(
        following["body"].to_string().contains("\"disabled\":true"),
        "{following}"
    );
    let again = asker.interact(&press("share /bridge lang:en", 64));
    assert_eq!(again["callback"]["data"]["flags"], 64);
    assert_eq!(again["following"], json!([]));
    let removed = asker.interact(&press("hide 53", 0));
    assert_eq!(removed["callback"]["type"], 7);
    assert_eq!(
        removed["following"],
        json!([{"method": "DELETE", "message": "@original"}])
    );
    let not_theirs = asker.interact(&press("hide 54", 0));
    assert_eq!(not_theirs["following"], json!([]));
    preview.lines("wire=preview", 4);
    // Nothing was sent to Discord.
    assert!(discord.set(|inner| inner.journal.is_empty()));
}

#[test]
fn what_is_no_interaction_is_refused() {
    let discord = FakeDiscord::start();
    let (_preview, asker) = start(&discord);
    for odd in ["", "{", "[]", "{}", "{\"type\":null}", "\"type\""] {
        assert_eq!(asker.post(odd).status, 400, "{odd}");
    }
    assert_eq!(asker.post(&"x".repeat(2 << 20)).status, 413);
    assert_eq!(asker.get("/preview/interactions").status, 405);
    let unknown = asker.interact(&json!({"type": 99}));
    assert_eq!(unknown["callback"]["type"], 4);
}

#[test]
fn it_is_watched_like_every_bot_that_listens() {
    let discord = FakeDiscord::start();
    let (preview, asker) = start(&discord);
    asker.interact(&json!({"id": "1", "type": 2, "data": {"name": "bridge"}}));
    let caller = Caller::new(asker.address);
    assert_eq!(
        (caller.get("/healthz").status, caller.get("/readyz").status),
        (200, 200)
    );
    let counted = r#"sumber_interactions_total{command="bridge",language="en",wire="preview",outcome="found"}"#;
    assert_eq!(caller.metric(counted), 1.0);
    assert_eq!(caller.metric("sumber_claims"), 4.0);
    assert_eq!(caller.post("", b"{}").status, 405);
    preview.signal("TERM");
    assert_eq!(preview.end_in_time().0.code(), Some(0));
}
