//! The gateway's address and the limits for connecting to it, shared by all shards.
//!
//! It enforces Discord's limits for starting sessions and our own for connecting; each shard has its own
//! `connect_gate`.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, MutexGuard, OwnedMutexGuard};
use tokio::time::{Instant, sleep_until};

use super::preflight;
use crate::serve::failure::Failure;
use crate::serve::rest::{Gateway, Rest};

/// Between two tries of any kind, over all shards: five a second at most.
const BETWEEN_TRIES: Duration = Duration::from_millis(200);

/// Between two sessions of one bucket: the five seconds that Discord wants
/// (<https://discord.com/developers/docs/events/gateway#sharding-max-concurrency>), and a little more, because the
/// first identify may take longer to arrive than the second.
pub(super) const BETWEEN_SESSIONS: Duration = Duration::from_millis(5_500);

/// How long Discord's description of the gateway is used before it is asked for again.
const FRESH: Duration = Duration::from_secs(60);

/// How long an address that does not work is not asked for again.
const LONG_ENOUGH: Duration = Duration::from_secs(5);

/// The longest wait for new sessions that is accepted: Discord counts them by the day.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

pub(super) struct IdentifyQueue {
    rest: Arc<Rest>,
    known: Mutex<Known>,
    next_try: Mutex<Instant>,
    buckets: Vec<Arc<Mutex<Instant>>>,
}

struct Known {
    gateway: Gateway,
    asked: Instant,
    until: Instant,
    reset: Instant,
}

impl Known {
    fn new(gateway: Gateway) -> Self {
        let now = Instant::now();
        let reset = Duration::from_millis(gateway.limit.reset_after).min(DAY);
        Self {
            gateway,
            asked: now,
            until: now + FRESH,
            reset: now + reset,
        }
    }
}

/// The right to start one session. Dropped unused, it delays nothing.
pub(super) struct IdentifyPermit {
    /// How many sessions may still be started, this one included.
    pub(super) left: u64,
    free_again: OwnedMutexGuard<Instant>,
}

impl IdentifyPermit {
    /// Marks the session as started.
    pub(super) async fn used(mut self, queue: &IdentifyQueue) {
        *self.free_again = Instant::now() + BETWEEN_SESSIONS;
        let mut known = queue.known.lock().await;
        let limit = &mut known.gateway.limit;
        limit.remaining = limit.remaining.saturating_sub(1);
    }
}

/// The right to connect once. Dropped unused, it delays nothing.
pub(super) struct ConnectPermit<'a>(MutexGuard<'a, Instant>);

impl ConnectPermit<'_> {
    /// Marks the try as made.
    pub(super) fn used(mut self) {
        *self.0 = Instant::now() + BETWEEN_TRIES;
    }
}

impl IdentifyQueue {
    pub(super) fn new(rest: Arc<Rest>, gateway: Gateway) -> Self {
        let buckets = gateway.limit.max_concurrency.clamp(1, 256);
        let now = Instant::now();
        Self {
            rest,
            known: Mutex::new(Known::new(gateway)),
            next_try: Mutex::new(now),
            buckets: (0..buckets).map(|_| Arc::new(Mutex::new(now))).collect(),
        }
    }

    /// Waits until the next try is allowed. No other shard tries until the permit is dropped.
    pub(super) async fn connect_permit(&self) -> ConnectPermit<'_> {
        let next = self.next_try.lock().await;
        sleep_until(*next).await;
        ConnectPermit(next)
    }

    /// Waits until a shard may start a session.
    pub(super) async fn identify_permit(&self, shard: u32) -> Result<IdentifyPermit, Failure> {
        let bucket = shard as usize % self.buckets.len();
        let bucket = self.buckets.get(bucket).ok_or(Failure::Unreadable)?;
        let free_again = Arc::clone(bucket).lock_owned().await;
        sleep_until(*free_again).await;
        let left = loop {
            let mut known = self.known.lock().await;
            if known.until <= Instant::now() {
                self.connect_permit().await.used();
                *known = Known::new(self.rest.gateway().await?);
            }
            if known.gateway.limit.remaining > 0 {
                break known.gateway.limit.remaining;
            }
            let reset = known.reset;
            known.until = reset;
            drop(known);
            let seconds = reset.saturating_duration_since(Instant::now()).as_secs();
            tracing::warn!(seconds, "no more sessions allowed for now; waiting");
            sleep_until(reset + Duration::from_secs(1)).await;
        };
        Ok(IdentifyPermit { left, free_again })
    }

    /// Asks Discord again before the next session, after a failure.
    pub(super) async fn refresh(&self) {
        self.known.lock().await.until = Instant::now();
    }

    /// Asks Discord for the address again, which may have changed, unless it was asked a moment ago.
    pub(super) async fn renew(&self) {
        let mut known = self.known.lock().await;
        if known.asked.elapsed() < LONG_ENOUGH {
            return;
        }
        self.connect_permit().await.used();
        match self.rest.gateway().await {
            Ok(gateway) => *known = Known::new(gateway),
            Err(_) => known.asked = Instant::now(),
        }
    }

    /// Why a call had no answer, in words for the log.
    pub(super) async fn cause(&self, failure: &Failure) -> Option<String> {
        preflight::cause(&self.rest, failure).await
    }

    /// The gateway's address, as Discord's HTTP interface gave it.
    pub(super) async fn address(&self) -> String {
        self.known.lock().await.gateway.url.clone()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::serve::secret::Secret;
    use crate::serve::settings::Settings;

    pub(in crate::serve::gateway) fn queue(max_concurrency: u32, remaining: u64) -> IdentifyQueue {
        queue_at("ws://127.0.0.1:9", max_concurrency, remaining)
    }

    pub(in crate::serve::gateway) fn queue_at(
        address: &str,
        max_concurrency: u32,
        remaining: u64,
    ) -> IdentifyQueue {
        let settings = Settings {
            token: Some(Secret::new("t")),
            api: Some("http://127.0.0.1:9".into()),
            ..Settings::default()
        };
        let gateway = serde_json::json!({"url": address, "shards": 4,
            "session_start_limit": {"remaining": remaining, "reset_after": 20_000, "max_concurrency": max_concurrency}});
        let gateway = serde_json::from_value(gateway).unwrap();
        IdentifyQueue::new(Arc::new(Rest::new(&settings).unwrap()), gateway)
    }

    #[tokio::test(start_paused = true)]
    async fn sessions_of_one_bucket_start_five_seconds_apart() {
        let queue = queue(2, 9);
        let begun = Instant::now();
        for (shard, seconds) in [(0, 0), (1, 0), (2, 5), (3, 5)] {
            queue
                .identify_permit(shard)
                .await
                .unwrap()
                .used(&queue)
                .await;
            assert_eq!(begun.elapsed().as_secs(), seconds, "shard {shard}");
        }
        drop(queue.identify_permit(0).await.unwrap());
        let before = Instant::now();
        queue.identify_permit(0).await.unwrap();
        assert_eq!(before.elapsed(), Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn tries_are_never_more_than_five_a_second() {
        let queue = queue(1, 9);
        let begun = Instant::now();
        for _ in 0..11 {
            queue.connect_permit().await.used();
        }
        assert!(begun.elapsed() >= Duration::from_secs(2));
    }

    #[tokio::test(start_paused = true)]
    async fn no_session_is_started_beyond_the_limit() {
        let queue = queue(1, 1);
        queue.identify_permit(0).await.unwrap().used(&queue).await;
        let begun = Instant::now();
        // After the wait it asks again; here nothing answers.
        assert!(queue.identify_permit(0).await.is_err());
        assert!(begun.elapsed() >= Duration::from_secs(19));
    }
}
