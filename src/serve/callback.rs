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
use tokio::time::Instant;

use super::failure::Failure;
use super::metrics::Metrics;
use super::shares::Shares;
use super::{Answers, Wire, log};
use crate::discord::interaction::{Interaction, Token};
use crate::discord::{About, Reply, Then};
pub(super) use courier::Courier;
pub(super) use delivery::Sent;

/// Where replies are made.
pub(super) struct Desk {
    pub(super) answers: Arc<dyn Answers>,
    pub(super) shares: Shares,
    pub(super) metrics: Metrics,
}

/// A reply as it is sent: the right one, or what is said where a channel has just seen it.
struct Decided {
    callback: Value,
    about: About,
    then: Option<Then>,
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
        &self.decided.callback
    }

    /// The interaction callback as it stands on the wire.
    pub(super) fn body(&self) -> Result<Vec<u8>, Failure> {
        serde_json::to_vec(&self.decided.callback).map_err(|_| Failure::Unreadable)
    }
}

/// What is to be done once a reply has arrived, by the interaction's own key. Nothing is lost where that fails.
pub(super) struct Following {
    pub(super) application: u64,
    pub(super) token: Token,
    pub(super) then: Then,
}

impl Desk {
    /// Makes the reply. Whoever takes it has to [`Desk::settle`] it.
    pub(super) fn make(&self, payload: Value) -> Outgoing {
        let received = Instant::now();
        let interaction = Interaction::read(payload);
        let decided = self.decide(&interaction);
        Outgoing {
            interaction,
            decided,
            took: received.elapsed(),
        }
    }

    /// Writes the line of a reply, and says what is to be done once it has gone out.
    pub(super) fn settle(&self, outgoing: Outgoing, wire: Wire, sent: Sent) -> Option<Following> {
        let Outgoing {
            interaction,
            decided,
            took,
        } = outgoing;
        self.metrics.interaction(&decided.about, wire, took, &sent);
        log::interaction(&decided.about, wire, took, &sent);
        match (sent, decided.mark) {
            (Sent::Delivered, _) => Some(Following {
                application: interaction.application?,
                token: interaction.token,
                then: decided.then?,
            }),
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
        let reply = catch_unwind(AssertUnwindSafe(|| answers.reply(interaction)))
            .unwrap_or_else(|_| answers.apology(interaction));
        let Reply {
            callback,
            about,
            once,
            then,
        } = reply;
        let (Some(once), Some(channel)) = (once, interaction.channel) else {
            return Decided {
                callback,
                about,
                then,
                mark: None,
            };
        };
        match self.shares.mark(channel, &once.what) {
            Some(mark) => Decided {
                callback,
                about,
                then,
                mark: Some(mark),
            },
            None => Decided {
                callback: once.otherwise,
                about: About {
                    outcome: "lately",
                    ..about
                },
                then: None,
                mark: None,
            },
        }
    }
}
