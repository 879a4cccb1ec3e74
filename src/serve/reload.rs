//! Replaces the facts while the bot replies: reads the fact file of each dossier when it may have changed, checks and
//! indexes it beside the facts in use, and swaps them at once. Facts with a problem never replace good ones.

mod seen;
mod watch;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, sleep};

use super::metrics::Reloaded;
use super::responder::Responder;
use crate::facts::file::Part;
pub(super) use seen::SeenDossier;
use seen::{Came, Read, Seen};
use watch::Watch;

/// How long a text has to stay the same before it is checked: an editor may be about to write the rest.
const QUIET: Duration = Duration::from_millis(50);

/// After this time it is checked even if it keeps changing.
const LONGEST: Duration = Duration::from_secs(1);

/// Where dossiers that can change come from.
pub struct Origin {
    /// The paths as given: of files, of folders, or of folders that hold several dossiers.
    pub places: Vec<PathBuf>,
    /// Reads the files of each dossier.
    pub read: Box<dyn Fn() -> Vec<Reading> + Send + Sync>,
}

/// A dossier as it is in its files.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reading {
    /// The path of its file or folder.
    pub place: PathBuf,
    /// Its parts, or in one line why they cannot be read.
    pub parts: Result<Vec<Part>, String>,
}

/// Replaces the dossiers of a bot.
pub(super) struct Reloader {
    /// None for the facts inside the program, which never change.
    pub(super) origin: Option<Origin>,
    responder: Arc<Responder>,
    seen: Mutex<Seen>,
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
        let watch = Arc::new(Mutex::new(Watch::new(&origin.places, Arc::clone(&hint))));
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

    /// Reads the dossiers until they are quiet, and takes over those that are other ones and good.
    async fn look(self: &Arc<Self>, watch: &Arc<Mutex<Watch>>, cause: Cause) {
        let begun = Instant::now();
        let Some(mut read) = self.read(watch).await else {
            return;
        };
        while !self.seen().is_seen(&read) && begun.elapsed() < LONGEST {
            sleep(QUIET).await;
            let Some(again) = self.read(watch).await else {
                return;
            };
            let is_quiet = again.fingerprints == read.fingerprints;
            read = again;
            if is_quiet {
                break;
            }
        }
        if self.seen().is_seen(&read) {
            if cause == Cause::Signal {
                self.tell_unchanged();
            }
            return;
        }
        let (this, fingerprints) = (Arc::clone(self), read.fingerprints.clone());
        // It takes seconds for thousands of claims.
        let taken = spawn_blocking(move || this.take(&read, cause)).await;
        if taken.is_err() {
            // The panic is in the log. The same text would only panic again.
            self.seen().fingerprints = Some(fingerprints);
            self.responder.metrics.facts.reloaded(Reloaded::Refused);
            self.responder.metrics.facts.set_stale(1);
        }
    }

    /// Reads the dossiers, with their folders watched from before.
    async fn read(self: &Arc<Self>, watch: &Arc<Mutex<Watch>>) -> Option<Read> {
        let (this, watch) = (Arc::clone(self), Arc::clone(watch));
        let reading = spawn_blocking(move || {
            let origin = this.origin.as_ref()?;
            let mut watch = lock(&watch);
            watch.renew();
            let readings = (origin.read)();
            let places = readings.iter().map(|reading| &reading.place);
            if !watch.covers(places.cloned()) {
                watch.renew();
                return Some(Read::of((origin.read)()));
            }
            Some(Read::of(readings))
        });
        reading.await.ok().flatten()
    }

    /// Checks the dossiers that were read anew, and has the bot reply from those that are good.
    fn take(&self, read: &Read, cause: Cause) {
        let bot = &self.responder.bot;
        let (in_use, before) = (bot.shelf(), self.seen().clone());
        let (seen, came) = before.after(read, &in_use);
        if let Some(shelf) = seen
            .shelf()
            .filter(|shelf| shelf.revision() != in_use.revision())
        {
            self.responder.metrics.facts.set(&shelf);
            bot.set_shelf(shelf);
        }
        let refused = seen.dossiers.iter().filter(|one| one.is_refused());
        self.responder.metrics.facts.set_stale(refused.count());
        for (dossier, came) in seen.dossiers.iter().zip(&came) {
            let was = before.get(&dossier.place);
            let was_refused = was.is_some_and(SeenDossier::is_refused);
            self.tell(dossier, (*came, was_refused), seen.name(dossier), cause);
        }
        for gone in before
            .dossiers
            .iter()
            .filter(|one| seen.get(&one.place).is_none())
        {
            tracing::info!(by = %cause.name(), dossier = before.name(gone), "a dossier is gone");
        }
        *self.seen() = seen;
    }

    /// Counts and logs what came of a dossier.
    fn tell(
        &self,
        dossier: &SeenDossier,
        (came, was_refused): (Came, bool),
        name: Option<&str>,
        cause: Cause,
    ) {
        let (metrics, by) = (&self.responder.metrics.facts, cause.name());
        match came {
            Came::Same => return,
            Came::Refused => metrics.reloaded(Reloaded::Refused),
            Came::Unread => metrics.reloaded(Reloaded::Unread),
            Came::Loaded => {
                metrics.reloaded(Reloaded::Loaded);
                if let Some(facts) = dossier.in_use() {
                    let (revision, claims) = (&facts.revision, facts.claims.len());
                    tracing::info!(%by, dossier = name, %revision, claims, "the facts have changed");
                }
            }
            Came::Good if was_refused => {
                tracing::info!(%by, dossier = name, "the facts are good again, and as before");
            }
            Came::Good => {}
        }
        if dossier.is_refused() {
            log_refused(dossier, name);
        }
    }

    /// Says that a reading for which the operator asked changed nothing.
    fn tell_unchanged(&self) {
        let seen = self.seen();
        let mut refused = seen
            .dossiers
            .iter()
            .filter(|one| one.is_refused())
            .peekable();
        if refused.peek().is_none() {
            tracing::info!("the facts have not changed");
        }
        for dossier in refused {
            log_refused(dossier, seen.name(dossier));
        }
    }

    /// The dossiers as they were the last time.
    pub(super) fn seen(&self) -> MutexGuard<'_, Seen> {
        lock(&self.seen)
    }
}

/// Logs why the facts of a dossier cannot be used: the first problem with its place, and how many more there are.
fn log_refused(dossier: &SeenDossier, name: Option<&str>) {
    let kept = match dossier.in_use() {
        Some(_) => "the facts cannot be used; the last good ones stay in use",
        None => "the facts cannot be used; the bot works without this dossier",
    };
    let mut problems = dossier.problems();
    match (&dossier.unread, problems.next()) {
        (Some(why), _) => tracing::warn!(?why, dossier = name, "{kept}"),
        (None, Some(first)) => {
            let place = format!("{}:{}:{}", first.file, first.line, first.column);
            let more = problems.count();
            // Debug format, so that nothing from the file steers a terminal.
            tracing::warn!(?place, what = ?first.what, more, dossier = name, "{kept}");
        }
        (None, None) => tracing::warn!(dossier = name, "{kept}"),
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
