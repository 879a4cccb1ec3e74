//! The shipped facts, inside the program, so that it answers wherever it is put.

use crate::facts::file::Part;

/// Every part of the shipped fact file, by name.
const PARTS: &[(&str, &str)] = &[
    (
        "data/facts/dossier.toml",
        include_str!("../data/facts/dossier.toml"),
    ),
    (
        "data/facts/motives.toml",
        include_str!("../data/facts/motives.toml"),
    ),
    (
        "data/facts/pact.toml",
        include_str!("../data/facts/pact.toml"),
    ),
    (
        "data/facts/reactions.toml",
        include_str!("../data/facts/reactions.toml"),
    ),
    (
        "data/facts/sanctions.toml",
        include_str!("../data/facts/sanctions.toml"),
    ),
    (
        "data/facts/sources.toml",
        include_str!("../data/facts/sources.toml"),
    ),
    (
        "data/facts/speakers.toml",
        include_str!("../data/facts/speakers.toml"),
    ),
    (
        "data/facts/topics.toml",
        include_str!("../data/facts/topics.toml"),
    ),
    (
        "data/facts/troops.toml",
        include_str!("../data/facts/troops.toml"),
    ),
    (
        "data/facts/weapons.toml",
        include_str!("../data/facts/weapons.toml"),
    ),
];

/// The parts of the shipped fact file.
pub fn parts() -> Vec<Part> {
    let part = |(name, text): &(&str, &str)| Part {
        name: (*name).to_owned(),
        text: (*text).to_owned(),
    };
    PARTS.iter().map(part).collect()
}
