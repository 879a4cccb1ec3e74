//! Shards over several processes, and how many there are.

use serde_json::json;

use crate::fake_discord::{FakeDiscord, Happening, OnConnect, TOKEN};
use crate::program::Program;

fn runs(discord: &FakeDiscord, shards: &str) -> Program {
    Program::start(discord, &["serve", "--shards", shards], TOKEN)
}

/// The shards that identified, in the order of their numbers.
fn begun(discord: &FakeDiscord) -> Vec<(u64, u64)> {
    let mut begun: Vec<(u64, u64)> = discord.set(|inner| {
        let all = inner.journal.iter();
        let begun = all.filter_map(|(_, happening)| match happening {
            Happening::Begun { shard, of } => Some((*shard, *of)),
            _ => None,
        });
        begun.collect()
    });
    begun.sort_unstable();
    begun
}

fn puts(discord: &FakeDiscord) -> usize {
    let is_put = |happening: &Happening| matches!(happening, Happening::Call(call) if call.starts_with("PUT"));
    discord.count(is_put).len()
}

#[test]
fn two_processes_run_two_shards_each() {
    let discord = FakeDiscord::start();
    discord.set(|inner| (inner.shards, inner.max_concurrency) = (4, 4));
    let first = runs(&discord, "0-1/4");
    first.lines("registered", 1);
    let second = runs(&discord, "2-3/4");
    second.lines("connected", 2);
    first.lines("connected", 2);
    assert_eq!(begun(&discord), [(0, 4), (1, 4), (2, 4), (3, 4)]);
    for shard in 0..4 {
        discord.set(|inner| inner.only = Some(shard));
        discord.reply(discord.slash("bridge", json!([])));
    }
    for process in [&first, &second] {
        process.lines("answered", 2);
    }
    // The second process registers nothing, and knows the ids all the same.
    discord.wait("the ids", |inner| {
        let is_get = |call: &str| call.starts_with("GET") && call.contains("/commands");
        let calls = inner.journal.iter();
        let reads = calls.filter(|(_, one)| matches!(one, Happening::Call(call) if is_get(call)));
        (reads.count() >= 2).then_some(())
    });
    assert_eq!(puts(&discord), 1, "{}", discord.journal());
    assert!(!second.said().contains("registered"), "{}", second.said());
    discord.was_respected();
}

#[test]
fn processes_that_start_at_once_give_way_to_each_other() {
    let discord = FakeDiscord::start();
    // Both shards share a bucket, of which the processes cannot tell each other.
    discord.set(|inner| (inner.shards, inner.refuses_haste) = (2, true));
    let _bots = ["0/2", "1/2"].map(|shards| runs(&discord, shards));
    discord.wait_for_sessions(2);
    assert_eq!(begun(&discord), [(0, 2), (1, 2)]);
    discord.was_respected();
}

#[test]
fn a_bot_that_has_grown_starts_over_with_more_shards() {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    discord.set(|inner| (inner.shards, inner.max_concurrency) = (2, 2));
    discord.hang_up(Some(4011));
    bot.lines("starting over with more shards", 1);
    discord.wait_for_sessions(3);
    assert_eq!(begun(&discord), [(0, 1), (0, 2), (1, 2)]);
    discord.set(|inner| inner.only = Some(1));
    discord.reply(discord.slash("bridge", json!([])));
    discord.was_respected();
}

#[test]
fn a_number_of_shards_that_discord_refuses_is_told_with_what_to_do() {
    for code in [4010, 4011] {
        let discord = FakeDiscord::start();
        discord.set(|inner| inner.on_connect.push_back(OnConnect::CloseOnIdentify(code)));
        let (status, said) = runs(&discord, "0/1").end();
        assert_eq!(status.code(), Some(2), "{said}");
        assert!(
            said.contains(&format!("code {code}")) && said.contains("--shards"),
            "{said}"
        );
        discord.was_respected();
    }
}

#[test]
fn a_range_that_cannot_be_is_refused_at_once() {
    let discord = FakeDiscord::start();
    for (shards, words) in [
        ("5-4/16", "4-5/16"),
        ("0-16/16", "is 15"),
        ("0/0", "at least one"),
    ] {
        let (status, said) = runs(&discord, shards).end();
        assert_eq!(status.code(), Some(2), "{said}");
        assert!(said.contains(words), "{said}");
    }
    assert_eq!(discord.journal(), "");
}
