//! What the page calls: the commands, its own words, an interaction, and how the fact file is.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::state::Preview;
use crate::discord::FollowUp;
use crate::discord::registration::Scope;
use crate::facts::Lang;
use crate::phrases::Words;
use crate::serve::http::{interaction, read};
use crate::serve::outcome::Sent;
use crate::serve::responder::Responder;
use crate::serve::rest::File;
use crate::serve::settings::Wire;

/// What the page's own phrases begin with.
const PREFIX: &str = "preview-";

/// `GET /preview/commands`: what would be registered, everywhere.
pub(super) async fn commands(State(preview): State<Arc<Preview>>) -> Response {
    json_response(&json!(
        preview.endpoint.responder.bot.commands(Scope::Global)
    ))
}

/// `GET /preview/words`: the page's own words in every language; `{name}` is for the page to fill in.
pub(super) async fn words() -> Response {
    let words: BTreeMap<&str, BTreeMap<String, String>> = Lang::ALL
        .into_iter()
        .map(|lang| (lang.code(), Words::of(lang).templates(PREFIX)))
        .collect();
    json_response(&json!(words))
}

/// `GET /preview/problems`: how the fact file is as somebody edits it.
pub(super) async fn problems(State(preview): State<Arc<Preview>>) -> Response {
    json_response(&preview.watch.report())
}

/// `POST /preview/interactions`: the callback, as Discord would get it, and what would follow over Discord's HTTP
/// interface. A file that comes with a callback stands beside both, in base64.
pub(super) async fn answer(State(preview): State<Arc<Preview>>, request: Request) -> Response {
    let payload = match read(request.into_body()).await {
        Ok(body) => interaction(&body),
        Err(refusal) => Err(refusal),
    };
    match payload {
        Ok(payload) => json_response(&respond(&preview.endpoint.responder, payload).await),
        Err(refusal) => preview.endpoint.refuse(refusal).into_response(),
    }
}

async fn respond(responder: &Responder, payload: Value) -> Value {
    let mut pending = responder.reply(payload);
    let file = responder.file(&mut pending).await;
    let callback = pending.callback();
    let follow_up = responder.settle(&pending, Wire::Preview, &Sent::Delivered);
    json!({
        "callback": callback,
        "files": file.iter().map(|file| file_json(file, callback)).collect::<Vec<_>>(),
        "following": follow_up.map(follow_up_json).into_iter().collect::<Vec<_>>(),
    })
}

/// A file as the page shows it.
fn file_json(file: &File, callback: &Value) -> Value {
    let data = BASE64_STANDARD.encode(&*file.png);
    let described = &callback["data"]["attachments"][0]["description"];
    json!({ "name": file.filename, "type": "image/png", "data": data, "description": described })
}

/// The call that would follow (<https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages>).
fn follow_up_json(follow_up: &FollowUp) -> Value {
    match follow_up {
        FollowUp::Edit { message, body } => {
            json!({ "method": "PATCH", "message": message.to_string(), "body": body })
        }
        FollowUp::Delete { key: _ } => json!({ "method": "DELETE", "message": "@original" }),
    }
}

fn json_response(value: &Value) -> Response {
    ([(CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}
