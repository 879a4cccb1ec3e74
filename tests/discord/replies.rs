//! Interactions and the replies to them.

use serde_json::{Value, json};

use crate::fake_discord::{FakeDiscord, Happening, OnCallback};
use crate::program::Program;

fn shape(reply: &Value) -> (u64, u64) {
    (
        reply["type"].as_u64().unwrap(),
        reply["data"]["flags"].as_u64().unwrap_or_default(),
    )
}

/// The status of each attempt to reply to an interaction.
pub fn tries(discord: &FakeDiscord, id: u64) -> Vec<u16> {
    discord.set(|inner| {
        let all = inner
            .journal
            .iter()
            .filter_map(|(_, happening)| match happening {
                Happening::Replied { id: of, status } if *of == id => Some(*status),
                _ => None,
            });
        all.collect()
    })
}

#[test]
fn commands_buttons_and_typing_are_answered() {
    let discord = FakeDiscord::start();
    let _bot = Program::connected(&discord);

    let share = json!([{"name": "share", "type": 5, "value": true}]);
    let denials = json!([{"name": "view", "type": 3, "value": "denials"}]);
    let reply = |id| discord.reply(id);
    assert_eq!(shape(&reply(discord.slash("bridge", json!([])))), (4, 64));
    assert_eq!(shape(&reply(discord.slash("bridge", denials))), (4, 64));
    // A public answer notifies nobody.
    assert_eq!(
        shape(&reply(discord.slash("bridge", share.clone()))),
        (4, 4096)
    );
    assert_eq!(shape(&reply(discord.slash("gone", share))), (4, 64));
    let button = "open /bridge view:sources lang:id";
    assert_eq!(shape(&reply(discord.press(button, 64))), (7, 0));
    assert_eq!(shape(&reply(discord.press(button, 0))), (4, 64));
    assert_eq!(
        shape(&reply(discord.press("from an older bot", 0))),
        (4, 64)
    );
    let menu = json!({"component_type": 3, "custom_id": "more", "values": [button]});
    let menu = discord.interact(json!({"type": 3, "data": menu, "message": {"flags": 64}}));
    assert_eq!(shape(&reply(menu)), (7, 0));

    let options = json!([{"name": "as_of", "type": 3, "value": "2024", "focused": true}]);
    let typing =
        discord.interact(json!({"type": 4, "data": {"name": "bridge", "options": options}}));
    let choices = reply(typing);
    assert_eq!(choices["type"], 8);
    assert!(!choices["data"]["choices"].as_array().unwrap().is_empty());
    discord.was_respected();
}

#[test]
fn a_button_of_an_answer_leads_on() {
    let discord = FakeDiscord::start();
    let _bot = Program::connected(&discord);
    let first = discord.reply(discord.slash("bridge", json!([{"name": "lang", "value": "id"}])));
    let rows = first["data"]["components"].as_array().unwrap();
    let buttons: Vec<&Value> = rows
        .iter()
        .flat_map(|row| row["components"].as_array().unwrap())
        .filter(|button| button["disabled"] != json!(true))
        .filter(|button| button["custom_id"].as_str().unwrap().starts_with("open "))
        .collect();
    assert!(!buttons.is_empty());
    for button in buttons {
        let next = discord.reply(discord.press(button["custom_id"].as_str().unwrap(), 64));
        assert_eq!(next["type"], 7, "{button}");
    }
    discord.was_respected();
}

#[test]
fn odd_and_unknown_interactions_are_answered_kindly() {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    let command = json!({"name": "bridge", "options": []});
    let odd = [
        json!({"type": 5, "data": {"custom_id": "modal", "components": [{"type": 18}]}}),
        json!({"type": 77, "data": {"what": "ever"}}),
        json!({"type": 2, "data": null}),
        json!({"type": 2, "data": {"type": 3, "name": "Explain", "target_id": "5"}}),
        json!({"type": 2, "data": {"name": "bridge", "options": [{"name": "old", "type": 99, "value": {}}]}}),
        json!({"type": 2, "data": command, "attachment_size_limit": null, "entitlements": 3}),
        json!({"type": 2, "data": command, "locale": null, "channel": {"type": 99}, "member": "x"}),
        json!({"type": 2, "data": command, "authorizing_integration_owners": {"x": [0]}}),
        json!({"type": 3, "data": {}, "message": {"type": 999, "components": [{"type": 17}]}}),
    ];
    for fields in odd {
        let shown = fields.to_string();
        let reply = discord.reply(discord.interact(fields));
        assert_eq!(shape(&reply), (4, 64), "{shown}");
    }
    // Interactions without a usable id stop nothing.
    discord.dispatch("INTERACTION_CREATE", json!({"type": 2, "id": "x"}));
    discord.dispatch("INTERACTION_CREATE", json!([1, 2]));
    discord.dispatch("SOMETHING_NEW", json!({"type": 2}));
    discord.say(json!({"op": 42, "d": null}));
    bot.lines("not delivered", 2);
    discord.reply(discord.slash("bridge", json!([])));
    discord.was_respected();
}

#[test]
fn a_reply_is_tried_again_only_where_that_helps() {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    let told = |first: OnCallback| {
        discord.set(|inner| inner.on_callback.push_back(first));
        discord.slash("bridge", json!([]))
    };
    for first in [
        OnCallback::Limit(0.3),
        OnCallback::Refuse(500, 0),
        OnCallback::Refuse(503, 0),
    ] {
        let id = told(first);
        discord.reply(id);
        assert_eq!(tries(&discord, id).len(), 2, "{first:?}");
    }
    for (first, line) in [
        (OnCallback::Limit(30.0), "HTTP 429"),
        (OnCallback::Refuse(404, 10_062), "answered too late"),
        (OnCallback::Refuse(400, 40_060), "answered too late"),
        (OnCallback::Refuse(403, 50_001), "HTTP 403, code 50001"),
    ] {
        let before = bot.said().matches(line).count();
        let id = told(first);
        bot.lines(line, before + 1);
        assert_eq!(tries(&discord, id).len(), 1, "{first:?}");
    }
    let late = bot.lines("answered too late", 2);
    assert!(
        late[0].contains("INFO") && late[0].contains("code=10062"),
        "{late:?}"
    );
    assert!(late[0].contains("age_ms="), "{late:?}");
    discord.was_respected();
}

#[test]
fn a_reply_that_discord_refuses_becomes_an_apology() {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    discord.set(|inner| inner.on_callback.push_back(OnCallback::Refuse(400, 50_035)));
    let reply = discord.reply(discord.slash("bridge", json!([])));
    let words = reply["data"]["content"].as_str().unwrap();
    assert!(words.contains("Something went wrong"), "{words}");
    assert_eq!(shape(&reply), (4, 64));
    bot.lines("HTTP 400, code 50035", 1);
    discord.was_respected();
}

#[test]
fn a_reply_without_an_answer_is_sent_again_and_holds_up_no_other() {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    discord.set(|inner| inner.on_callback.push_back(OnCallback::NoAnswer));
    let lost = discord.slash("bridge", json!([]));
    discord.wait("the call", |inner| {
        inner.on_callback.is_empty().then_some(())
    });
    let other = discord.slash("gone", json!([]));
    discord.reply(other);
    discord.reply(lost);
    assert_eq!(tries(&discord, lost), [0, 204]);
    // The other reply was sent while the bot still waited for Discord's answer to the first.
    let order: Vec<u64> = discord.set(|inner| {
        let all = inner.journal.iter();
        let taken = all.filter_map(|(_, happening)| match happening {
            Happening::Replied { id, status: 204 } => Some(*id),
            _ => None,
        });
        taken.collect()
    });
    assert_eq!(order, [other, lost]);
    bot.lines("answered", 2);
    discord.was_respected();
}

#[test]
fn an_interaction_that_lacks_nothing_is_answered_too() {
    let discord = FakeDiscord::start();
    let _bot = Program::connected(&discord);
    // serenity can parse this one; those above lack fields that its types need.
    let user = json!({
        "id": "53908232506183680", "username": "somebody", "discriminator": "0", "avatar": null,
        "global_name": null, "public_flags": 0,
    });
    let member = json!({
        "user": user, "roles": [], "permissions": "2248473465835073", "pending": false, "nick": null,
        "joined_at": "2020-01-01T00:00:00+00:00", "deaf": false, "mute": false, "flags": 0, "avatar": null,
        "premium_since": null, "communication_disabled_until": null,
    });
    let fields = json!({
        "type": 2, "member": member, "entitlements": [],
        "channel": {"id": "645027906669510667", "type": 0, "name": "news", "permissions": "2248473465835073"},
        "guild": {"id": "290926798626357999", "locale": "en-US", "features": []},
        "data": {"id": "1", "type": 1, "name": "bridge"},
    });
    let reply = discord.reply(discord.interact(fields));
    let content = reply["data"]["content"].as_str().unwrap();
    assert!(content.starts_with("**The bridge**"), "{reply}");
    discord.was_respected();
}
