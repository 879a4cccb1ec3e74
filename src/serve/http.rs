//! The HTTP server: its routes, and limits for the number and duration of connections.
//!
//! The files below hold what each route does. TLS is up to a server in front.

mod body;
mod endpoint;
mod health;
mod interactions;
mod pages;
mod signature;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::routing::{get, post};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::fatal::Fatal;
use super::process::stopped;
pub(super) use body::read;
pub(super) use endpoint::{Endpoint, Signed};
pub(super) use interactions::interaction;
pub(super) use signature::PublicKey;

/// Most connections at once; further ones wait.
const MOST_CONNECTIONS: usize = 1_024;

/// How long a connection may be idle, or take for the head of a request. Servers in front reuse connections for up to
/// two minutes, and an interaction is lost if we close one first.
const IDLE: Duration = Duration::from_secs(130);

/// How long pending requests may take when the bot stops.
const LAST_REQUESTS: Duration = Duration::from_millis(1_000);

/// How long the changes after their replies may take then.
const LAST_CHANGES: Duration = Duration::from_millis(600);

/// The wait after accepting a connection failed: out of file descriptors or similar.
const BREATH: Duration = Duration::from_millis(100);

/// Binds an address.
///
/// # Errors
///
/// Why it cannot be bound.
pub(super) async fn bind(address: &str) -> Result<TcpListener, Fatal> {
    let bound = TcpListener::bind(address).await;
    bound.map_err(|why| Fatal::cannot_listen(address, &why))
}

/// Answers requests until `halt` is set, and then the pending ones.
pub(super) async fn serve(
    listener: TcpListener,
    app: Router,
    endpoint: Arc<Endpoint>,
    halt: watch::Receiver<bool>,
) {
    tokio::select! {
        () = connections(listener, app, halt) => {}
        () = endpoint.refusal_log.write_forever() => {}
    }
    endpoint.refusal_log.write();
    let _ = timeout(LAST_CHANGES, endpoint.replying.write()).await;
}

/// The bot's routes and some `more`. Every other address is that of a public page.
pub(super) fn routes(endpoint: &Arc<Endpoint>, more: Router<Arc<Endpoint>>) -> Router {
    let mut routes = more
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/metrics", get(health::metrics));
    if endpoint.signed.is_some() {
        routes = routes.route("/interactions", post(interactions::answer));
    }
    routes
        .method_not_allowed_fallback(health::wrong_method)
        .fallback(pages::page)
        .with_state(Arc::clone(endpoint))
}

/// Accepts connections until `halt` is set, and then lets them end.
async fn connections(listener: TcpListener, app: Router, halt: watch::Receiver<bool>) {
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let ending = GracefulShutdown::new();
    let mut open = JoinSet::new();
    let service = TowerToHyperService::new(app);
    let next = || async {
        let place = Arc::clone(&places).acquire_owned().await;
        (place, listener.accept().await)
    };
    loop {
        let (place, accepted) = tokio::select! {
            next = next() => next,
            () = stopped(halt.clone()) => break,
        };
        while open.try_join_next().is_some() {}
        let Ok((stream, _)) = accepted else {
            sleep(BREATH).await;
            continue;
        };
        // Replies are small and urgent.
        let _ = stream.set_nodelay(true);
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(IDLE)
            .serve_connection(TokioIo::new(stream), service.clone());
        let connection = ending.watch(connection);
        open.spawn(async move {
            // Errors on a connection are the client's and frequent.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    let _ = timeout(LAST_REQUESTS, ending.shutdown()).await;
}
