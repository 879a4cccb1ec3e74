//! The preview: the real program gets requests over real sockets, from its page and from others.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(unreachable_pub, dead_code)]

mod asker;
#[path = "../endpoint/caller.rs"]
mod caller;
mod conversation;
mod editing;
#[path = "../support/fake_discord/mod.rs"]
mod fake_discord;
mod form;
mod guarded;
mod page;
#[path = "../support/program.rs"]
mod program;
mod saving;
mod starting;

use fake_discord::FakeDiscord;
use program::{FACTS, Program};

use asker::Asker;

/// Starts the preview on a free port, with the facts of `valid.toml`.
fn start(discord: &FakeDiscord) -> (Program, Asker) {
    start_with(discord, &["--listen", "127.0.0.1:0", "--facts", FACTS])
}

/// The same with these arguments.
fn start_with(discord: &FakeDiscord, arguments: &[&str]) -> (Program, Asker) {
    let program = Program::with(discord, arguments, &[("LANG", "C")]);
    let asker = asker(&program);
    (program, asker)
}

/// A client for the address that the program prints.
fn asker(program: &Program) -> Asker {
    let line = program.lines("The preview is at", 1).remove(0);
    let (_, rest) = line.split_once("http://").unwrap();
    Asker::new(rest.split(' ').next().unwrap().parse().unwrap())
}
