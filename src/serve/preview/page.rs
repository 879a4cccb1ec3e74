//! The files of the page, inside the program so that it shows wherever it is put.

use std::sync::Arc;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;

use crate::serve::http::Endpoint;

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
];

/// The page at `/` and its files under `/preview/`.
pub(super) fn routes() -> Router<Arc<Endpoint>> {
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
