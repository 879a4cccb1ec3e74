//! The HTTP side: who the bot is, where the gateway is, its commands, its replies.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::world::{Happening, World};
use super::{APPLICATION, application, callback, files, strict};

pub(super) fn answer(status: u16, body: &Value) -> Response {
    let status = StatusCode::from_u16(status).unwrap();
    (status, axum::Json(body.clone())).into_response()
}

pub(super) fn refuse(status: u16, code: u64) -> Response {
    answer(status, &json!({"message": "no", "code": code}))
}

/// Any call.
#[allow(clippy::too_many_lines, reason = "a table with one arm for each call")]
pub(super) async fn handle(
    State(world): State<Arc<World>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let path = uri.path().to_owned();
    let call = format!("{method} {path}");
    world.note(Happening::Call(call.clone()));
    if let Some(response) = authorized(&world, &headers, &call) {
        return response;
    }
    let broken = world.set(|inner| inner.broken);
    if let Some((_, status)) = broken.filter(|(part, _)| call.contains(part)) {
        let refusal = world.set(|inner| inner.refusal.clone());
        return answer(status, &refusal);
    }
    let (read, body) = match read(&world, &headers, body, &call).await {
        Ok(read) => read,
        Err(response) => return *response,
    };
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let localized = uri
        .query()
        .is_some_and(|query| query.contains("with_localizations=true"));
    match (method.as_str(), parts.as_slice()) {
        (method, ["api", "v10", "applications", "@me"]) => application::call(&world, method, &read),
        ("GET", ["api", "v10", ..]) if parts.last() != Some(&"commands") => {
            asked(&world, &parts, &call)
        }
        (method, ["api", "v10", "applications", application, "commands"]) => {
            commands(&world, method, application, "global", localized, read)
        }
        (
            method,
            [
                _,
                _,
                "applications",
                application,
                "guilds",
                guild,
                "commands",
            ],
        ) => commands(&world, method, application, guild, localized, read),
        ("POST", ["api", "v10", "interactions", id, token, "callback"]) => {
            let has_file = files::in_parts(&headers);
            callback::take(&world, (id, token), (&read, &body), has_file).await
        }
        (method, [_, _, "webhooks", application, token, "messages", message]) => {
            after(&world, method, application, token, message, &read)
        }
        _ => unknown(&world, &call),
    }
}

/// Calls that read something other than commands.
fn asked(world: &World, parts: &[&str], call: &str) -> Response {
    let id = APPLICATION.to_string();
    match parts.get(2..).unwrap_or_default() {
        ["users", "@me"] => answer(200, &json!({"id": id, "username": "sumber", "bot": true})),
        ["users", "@me", "guilds"] => answer(200, &world.set(|inner| json!(inner.guilds))),
        ["oauth2", "applications", "@me"] => {
            let key = world.set(|inner| inner.verify_key.clone());
            answer(200, &json!({"id": id, "name": "sumber", "verify_key": key}))
        }
        ["gateway"] => {
            let url = world.set(|inner| inner.gateway_url.clone());
            answer(200, &json!({ "url": url }))
        }
        ["gateway", "bot"] => answer(200, &gateway(world)),
        _ => unknown(world, call),
    }
}

fn unknown(world: &World, call: &str) -> Response {
    world.violation(format!("unknown call {call}"));
    refuse(404, 0)
}

/// A refusal if the call is not authorized.
fn authorized(world: &World, headers: &HeaderMap, call: &str) -> Option<Response> {
    let text = |name| {
        headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    };
    let agent = text(header::USER_AGENT);
    if !(agent.starts_with("DiscordBot (") && agent.contains(", ") && agent.contains(')')) {
        world.violation(format!("{call}: User-Agent {agent:?}"));
    }
    let expected = world.set(|inner| format!("Bot {}", inner.token));
    let given = text(header::AUTHORIZATION);
    let is_callback = call.ends_with("/callback") || call.contains("/webhooks/");
    if is_callback && given.is_empty() || given == expected {
        return None;
    }
    Some(answer(
        401,
        &json!({"message": "401: Unauthorized", "code": 0}),
    ))
}

/// The message in a body, and its bytes, after a check of its files.
async fn read(
    world: &World,
    headers: &HeaderMap,
    body: Bytes,
    call: &str,
) -> Result<(Value, Bytes), Box<Response>> {
    if body.is_empty() {
        return Ok((Value::Null, body));
    }
    let wrong = |why: String| {
        world.violation(format!("{call}: {why}"));
        Box::new(refuse(400, 50_109))
    };
    if files::in_parts(headers) {
        let message = files::message(headers, &body).await.map_err(wrong)?;
        let read = serde_json::from_slice(&message).map_err(|error| wrong(error.to_string()))?;
        return Ok((read, message));
    }
    let kind = headers.get(header::CONTENT_TYPE);
    if kind.and_then(|kind| kind.to_str().ok()) != Some("application/json") {
        world.violation(format!("{call}: Content-Type {kind:?}"));
    }
    let read: Value = serde_json::from_slice(&body).map_err(|error| wrong(error.to_string()))?;
    match files::attachments(&read).as_slice() {
        [] => Ok((read, body)),
        named => Err(wrong(format!("no files for {named:?}"))),
    }
}

fn gateway(world: &World) -> Value {
    world.set(|inner| {
        json!({
            "url": inner.gateway_url,
            "shards": inner.shards,
            "session_start_limit": {
                "total": 1000,
                "remaining": inner.remaining,
                "reset_after": 14_400_000,
                "max_concurrency": inner.max_concurrency,
            }
        })
    })
}

fn commands(
    world: &World,
    method: &str,
    application: &str,
    scope: &str,
    localized: bool,
    body: Value,
) -> Response {
    if application != APPLICATION.to_string() {
        return refuse(404, 10_002);
    }
    match method {
        "GET" => {
            if !localized {
                world.violation("commands were asked for without their localizations");
            }
            let kept = world.set(|inner| inner.commands.get(scope).cloned());
            answer(200, &kept.unwrap_or_else(|| json!([])))
        }
        "PUT" => {
            let problems = strict::commands(&body, scope == "global");
            if !problems.is_empty() {
                world.set(|inner| inner.violations.extend(problems));
                return refuse(400, 50_035);
            }
            let kept = as_kept(body);
            world.set(|inner| inner.commands.insert(scope.to_owned(), kept.clone()));
            answer(200, &kept)
        }
        _ => refuse(405, 0),
    }
}

/// Commands with the fields that Discord adds.
fn as_kept(mut body: Value) -> Value {
    for (at, command) in body.as_array_mut().into_iter().flatten().enumerate() {
        let command = command.as_object_mut().unwrap();
        command.insert("id".into(), json!((1000 + at).to_string()));
        command.insert("application_id".into(), json!(APPLICATION.to_string()));
        command.insert("version".into(), json!("1"));
        command.insert("default_member_permissions".into(), Value::Null);
        command.insert("nsfw".into(), json!(false));
        let localized = command.entry("name_localizations");
        localized.or_insert(Value::Null);
    }
    body
}

/// A change to a message after the reply. The interaction's token is the key.
fn after(
    world: &World,
    method: &str,
    application: &str,
    token: &str,
    message: &str,
    body: &Value,
) -> Response {
    let answered = world.set(|inner| {
        let mut all = inner.interactions.values();
        all.any(|one| one.token == token && one.reply.is_some())
    });
    if application != APPLICATION.to_string() || !answered {
        return refuse(404, 10_015);
    }
    match (method, message) {
        ("PATCH", message) => {
            let problems = strict::edit(body);
            if !problems.is_empty() {
                world.set(|inner| inner.violations.extend(problems));
                return refuse(400, 50_035);
            }
            let (message, body) = (message.to_owned(), body.clone());
            world.note(Happening::Edited { message, body });
            answer(200, &json!({"id": "1"}))
        }
        ("DELETE", "@original") => {
            world.note(Happening::Deleted);
            StatusCode::NO_CONTENT.into_response()
        }
        _ => refuse(405, 0),
    }
}
