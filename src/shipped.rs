//! The shipped facts, inside the program, so that it answers wherever it is put.

use crate::facts::file::Part;

/// Every part of the shipped fact file, by name: the files in `data/facts`.
const PARTS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/facts.rs"));

/// The parts of the shipped fact file.
pub fn parts() -> Vec<Part> {
    let part = |(name, text): &(&str, &str)| Part {
        name: (*name).to_owned(),
        text: (*text).to_owned(),
    };
    PARTS.iter().map(part).collect()
}
