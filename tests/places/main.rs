//! Clients that hold connections: the real program, with few open files, gets more of them than it has places for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(unreachable_pub)]

// Not all of it is used here.
#[allow(dead_code)]
#[path = "../endpoint/caller.rs"]
mod caller;
mod crowds;
#[path = "../support/fake_discord/mod.rs"]
mod fake_discord;
#[path = "../support/program.rs"]
mod program;
mod stopping;

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;

use caller::{Caller, signed};
use fake_discord::FakeDiscord;
use program::Program;

/// Open files that the program may have.
const FILES: u32 = 128;

/// Connections that it has then.
const PLACES: usize = 64;

const PING: &[u8] = br#"{"id":"1","token":"t","type":1}"#;

const PONG: &str = r#"{"type":1}"#;

/// Starts the program with few open files.
fn start(discord: &FakeDiscord) -> (Program, Caller) {
    let key = caller::public_key();
    let arguments = ["serve", "--listen", "127.0.0.1:0"];
    let variables = [("DISCORD_PUBLIC_KEY", key.as_str())];
    let program = Program::with_files(FILES, discord, &arguments, &variables);
    let line = program.lines("listening", 1).remove(0);
    let (_, rest) = line.split_once("address=").unwrap();
    let address = rest.split(' ').next().unwrap().parse().unwrap();
    (program, Caller::new(address))
}

/// A signed request over a connection that stays open.
fn ping() -> Vec<u8> {
    let headers = signed(0, PING);
    let length = PING.len();
    let head = format!(
        "POST /interactions HTTP/1.1\r\nHost: bot\r\nContent-Length: {length}\r\n{headers}\r\n"
    );
    [head.as_bytes(), PING].concat()
}

/// Sends a request and reads its response, without closing the connection.
fn ask(stream: &mut TcpStream, request: &[u8]) -> String {
    stream.write_all(request).unwrap();
    response(stream)
}

/// One response; whatever came if the connection ends before.
fn response(stream: &mut TcpStream) -> String {
    let mut got = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&got).into_owned();
        let length = |head: &str| {
            let (_, rest) = head.split_once("content-length: ")?;
            rest.lines().next()?.parse::<usize>().ok()
        };
        if let Some((head, body)) = text.split_once("\r\n\r\n")
            && length(head).is_some_and(|length| body.len() >= length)
        {
            return text;
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return text,
            Ok(read) => got.extend_from_slice(&buffer[..read]),
        }
    }
}

/// Waits until the program has closed a connection.
fn is_closed(stream: &mut TcpStream) -> bool {
    match stream.read(&mut [0]) {
        Ok(read) => read == 0,
        Err(error) => error.kind() == ErrorKind::ConnectionReset,
    }
}
