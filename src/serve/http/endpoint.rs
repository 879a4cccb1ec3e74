//! What the routes share.

use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use tokio::sync::RwLock;

use super::signature::PublicKey;
use super::turns::Turns;
use crate::serve::refusal::{Refusal, RefusalLog};
use crate::serve::reply_sender::ReplySender;
use crate::serve::responder::Responder;
use crate::serve::sessions::Sessions;

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

    /// Counts a refused request and returns its status.
    pub(in crate::serve) fn refuse(&self, refusal: Refusal) -> StatusCode {
        self.responder.metrics.refused(refusal);
        self.refusal_log.add(refusal);
        refusal.status()
    }
}
