//! Signed HTTP: the real program gets requests over real sockets, from Discord and from others.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(unreachable_pub)]

mod caller;
#[path = "../support/fake_discord/mod.rs"]
mod fake_discord;
mod faults;
mod following;
mod kept;
mod pages;
#[path = "../support/program.rs"]
mod program;
mod refused;
mod starting;
mod stopping;
mod wires;

use fake_discord::FakeDiscord;
use program::Program;

use caller::Caller;

/// Starts the program with a public key and no token on a free port.
fn start(discord: &FakeDiscord) -> (Program, Caller) {
    start_with(discord, &["--facts", program::FACTS], &[])
}

/// The same with more arguments and variables.
fn start_with(
    discord: &FakeDiscord,
    arguments: &[&str],
    variables: &[(&str, &str)],
) -> (Program, Caller) {
    let key = caller::public_key();
    let arguments = [&["serve", "--listen", "127.0.0.1:0"], arguments].concat();
    let variables = [&[("DISCORD_PUBLIC_KEY", key.as_str())], variables].concat();
    let program = Program::with(discord, &arguments, &variables);
    let caller = listening(&program);
    (program, caller)
}

/// A client for the address in the program's log.
fn listening(program: &Program) -> Caller {
    let line = program.lines("listening", 1).remove(0);
    let (_, rest) = line.split_once("address=").unwrap();
    Caller::new(rest.split(' ').next().unwrap().parse().unwrap())
}
