//! The program under test: starting it, reading its output, stopping it.

#![allow(clippy::unwrap_used, clippy::panic, dead_code)]

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::fake_discord::{FakeDiscord, TOKEN};

/// The fact file that most tests use.
pub const FACTS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/facts/valid.toml"
);

/// How long a test waits for something to happen. It is long, so that no test fails on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How long the program may take to stop. Docker, for example, kills it after ten seconds.
const TIME_TO_STOP: Duration = Duration::from_secs(10);

pub struct Program {
    child: Child,
    said: Arc<Mutex<String>>,
    listeners: Vec<thread::JoinHandle<()>>,
}

impl Program {
    /// `sumber serve` with the token that the fake Discord takes.
    pub fn serve(discord: &FakeDiscord) -> Self {
        Self::start(discord, &["serve"], TOKEN)
    }

    /// `sumber serve`, connected.
    pub fn connected(discord: &FakeDiscord) -> Self {
        let program = Self::serve(discord);
        discord.wait_for_sessions(1);
        program
    }

    /// With the facts of `valid.toml`.
    pub fn start(discord: &FakeDiscord, arguments: &[&str], token: &str) -> Self {
        let arguments = [arguments, &["--facts", FACTS]].concat();
        Self::with(discord, &arguments, &[("DISCORD_TOKEN", token)])
    }

    /// With these environment variables and the address of the fake Discord, and no other variables of the bot.
    pub fn with(discord: &FakeDiscord, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let command = Command::new(env!("CARGO_BIN_EXE_sumber"));
        Self::piped(command, discord, arguments, variables)
    }

    /// The same with a limit for the number of open files.
    pub fn with_files(
        limit: u32,
        discord: &FakeDiscord,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        let mut shell = Command::new("sh");
        let script = format!("ulimit -n {limit} && exec \"$0\" \"$@\"");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_sumber")]);
        Self::piped(shell, discord, arguments, variables)
    }

    fn piped(
        mut command: Command,
        discord: &FakeDiscord,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        command
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        Self::spawn(command, discord, variables)
    }

    /// A command that runs the program. Its output is read where it is a pipe.
    pub fn spawn(mut command: Command, discord: &FakeDiscord, variables: &[(&str, &str)]) -> Self {
        let mut child = command
            .current_dir(env!("CARGO_TARGET_TMPDIR"))
            .env_remove("DISCORD_PUBLIC_KEY")
            .env_remove("DISCORD_TOKEN")
            .env_remove("SUMBER_LANGUAGE")
            .env("DISCORD_API", discord.api())
            .envs(variables.iter().copied())
            .spawn()
            .unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let listen = |stream: Box<dyn Read + Send>| {
            let said = Arc::clone(&said);
            thread::spawn(move || {
                let lines = BufReader::new(stream).lines();
                for line in lines.map_while(Result::ok) {
                    let mut said = said.lock().unwrap();
                    said.push_str(&line);
                    said.push('\n');
                }
            })
        };
        let stdout = child.stdout.take().map(|stream| Box::new(stream) as _);
        let stderr = child.stderr.take().map(|stream| Box::new(stream) as _);
        let listeners = [stdout, stderr].into_iter().flatten().map(listen);
        Self {
            listeners: listeners.collect(),
            child,
            said,
        }
    }

    /// Everything it wrote so far.
    pub fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// The lines of its output that contain `with`, once there are `number` of them.
    pub fn lines(&self, with: &str, number: usize) -> Vec<String> {
        let until = Instant::now() + PATIENCE;
        loop {
            let said = self.said();
            let lines: Vec<String> = said
                .lines()
                .filter(|line| line.contains(with))
                .map(str::to_owned)
                .collect();
            if lines.len() >= number {
                return lines;
            }
            assert!(
                Instant::now() < until,
                "no {number} lines with {with:?} in:\n{said}"
            );
            thread::sleep(Duration::from_millis(20));
        }
    }

    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .args([&format!("-{name}"), &self.child.id().to_string()])
            .status();
        assert!(sent.unwrap().success());
    }

    /// Whether it is still running.
    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Waits until it ends by itself; returns its status and everything it wrote.
    pub fn end(self) -> (ExitStatus, String) {
        self.end_within(PATIENCE)
    }

    /// Waits until it has stopped after a signal, for at most ten seconds.
    pub fn end_in_time(self) -> (ExitStatus, String) {
        self.end_within(TIME_TO_STOP)
    }

    fn end_within(mut self, limit: Duration) -> (ExitStatus, String) {
        let until = Instant::now() + limit;
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(Instant::now() < until, "still running:\n{}", self.said());
            thread::sleep(Duration::from_millis(10));
        };
        for listener in self.listeners.drain(..) {
            listener.join().unwrap();
        }
        (status, self.said())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
