//! Bodies: one read within limits of size and time, one that tells when it has gone out.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
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

/// A body of one piece.
pub(super) struct Parting {
    bytes: Option<Bytes>,
    gone: Option<oneshot::Sender<()>>,
}

impl Parting {
    /// The body, and what hears of it: an answer once it was taken to be sent, an error if it never was.
    pub(super) fn new(bytes: Vec<u8>) -> (Self, oneshot::Receiver<()>) {
        let (gone, hears) = oneshot::channel();
        let parting = Self {
            bytes: Some(Bytes::from(bytes)),
            gone: Some(gone),
        };
        (parting, hears)
    }
}

impl HttpBody for Parting {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if let Some(gone) = self.gone.take() {
            // Nobody need listen.
            let _ = gone.send(());
        }
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
