//! Replaces the facts while the bot replies: reads the fact file when it may have changed, checks and indexes it beside
//! the facts in use, and swaps them at once. Facts with a problem never replace good ones.

mod watch;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, sleep};

use super::metrics::Reloaded;
use super::responder::Responder;
use crate::facts::file::{self, Part};
use crate::facts::problem::Problem;
use watch::Watch;

/// How long a text has to stay the same before it is checked: an editor may be about to write the rest.
const QUIET: Duration = Duration::from_millis(50);

/// After this time it is checked even if it keeps changing.
const LONGEST: Duration = Duration::from_secs(1);

/// Where facts that can change come from.
pub struct Origin {
    /// The path of the file or folder.
    pub place: PathBuf,
    /// Reads the parts of the fact file, or returns in one line why they cannot be read.
    pub read: Box<dyn Fn() -> Reading + Send + Sync>,
}

/// The parts of a fact file, or in one line why they cannot be read.
pub type Reading = Result<Vec<Part>, String>;

/// Replaces the facts of a bot.
pub(super) struct Reloader {
    /// None for the facts inside the program, which never change.
    pub(super) origin: Option<Origin>,
    responder: Arc<Responder>,
    seen: Mutex<Seen>,
}

/// The fact file as it was the last time.
#[derive(Default)]
pub(super) struct Seen {
    reading: Option<Arc<Reading>>,
    /// Its errors, or its warnings if there are none.
    pub(super) problems: Vec<Problem>,
    /// Whether it is not in use, because it has errors or cannot be read.
    pub(super) refused: bool,
}

impl Seen {
    /// Why it cannot be read.
    pub(super) fn unread(&self) -> Option<&str> {
        self.reading.as_deref()?.as_ref().err().map(String::as_str)
    }
}

/// Why the fact file was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    /// Something happened in its folder.
    Event,
    /// The operator sent SIGHUP.
    Signal,
    /// Some time has passed.
    Time,
}

impl Cause {
    /// The name in the log.
    fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Signal => "signal",
            Self::Time => "time",
        }
    }
}

impl Reloader {
    pub(super) fn new(origin: Option<Origin>, responder: Arc<Responder>) -> Self {
        Self {
            origin,
            responder,
            seen: Mutex::default(),
        }
    }

    /// Keeps the facts up to date; `told` is notified when the operator wants them read at once. Never returns.
    pub(super) async fn run(self: Arc<Self>, told: Arc<Notify>) {
        let Some(origin) = &self.origin else {
            loop {
                told.notified().await;
                tracing::info!("the facts are inside the program and do not change");
            }
        };
        let hint = Arc::new(Notify::new());
        let watch = Arc::new(Mutex::new(Watch::new(&origin.place, Arc::clone(&hint))));
        let mut cause = Cause::Time;
        loop {
            self.look(&watch, cause).await;
            let every = lock(&watch).every();
            cause = tokio::select! {
                biased;
                () = told.notified() => Cause::Signal,
                () = hint.notified() => Cause::Event,
                () = sleep(every) => Cause::Time,
            };
        }
    }

    /// Reads the fact file until it is quiet, and takes it over if it is another one and good.
    async fn look(self: &Arc<Self>, watch: &Arc<Mutex<Watch>>, cause: Cause) {
        let begun = Instant::now();
        let Some(mut reading) = self.read(watch).await else {
            return;
        };
        while !self.is_seen(&reading) && begun.elapsed() < LONGEST {
            sleep(QUIET).await;
            let Some(again) = self.read(watch).await else {
                return;
            };
            let is_quiet = again == reading;
            reading = again;
            if is_quiet {
                break;
            }
        }
        if self.is_seen(&reading) {
            if cause == Cause::Signal {
                self.tell_unchanged();
            }
            return;
        }
        let reading = Arc::new(reading);
        let (this, checked) = (Arc::clone(self), Arc::clone(&reading));
        // It takes seconds for thousands of claims.
        let taken = spawn_blocking(move || this.take(checked, cause)).await;
        if taken.is_err() {
            // The panic is in the log. The same text would only panic again.
            self.keep(reading, Vec::new(), true);
            self.responder.metrics.facts.reloaded(Reloaded::Refused);
        }
    }

    /// Reads the parts, with their folders watched from before.
    async fn read(self: &Arc<Self>, watch: &Arc<Mutex<Watch>>) -> Option<Reading> {
        let (this, watch) = (Arc::clone(self), Arc::clone(watch));
        let reading = spawn_blocking(move || {
            lock(&watch).renew();
            Some((this.origin.as_ref()?.read)())
        });
        reading.await.ok().flatten()
    }

    fn is_seen(&self, reading: &Reading) -> bool {
        self.seen().reading.as_deref() == Some(reading)
    }

    /// Checks a fact file, and has the bot reply from it if it is good.
    fn take(&self, reading: Arc<Reading>, cause: Cause) {
        let (problems, refused) = match reading.as_ref() {
            Ok(parts) => match file::read(parts) {
                Ok(checked) => {
                    let facts = Arc::new(checked.facts);
                    let was_refused = self.seen().refused;
                    if facts.revision != self.responder.bot.facts().revision {
                        // The first completion should not wait for it.
                        crate::commands::prepare(&facts);
                        let (revision, claims) = (facts.revision.clone(), facts.claims.len());
                        self.responder.metrics.facts.set(&facts);
                        self.responder.bot.set_facts(facts);
                        self.responder.metrics.facts.reloaded(Reloaded::Loaded);
                        tracing::info!(by = %cause.name(), %revision, claims, "the facts have changed");
                    } else if was_refused {
                        tracing::info!(
                            by = %cause.name(),
                            "the facts are good again, and as before"
                        );
                    }
                    (checked.warnings, false)
                }
                Err(problems) => {
                    self.responder.metrics.facts.reloaded(Reloaded::Refused);
                    (problems, true)
                }
            },
            Err(_) => {
                self.responder.metrics.facts.reloaded(Reloaded::Unread);
                (Vec::new(), true)
            }
        };
        self.keep(reading, problems, refused);
        if refused {
            log_refused(&self.seen());
        }
    }

    /// Keeps what is known of the fact file.
    fn keep(&self, reading: Arc<Reading>, problems: Vec<Problem>, refused: bool) {
        self.responder.metrics.facts.set_stale(refused);
        *self.seen() = Seen {
            reading: Some(reading),
            problems,
            refused,
        };
    }

    /// Says that a reading for which the operator asked changed nothing.
    fn tell_unchanged(&self) {
        let seen = self.seen();
        match seen.refused {
            true => log_refused(&seen),
            false => tracing::info!("the facts have not changed"),
        }
    }

    /// The fact file as it was the last time.
    pub(super) fn seen(&self) -> MutexGuard<'_, Seen> {
        lock(&self.seen)
    }
}

/// Logs why the last good facts stay in use: the first problem with its place, and how many more there are.
fn log_refused(seen: &Seen) {
    const KEPT: &str = "the facts cannot be used; the last good ones stay in use";
    match (seen.unread(), seen.problems.first()) {
        (Some(why), _) => tracing::warn!(?why, "{KEPT}"),
        (None, Some(first)) => {
            let place = format!("{}:{}:{}", first.file, first.line, first.column);
            let more = seen.problems.len() - 1;
            // Debug format, so that nothing from the file steers a terminal.
            tracing::warn!(?place, what = ?first.what, more, "{KEPT}");
        }
        (None, None) => tracing::warn!("{KEPT}"),
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
