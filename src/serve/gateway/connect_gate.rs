//! The gate of one shard: it limits how often serenity connects.
//!
//! serenity resumes without a pause and has no hook for one. But before it connects it reads the gateway's address
//! from a mutex, and tokio's mutexes are fair: holding that mutex makes serenity wait, and shows whether it came for
//! the address. The gate does not see what happens on the connection.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serenity::futures::future::BoxFuture;
use tokio::runtime::Handle;
use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::{Instant, sleep_until};

use super::close_codes::last_code;
use super::identify_queue::IdentifyQueue;
use crate::serve::backoff::Backoff;
use crate::serve::failure::Failure;

/// How often the gate opens while serenity need not wait.
const TICK: Duration = Duration::from_millis(100);

/// No connection attempt for this long means that the connection is healthy, or that serenity hangs.
const QUIET: Duration = Duration::from_secs(30);

/// How many tries in a row are logged one by one; after that every tenth is.
const NOTED: u32 = 5;

/// The lock on the address that serenity connects to.
pub(super) struct ConnectGate {
    address: Arc<Mutex<String>>,
    held: Option<OwnedMutexGuard<String>>,
    /// The thread that serenity runs on.
    thread: Handle,
    /// Set when the shard is connected, cleared when it connects again.
    connected: Arc<AtomicBool>,
}

/// Why a gate ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GateEnd {
    /// Discord does not know the token.
    Token,
    /// serenity went through, but neither connected nor came back.
    Stuck,
}

impl ConnectGate {
    /// A closed gate for the client on a thread.
    pub(super) async fn closed(
        address: Arc<Mutex<String>>,
        thread: Handle,
        connected: Arc<AtomicBool>,
    ) -> Self {
        connected.store(false, Ordering::Relaxed);
        Self {
            held: Some(Arc::clone(&address).lock_owned().await),
            address,
            thread,
            connected,
        }
    }

    /// Opens for a moment and returns whether serenity went through, which also clears `connected`.
    async fn open(&mut self, address: String) -> bool {
        let (lock, held) = (Arc::clone(&self.address), self.held.take());
        let connected = Arc::clone(&self.connected);
        // On serenity's own thread: it cannot take and release the lock between the next two steps.
        let opening = self.thread.spawn(async move {
            if let Some(mut held) = held {
                *held = address;
            }
            // If serenity was waiting, the lock is now its own.
            match Arc::clone(&lock).try_lock_owned() {
                Ok(held) => (held, false),
                Err(_) => {
                    // Once we have the lock again, it may be connected already.
                    connected.store(false, Ordering::Relaxed);
                    (lock.lock_owned().await, true)
                }
            }
        });
        let Ok((held, passed)) = opening.await else {
            // The thread is gone; nothing will come for the address.
            return std::future::pending().await;
        };
        self.held = Some(held);
        passed
    }

    /// Opens for good, with an empty address: a waiting client fails at once and can end.
    pub(super) async fn abandon(self) {
        let held = match self.held {
            Some(held) => held,
            None => self.address.lock_owned().await,
        };
        { held }.clear();
    }

    /// Lets one try through at a time, with longer and longer waits until a connection lasts. `needs_identify` tells
    /// whether the next try starts a session.
    pub(super) async fn keep(
        &mut self,
        shard: u32,
        queue: &IdentifyQueue,
        backoff: &mut Backoff,
        needs_identify: impl Fn() -> BoxFuture<'static, bool>,
    ) -> GateEnd {
        let (mut next, mut quiet_since) = (Instant::now(), None);
        let mut left = None;
        loop {
            sleep_until(next).await;
            let identify = match needs_identify().await {
                false => None,
                true => match queue.identify_permit(shard).await {
                    Ok(identify) => Some(identify),
                    Err(Failure::Token) => return GateEnd::Token,
                    Err(failure) => {
                        quiet_since = None;
                        next = Instant::now() + unanswered(shard, backoff, failure);
                        continue;
                    }
                },
            };
            let permit = queue.connect_permit().await;
            let passed = self.open(queue.address().await).await;
            let now = Instant::now();
            if !passed {
                next = now + TICK;
                let quiet = now.duration_since(*quiet_since.get_or_insert(now)) >= QUIET;
                match (quiet, self.connected.load(Ordering::Relaxed)) {
                    (true, true) => backoff.reset(),
                    (true, false) => return GateEnd::Stuck,
                    (false, _) => {}
                }
                continue;
            }
            permit.used();
            quiet_since = None;
            if let Some(identify) = identify {
                // Only Discord knows whether the last try used up a session.
                if left
                    .replace(identify.left)
                    .is_some_and(|before| identify.left < before)
                {
                    backoff.session_started();
                }
                identify.used(queue).await;
            }
            let (tries, code) = (backoff.tries(), last_code());
            if tries > 0 {
                queue.refresh().await;
                if is_noted(tries) {
                    tracing::warn!(shard, code, "connecting again");
                }
            }
            next = now + backoff.next();
        }
    }
}

/// How long to wait after a failed call to Discord.
fn unanswered(shard: u32, backoff: &mut Backoff, why: Failure) -> Duration {
    let noted = is_noted(backoff.tries());
    let wait = backoff.next().max(why.retry_after().unwrap_or_default());
    if noted {
        tracing::warn!(shard, %why, wait_ms = wait.as_millis(), "not connected; trying again");
    }
    wait
}

/// Whether to log a try after this many failed ones.
fn is_noted(tries: u32) -> bool {
    tries < NOTED || tries.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use tokio::time::{sleep, timeout};

    use super::*;
    use crate::serve::gateway::identify_queue::tests::queue;

    /// Keeps a gate for a shard that loses its connection each time after `up`; returns when it connected.
    async fn tries(up: Duration, within: Duration, needs_identify: bool) -> Vec<Duration> {
        let way = Arc::new(Mutex::new("somewhere else".to_owned()));
        let connected = Arc::new(AtomicBool::new(false));
        let mut gate =
            ConnectGate::closed(Arc::clone(&way), Handle::current(), Arc::clone(&connected)).await;
        let begun = Instant::now();
        let seen = Arc::new(std::sync::Mutex::new(Vec::new()));
        let shard = tokio::spawn({
            let (seen, connected) = (Arc::clone(&seen), Arc::clone(&connected));
            async move {
                loop {
                    let address = way.lock().await.clone();
                    assert_eq!(address, "ws://127.0.0.1:9");
                    seen.lock().unwrap().push(begun.elapsed());
                    tokio::task::yield_now().await;
                    connected.store(true, Ordering::Relaxed);
                    sleep(up).await;
                }
            }
        });
        let (queue, mut backoff) = (queue(1, 900), Backoff::default());
        let _ = timeout(
            within,
            gate.keep(0, &queue, &mut backoff, || {
                Box::pin(async move { needs_identify })
            }),
        )
        .await;
        shard.abort();
        seen.lock().unwrap().clone()
    }

    #[tokio::test(start_paused = true)]
    async fn a_connection_that_breaks_at_once_is_made_ever_more_slowly() {
        let seen = tries(Duration::ZERO, Duration::from_secs(60), false).await;
        let waits: Vec<Duration> = seen.windows(2).map(|two| two[1] - two[0]).collect();
        assert!(
            seen[0] < TICK * 2 && waits[0] <= Duration::from_millis(700),
            "{seen:?}"
        );
        assert!(waits[3] >= Duration::from_secs(2), "{seen:?}");
        assert!(
            waits.iter().all(|wait| *wait <= Duration::from_secs(7)),
            "{seen:?}"
        );
        assert!((10..=25).contains(&seen.len()), "{seen:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_connection_that_lasts_makes_up_for_those_that_did_not() {
        let seen = tries(Duration::from_secs(40), Duration::from_secs(400), false).await;
        let last = seen.windows(2).last().map(|two| two[1] - two[0]).unwrap();
        assert!(last <= Duration::from_millis(40_300), "{seen:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn sessions_are_begun_five_seconds_apart() {
        let seen = tries(Duration::ZERO, Duration::from_secs(11), true).await;
        assert!((2..=3).contains(&seen.len()), "{seen:?}");
        assert!(seen[1] - seen[0] >= Duration::from_secs(5), "{seen:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn somebody_who_never_comes_back_is_noticed() {
        let way = Arc::new(Mutex::new(String::new()));
        let mut gate =
            ConnectGate::closed(Arc::clone(&way), Handle::current(), Arc::default()).await;
        tokio::spawn(async move { way.lock().await.clone() });
        let (queue, mut backoff) = (queue(1, 900), Backoff::default());
        let over = timeout(
            QUIET * 2,
            gate.keep(0, &queue, &mut backoff, || Box::pin(async { false })),
        )
        .await;
        assert_eq!(over, Ok(GateEnd::Stuck));
    }

    #[tokio::test(start_paused = true)]
    async fn a_gate_that_is_abandoned_leads_nowhere() {
        let way = Arc::new(Mutex::new("ws://127.0.0.1:9".to_owned()));
        let gate = ConnectGate::closed(Arc::clone(&way), Handle::current(), Arc::default()).await;
        gate.abandon().await;
        assert_eq!(*way.lock().await, "");
    }
}
