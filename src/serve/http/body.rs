//! Bodies: one read within limits of size and time, one that tells when it has gone out.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, HttpBody};
use http_body_util::BodyExt;
use serenity::futures::stream;
use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::serve::refusal::Refusal;

/// The largest body that is read. An interaction with a whole message in it is far below.
const MOST: usize = 1 << 20;

/// So much is taken in and thrown away, so that whoever sends too much gets to hear it. A connection that is closed
/// while the other side still writes loses the answer.
const MOST_TAKEN_IN: usize = 8 << 20;

/// How long a body may take. Discord itself waits three seconds for everything.
const PATIENCE: Duration = Duration::from_secs(4);

/// The whole body, if it is small and quick enough.
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

/// A body in one piece, and what tells when it was taken to be sent; an error there means that it never was.
pub(super) fn notify_on_sent(bytes: Vec<u8>) -> (Body, oneshot::Receiver<()>) {
    let (sent, hears) = oneshot::channel();
    let piece = stream::once(async move {
        // Nobody has to listen.
        let _ = sent.send(());
        Ok::<_, Infallible>(bytes)
    });
    (Body::from_stream(piece), hears)
}
