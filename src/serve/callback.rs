//! One interaction, from what came in to the reply that went out, and its line in the log.
//!
//! What is replied is decided in `discord`; here it is made once, marked as seen, and followed up.

mod delivery;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::time::{Instant, sleep};

use super::failure::Failure;
use super::metrics::Metrics;
use super::pictures::Pictures;
use super::rest::Rest;
use super::shares::Shares;
use super::{Answers, Wire, log};
use crate::discord::interaction::Interaction;
use crate::discord::{About, Reply, Then};
pub(super) use delivery::Sent;
use delivery::{DEADLINE, deliver, is_invalid};

/// How long Discord may take over a response before anything is done about the message in it, and before each
/// further try: only once it has read the response does it know the message.
const AFTER_RESPONSE: [Duration; 4] = [
    Duration::from_millis(200),
    Duration::from_millis(500),
    Duration::from_millis(1_000),
    Duration::from_millis(2_000),
];

/// Where replies are made, and sent over Discord's HTTP interface.
pub(super) struct Desk {
    pub(super) answers: Arc<dyn Answers>,
    pub(super) rest: Arc<Rest>,
    pub(super) shares: Shares,
    pub(super) metrics: Metrics,
    pub(super) pictures: Pictures,
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
    /// The interaction callback as it stands on the wire.
    pub(super) fn body(&self) -> Result<Vec<u8>, Failure> {
        serde_json::to_vec(&self.decided.callback).map_err(|_| Failure::Unreadable)
    }
}

impl Desk {
    /// Replies to an interaction that came in over the gateway, and writes its line.
    pub(super) async fn handle(&self, payload: Value) {
        let received = Instant::now();
        let outgoing = self.make(payload);
        let interaction = &outgoing.interaction;
        let sent = match interaction.id {
            Some(id) => {
                let (token, deadline) = (interaction.token.expose(), received + DEADLINE);
                let callback = &outgoing.decided.callback;
                let sent = deliver(&self.rest, id, token, callback, deadline).await;
                if is_invalid(&sent) {
                    // The mistake is ours and stands in the log; the person gets a word, not silence.
                    let apology = self.answers.apology(interaction).callback;
                    deliver(&self.rest, id, token, &apology, deadline).await;
                }
                sent
            }
            None => Sent::Failed(Failure::Unreadable),
        };
        self.settle(outgoing, Wire::Gateway, sent).await;
    }

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

    /// Writes the line of a reply, and does what is to be done once it has gone out.
    pub(super) async fn settle(&self, outgoing: Outgoing, wire: Wire, sent: Sent) {
        let Outgoing {
            interaction,
            decided,
            took,
        } = outgoing;
        self.metrics.interaction(&decided.about, wire, took, &sent);
        log::interaction(&decided.about, wire, took, &sent);
        match (sent, decided.mark) {
            (Sent::Delivered, _) => self.then(&interaction, decided.then, wire).await,
            // Nobody has seen it.
            (Sent::TooLate { .. } | Sent::Failed(_), Some(mark)) => self.shares.unmark(mark),
            (Sent::TooLate { .. } | Sent::Failed(_), None) => {}
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
            picture: _,
        } = reply;
        let (Some(once), Some(channel)) = (once, interaction.channel) else {
            return Decided {
                callback,
                about,
                then,
                mark: None,
            };
        };
        match self.shares.mark(channel, once.what) {
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

    /// What is done when a reply has arrived. Nothing is lost where it fails.
    async fn then(&self, interaction: &Interaction, then: Option<Then>, wire: Wire) {
        let (Some(then), Some(application)) = (then, interaction.application) else {
            return;
        };
        if let (Then::Delete { what: Some(what) }, Some(channel)) = (&then, interaction.channel) {
            self.shares.forget(channel, *what);
        }
        let token = interaction.token.expose();
        let change = || async {
            match &then {
                Then::Edit { message, body } => {
                    self.rest.edit(application, token, *message, body).await
                }
                Then::Delete { what: _ } => self.rest.delete(application, token).await,
            }
        };
        let done = match wire {
            // Discord has said that it has the reply.
            Wire::Gateway => change().await,
            Wire::Http => patiently(change).await,
        };
        if let Err(why) = done {
            tracing::info!(%why, "left as it was");
        }
    }
}

/// Makes a call after a response, again while Discord does not know of it.
async fn patiently<F>(call: impl Fn() -> F) -> Result<(), Failure>
where
    F: Future<Output = Result<(), Failure>>,
{
    let mut done = Ok(());
    for wait in AFTER_RESPONSE {
        sleep(wait).await;
        done = call().await;
        if !matches!(done, Err(Failure::Refused { status: 404, .. })) {
            break;
        }
    }
    done
}
