//! Listening: the routes, and the connections within limits of number and time.
//!
//! What a route does is in the files below; TLS is for the server in front.

mod body;
mod interactions;
mod pages;
mod refusal;
mod signature;
mod state;

use std::io::{self, ErrorKind};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::{RwLock, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::callback::{Courier, Desk};
use super::preview::{self, Preview};
use super::sessions::Sessions;
use super::{Fatal, stopped};
pub(super) use body::read;
pub(super) use interactions::interaction;
pub(super) use refusal::Refusal;
pub use signature::PublicKey;

/// Most connections at once; whoever comes then waits.
const MOST_CONNECTIONS: usize = 1_024;

/// How long a connection may be idle, or take over the head of a request. Servers in front keep connections for up
/// to two minutes, and one that is closed under their hands costs an interaction.
const IDLE: Duration = Duration::from_secs(130);

/// How long requests that are on their way may take when the bot stops.
const LAST_REQUESTS: Duration = Duration::from_millis(1_000);

/// How long what follows their replies may take then.
const LAST_CHANGES: Duration = Duration::from_millis(600);

/// The wait after a connection could not be taken: the system has no more of something.
const BREATH: Duration = Duration::from_millis(100);

/// What the routes share.
pub(super) struct Endpoint {
    pub(super) desk: Arc<Desk>,
    /// How signed requests are known. Without it there is no route for interactions.
    pub(super) signed: Option<Signed>,
    /// The shards that are to be connected; none where there is no gateway.
    pub(super) sessions: Option<Arc<Sessions>>,
    /// The page on which people try the bot, where there is one.
    pub(super) preview: Option<Preview>,
    unsaid: refusal::Unsaid,
    /// Read by every reply until all that follows it is done.
    replying: Arc<RwLock<()>>,
}

/// How signed requests are known, and who does what follows the replies to them.
pub(super) struct Signed {
    pub(super) key: PublicKey,
    /// How far the time of a request may be from ours.
    pub(super) tolerance: Duration,
    pub(super) courier: Arc<Courier>,
}

impl Endpoint {
    /// Nothing but the state of what replies at this desk.
    pub(super) fn new(desk: Arc<Desk>) -> Self {
        Self {
            desk,
            signed: None,
            sessions: None,
            preview: None,
            unsaid: refusal::Unsaid::default(),
            replying: Arc::default(),
        }
    }

    /// Counts a refused request and says with which status.
    pub(super) fn refuse(&self, refusal: Refusal) -> StatusCode {
        self.desk.metrics.refused(refusal);
        self.unsaid.add(refusal);
        refusal.status()
    }
}

/// Takes an address to listen on.
///
/// # Errors
///
/// Why it cannot be had.
pub(super) async fn bind(address: &str) -> Result<TcpListener, Fatal> {
    let bound = TcpListener::bind(address).await;
    bound.map_err(|why| no_listening(address, &why))
}

/// Why an address cannot be listened on.
pub(super) fn no_listening(address: &str, why: &io::Error) -> Fatal {
    let address = address.to_owned();
    match why.kind() {
        ErrorKind::AddrInUse => Fatal::InUse { address },
        _ => Fatal::Listen {
            address,
            why: why.to_string(),
        },
    }
}

/// Answers requests until `halt` says so, and then those that are on their way.
pub(super) async fn serve(
    listener: TcpListener,
    endpoint: Arc<Endpoint>,
    halt: watch::Receiver<bool>,
) {
    let app = routes(&endpoint);
    tokio::select! {
        () = connections(listener, app, halt) => {}
        () = endpoint.unsaid.keep_saying() => {}
    }
    endpoint.unsaid.say();
    let _ = timeout(LAST_CHANGES, endpoint.replying.write()).await;
}

/// The bot's routes. Whatever else there is to be read under its address is a public page.
fn routes(endpoint: &Arc<Endpoint>) -> Router {
    let mut routes = Router::new()
        .route("/healthz", get(state::healthz))
        .route("/readyz", get(state::readyz))
        .route("/metrics", get(state::metrics));
    if endpoint.signed.is_some() {
        routes = routes.route("/interactions", post(interactions::answer));
    }
    if endpoint.preview.is_some() {
        routes = routes.merge(preview::routes(endpoint));
    }
    let routes = routes
        .method_not_allowed_fallback(state::wrong_method)
        .fallback(pages::page);
    match endpoint.preview {
        Some(_) => preview::at_home(routes, endpoint),
        None => routes,
    }
    .with_state(Arc::clone(endpoint))
}

/// Takes connections until `halt` says so, and then lets them end.
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
        // Replies are small, and somebody waits for them.
        let _ = stream.set_nodelay(true);
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(IDLE)
            .serve_connection(TokioIo::new(stream), service.clone());
        let connection = ending.watch(connection);
        open.spawn(async move {
            // What goes wrong on a connection is the other side's, and happens all the time.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    let _ = timeout(LAST_REQUESTS, ending.shutdown()).await;
}
