//! One shard: it stays connected, whatever happens, until it is told to stop or may not go on.
//!
//! A connection's own life is in `connection`; here is what comes between two of them.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::sleep;

use super::connection::Connection;
use super::door::{Door, Turn, address};
use super::socket::{Broken, Socket};
use super::{Shared, stopped};
use crate::serve::Fatal;
use crate::serve::backoff::{Backoff, chance};
use crate::serve::failure::Failure;

/// A connection that lasted so long was a good one.
const GOOD: Duration = Duration::from_secs(30);

/// How many tries in a row are each worth a line; later only every tenth is.
const NOTED: u32 = 5;

/// How often a session's own address is tried before a new session is begun where Discord says.
const RESUMING: u32 = 3;

/// A session, which can go on over another connection.
#[derive(Clone, Debug)]
pub(super) struct Session {
    pub(super) id: String,
    pub(super) resume_url: String,
    /// The last thing heard in it.
    pub(super) seq: u64,
}

/// How a connection ended, or why there was none.
#[derive(Debug)]
pub(super) enum End {
    /// It was told to stop.
    Stopped,
    /// Nothing would help.
    Fatal(Fatal),
    /// It broke, or Discord wanted it so; the next one is better.
    Lost(Lost),
}

/// A connection that was lost.
#[derive(Debug)]
pub(super) struct Lost {
    /// Why, for the log.
    pub(super) why: String,
    /// How long the session had been up on it.
    pub(super) up: Duration,
    /// What that means for the next one.
    pub(super) how: How,
    /// How long Discord said to wait.
    pub(super) at_least: Duration,
}

/// In which way a connection was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// It never came about.
    Unreachable,
    /// The session could not be resumed; a new one may follow soon.
    NotResumed,
    /// Anything else.
    Broken,
}

impl Lost {
    pub(super) fn early(why: impl Into<String>) -> Self {
        Self {
            why: why.into(),
            up: Duration::ZERO,
            how: How::Broken,
            at_least: Duration::ZERO,
        }
    }
}

pub(super) struct Shard {
    pub(super) number: u32,
    pub(super) of: u32,
    pub(super) door: Arc<Door>,
    pub(super) shared: Arc<Shared>,
    pub(super) stop: watch::Receiver<bool>,
    pub(super) session: Option<Session>,
    pub(super) backoff: Backoff,
}

impl Shard {
    /// Stays connected until it is told to stop.
    ///
    /// # Errors
    ///
    /// What makes going on useless.
    pub(super) async fn keep(mut self) -> Result<(), Fatal> {
        loop {
            let lost = match self.connection().await {
                End::Stopped => return Ok(()),
                End::Fatal(fatal) => return Err(fatal),
                End::Lost(lost) => lost,
            };
            if lost.up >= GOOD {
                self.backoff.reset();
            }
            let wait = match lost.how {
                // Between one and five seconds, says Discord; the shorter, the sooner it answers
                // (https://discord.com/developers/docs/events/gateway#resuming).
                How::NotResumed => {
                    Duration::from_secs(1) + Duration::from_secs(2).mul_f64(chance())
                }
                How::Unreachable | How::Broken => self.backoff.next().max(lost.at_least),
            };
            if lost.how == How::Unreachable && self.backoff.tries() >= RESUMING {
                // Nobody waits any more for what happened in it, and the way may be another now.
                self.session = None;
            }
            let tries = self.backoff.tries();
            if tries <= NOTED || tries.is_multiple_of(10) {
                let wait_ms = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
                let (shard, why) = (self.number, lost.why);
                tracing::warn!(shard, why, wait_ms, "not connected; trying again");
            }
            self.door.ask_again().await;
            tokio::select! {
                () = sleep(wait) => {}
                () = stopped(self.stop.clone()) => return Ok(()),
            }
        }
    }

    /// One connection, from the way in to its end.
    async fn connection(&mut self) -> End {
        let mut stop = self.stop.clone();
        let connecting = tokio::select! {
            connecting = self.connect() => connecting,
            () = stopped(stop.clone()) => return End::Stopped,
        };
        match connecting {
            Ok((socket, turn)) => Connection::new(self, socket, turn).run(&mut stop).await,
            Err(end) => end,
        }
    }

    /// A socket, and the right to start a session if there is none to go on with.
    async fn connect(&self) -> Result<(Socket, Option<Turn>), End> {
        let (url, turn) = match &self.session {
            Some(session) => (self.door.resume_url(&session.resume_url).await, None),
            None => match self.door.turn(self.number).await {
                Ok(turn) => (turn.url.clone(), Some(turn)),
                Err(Failure::Token) => return Err(End::Fatal(Fatal::Token)),
                Err(failure) => {
                    return Err(End::Lost(Lost {
                        at_least: failure.wait().unwrap_or_default(),
                        ..Lost::early(failure.to_string())
                    }));
                }
            },
        };
        let Some(address) = address(&url) else {
            return Err(End::Lost(Lost::early("the gateway's address is not one")));
        };
        self.door.knock().await;
        match Socket::connect(&address).await {
            Ok(socket) => Ok((socket, turn)),
            Err(Broken) => Err(End::Lost(Lost {
                how: How::Unreachable,
                ..Lost::early("the gateway cannot be reached")
            })),
        }
    }
}
