//! Loads the facts: a file, a folder of parts, or the shipped ones.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Stop, output};
use crate::config;
use crate::facts::Facts;
use crate::facts::file::{Part, read};
use crate::facts::problem;
use crate::shipped;

/// Reads and checks the facts at a path, or the shipped ones.
///
/// # Errors
///
/// The facts have errors, or they cannot be read.
pub fn load(place: Option<PathBuf>) -> Result<Facts, Stop> {
    let parts = parts(place.as_deref())?;
    read(&parts)
        .map(|checked| checked.facts)
        .map_err(|problems| {
            let report = problem::report(&problems, &parts, output::wants_colour());
            let which = place.map_or("the shipped facts".to_owned(), |place| {
                format!("the facts in {}", place.display())
            });
            Stop::Refused(format!(
                "{report}sumber: nothing was started: {which} were refused\n"
            ))
        })
}

/// The parts of the fact file at a path, in the order of their names, or the shipped ones.
///
/// # Errors
///
/// The path cannot be read, or the folder has no `.toml` file.
pub fn parts(place: Option<&Path>) -> Result<Vec<Part>, Stop> {
    let Some(place) = place else {
        return Ok(shipped::parts());
    };
    let mut paths = vec![place.to_owned()];
    if place.is_dir() {
        let entries = fs::read_dir(place)
            .map_err(|why| Stop::Misused(format!("{} cannot be read: {why}", place.display())))?;
        let inside = entries.filter_map(|entry| Some(entry.ok()?.path()));
        paths = inside
            .filter(|path| path.extension().is_some_and(|end| end == "toml"))
            .collect();
        paths.sort();
    }
    if paths.is_empty() {
        return Err(Stop::Misused(format!(
            "there is no .toml file in the folder {}; name the fact file, or the folder that holds its parts",
            place.display()
        )));
    }
    let part = |path: PathBuf| -> Result<Part, Stop> {
        Ok(Part {
            text: config::text(&path)?,
            name: path.display().to_string(),
        })
    };
    paths.into_iter().map(part).collect()
}
