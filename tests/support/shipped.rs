//! The shipped facts, read as the binary reads them.

use sumber::facts::Facts;
use sumber::facts::file::{Part, read};

/// The facts of `data/facts`; panics with every problem if they do not pass.
pub(crate) fn facts() -> Facts {
    let mut paths: Vec<_> = std::fs::read_dir("data/facts")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let part = |path: &std::path::PathBuf| Part {
        name: path.display().to_string(),
        text: std::fs::read_to_string(path).unwrap(),
    };
    let parts: Vec<Part> = paths.iter().map(part).collect();
    match read(&parts) {
        Ok(checked) => checked.facts,
        Err(problems) => panic!("{problems:#?}"),
    }
}
