//! The files of the page: all are served with the right type, and every phrase that they use exists.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use regex::Regex;
use serde_json::Value;

use crate::fake_discord::FakeDiscord;
use crate::start;

/// The files of the page with their texts.
fn files() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/preview");
    let files = std::fs::read_dir(folder).unwrap();
    let files = files.map(|entry| entry.unwrap().path());
    files
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), std::fs::read_to_string(&path).unwrap()))
        .collect()
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

#[test]
fn every_file_is_served_as_what_it_is() {
    let discord = FakeDiscord::start();
    let (_preview, asker) = start(&discord);
    let index = asker.get("/");
    assert!(index.head.contains("text/html; charset=utf-8"));
    for (path, text) in files()
        .iter()
        .filter(|(path, _)| name(path) != "index.html")
    {
        let response = asker.get(&format!("/preview/{}", name(path)));
        assert_eq!(response.status, 200, "{}", path.display());
        assert_eq!(&response.text(), text);
        let kind = match path.extension().unwrap().to_str().unwrap() {
            "js" => "text/javascript; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            _ => "image/svg+xml",
        };
        assert!(response.head.contains(kind), "{}", response.head);
    }
    assert_eq!(asker.get("/preview/nothing.js").status, 404);
    assert_eq!(asker.get("/preview/../Cargo.toml").status, 404);
}

#[test]
fn what_a_file_names_is_there() {
    let named = Regex::new(r#"(?:from|src=|href=) ?"(?:\./|/preview/)([a-z]+\.[a-z]+)""#).unwrap();
    let all = files();
    let names: BTreeSet<&str> = all.iter().map(|(path, _)| name(path)).collect();
    for (path, text) in &all {
        for found in named.captures_iter(text) {
            assert!(
                names.contains(&found[1]),
                "{}: {}",
                path.display(),
                &found[1]
            );
        }
    }
}

#[test]
fn files_are_short_say_what_they_are_and_hold_no_markup() {
    for (path, text) in files() {
        let lines = text.lines().count();
        assert!(lines <= 300, "{} has {lines} lines", path.display());
        let opening = text.lines().next().unwrap();
        match path.extension().unwrap().to_str().unwrap() {
            "js" => {
                let comment = text.lines().take_while(|line| line.starts_with("// "));
                assert!((1..=4).contains(&comment.count()), "{}", path.display());
                for odd in ["innerHTML", "insertAdjacentHTML", "document.write", "eval("] {
                    assert!(!text.contains(odd), "{}: {odd}", path.display());
                }
            }
            "css" => assert!(opening.starts_with("/* "), "{}", path.display()),
            "html" => {
                for odd in ["<style", "style=", "onclick", "http:", "https:"] {
                    assert!(!text.contains(odd), "{}: {odd}", path.display());
                }
            }
            _ => {}
        }
    }
}

#[test]
fn every_word_that_the_page_says_exists_in_every_language() {
    let discord = FakeDiscord::start();
    let (_preview, asker) = start(&discord);
    let words = asker.get("/preview/words").json();
    let said = Regex::new(r#"\bsay\(\s*"([a-z-]+)""#).unwrap();
    let begun = Regex::new(r"\bsay\(\s*`([a-z-]+)\$").unwrap();
    let keys = |lang: &str| -> BTreeSet<String> {
        let Value::Object(phrases) = &words[lang] else {
            panic!("{words}")
        };
        phrases.keys().cloned().collect()
    };
    let english = keys("en");
    assert_eq!(english, keys("id"));
    let mut used = BTreeSet::new();
    for (path, text) in files() {
        for found in said.captures_iter(&text) {
            let key = format!("preview-{}", &found[1]);
            assert!(english.contains(&key), "{}: {key}", path.display());
            used.insert(key);
        }
        for found in begun.captures_iter(&text) {
            let beginning = format!("preview-{}", &found[1]);
            let all = english.iter().filter(|key| key.starts_with(&beginning));
            used.extend(all.cloned());
        }
        // Two are chosen at run time, by the kind of error.
        let named = english
            .iter()
            .filter(|key| text.contains(&format!("\"{}\"", key.trim_start_matches("preview-"))));
        used.extend(named.cloned());
    }
    let unused: Vec<_> = english.difference(&used).collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
    let limit = &words["en"]["preview-share"];
    assert_eq!(limit, "{used} of {most} ({percent}%)");
}
