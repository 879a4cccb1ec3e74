//! Staying connected when connections break, hang or are refused.

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;
use sumber::discord::interaction::{Interaction, Kind};
use sumber::discord::{self, Reply};
use sumber::facts::Shelf;
use sumber::facts::file::{Part, read};
use sumber::serve::{Bot, Secret, Settings, until};

use crate::fake_discord::{FakeDiscord, Happening, OnConnect, TOKEN, busiest_second};
use crate::program::Program;

fn resumed(discord: &FakeDiscord) -> usize {
    discord
        .count(|happening| *happening == Happening::Resumed)
        .len()
}

fn begun(discord: &FakeDiscord) -> usize {
    discord
        .count(|happening| matches!(happening, Happening::Begun { .. }))
        .len()
}

fn answers(discord: &FakeDiscord) {
    discord.reply(discord.slash("bridge", json!([])));
}

#[test]
fn a_broken_connection_is_resumed() {
    let discord = FakeDiscord::start();
    let _bot = Program::connected(&discord);
    for (number, end) in [None, Some(1011), Some(4000)].into_iter().enumerate() {
        discord.hang_up(end);
        discord.wait_for_sessions(number + 2);
        answers(&discord);
    }
    discord.say(json!({"op": 7, "d": null}));
    discord.wait_for_sessions(5);
    answers(&discord);
    assert_eq!(
        (begun(&discord), resumed(&discord)),
        (1, 4),
        "{}",
        discord.journal()
    );
    discord.was_respected();
}

#[test]
fn a_session_that_is_over_is_begun_anew() {
    let discord = FakeDiscord::start();
    let _bot = Program::connected(&discord);
    discord.say(json!({"op": 9, "d": true}));
    discord.wait_for_sessions(2);
    assert_eq!(resumed(&discord), 1);
    discord.say(json!({"op": 9, "d": false}));
    discord.wait_for_sessions(3);
    assert_eq!(begun(&discord), 2);
    // A session that Discord has forgotten is refused when it is resumed.
    discord.set(|inner| inner.sessions.clear());
    discord.hang_up(None);
    discord.wait_for_sessions(4);
    assert_eq!(begun(&discord), 3);
    discord.hang_up(Some(4009));
    discord.wait_for_sessions(5);
    assert_eq!(begun(&discord), 4);
    answers(&discord);
    discord.was_respected();
}

#[test]
fn a_heart_that_nobody_hears_means_another_connection() {
    let discord = FakeDiscord::start();
    discord.set(|inner| {
        inner.heartbeat_interval = 300;
        inner.on_connect.push_back(OnConnect::Deaf);
    });
    let _bot = Program::connected(&discord);
    // serenity considers a connection dead if a heartbeat is not answered before the next one is due. The second
    // connection has a longer interval, so that a busy machine can answer in time.
    let interval = Duration::from_secs(3);
    discord.set(|inner| inner.heartbeat_interval = 3_000);
    // serenity starts a new session, at least five seconds after the last one.
    discord.wait_for_sessions(2);
    assert_eq!(begun(&discord), 2);
    let is_beat = |happening: &Happening| *happening == Happening::Beat;
    let (since, before) = (Instant::now(), discord.count(is_beat).len());
    discord.say(json!({"op": 1, "d": null}));
    // One at once, on request, and then one in each interval.
    discord.wait("three heartbeats", |inner| {
        let beats = inner.journal.iter().filter(|(_, one)| is_beat(one));
        (beats.count() >= before + 3).then_some(())
    });
    let beats = discord.count(is_beat).len() - before;
    let due = since.elapsed().as_secs() / interval.as_secs();
    assert!(beats as u64 <= due + 2, "{}", discord.journal());
    assert_eq!(begun(&discord), 2, "{}", discord.journal());
    answers(&discord);
    discord.was_respected();
}

#[test]
fn a_connection_closed_without_a_word_is_made_anew() {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    discord.leave();
    // Meanwhile serenity reads in a loop; the bot still obeys signals.
    bot.lines("starting over", 1);
    discord.wait_for_sessions(2);
    answers(&discord);
    bot.signal("TERM");
    assert_eq!(bot.end_in_time().0.code(), Some(0));
    discord.was_respected();
}

#[test]
fn a_server_that_comes_back_is_found_soon() {
    let mut discord = FakeDiscord::start();
    let mut bot = Program::connected(&discord);
    discord.kill();
    thread::sleep(Duration::from_secs(9));
    discord.revive();
    let back = Instant::now();
    discord.wait_for_sessions(2);
    // It waits at most six seconds before a try and 5.5 between two sessions; a busy machine may need as long again.
    assert!(back.elapsed() < Duration::from_secs(25));
    answers(&discord);
    assert!(
        busiest_second(&discord.tries()) < 10,
        "{}",
        discord.journal()
    );
    assert!(bot.is_running());
    discord.was_respected();
}

#[test]
fn a_server_that_is_not_there_yet_is_waited_for() {
    let mut discord = FakeDiscord::start();
    discord.kill();
    let bot = Program::serve(&discord);
    bot.lines("cannot find the gateway", 3);
    assert!(bot.said().lines().count() <= 4, "{}", bot.said());
    discord.revive();
    discord.wait_for_sessions(1);
    answers(&discord);
    discord.was_respected();
}

#[test]
fn a_server_that_accepts_and_closes_is_not_stormed() {
    let discord = FakeDiscord::start();
    let _bot = Program::connected(&discord);
    let before = discord.tries().len();
    discord.set(|inner| inner.then_on_connect = OnConnect::Close(1011));
    discord.hang_up(Some(1011));
    thread::sleep(Duration::from_secs(6));
    let tries = discord.tries();
    assert!(tries.len() - before <= 14, "{}", discord.journal());
    assert!(busiest_second(&tries) < 10);
    discord.wait("three tries", |inner| {
        let all = inner.journal.iter();
        let tries = all.filter(|(_, happening)| *happening == Happening::Connected);
        (tries.count() >= 4).then_some(())
    });
    discord.set(|inner| inner.then_on_connect = OnConnect::Take);
    discord.wait_for_sessions(2);
    answers(&discord);
    discord.was_respected();
}

#[test]
fn an_answer_arrives_while_the_connection_is_replaced() {
    let discord = FakeDiscord::start();
    let _bot = Program::connected(&discord);
    // The reply goes over HTTP, whatever becomes of the connection.
    let lost = discord.slash("bridge", json!([]));
    discord.hang_up(None);
    discord.reply(lost);
    discord.wait_for_sessions(2);
    let refused = discord.slash("bridge", json!([]));
    discord.say(json!({"op": 9, "d": false}));
    discord.reply(refused);
    discord.wait_for_sessions(3);
    discord.was_respected();
}

#[test]
fn a_machine_that_wakes_up_is_connected_again() {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    bot.signal("STOP");
    // Discord hears no heartbeat and hangs up.
    discord.hang_up(Some(4009));
    thread::sleep(Duration::from_secs(3));
    bot.signal("CONT");
    discord.wait_for_sessions(2);
    answers(&discord);
    discord.was_respected();
}

#[test]
fn shards_come_one_after_the_other() {
    let discord = FakeDiscord::start();
    discord.set(|inner| (inner.shards, inner.max_concurrency) = (3, 2));
    let _bot = Program::serve(&discord);
    discord.wait_for_sessions(3);
    let shards = discord.set(|inner| {
        let all = inner
            .journal
            .iter()
            .filter_map(|(_, happening)| match happening {
                Happening::Begun { shard, of } => Some((*shard, *of)),
                _ => None,
            });
        all.collect::<std::collections::BTreeSet<_>>()
    });
    assert_eq!(
        shards.into_iter().collect::<Vec<_>>(),
        [(0, 3), (1, 3), (2, 3)]
    );
    discord.was_respected();
}

/// Replies as the bot does, but panics for the command `stumble`.
fn stumbling(shelf: &Shelf, settings: discord::Settings<'_>, interaction: &Interaction) -> Reply {
    match &interaction.kind {
        Kind::Command(command) if command.name == "stumble" => panic!("as told"),
        _ => discord::reply(shelf, settings, interaction),
    }
}

#[test]
fn a_panic_is_an_apology_and_nothing_more() {
    let discord = FakeDiscord::start();
    let text = include_str!("../fixtures/facts/valid.toml").to_owned();
    let part = Part {
        name: "valid.toml".into(),
        text,
    };
    let facts = read(&[part]).unwrap().facts;
    let settings = Settings {
        token: Some(Secret::new(TOKEN)),
        api: Some(discord.api()),
        ..Settings::default()
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let bot = Bot::replying_with(stumbling, facts, &settings);
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let running = runtime.spawn(async move {
        let stopped = async { stopped.await.map_or("dropped", |()| "told") };
        until(&settings, Arc::new(bot), None, Arc::default(), stopped).await
    });
    discord.wait_for_sessions(1);
    let reply = discord.reply(discord.slash("stumble", json!([])));
    let words = reply["data"]["content"].as_str().unwrap();
    assert!(words.contains("Something went wrong"), "{words}");
    answers(&discord);
    stop.send(()).unwrap();
    assert_eq!(runtime.block_on(running).unwrap(), Ok(()));
    discord.was_respected();
}
