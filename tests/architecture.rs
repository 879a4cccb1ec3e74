//! The house rules that the compiler does not check: which room and file may import which, how long a file may be, and
//! that every file says what it is.
//!
//! `architecture/files.rs` checks that files do not import each other in a circle, `architecture/phrases.rs` that no
//! phrase is missing, `architecture/readbacks.rs` that no code reads meaning from shown words, and
//! `architecture/subject.rs` that the program does not know what the shipped facts are about.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "architecture/files.rs"]
mod files;
#[path = "architecture/imports.rs"]
mod imports;
#[path = "architecture/phrases.rs"]
mod phrases;
#[path = "architecture/readbacks.rs"]
mod readbacks;
#[path = "architecture/subject.rs"]
mod subject;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// Which rooms each room may import, `crate::` and `sumber::` alike.
const ARROWS: &[(&str, &[&str])] = &[
    ("facts", &[]),
    ("visits", &["facts"]),
    ("query", &["facts"]),
    ("phrases", &["facts"]),
    ("answer", &["facts", "query"]),
    ("cite", &["facts", "phrases"]),
    ("commands", &["facts", "query", "phrases", "answer", "cite"]),
    ("render", &["answer", "phrases", "facts", "query"]),
    ("export", &["facts", "phrases"]),
    ("draft", &["facts", "visits", "phrases", "export"]),
    (
        "pages",
        &[
            "facts", "query", "phrases", "cite", "answer", "commands", "render", "export",
        ],
    ),
    ("shipped", &["facts"]),
    (
        "discord",
        &[
            "facts", "query", "commands", "answer", "cite", "render", "phrases",
        ],
    ),
    (
        "serve",
        &[
            "facts", "visits", "query", "commands", "answer", "render", "phrases", "discord",
            "pages", "draft",
        ],
    ),
    ("config", &["facts", "serve"]),
    (
        "cli",
        &[
            "facts", "visits", "query", "phrases", "answer", "cite", "commands", "render",
            "export", "shipped", "discord", "serve", "config", "pages", "draft",
        ],
    ),
];

/// Rooms below `serve`: no clock, file, network, environment, `async` or platform library.
const PURE: &[&str] = &[
    "facts", "visits", "query", "phrases", "answer", "cite", "commands", "render", "export",
    "pages", "discord", "draft",
];

/// Names that a pure room must not use.
const IMPURE: &str = r"\bstd::(fs|net|env|process|time|thread)\b|\bSystemTime\b|\bInstant\b|\btokio::|\basync\b|\bserenity\b|\baxum\b|\breqwest\b|\bprintln!|\beprintln!";

/// Most lines of a file without its unit tests.
const MOST_LINES: usize = 300;

fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::from("src"), PathBuf::from("tests")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                files.push((path, text));
            }
        }
    }
    files.sort();
    files
}

/// The room a file of `src` belongs to: the first part of its path, without `.rs`.
fn room(path: &Path) -> Option<String> {
    let inside = path.strip_prefix("src").ok()?;
    let first = inside.components().next()?.as_os_str().to_str()?;
    Some(first.trim_end_matches(".rs").to_owned())
}

/// A file without its unit tests, which may fill a file of their own.
fn shipped<'a>(path: &Path, text: &'a str) -> &'a str {
    let inside = path.strip_prefix("src").unwrap_or(Path::new(""));
    let tests = inside.with_extension("").iter().any(|name| name == "tests");
    let text = if tests { "" } else { text };
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

/// The rooms that a file names through `crate::`, in any form: `crate::a::b`,
/// `crate::{a::{b, c}, d}`, over however many lines.
fn named_rooms(text: &str) -> Vec<String> {
    let code: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let code = code.join("\n");
    let mut rooms = Vec::new();
    for start in ["crate::", "sumber::"] {
        for (at, _) in code.match_indices(start) {
            let rest = &code[at + start.len()..];
            let mut depth = 0;
            let mut word = String::new();
            let mut fresh = true;
            for letter in rest.chars() {
                match letter {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 1 => fresh = true,
                    letter if letter.is_alphanumeric() || letter == '_' => {
                        if fresh && depth <= 1 {
                            word.push(letter);
                        }
                        continue;
                    }
                    _ => {}
                }
                if !word.is_empty() {
                    rooms.push(std::mem::take(&mut word));
                    fresh = false;
                }
                if depth <= 0 && !letter.is_whitespace() {
                    break;
                }
            }
        }
    }
    rooms
}

#[test]
fn arrows_go_one_way() {
    let allowed: BTreeMap<_, _> = ARROWS.iter().copied().collect();
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(room) = room(&path) else { continue };
        let Some(allowed) = allowed.get(room.as_str()) else {
            continue;
        };
        for target in named_rooms(shipped(&path, &text)) {
            let known = ARROWS.iter().any(|(other, _)| *other == target);
            if known && target != room && !allowed.contains(&target.as_str()) {
                wrong.push(format!(
                    "{}: {room} must not import {target}",
                    path.display()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn imports_are_seen_however_they_are_written() {
    let text =
        "use crate::{\n    answer::{Answer, Span},\n    cli,\n};\nfn f() { crate::serve::run() }";
    assert_eq!(named_rooms(text), ["answer", "cli", "serve"]);
}

#[test]
fn every_room_has_its_arrows_written_down() {
    let known: BTreeSet<&str> = ARROWS.iter().map(|(room, _)| *room).collect();
    let outermost = ["main", "lib"];
    for (path, _) in sources() {
        let Some(room) = room(&path) else { continue };
        assert!(
            known.contains(room.as_str()) || outermost.contains(&room.as_str()),
            "{room}"
        );
    }
}

#[test]
fn nothing_below_serve_touches_the_world() {
    let impure = Regex::new(IMPURE).unwrap();
    for (path, text) in sources() {
        let Some(room) = room(&path).filter(|room| PURE.contains(&room.as_str())) else {
            continue;
        };
        for line in shipped(&path, &text)
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
        {
            assert!(
                !impure.is_match(line),
                "{} ({room}): {line}",
                path.display()
            );
        }
    }
}

#[test]
fn files_are_short_and_say_what_they_are() {
    for (path, text) in sources() {
        let lines = shipped(&path, &text).lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines", path.display());
        let opening = text
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .count();
        assert!(
            (1..=20).contains(&opening),
            "{} does not open with //! lines",
            path.display()
        );
    }
}

#[test]
fn nothing_is_called_a_drawer() {
    for (path, _) in sources() {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let drawers = [
            "utils", "util", "helpers", "misc", "common", "types", "manager",
        ];
        assert!(!drawers.contains(&name), "{}", path.display());
    }
}
