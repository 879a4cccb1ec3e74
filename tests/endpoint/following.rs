//! Changes after a response. The bot has no token and uses that of the interaction.

use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::caller::Caller;
use crate::fake_discord::{APPLICATION, FakeDiscord, Happening};
use crate::start;

/// The person who asks.
const ASKER: &str = "53908232506183680";

/// Presses a button. Discord takes `reading` milliseconds to read the response.
fn press(
    discord: &FakeDiscord,
    caller: Caller,
    id: u64,
    custom_id: &str,
    flags: u64,
    reading: u64,
) -> Value {
    let payload = json!({
        "id": id.to_string(), "application_id": APPLICATION.to_string(), "token": format!("key-{id}"), "type": 3,
        "version": 1, "locale": "en-GB", "guild_locale": "en-US", "guild_id": "7", "channel_id": "8", "context": 0,
        "authorizing_integration_owners": {"0": "7"},
        "member": {"user": {"id": ASKER, "username": "somebody"}, "permissions": "0"},
        "data": {"component_type": 2, "custom_id": custom_id},
        "message": {"id": "77", "flags": flags, "type": 23},
    });
    discord.expect(&payload);
    let reply = caller.interact(&payload).json();
    thread::sleep(Duration::from_millis(reading));
    discord.answered(id, &reply);
    reply
}

fn happened(discord: &FakeDiscord, what: &str, is_it: impl Fn(&Happening) -> bool) -> Happening {
    discord.wait(what, |inner| {
        let mut all = inner.journal.iter().map(|(_, happening)| happening);
        all.find(|happening| is_it(happening)).cloned()
    })
}

#[test]
fn an_answer_is_shared_once_and_the_private_one_is_marked() {
    let discord = FakeDiscord::start();
    let (_bot, caller) = start(&discord);
    let share = "share /bridge lang:en";
    // Discord knows the message only once it has read the response.
    let public = press(&discord, caller, 1, share, 64, 400);
    assert_eq!(
        (&public["type"], &public["data"]["flags"]),
        (&json!(4), &json!(4096))
    );
    let edited = happened(&discord, "the edit", |one| {
        matches!(one, Happening::Edited { .. })
    });
    let Happening::Edited { message, body } = edited else {
        unreachable!()
    };
    assert_eq!(message, "77");
    assert!(
        body["components"].to_string().contains("\"disabled\":true"),
        "{body}"
    );
    let again = press(&discord, caller, 2, share, 64, 0);
    assert_eq!(again["data"]["flags"], 64);
    assert!(again["data"]["embeds"].is_null(), "{again}");
    discord.was_respected();
}

#[test]
fn a_shared_answer_is_taken_away() {
    let discord = FakeDiscord::start();
    let (_bot, caller) = start(&discord);
    let removed = press(&discord, caller, 1, &format!("hide {ASKER}"), 0, 0);
    assert_eq!(
        (&removed["type"], &removed["data"]["embeds"]),
        (&json!(7), &json!([]))
    );
    happened(&discord, "the removal", |one| *one == Happening::Deleted);
    discord.was_respected();
}

#[test]
fn what_discord_never_knew_is_left_as_it_was() {
    let discord = FakeDiscord::start();
    let (bot, caller) = start(&discord);
    let payload = json!({"id": "1", "application_id": "2", "token": "t", "type": 3,
        "member": {"user": {"id": ASKER}}, "data": {"custom_id": format!("hide {ASKER}")}});
    assert_eq!(caller.interact(&payload).status, 200);
    bot.lines("left as it was", 1);
}
