//! How it ends: what is on its way is answered, and nothing holds it up for long.

use std::io::Write;
use std::thread;
use std::time::{Duration, Instant};

use crate::caller::{Response, signed};
use crate::fake_discord::FakeDiscord;
use crate::start;

const PING: &[u8] = br#"{"id":"1","token":"t","type":1}"#;

#[test]
fn a_request_on_its_way_is_answered_and_a_slow_one_holds_up_nothing() {
    for signal in ["TERM", "INT"] {
        let discord = FakeDiscord::start();
        let (bot, caller) = start(&discord);
        let head = format!(
            "POST /interactions HTTP/1.1\r\nHost: bot\r\nContent-Length: {}\r\n{}\r\n",
            PING.len(),
            signed(0, PING)
        );
        let (mut quick, mut slow, idle) = (caller.connect(), caller.connect(), caller.connect());
        for stream in [&mut quick, &mut slow] {
            stream.write_all(head.as_bytes()).unwrap();
        }
        thread::sleep(Duration::from_millis(100));
        bot.signal(signal);
        let begun = Instant::now();
        bot.lines("stopping", 1);
        quick.write_all(PING).unwrap();
        let response = Response::read(quick);
        assert_eq!(
            (response.status, response.body.as_slice()),
            (200, &br#"{"type":1}"#[..])
        );
        let (status, said) = bot.end(2.0);
        assert_eq!(status.code(), Some(0), "{said}");
        assert!(
            begun.elapsed() < Duration::from_secs(2),
            "{:?}",
            begun.elapsed()
        );
        assert!(said.contains("kind=ping"), "{said}");
        drop((slow, idle));
    }
}

#[test]
fn without_requests_it_ends_at_once() {
    let discord = FakeDiscord::start();
    let (bot, caller) = start(&discord);
    assert_eq!(caller.post_signed(PING).status, 200);
    bot.signal("TERM");
    let begun = Instant::now();
    let (status, said) = bot.end(1.0);
    assert_eq!(status.code(), Some(0), "{said}");
    assert!(
        begun.elapsed() < Duration::from_millis(600),
        "{:?}",
        begun.elapsed()
    );
}
