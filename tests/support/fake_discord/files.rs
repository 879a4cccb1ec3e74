//! Multipart messages with files as Discord expects them: one part for the message and one for each file.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, header};
use serde_json::Value;

/// Whether a body is in parts.
pub(super) fn in_parts(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

/// The message in such a body, or what is wrong with it or its files.
pub(super) async fn message(headers: &HeaderMap, body: &Bytes) -> Result<Bytes, String> {
    let mut request = Request::new(Body::from(body.clone()));
    *request.headers_mut() = headers.clone();
    let parts = Multipart::from_request(request, &()).await;
    let mut parts = parts.map_err(|why| why.to_string())?;
    let (mut message, mut files) = (None, Vec::new());
    while let Some(part) = parts.next_field().await.map_err(|why| why.to_string())? {
        let name = part.name().unwrap_or_default().to_owned();
        let (file, kind) = (
            part.file_name().map(str::to_owned),
            part.content_type().map(str::to_owned),
        );
        let bytes = part.bytes().await.map_err(|why| why.to_string())?;
        match name.as_str() {
            "payload_json" => message = Some(bytes),
            _ => files.push((
                name,
                file.unwrap_or_default(),
                kind.unwrap_or_default(),
                bytes,
            )),
        }
    }
    let message = message.ok_or("no payload_json")?;
    let read: Value = serde_json::from_slice(&message).map_err(|why| why.to_string())?;
    let named = attachments(&read);
    let sent: Vec<(String, String)> = files
        .iter()
        .map(|(name, file, ..)| (name.clone(), file.clone()))
        .collect();
    if named != sent {
        return Err(format!("files {sent:?} for attachments {named:?}"));
    }
    for (name, _, kind, bytes) in files {
        if kind != "image/png" || !bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Err(format!("{name} is no picture, but {kind}"));
        }
    }
    Ok(message)
}

/// The parts for the attachments of a message, by name, each with its file name.
pub(super) fn attachments(message: &Value) -> Vec<(String, String)> {
    let list = message["data"]["attachments"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let part = |one: &Value| {
        let file = one["filename"].as_str().unwrap_or_default();
        (format!("files[{}]", one["id"]), file.to_owned())
    };
    list.iter().map(part).collect()
}
