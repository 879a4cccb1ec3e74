//! Checks that no public page is missing, broken, too big or dangerous, served or as files.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../support/shipped.rs"]
mod shipped;

mod hostile;
mod served;
mod site;

use std::collections::BTreeMap;

use once_cell::sync::Lazy;
use sumber::facts::Facts;
use sumber::pages::{self, Form, Options, Page};

/// The shipped facts, read once for all tests.
pub(crate) static FACTS: Lazy<Facts> = Lazy::new(shipped::facts);

/// The site of the shipped facts as files, without a public address.
pub(crate) static SITE: Lazy<Site> = Lazy::new(|| written(&FACTS, files(None)));

/// The same site with a public address.
pub(crate) static PLACED: Lazy<Site> = Lazy::new(|| written(&FACTS, files(Some(BASE))));

/// That address.
pub(crate) const BASE: &str = "https://example.org/facts";

/// The files of a site by their names.
pub(crate) type Site = BTreeMap<String, Page>;

/// A site as files, with its public address if it is given.
pub(crate) fn files(public_url: Option<&'static str>) -> Options<'static> {
    Options {
        public_url,
        form: Form::Files,
        pictures: public_url.is_some(),
        ..Options::default()
    }
}

/// Every file of the site, by its name.
pub(crate) fn written(facts: &Facts, options: Options<'_>) -> Site {
    let page = |path: String| {
        let page =
            pages::page(facts, &path, options).unwrap_or_else(|| panic!("no page at {path}"));
        (pages::file(&path), page)
    };
    pages::site(facts, options).map(page).collect()
}

/// The values of an attribute, in order.
pub(crate) fn values(text: &str, attribute: &str) -> Vec<String> {
    let start = format!("{attribute}=\"");
    let found = text
        .match_indices(&start)
        .filter(|(at, _)| text[..*at].ends_with([' ', '\n']));
    let value = |(at, _): (usize, &str)| {
        let rest = &text[at + start.len()..];
        rest.split('"')
            .next()
            .unwrap_or_default()
            .replace("&amp;", "&")
    };
    found.map(value).collect()
}
