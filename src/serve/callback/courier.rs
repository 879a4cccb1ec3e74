//! The way to Discord over its HTTP interface: replies to what came in over the gateway, and what follows a reply.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::time::{Instant, sleep};

use super::delivery::{DEADLINE, deliver, is_invalid};
use super::{Desk, Following, Outgoing, Sent};
use crate::discord::Then;
use crate::serve::Wire;
use crate::serve::failure::Failure;
use crate::serve::rest::Rest;

/// How long Discord may take over a response before anything is done about the message in it, and before each
/// further try: only once it has read the response does it know the message.
const AFTER_RESPONSE: [Duration; 4] = [
    Duration::from_millis(200),
    Duration::from_millis(500),
    Duration::from_millis(1_000),
    Duration::from_millis(2_000),
];

/// Who carries replies from the desk to Discord.
pub(in crate::serve) struct Courier {
    pub(in crate::serve) desk: Arc<Desk>,
    pub(in crate::serve) rest: Arc<Rest>,
}

impl Courier {
    /// Replies to an interaction that came in over the gateway, and writes its line.
    pub(in crate::serve) async fn handle(&self, payload: Value) {
        let received = Instant::now();
        let outgoing = self.desk.make(payload);
        let interaction = &outgoing.interaction;
        let sent = match interaction.id {
            Some(id) => {
                let (token, deadline) = (interaction.token.expose(), received + DEADLINE);
                let sent = deliver(&self.rest, id, token, outgoing.callback(), deadline).await;
                if is_invalid(&sent) {
                    // The mistake is ours and stands in the log; the person gets a word, not silence.
                    let apology = self.desk.answers.apology(interaction).callback;
                    deliver(&self.rest, id, token, &apology, deadline).await;
                }
                sent
            }
            None => Sent::Failed(Failure::Unreadable),
        };
        self.settle(outgoing, Wire::Gateway, sent).await;
    }

    /// Writes the line of a reply, and does what is to be done once it has gone out.
    pub(in crate::serve) async fn settle(&self, outgoing: Outgoing, wire: Wire, sent: Sent) {
        let Some(following) = self.desk.settle(outgoing, wire, sent) else {
            return;
        };
        let change = || self.change(&following);
        let done = match wire {
            // Only once it has read the response does Discord know the message.
            Wire::Http => patiently(change).await,
            // It has said that it has the reply.
            Wire::Gateway | Wire::Preview => change().await,
        };
        if let Err(why) = done {
            tracing::info!(%why, "left as it was");
        }
    }

    async fn change(&self, following: &Following) -> Result<(), Failure> {
        let (application, token) = (following.application, following.token.expose());
        match &following.then {
            Then::Edit { message, body } => {
                self.rest.edit(application, token, *message, body).await
            }
            Then::Delete => self.rest.delete(application, token).await,
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
