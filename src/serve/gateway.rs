//! The gateway: as many connections as Discord wants, each kept up by serenity.
//!
//! To serenity it adds a pace for connecting (`connect_gate`, `identify_queue`), an end where serenity would go on in
//! vain (`close_codes`) and a new start where it hangs (`shard`). Our own reader parses interactions, because
//! serenity's types lose parts of harmless ones or reject them.

mod client;
pub(super) mod close_codes;
mod connect_gate;
mod identify_queue;
mod preflight;
mod shard;
mod tries;

use std::sync::Arc;
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::backoff::Backoff;
use super::failure::Failure;
use super::fatal::Fatal;
use super::process::stopped;
use super::reply_sender::ReplySender;
use super::rest::{Gateway, Rest};
use super::sessions::Sessions;
use super::shard_range::ShardRange;
use client::Shared;
use identify_queue::{BETWEEN_SESSIONS, IdentifyQueue};
use shard::Shard;

/// Discord wants more shards than there are.
const SHARDING_REQUIRED: Fatal = Fatal::Closed {
    code: serenity::constants::close_codes::SHARDING_REQUIRED,
};

/// How long pending replies may take when the bot stops.
const LAST_REPLIES: Duration = Duration::from_millis(700);

/// Stays connected with some shards, or all that Discord recommends, and replies until `halt` is set; `sessions` tells
/// which are connected.
///
/// # Errors
///
/// [`Fatal::Token`] for a token that Discord does not know, or the meaning of a fatal close code.
pub(super) async fn run(
    sender: Arc<ReplySender>,
    sessions: Arc<Sessions>,
    range: Option<ShardRange>,
    halt: watch::Receiver<bool>,
) -> Result<(), Fatal> {
    if preflight::proxy().is_some() {
        tracing::warn!(
            "calls go through the proxy of the environment, the gateway does not: it needs a direct way out"
        );
    }
    let replying = Arc::default();
    // The number of shards with which Discord wanted more.
    let mut outgrown = None;
    let ended = loop {
        let gateway = tokio::select! {
            gateway = find(&sender.rest) => gateway?,
            () = stopped(halt.clone()) => return Ok(()),
        };
        let recommended = ShardRange::all(gateway.shards.unwrap_or(1));
        let shards = range.unwrap_or(recommended);
        if let Some(total) = outgrown {
            if shards.total() <= total {
                break Err(SHARDING_REQUIRED);
            }
            tracing::warn!(total = shards.total(), "starting over with more shards");
        }
        if shards.total() < recommended.total() {
            let (total, recommended) = (shards.total(), recommended.total());
            tracing::warn!(total, recommended, "Discord recommends more shards");
        }
        let shared = Arc::new(Shared {
            shards,
            queue: IdentifyQueue::new(Arc::clone(&sender.rest), gateway),
            sender: Arc::clone(&sender),
            sessions: Arc::clone(&sessions),
            here: Handle::current(),
            replying: Arc::clone(&replying),
        });
        let ended = keep(&shared, halt.clone()).await;
        // A bot that has grown while it ran starts over with as many shards as Discord now recommends.
        if range.is_some() || ended != Err(SHARDING_REQUIRED) {
            break ended;
        }
        outgrown = Some(shards.total());
        // The next queue does not know when the last session was started.
        sleep(BETWEEN_SESSIONS).await;
    };
    // Later replies would be too late for Discord anyway.
    let _ = timeout(LAST_REPLIES, replying.write()).await;
    ended
}

/// Runs all shards until `halt` is set or one of them ends for good.
async fn keep(shared: &Arc<Shared>, halt: watch::Receiver<bool>) -> Result<(), Fatal> {
    let (stop, told) = watch::channel(false);
    let mut shards = JoinSet::new();
    for number in shared.shards.numbers() {
        let shard = Shard {
            number,
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
        // When one shard ends, all stop: the operator should notice a bot that serves only some servers.
        stop.send_replace(true);
    }
}

/// Asks for the gateway's address until there is an answer.
async fn find(rest: &Rest) -> Result<Gateway, Fatal> {
    let mut backoff = Backoff::default();
    loop {
        let why = match rest.gateway().await {
            Ok(gateway) => return Ok(gateway),
            Err(Failure::Token) => return Err(Fatal::Token),
            Err(why) => why,
        };
        let cause = preflight::cause(rest, &why).await;
        let wait = backoff.next().max(why.retry_after().unwrap_or_default());
        let (cause, wait_ms) = (cause.as_deref(), wait.as_millis());
        tracing::warn!(%why, cause, wait_ms, "cannot find the gateway; trying again");
        sleep(wait).await;
    }
}
