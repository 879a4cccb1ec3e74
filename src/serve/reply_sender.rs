//! Sends replies to Discord over its HTTP interface: those to interactions from the gateway, those with a file, and
//! the change that may follow a reply.

use std::sync::Arc;
use std::time::Duration;

use backon::Retryable;
use serde_json::Value;
use tokio::time::{Instant, sleep};

use super::failure::Failure;
use super::outcome::Sent;
use super::responder::{PendingReply, Responder};
use super::rest::{File, Rest};
use super::settings::Wire;
use crate::discord::FollowUp;

/// Discord waits three seconds for a reply
/// (<https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback>);
/// some of that passes on the way in and out.
const DEADLINE: Duration = Duration::from_millis(2_800);

/// How long one try may take.
const TRY: Duration = Duration::from_millis(2_500);

/// The wait after a server error, and the least time a second try needs.
const PAUSE: Duration = Duration::from_millis(250);

/// How long Discord may take to read a response. Until then the message does not exist there and cannot be edited.
const READING: Duration = Duration::from_millis(200);

/// The waits before further tries while Discord does not know the message.
const AGAIN: [Duration; 3] = [
    Duration::from_millis(500),
    Duration::from_millis(1_000),
    Duration::from_millis(2_000),
];

/// Sends replies from the responder to Discord.
pub(super) struct ReplySender {
    pub(super) responder: Arc<Responder>,
    pub(super) rest: Arc<Rest>,
}

impl ReplySender {
    /// Sends a reply with a call, which can hold a file, and logs it.
    pub(super) async fn send(&self, mut pending: PendingReply, wire: Wire) {
        let deadline = pending.received + DEADLINE;
        let file = self.responder.file(&mut pending).await;
        let interaction = &pending.interaction;
        let sent = match interaction.id {
            Some(id) => {
                let token = interaction.token.expose();
                let deliver = |callback, file| self.deliver(id, token, callback, file, deadline);
                let sent = deliver(pending.callback(), file.as_ref()).await;
                if sent.is_invalid() {
                    // The log names our mistake; the person still gets an apology instead of silence.
                    let apology = self.responder.bot.apology(interaction).callback;
                    deliver(&apology, None).await;
                }
                sent
            }
            None => Sent::Failed(Failure::Unreadable),
        };
        self.settle(pending, wire, sent).await;
    }

    /// Sends a reply before its deadline, a second time where that can help.
    async fn deliver(
        &self,
        id: u64,
        token: &str,
        callback: &Value,
        file: Option<&File>,
        deadline: Instant,
    ) -> Sent {
        let send = || {
            let left = deadline.saturating_duration_since(Instant::now());
            self.rest.reply(id, token, (callback, file), left.min(TRY))
        };
        let result = send
            .retry([PAUSE].into_iter())
            // Without an answer the reply may have arrived.
            .when(|failure| failure.is_transient() && *failure != Failure::NoAnswer)
            .adjust(|failure, next| {
                let wait = failure.retry_after().unwrap_or(next?);
                (Instant::now() + wait + PAUSE < deadline).then_some(wait)
            })
            .await;
        Sent::from_call(id, result)
    }

    /// Logs a reply, and makes the change that follows it once it was sent.
    pub(super) async fn settle(&self, pending: PendingReply, wire: Wire, sent: Sent) {
        let follow_up = self.responder.settle(&pending, wire, &sent);
        let (Some(follow_up), Some(application)) = (follow_up, pending.interaction.application)
        else {
            return;
        };
        let token = pending.interaction.token.expose();
        let change = || self.change(application, token, follow_up);
        let done = match wire {
            Wire::Http => {
                sleep(READING).await;
                let is_unknown =
                    |why: &Failure| matches!(why, Failure::Refused { status: 404, .. });
                change.retry(AGAIN.into_iter()).when(is_unknown).await
            }
            // Discord has confirmed the reply.
            Wire::Gateway | Wire::Preview => change().await,
        };
        if let Err(why) = done {
            tracing::info!(%why, "left as it was");
        }
    }

    /// Changes a message by the interaction's own token.
    async fn change(
        &self,
        application: u64,
        token: &str,
        follow_up: &FollowUp,
    ) -> Result<(), Failure> {
        match follow_up {
            FollowUp::Edit { message, body } => {
                self.rest.edit(application, token, *message, body).await
            }
            FollowUp::Delete { key: _ } => self.rest.delete(application, token).await,
        }
    }
}
