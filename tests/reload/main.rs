//! Editing the facts while the real program answers: over the gateway, over signed HTTP and in public pages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(unreachable_pub, dead_code)]

#[path = "../endpoint/caller.rs"]
mod caller;
mod commands;
mod edition;
#[path = "../support/fake_discord/mod.rs"]
mod fake_discord;
mod large;
mod place;
#[path = "../support/program.rs"]
mod program;
mod reported;
mod storm;
mod ways;

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use caller::Caller;
use fake_discord::{FakeDiscord, TOKEN};
use program::{PATIENCE, Program};

/// The program over signed HTTP, with the facts at a path.
fn over_http(discord: &FakeDiscord, facts: &Path) -> (Program, Caller) {
    let key = caller::public_key();
    start(discord, facts, &[], &[("DISCORD_PUBLIC_KEY", &key)])
}

/// The program over the gateway, with the facts at a path.
fn over_gateway(discord: &FakeDiscord, facts: &Path) -> (Program, Caller) {
    let started = start(discord, facts, &[], &[("DISCORD_TOKEN", TOKEN)]);
    discord.wait_for_sessions(1);
    started
}

/// The program with the facts at a path, and with more arguments and variables.
fn start(
    discord: &FakeDiscord,
    facts: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
) -> (Program, Caller) {
    let facts = facts.to_str().unwrap();
    let usual = ["serve", "--listen", "127.0.0.1:0", "--facts", facts];
    let program = Program::with(discord, &[&usual, arguments].concat(), variables);
    let line = program.lines("listening", 1).remove(0);
    let (_, rest) = line.split_once("address=").unwrap();
    let address = rest.split(' ').next().unwrap().parse().unwrap();
    (program, Caller::new(address))
}

/// The revision that the program answers from.
fn revision(caller: Caller) -> String {
    let health = caller.get("/healthz");
    assert_eq!(health.status, 200);
    let text = health.text();
    let revision = text.strip_prefix("ok\nrevision ").unwrap();
    revision.trim_end().to_owned()
}

/// Waits until it answers from this revision.
fn wait_for_revision(caller: Caller, program: &Program, wanted: &str) {
    wait_until(program, wanted, || revision(caller) == wanted);
}

/// Waits until its facts are stale, or no longer so.
fn wait_until_stale(caller: Caller, program: &Program, stale: bool) {
    let wanted = f64::from(u8::from(stale));
    wait_until(program, "stale", || {
        (caller.metric("sumber_facts_stale ") - wanted).abs() < 0.1
    });
}

fn wait_until(program: &Program, what: &str, is_so: impl Fn() -> bool) {
    let until = Instant::now() + PATIENCE;
    while !is_so() {
        assert!(Instant::now() < until, "not {what}:\n{}", program.said());
        thread::sleep(Duration::from_millis(10));
    }
}
