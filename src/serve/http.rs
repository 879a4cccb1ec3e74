//! The HTTP server: its routes, and how it takes connections and lets them end.
//!
//! The files below hold what each route does. TLS is up to a server in front.

mod body;
mod connection;
mod endpoint;
mod health;
mod interactions;
mod pages;
mod place;
mod places;
mod signature;
mod turns;

use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::routing::{get, post};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpSocket, TcpStream, lookup_host};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::fatal::Fatal;
use super::process::stopped;
pub(super) use body::read;
use connection::App;
pub(super) use connection::FromHere;
use endpoint::INTERACTIONS;
pub(super) use endpoint::{Endpoint, Signed, prepare};
pub(super) use interactions::interaction;
use places::Places;
pub use signature::PublicKey;

/// How long requests that were sent before the bot stops may take then.
const LAST_REQUESTS: Duration = Duration::from_secs(4);

/// How long the calls after their responses may take then: replies with a picture, and changes to messages.
const LAST_CALLS: Duration = Duration::from_secs(3);

/// The wait after accepting a connection failed: out of file descriptors or similar.
const BREATH: Duration = Duration::from_millis(100);

/// Most connections that wait until the bot accepts them. One for which there is no room is tried again by its client
/// after a second, when Discord has waited for a third of its patience.
const BACKLOG: u32 = 1_024;

/// Binds an address.
///
/// # Errors
///
/// Why it cannot be bound.
pub(super) async fn bind(address: &str) -> Result<TcpListener, Fatal> {
    let bound = async {
        let mut refused = ErrorKind::AddrNotAvailable.into();
        for address in lookup_host(address).await? {
            match listen(address) {
                Ok(listener) => return Ok(listener),
                Err(why) => refused = why,
            }
        }
        Err(refused)
    };
    bound
        .await
        .map_err(|why| Fatal::cannot_listen(address, &why))
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    // Connections of a copy that ended a moment ago do not hold the address. On Windows this would mean something else.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Answers requests over `most` connections until `halt` is set, and then the requests that were sent by then.
pub(super) async fn serve(
    listener: TcpListener,
    app: Router,
    endpoint: Arc<Endpoint>,
    most: usize,
    halt: watch::Receiver<bool>,
) {
    let places = Places::new(most, endpoint.responder.metrics.connections.clone());
    let places = Arc::new(places);
    let app = App {
        endpoint: Arc::clone(&endpoint),
        routes: TowerToHyperService::new(app),
    };
    tokio::select! {
        () = connections(listener, app, &places, halt) => {}
        () = places.check_forever() => {}
        () = endpoint.refusal_log.write_forever() => {}
    }
    endpoint.refusal_log.write();
    let _ = timeout(LAST_CALLS, endpoint.replying.write()).await;
}

/// The bot's routes and some `more`. Every other address is that of a public page.
pub(super) fn routes(endpoint: &Arc<Endpoint>, more: Router<Arc<Endpoint>>) -> Router {
    let mut routes = more
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/metrics", get(health::metrics));
    if endpoint.signed.is_some() {
        // Interactions are answered before the routes are asked, so these are requests with another method.
        for path in INTERACTIONS {
            routes = routes.route(path, post(health::wrong_method));
        }
    }
    routes
        .method_not_allowed_fallback(health::wrong_method)
        .fallback(pages::page)
        .with_state(Arc::clone(endpoint))
}

/// Accepts connections until `halt` is set, and then lets them end.
async fn connections(
    listener: TcpListener,
    app: App,
    places: &Arc<Places>,
    halt: watch::Receiver<bool>,
) {
    let open = async |stream| {
        let taken = places.take().await;
        tokio::spawn(connection::serve(stream, taken, app.clone()));
    };
    let mut halted = pin!(stopped(halt));
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut halted => break,
        };
        match accepted {
            Ok((stream, _)) => open(stream).await,
            Err(_) => {
                places.evict();
                sleep(BREATH).await;
            }
        }
    }
    places.halt();
    let last = async {
        // Clients whose connections wait here have sent their requests.
        if let Ok(listener) = listener.into_std() {
            while let Ok((stream, _)) = listener.accept() {
                let stream = stream.set_nonblocking(true).map(|()| stream);
                if let Ok(stream) = stream.and_then(TcpStream::from_std) {
                    open(stream).await;
                }
            }
        }
        places.emptied().await;
    };
    let _ = timeout(LAST_REQUESTS, last).await;
}
