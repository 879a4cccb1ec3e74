//! The gate of one shard: it limits how often serenity connects.
//!
//! serenity resumes without a pause and has no hook for one. But before it connects it reads the gateway's address
//! from a mutex, and tokio's mutexes are fair: holding that mutex makes serenity wait, and shows whether it came for
//! the address. The gate does not see what happens on the connection.
//!
//! It also chooses the address: serenity would resume at the one it began with, but Discord wants the one from the READY
//! event (<https://discord.com/developers/docs/events/gateway#resuming>).

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use serenity::futures::future::BoxFuture;
use tokio::runtime::Handle;
use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::{Instant, sleep_until};
use url::Url;

use super::close_codes::CloseCodes;
use super::identify_queue::IdentifyQueue;
use super::tries::{NotNow, Tries};
use crate::serve::backoff::Backoff;

/// How often the gate opens while serenity need not wait.
const TICK: Duration = Duration::from_millis(100);

/// No connection attempt for this long means that the connection is healthy, or that serenity hangs.
const QUIET: Duration = Duration::from_secs(30);

/// What a client tells its gate.
#[derive(Clone, Debug, Default)]
pub(super) struct Link {
    /// Set when the shard is connected, cleared when it connects again.
    pub(super) connected: Arc<AtomicBool>,
    /// Where Discord wants the session resumed, once there is one.
    pub(super) resume_address: Arc<std::sync::Mutex<Option<String>>>,
    pub(super) codes: CloseCodes,
}

impl Link {
    /// Keeps the address at which Discord wants the session resumed.
    pub(super) fn set_resume_address(&self, address: String) {
        let held = self.resume_address.lock();
        *held.unwrap_or_else(PoisonError::into_inner) = Some(address);
    }

    /// That address, if it is one of the same kind as the gateway's usual one: no less secure.
    fn resume_address(&self, usual: &str) -> Option<String> {
        let scheme = |address: &str| Some(Url::parse(address).ok()?.scheme().to_owned());
        let address = self.resume_address.lock();
        let address = address.unwrap_or_else(PoisonError::into_inner).clone();
        address.filter(|address| scheme(address) == scheme(usual))
    }
}

/// The lock on the address that serenity connects to.
pub(super) struct ConnectGate {
    address: Arc<Mutex<String>>,
    held: Option<OwnedMutexGuard<String>>,
    /// The thread that serenity runs on.
    thread: Handle,
    link: Link,
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
    pub(super) async fn closed(address: Arc<Mutex<String>>, thread: Handle, link: Link) -> Self {
        link.connected.store(false, Ordering::Relaxed);
        Self {
            held: Some(Arc::clone(&address).lock_owned().await),
            address,
            thread,
            link,
        }
    }

    /// Opens for a moment and returns whether serenity went through, which also clears `connected`.
    async fn open(&mut self, address: String) -> bool {
        let (lock, held) = (Arc::clone(&self.address), self.held.take());
        let connected = Arc::clone(&self.link.connected);
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
        let mut tries = Tries::new(shard, queue, backoff);
        let (mut next, mut quiet_since) = (Instant::now(), None);
        loop {
            sleep_until(next).await;
            let was_up = self.link.connected.load(Ordering::Relaxed);
            let identify = async {
                if !was_up {
                    tries.test().await?;
                }
                match needs_identify().await {
                    true => tries.identify_permit().await.map(Some),
                    false => Ok(None),
                }
            };
            let identify = match identify.await {
                Ok(identify) => identify,
                Err(NotNow::Token) => return GateEnd::Token,
                Err(NotNow::Wait(wait)) => {
                    (quiet_since, next) = (None, Instant::now() + wait);
                    continue;
                }
            };
            let permit = queue.connect_permit().await;
            let usual = queue.address().await;
            // Where it was resumed in vain, it is resumed at the usual address.
            let resumed = match identify.is_none() && was_up {
                true => self.link.resume_address(&usual),
                false => None,
            };
            let passed = self.open(resumed.unwrap_or(usual)).await;
            let now = Instant::now();
            if passed {
                permit.used();
                let wait = tries.made(identify, self.link.codes.take()).await;
                (quiet_since, next) = (None, now + wait);
                continue;
            }
            next = now + TICK;
            let quiet = now.duration_since(*quiet_since.get_or_insert(now)) >= QUIET;
            match (quiet, self.link.connected.load(Ordering::Relaxed)) {
                (true, true) => tries.lasts(),
                (true, false) => return GateEnd::Stuck,
                (false, _) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::time::{sleep, timeout};

    use super::*;
    use crate::serve::gateway::identify_queue::tests::{queue, queue_at};

    /// Keeps a gate for a shard that loses its connection each time after `up`; returns when it connected.
    async fn tries(up: Duration, within: Duration, needs_identify: bool) -> Vec<Duration> {
        let way = Arc::new(Mutex::new("somewhere else".to_owned()));
        let link = Link::default();
        let connected = Arc::clone(&link.connected);
        let mut gate = ConnectGate::closed(Arc::clone(&way), Handle::current(), link).await;
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
            ConnectGate::closed(Arc::clone(&way), Handle::current(), Link::default()).await;
        tokio::spawn(async move { way.lock().await.clone() });
        // An address that no test of our own can reach or rule out: only serenity could tell.
        let (queue, mut backoff) = (queue_at("nowhere", 1, 900), Backoff::default());
        let over = timeout(
            QUIET * 2,
            gate.keep(0, &queue, &mut backoff, || Box::pin(async { false })),
        )
        .await;
        assert_eq!(over, Ok(GateEnd::Stuck));
    }

    #[test]
    fn a_session_is_resumed_where_discord_says_unless_that_is_less_secure() {
        let link = Link::default();
        assert_eq!(link.resume_address("wss://a"), None);
        link.set_resume_address("wss://b.example".into());
        assert_eq!(
            link.resume_address("wss://a").as_deref(),
            Some("wss://b.example")
        );
        for other in ["ws://b.example", "https://b.example", ""] {
            link.set_resume_address(other.into());
            assert_eq!(link.resume_address("wss://a"), None, "{other}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_gate_that_is_abandoned_leads_nowhere() {
        let way = Arc::new(Mutex::new("ws://127.0.0.1:9".to_owned()));
        let gate = ConnectGate::closed(Arc::clone(&way), Handle::current(), Link::default()).await;
        gate.abandon().await;
        assert_eq!(*way.lock().await, "");
    }
}
