//! What became of a reply.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::failure::Failure;

/// Discord's codes for an interaction that is over: its token has expired, or it was answered already
/// (<https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>).
const OVER: [u64; 2] = [10_062, ANSWERED];

/// Discord's code for an interaction that was answered already.
pub(super) const ANSWERED: u64 = 40_060;

/// The first second of Discord's snowflakes (<https://discord.com/developers/docs/reference#snowflakes>).
const DISCORD_EPOCH: Duration = Duration::from_millis(1_420_070_400_000);

/// What became of a reply.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sent {
    /// It arrived.
    Delivered,
    /// Discord no longer wanted it; `age` is how old the interaction was.
    TooLate { code: u64, age: Duration },
    /// It did not arrive, or nobody confirmed that it did.
    Failed(Failure),
}

impl Sent {
    /// What the result of a call means for the reply to the interaction with this id.
    pub(super) fn from_call(id: u64, result: Result<(), Failure>) -> Self {
        match result {
            Ok(()) => Self::Delivered,
            Err(Failure::Refused {
                code: Some(code), ..
            }) if OVER.contains(&code) => Self::TooLate {
                code,
                age: age(id, SystemTime::now()),
            },
            Err(failure) => Self::Failed(failure),
        }
    }

    /// Why it did not arrive, if it may do without its file.
    pub(super) fn failed_with_file(&self) -> Option<&Failure> {
        match self {
            // Discord does not know the interaction.
            Self::Failed(Failure::Refused { status: 404, .. }) => None,
            Self::Failed(failure) => Some(failure),
            Self::Delivered | Self::TooLate { .. } => None,
        }
    }

    /// Whether Discord rejected the content of the reply: code 50035 and similar ones.
    pub(super) fn is_invalid(&self) -> bool {
        matches!(self, Self::Failed(Failure::Refused { status: 400, .. }))
    }
}

/// How many interactions came in since the start, and what became of the replies.
#[derive(Debug, Default)]
pub(super) struct Tally {
    received: AtomicU64,
    answered: AtomicU64,
    undelivered: AtomicU64,
}

/// An interaction that was counted and whose reply is not made yet. If its client goes away until then, nobody can be
/// answered.
#[must_use]
pub(super) struct Waiting<'a>(&'a Tally);

impl Waiting<'_> {
    /// The reply is made; what becomes of it is counted later.
    pub(super) fn has_reply(self) {
        std::mem::forget(self);
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.settled(&Sent::Failed(Failure::ConnectionClosed));
    }
}

impl Tally {
    /// Counts an interaction.
    pub(super) fn received(&self) -> Waiting<'_> {
        self.received.fetch_add(1, Ordering::Relaxed);
        Waiting(self)
    }

    /// Counts a reply.
    pub(super) fn settled(&self, sent: &Sent) {
        let count = match sent {
            Sent::Delivered => &self.answered,
            Sent::TooLate { .. } | Sent::Failed(_) => &self.undelivered,
        };
        count.fetch_add(1, Ordering::Relaxed);
    }

    /// The replies that arrived, those that did not, and those of which nobody knows it yet.
    pub(super) fn counts(&self) -> [u64; 3] {
        let answered = self.answered.load(Ordering::Relaxed);
        let undelivered = self.undelivered.load(Ordering::Relaxed);
        let received = self.received.load(Ordering::Relaxed);
        let pending = received.saturating_sub(answered + undelivered);
        [answered, undelivered, pending]
    }
}

/// The age of a snowflake; zero if its clock is ahead of ours.
fn age(id: u64, now: SystemTime) -> Duration {
    let created = DISCORD_EPOCH + Duration::from_millis(id >> 22);
    let now = now.duration_since(UNIX_EPOCH).unwrap_or_default();
    now.saturating_sub(created)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_age_of_an_interaction_is_read_off_its_id() {
        // The example of Discord's reference page: 30 April 2016, 11:18:25.796 UTC.
        let now = UNIX_EPOCH + Duration::from_millis(1_462_015_105_796 + 1_500);
        let age_ms = |id| age(id, now).as_millis();
        assert_eq!(age_ms(175_928_847_299_117_063), 1_500);
        assert_eq!(age_ms(u64::MAX), 0);
    }

    #[test]
    fn only_an_interaction_that_is_over_is_too_late() {
        let refused = |status, code| {
            let refused = Failure::Refused {
                status,
                code,
                field: None,
                wait: None,
            };
            Sent::from_call(1, Err(refused))
        };
        assert!(matches!(
            refused(404, Some(10_062)),
            Sent::TooLate { code: 10_062, .. }
        ));
        assert!(matches!(
            refused(400, Some(40_060)),
            Sent::TooLate { code: 40_060, .. }
        ));
        assert!(matches!(refused(404, None), Sent::Failed(_)));
        assert_eq!(Sent::from_call(1, Ok(())), Sent::Delivered);
    }
}
