//! One shard: it stays connected until it is told to stop or Discord ends it for good.
//!
//! serenity's client keeps up the connection; this file starts another client when one ends.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use tokio::sync::watch;
use tokio::time::sleep;

use super::client::{Client, Listener, Shared};
use super::close_codes::fatal;
use super::connect_gate::{GateEnd, Link};
use crate::serve::backoff::Backoff;
use crate::serve::fatal::Fatal;
use crate::serve::process::stopped;

pub(super) struct Shard {
    pub(super) number: u32,
    pub(super) shared: Arc<Shared>,
    pub(super) stop: watch::Receiver<bool>,
    pub(super) backoff: Backoff,
}

/// Why a client ended.
enum ClientEnd {
    /// It was told to stop.
    Stopped,
    /// Another client would end in the same way.
    Fatal(Fatal),
    /// Another client may succeed.
    Lost(&'static str),
}

impl Shard {
    /// Stays connected until it is told to stop.
    ///
    /// # Errors
    ///
    /// Why no client can connect.
    pub(super) async fn keep(mut self) -> Result<(), Fatal> {
        loop {
            let why = match self.client().await {
                ClientEnd::Stopped => return Ok(()),
                ClientEnd::Fatal(fatal) => return Err(fatal),
                ClientEnd::Lost(why) => why,
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

    /// Runs one client and returns why it ended.
    async fn client(&mut self) -> ClientEnd {
        let link = Link {
            connected: self.shared.sessions.add_client(self.number),
            ..Link::default()
        };
        let listener = Listener {
            shared: Arc::clone(&self.shared),
            shard: self.number,
            link: link.clone(),
        };
        let started = tokio::select! {
            started = Client::start(listener) => started,
            () = stopped(self.stop.clone()) => return ClientEnd::Stopped,
        };
        let Some((mut client, mut gate)) = started else {
            return ClientEnd::Lost("serenity could not be started");
        };
        let (thread, needs_identify) = (client.thread(), client.needs_identify());
        let end = tokio::select! {
            over = gate.keep(self.number, &self.shared.queue, &mut self.backoff, needs_identify) => match over {
                GateEnd::Token => ClientEnd::Fatal(Fatal::Token),
                GateEnd::Stuck => ClientEnd::Lost("connecting took too long"),
            },
            error = client.ended() => match error.as_ref().and_then(fatal) {
                Some(fatal) => ClientEnd::Fatal(fatal),
                None => ClientEnd::Lost("serenity ended"),
            },
            fatal = link.codes.ending() => match fatal {
                Some(fatal) => ClientEnd::Fatal(fatal),
                None => ClientEnd::Lost("Discord did not hear who it is"),
            },
            () = Client::hung(thread) => ClientEnd::Lost("the connection hangs"),
            () = stopped(self.stop.clone()) => ClientEnd::Stopped,
        };
        link.connected.store(false, Ordering::Relaxed);
        if matches!(end, ClientEnd::Stopped) {
            client.close(gate).await;
        }
        end
    }
}
