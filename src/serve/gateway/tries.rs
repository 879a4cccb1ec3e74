//! The tries of one shard to connect: what is tested before each, how long to wait after it, and its line in the log.

use std::fmt::Display;
use std::time::Duration;

use super::close_codes::meaning;
use super::identify_queue::{IdentifyPermit, IdentifyQueue};
use super::preflight::{self, Obstacle};
use crate::serve::backoff::Backoff;
use crate::serve::failure::Failure;

/// How many tries in a row are logged one by one; after that every tenth is.
const NOTED: u32 = 5;

/// The tries of one shard.
pub(super) struct Tries<'a> {
    shard: u32,
    queue: &'a IdentifyQueue,
    backoff: &'a mut Backoff,
    /// What a try of our own found, if one was made since serenity's last.
    tested: Option<Option<Obstacle>>,
    /// How many sessions were left at the last identify.
    left: Option<u64>,
}

/// Why no try is made now.
pub(super) enum NotNow {
    /// It would fail; another may succeed after this wait.
    Wait(Duration),
    /// Discord does not know the token.
    Token,
}

impl<'a> Tries<'a> {
    pub(super) fn new(shard: u32, queue: &'a IdentifyQueue, backoff: &'a mut Backoff) -> Self {
        Self {
            shard,
            queue,
            backoff,
            tested: None,
            left: None,
        }
    }

    /// After a failed try: tests whether the next can succeed. serenity gives up its session when one fails.
    pub(super) async fn test(&mut self) -> Result<(), NotNow> {
        if self.backoff.tries() == 0 || self.tested.is_some() {
            return Ok(());
        }
        let address = self.queue.address().await;
        let obstacle = preflight::gateway(&address).await.err();
        match &obstacle {
            Some(obstacle) if obstacle.is_sure() => {
                self.queue.renew().await;
                Err(NotNow::Wait(self.failed(obstacle, None)))
            }
            _ => {
                self.tested = Some(obstacle);
                Ok(())
            }
        }
    }

    /// Waits for the right to start a session.
    pub(super) async fn identify_permit(&mut self) -> Result<IdentifyPermit, NotNow> {
        let failure = match self.queue.identify_permit(self.shard).await {
            Ok(permit) => return Ok(permit),
            Err(Failure::Token) => return Err(NotNow::Token),
            Err(failure) => failure,
        };
        let cause = self.queue.cause(&failure).await;
        let asked = failure.retry_after().unwrap_or_default();
        let wait = self.failed(failure, cause.as_deref());
        Err(NotNow::Wait(wait.max(asked)))
    }

    /// Notes a try of serenity's and returns how long to wait before the next. `code` is that of the last close.
    pub(super) async fn made(
        &mut self,
        identify: Option<IdentifyPermit>,
        code: Option<u16>,
    ) -> Duration {
        if let Some(identify) = identify {
            // Only Discord knows whether the last try used up a session.
            let before = self.left.replace(identify.left);
            if before.is_some_and(|before| identify.left < before) {
                self.backoff.session_started();
            }
            identify.used(self.queue).await;
        }
        let (shard, tries) = (self.shard, self.backoff.tries());
        let obstacle = self.tested.take().flatten();
        if tries > 0 {
            self.queue.refresh().await;
            if is_noted(tries) {
                let why = obstacle.map(|obstacle| obstacle.to_string());
                let why = why.as_deref().or(code.map(meaning));
                tracing::warn!(shard, code, why, "connecting again");
            }
        }
        self.backoff.next()
    }

    /// A connection lasts.
    pub(super) fn lasts(&mut self) {
        self.backoff.reset();
    }

    /// Notes a failed try and returns how long to wait.
    fn failed(&mut self, why: impl Display, cause: Option<&str>) -> Duration {
        let (shard, noted) = (self.shard, is_noted(self.backoff.tries()));
        let wait = self.backoff.next();
        if noted {
            let wait_ms = wait.as_millis();
            tracing::warn!(shard, %why, cause, wait_ms, "not connected; trying again");
        }
        wait
    }
}

/// Whether to log a try after this many failed ones.
fn is_noted(tries: u32) -> bool {
    tries < NOTED || tries.is_multiple_of(10)
}
