//! Finding the facts: a file, a folder of parts, or those shipped inside the program.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Stop, output};
use crate::facts::Facts;
use crate::facts::file::{Part, read};
use crate::facts::problem;
use crate::shipped;

/// The facts at a place, or the shipped ones, checked.
///
/// # Errors
///
/// Every problem with them, or that they cannot be read.
pub fn load(place: Option<PathBuf>) -> Result<Facts, Stop> {
    let parts = parts(place.as_deref())?;
    match read(&parts) {
        Ok(checked) => Ok(checked.facts),
        Err(problems) => Err(Stop::Refused(problem::report(
            &problems,
            &parts,
            output::wants_colour(),
        ))),
    }
}

/// The parts of the fact file at a place, in the order of their names, or the shipped ones.
///
/// # Errors
///
/// That the place cannot be read, or that there is no `.toml` file in it.
pub fn parts(place: Option<&Path>) -> Result<Vec<Part>, Stop> {
    let Some(place) = place else {
        return Ok(shipped::parts());
    };
    let unreadable = |path: &Path, why: &std::io::Error| {
        Stop::Misused(format!("{} cannot be read: {why}", path.display()))
    };
    let mut paths = vec![place.to_owned()];
    if place.is_dir() {
        let entries = fs::read_dir(place).map_err(|why| unreadable(place, &why))?;
        let inside = entries.filter_map(|entry| Some(entry.ok()?.path()));
        paths = inside
            .filter(|path| path.extension().is_some_and(|end| end == "toml"))
            .collect();
        paths.sort();
    }
    if paths.is_empty() {
        return Err(Stop::Misused(format!(
            "there is no .toml file in {}",
            place.display()
        )));
    }
    let part = |path: PathBuf| match fs::read_to_string(&path) {
        Ok(text) => Ok(Part {
            name: path.display().to_string(),
            text,
        }),
        Err(why) => Err(unreadable(&path, &why)),
    };
    paths.into_iter().map(part).collect()
}
