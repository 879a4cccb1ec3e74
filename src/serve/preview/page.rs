//! The files of the page, inside the program so that it shows wherever it is put.

use std::sync::Arc;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;

use super::state::Preview;

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

macro_rules! file {
    ($name:literal, $kind:ident) => {
        (
            concat!("/preview/", $name),
            $kind,
            include_str!(concat!("../../../data/preview/", $name)),
        )
    };
}

/// The page itself.
const INDEX: &str = include_str!("../../../data/preview/index.html");

/// Each file by its path, its type and its text.
const FILES: &[(&str, &str, &str)] = &[
    file!("icon.svg", SVG),
    file!("base.css", CSS),
    file!("beside.css", CSS),
    file!("composer.css", CSS),
    file!("message.css", CSS),
    file!("beside.js", JS),
    file!("chip.js", JS),
    file!("commands.js", JS),
    file!("components.js", JS),
    file!("composer.js", JS),
    file!("dom.js", JS),
    file!("embed.js", JS),
    file!("inline.js", JS),
    file!("limits.js", JS),
    file!("listbox.js", JS),
    file!("main.js", JS),
    file!("markdown.js", JS),
    file!("menu.js", JS),
    file!("message.js", JS),
    file!("offers.js", JS),
    file!("payload.js", JS),
    file!("problems.js", JS),
    file!("settings.js", JS),
    file!("talk.js", JS),
    file!("top.js", JS),
    file!("typed.js", JS),
    file!("welcome.js", JS),
    file!("wire.js", JS),
    file!("words.js", JS),
];

/// The page at `/` and its files under `/preview/`.
pub(super) fn routes() -> Router<Arc<Preview>> {
    let page = Router::new().route(
        "/",
        get(|| async { ([(CONTENT_TYPE, HTML)], INDEX).into_response() }),
    );
    FILES.iter().fold(page, |page, &(path, kind, text)| {
        page.route(
            path,
            get(move || async move { ([(CONTENT_TYPE, kind)], text).into_response() }),
        )
    })
}
