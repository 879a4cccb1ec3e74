//! Where the gateway is: it moves, it names another address for resuming, it cannot be found.

use serde_json::json;

use crate::fake_discord::{FakeDiscord, Happening};
use crate::program::Program;

/// The address of the fake Discord by another name.
fn localhost(discord: &FakeDiscord) -> String {
    discord.set(|inner| inner.gateway_url.replace("127.0.0.1", "localhost"))
}

fn begun(discord: &FakeDiscord) -> usize {
    let is_begun = |happening: &Happening| matches!(happening, Happening::Begun { .. });
    discord.count(is_begun).len()
}

/// Whether each connection was made by the other name.
fn by_name(discord: &FakeDiscord) -> Vec<bool> {
    discord.set(|inner| {
        let hosts = inner.hosts.iter();
        hosts.map(|host| host.starts_with("localhost")).collect()
    })
}

#[test]
fn a_session_is_resumed_where_discord_says() {
    let discord = FakeDiscord::start();
    let there = localhost(&discord);
    discord.set(|inner| inner.resume_url = Some(there));
    let _bot = Program::connected(&discord);
    discord.hang_up(None);
    discord.wait_for_sessions(2);
    assert_eq!(begun(&discord), 1);
    assert_eq!(by_name(&discord), [false, true]);
    // A session that is begun anew has the usual address.
    discord.hang_up(Some(4009));
    discord.wait_for_sessions(3);
    assert_eq!(by_name(&discord), [false, true, false]);
    discord.was_respected();
}

#[test]
fn an_address_for_resuming_that_is_dead_is_given_up() {
    let discord = FakeDiscord::start();
    discord.set(|inner| inner.resume_url = Some("ws://127.0.0.1:9".to_owned()));
    let _bot = Program::connected(&discord);
    discord.hang_up(None);
    discord.wait_for_sessions(2);
    discord.reply(discord.slash("bridge", json!([])));
    discord.was_respected();
}

#[test]
fn a_gateway_that_moves_is_found() {
    let discord = FakeDiscord::start();
    let _bot = Program::connected(&discord);
    let there = localhost(&discord);
    discord.set(|inner| {
        inner.gateway_url = there;
        inner.sessions.clear();
    });
    discord.hang_up(None);
    discord.wait_for_sessions(2);
    assert_eq!(by_name(&discord).last(), Some(&true));
    discord.reply(discord.slash("bridge", json!([])));
    discord.was_respected();
}

#[test]
fn why_the_gateway_cannot_be_reached_is_in_the_log() {
    for (wrong, why) in [
        ("ws://gateway.invalid", "its name cannot be resolved"),
        ("ws://127.0.0.1:9", "no connection: Connection refused"),
    ] {
        let discord = FakeDiscord::start();
        let right = discord.set(|inner| std::mem::replace(&mut inner.gateway_url, wrong.into()));
        let bot = Program::serve(&discord);
        bot.lines(why, 2);
        // A right one that Discord names later is used.
        discord.set(|inner| inner.gateway_url = right);
        discord.wait_for_sessions(1);
        let said = bot.said();
        assert!(
            !said.contains("invalid") && !said.contains("127.0.0.1"),
            "{said}"
        );
        discord.was_respected();
    }
}

#[test]
fn a_status_in_place_of_the_gateway_is_in_the_log() {
    let discord = FakeDiscord::start();
    // Where the fake Discord has nothing, it refuses with a status.
    let right = discord.set(|inner| {
        let wrong = format!("{}/down", inner.gateway_url);
        std::mem::replace(&mut inner.gateway_url, wrong)
    });
    let bot = Program::serve(&discord);
    bot.lines("HTTP 503 in place of a WebSocket", 1);
    discord.set(|inner| inner.gateway_url = right);
    discord.wait_for_sessions(1);
}
