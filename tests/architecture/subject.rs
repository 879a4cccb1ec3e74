//! The program knows no subject: no word of the shipped facts is in its code, phrases, examples or unit tests.

use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// Words of the shipped facts, and the month with which they begin.
const SUBJECT: &str = concat!(
    r"(?i)korea|\bkorut|dprk|pyongyang|\bkim\b|russia|\brusia|kremlin|moscow|moskow|putin|peskov|ukrain|ukraina|kyiv",
    r"|zelens|kursk|vladivostok|donetsk|jazeera|yonhap|kcna|\bkbs\b|(?-i:\bNIS\b)|msmt|hwasong|кнд|росси|украин|北朝",
    r"|troop|soldier|weapon|missile|munition|artiller|\bsanctions?\b|\bpact\b|treaty|\btentara|pasukan|prajurit|senjata",
    r"|\brudal|\bmisil|amunisi|sanksi|pakta|perjanjian|2024.?10\b|octo\w* 2024|okto\w* 2024",
);

/// Languages that a phrase may take for granted.
const LANGUAGE: &str = r"(?i)indonesia";

/// What these words also are: names of languages, and a type of source in CSL.
const ALSO: &[(&str, &str)] = &[
    (
        "data/phrases/",
        r"(?m)^(preview-)?language-.*$|^preview-form-type-treaty.*$",
    ),
    ("src/draft/name.rs", r#"\("[a-z]+", "[a-z]{2,3}"\)"#),
    ("data/preview/records.js", "\"treaty\""),
    ("src/facts/cldr.rs", "Russian|Rusia"),
    ("src/facts/lang.rs", "Korean|Korea"),
    ("src/facts/author.rs", "Chinese, Japanese, Korean"),
    ("src/cite", "treaty"),
    ("src/facts/file/resolve/source.rs", "treaty"),
    ("src/draft/asked.rs", "\"treaty\""),
];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.extension().and_then(|extension| extension.to_str()) {
            _ if path.is_dir() => found.extend(files(&path)),
            Some("rs" | "ftl" | "toml" | "txt" | "js" | "css" | "html") => found.push(path),
            _ => {}
        }
    }
    found
}

/// Each line of a file with a word that it must not have.
fn words(path: &Path, forbidden: &Regex) -> Vec<String> {
    let mut text = fs::read_to_string(path).unwrap();
    for (start, meant) in ALSO {
        if path.to_str().unwrap().starts_with(start) {
            let meant = Regex::new(meant).unwrap();
            text = meant.replace_all(&text, "").into_owned();
        }
    }
    let found = text.lines().enumerate().filter_map(|(number, line)| {
        let found = forbidden.find(line)?.as_str();
        Some(format!("{}:{}: {found}", path.display(), number + 1))
    });
    found.collect()
}

#[test]
fn the_program_does_not_know_what_its_facts_are_about() {
    let subject = Regex::new(SUBJECT).unwrap();
    let mut wrong = words(Path::new("build.rs"), &subject);
    for folder in ["src", "data/phrases", "data/preview", "config"] {
        for path in files(Path::new(folder)) {
            wrong.extend(words(&path, &subject));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_phrase_takes_a_language_for_granted() {
    let language = Regex::new(LANGUAGE).unwrap();
    let mut wrong = Vec::new();
    for path in files(Path::new("data/phrases")) {
        if path.extension().is_some_and(|extension| extension == "ftl") {
            wrong.extend(words(&path, &language));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
