//! How often one person may ask, and how often answers may be posted in one channel.
//!
//! It keeps only hashes of people and channels, for as long as they matter.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::num::{NonZeroU32, NonZeroUsize};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use governor::clock::Clock;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::StateStore;
use governor::{Quota, RateLimiter};
use lru::LruCache;
use tokio::time::Instant;

use crate::discord::interaction::{Interaction, Kind};

/// Questions and presses of one person: as fast as anybody reads, and for a while as fast as anybody clicks.
const ASKING: Quota =
    Quota::per_second(NonZeroU32::new(1).unwrap()).allow_burst(NonZeroU32::new(30).unwrap());

/// Completions while one person types. Discord asks for them a few times a second.
const TYPING: Quota =
    Quota::per_second(NonZeroU32::new(10).unwrap()).allow_burst(NonZeroU32::new(60).unwrap());

/// Public answers in one channel, by whomever: a handful, then one in twenty seconds.
const POSTING: Quota =
    Quota::per_minute(NonZeroU32::new(3).unwrap()).allow_burst(NonZeroU32::new(5).unwrap());

/// Most people or channels that are remembered; beyond that the one that came least recently begins anew.
const MOST: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();

/// The rates, and who has used how much of them.
pub(super) struct Rates {
    /// Its random keys are different in every process.
    hasher: RandomState,
    asking: Limiter,
    typing: Limiter,
    posting: Limiter,
}

type Limiter = RateLimiter<u64, Latest, TokioClock, NoOpMiddleware<Duration>>;

impl Rates {
    /// Rates of which nobody has used anything.
    pub(super) fn new() -> Self {
        let started = Instant::now();
        let limiter = |quota| RateLimiter::new(quota, Latest::new(), TokioClock { started });
        Self {
            hasher: RandomState::new(),
            asking: limiter(ASKING),
            typing: limiter(TYPING),
            posting: limiter(POSTING),
        }
    }

    /// Counts an interaction; returns whether it may be answered. A ping, which nobody has made, always may.
    pub(super) fn may_ask(&self, interaction: &Interaction) -> bool {
        let Some(person) = interaction.user else {
            return true;
        };
        let limiter = match interaction.kind {
            Kind::Ping => return true,
            Kind::Autocomplete(_) => &self.typing,
            _ => &self.asking,
        };
        limiter.check_key(&self.hasher.hash_one(person)).is_ok()
    }

    /// Counts a public answer; returns whether it may be posted in the channel.
    pub(super) fn may_post(&self, channel: u64) -> bool {
        let channel = self.hasher.hash_one(channel);
        self.posting.check_key(&channel).is_ok()
    }
}

/// tokio's time, which tests can stop.
struct TokioClock {
    started: Instant,
}

impl Clock for TokioClock {
    type Instant = Duration;

    fn now(&self) -> Duration {
        self.started.elapsed()
    }
}

/// The states of those who came most recently.
struct Latest(Mutex<LruCache<u64, Nanos>>);

impl Latest {
    fn new() -> Self {
        Self(Mutex::new(LruCache::new(MOST)))
    }
}

impl StateStore for Latest {
    type Key = u64;

    fn measure_and_replace<T, F, E>(&self, key: &u64, measure: F) -> Result<T, E>
    where
        F: Fn(Option<Nanos>) -> Result<(T, Nanos), E>,
    {
        // No panic can leave the map half changed.
        let mut states = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (measured, state) = measure(states.get(key).copied())?;
        states.put(*key, state);
        Ok(measured)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn by(person: u64, kind: u64) -> Interaction {
        Interaction::read(&json!({
            "id": "1", "token": "t", "type": kind, "user": {"id": person.to_string()},
            "data": {"name": "clock", "component_type": 2, "custom_id": "open /clock", "options": []},
        }))
    }

    /// How many of a hundred may be answered.
    fn answered(rates: &Rates, interaction: &Interaction) -> usize {
        (0..100).filter(|_| rates.may_ask(interaction)).count()
    }

    #[tokio::test(start_paused = true)]
    async fn a_person_may_click_fast_for_a_while_and_go_on_after_a_pause() {
        let rates = Rates::new();
        let (command, press) = (by(1, 2), by(1, 3));
        assert_eq!(answered(&rates, &command), 30);
        assert!(!rates.may_ask(&press));
        assert!(rates.may_ask(&by(2, 3)));
        tokio::time::advance(Duration::from_secs(2)).await;
        assert_eq!(answered(&rates, &press), 2);
        tokio::time::advance(Duration::from_secs(3_600)).await;
        assert_eq!(answered(&rates, &command), 30);
    }

    #[tokio::test(start_paused = true)]
    async fn typing_has_a_rate_of_its_own_and_pings_have_none() {
        let rates = Rates::new();
        assert_eq!(answered(&rates, &by(1, 4)), 60);
        assert_eq!(answered(&rates, &by(1, 2)), 30);
        assert_eq!(answered(&rates, &by(1, 1)), 100);
        tokio::time::advance(Duration::from_secs(1)).await;
        assert_eq!(answered(&rates, &by(1, 4)), 10);
    }

    #[tokio::test(start_paused = true)]
    async fn a_channel_gets_a_handful_of_answers_and_then_one_at_a_time() {
        let rates = Rates::new();
        let posted = |channel| (0..1_000).filter(|_| rates.may_post(channel)).count();
        assert_eq!(posted(1), 5);
        assert_eq!(posted(2), 5);
        tokio::time::advance(Duration::from_secs(20)).await;
        assert_eq!(posted(1), 1);
        tokio::time::advance(Duration::from_secs(100)).await;
        assert_eq!(posted(1), 5);
    }

    #[tokio::test(start_paused = true)]
    async fn it_does_not_grow_without_end() {
        let rates = Rates::new();
        for person in 0..(MOST.get() as u64 + 10) {
            assert!(rates.may_ask(&by(person, 2)));
        }
        let Latest(states) = rates.asking.into_state_store();
        assert_eq!(states.into_inner().unwrap().len(), MOST.get());
    }
}
