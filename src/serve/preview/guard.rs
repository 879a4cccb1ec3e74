//! Refuses requests from other sites: the preview is for its own page, under a name of this machine.
//!
//! Another site can let its name point to this machine (DNS rebinding) and can submit forms to it. The `Host` header
//! shows the first, `Origin` the second.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderName, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::state::Preview;
use crate::serve::refusal::Refusal;

/// The headers of every response: nothing from other sites, no inline code, no frames, no caching.
const HEADERS: [(HeaderName, &str); 6] = [
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    ),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (CACHE_CONTROL, "no-store"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// Refuses requests for a name that is not this machine's.
pub(super) async fn check_host(
    State(preview): State<Arc<Preview>>,
    request: Request,
    next: Next,
) -> Response {
    let host = request.headers().get(HOST);
    let host = host.and_then(|host| host.to_str().ok()).unwrap_or_default();
    if preview.hosts.is_allowed_host(host) {
        next.run(request).await
    } else {
        preview.endpoint.refuse(Refusal::Site).into_response()
    }
}

/// Refuses requests for another site or from one.
pub(super) async fn check_origin(
    State(preview): State<Arc<Preview>>,
    request: Request,
    next: Next,
) -> Response {
    let welcome = preview
        .hosts
        .is_allowed(request.method(), request.headers());
    let mut response = if welcome {
        next.run(request).await
    } else {
        preview.endpoint.refuse(Refusal::Site).into_response()
    };
    for (name, value) in HEADERS {
        let value = HeaderValue::from_static(value);
        response.headers_mut().insert(name, value);
    }
    response
}
