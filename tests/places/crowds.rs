//! More clients than places: signed requests are answered all the same.

use std::io::Write;
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use crate::caller::{Caller, signed, signed_by};
use crate::fake_discord::FakeDiscord;
use crate::{PING, PLACES, PONG, ask, is_closed, ping, start};

/// Discord waits so long for a response.
const DISCORD_WAITS: Duration = Duration::from_secs(3);

/// A single answer may take longer where other programs run; after ten seconds a client that sends nothing loses its
/// place anyway.
const LONGEST: Duration = Duration::from_secs(9);

/// Three times as many clients as places, which send this and nothing more.
fn crowd(caller: Caller, sending: &[u8]) -> Vec<TcpStream> {
    let client = |_| {
        let mut stream = caller.connect();
        // It may have been closed already.
        let _ = stream.write_all(sending);
        stream
    };
    (0..3 * PLACES).map(client).collect()
}

/// Signed requests over new connections are answered while such a crowd is there, and the connections are bounded.
fn is_answered_beside(sending: &[u8]) {
    let discord = FakeDiscord::start();
    let (bot, caller) = start(&discord);
    let crowd = crowd(caller, sending);
    let taking = |_| {
        let begun = Instant::now();
        assert_eq!(caller.post_signed(PING).text(), PONG);
        begun.elapsed()
    };
    let mut took: Vec<Duration> = (0..20).map(taking).collect();
    took.sort();
    assert!(took[9] < DISCORD_WAITS && took[19] < LONGEST, "{took:?}");
    let open = caller.metric("sumber_connections ");
    assert!((1.0..=64.0).contains(&open), "{open}");
    let evicted = caller.metric("sumber_evicted_connections_total ");
    assert!(evicted >= 2.0 * 64.0, "{evicted}");
    let lines = bot.lines("no connections left", 1);
    assert!(lines[0].contains("count=") && lines[0].contains("connections=64"));
    drop(crowd);
}

#[test]
fn clients_that_send_nothing_give_way() {
    is_answered_beside(b"");
}

#[test]
fn clients_that_send_a_part_of_a_head_give_way() {
    is_answered_beside(b"POST /interactions HTTP/1.1\r\nHost: b");
}

#[test]
fn clients_that_send_a_part_of_a_body_give_way() {
    for headers in [signed(0, b"{}"), signed_by([9; 32], 0, b"{}")] {
        let head = format!(
            "POST /interactions HTTP/1.1\r\nHost: bot\r\nContent-Length: 900\r\n{headers}\r\n{{"
        );
        is_answered_beside(head.as_bytes());
    }
}

#[test]
fn clients_that_do_not_read_give_way() {
    // Many responses, of which none is read.
    let get = "GET /en HTTP/1.1\r\nHost: bot\r\n\r\n".repeat(200);
    is_answered_beside(get.as_bytes());
}

#[test]
fn a_connection_with_a_signature_keeps_its_place() {
    let discord = FakeDiscord::start();
    let (_bot, caller) = start(&discord);
    let mut known = caller.connect();
    assert!(ask(&mut known, &ping()).ends_with(PONG));
    let mut anonymous = caller.connect();
    let get = b"GET /healthz HTTP/1.1\r\nHost: bot\r\n\r\n";
    assert!(ask(&mut anonymous, get).starts_with("HTTP/1.1 200"));
    let mut forged = caller.connect();
    let unsigned = ping().replace_signature();
    assert!(ask(&mut forged, &unsigned).starts_with("HTTP/1.1 401"));
    let crowd = crowd(caller, b"");
    assert!(is_closed(&mut anonymous), "it sent a request once");
    assert!(is_closed(&mut forged), "nothing it sent was signed");
    assert!(
        ask(&mut known, &ping()).ends_with(PONG),
        "it is still there"
    );
    drop(crowd);
}

#[test]
fn where_all_are_known_the_one_idle_longest_gives_way() {
    let discord = FakeDiscord::start();
    let (_bot, caller) = start(&discord);
    let known = || {
        let mut stream = caller.connect();
        assert!(ask(&mut stream, &ping()).ends_with(PONG));
        stream
    };
    let mut first = known();
    // The bot notes that a connection is idle shortly after its client has the response.
    thread::sleep(Duration::from_secs(1));
    let mut others: Vec<TcpStream> = (1..PLACES).map(|_| known()).collect();
    assert!(ask(&mut others[0], &ping()).ends_with(PONG));
    let further = known();
    assert!(is_closed(&mut first));
    for other in &mut others {
        assert!(ask(other, &ping()).ends_with(PONG));
    }
    drop(further);
}

#[test]
fn a_low_limit_of_files_is_in_the_log() {
    let discord = FakeDiscord::start();
    let (bot, _caller) = start(&discord);
    let line = bot.lines("the limit of open files is low", 1).remove(0);
    assert!(
        line.contains("files=128") && line.contains("wanted=1280"),
        "{line}"
    );
    assert!(line.contains("connections=64"), "{line}");
}

trait ReplaceSignature {
    /// The same request with another signature.
    fn replace_signature(&self) -> Vec<u8>;
}

impl ReplaceSignature for Vec<u8> {
    fn replace_signature(&self) -> Vec<u8> {
        let text = String::from_utf8(self.clone()).unwrap();
        let (before, after) = text.split_once("X-Signature-Ed25519: ").unwrap();
        let zeros = "0".repeat(128);
        format!("{before}X-Signature-Ed25519: {zeros}{}", &after[128..]).into_bytes()
    }
}
