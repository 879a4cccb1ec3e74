//! The way to Discord over its HTTP interface: replies to what came in over the gateway, and what follows a reply.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::time::{Instant, sleep};

use super::delivery::{DEADLINE, Way, is_invalid};
use super::{Desk, Following, Outgoing, Sent};
use crate::discord::FollowUp;
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
        let deadline = Instant::now() + DEADLINE;
        let outgoing = self.desk.make(payload);
        self.carry(outgoing, Wire::Gateway, deadline).await;
    }

    /// Replies over a call of our own to an interaction that came in as a request: only so can it have a file.
    pub(in crate::serve) async fn call(&self, outgoing: Outgoing) {
        let deadline = Instant::now() + DEADLINE;
        self.carry(outgoing, Wire::Http, deadline).await;
    }

    async fn carry(&self, mut outgoing: Outgoing, wire: Wire, deadline: Instant) {
        let file = self.desk.file(&mut outgoing).await;
        let interaction = &outgoing.interaction;
        let sent = match interaction.id {
            Some(id) => {
                let way = Way {
                    rest: &self.rest,
                    id,
                    token: interaction.token.expose(),
                    deadline,
                };
                let sent = way.deliver(outgoing.callback(), file.as_ref()).await;
                if is_invalid(&sent) {
                    // The mistake is ours and stands in the log; the person gets a word, not silence.
                    let apology = self.desk.answers.apology(interaction).callback;
                    way.deliver(&apology, None).await;
                }
                sent
            }
            None => Sent::Failed(Failure::Unreadable),
        };
        self.settle(outgoing, wire, sent).await;
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
        match &following.follow_up {
            FollowUp::Edit { message, body } => {
                self.rest.edit(application, token, *message, body).await
            }
            FollowUp::Delete { key: _ } => self.rest.delete(application, token).await,
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
