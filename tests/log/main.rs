//! The process and its log: signals, output that nobody reads, and floods. The real program, on all three wires.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(unreachable_pub, dead_code)]

#[path = "../preview/asker.rs"]
mod asker;
#[path = "../endpoint/caller.rs"]
mod caller;
#[path = "../support/fake_discord/mod.rs"]
mod fake_discord;
#[path = "../support/program.rs"]
mod program;
mod signals;
mod unread;
mod wire;
