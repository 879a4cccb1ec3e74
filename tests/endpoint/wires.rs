//! Both wires: every payload gets a reply that Discord accepts, with the same bytes on each.
//!
//! The replies are written to `target/tmp/payloads/` for the check against Discord's own description.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use regex::Regex;
use serde_json::Value;

use crate::caller::by_another;
use crate::fake_discord::{FakeDiscord, TOKEN};
use crate::program::Program;
use crate::start_with;

/// serenity drops the components of these messages, and with them all text. On the gateway the bot replies that it finds
/// nothing to look up.
const LOST_ON_THE_GATEWAY: [&str; 3] = [
    "message-container",
    "message-forwarded-container",
    "message-section-and-gallery",
];

/// The payloads with the names of their files, sorted by name.
fn payloads() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/interactions");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let read = |path: &Path| {
        let text = std::fs::read_to_string(path).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let payload = serde_json::from_str(&text).unwrap_or_else(|why| panic!("{name}: {why}"));
        (name, payload)
    };
    files.iter().map(|path| read(path)).collect()
}

#[test]
fn every_payload_gets_the_same_reply_on_both_wires() {
    let discord = FakeDiscord::start();
    let _gateway = Program::with(&discord, &["serve"], &[("DISCORD_TOKEN", TOKEN)]);
    let quiet = FakeDiscord::start();
    let (_http, caller) = start_with(&quiet, &[], &[]);
    discord.wait_for_sessions(1);
    let all = payloads();
    assert!(all.len() >= 60, "{}", all.len());
    let (mut kept, mut ids) = (String::new(), BTreeSet::new());
    // Only the gateway registers the commands, and so knows the ids with which help links to them.
    let tapped = Regex::new("</([a-z-]+):[0-9]+>").unwrap();
    let mut differ = Vec::new();
    for (number, (name, payload)) in all.iter().enumerate() {
        let payload = &by_another(payload, number);
        let id = discord.interact_as_is(payload);
        assert!(ids.insert(id), "{name}: its id is another's");
        let over_gateway = String::from_utf8(discord.bytes(id)).unwrap();
        quiet.expect(payload);
        let response = caller.interact(payload);
        // A reply with a file is sent with a call, in the same parts as over the gateway.
        let text = match response.status {
            202 => String::from_utf8(quiet.bytes(id)).unwrap(),
            status => {
                assert_eq!(status, 200, "{name}");
                response.text()
            }
        };
        if LOST_ON_THE_GATEWAY.contains(&name.as_str()) {
            assert!(over_gateway.contains("nothing to look up"), "{name}");
            assert!(text.contains("Vladivostok"), "{name}");
        } else if text != tapped.replace_all(&over_gateway, "**/$1**") {
            differ.push(format!("{name}\n  {over_gateway}\n  {text}"));
        }
        writeln!(kept, "{text}").unwrap();
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("payloads");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("endpoint.jsonl"), kept).unwrap();
    discord.was_respected();
    quiet.was_respected();
}
