//! The calls of the page: the commands, its own phrases, interactions, and problems in the fact file.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};

use super::problems::report;
use super::state::Preview;
use crate::discord::FollowUp;
use crate::discord::interaction::Interaction;
use crate::discord::registration::Scope;
use crate::facts::Lang;
use crate::phrases::{Phrases, worded};
use crate::query::{CustomId, Key};
use crate::serve::http::{interaction, read};
use crate::serve::outcome::Sent;
use crate::serve::responder::Responder;
use crate::serve::rest::File;
use crate::serve::settings::Wire;

/// The prefix of the page's own phrases.
const PREFIX: &str = "preview-";

/// `GET /preview/commands`: the global commands that would be registered.
pub(super) async fn commands(State(preview): State<Arc<Preview>>) -> Response {
    json_response(&json!(
        preview.endpoint.responder.bot.commands(Scope::Global)
    ))
}

/// `GET /preview/words`: the page's own phrases in each language of the facts. The page fills in variables such as `{name}`.
pub(super) async fn words(State(preview): State<Arc<Preview>>) -> Response {
    let shelf = preview.endpoint.responder.bot.shelf();
    let in_lang = |lang: Lang| {
        let phrases = Phrases::of(lang);
        let mut words = phrases.templates(PREFIX);
        words.insert("own-name".to_owned(), phrases.own_name());
        // The page goes as its words go; each message has marks of its own.
        let direction = worded(lang).direction();
        words.insert("direction".to_owned(), direction.html().to_owned());
        (lang.code().to_owned(), json!(words))
    };
    let words: Map<String, Value> = shelf.languages().iter().map(in_lang).collect();
    json_response(&Value::Object(words))
}

/// `GET /preview/problems`: the state of the fact file while somebody edits it.
pub(super) async fn problems(State(preview): State<Arc<Preview>>) -> Response {
    let bot = &preview.endpoint.responder.bot;
    json_response(&report(&preview.reloader, bot))
}

/// `POST /preview/interactions`: the callback that Discord would get, its files in base64, and the call that would
/// follow over Discord's HTTP interface.
pub(super) async fn answer(State(preview): State<Arc<Preview>>, request: Request) -> Response {
    let asked = match read(request.into_body()).await {
        Ok(body) => interaction(&body),
        Err(refusal) => Err(refusal),
    };
    match asked {
        Ok(asked) => json_response(&respond(&preview.endpoint.responder, asked).await),
        Err(refusal) => preview.endpoint.refuse(refusal).into_response(),
    }
}

async fn respond(responder: &Responder, asked: Interaction) -> Value {
    let mut pending = responder.reply(asked).await;
    let file = responder.file(&mut pending).await;
    let callback = &pending.reply().callback();
    let follow_up = responder.settle(&pending, Wire::Preview, &Sent::Delivered);
    json!({
        "callback": callback,
        "files": file.iter().map(|file| file_json(file, callback)).collect::<Vec<_>>(),
        "following": follow_up.map(follow_up_json).into_iter().collect::<Vec<_>>(),
        "claims": claims(callback),
    })
}

/// The statements that a message shows, as its buttons and its menu name them: those that the page offers to edit.
fn claims(callback: &Value) -> Vec<Value> {
    let rows = callback["data"]["components"]
        .as_array()
        .into_iter()
        .flatten();
    let parts = rows.flat_map(|row| row["components"].as_array().into_iter().flatten());
    let named = parts.flat_map(|part| {
        let options = part["options"].as_array().into_iter().flatten();
        let options = options.map(|one| (&one["value"], &one["label"], &one["description"]));
        std::iter::once((&part["custom_id"], &Value::Null, &Value::Null)).chain(options)
    });
    let mut claims: Vec<Value> = Vec::new();
    for (id, label, text) in named {
        let opened = id.as_str().and_then(|id| id.parse().ok());
        let Some(CustomId::Open(query) | CustomId::Cite(query) | CustomId::Share(query)) = opened
        else {
            continue;
        };
        let shown = query.get(Key::Claim).filter(|_| query.command == "claim");
        if let Some(id) = shown.filter(|id| claims.iter().all(|known| known["id"] != *id)) {
            let mut claim = json!({ "id": id, "label": label, "text": text });
            if let Some(dossier) = query.get(Key::Dossier) {
                claim["dossier"] = dossier.into();
            }
            claims.push(claim);
        }
    }
    claims
}

/// A file as the page shows it.
pub(super) fn file_json(file: &File, callback: &Value) -> Value {
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

pub(super) fn json_response(value: &Value) -> Response {
    ([(CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}
