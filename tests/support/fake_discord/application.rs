//! The application's own settings, as in the developer portal: reading them, and changing them strictly.

use axum::response::Response;
use serde_json::{Value, json};

use super::APPLICATION;
use super::rest::answer;
use super::world::World;

/// The application's public key.
pub const PUBLIC_KEY: &str = "3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29";

/// An application that was just made.
pub(super) fn fresh() -> Value {
    json!({
        "id": APPLICATION.to_string(), "name": "Sumber", "icon": null, "description": "", "type": null,
        "bot_public": true, "bot_require_code_grant": false, "verify_key": PUBLIC_KEY, "flags": 0,
        "interactions_endpoint_url": null, "role_connections_verification_url": null, "redirect_uris": [],
        "integration_types_config": {"0": {}}, "owner": {"id": "53908232506183680", "username": "somebody"},
    })
}

/// Reads the settings, or changes those in the body.
pub(super) fn call(world: &World, method: &str, body: &Value) -> Response {
    let (status, response) = match method {
        "GET" => (200, world.set(|inner| inner.application.clone())),
        "PATCH" => edit(world, body),
        _ => (
            405,
            json!({"message": "405: Method Not Allowed", "code": 0}),
        ),
    };
    answer(status, &response)
}

/// Changes the settings in a body; the status and the response.
fn edit(world: &World, body: &Value) -> (u16, Value) {
    let endpoint = &body["interactions_endpoint_url"];
    if endpoint.is_string() && !world.set(|inner| inner.endpoint_works) {
        let words = "The specified interactions endpoint URL could not be verified.";
        let why = ("APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID", words);
        return (400, refusal("interactions_endpoint_url", why));
    }
    let fields = body.as_object().into_iter().flatten();
    if let Some((field, _)) = fields
        .clone()
        .find(|(field, value)| !is_valid(field, value))
    {
        world.violation(format!("application: {field}: {}", body[field]));
        return (400, refusal(field, ("BASE_TYPE_BAD", "not like this")));
    }
    let changed = world.set(|inner| {
        inner.edits.push(body.clone());
        for (field, value) in fields {
            inner.application[field] = as_kept(value);
        }
        inner.application.clone()
    });
    (200, changed)
}

/// A refusal that names the field
/// (<https://discord.com/developers/docs/reference#error-messages>).
fn refusal(field: &str, (code, message): (&str, &str)) -> Value {
    let errors = json!({"_errors": [{"code": code, "message": message}]});
    json!({"code": 50_035, "message": "Invalid Form Body", "errors": {field: errors}})
}

/// Whether a field can be set to a value.
fn is_valid(field: &str, value: &Value) -> bool {
    let list = value.as_array().map(Vec::as_slice).unwrap_or_default();
    let is_text = |one: &Value, most| {
        let length = one.as_str().map(|text| text.chars().count());
        length.is_some_and(|length| (1..=most).contains(&length))
    };
    match field {
        "description" => is_text(value, 400),
        "tags" => (1..=5).contains(&list.len()) && list.iter().all(|tag| is_text(tag, 20)),
        "install_params" => is_install(value),
        "integration_types_config" => value.as_object().is_some_and(|all| {
            all.iter().all(|(kind, one)| {
                let install = &one["oauth2_install_params"];
                matches!(kind.as_str(), "0" | "1") && (install.is_null() || is_install(install))
            })
        }),
        "interactions_endpoint_url" => {
            let address = value.as_str();
            value.is_null() || address.is_some_and(|url| url.starts_with("https://"))
        }
        _ => false,
    }
}

fn is_install(value: &Value) -> bool {
    let scopes = value["scopes"].as_array().map(Vec::as_slice);
    let known = |scope: &Value| *scope == "bot" || *scope == "applications.commands";
    scopes.is_some_and(|scopes| !scopes.is_empty() && scopes.iter().all(known))
        && value["permissions"].is_u64()
}

/// A value as Discord returns it: permissions as text.
fn as_kept(value: &Value) -> Value {
    let mut kept = value.clone();
    for (name, inner) in kept.as_object_mut().into_iter().flatten() {
        *inner = match inner.as_u64().filter(|_| name == "permissions") {
            Some(permissions) => json!(permissions.to_string()),
            None => as_kept(inner),
        };
    }
    kept
}
