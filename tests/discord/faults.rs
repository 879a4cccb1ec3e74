//! Discord refuses pictures, replies and commands: every person has an answer.

use serde_json::{Value, json};

use crate::fake_discord::{FakeDiscord, OnCallback};
use crate::program::Program;
use crate::replies::tries;

/// Asks for a claim, with its picture or without.
fn ask(discord: &FakeDiscord, picture: bool) -> u64 {
    let picture = json!({"name": "picture", "type": 5, "value": picture});
    discord.slash(
        "claim",
        json!([{"name": "claim", "value": "bridge-ready"}, picture]),
    )
}

/// What a message says, without its picture.
fn words(reply: &Value) -> String {
    let embeds = reply["data"]["embeds"].as_array().unwrap();
    let texts = embeds.iter().map(|embed| embed["description"].to_string());
    texts.collect::<Vec<_>>().join("\n") + &reply["data"]["content"].to_string()
}

#[test]
fn a_picture_that_is_refused_costs_the_picture() {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    let drawn = discord.reply(ask(&discord, true));
    assert!(drawn.to_string().contains("attachment://"), "{drawn}");
    let refusals = [
        (OnCallback::Refuse(400, 50_035), "HTTP 400, code 50035"),
        (OnCallback::Refuse(413, 40_005), "HTTP 413, code 40005"),
        (OnCallback::Refuse(401, 0), "the token was refused"),
        (OnCallback::Refuse(403, 0), "HTTP 403"),
        (OnCallback::Refuse(500, 0), "HTTP 500"),
        (OnCallback::Limit(30.0), "HTTP 429"),
        (OnCallback::NoAnswer, "Discord did not answer"),
    ];
    for (number, (first, why)) in refusals.into_iter().enumerate() {
        discord.set(|inner| inner.on_file.push_back(first));
        let id = ask(&discord, true);
        let plain = discord.reply(id);
        assert_eq!(plain["data"]["attachments"], json!([]), "{first:?}");
        assert!(!plain.to_string().contains("attachment://"), "{plain}");
        assert_eq!(words(&plain), words(&drawn), "{first:?}");
        assert_eq!(tries(&discord, id).len(), 2, "{first:?}");
        let told = bot.lines("a picture was not sent", number + 1);
        assert!(told[number].contains(why), "{told:?}");
        bot.lines("answered kind=", number + 2);
    }
    discord.was_respected();
}

#[test]
fn only_words_that_are_refused_too_become_an_apology() {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    discord.set(|inner| {
        inner.on_file.push_back(OnCallback::Refuse(400, 50_035));
        inner.on_callback.push_back(OnCallback::Refuse(400, 50_035));
    });
    let id = ask(&discord, true);
    let content = discord.reply(id)["data"]["content"].to_string();
    assert!(content.contains("Something went wrong"), "{content}");
    assert_eq!(tries(&discord, id), [400, 400, 204]);
    bot.lines("not delivered", 1);
    discord.was_respected();
}

#[test]
fn a_reply_that_arrived_unconfirmed_is_an_answer() {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    for (number, picture) in [true, false].into_iter().enumerate() {
        discord.set(|inner| inner.on_callback.push_back(OnCallback::TakeSilently));
        let id = ask(&discord, picture);
        discord.reply(id);
        bot.lines("answered kind=", number + 1);
        assert_eq!(tries(&discord, id), [0, 400]);
    }
    assert!(!bot.said().contains("too late"), "{}", bot.said());
    discord.was_respected();
}

#[test]
fn while_commands_are_refused_everybody_is_answered() {
    let discord = FakeDiscord::start();
    let refuse = |status, refusal: Value| {
        discord.set(|inner| {
            inner.broken = Some(("/commands", status));
            inner.refusal = refusal;
        });
    };
    refuse(500, json!("<html>"));
    let bot = Program::connected(&discord);
    let told = bot.lines("could not be registered", 1);
    assert!(told[0].contains("HTTP 500"), "{told:?}");
    discord.reply(ask(&discord, false));
    refuse(429, json!({"retry_after": 0.3, "code": 0}));
    let told = bot.lines("HTTP 429", 1);
    assert!(told[0].contains("may succeed later"), "{told:?}");
    discord.set(|inner| {
        inner.on_file.push_back(OnCallback::Refuse(503, 0));
        inner.on_callback.push_back(OnCallback::Refuse(503, 0));
    });
    discord.reply(ask(&discord, true));
    discord.set(|inner| inner.broken = None);
    bot.lines("registered commands=sent", 1);
    discord.was_respected();
}

#[test]
fn a_refusal_of_the_commands_names_the_field_and_is_not_repeated() {
    let discord = FakeDiscord::start();
    let errors = json!({"1": {"options": {"2": {"description": {"_errors": [
        {"code": "BASE_TYPE_BAD_LENGTH", "message": "Must be between 1 and 100 in length."}]}}}}});
    discord.set(|inner| {
        inner.broken = Some(("PUT /api/v10/applications", 400));
        inner.refusal = json!({"message": "Invalid Form Body", "code": 50_035, "errors": errors});
    });
    let bot = Program::connected(&discord);
    let told = bot.lines("could not be registered", 1).remove(0);
    let commands = bot.said();
    for part in [
        "HTTP 400, code 50035, 1.options.2.description BASE_TYPE_BAD_LENGTH",
        "command=",
        "again_s=21600",
        "does not take them as they are",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(!told.contains("command=- "), "{commands}");
    discord.reply(ask(&discord, false));
    // Another session asks for nothing: the commands are the same.
    discord.set(|inner| inner.begun.clear());
    discord.hang_up(Some(4007));
    discord.wait_for_sessions(2);
    discord.reply(ask(&discord, false));
    assert_eq!(bot.lines("could not be registered", 1).len(), 1);
    discord.was_respected();
}

#[test]
fn the_commands_of_a_day_are_explained() {
    let discord = FakeDiscord::start();
    for (status, refusal) in [
        (400, json!({"code": 30_034})),
        (429, json!({"retry_after": 40_000.5, "code": 0})),
    ] {
        discord.set(|inner| {
            inner.broken = Some(("PUT /api/v10/applications", status));
            inner.refusal = refusal;
            inner.begun.clear();
        });
        let bot = Program::serve(&discord);
        let told = bot.lines("could not be registered", 1).remove(0);
        assert!(told.contains("200 new commands a day"), "{told}");
        let wait = if status == 400 { "=3600" } else { "=40000" };
        assert!(told.contains(&format!("again_s{wait}")), "{told}");
    }
    let said = Program::start(
        &discord,
        &["commands", "--register"],
        crate::fake_discord::TOKEN,
    );
    let (status, said) = said.end();
    assert_eq!(status.code(), Some(2), "{said}");
    assert!(said.contains("200 new commands a day"), "{said}");
    discord.was_respected();
}
