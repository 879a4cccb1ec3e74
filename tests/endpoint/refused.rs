//! Which requests are refused and which are answered.

use std::io::Write;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::caller::{Response, headers, signed, signed_by};
use crate::fake_discord::FakeDiscord;
use crate::program::PATIENCE;
use crate::start;

const PING: &[u8] = br#"{"id":"1","application_id":"2","type":1,"token":"t","version":1}"#;

fn slash() -> Value {
    json!({"id": "1", "application_id": "2", "type": 2, "token": "secret-key", "locale": "en-GB",
        "data": {"id": "3", "name": "bridge", "type": 1, "options": []}})
}

#[test]
fn what_discord_signed_is_answered() {
    let discord = FakeDiscord::start();
    let (bot, caller) = start(&discord);
    let pong = caller.post_signed(PING);
    assert_eq!(
        (pong.status, pong.body.as_slice()),
        (200, &br#"{"type":1}"#[..])
    );
    assert!(
        pong.head.contains("content-type: application/json"),
        "{}",
        pong.head
    );
    let first = caller.interact(&slash());
    assert_eq!(first.json()["type"], 4);
    // A proxy may send the same request twice; the answer is the same.
    let body = serde_json::to_vec(&slash()).unwrap();
    let again = signed(-200, &body);
    for _ in 0..2 {
        assert_eq!(caller.post(&again, &body).body, first.body);
    }
    let lines = bot.lines("wire=http", 4);
    assert!(lines[0].contains("kind=ping") && lines[1].contains("command=bridge"));
    assert!(!bot.said().contains("secret-key"));
    discord.was_respected();
}

#[test]
fn what_discord_did_not_sign_is_refused() {
    let discord = FakeDiscord::start();
    let (_bot, caller) = start(&discord);
    let good = signed(0, PING);
    let mut forged = PING.to_vec();
    forged[7] = b'9';
    assert_eq!(caller.post(&good, &forged).status, 401, "forged");
    assert_eq!(caller.post("", PING).status, 401, "unsigned");
    assert_eq!(
        caller.post(&signed_by([1; 32], 0, PING), PING).status,
        401,
        "wrong key"
    );
    let time = |line: &&str| line.starts_with("X-Signature-Timestamp");
    let timeless: String = good
        .lines()
        .filter(|line| !time(line))
        .map(|line| format!("{line}\r\n"))
        .collect();
    assert_eq!(caller.post(&timeless, PING).status, 401, "no time");
    for odd in ["", "zz", &"0".repeat(128), &"f".repeat(256), "Ω"] {
        assert_eq!(
            caller.post(&headers(odd, "1700000000"), PING).status,
            401,
            "{odd}"
        );
    }
    for seconds in [-400, 400, -100_000_000] {
        assert_eq!(
            caller.post(&signed(seconds, PING), PING).status,
            401,
            "{seconds}"
        );
    }
    for seconds in [-290, 290] {
        assert_eq!(
            caller.post(&signed(seconds, PING), PING).status,
            200,
            "{seconds}"
        );
    }
    assert_eq!(
        caller.metric(r#"sumber_refused_requests_total{reason="signature"}"#),
        8.0
    );
    assert_eq!(
        caller.metric(r#"sumber_refused_requests_total{reason="stale"}"#),
        4.0
    );
}

#[test]
fn what_is_no_interaction_is_refused() {
    let discord = FakeDiscord::start();
    let (_bot, caller) = start(&discord);
    let deep = "[".repeat(100_000);
    let odd: [&[u8]; 9] = [
        b"",
        b"{",
        b"null",
        b"[]",
        b"7",
        br#"{"id":"1"}"#,
        br#"{"type":null}"#,
        b"\xff\xfe{}",
        deep.as_bytes(),
    ];
    for body in odd {
        let shown = String::from_utf8_lossy(body.get(..20).unwrap_or(body)).into_owned();
        assert_eq!(caller.post_signed(body).status, 400, "{shown}");
    }
    for (method, path, status) in [
        ("GET", "/interactions", 405),
        ("PUT", "/interactions", 405),
        ("POST", "/healthz", 405),
        ("DELETE", "/metrics", 405),
        ("POST", "/", 405),
        ("GET", "/interactions/", 405),
        ("POST", "/interactions/", 200),
        ("POST", "/interactions//", 405),
        ("GET", "/../interactions", 404),
        ("GET", "/.env", 404),
    ] {
        let response = caller.call(method, path, &signed(0, PING), PING);
        assert_eq!(response.status, status, "{method} {path}");
    }
    assert_eq!(
        caller.metric(r#"sumber_refused_requests_total{reason="json"}"#),
        9.0
    );
    assert_eq!(
        caller.metric(r#"sumber_refused_requests_total{reason="method"}"#),
        7.0
    );
    assert_eq!(caller.post_signed(PING).status, 200);
}

#[test]
fn a_body_too_large_or_too_slow_is_refused() {
    let discord = FakeDiscord::start();
    let (_bot, caller) = start(&discord);
    let huge = vec![b' '; (1 << 20) + 1];
    assert_eq!(caller.post_signed(&huge).status, 413);
    // The largest allowed body, mostly white space.
    let mut large = PING.to_vec();
    large.resize(1 << 20, b' ');
    assert_eq!(caller.post_signed(&large).status, 200);
    let begin = |length: u64, headers: &str, body: &str| {
        let mut stream = caller.connect();
        let head = format!(
            "POST /interactions HTTP/1.1\r\nHost: bot\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
        );
        stream.write_all(head.as_bytes()).unwrap();
        Response::read(stream).status
    };
    let headers = signed(0, PING);
    assert_eq!(begin(99_999_999_999, &headers, ""), 413);
    let begun = Instant::now();
    assert_eq!(begin(9, &headers, "{"), 408);
    assert!(begun.elapsed() < Duration::from_secs(20));
    // The body of an unsigned request is not read: waiting for it would end with 408, its length with 413.
    assert_eq!(begin(9, "", "{"), 401);
    assert_eq!(begin(99_999_999_999, "", "{"), 401);
    for (reason, count) in [("size", 2.0), ("slow", 1.0)] {
        let line = format!(r#"sumber_refused_requests_total{{reason="{reason}"}}"#);
        assert_eq!(caller.metric(&line), count, "{reason}");
    }
}

#[test]
fn a_hundred_at_once_are_all_answered() {
    let discord = FakeDiscord::start();
    let (bot, caller) = start(&discord);
    let expected = caller.interact(&slash()).body;
    let begun = Instant::now();
    let calls = (0..100).map(|_| thread::spawn(move || caller.interact(&slash())));
    let calls: Vec<_> = calls.collect();
    for call in calls {
        let response = call.join().unwrap();
        assert_eq!(response.status, 200);
        assert_eq!(response.body, expected);
    }
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
    // A reply is counted once it was sent, just before it is logged.
    bot.lines("answered", 101);
    let counted =
        r#"sumber_interactions_total{command="bridge",language="en",wire="http",outcome="found"}"#;
    assert_eq!(caller.metric(counted), 101.0);
    assert_eq!(
        caller.metric(r#"sumber_reply_seconds_count{wire="http"}"#),
        101.0
    );
}

#[test]
fn a_flood_does_not_fill_the_log() {
    let discord = FakeDiscord::start();
    let (bot, caller) = start(&discord);
    let begun = Instant::now();
    for _ in 0..300 {
        assert_eq!(caller.post("", b"{}").status, 401);
    }
    let until = Instant::now() + PATIENCE;
    let lines = loop {
        let lines = bot.lines("refused", 1);
        let counts = lines.iter().map(|line| {
            let (_, count) = line.split_once("count=").unwrap();
            count.parse::<u32>().unwrap()
        });
        let sum: u32 = counts.sum();
        if sum == 300 {
            break lines;
        }
        assert!(sum < 300 && Instant::now() < until, "{lines:?}");
        thread::sleep(Duration::from_millis(20));
    };
    let seconds = usize::try_from(begun.elapsed().as_secs()).unwrap();
    assert!(lines.len() <= seconds + 2, "{lines:?}");
}
