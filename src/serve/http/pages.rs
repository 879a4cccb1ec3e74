//! The public pages over HTTP, at every address without another route. `pages` decides what is on them.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
    REFERRER_POLICY, RETRY_AFTER, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use tokio::task::spawn_blocking;

use super::endpoint::Endpoint;
use super::place::Place;
use crate::facts::fingerprint;
use crate::pages::Page;
use crate::serve::refusal::Refusal;

/// The content security policy: a page loads its own style and pictures and submits its own forms.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// How long a page may be cached. Facts change rarely, but a change should show soon.
const CACHED: &str = "public, max-age=300";

/// Most bytes of a path with its query string; no question is longer.
const MAX_TARGET: usize = 8_192;

/// Any page, or the one for addresses without a page.
pub(super) async fn page(
    State(endpoint): State<Arc<Endpoint>>,
    Extension(place): Extension<Arc<Place>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    if method != Method::GET && method != Method::HEAD {
        let status = endpoint.refuse(Refusal::Method);
        return (status, [(ALLOW, "GET, HEAD")]).into_response();
    }
    let target = uri.path_and_query().map_or("/", |target| target.as_str());
    if target.len() > MAX_TARGET {
        return StatusCode::URI_TOO_LONG.into_response();
    }
    let caching = match endpoint.is_edited {
        true => "no-cache",
        false => CACHED,
    };
    let (target, bot) = (target.to_owned(), Arc::clone(&endpoint.responder.bot));
    place.is_queued();
    let turn = endpoint.turns.next(bot.effort(&target)).await;
    place.has_turn();
    let Some(turn) = turn else {
        return busy(bot.busy());
    };
    // It takes milliseconds, too long for a thread that serves connections.
    let made = spawn_blocking(move || bot.visit(&target)).await;
    drop(turn);
    match made {
        Ok(Ok(card)) => match endpoint.responder.pictures.png_of_page(card).await {
            Some(png) => respond(StatusCode::OK, "image/png", png, caching, &headers),
            None => busy(endpoint.responder.bot.busy()),
        },
        Ok(Err(Some(page))) => {
            let status = StatusCode::from_u16(page.status).unwrap_or(StatusCode::OK);
            respond(
                status,
                page.content_type,
                page.body.into(),
                caching,
                &headers,
            )
        }
        Ok(Err(None)) => StatusCode::NOT_FOUND.into_response(),
        // The panic is in the log.
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// The response where there was no time for a page.
fn busy(page: Page) -> Response {
    let head = [
        (CONTENT_TYPE, page.content_type),
        (CACHE_CONTROL, "no-store"),
        (RETRY_AFTER, "2"),
    ];
    (StatusCode::SERVICE_UNAVAILABLE, head, page.body).into_response()
}

/// The response with a page, or 304 if the client has it already.
fn respond(
    status: StatusCode,
    content_type: &'static str,
    bytes: Bytes,
    caching: &'static str,
    headers: &HeaderMap,
) -> Response {
    // A fingerprint of the bytes.
    let tag = format!("\"{:016x}\"", fingerprint(bytes.iter().copied()));
    let known = headers
        .get(IF_NONE_MATCH)
        .and_then(|known| known.to_str().ok())
        .is_some_and(|known| {
            known.split(',').map(str::trim).any(|one| {
                // A server in front that compresses pages makes their tags weak.
                one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag
            })
        });
    let fixed = [
        (CONTENT_TYPE, content_type),
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "same-origin"),
        (CACHE_CONTROL, caching),
    ];
    if known && status == StatusCode::OK {
        return (StatusCode::NOT_MODIFIED, fixed, [(ETAG, tag)]).into_response();
    }
    // axum drops the body for HEAD.
    (status, fixed, [(ETAG, tag)], bytes).into_response()
}
