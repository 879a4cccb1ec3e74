//! What the fake Discord knows and remembers, and what a test tells it to do.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use super::TOKEN;
use super::gateway::Push;

/// What to do with the next reply.
#[derive(Clone, Copy, Debug)]
pub enum OnCallback {
    Take,
    /// Too many requests; the bot has to wait this many seconds.
    Limit(f64),
    /// A status, and Discord's code for it.
    Refuse(u16, u64),
    NoAnswer,
    /// It arrives, but nobody says so.
    TakeSilently,
}

/// What to do with the next connection.
#[derive(Clone, Copy, Debug)]
pub enum OnConnect {
    Take,
    /// Close as soon as it is made.
    Close(u16),
    /// Close when a session is asked for.
    CloseOnIdentify(u16),
    /// Refuse the session, resumable or not.
    RefuseSession(bool),
    /// Accept it, but do not answer heartbeats.
    Deaf,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    Call(String),
    Connected,
    Begun {
        shard: u64,
        of: u64,
    },
    Resumed,
    /// A session was asked for too soon.
    Hasty,
    Beat,
    Replied {
        id: u64,
        status: u16,
    },
    /// A message was edited.
    Edited {
        message: String,
        body: Value,
    },
    /// The message of a reply or of a button was deleted.
    Deleted,
    ClosedByBot(Option<u16>),
}

/// An interaction that waits for a reply, or has it.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub token: String,
    pub kind: Option<u64>,
    pub reply: Option<Value>,
    /// The reply as sent.
    pub bytes: Vec<u8>,
    /// Whether the bot was not told that it arrived.
    pub unconfirmed: bool,
}

pub struct Inner {
    pub token: String,
    pub gateway_url: String,
    /// Where sessions are to be resumed, if not at `gateway_url`.
    pub resume_url: Option<String>,
    /// The hosts that were connected to, in order.
    pub hosts: Vec<String>,
    pub shards: u64,
    pub max_concurrency: u64,
    pub remaining: u64,
    /// Whether a session that is asked for too soon is refused, as Discord does, and not a violation.
    pub refuses_haste: bool,
    /// The only shard to which something is sent, if not to all.
    pub only: Option<u64>,
    /// The line on which each shard identified last.
    pub shard_lines: BTreeMap<u64, u64>,
    pub heartbeat_interval: u64,
    /// The registered commands by scope: `global` or a guild's id.
    pub commands: BTreeMap<String, Value>,
    /// The application as its settings are.
    pub application: Value,
    /// The bodies that changed those settings.
    pub edits: Vec<Value>,
    /// Whether the test requests to an endpoint get the right answers.
    pub endpoint_works: bool,
    /// What to do with the next replies; after that they are taken.
    pub on_callback: VecDeque<OnCallback>,
    /// The same for replies with a file, before `on_callback`.
    pub on_file: VecDeque<OnCallback>,
    /// What to do with the next connections; after that `then_on_connect`.
    pub on_connect: VecDeque<OnConnect>,
    pub then_on_connect: OnConnect,
    /// Calls that contain this are refused with a status.
    pub broken: Option<(&'static str, u16)>,
    /// The body of that refusal.
    pub refusal: Value,
    /// The application's public key.
    pub verify_key: Option<String>,
    /// The servers that the bot is on.
    pub guilds: Vec<Value>,
    pub journal: Vec<(Instant, Happening)>,
    pub violations: Vec<String>,
    pub interactions: BTreeMap<u64, Waiting>,
    pub lines: BTreeMap<u64, UnboundedSender<Push>>,
    /// The last sequence number of each session.
    pub sessions: BTreeMap<String, u64>,
    /// When each bucket's last session began.
    pub begun: BTreeMap<u64, Instant>,
    pub serial: u64,
}

pub struct World {
    inner: Mutex<Inner>,
    changed: Condvar,
}

impl Default for World {
    fn default() -> Self {
        let inner = Inner {
            token: TOKEN.to_owned(),
            gateway_url: String::new(),
            resume_url: None,
            hosts: Vec::new(),
            refuses_haste: false,
            only: None,
            shard_lines: BTreeMap::new(),
            shards: 1,
            max_concurrency: 1,
            remaining: 999,
            heartbeat_interval: 41_250,
            commands: BTreeMap::from([("global".to_owned(), json!([]))]),
            application: super::application::fresh(),
            edits: Vec::new(),
            endpoint_works: true,
            on_callback: VecDeque::new(),
            on_file: VecDeque::new(),
            on_connect: VecDeque::new(),
            then_on_connect: OnConnect::Take,
            broken: None,
            refusal: json!({"message": "no", "code": 0}),
            verify_key: None,
            guilds: Vec::new(),
            journal: Vec::new(),
            violations: Vec::new(),
            interactions: BTreeMap::new(),
            lines: BTreeMap::new(),
            sessions: BTreeMap::new(),
            begun: BTreeMap::new(),
            serial: 0,
        };
        Self {
            inner: Mutex::new(inner),
            changed: Condvar::new(),
        }
    }
}

impl World {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    pub fn set<T>(&self, change: impl FnOnce(&mut Inner) -> T) -> T {
        let done = change(&mut self.lock());
        self.changed.notify_all();
        done
    }

    pub fn note(&self, happening: Happening) {
        self.set(|inner| inner.journal.push((Instant::now(), happening)));
    }

    /// Notes something that Discord would not accept.
    pub fn violation(&self, what: impl Into<String>) {
        self.set(|inner| inner.violations.push(what.into()));
    }

    pub fn expect(&self, id: u64, token: &str, kind: Option<u64>) {
        let waiting = Waiting {
            token: token.to_owned(),
            kind,
            reply: None,
            bytes: Vec::new(),
            unconfirmed: false,
        };
        self.set(|inner| inner.interactions.insert(id, waiting));
    }

    /// Keeps the reply to an interaction.
    pub fn keep(&self, id: u64, reply: &Value, bytes: &[u8], unconfirmed: bool) {
        let keep = |waiting: &mut Waiting| {
            waiting.reply = Some(reply.clone());
            waiting.bytes = bytes.to_vec();
            waiting.unconfirmed = unconfirmed;
        };
        self.set(|inner| inner.interactions.get_mut(&id).map(keep));
    }

    pub fn wait<T>(&self, patience: Duration, is_so: impl Fn(&Inner) -> Option<T>) -> Option<T> {
        let until = Instant::now() + patience;
        let mut inner = self.lock();
        loop {
            if let Some(found) = is_so(&inner) {
                return Some(found);
            }
            let left = until.checked_duration_since(Instant::now())?;
            inner = match self.changed.wait_timeout(inner, left) {
                Ok((inner, _)) => inner,
                Err(poisoned) => poisoned.into_inner().0,
            };
        }
    }
}

impl Inner {
    pub fn told(&self) -> String {
        let first = self.journal.first().map(|(when, _)| *when);
        let line = |(when, happening): &(Instant, Happening)| {
            let since = first
                .map(|first| when.duration_since(first))
                .unwrap_or_default();
            format!("{:8.3} {happening:?}", since.as_secs_f64())
        };
        let mut lines: Vec<String> = self.journal.iter().map(line).collect();
        lines.extend(
            self.violations
                .iter()
                .map(|what| format!("violation: {what}")),
        );
        lines.join("\n")
    }
}
