//! The gateway: as many connections as Discord wants, kept up by our own runner.
//!
//! serenity's own client is not used for it: it resumes without a pause (1,263 tries in 6 s against
//! a server that accepts and closes), reads interactions into types that lose or refuse harmless
//! ones, and its `Shard` hands frames to nobody outside. The websocket is tokio-tungstenite's, and
//! frames go to our reader as they are.

mod close;
mod connection;
mod door;
mod message;
mod shard;
mod socket;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serenity::model::id::ApplicationId;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::sleep;

use super::backoff::Backoff;
use super::rest::{Failure, Gateway, Rest};
use super::{Answers, Fatal, Secret, Settings, registration};
use door::Door;
use shard::Shard;

/// More connections than any bot has: a number beyond it is a mistake of the server.
const MOST_SHARDS: u32 = 10_000;

/// What all shards share.
struct Shared {
    token: Secret,
    answers: Arc<dyn Answers>,
    rest: Arc<Rest>,
    registering: AtomicBool,
}

impl Shared {
    fn token(&self) -> &str {
        self.token.expose()
    }

    /// Registers the commands, in the background and only the first time.
    fn register_once(&self, application: Option<u64>) {
        if self.registering.swap(true, Ordering::Relaxed) {
            return;
        }
        let application = application.filter(|id| *id > 0).map(ApplicationId::new);
        let (answers, rest) = (Arc::clone(&self.answers), Arc::clone(&self.rest));
        tokio::spawn(
            async move { registration::at_start(&rest, answers.as_ref(), application).await },
        );
    }
}

/// Stays connected and replies until `halt` says so.
///
/// # Errors
///
/// What makes going on useless: a token that Discord does not know, or a fatal close.
pub(super) async fn run(
    settings: &Settings,
    answers: Arc<dyn Answers>,
    rest: Arc<Rest>,
    halt: watch::Receiver<bool>,
) -> Result<(), Fatal> {
    let gateway = tokio::select! {
        gateway = find(&rest) => gateway?,
        () = stopped(halt.clone()) => return Ok(()),
    };
    let of = gateway.shards.unwrap_or(1).clamp(1, MOST_SHARDS);
    let door = Arc::new(Door::new(
        Arc::clone(&rest),
        gateway,
        settings.api.is_some(),
    ));
    let shared = Arc::new(Shared {
        token: settings.token.clone(),
        answers,
        rest,
        registering: AtomicBool::new(false),
    });
    let (stop, told) = watch::channel(false);
    let mut shards = JoinSet::new();
    for number in 0..of {
        let shard = Shard {
            number,
            of,
            door: Arc::clone(&door),
            shared: Arc::clone(&shared),
            stop: told.clone(),
            session: None,
            backoff: Backoff::default(),
        };
        shards.spawn(shard.keep());
    }
    let mut ended = Ok(());
    loop {
        let shard = tokio::select! {
            shard = shards.join_next() => shard,
            () = stopped(halt.clone()), if !*stop.borrow() => {
                stop.send_replace(true);
                continue;
            }
        };
        match shard {
            None => return ended,
            Some(Ok(Ok(()))) => {}
            Some(Ok(Err(fatal))) => ended = Err(fatal),
            Some(Err(_)) => ended = Err(Fatal::Bug),
        }
        // One for all: a bot that hears only some servers is not to be noticed too late.
        stop.send_replace(true);
    }
}

/// Asks where the gateway is until somebody says.
async fn find(rest: &Rest) -> Result<Gateway, Fatal> {
    let mut backoff = Backoff::default();
    loop {
        let failure = match rest.gateway().await {
            Ok(gateway) => return Ok(gateway),
            Err(Failure::Token) => return Err(Fatal::Token),
            Err(failure) => failure,
        };
        let mut wait = backoff.next();
        if let Failure::Refused {
            wait: Some(longer), ..
        } = failure
        {
            wait = wait.max(longer);
        }
        let wait_ms = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
        tracing::warn!(why = %failure, wait_ms, "cannot find the gateway; trying again");
        sleep(wait.min(Duration::from_secs(600))).await;
    }
}

/// Comes back when it is time to stop, also when nobody is left to say so.
async fn stopped(mut stop: watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}
