//! Bodies: reading one within limits of size and time, and sending one with a notice when it was sent.

use std::convert::Infallible;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Bytes, HttpBody};
use http_body_util::BodyExt;
use hyper::body::{Frame, SizeHint};
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
pub(in crate::serve) async fn read(
    body: impl HttpBody<Data = Bytes> + Unpin,
) -> Result<Vec<u8>, Refusal> {
    let told = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if told > MOST_TAKEN_IN {
        return Err(Refusal::Size);
    }
    let mut whole = pin!(whole(body));
    // Mostly it is here already, and nothing needs to be timed.
    if let Poll::Ready(read) = poll_fn(|context| Poll::Ready(whole.as_mut().poll(context))).await {
        return read;
    }
    timeout(PATIENCE, whole).await.unwrap_or(Err(Refusal::Slow))
}

async fn whole(mut body: impl HttpBody<Data = Bytes> + Unpin) -> Result<Vec<u8>, Refusal> {
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

/// A body in one piece, and what is done when it was sent or, with `false`, never will be.
pub(super) struct ToldBody<F: FnOnce(bool)> {
    bytes: Option<Bytes>,
    then: Option<F>,
}

impl<F: FnOnce(bool)> ToldBody<F> {
    /// A body that was not sent yet.
    pub(super) fn new(bytes: Bytes, then: F) -> Self {
        Self {
            bytes: Some(bytes),
            then: Some(then),
        }
    }
}

impl<F: FnOnce(bool)> Drop for ToldBody<F> {
    fn drop(&mut self) {
        if let Some(then) = self.then.take() {
            then(self.bytes.is_none());
        }
    }
}

impl<F: FnOnce(bool) + Unpin> HttpBody for ToldBody<F> {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.bytes.take().map(|bytes| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        let left = self.bytes.as_ref().map_or(0, Bytes::len);
        SizeHint::with_exact(u64::try_from(left).unwrap_or(u64::MAX))
    }
}
