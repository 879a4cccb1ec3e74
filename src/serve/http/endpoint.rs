//! What the routes share.

use std::sync::Arc;
use std::time::Duration;

use axum::http::{Method, Request, StatusCode};
use tokio::sync::RwLock;
use tokio::task::spawn_blocking;

use super::signature::PublicKey;
use super::turns::Turns;
use crate::commands;
use crate::serve::refusal::{Refusal, RefusalLog};
use crate::serve::reply_sender::ReplySender;
use crate::serve::responder::Responder;
use crate::serve::sessions::Sessions;

/// Where interactions are sent. Discord calls the address as it was entered, which may end in a slash.
pub(super) const INTERACTIONS: [&str; 2] = ["/interactions", "/interactions/"];

/// What the routes share.
pub(in crate::serve) struct Endpoint {
    pub(in crate::serve) responder: Arc<Responder>,
    /// How signed requests are verified. Without it there is no route for interactions.
    pub(in crate::serve) signed: Option<Signed>,
    /// The shards that are to be connected; none where there is no gateway.
    pub(in crate::serve) sessions: Option<Arc<Sessions>>,
    /// Whether the facts are being edited, so that caches have to revalidate pages.
    pub(in crate::serve) is_edited: bool,
    pub(super) refusal_log: RefusalLog,
    /// Whose turn it is to have a page made.
    pub(super) turns: Turns,
    /// Every reply holds it for reading until the change that follows is made.
    pub(super) replying: Arc<RwLock<()>>,
}

/// How signed requests are verified, and what changes messages after the replies.
pub(in crate::serve) struct Signed {
    pub(in crate::serve) key: PublicKey,
    /// How far the time of a request may be from ours.
    pub(in crate::serve) tolerance: Duration,
    pub(in crate::serve) sender: Arc<ReplySender>,
}

impl Endpoint {
    /// An endpoint with public pages and health, but without interactions.
    pub(in crate::serve) fn new(responder: Arc<Responder>) -> Self {
        Self {
            responder,
            signed: None,
            sessions: None,
            is_edited: false,
            refusal_log: RefusalLog::default(),
            turns: Turns::default(),
            replying: Arc::default(),
        }
    }

    /// Makes what takes long to make and is needed often.
    fn prepare(&self, has_tables: bool) {
        if let Some(signed) = self.signed.as_ref().filter(|_| has_tables) {
            signed.key.make_tables();
        }
        let shelf = self.responder.bot.shelf();
        shelf.iter().for_each(|facts| commands::prepare(facts));
    }

    /// How a request is verified, if it is one for an interaction.
    pub(super) fn signed_for<B>(&self, request: &Request<B>) -> Option<&Signed> {
        let signed = self.signed.as_ref()?;
        let path = request.uri().path();
        (INTERACTIONS.contains(&path) && request.method() == Method::POST).then_some(signed)
    }

    /// Counts a refused request and returns its status.
    pub(in crate::serve) fn refuse(&self, refusal: Refusal) -> StatusCode {
        self.responder.metrics.refused(refusal);
        self.refusal_log.add(refusal);
        refusal.status()
    }
}

/// Makes what takes long to make and is needed often, on a thread of its own: with many claims it takes seconds. Until it
/// is done, a signature is verified by the library, and a search waits for the index.
pub(in crate::serve) async fn prepare(endpoint: Arc<Endpoint>, has_tables: bool) {
    // If it panics, what was not made is made when it is needed.
    let _ = spawn_blocking(move || endpoint.prepare(has_tables)).await;
}
