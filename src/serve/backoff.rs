//! How long to wait before the next try: longer each time, and different for every bot.
//!
//! It only counts and computes; the caller does the waiting.

use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBuilder};

/// The first wait.
const FIRST: Duration = Duration::from_millis(500);

/// The longest wait while Discord cannot be reached: a server that is back is found within seconds.
const LONGEST: Duration = Duration::from_secs(6);

/// The longest wait between tries for which nobody waits.
const LONGEST_PATIENT: Duration = Duration::from_secs(300);

/// The wait after the first session; it doubles with each session, so that the seventh in a row waits longer than
/// [`LONGEST`]. Discord allows 1,000 sessions a day and then resets the token
/// (<https://discord.com/developers/docs/events/gateway#session-start-limit-object>).
const FIRST_FOR_SESSIONS: Duration = Duration::from_micros(187_500);

/// The longest wait while every session breaks as soon as it is started: some 500 a day.
const LONGEST_FOR_SESSIONS: Duration = Duration::from_secs(240);

/// Waits without an end.
pub(super) type Waits = <ExponentialBuilder as BackoffBuilder>::Backoff;

/// The waits between tries to reach Discord.
pub(super) fn waits() -> Waits {
    doubling(FIRST, LONGEST)
}

/// The waits between tries of what nobody waits for: from a second to minutes.
pub(super) fn patient_waits() -> Waits {
    doubling(2 * FIRST, LONGEST_PATIENT)
}

/// Waits that double from `first` to `longest`, each shortened by up to half at random.
fn doubling(first: Duration, longest: Duration) -> Waits {
    ExponentialBuilder::new()
        .with_factor(2.0)
        .with_min_delay(first / 2)
        .with_max_delay(longest / 2)
        .without_max_times()
        // Up to as much again.
        .with_jitter()
        .build()
}

/// Counts failed tries.
#[derive(Debug)]
pub(super) struct Backoff {
    tries: u32,
    waits: Waits,
    session_waits: Waits,
    for_session: Duration,
}

impl Default for Backoff {
    fn default() -> Self {
        Self {
            tries: 0,
            waits: waits(),
            session_waits: doubling(FIRST_FOR_SESSIONS, LONGEST_FOR_SESSIONS),
            for_session: Duration::ZERO,
        }
    }
}

impl Backoff {
    /// Failed tries since the last success.
    pub(super) fn tries(&self) -> u32 {
        self.tries
    }

    /// A session was started; whether it lasts is not yet known.
    pub(super) fn session_started(&mut self) {
        self.for_session = self.session_waits.next().unwrap_or(LONGEST_FOR_SESSIONS);
    }

    /// All is well again.
    pub(super) fn reset(&mut self) {
        *self = Self::default();
    }

    /// The wait after one more failed try.
    pub(super) fn next(&mut self) -> Duration {
        self.tries = self.tries.saturating_add(1);
        let wait = self.waits.next().unwrap_or(LONGEST);
        wait.max(self.for_session)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_stay_short_enough_to_be_back_in_time() {
        let mut backoff = Backoff::default();
        let waits: Vec<Duration> = (0..12).map(|_| backoff.next()).collect();
        assert!(waits[0] >= Duration::from_millis(250) && waits[0] <= FIRST);
        assert!(waits[3] >= Duration::from_secs(2));
        assert!(waits[11] >= LONGEST / 2 && waits[11] <= LONGEST);
        assert_eq!(backoff.tries(), 12);
        backoff.reset();
        assert!(backoff.next() <= FIRST);
    }

    #[test]
    fn sessions_that_never_last_do_not_use_up_a_days_worth() {
        let mut backoff = Backoff::default();
        let day = Duration::from_secs(24 * 60 * 60);
        let (mut spent, mut sessions) = (Duration::ZERO, 0);
        while spent < day {
            backoff.session_started();
            sessions += 1;
            spent += backoff.next();
        }
        assert!(sessions < 800, "{sessions}");
    }

    #[test]
    fn waits_differ_and_never_overflow() {
        let (mut backoff, mut other) = (Backoff::default(), Backoff::default());
        for _ in 0..1_000 {
            backoff.session_started();
            assert_ne!(backoff.next(), other.next());
        }
        assert!(backoff.next() <= LONGEST_FOR_SESSIONS);
    }
}
