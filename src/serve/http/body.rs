//! Bodies: reading one within limits of size and time, and sending one with a notice when it was sent.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, HttpBody};
use http_body_util::BodyExt;
use serenity::futures::stream;
use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::serve::refusal::Refusal;

/// The largest body that is read. Interactions are far smaller, even with a whole message.
const MOST: usize = 1 << 20;

/// Larger bodies are drained up to this size, so that the client can still read the 413: it would lose the response if
/// the connection closed while it writes.
const MOST_TAKEN_IN: usize = 8 << 20;

/// The time limit for a body. Discord itself waits three seconds for the whole response.
const PATIENCE: Duration = Duration::from_secs(4);

/// The whole body, if it is small enough and arrives in time.
pub(in crate::serve) async fn read(body: Body) -> Result<Vec<u8>, Refusal> {
    let told = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if told > MOST_TAKEN_IN {
        return Err(Refusal::Size);
    }
    timeout(PATIENCE, whole(body))
        .await
        .unwrap_or(Err(Refusal::Slow))
}

async fn whole(mut body: Body) -> Result<Vec<u8>, Refusal> {
    let (mut kept, mut taken_in) = (Vec::new(), 0);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Refusal::Slow)?;
        let Some(data) = frame.data_ref() else {
            continue;
        };
        taken_in += data.len();
        if taken_in > MOST_TAKEN_IN {
            return Err(Refusal::Size);
        }
        if taken_in <= MOST {
            kept.extend_from_slice(data);
        } else {
            kept = Vec::new();
        }
    }
    match taken_in {
        0..=MOST => Ok(kept),
        _ => Err(Refusal::Size),
    }
}

/// A body, and a receiver that gets a value when the body is sent and an error if it never is.
pub(super) fn notify_on_sent(bytes: Vec<u8>) -> (Body, oneshot::Receiver<()>) {
    let (sent, hears) = oneshot::channel();
    let piece = stream::once(async move {
        // The receiver may be gone.
        let _ = sent.send(());
        Ok::<_, Infallible>(bytes)
    });
    (Body::from_stream(piece), hears)
}
