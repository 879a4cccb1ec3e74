//! `POST /interactions`: reads what Discord signed, and replies in the response.

use std::sync::Arc;
use std::time::SystemTime;

use axum::extract::{Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::body::{notify_on_sent, read};
use super::endpoint::{Endpoint, Signed};
use super::place::Place;
use super::signature::PublicKey;
use crate::serve::failure::Failure;
use crate::serve::outcome::Sent;
use crate::serve::refusal::Refusal;
use crate::serve::reply_sender::ReplySender;
use crate::serve::responder::PendingReply;
use crate::serve::settings::Wire;

/// Replies to an interaction, or refuses the request.
pub(super) async fn answer(State(endpoint): State<Arc<Endpoint>>, request: Request) -> Response {
    let Some(signed) = &endpoint.signed else {
        return endpoint.refuse(Refusal::Signature).into_response();
    };
    match payload(signed, request).await {
        Ok(payload) => {
            let pending = endpoint.responder.reply(payload);
            let sender = Arc::clone(&signed.sender);
            match pending.has_file() {
                true => accept_then_call(&endpoint, sender, pending),
                false => respond(&endpoint, sender, pending),
            }
        }
        Err(refusal) => endpoint.refuse(refusal).into_response(),
    }
}

/// The interaction in a request, if it is from Discord.
async fn payload(signed: &Signed, request: Request) -> Result<Value, Refusal> {
    let (mut head, body) = request.into_parts();
    let place = head.extensions.remove::<Arc<Place>>();
    let (key, tolerance) = (&signed.key, signed.tolerance);
    // The body of an unsigned request is not read.
    PublicKey::may_be_signed(&head.headers, SystemTime::now(), tolerance)?;
    let body = read(body).await?;
    key.check(&head.headers, &body, SystemTime::now(), tolerance)?;
    if let Some(place) = place {
        place.has_signature();
    }
    interaction(&body)
}

/// The interaction in a body, which may come from anybody.
pub(in crate::serve) fn interaction(body: &[u8]) -> Result<Value, Refusal> {
    let payload: Value = serde_json::from_slice(body).map_err(|_| Refusal::Json)?;
    // Anything with a type is an interaction, also one of a future type.
    match payload.get("type") {
        Some(Value::Number(_) | Value::String(_)) => Ok(payload),
        _ => Err(Refusal::Json),
    }
}

/// Accepts the request and replies with a call, which Discord allows
/// (<https://discord.com/developers/docs/interactions/receiving-and-responding#responding-to-an-interaction>).
fn accept_then_call(
    endpoint: &Endpoint,
    sender: Arc<ReplySender>,
    pending: PendingReply,
) -> Response {
    let replying = Arc::clone(&endpoint.replying).try_read_owned();
    tokio::spawn(async move {
        sender.send(pending, Wire::Http).await;
        drop(replying);
    });
    StatusCode::ACCEPTED.into_response()
}

/// Replies in the response, and makes the change that follows once it was sent.
fn respond(endpoint: &Endpoint, sender: Arc<ReplySender>, pending: PendingReply) -> Response {
    let replying = Arc::clone(&endpoint.replying).try_read_owned();
    let bytes = pending.callback().to_string().into_bytes();
    let head = [
        (CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (CONTENT_LENGTH, bytes.len().into()),
    ];
    // `sent` ends well once the whole body was sent, and badly if the connection closed first.
    let (body, sent) = notify_on_sent(bytes);
    tokio::spawn(async move {
        let sent = match sent.await {
            Ok(()) => Sent::Delivered,
            Err(_) => Sent::Failed(Failure::ConnectionClosed),
        };
        sender.settle(pending, Wire::Http, sent).await;
        drop(replying);
    });
    (head, body).into_response()
}
