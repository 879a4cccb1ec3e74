//! What the page calls: the commands, its own words, an interaction, and how the fact file is.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::Preview;
use crate::discord::FollowUp;
use crate::discord::registration::Scope;
use crate::facts::Lang;
use crate::phrases::Words;
use crate::serve::callback::{Following, Sent};
use crate::serve::http::{Endpoint, interaction, read};
use crate::serve::rest::File;
use crate::serve::{Answers, Wire};

/// What the page's own phrases begin with.
const PREFIX: &str = "preview-";

/// `GET /preview/commands`: what would be registered, everywhere.
pub(super) async fn commands(State(endpoint): State<Arc<Endpoint>>) -> Response {
    of(&endpoint, |preview| {
        json!(preview.live.commands(Scope::Global))
    })
}

/// `GET /preview/words`: the page's own words in every language; `{name}` is for the page to fill in.
pub(super) async fn words() -> Response {
    let words: BTreeMap<&str, BTreeMap<String, String>> = Lang::ALL
        .into_iter()
        .map(|lang| (lang.code(), Words::of(lang).templates(PREFIX)))
        .collect();
    written(&json!(words))
}

/// `GET /preview/problems`: how the fact file is as somebody edits it.
pub(super) async fn problems(State(endpoint): State<Arc<Endpoint>>) -> Response {
    of(&endpoint, |preview| preview.watch.report())
}

/// `POST /preview/interactions`: the callback, as Discord would get it, and what would follow over Discord's HTTP
/// interface. A file that comes with a callback stands beside both, in base64.
pub(super) async fn answer(State(endpoint): State<Arc<Endpoint>>, request: Request) -> Response {
    let payload = match read(request.into_body()).await {
        Ok(body) => interaction(&body),
        Err(refusal) => Err(refusal),
    };
    match payload {
        Ok(payload) => written(&replied(&endpoint, payload).await),
        Err(refusal) => endpoint.refuse(refusal).into_response(),
    }
}

async fn replied(endpoint: &Endpoint, payload: Value) -> Value {
    let mut outgoing = endpoint.desk.make(payload);
    let file = endpoint.desk.file(&mut outgoing).await;
    let callback = outgoing.callback().clone();
    let following = endpoint
        .desk
        .settle(outgoing, Wire::Preview, Sent::Delivered);
    json!({
        "callback": callback,
        "files": file.iter().map(|file| sent(file, &callback)).collect::<Vec<_>>(),
        "following": following.map(following_call).into_iter().collect::<Vec<_>>(),
    })
}

/// A file as the page shows it.
fn sent(file: &File, callback: &Value) -> Value {
    let data = BASE64_STANDARD.encode(&*file.png);
    let described = &callback["data"]["attachments"][0]["description"];
    json!({ "name": file.filename, "type": "image/png", "data": data, "description": described })
}

/// The call that would follow (<https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages>).
fn following_call(following: Following) -> Value {
    match following.follow_up {
        FollowUp::Edit { message, body } => {
            json!({ "method": "PATCH", "message": message.to_string(), "body": body })
        }
        FollowUp::Delete { key: _ } => json!({ "method": "DELETE", "message": "@original" }),
    }
}

fn of(endpoint: &Endpoint, what: impl Fn(&Preview) -> Value) -> Response {
    match &endpoint.preview {
        Some(preview) => written(&what(preview)),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn written(value: &Value) -> Response {
    ([(CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}
