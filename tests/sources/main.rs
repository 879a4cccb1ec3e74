//! Authors, archived copies and sources that are gone, in every style and on every surface; and that a source without them
//! is shown as ever.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod addresses;
mod authors;

use sumber::cite::{Style, entries};
use sumber::facts::file::{Part, read};
use sumber::facts::{Facts, Lang};

fn facts() -> Facts {
    let text = include_str!("../fixtures/sources.toml").to_owned();
    let name = "sources.toml".to_owned();
    read(&[Part { name, text }]).unwrap().facts
}

fn cited(facts: &Facts, id: &str, style: Style, lang: Lang) -> String {
    let mut sources = facts.sources.iter();
    let source = sources.find(|one| one.id == id).unwrap();
    entries(&[source.as_ref()], style, lang).remove(0).text
}
