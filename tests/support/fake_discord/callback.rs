//! The replies to interactions: taken, refused, or left without an answer, as a test says.

use std::time::Duration;

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::rest::{answer, refuse};
use super::strict;
use super::world::{Happening, OnCallback, World};

/// A reply, with or without a file.
pub(super) async fn take(
    world: &World,
    (id, token): (&str, &str),
    (body, bytes): (&Value, &Bytes),
    has_file: bool,
) -> Response {
    let Ok(id) = id.parse::<u64>() else {
        return refuse(400, 50_035);
    };
    let (waiting, told) = world.set(|inner| {
        let file = has_file.then(|| inner.on_file.pop_front()).flatten();
        let told = file.or_else(|| inner.on_callback.pop_front());
        (inner.interactions.get(&id).cloned(), told)
    });
    let told = told.unwrap_or(OnCallback::Take);
    let waiting = waiting.filter(|waiting| waiting.token == token);
    let (status, response) = match (waiting, told) {
        (_, OnCallback::NoAnswer) => {
            world.note(Happening::Replied { id, status: 0 });
            return silent().await;
        }
        (_, OnCallback::Limit(seconds)) => {
            let body = json!({"message": "slow down", "retry_after": seconds, "global": false});
            (429, answer(429, &body))
        }
        (_, OnCallback::Refuse(status, code)) => (status, refuse(status, code)),
        (None, _) => (404, refuse(404, 10_062)),
        (Some(waiting), _) if waiting.reply.is_some() => {
            if !waiting.unconfirmed {
                world.violation(format!("interaction {id} was answered twice"));
            }
            (400, refuse(400, 40_060))
        }
        (Some(waiting), told) => {
            let problems = strict::callback(body, waiting.kind);
            if problems.is_empty() {
                let unconfirmed = matches!(told, OnCallback::TakeSilently);
                let status = if unconfirmed { 0 } else { 204 };
                world.note(Happening::Replied { id, status });
                world.keep(id, body, bytes, unconfirmed);
                if unconfirmed {
                    return silent().await;
                }
                return StatusCode::NO_CONTENT.into_response();
            } else {
                world.set(|inner| inner.violations.extend(problems));
                (400, refuse(400, 50_035))
            }
        }
    };
    world.note(Happening::Replied { id, status });
    response
}

/// No answer in time.
async fn silent() -> Response {
    tokio::time::sleep(Duration::from_secs(60)).await;
    refuse(504, 0)
}
