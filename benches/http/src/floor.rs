//! An endpoint that verifies a request and sends an answer that was ready before.

use std::fs;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use tokio::net::TcpListener;

use crate::tables::Tables;
use crate::{Result, public_key};

struct Floor {
    verification: Verification,
    answers: Vec<Bytes>,
}

enum Verification {
    /// ed25519-dalek 2, as most bots in Rust verify.
    Library(ed25519_dalek_2::VerifyingKey),
    /// The bot's own tables.
    Tables(Box<Tables>),
}

impl Verification {
    fn accepts(&self, signature: &[u8; 64], time: &[u8], body: &[u8]) -> bool {
        match self {
            Self::Library(key) => {
                let signature = ed25519_dalek_2::Signature::from_bytes(signature);
                key.verify_strict(&[time, body].concat(), &signature)
                    .is_ok()
            }
            Self::Tables(tables) => tables.verify(signature, &[time, body]),
        }
    }
}

/// Serves on an address until it is stopped. The answer to `POST /N` is in the file named in that place.
pub(crate) fn serve(verification: &str, address: &str, answers: &[&str]) -> Result<()> {
    let key = public_key();
    let verification = match verification {
        "library" => {
            Verification::Library(ed25519_dalek_2::VerifyingKey::from_bytes(key.as_bytes())?)
        }
        "tables" => Verification::Tables(Box::new(Tables::of(&key))),
        other => return Err(format!("{other}: write library or tables").into()),
    };
    let answers = answers.iter().map(fs::read);
    let answers = answers.map(|answer| answer.map(Bytes::from));
    let floor = Floor {
        verification,
        answers: answers.collect::<std::io::Result<_>>()?,
    };
    let app = Router::new()
        .route("/{answer}", post(answer))
        .with_state(Arc::new(floor));
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(async { Ok(axum::serve(TcpListener::bind(address).await?, app).await?) })
}

async fn answer(
    State(floor): State<Arc<Floor>>,
    Path(number): Path<usize>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let given = || {
        let signature = headers.get("x-signature-ed25519")?.to_str().ok()?;
        Some((
            signature_of(signature)?,
            headers.get("x-signature-timestamp")?,
        ))
    };
    let Some((signature, time)) = given() else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    if !floor
        .verification
        .accepts(&signature, time.as_bytes(), &body)
    {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    match floor.answers.get(number) {
        Some(answer) => ([(CONTENT_TYPE, "application/json")], answer.clone()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn signature_of(digits: &str) -> Option<[u8; 64]> {
    let mut signature = [0; 64];
    if digits.len() != 128 || !digits.is_ascii() {
        return None;
    }
    for (byte, pair) in signature.iter_mut().zip(digits.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(signature)
}
