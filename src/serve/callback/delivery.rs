//! Sending a reply in the time that is left, and what became of it.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::Value;
use tokio::time::{Instant, sleep};

use crate::serve::failure::Failure;
use crate::serve::rest::{File, Rest};

/// Discord waits three seconds
/// (<https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback>);
/// a little of that goes by on the way in and out.
pub(super) const DEADLINE: Duration = Duration::from_millis(2_800);

/// How long one try may take.
const TRY: Duration = Duration::from_millis(2_500);

/// The wait after a server's mistake, and the least time a second try needs.
const PAUSE: Duration = Duration::from_millis(250);

/// Discord's codes for an interaction that is over: nobody waits for it any more, or it was answered
/// (<https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>).
const OVER: [u64; 2] = [10_062, 40_060];

/// The first second of Discord's snowflakes (<https://discord.com/developers/docs/reference#snowflakes>).
const DISCORD_EPOCH: Duration = Duration::from_millis(1_420_070_400_000);

/// What became of a reply.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::serve) enum Sent {
    /// It arrived.
    Delivered,
    /// Discord no longer wanted it; `age` is how old the interaction was.
    TooLate { code: u64, age: Duration },
    /// It did not arrive, or perhaps it did and nobody said so.
    Failed(Failure),
}

/// Whether Discord found the reply itself wrong: 50035 and its like.
pub(super) fn is_invalid(sent: &Sent) -> bool {
    matches!(sent, Sent::Failed(Failure::Refused { status: 400, .. }))
}

/// The way on which the reply to one interaction goes, as long as somebody waits for it.
pub(super) struct Way<'a> {
    pub(super) rest: &'a Rest,
    pub(super) id: u64,
    pub(super) token: &'a str,
    pub(super) deadline: Instant,
}

impl Way<'_> {
    /// Sends a reply, again where that helps.
    pub(super) async fn deliver(&self, callback: &Value, file: Option<&File>) -> Sent {
        let first = self.send(callback, file).await;
        let wait = match first {
            Err(Failure::Refused {
                status: 429,
                code: _,
                wait: Some(wait),
            }) => Some(wait),
            Err(Failure::Unreachable) => Some(PAUSE),
            Err(Failure::Refused { status, .. }) if status >= 500 => Some(PAUSE),
            _ => None,
        };
        let soon = |wait: &Duration| Instant::now() + *wait + PAUSE < self.deadline;
        let Some(wait) = wait.filter(soon) else {
            return outcome(self.id, first);
        };
        sleep(wait).await;
        outcome(self.id, self.send(callback, file).await)
    }

    async fn send(&self, callback: &Value, file: Option<&File>) -> Result<(), Failure> {
        let left = self.deadline.saturating_duration_since(Instant::now());
        self.rest
            .reply(self.id, self.token, (callback, file), left.min(TRY))
            .await
    }
}

fn outcome(id: u64, result: Result<(), Failure>) -> Sent {
    match result {
        Ok(()) => Sent::Delivered,
        Err(Failure::Refused {
            code: Some(code), ..
        }) if OVER.contains(&code) => Sent::TooLate {
            code,
            age: age(id, SystemTime::now()),
        },
        Err(failure) => Sent::Failed(failure),
    }
}

/// How old a snowflake is; zero if its clock is ahead of ours.
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
            outcome(
                1,
                Err(Failure::Refused {
                    status,
                    code,
                    wait: None,
                }),
            )
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
        assert_eq!(outcome(1, Ok(())), Sent::Delivered);
    }
}
