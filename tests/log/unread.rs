//! A log that nobody takes: the bot answers, drops lines and counts them, and ends when it is told to.

use std::fs::File;
use std::io::{PipeReader, Read, Write, pipe};
use std::os::fd::OwnedFd;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use regex::Regex;

use crate::caller::{Caller, signed};
use crate::fake_discord::FakeDiscord;
use crate::program::Program;
use crate::signals::terminal;
use crate::wire::{Wire, address};

const PING: &[u8] = br#"{"id":"1","token":"t","type":1}"#;

const PONG: &[u8] = br#"{"type":1}"#;

/// Requests that are sent before their responses are read.
const AT_ONCE: usize = 100;

/// The bot with its log in a pipe or a terminal, of which only the first lines were read.
struct Unread<R> {
    program: Program,
    caller: Caller,
    log: R,
    _discord: FakeDiscord,
}

impl<R: Read> Unread<R> {
    fn start(log: impl Into<Stdio>, mut reader: R) -> Self {
        let discord = FakeDiscord::start();
        let (arguments, variables) = Wire::Http.setup();
        let variables: Vec<_> = variables.iter().map(|(a, b)| (*a, b.as_str())).collect();
        let mut command = Command::new(env!("CARGO_BIN_EXE_sumber"));
        command.args(arguments).stdin(Stdio::null());
        command.stdout(Stdio::null()).stderr(log);
        let program = Program::spawn(command, &discord, &variables);
        let mut said = String::new();
        while !said.ends_with('\n') || !said.contains("listening") {
            let mut byte = [0];
            reader.read_exact(&mut byte).unwrap();
            said.push(char::from(byte[0]));
        }
        // A terminal gets colours.
        let said = Regex::new("\u{1b}\\[[0-9;]*m")
            .unwrap()
            .replace_all(&said, "");
        let line = said.lines().find(|line| line.contains("listening"));
        let address = address(line.unwrap());
        Self {
            program,
            caller: Caller::new(address),
            log: reader,
            _discord: discord,
        }
    }

    /// Has so many pings answered.
    fn answer(&self, number: usize) {
        let mut stream = self.caller.connect();
        let headers = signed(0, PING);
        let length = PING.len();
        let head = format!(
            "POST /interactions HTTP/1.1\r\nHost: bot\r\nContent-Length: {length}\r\n{headers}\r\n"
        );
        let requests = [head.as_bytes(), PING].concat().repeat(AT_ONCE);
        for _ in 0..number / AT_ONCE {
            stream.write_all(&requests).unwrap();
            let mut got = Vec::new();
            while got.windows(PONG.len()).filter(|part| *part == PONG).count() < AT_ONCE {
                let mut buffer = [0; 16_384];
                let read = stream.read(&mut buffer).unwrap();
                assert!(read > 0, "{}", String::from_utf8_lossy(&got));
                got.extend_from_slice(&buffer[..read]);
            }
        }
    }

    /// Ten thousand answers, whose lines nobody takes, and an end in time.
    fn check_that_it_goes_on(self) {
        self.answer(10_000);
        let dropped = self.caller.metric("sumber_log_lines_dropped_total ");
        assert!(dropped >= 1_000.0, "{dropped}");
        let told = Instant::now();
        self.program.signal("TERM");
        let (status, _) = self.program.end_in_time();
        assert_eq!(status.code(), Some(0));
        assert!(told.elapsed() < Duration::from_secs(5));
        drop(self.log);
    }
}

fn piped() -> Unread<PipeReader> {
    let (reader, writer) = pipe().unwrap();
    Unread::start(writer, reader)
}

#[test]
fn a_pipe_that_nobody_reads_holds_up_nothing() {
    piped().check_that_it_goes_on();
}

#[test]
fn a_stopped_terminal_holds_up_nothing() {
    let (emulator, program) = terminal();
    let bot = Unread::start(OwnedFd::from(program), File::from(emulator));
    // Ctrl-S.
    (&bot.log).write_all(b"\x13").unwrap();
    bot.check_that_it_goes_on();
}

#[test]
fn a_pipe_that_was_closed_holds_up_nothing() {
    let mut bot = piped();
    bot.answer(100);
    // Nobody has the other end any more.
    let (other, _writer) = pipe().unwrap();
    drop(std::mem::replace(&mut bot.log, other));
    bot.answer(1_000);
    bot.program.signal("TERM");
    assert_eq!(bot.program.end_in_time().0.code(), Some(0));
}

#[test]
fn what_was_dropped_is_told_once_there_is_room() {
    let mut bot = piped();
    bot.answer(10_000);
    bot.program.signal("TERM");
    let mut log = String::new();
    bot.log.read_to_string(&mut log).unwrap();
    assert!(log.contains("lines were dropped from the log"), "{log}");
    assert!(log.contains("stopped answered=10000"), "{log}");
    assert_eq!(bot.program.end_in_time().0.code(), Some(0));
}
