//! The gateway: as many connections as Discord wants, each kept up by serenity.
//!
//! Added to serenity are only a pace for connecting (`gate`, `queue`), a way out where it would go on
//! for nothing (`close`) and a new start where it hangs (`shard`). Interactions go to our own reader,
//! because serenity's types lose or refuse harmless ones.

mod client;
pub(super) mod close_codes;
mod connect_gate;
mod identify_queue;
mod shard;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use backon::Retryable;
use tokio::runtime::Handle;
use tokio::sync::{RwLock, watch};
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::backoff::{self, Backoff};
use super::failure::Failure;
use super::fatal::Fatal;
use super::process::stopped;
use super::reply_sender::ReplySender;
use super::rest::{Gateway, Rest};
use super::sessions::Sessions;
use client::Shared;
use identify_queue::IdentifyQueue;
use shard::Shard;

/// More connections than any bot has: a number beyond it is a mistake of the server.
const MOST_SHARDS: u32 = 10_000;

/// How long replies that are on their way may take when the bot stops.
const LAST_REPLIES: Duration = Duration::from_millis(700);

/// Stays connected and replies until `halt` says so; `sessions` tells which shards are connected.
///
/// # Errors
///
/// What makes going on useless: a token that Discord does not know, or a fatal close.
pub(super) async fn run(
    sender: Arc<ReplySender>,
    sessions: Arc<Sessions>,
    halt: watch::Receiver<bool>,
) -> Result<(), Fatal> {
    let gateway = tokio::select! {
        gateway = find(&sender.rest) => gateway?,
        () = stopped(halt.clone()) => return Ok(()),
    };
    let of = gateway.shards.unwrap_or(1).clamp(1, MOST_SHARDS);
    let queue = Arc::new(IdentifyQueue::new(Arc::clone(&sender.rest), gateway));
    let replying = Arc::new(RwLock::new(()));
    let shared = Arc::new(Shared {
        sender,
        sessions,
        registering: AtomicBool::new(false),
        here: Handle::current(),
        replying: Arc::clone(&replying),
    });
    let ended = keep(of, &queue, &shared, halt).await;
    // Whatever is not out by then would come too late anyway.
    let _ = timeout(LAST_REPLIES, replying.write()).await;
    ended
}

/// Keeps up all shards until `halt` says to stop, or until one of them may not go on.
async fn keep(
    of: u32,
    queue: &Arc<IdentifyQueue>,
    shared: &Arc<Shared>,
    halt: watch::Receiver<bool>,
) -> Result<(), Fatal> {
    let (stop, told) = watch::channel(false);
    let mut shards = JoinSet::new();
    for number in 0..of {
        let shard = Shard {
            number,
            of,
            queue: Arc::clone(queue),
            shared: Arc::clone(shared),
            stop: told.clone(),
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

/// Asks where the gateway is until there is an answer.
async fn find(rest: &Rest) -> Result<Gateway, Fatal> {
    let found = (|| rest.gateway())
        .retry(backoff::waits())
        .when(|failure| *failure != Failure::Token)
        .adjust(|failure, next| Some(next?.max(failure.retry_after().unwrap_or_default())))
        .notify(|why, wait| {
            tracing::warn!(%why, wait_ms = wait.as_millis(), "cannot find the gateway; trying again");
        })
        .await;
    found.map_err(|_| Fatal::Token)
}
