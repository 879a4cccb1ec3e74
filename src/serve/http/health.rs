//! Health and metrics, for operators.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

use super::endpoint::Endpoint;
use crate::serve::metrics;
use crate::serve::refusal::Refusal;

/// `GET /healthz`: the process is up, and the revision of the facts it answers from.
pub(super) async fn healthz(State(endpoint): State<Arc<Endpoint>>) -> String {
    let shelf = endpoint.responder.bot.shelf();
    format!("ok\nrevision {}\n", shelf.revision())
}

/// `GET /readyz`: whether every interaction would be answered, so over the gateway whether all its shards are connected.
/// The facts are loaded before the server starts.
pub(super) async fn readyz(State(endpoint): State<Arc<Endpoint>>) -> (StatusCode, String) {
    let Some(sessions) = &endpoint.sessions else {
        return (StatusCode::OK, "ready\n".to_owned());
    };
    let (connected, wanted) = sessions.connected();
    let status = match connected == wanted && wanted > 0 {
        true => StatusCode::OK,
        false => StatusCode::SERVICE_UNAVAILABLE,
    };
    let words = format!("{connected} of {wanted} shards connected to Discord\n");
    (status, words)
}

/// `GET /metrics`: the metrics for Prometheus.
pub(super) async fn metrics(State(endpoint): State<Arc<Endpoint>>) -> Response {
    if let Some(sessions) = &endpoint.sessions {
        endpoint.responder.metrics.set_shards(sessions.connected());
    }
    match endpoint.responder.metrics.text() {
        Some(text) => ([(CONTENT_TYPE, metrics::CONTENT_TYPE)], text).into_response(),
        None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Any route with a method that it does not have.
pub(super) async fn wrong_method(State(endpoint): State<Arc<Endpoint>>) -> StatusCode {
    endpoint.refuse(Refusal::Method)
}
