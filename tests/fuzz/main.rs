//! Runs every fuzz target on its corpus, and on changes of it that are the same in every run.
//!
//! `fuzz/` runs the same targets for as long as one likes.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod mutations;
mod targets;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use mutations::Mutations;

/// Changed inputs tried for each target; a target whose inputs take long to answer gets fewer.
const CHANGES: [(&str, usize); 6] = [
    ("dates", 20_000),
    ("facts", 300),
    ("interaction", 300),
    ("query", 150),
    ("render", 150),
    ("signature", 300),
];

/// The inputs of a target, in the order of their names.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(target);
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// Runs a target, and shows the input if it fails.
fn run(name: &str, target: fn(&[u8]), input: &[u8]) {
    let ran = catch_unwind(AssertUnwindSafe(|| target(input)));
    assert!(
        ran.is_ok(),
        "{name} fails for {:?}",
        String::from_utf8_lossy(input)
    );
}

fn replay(name: &str) {
    let (_, target) = targets::ALL
        .into_iter()
        .find(|(one, _)| *one == name)
        .unwrap();
    let (_, changes) = CHANGES.into_iter().find(|(one, _)| *one == name).unwrap();
    let corpus = corpus(name);
    assert!(corpus.len() >= 10, "{name} has a corpus");
    for input in &corpus {
        run(name, target, input);
    }
    for input in Mutations::new(&corpus).take(changes) {
        run(name, target, &input);
    }
}

#[test]
fn dates() {
    replay("dates");
}

#[test]
fn facts() {
    replay("facts");
}

#[test]
fn interaction() {
    replay("interaction");
}

#[test]
fn query() {
    replay("query");
}

#[test]
fn render() {
    replay("render");
}

#[test]
fn signature() {
    replay("signature");
}

#[test]
fn every_target_is_a_program_of_cargo_fuzz() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    for (name, _) in targets::ALL {
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
        let program = fs::read_to_string(folder.join(format!("fuzz_targets/{name}.rs"))).unwrap();
        assert!(
            program.contains(&format!("targets::{name}(bytes)")),
            "{name}"
        );
    }
}
