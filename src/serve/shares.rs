//! Remembers what a channel has just seen, so that the same answer is not posted there twice in a row.
//!
//! It keeps only a hash of channel and answer, and only for the pause between two posts.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::num::NonZeroUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use lru::LruCache;
use tokio::time::Instant;

/// Most answers that are remembered; beyond that the oldest is forgotten early.
const MOST: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();

/// What channels have just seen.
pub(super) struct Shares {
    pause: Duration,
    /// Its random keys are different in every process.
    hasher: RandomState,
    /// In the order in which they were marked.
    seen: Mutex<LruCache<u64, Instant>>,
}

impl Shares {
    /// Nothing seen yet. A channel may see the same answer again after `pause`.
    pub(super) fn new(pause: Duration) -> Self {
        Self {
            pause,
            hasher: RandomState::new(),
            seen: Mutex::new(LruCache::new(MOST)),
        }
    }

    /// Marks an answer as seen in a channel, unless it is already. Returns the mark, for [`Shares::unmark`] if the
    /// answer never arrives.
    pub(super) fn mark(&self, channel: u64, what: u64) -> Option<u64> {
        let (key, now) = (self.hasher.hash_one((channel, what)), Instant::now());
        let mut seen = self.lock();
        let is_over = |(_, since): (&u64, &Instant)| now.duration_since(*since) >= self.pause;
        while seen.peek_lru().is_some_and(is_over) {
            seen.pop_lru();
        }
        if seen.contains(&key) {
            return None;
        }
        seen.put(key, now);
        Some(key)
    }

    /// Removes a mark.
    pub(super) fn unmark(&self, key: u64) {
        self.lock().pop(&key);
    }

    /// An answer was removed from a channel and may be posted there again.
    pub(super) fn forget(&self, channel: u64, what: u64) {
        self.unmark(self.hasher.hash_one((channel, what)));
    }

    fn lock(&self) -> MutexGuard<'_, LruCache<u64, Instant>> {
        // No panic can leave the map half changed.
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLOCK: u64 = 1;
    const BRIDGE: u64 = 2;
    const PAUSE: Duration = Duration::from_secs(600);

    #[tokio::test(start_paused = true)]
    async fn an_answer_is_seen_once_in_a_channel_for_a_while() {
        let shares = Shares::new(PAUSE);
        assert!(shares.mark(1, CLOCK).is_some());
        assert!(shares.mark(1, CLOCK).is_none());
        assert!(shares.mark(2, CLOCK).is_some());
        assert!(shares.mark(1, BRIDGE).is_some());
        tokio::time::advance(PAUSE).await;
        assert!(shares.mark(1, CLOCK).is_some());
    }

    #[tokio::test(start_paused = true)]
    async fn what_never_arrived_was_not_seen() {
        let shares = Shares::new(PAUSE);
        let key = shares.mark(1, CLOCK).unwrap();
        shares.unmark(key);
        assert!(shares.mark(1, CLOCK).is_some());
    }

    #[tokio::test(start_paused = true)]
    async fn what_was_taken_away_may_come_again_where_it_stood() {
        let shares = Shares::new(PAUSE);
        assert!(shares.mark(1, CLOCK).is_some());
        shares.forget(2, CLOCK);
        shares.forget(1, BRIDGE);
        assert!(shares.mark(1, CLOCK).is_none());
        shares.forget(1, CLOCK);
        assert!(shares.mark(1, CLOCK).is_some());
    }

    #[tokio::test(start_paused = true)]
    async fn it_does_not_grow_without_end() {
        let shares = Shares::new(PAUSE);
        for channel in 0..(MOST.get() as u64 + 10) {
            assert!(shares.mark(channel, CLOCK).is_some());
        }
        assert_eq!(shares.lock().len(), MOST.get());
    }
}
