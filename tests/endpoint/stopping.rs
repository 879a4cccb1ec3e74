//! How it stops: pending requests are answered, and slow ones do not delay it.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::caller::{Response, signed};
use crate::fake_discord::FakeDiscord;
use crate::start;

const PING: &[u8] = br#"{"id":"1","token":"t","type":1}"#;

/// The program sends this when it is about to read the body.
const CONTINUE: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";

/// Sends the head of a request, and waits until the program asks for the body.
fn begin(mut stream: TcpStream) -> TcpStream {
    let length = PING.len();
    let headers = signed(0, PING);
    let head = format!(
        "POST /interactions HTTP/1.1\r\nHost: bot\r\nExpect: 100-continue\r\nContent-Length: {length}\r\n{headers}\r\n"
    );
    stream.write_all(head.as_bytes()).unwrap();
    let mut told = [0; CONTINUE.len()];
    stream.read_exact(&mut told).unwrap();
    assert_eq!(told, CONTINUE);
    stream
}

#[test]
fn a_request_on_its_way_is_answered_and_a_slow_one_holds_up_nothing() {
    let fastest = ["TERM", "INT"].map(|signal| {
        let discord = FakeDiscord::start();
        let (bot, caller) = start(&discord);
        let (mut quick, slow, idle) = (
            begin(caller.connect()),
            begin(caller.connect()),
            caller.connect(),
        );
        bot.signal(signal);
        let begun = Instant::now();
        bot.lines("stopping", 1);
        quick.write_all(PING).unwrap();
        let response = Response::read(quick);
        assert_eq!(
            (response.status, response.body.as_slice()),
            (200, &br#"{"type":1}"#[..])
        );
        let (status, said) = bot.end_in_time();
        assert_eq!(status.code(), Some(0), "{said}");
        assert!(said.contains("kind=ping"), "{said}");
        drop((slow, idle));
        begun.elapsed()
    });
    // The program waits four seconds for a slow body, but not when it is to stop.
    let fastest = fastest.into_iter().min().unwrap();
    assert!(fastest < Duration::from_secs(3), "{fastest:?}");
}

#[test]
fn without_requests_it_ends_at_once() {
    let discord = FakeDiscord::start();
    // The fastest of several, because the machine may be busy.
    let fastest = (0..5).map(|_| {
        let (bot, caller) = start(&discord);
        assert_eq!(caller.post_signed(PING).status, 200);
        bot.signal("TERM");
        let begun = Instant::now();
        let (status, said) = bot.end_in_time();
        assert_eq!(status.code(), Some(0), "{said}");
        begun.elapsed()
    });
    let fastest = fastest.min().unwrap();
    assert!(fastest < Duration::from_millis(600), "{fastest:?}");
}
