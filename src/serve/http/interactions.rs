//! `POST /interactions`: reads what Discord signed, and replies in the response.

use std::sync::Arc;
use std::time::SystemTime;

use axum::body::{Body, Bytes, HttpBody};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, Request, StatusCode};
use axum::response::{IntoResponse, Response};

use tokio::runtime::Handle;

use super::body::{ToldBody, read};
use super::endpoint::{Endpoint, Signed};
use super::place::Place;
use super::signature;
use crate::discord::interaction::Interaction;
use crate::serve::failure::Failure;
use crate::serve::outcome::Sent;
use crate::serve::refusal::Refusal;
use crate::serve::reply_sender::ReplySender;
use crate::serve::responder::PendingReply;
use crate::serve::settings::Wire;

/// Replies to an interaction, or refuses the request.
pub(super) async fn answer(
    endpoint: &Endpoint,
    signed: &Signed,
    place: &Place,
    request: Request<impl HttpBody<Data = Bytes> + Unpin>,
) -> Response {
    match signed_interaction(signed, place, request).await {
        Ok(interaction) => {
            let pending = endpoint.responder.reply(interaction).await;
            let sender = Arc::clone(&signed.sender);
            match pending.has_file() {
                true => accept_then_call(endpoint, sender, pending),
                false => respond(endpoint, sender, pending),
            }
        }
        Err(refusal) => endpoint.refuse(refusal).into_response(),
    }
}

/// The interaction in a request, if it is from Discord.
async fn signed_interaction(
    signed: &Signed,
    place: &Place,
    request: Request<impl HttpBody<Data = Bytes> + Unpin>,
) -> Result<Interaction, Refusal> {
    // The body of an unsigned request is not read.
    let given = signature::Signed::read(request.headers())?;
    given.near(SystemTime::now(), signed.tolerance)?;
    let body = read(request.into_body()).await?;
    given.by(&signed.key, &body)?;
    given.near(SystemTime::now(), signed.tolerance)?;
    place.has_signature();
    interaction(&body)
}

/// The interaction in a body, which may come from anybody.
pub(in crate::serve) fn interaction(body: &[u8]) -> Result<Interaction, Refusal> {
    Interaction::parse(body).ok_or(Refusal::Json)
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
    let body = pending.body();
    let settle = move |was_sent| {
        let sent = match was_sent {
            true => Sent::Delivered,
            false => Sent::Failed(Failure::ConnectionClosed),
        };
        let is_followed = sender
            .responder
            .settle(&pending, Wire::Http, &sent)
            .is_some();
        if let Some(here) = Handle::try_current().ok().filter(|_| is_followed) {
            here.spawn(async move {
                sender.follow_up(&pending, Wire::Http).await;
                drop(replying);
            });
        }
    };
    let kind = [(CONTENT_TYPE, HeaderValue::from_static("application/json"))];
    (kind, Body::new(ToldBody::new(body, settle))).into_response()
}
