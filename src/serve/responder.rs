//! Makes the reply to an interaction, and counts and logs it once it was sent.
//!
//! `discord` decides what the reply is. This file sends nothing: `reply_sender`, the HTTP endpoint and the preview do.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::time::{Instant, timeout};

use super::bot::Bot;
use super::log;
use super::metrics::Metrics;
use super::outcome::Sent;
use super::pictures::Pictures;
use super::rest::File;
use super::settings::Wire;
use super::shares::Shares;
use crate::discord::interaction::Interaction;
use crate::discord::{FollowUp, LogFields, Picture, Reply};

/// How long drawing a picture may take; after that the answer goes without one.
const DRAWING: Duration = Duration::from_millis(1_500);

/// Makes replies.
pub(super) struct Responder {
    pub(super) bot: Arc<Bot>,
    pub(super) shares: Shares,
    pub(super) metrics: Metrics,
    pub(super) pictures: Pictures,
}

/// A reply that was not sent yet.
pub(super) struct PendingReply {
    pub(super) interaction: Interaction,
    reply: Reply,
    /// The mark that the channel has seen the answer, if the reply shares one.
    mark: Option<u64>,
    pub(super) received: Instant,
    /// The time for making it.
    took: Duration,
}

impl PendingReply {
    /// The interaction callback.
    pub(super) fn callback(&self) -> &Value {
        &self.reply.callback
    }

    /// Removes the picture from the message.
    pub(super) fn remove_picture(&mut self) {
        let message = &mut self.reply.callback["data"];
        message["attachments"] = Value::Array(Vec::new());
        for embed in message["embeds"].as_array_mut().into_iter().flatten() {
            embed.as_object_mut().map(|embed| embed.remove("image"));
        }
    }

    /// Whether a file goes with it, which the response to a signed request cannot hold.
    pub(super) fn has_file(&self) -> bool {
        self.reply.picture.is_some()
    }
}

impl Responder {
    /// A responder that has replied to nothing yet. The same answer may be shared in a channel again after
    /// `share_pause`.
    pub(super) fn new(bot: Arc<Bot>, share_pause: Duration) -> Self {
        Self {
            metrics: Metrics::new(&bot.facts()),
            bot,
            shares: Shares::new(share_pause),
            pictures: Pictures::default(),
        }
    }

    /// Makes the reply, or an apology if that panics. The caller has to [`Responder::settle`] it.
    pub(super) fn reply(&self, payload: Value) -> PendingReply {
        let received = Instant::now();
        let interaction = Interaction::read(&payload);
        // The panic itself is logged where it happens.
        let made = catch_unwind(AssertUnwindSafe(|| self.bot.reply(&interaction)));
        let mut reply = made.unwrap_or_else(|_| self.bot.apology(&interaction));
        let mut mark = None;
        // A public answer that the channel has seen a short time ago is answered privately instead.
        if let (Some(once), Some(channel)) = (reply.share_once.take(), interaction.channel) {
            mark = self.shares.mark(channel, once.key);
            if mark.is_none() {
                let log = LogFields {
                    outcome: "lately",
                    ..reply.log
                };
                reply = Reply {
                    log,
                    ..*once.otherwise
                };
            }
        }
        PendingReply {
            interaction,
            reply,
            mark,
            received,
            took: received.elapsed(),
        }
    }

    /// Draws the file that goes with a reply, if one does. If that fails, the reply no longer mentions it.
    pub(super) async fn file(&self, pending: &mut PendingReply) -> Option<File> {
        let Picture { filename, card } = pending.reply.picture.take()?;
        let drawing = timeout(DRAWING, self.pictures.png(card));
        match drawing.await.ok().flatten() {
            Some(png) => Some(File { filename, png }),
            None => {
                tracing::warn!("a picture could not be drawn");
                pending.remove_picture();
                None
            }
        }
    }

    /// Counts and logs a reply, and returns the change to make if it was sent.
    pub(super) fn settle<'a>(
        &self,
        pending: &'a PendingReply,
        wire: Wire,
        sent: &Sent,
    ) -> Option<&'a FollowUp> {
        let (fields, took) = (&pending.reply.log, pending.took);
        self.metrics.interaction(fields, wire, took, sent);
        log::interaction(fields, wire, took, sent);
        if *sent != Sent::Delivered {
            // Nobody has seen the answer, so it may be shared again.
            if let Some(mark) = pending.mark {
                self.shares.unmark(mark);
            }
            return None;
        }
        let follow_up = pending.reply.follow_up.as_ref()?;
        if let (FollowUp::Delete { key: Some(key) }, Some(channel)) =
            (follow_up, pending.interaction.channel)
        {
            self.shares.forget(channel, *key);
        }
        Some(follow_up)
    }
}
