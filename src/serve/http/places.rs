//! The places for connections: how long each may wait for its client, and which one gives way when there is none left.
//!
//! A client that sends nothing, or does not read, costs nothing but a place. It has that place until another needs it.
//! Limits per address would not help: behind a server in front, all addresses are one.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};

use super::place::Place;
use crate::serve::metrics::Connections;

/// Most bytes of bodies and responses that are held for clients that do not send or read on.
const HELD: usize = 16 << 20;

/// How often the time limits are checked.
const CHECK_EVERY: Duration = Duration::from_millis(100);

/// The same when the bot stops.
const CHECK_AT_END: Duration = Duration::from_millis(20);

/// How often the log says that places ran out.
const LINE_EVERY: Duration = Duration::from_secs(60);

/// All places.
pub(super) struct Places {
    most: usize,
    taken: Mutex<BTreeMap<u64, Arc<Place>>>,
    next: AtomicU64,
    /// A place became free.
    freed: Notify,
    /// When the bot began to stop.
    halted: OnceLock<Instant>,
    metrics: Connections,
    told: Mutex<Told>,
}

/// What the log still has to say.
#[derive(Default)]
struct Told {
    evicted: u64,
    last: Option<Instant>,
}

/// A place that a connection holds until this is dropped.
pub(super) struct Taken {
    places: Arc<Places>,
    id: u64,
    pub(super) place: Arc<Place>,
}

impl Places {
    /// So many places.
    pub(super) fn new(most: usize, metrics: Connections) -> Self {
        Self {
            most: most.max(1),
            taken: Mutex::default(),
            next: AtomicU64::default(),
            freed: Notify::new(),
            halted: OnceLock::new(),
            metrics,
            told: Mutex::default(),
        }
    }

    /// A place for a new connection. If all are taken, the connection that waits longest for its client gives way.
    pub(super) async fn take(self: &Arc<Self>) -> Taken {
        while self.taken().len() >= self.most {
            self.evict();
            // It is free once that connection is closed, or another one.
            let _ = timeout(CHECK_AT_END, self.freed.notified()).await;
        }
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let place = Arc::new(Place::new());
        self.taken().insert(id, Arc::clone(&place));
        self.metrics.open.inc();
        let places = Arc::clone(self);
        Taken { places, id, place }
    }

    /// Closes the connection that waits longest for its client, one without a signature first. One whose request is
    /// being answered stays.
    pub(super) fn evict(&self) {
        let taken = self.taken();
        let waiting = taken.values().filter_map(|place| {
            let state = place.state();
            Some((state.is_known, state.waiting()?, place))
        });
        if let Some((_, _, place)) = waiting.min_by_key(|(known, since, _)| (*known, *since)) {
            self.close_for_want(place);
        }
    }

    fn close_for_want(&self, place: &Place) {
        place.close();
        self.metrics.evicted.inc();
        self.told().evicted += 1;
    }

    /// Closes connections that are past their time, and those that wait longest while more is held for the clients
    /// than there is room for.
    fn check(&self, now: Instant) {
        let halted = self.halted.get().copied();
        let taken = self.taken();
        let (mut held, mut holders) = (0, Vec::new());
        for place in taken.values() {
            let state = place.state();
            let Some(since) = state.waiting() else {
                continue;
            };
            if state.is_late(now, halted) {
                drop(state);
                place.close();
            } else if state.bytes > 0 {
                held += state.bytes;
                holders.push((state.is_known, since, state.bytes, place));
            }
        }
        holders.sort_by_key(|(known, since, _, _)| (*known, *since));
        for (_, _, bytes, place) in holders {
            if held <= HELD {
                break;
            }
            held -= bytes;
            self.close_for_want(place);
        }
    }

    /// Holds all to their time limits. Never returns.
    pub(super) async fn check_forever(&self) {
        let mut ticks = interval(CHECK_EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let now = ticks.tick().await;
            self.check(now);
            self.log(now);
        }
    }

    /// Says that places ran out, if they did and it was not said lately.
    fn log(&self, now: Instant) {
        let mut told = self.told();
        let lately = |last| now.duration_since(last) < LINE_EVERY;
        if told.evicted == 0 || told.last.is_some_and(lately) {
            return;
        }
        tracing::warn!(
            count = std::mem::take(&mut told.evicted),
            connections = self.most,
            "no connections left: closed those that waited longest for their clients"
        );
        told.last = Some(now);
    }

    /// From now on connections have little time for what they have not sent yet.
    pub(super) fn halt(&self) {
        self.halted.get_or_init(Instant::now);
    }

    /// Done when all connections are closed.
    pub(super) async fn emptied(&self) {
        while !self.taken().is_empty() {
            self.check(Instant::now());
            let _ = timeout(CHECK_AT_END, self.freed.notified()).await;
        }
    }

    fn taken(&self) -> MutexGuard<'_, BTreeMap<u64, Arc<Place>>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Taken {
    /// Whether the bot is stopping, so that no further request may come over this connection.
    pub(super) fn is_last(&self) -> bool {
        self.places.halted.get().is_some()
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        self.places.taken().remove(&self.id);
        self.places.metrics.open.dec();
        self.places.freed.notify_one();
    }
}
