//! A page of the web as a source: only what the page says of itself.
//!
//! [`read_page`] lists what its own data says, one statement to a line: linked data, `meta` tags, language and title. That
//! list is the text that is imported, so that problems show what the page says and not how it is written.

mod html;
mod linked;
mod reading;
mod said;

use encoding_rs::Encoding;
use once_cell::sync::Lazy;
use regex::Regex;

use super::decode::decode;
use super::original::Original;
use crate::facts::pattern::pattern;
use crate::visits::{Body, decoded};
pub(super) use reading::items;
use said::{ADDRESS, CUT, is_read, say};

static CHARSET: Lazy<Regex> =
    Lazy::new(|| pattern(r#"(?i)charset\s*=\s*["']?\s*([a-z0-9_:.+-]+)"#));
/// What the page at an address says of itself, one statement to a line. `named` is an encoding that somebody named instead of its own.
pub fn read_page(address: &str, body: &Body, named: Option<&'static Encoding>) -> Original {
    let text = decode(&body.bytes, named.or_else(|| encoding(body)));
    let mut said = vec![(ADDRESS.to_owned(), address.to_owned())];
    if body.cut {
        say(&mut said, CUT, &body.bytes.len().to_string());
    }
    let tags = html::tags(&text);
    let blocks = tags.iter().filter(|tag| {
        let kind = tag.get("type").trim();
        tag.name == "script" && kind.eq_ignore_ascii_case("application/ld+json")
    });
    let blocks: Vec<&str> = blocks.map(|tag| tag.inside.trim()).collect();
    linked::read(&blocks, address, &mut said);
    for tag in &tags {
        match tag.name.as_str() {
            "html" => say(&mut said, "html lang", tag.get("lang")),
            "title" => say(&mut said, "title", &decoded(tag.inside)),
            "meta" => {
                let keys = ["name", "property", "http-equiv"].map(|key| tag.get(key).trim());
                let key = keys.iter().find(|key| !key.is_empty());
                let key = key.map(|key| key.to_ascii_lowercase()).unwrap_or_default();
                if is_read(&key) {
                    say(&mut said, &key, tag.get("content"));
                }
            }
            _ => {}
        }
    }
    let lines = said.iter().map(|(key, value)| format!("{key}: {value}\n"));
    Original::new(address.to_owned(), lines.collect())
}

/// The encoding of a page: by its first bytes, its header, or its own beginning.
fn encoding(body: &Body) -> Option<&'static Encoding> {
    let named =
        |text: &str| Encoding::for_label(CHARSET.captures(text)?.get(1)?.as_str().as_bytes());
    let start = body
        .bytes
        .get(..body.bytes.len().min(1024))
        .unwrap_or_default();
    let start = || String::from_utf8_lossy(start).into_owned();
    let by_mark = Encoding::for_bom(&body.bytes).map(|(encoding, _)| encoding);
    by_mark
        .or_else(|| named(&body.media_type))
        .or_else(|| named(&start()))
}
