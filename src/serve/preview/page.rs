//! The files of the page, compiled into the program.

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

/// The files with these names and extensions: each with its path, content type and text.
macro_rules! files {
    ($($kind:ident $ending:literal: $($name:ident)*;)*) => {
        &[$($((
            concat!("/preview/", stringify!($name), $ending),
            $kind,
            include_str!(concat!("../../../data/preview/", stringify!($name), $ending)),
        ),)*)*]
    };
}

/// The HTML of the page.
const INDEX: &str = include_str!("../../../data/preview/index.html");

#[rustfmt::skip]
const FILES: &[(&str, &str, &str)] = files! {
    SVG ".svg": icon;
    CSS ".css": base beside composer form message;
    JS ".js": beside chip combo commands components composer dom edits embed fields figures form inline kept limits listbox
        main markdown menu message naming notices offers parts payload problems quotes records settings sheet shown
        statement talk top typed welcome wire words;
};

/// The page at `/`, its files under `/preview/`.
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
