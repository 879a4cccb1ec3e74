//! One shard: it stays connected, whatever happens, until it is told to stop or may not go on.
//!
//! serenity's client keeps up the connection; here is what is done when the client itself ends.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use tokio::sync::watch;
use tokio::time::sleep;

use super::client::{Listener, Running, Shared};
use super::close::{closed, fatal};
use super::door::Door;
use super::gate::{Keeper, Over};
use crate::serve::backoff::Backoff;
use crate::serve::fatal::Fatal;
use crate::serve::process::stopped;

pub(super) struct Shard {
    pub(super) number: u32,
    pub(super) of: u32,
    pub(super) door: Arc<Door>,
    pub(super) shared: Arc<Shared>,
    pub(super) stop: watch::Receiver<bool>,
    pub(super) backoff: Backoff,
}

/// Why a client is no more.
enum End {
    /// It was told to stop.
    Stopped,
    /// Nothing would help.
    Fatal(Fatal),
    /// Another one may do better.
    Lost(&'static str),
}

impl Shard {
    /// Stays connected until it is told to stop.
    ///
    /// # Errors
    ///
    /// What makes going on useless.
    pub(super) async fn keep(mut self) -> Result<(), Fatal> {
        loop {
            let why = match self.client().await {
                End::Stopped => return Ok(()),
                End::Fatal(fatal) => return Err(fatal),
                End::Lost(why) => why,
            };
            let wait = self.backoff.next();
            tracing::warn!(
                shard = self.number,
                why,
                wait_ms = wait.as_millis(),
                "starting over"
            );
            tokio::select! {
                () = sleep(wait) => {}
                () = stopped(self.stop.clone()) => return Ok(()),
            }
        }
    }

    /// One client, from its start to its end.
    async fn client(&mut self) -> End {
        let connected = self.shared.sessions.of(self.number);
        let listener = Listener {
            shared: Arc::clone(&self.shared),
            shard: self.number,
            of: self.of,
            connected: Arc::clone(&connected),
        };
        let started = tokio::select! {
            started = Running::start(listener) => started,
            () = stopped(self.stop.clone()) => return End::Stopped,
        };
        let Some((mut running, mut gate)) = started else {
            return End::Lost("serenity could not be started");
        };
        let keeper = Keeper {
            shard: self.number,
            door: &self.door,
            backoff: &mut self.backoff,
            connected: &connected,
        };
        let (thread, begins) = (running.thread(), running.begins());
        let end = tokio::select! {
            over = gate.keep(keeper, begins) => match over {
                Over::Token => End::Fatal(Fatal::Token),
                Over::Stuck => End::Lost("connecting took too long"),
            },
            error = running.ended() => match error.as_ref().and_then(fatal) {
                Some(fatal) => End::Fatal(fatal),
                None => End::Lost("serenity ended"),
            },
            fatal = closed() => match fatal {
                Some(fatal) => End::Fatal(fatal),
                None => End::Lost("Discord did not hear who it is"),
            },
            () = Running::spins(thread) => End::Lost("the connection hangs"),
            () = stopped(self.stop.clone()) => End::Stopped,
        };
        connected.store(false, Ordering::Relaxed);
        if matches!(end, End::Stopped) {
            running.goodbye(gate).await;
        }
        end
    }
}
