//! The process: how it starts, what it logs, how it ends.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::fake_discord::{FakeDiscord, Happening, OnConnect, TOKEN};
use crate::program::Program;

/// Parts of what the fake Discord sends that must never be logged.
const PRIVATE: [&str; 7] = [
    TOKEN,
    "aW50ZXJhY3Rpb246",
    "secret",
    "made-up",
    "somebody",
    "290926798626357999",
    "\u{1b}[",
];

#[test]
fn a_wrong_token_is_one_line_and_the_end() {
    let discord = FakeDiscord::start();
    let wrong = "MTk4NjIy.wrong-token.x";
    let (status, said) = Program::start(&discord, &["serve"], wrong).end();
    assert_eq!(status.code(), Some(2), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("DISCORD_TOKEN"), "{said}");
    assert!(
        said.contains("https://discord.com/developers/applications"),
        "{said}"
    );
    assert!(!said.contains("wrong-token"), "{said}");
}

#[test]
fn a_token_refused_by_the_gateway_is_the_end_too() {
    let discord = FakeDiscord::start();
    discord.set(|inner| inner.on_connect.push_back(OnConnect::CloseOnIdentify(4004)));
    let (status, said) = Program::serve(&discord).end();
    assert_eq!(status.code(), Some(2), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(
        said.contains("DISCORD_TOKEN") && !said.contains(TOKEN),
        "{said}"
    );
}

#[test]
fn a_fatal_close_is_the_end() {
    for code in 4010..=4014 {
        let discord = FakeDiscord::start();
        discord.set(|inner| inner.on_connect.push_back(OnConnect::CloseOnIdentify(code)));
        let (status, said) = Program::serve(&discord).end();
        assert_eq!(status.code(), Some(2), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains(&format!("code {code}")), "{said}");
        assert!(!said.contains(TOKEN), "{said}");
        discord.was_respected();
    }
}

#[test]
fn it_says_goodbye_and_ends_well() {
    let fastest = ["TERM", "INT", "TERM", "INT"].map(|signal| {
        let discord = FakeDiscord::start();
        let bot = Program::connected(&discord);
        bot.signal(signal);
        let begun = Instant::now();
        let (status, said) = bot.end_in_time();
        assert_eq!(status.code(), Some(0), "{said}");
        let took = begun.elapsed();
        let goodbye = Happening::ClosedByBot(Some(1000));
        discord.wait("a goodbye", |inner| {
            let mut all = inner.journal.iter();
            all.any(|(_, happening)| *happening == goodbye)
                .then_some(())
        });
        discord.was_respected();
        took
    });
    // The fastest of several, because the machine may be busy.
    let fastest = fastest.into_iter().min().unwrap();
    assert!(fastest < Duration::from_millis(1_500), "{fastest:?}");
}

#[test]
fn it_ends_well_while_nobody_is_there() {
    let mut discord = FakeDiscord::start();
    discord.kill();
    let bot = Program::serve(&discord);
    bot.lines("cannot find the gateway", 2);
    bot.signal("TERM");
    assert_eq!(bot.end_in_time().0.code(), Some(0));

    discord.revive();
    let bot = Program::connected(&discord);
    discord.kill();
    bot.lines("not connected", 1);
    bot.signal("TERM");
    assert_eq!(bot.end_in_time().0.code(), Some(0));
}

#[test]
fn each_interaction_is_one_line_without_anything_private() {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    bot.lines("registered", 1);
    let before = bot.said().lines().count();
    let options =
        json!([{"name": "as_of", "value": "my secret words"}, {"name": "lang", "value": "id"}]);
    // A line is logged once its reply has arrived, so wait for each.
    discord.reply(discord.slash("bridge", options));
    bot.lines("answered", 1);
    discord.reply(discord.slash("made-up-name", json!([])));
    bot.lines("answered", 2);
    discord.reply(discord.press("open /bridge view:denials", 64));
    bot.lines("answered", 3);
    let said = bot.said();
    let lines: Vec<&str> = said.lines().skip(before).collect();
    assert_eq!(lines.len(), 3, "{said}");
    for part in [
        "kind=command",
        "command=bridge",
        "lang=id",
        "wire=gateway",
        "outcome=unknown",
        "micros=",
    ] {
        assert!(lines[0].contains(part), "{part}: {}", lines[0]);
    }
    assert!(
        lines[2].contains("kind=component") && lines[2].contains("outcome=found"),
        "{said}"
    );
    for private in PRIVATE {
        assert!(!said.contains(private), "{private} in:\n{said}");
    }
    discord.was_respected();
}

#[test]
fn nothing_private_is_written_down_whatever_goes_wrong() {
    let discord = FakeDiscord::start();
    let mut bot = Program::connected(&discord);
    let typed = json!([{"name": "as_of", "value": "my secret words"}]);
    // Frames that serenity cannot read, with private texts in them.
    let interaction = "aW50ZXJhY3Rpb246";
    discord.babble(&format!("{{\"op\":0,\"t\":\"INTERACTION_CREATE\",\"d\":{{\"token\":\"{interaction}\",\"data\":\"secret"));
    discord.babble(&format!("{interaction} somebody typed a secret {TOKEN}"));
    discord.say(json!({"op": 0, "s": "x", "t": "INTERACTION_CREATE", "d": {"token": interaction, "data": typed}}));
    discord.say(json!({"op": 99, "d": {"token": interaction, "data": typed}}));
    let odd = json!({"type": 2, "data": {"name": "secret", "options": typed}, "entitlements": 3});
    discord.reply(discord.interact(odd));
    for (number, end) in [None, Some(1011), Some(4007)].into_iter().enumerate() {
        discord.reply(discord.slash("bridge", typed.clone()));
        discord.hang_up(end);
        discord.wait_for_sessions(number + 2);
    }
    discord.reply(discord.slash("bridge", typed));
    discord.set(|inner| inner.on_connect.push_back(OnConnect::CloseOnIdentify(1011)));
    discord.hang_up(Some(4009));
    discord.wait_for_sessions(5);
    assert!(bot.is_running());
    bot.signal("TERM");
    let (status, said) = bot.end_in_time();
    assert_eq!(status.code(), Some(0), "{said}");
    for private in PRIVATE
        .iter()
        .chain(&["session-", "ShardInfo", "127.0.0.1"])
    {
        assert!(!said.contains(private), "{private} in:\n{said}");
    }
    discord.was_respected();
}
