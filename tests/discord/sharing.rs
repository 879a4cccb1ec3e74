//! Sharing, citing and removing an answer; facts related to a message.

use serde_json::{Value, json};

use crate::fake_discord::{FakeDiscord, Happening, OnCallback};
use crate::program::Program;

/// The user in the fake Discord's usual fields, and another user.
const ASKER: &str = "53908232506183680";
const OTHER: &str = "80351110224678912";

/// The component of a reply whose id begins with this.
fn component(reply: &Value, begin: &str) -> Option<Value> {
    let rows = reply["data"]["components"].as_array()?;
    let mut all = rows
        .iter()
        .flat_map(|row| row["components"].as_array().unwrap());
    let starts = |one: &&Value| {
        one["custom_id"]
            .as_str()
            .is_some_and(|id| id.starts_with(begin))
    };
    all.find(starts).cloned()
}

fn id(reply: &Value, begin: &str) -> String {
    let found = component(reply, begin).unwrap_or_else(|| panic!("no {begin} in {reply}"));
    found["custom_id"].as_str().unwrap().to_owned()
}

fn shape(reply: &Value) -> (u64, u64) {
    let number = |value: &Value| value.as_u64().unwrap_or_default();
    (number(&reply["type"]), number(&reply["data"]["flags"]))
}

/// Presses a button, with fields on top of the usual ones.
fn press(discord: &FakeDiscord, custom_id: &str, flags: u64, more: Value) -> Value {
    let mut fields = json!({
        "type": 3,
        "data": {"component_type": 2, "custom_id": custom_id},
        "message": {"id": "77", "flags": flags, "type": 23},
    });
    fields
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    discord.reply(discord.interact(fields))
}

fn member(id: &str, permissions: u64) -> Value {
    json!({"member": {"user": {"id": id, "username": "somebody"}, "permissions": permissions.to_string()}})
}

fn happened(discord: &FakeDiscord, what: &str, is_it: impl Fn(&Happening) -> bool) -> Happening {
    discord.wait(what, |inner| {
        let mut all = inner.journal.iter().map(|(_, happening)| happening);
        all.find(|happening| is_it(happening)).cloned()
    })
}

#[test]
fn an_answer_is_shared_once_with_credit_and_without_a_ping() {
    let discord = FakeDiscord::start();
    let _bot = Program::connected(&discord);
    let private = discord.reply(discord.slash("bridge", json!([{"name": "lang", "value": "id"}])));
    assert_eq!(shape(&private), (4, 64));
    let share = id(&private, "share ");
    let public = press(&discord, &share, 64, json!({}));
    assert_eq!(shape(&public), (4, 4096));
    let credit = public["data"]["content"].as_str().unwrap();
    assert!(credit.contains(&format!("<@{ASKER}>")), "{credit}");
    assert_eq!(public["data"]["allowed_mentions"], json!({"parse": []}));
    assert_eq!(
        public["data"]["embeds"], private["data"]["embeds"],
        "the same answer"
    );
    assert!(component(&public, "share ").is_none());
    let edited = happened(&discord, "the edit", |one| {
        matches!(one, Happening::Edited { .. })
    });
    let Happening::Edited { message, body } = edited else {
        unreachable!()
    };
    assert_eq!(message, "77");
    assert_eq!(
        component(&json!({"data": body}), "share ").unwrap()["disabled"],
        json!(true)
    );
    // A second share, by any user, is refused: the channel has just seen the answer.
    let again = press(&discord, &share, 64, member(OTHER, 0));
    assert_eq!(shape(&again), (4, 64));
    assert!(again["data"]["embeds"].is_null(), "{again}");
    // The answer may be shared in another channel, and another answer in this one.
    let elsewhere = press(&discord, &share, 64, json!({"channel_id": "5"}));
    assert_eq!(shape(&elsewhere), (4, 4096));
    let other = press(
        &discord,
        &share.replace("lang:id", "lang:en"),
        64,
        json!({}),
    );
    assert_eq!(shape(&other), (4, 4096));
    discord.was_respected();
}

#[test]
fn what_somebody_typed_is_shown_to_nobody_else() {
    let discord = FakeDiscord::start();
    let _bot = Program::connected(&discord);
    let options = json!([{"name": "query", "value": "bridge zzscandal"}]);
    let private = discord.reply(discord.slash("search", options));
    let content = private["data"]["content"].as_str().unwrap();
    assert!(content.contains("zzscandal"), "{content}");
    let public = press(&discord, &id(&private, "share "), 64, json!({}));
    assert_eq!(shape(&public), (4, 4096));
    // The components keep the query, which nobody is shown.
    let (content, embeds) = (&public["data"]["content"], &public["data"]["embeds"]);
    assert!(
        content.as_str().unwrap().starts_with("**Search results**"),
        "{content}"
    );
    assert!(
        !format!("{content}{embeds}").contains("zzscandal"),
        "{content} {embeds}"
    );
    discord.was_respected();
}

#[test]
fn what_never_arrived_can_be_shared_again() {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    discord.set(|inner| inner.on_callback.push_back(OnCallback::Refuse(404, 10_062)));
    discord.interact(json!({"type": 3, "data": {"custom_id": "share /bridge lang:en"}, "message": {"id": "7", "flags": 64}}));
    bot.lines("answered too late", 1);
    let public = press(&discord, "share /bridge lang:en", 64, json!({}));
    assert_eq!(shape(&public), (4, 4096));
    discord.was_respected();
}

#[test]
fn a_command_shares_at_once_and_is_private_the_second_time() {
    let discord = FakeDiscord::start();
    let _bot = Program::connected(&discord);
    let options = json!([{"name": "share", "type": 5, "value": true}]);
    let public = discord.reply(discord.slash("bridge", options.clone()));
    assert_eq!(shape(&public), (4, 4096));
    let hide = id(&public, "hide ");
    assert!(hide.starts_with(&format!("hide {ASKER} ")), "{hide}");
    let again = discord.reply(discord.slash("bridge", options.clone()));
    assert_eq!(shape(&again), (4, 64));
    let shown = again["data"].to_string();
    assert!(shown.contains("only you see it"), "{shown}");
    // Once it is removed, it may be shared again.
    assert_eq!(press(&discord, &hide, 0, json!({}))["type"], 7);
    happened(&discord, "the removal", |one| *one == Happening::Deleted);
    let anew = discord.reply(discord.slash("bridge", options));
    assert_eq!(shape(&anew), (4, 4096));
    discord.was_respected();
}

#[test]
fn only_who_shared_it_or_a_moderator_takes_it_away() {
    let discord = FakeDiscord::start();
    let _bot = Program::connected(&discord);
    let hide = format!("hide {ASKER}");
    let refused = press(&discord, &hide, 0, member(OTHER, 1 << 11));
    assert_eq!(shape(&refused), (4, 64));
    assert!(discord.count(|one| *one == Happening::Deleted).is_empty());
    for allowed in [member(ASKER, 0), member(OTHER, 1 << 13)] {
        let removed = press(&discord, &hide, 0, allowed);
        assert_eq!(removed["type"], 7);
        assert_eq!(
            (&removed["data"]["embeds"], &removed["data"]["components"]),
            (&json!([]), &json!([]))
        );
    }
    happened(&discord, "the removal", |one| *one == Happening::Deleted);
    discord.was_respected();
}

#[test]
fn where_discord_hides_answers_there_is_text_to_copy() {
    let discord = FakeDiscord::start();
    let _bot = Program::connected(&discord);
    let mut fields = member(ASKER, 0);
    fields["authorizing_integration_owners"] = json!({"1": ASKER});
    let copy = press(&discord, "share /bridge lang:en", 64, fields.clone());
    assert_eq!(shape(&copy), (4, 64));
    let content = copy["data"]["content"].as_str().unwrap();
    assert!(
        content.contains("```") && content.contains("https://example.org/gazette/bridge"),
        "{content}"
    );
    let data = json!({"name": "bridge", "type": 1, "options": [{"name": "share", "type": 5, "value": true}]});
    fields.as_object_mut().unwrap().extend(
        json!({"type": 2, "data": data})
            .as_object()
            .unwrap()
            .clone(),
    );
    let command = discord.reply(discord.interact(fields.clone()));
    assert_eq!(shape(&command), (4, 64));
    assert!(component(&command, "share ").is_some());
    // Where people may use such apps in public, it is shared.
    fields["member"]["permissions"] = json!((1_u64 << 50).to_string());
    assert_eq!(shape(&discord.reply(discord.interact(fields))), (4, 4096));
    discord.was_respected();
}

#[test]
fn an_answer_is_cited_in_every_style_in_the_same_panel() {
    let discord = FakeDiscord::start();
    let _bot = Program::connected(&discord);
    let private = discord.reply(discord.slash("bridge", json!([])));
    let panel = press(&discord, &id(&private, "cite "), 64, json!({}));
    assert_eq!(shape(&panel), (4, 64));
    let menu = component(&panel, "styles").unwrap();
    let options = menu["options"].as_array().unwrap().clone();
    assert_eq!(options.len(), 10);
    for option in options {
        let data = json!({"component_type": 3, "custom_id": "styles", "values": [option["value"]]});
        let next = discord
            .interact(json!({"type": 3, "data": data, "message": {"id": "77", "flags": 64}}));
        let next = discord.reply(next);
        assert_eq!(next["type"], 7, "{option}");
        let content = next["data"]["content"].as_str().unwrap();
        assert!(
            content.contains("example.org") && content.ends_with("```"),
            "{content}"
        );
    }
    discord.was_respected();
}

/// Uses *Related facts* on a message.
fn related(discord: &FakeDiscord, message: &Value) -> Value {
    let data = json!({"name": "Related facts", "type": 3, "target_id": "9", "resolved": {"messages": {"9": message}}});
    discord.reply(discord.interact(json!({"type": 2, "data": data})))
}

#[test]
fn a_message_is_looked_up_wherever_its_words_stand() {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    let words = "Ada Berg of the Ministry of Roads says the bridge at Eastport is ready, secret-pass-phrase";
    let messages = [
        json!({"content": words}),
        json!({"content": "", "embeds": [{"title": "Eastport", "description": words}]}),
        json!({"flags": 32768, "components": [{"type": 17, "components": [{"type": 10, "content": words}]}]}),
        json!({"message_snapshots": [{"message": {"content": words}}]}),
    ];
    for message in messages {
        let reply = related(&discord, &message);
        assert_eq!(shape(&reply), (4, 64), "{message}");
        let shown = reply["data"].to_string();
        assert!(
            shown.contains("Ada Berg") && shown.contains("denied"),
            "{shown}"
        );
        assert!(!shown.contains("secret-pass-phrase"), "{shown}");
    }
    for (message, said) in [
        (
            json!({"content": "good morning everyone"}),
            "Nothing is recorded",
        ),
        (
            json!({"content": "", "attachments": [{"id": "1"}]}),
            "nothing to look up",
        ),
    ] {
        let reply = related(&discord, &message);
        assert_eq!(shape(&reply), (4, 64));
        let shown = reply["data"].to_string();
        assert!(shown.contains(said), "{shown}");
    }
    let lines = bot.lines("kind=message", 6);
    assert!(
        lines
            .iter()
            .all(|line| !line.contains("secret") && !line.contains("Berg"))
    );
    discord.was_respected();
}
