//! One connection: hyper serves it, and its place hears how far it is.

use std::io::{self, IoSlice};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::http::header::CONNECTION;
use axum::http::{HeaderValue, Request};
use axum::response::Response;
use hyper::body::{Frame, Incoming, SizeHint};
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

use super::endpoint::Endpoint;
use super::interactions;
use super::place::Place;
use super::places::Taken;

/// Most bytes that hyper reads ahead; also the longest head.
const READ_AHEAD: usize = 32 << 10;

/// Whether a request comes from this machine; one of its extensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::serve) struct FromHere(pub(in crate::serve) bool);

impl FromHere {
    fn of(stream: &TcpStream) -> Self {
        let ends = stream.peer_addr().ok().zip(stream.local_addr().ok());
        let here = ends.is_some_and(|(peer, own)| {
            let peer = peer.ip().to_canonical();
            peer.is_loopback() || peer == own.ip().to_canonical()
        });
        Self(here)
    }
}

/// What answers the requests over a connection.
#[derive(Clone)]
pub(super) struct App {
    /// Interactions, the most frequent and urgent requests, go straight here.
    pub(super) endpoint: Arc<Endpoint>,
    /// Finds the route of every other request.
    pub(super) routes: TowerToHyperService<Router>,
}

/// Serves a connection until it ends or has to give way.
pub(super) async fn serve(stream: TcpStream, taken: Taken, app: App) {
    // Replies are small and urgent.
    let _ = stream.set_nodelay(true);
    let from = FromHere::of(&stream);
    let heard = HeardStream {
        stream,
        place: Arc::clone(&taken.place),
    };
    let answer = service_fn(|request| answer(request, from, &taken, &app));
    let connection = http1::Builder::new()
        // The place has the time limits.
        .header_read_timeout(None)
        .max_buf_size(READ_AHEAD)
        .serve_connection(TokioIo::new(heard), answer);
    tokio::select! {
        // What has come in is read before it closes.
        biased;
        // Errors on a connection are the client's and frequent.
        _ = pin!(connection) => {}
        () = taken.place.closed() => {}
    }
}

/// The response to a request. A route finds the place, and whence the request comes, among its extensions.
async fn answer(
    request: Request<Incoming>,
    from: FromHere,
    taken: &Taken,
    app: &App,
) -> Result<Response<HeardBody<Body>>, std::convert::Infallible> {
    let place = &taken.place;
    place.has_head();
    let heard = |body| HeardBody {
        body,
        place: Arc::clone(place),
        on_data: Place::has_some_body,
        on_end: Place::has_body,
    };
    let mut request = request.map(heard);
    let mut response = match app.endpoint.signed_for(&request) {
        Some(signed) => interactions::answer(&app.endpoint, signed, place, request).await,
        None => {
            request.extensions_mut().insert(Arc::clone(place));
            request.extensions_mut().insert(from);
            app.routes.call(request).await?
        }
    };
    if taken.is_last() {
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(CONNECTION, close);
    }
    let body = response.body().size_hint().lower();
    place.has_response(usize::try_from(body).unwrap_or(usize::MAX));
    Ok(response.map(|body| HeardBody {
        body,
        place: Arc::clone(place),
        on_data: |_, _| {},
        on_end: Place::has_whole_response,
    }))
}

/// A body that tells the place when some of it came and when it is done with.
struct HeardBody<B> {
    body: B,
    place: Arc<Place>,
    on_data: fn(&Place, usize),
    on_end: fn(&Place),
}

impl<B> Drop for HeardBody<B> {
    fn drop(&mut self) {
        (self.on_end)(&self.place);
    }
}

impl<B: HttpBody<Data = Bytes> + Unpin> HttpBody for HeardBody<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        let polled = Pin::new(&mut self.body).poll_frame(context);
        if let Poll::Ready(Some(Ok(frame))) = &polled {
            let bytes = frame.data_ref().map_or(0, Bytes::len);
            (self.on_data)(&self.place, bytes);
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A stream that tells the place what was read and sent.
struct HeardStream {
    stream: TcpStream,
    place: Arc<Place>,
}

impl HeardStream {
    fn heard<T>(&self, written: Poll<T>) -> Poll<T> {
        if written.is_pending() {
            self.place.has_stalled();
        }
        written
    }
}

impl AsyncRead for HeardStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        if buffer.filled().len() > before {
            self.place.has_read();
        }
        read
    }
}

impl AsyncWrite for HeardStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.heard(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.heard(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(context);
        if flushed.is_ready() {
            // hyper flushes once it has written everything.
            self.place.has_sent();
        }
        flushed
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
