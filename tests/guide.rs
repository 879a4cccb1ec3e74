//! The guide “Your own dossier in an hour”: every command in it does what it shows, and the dossiers in `examples/` are
//! whole.
//!
//! In a block of the kind `console`, what follows `$ ` is run and must print the lines below it; `…` stands for any lines.
//! A block whose kind is followed by a path is that file.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sumber::facts::file::{Part, read};
use sumber::facts::problem::report;

const GUIDE: &str = include_str!("../docs/own-dossier.md");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The blocks of a page, each with the words after its three backticks.
fn blocks(page: &str) -> Vec<(&str, &str)> {
    let parts: Vec<&str> = page.split("```").collect();
    let inside = parts.iter().skip(1).step_by(2);
    inside
        .map(|block| block.split_once('\n').unwrap())
        .collect()
}

/// Commands of a block, each with the lines that it must print.
fn commands(block: &str) -> Vec<(&str, Vec<&str>)> {
    let mut commands: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in block.lines() {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => commands.push((command, Vec::new())),
            (None, Some((_, printed))) => printed.push(line),
            (None, None) => panic!("a block that begins with no command: {line}"),
        }
    }
    commands
}

/// A folder with nothing in it but the examples.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let examples = Path::new(ROOT).join("examples");
    std::os::unix::fs::symlink(examples, folder.join("examples")).unwrap();
    folder
}

/// What a command of the guide prints, line by line.
fn run(command: &str, folder: &Path) -> Vec<String> {
    let bin = Path::new(env!("CARGO_BIN_EXE_sumber")).parent().unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{command} 2>&1")]);
    for name in ["DISCORD_TOKEN", "LANG", "LC_MESSAGES", "COLUMNS"] {
        shell.env_remove(name);
    }
    let output = shell
        .env("PATH", path)
        .env("LC_ALL", "C")
        .current_dir(folder)
        .output();
    let text = String::from_utf8(output.unwrap().stdout).unwrap();
    text.lines()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// Whether lines are as the guide has them, where `…` stands for any.
fn fits(printed: &[String], shown: &[&str]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((&"…", rest)) => (0..=printed.len()).any(|at| fits(&printed[at..], rest)),
        Some((line, rest)) => printed
            .split_first()
            .is_some_and(|(first, left)| first == line && fits(left, rest)),
    }
}

/// The parts of a dossier in a folder, without what is for editors only.
fn parts(folder: &Path) -> Vec<Part> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.extension().is_some_and(|end| end == "toml"));
    let part = |path: PathBuf| Part {
        name: path.file_name().unwrap().to_str().unwrap().to_owned(),
        text: fs::read_to_string(&path)
            .unwrap()
            .replace("#:schema ./facts.schema.json\n", ""),
    };
    let mut parts: Vec<Part> = files.map(part).collect();
    parts.sort_by(|a, b| a.name.cmp(&b.name));
    parts
}

#[test]
fn every_command_of_the_guide_prints_what_it_shows() {
    let folder = folder();
    for (kind, text) in blocks(GUIDE) {
        if let Some((_, path)) = kind.split_once(' ') {
            fs::write(folder.join(path), text).unwrap();
        }
        if kind != "console" {
            continue;
        }
        for (command, shown) in commands(text) {
            let printed = run(command, &folder);
            assert!(
                fits(&printed, &shown),
                "$ {command}\n{}",
                printed.join("\n")
            );
        }
    }
    let (made, example) = (
        parts(&folder.join("air-biru")),
        parts(&Path::new(ROOT).join("examples/well")),
    );
    let text = |parts: &[Part]| -> String {
        parts
            .iter()
            .map(|part| format!("{}\n{}", part.name, part.text))
            .collect()
    };
    assert_eq!(text(&made), text(&example));
}

/// Reads an example, which must have neither problems nor warnings.
fn check(name: &str) {
    let parts = parts(&Path::new(ROOT).join("examples").join(name));
    match read(&parts) {
        Ok(checked) => assert!(
            checked.warnings.is_empty(),
            "{}",
            report(&checked.warnings, &parts, false)
        ),
        Err(problems) => panic!("{}", report(&problems, &parts, false)),
    }
}

#[test]
fn the_well_is_a_whole_dossier() {
    check("well");
}

#[test]
fn the_ferry_is_a_whole_dossier_in_one_language() {
    check("ferry");
}
