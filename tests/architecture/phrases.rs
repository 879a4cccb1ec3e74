//! Every language has every phrase, and every key in the code has a phrase.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;
use sumber::facts::Lang;
use sumber::phrases::LANGUAGES;

use crate::{shipped, sources};

/// The keys of a language's Fluent files, each with the variables it uses.
fn keys(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let message = Regex::new(r"^([a-z][a-z0-9-]*) *=").unwrap();
    let variable = Regex::new(r"\$([a-z]+)").unwrap();
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for text in sumber::phrases::sources(lang) {
        let mut current = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(found) = message.captures(line) {
                current = found[1].to_owned();
                let fresh = keys.insert(current.clone(), BTreeSet::new()).is_none();
                assert!(fresh, "{current} stands twice in {}", lang.code());
            }
            let used = variable
                .captures_iter(line)
                .map(|found| found[1].to_owned());
            keys.entry(current.clone()).or_default().extend(used);
        }
    }
    keys.remove("");
    keys
}

#[test]
fn every_language_has_every_phrase() {
    let english = keys(Lang::En);
    let names =
        |keys: &BTreeMap<String, BTreeSet<String>>| keys.keys().cloned().collect::<Vec<_>>();
    assert!(LANGUAGES.len() > 2);
    for lang in LANGUAGES.iter() {
        let own = keys(*lang);
        assert_eq!(names(&english), names(&own), "{}", lang.code());
        for (key, variables) in &english {
            let other: BTreeSet<_> = own[key].iter().filter(|one| *one != "n").collect();
            let one: BTreeSet<_> = variables.iter().filter(|one| *one != "n").collect();
            assert_eq!(one, other, "variables of {key} in {}", lang.code());
        }
    }
}

#[test]
fn every_fluent_file_can_be_read() {
    for lang in LANGUAGES.iter() {
        for text in sumber::phrases::sources(*lang) {
            let read = fluent_bundle::FluentResource::try_new((*text).to_owned());
            assert!(read.is_ok(), "{:?}", read.err().map(|(_, errors)| errors));
        }
    }
}

#[test]
fn every_phrase_that_is_said_exists() {
    let said = Regex::new(r#"\.(?:text|format|plural)\(\s*"([a-z][a-z0-9-]*)""#).unwrap();
    let english = keys(Lang::En);
    for (path, text) in sources().iter().filter(|(path, _)| path.starts_with("src")) {
        for found in said.captures_iter(shipped(path, text)) {
            assert!(
                english.contains_key(&found[1]),
                "{}: {}",
                path.display(),
                &found[1]
            );
        }
    }
}
