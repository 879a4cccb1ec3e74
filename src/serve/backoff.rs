//! How long to wait before the next try: longer each time, and never the same for two bots.
//!
//! It only counts and computes; whoever tries does the waiting.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::time::Duration;

/// The first wait.
const FIRST: Duration = Duration::from_millis(500);

/// The longest wait while nobody can be reached: a server that is back is found within seconds.
const LONGEST: Duration = Duration::from_secs(6);

/// Sessions that may be started one after another before waits grow beyond [`LONGEST`]. Discord
/// allows 1,000 a day and then resets the token
/// (<https://discord.com/developers/docs/events/gateway#session-start-limit-object>).
const SESSIONS: u32 = 6;

/// The longest wait while every session breaks as soon as it is started: some 500 a day.
const LONGEST_FOR_SESSIONS: Duration = Duration::from_secs(240);

/// Counts tries that came to nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Backoff {
    tries: u32,
    sessions: u32,
}

impl Backoff {
    /// Tries since the last time that something went well.
    pub(super) fn tries(&self) -> u32 {
        self.tries
    }

    /// A session was started; whether it lasts is not yet known.
    pub(super) fn session_started(&mut self) {
        self.sessions = self.sessions.saturating_add(1);
    }

    /// All is well again.
    pub(super) fn reset(&mut self) {
        *self = Self::default();
    }

    /// The wait after one more try that came to nothing.
    pub(super) fn next(&mut self) -> Duration {
        let wait = doubled(FIRST, self.tries).min(LONGEST);
        self.tries = self.tries.saturating_add(1);
        let beyond = self.sessions.saturating_sub(SESSIONS);
        let for_sessions = match beyond {
            0 => Duration::ZERO,
            _ => doubled(LONGEST, beyond).min(LONGEST_FOR_SESSIONS),
        };
        let wait = wait.max(for_sessions);
        // Between half of it and all of it, so that not all come back in the same moment.
        wait / 2 + (wait / 2).mul_f64(chance())
    }
}

fn doubled(wait: Duration, times: u32) -> Duration {
    wait.saturating_mul(2_u32.saturating_pow(times))
}

/// A number between 0 and 1. It need not be hard to guess, only different each time.
pub(super) fn chance() -> f64 {
    let bits = RandomState::new().build_hasher().finish() >> 11;
    bits as f64 / (1_u64 << 53) as f64
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
        assert_ne!(chance(), chance());
        let mut backoff = Backoff {
            tries: u32::MAX,
            sessions: u32::MAX,
        };
        assert!(backoff.next() <= LONGEST_FOR_SESSIONS);
    }
}
