//! One interaction, from what came in to the reply that went out, and its line in the log.
//!
//! What is replied is decided in `discord`; here it is made once and marked as seen. It sends nothing: that is for
//! the courier, where there is Discord at the other end.

mod courier;
mod delivery;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::time::{Instant, timeout};

use super::failure::Failure;
use super::metrics::Metrics;
use super::pictures::Pictures;
use super::rest::File;
use super::shares::Shares;
use super::{Answers, Wire, log};
use crate::discord::interaction::{Interaction, Token};
use crate::discord::{FollowUp, LogFields, Picture, Reply};
pub(super) use courier::Courier;
pub(super) use delivery::Sent;

/// How long a picture may take of the time in which somebody waits; then the answer goes without one.
const DRAWING: Duration = Duration::from_millis(1_500);

/// Where replies are made.
pub(super) struct Desk {
    pub(super) answers: Arc<dyn Answers>,
    pub(super) shares: Shares,
    pub(super) metrics: Metrics,
    pub(super) pictures: Pictures,
}

/// A reply as it is sent: the right one, or what is said where a channel has just seen it.
struct Decided {
    reply: Reply,
    /// What the channel is marked with as having seen it.
    mark: Option<u64>,
}

/// A reply that is on its way.
pub(super) struct Outgoing {
    interaction: Interaction,
    decided: Decided,
    took: Duration,
}

impl Outgoing {
    /// The interaction callback.
    pub(super) fn callback(&self) -> &Value {
        &self.decided.reply.callback
    }

    /// The interaction callback as it stands on the wire.
    pub(super) fn body(&self) -> Result<Vec<u8>, Failure> {
        serde_json::to_vec(self.callback()).map_err(|_| Failure::Unreadable)
    }

    /// Whether a file goes with it, which no response can hold.
    pub(super) fn has_file(&self) -> bool {
        self.decided.reply.picture.is_some()
    }
}

/// What is to be done once a reply has arrived, by the interaction's own key. Nothing is lost where that fails.
pub(super) struct Following {
    pub(super) application: u64,
    pub(super) token: Token,
    pub(super) follow_up: FollowUp,
}

impl Desk {
    /// Makes the reply. Whoever takes it has to [`Desk::settle`] it.
    pub(super) fn make(&self, payload: Value) -> Outgoing {
        let received = Instant::now();
        let interaction = Interaction::read(&payload);
        let decided = self.decide(&interaction);
        Outgoing {
            interaction,
            decided,
            took: received.elapsed(),
        }
    }

    /// The file that goes with a reply, if one does; the reply without any mention of one if it could not be drawn.
    pub(super) async fn file(&self, outgoing: &mut Outgoing) -> Option<File> {
        let Picture { filename, card } = outgoing.decided.reply.picture.take()?;
        let drawing = timeout(DRAWING, self.pictures.png(card));
        match drawing.await.ok().flatten() {
            Some(png) => Some(File { filename, png }),
            None => {
                without_file(&mut outgoing.decided.reply.callback);
                None
            }
        }
    }

    /// Writes the line of a reply, and says what is to be done once it has gone out.
    pub(super) fn settle(&self, outgoing: Outgoing, wire: Wire, sent: Sent) -> Option<Following> {
        let Outgoing {
            interaction,
            decided,
            took,
        } = outgoing;
        self.metrics
            .interaction(&decided.reply.log, wire, took, &sent);
        log::interaction(&decided.reply.log, wire, took, &sent);
        match (sent, decided.mark) {
            (Sent::Delivered, _) => {
                let follow_up = decided.reply.follow_up?;
                if let (FollowUp::Delete { key: Some(key) }, Some(channel)) =
                    (&follow_up, interaction.channel)
                {
                    self.shares.forget(channel, *key);
                }
                Some(Following {
                    application: interaction.application?,
                    token: interaction.token,
                    follow_up,
                })
            }
            // Nobody has seen it.
            (Sent::TooLate { .. } | Sent::Failed(_), mark) => {
                if let Some(mark) = mark {
                    self.shares.unmark(mark);
                }
                None
            }
        }
    }

    /// The reply; an apology if making it fails. The panic itself is logged where it happens.
    fn decide(&self, interaction: &Interaction) -> Decided {
        let answers = self.answers.as_ref();
        let mut reply = catch_unwind(AssertUnwindSafe(|| answers.reply(interaction)))
            .unwrap_or_else(|_| answers.apology(interaction));
        let (Some(once), Some(channel)) = (reply.share_once.take(), interaction.channel) else {
            return Decided { reply, mark: None };
        };
        let mark = self.shares.mark(channel, once.key);
        if mark.is_none() {
            reply = Reply {
                log: LogFields {
                    outcome: "lately",
                    ..reply.log
                },
                ..*once.otherwise
            };
        }
        Decided { reply, mark }
    }
}

/// Takes the picture out of a message that cannot have it.
fn without_file(callback: &mut Value) {
    tracing::warn!("a picture could not be drawn");
    let Some(message) = callback.get_mut("data").and_then(Value::as_object_mut) else {
        return;
    };
    message.insert("attachments".to_owned(), Value::Array(Vec::new()));
    let embeds = message.get_mut("embeds").and_then(Value::as_array_mut);
    for embed in embeds
        .into_iter()
        .flatten()
        .filter_map(Value::as_object_mut)
    {
        embed.remove("image");
    }
}
