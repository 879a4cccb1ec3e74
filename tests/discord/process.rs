//! The program itself: how it starts, what it writes down, how it ends.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::fake_discord::{FakeDiscord, Happening, OnConnect, TOKEN};
use crate::program::Program;

#[test]
fn a_wrong_token_is_one_line_and_the_end() {
    let discord = FakeDiscord::start();
    let wrong = "MTk4NjIy.wrong-token.x";
    let (status, said) = Program::start(&discord, &["serve"], wrong).end(10.0);
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
    let (status, said) = Program::serve(&discord).end(10.0);
    assert_eq!(status.code(), Some(2), "{said}");
    assert!(
        said.contains("DISCORD_TOKEN") && !said.contains(TOKEN),
        "{said}"
    );
}

#[test]
fn a_fatal_close_is_the_end() {
    for code in [4014, 4011] {
        let discord = FakeDiscord::start();
        discord.set(|inner| inner.on_connect.push_back(OnConnect::CloseOnIdentify(code)));
        let (status, said) = Program::serve(&discord).end(10.0);
        assert_eq!(status.code(), Some(2), "{said}");
        assert!(
            said.contains(&code.to_string()) && !said.contains(TOKEN),
            "{said}"
        );
        discord.was_respected();
    }
}

#[test]
fn it_says_goodbye_and_ends_well() {
    for signal in ["TERM", "INT"] {
        let discord = FakeDiscord::start();
        let bot = Program::connected(&discord);
        bot.signal(signal);
        let begun = Instant::now();
        let (status, said) = bot.end(5.0);
        assert_eq!(status.code(), Some(0), "{said}");
        assert!(
            begun.elapsed() < Duration::from_millis(1_500),
            "{:?}",
            begun.elapsed()
        );
        let goodbye = Happening::ClosedByBot(Some(1000));
        discord.wait("a goodbye", 1.0, |inner| {
            let mut all = inner.journal.iter();
            all.any(|(_, happening)| *happening == goodbye)
                .then_some(())
        });
        discord.was_respected();
    }
}

#[test]
fn it_ends_well_while_nobody_is_there() {
    let mut discord = FakeDiscord::start();
    discord.kill();
    let bot = Program::serve(&discord);
    bot.lines("cannot find the gateway", 2);
    bot.signal("TERM");
    assert_eq!(bot.end(2.0).0.code(), Some(0));
}

#[test]
fn each_interaction_is_one_line_without_anything_private() {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    bot.lines("registered", 1);
    let before = bot.said().lines().count();
    let options =
        json!([{"name": "as_of", "value": "my secret words"}, {"name": "lang", "value": "id"}]);
    discord.reply(discord.slash("bridge", options));
    discord.reply(discord.slash("made-up-name", json!([])));
    discord.reply(discord.press("open /bridge view:denials", 64));
    bot.lines("answered", 3);
    let said = bot.said();
    let lines: Vec<&str> = said.lines().skip(before).collect();
    assert_eq!(lines.len(), 3, "{said}");
    for part in [
        "kind=\"command\"",
        "command=\"bridge\"",
        "lang=\"id\"",
        "wire=\"gateway\"",
        "outcome=\"unknown\"",
        "micros=",
    ] {
        assert!(lines[0].contains(part), "{part}: {}", lines[0]);
    }
    assert!(
        lines[2].contains("kind=\"press\"") && lines[2].contains("outcome=\"found\""),
        "{said}"
    );
    for private in [
        TOKEN,
        "aW50ZXJhY3Rpb246",
        "secret",
        "made-up",
        "somebody",
        "290926798626357999",
        "\u{1b}[",
    ] {
        assert!(!said.contains(private), "{private} in:\n{said}");
    }
    discord.was_respected();
}
