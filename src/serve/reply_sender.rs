//! Sends replies to Discord over its HTTP interface: those to interactions from the gateway, those with a file, and
//! the change that may follow a reply.

use std::sync::Arc;
use std::time::Duration;

use backon::Retryable;
use tokio::time::{Instant, sleep};

use super::failure::Failure;
use super::outcome::{ANSWERED, Sent};
use super::responder::{PendingReply, Responder};
use super::rest::{File, Rest};
use super::settings::Wire;
use crate::discord::FollowUp;

/// Discord waits three seconds for a reply
/// (<https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback>);
/// some of that passes on the way in and out.
const DEADLINE: Duration = Duration::from_millis(2_800);

/// How long one try may take, so that there is time for a second one.
const TRY: Duration = Duration::from_millis(1_300);

/// The time that is kept for a reply without its picture.
const WITHOUT_PICTURE: Duration = Duration::from_millis(900);

/// The wait before a second try, and the least time that it needs.
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
        let sent = match pending.interaction.id {
            Some(id) => {
                let token = pending.interaction.token.clone();
                let delivery = Delivery {
                    rest: &self.rest,
                    id,
                    token: token.expose(),
                    unanswered: false,
                };
                self.deliver(delivery, &mut pending, file, deadline).await
            }
            None => Sent::Failed(Failure::Unreadable),
        };
        self.settle(pending, wire, sent).await;
    }

    /// Delivers a reply with its file, or else without it, or else an apology.
    async fn deliver(
        &self,
        mut delivery: Delivery<'_>,
        pending: &mut PendingReply,
        file: Option<File>,
        deadline: Instant,
    ) -> Sent {
        if let Some(file) = &file {
            let reply = (&*pending.reply().body, Some(file));
            let sent = delivery.send(reply, deadline - WITHOUT_PICTURE).await;
            let Some(why) = sent.failed_with_file() else {
                return sent;
            };
            tracing::warn!(%why, "a picture was not sent; the answer goes without it");
            pending.remove_picture();
        }
        let sent = delivery.send((&pending.reply().body, None), deadline).await;
        if sent.is_invalid() {
            // The log names our mistake; the person still gets an apology instead of silence.
            let apology = self.responder.bot.apology(&pending.interaction);
            delivery.send((&apology.body, None), deadline).await;
        }
        sent
    }

    /// Logs a reply, and makes the change that follows it once it was sent.
    pub(super) async fn settle(&self, pending: PendingReply, wire: Wire, sent: Sent) {
        if self.responder.settle(&pending, wire, &sent).is_some() {
            self.follow_up(&pending, wire).await;
        }
    }

    /// Makes the change that follows a reply which was sent.
    pub(super) async fn follow_up(&self, pending: &PendingReply, wire: Wire) {
        let (Some(follow_up), Some(application)) =
            (pending.follow_up(), pending.interaction.application)
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

/// The tries to reply to one interaction.
struct Delivery<'a> {
    rest: &'a Rest,
    id: u64,
    token: &'a str,
    /// Whether a try had no answer, so that it may have arrived.
    unanswered: bool,
}

impl Delivery<'_> {
    /// Sends a callback, with a file if there is one, before a deadline, a second time where that can help.
    async fn send(&mut self, reply: (&str, Option<&File>), deadline: Instant) -> Sent {
        let mut result = self.attempt(reply, deadline).await;
        if let Err(failure) = &result
            && may_repeat(failure, reply.1.is_some())
        {
            let wait = failure.retry_after().unwrap_or(PAUSE);
            if Instant::now() + wait + PAUSE < deadline {
                sleep(wait).await;
                result = self.attempt(reply, deadline).await;
            }
        }
        Sent::from_call(self.id, result)
    }

    async fn attempt(
        &mut self,
        reply: (&str, Option<&File>),
        deadline: Instant,
    ) -> Result<(), Failure> {
        let left = deadline.saturating_duration_since(Instant::now());
        let limit = match reply.1 {
            Some(_) => left,
            None => left.min(TRY),
        };
        let result = self.rest.reply(self.id, self.token, reply, limit).await;
        match &result {
            Err(Failure::NoAnswer) => self.unanswered = true,
            // Discord takes one reply to an interaction: the one whose answer did not come.
            Err(Failure::Refused {
                code: Some(ANSWERED),
                ..
            }) if self.unanswered => return Ok(()),
            _ => {}
        }
        result
    }
}

/// Whether the same callback may succeed a moment later. A file that had no answer or met an error is not sent again:
/// the time is needed for the reply without it.
fn may_repeat(failure: &Failure, has_file: bool) -> bool {
    match failure {
        Failure::Unreachable(_) | Failure::Refused { status: 429, .. } => true,
        failure => failure.is_transient() && !has_file,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::unreachable::Unreachable;

    #[test]
    fn a_reply_is_sent_again_where_that_can_help() {
        let refused = |status| Failure::from_response(status, b"{}", None);
        for (failure, words, file) in [
            (Failure::Unreachable(Unreachable::Refused), true, true),
            (refused(429), true, true),
            (refused(500), true, false),
            (Failure::NoAnswer, true, false),
            (refused(400), false, false),
            (refused(404), false, false),
            (Failure::Token, false, false),
        ] {
            let repeated = (may_repeat(&failure, false), may_repeat(&failure, true));
            assert_eq!(repeated, (words, file), "{failure}");
        }
    }
}
