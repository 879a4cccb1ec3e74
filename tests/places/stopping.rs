//! Requests that were sent before the bot stops are answered, wherever they are then.

use std::io::Write;
use std::net::TcpStream;

use crate::caller::Caller;
use crate::fake_discord::FakeDiscord;
use crate::program::Program;
use crate::{PONG, ask, is_closed, ping, response, start};

/// Connections at once: fewer than places.
const SOME: usize = 50;

/// Sends a request over each of these, tells the program to stop while it cannot run, and reads the responses.
fn all_are_answered(bot: Program, streams: &mut [TcpStream]) {
    for stream in &mut *streams {
        stream.write_all(&ping()).unwrap();
    }
    bot.signal("TERM");
    bot.signal("CONT");
    for stream in &mut *streams {
        let response = response(stream);
        assert!(response.ends_with(PONG), "{response:?}");
        assert!(is_closed(stream));
    }
    let (status, said) = bot.end_in_time();
    assert_eq!(status.code(), Some(0), "{said}");
    let answered = said.matches("kind=ping").count();
    assert!(answered >= streams.len(), "{answered} in the log");
}

fn some(caller: Caller) -> Vec<TcpStream> {
    (0..SOME).map(|_| caller.connect()).collect()
}

#[test]
fn requests_over_connections_that_were_not_accepted_yet() {
    let discord = FakeDiscord::start();
    let (bot, caller) = start(&discord);
    bot.signal("STOP");
    let mut streams = some(caller);
    all_are_answered(bot, &mut streams);
}

#[test]
fn requests_over_connections_that_had_sent_nothing() {
    let discord = FakeDiscord::start();
    let (bot, caller) = start(&discord);
    let mut streams = some(caller);
    while caller.metric("sumber_connections ") <= 50.0 {}
    bot.signal("STOP");
    all_are_answered(bot, &mut streams);
}

#[test]
fn requests_over_connections_that_were_idle() {
    let discord = FakeDiscord::start();
    let (bot, caller) = start(&discord);
    let mut streams = some(caller);
    for stream in &mut streams {
        assert!(ask(stream, &ping()).ends_with(PONG));
    }
    bot.signal("STOP");
    all_are_answered(bot, &mut streams);
}
