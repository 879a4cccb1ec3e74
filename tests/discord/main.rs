//! The bot and Discord: the real program talks to a fake Discord on loopback, over real sockets.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(unreachable_pub)]

mod addresses;
mod closing;
mod connection;
mod crowd;
#[path = "../support/fake_discord/mod.rs"]
mod fake_discord;
mod faults;
mod pictures;
mod process;
#[path = "../support/program.rs"]
mod program;
mod registering;
mod replies;
mod run_once;
mod setup;
mod shards;
mod sharing;
