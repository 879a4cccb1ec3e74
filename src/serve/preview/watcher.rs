//! Watches the fact file while somebody edits it: loads it when it changed and is valid, and reports its problems.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::{MissedTickBehavior, interval};

use crate::facts::file::{self, Part};
use crate::facts::problem::{Problem, Severity};
use crate::serve::responder::Responder;

/// How often the file is read. Its text is compared, not its modification time, which an editor may keep.
const EVERY: Duration = Duration::from_secs(1);

/// Where the facts come from.
pub struct Origin {
    /// The path as it was given; none for the facts inside the program, which never change.
    pub place: Option<String>,
    /// Reads the parts of the fact file, or returns in one line why they cannot be read.
    pub read: Box<dyn Fn() -> Result<Vec<Part>, String> + Send + Sync>,
}

/// Watches the fact file.
pub(super) struct Watcher {
    origin: Origin,
    responder: Arc<Responder>,
    seen: Mutex<Seen>,
}

/// The file as it was the last time.
#[derive(Default)]
struct Seen {
    parts: Option<Result<Vec<Part>, String>>,
    problems: Vec<Problem>,
    refused: bool,
}

impl Watcher {
    pub(super) fn new(origin: Origin, responder: Arc<Responder>) -> Self {
        Self {
            origin,
            responder,
            seen: Mutex::default(),
        }
    }

    /// Polls once a second if the file can change. Never returns.
    pub(super) async fn poll_forever(self: &Arc<Self>) {
        if self.origin.place.is_none() {
            std::future::pending::<()>().await;
        }
        let mut ticks = interval(EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            let watch = Arc::clone(self);
            // Reading and checking block.
            let _ = tokio::task::spawn_blocking(move || watch.poll()).await;
        }
    }

    /// Reads the file, and checks it if it changed. The bot replies from the new facts if they are valid; otherwise only
    /// the report changes.
    pub(super) fn poll(&self) {
        let parts = (self.origin.read)();
        if self.lock().parts.as_ref() == Some(&parts) {
            return;
        }
        let (problems, refused) = match &parts {
            Ok(parts) => match file::read(parts) {
                Ok(checked) => {
                    let facts = Arc::new(checked.facts);
                    if facts.revision != self.responder.bot.facts().revision {
                        // Completions should not wait for it.
                        let _ = facts.index();
                        self.responder.metrics.set_facts(&facts);
                        self.responder.bot.set_facts(facts);
                        tracing::info!("the facts have changed");
                    }
                    (checked.warnings, false)
                }
                Err(problems) => (problems, true),
            },
            Err(_) => (Vec::new(), true),
        };
        *self.lock() = Seen {
            parts: Some(parts),
            problems,
            refused,
        };
    }

    /// The state of the file as JSON for the page.
    pub(super) fn report(&self) -> Value {
        let facts = self.responder.bot.facts();
        let seen = self.lock();
        let unread = match &seen.parts {
            Some(Err(why)) => Some(why.as_str()),
            Some(Ok(_)) | None => None,
        };
        let problems: Vec<Value> = seen.problems.iter().map(problem_json).collect();
        json!({
            "place": self.origin.place,
            "revision": facts.revision,
            "claims": facts.claims.len(),
            "refused": seen.refused,
            "unread": unread,
            "problems": problems,
        })
    }

    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn problem_json(problem: &Problem) -> Value {
    json!({
        "severity": match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "record": problem.record,
        "what": problem.what,
        "help": problem.help,
    })
}
