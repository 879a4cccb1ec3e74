//! Loads the facts: a file, a folder of parts, or the shipped ones.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::{Stop, output};
use crate::facts::Facts;
use crate::facts::file::{Part, read};
use crate::facts::problem;
use crate::shipped;

/// The most bytes of a file: far more than any facts, and little enough to be read at once.
const MOST_BYTES: u64 = 64 << 20;

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

/// The parts of the fact file at a path, in the order of their names, or the shipped ones. Of a folder, they are the files
/// whose names end in `.toml`, without hidden ones: those are what editors and systems keep beside a file.
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
        paths = inside.filter(|path| is_part(path)).collect();
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
            text: text(&path)?,
            name: path.display().to_string(),
        })
    };
    paths.into_iter().map(part).collect()
}

fn is_part(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy());
    let hidden = name.is_none_or(|name| name.starts_with('.'));
    !hidden && path.extension().is_some_and(|end| end == "toml")
}

/// The text of an ordinary file of at most 64 MiB.
///
/// # Errors
///
/// Those of a file that cannot be read, and where it is not UTF-8.
pub fn text(path: &Path) -> Result<String, Stop> {
    String::from_utf8(bytes(path)?).map_err(|wrong| {
        let good = wrong.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(wrong.as_bytes().get(..good).unwrap_or_default());
        let line = 1 + before.matches('\n').count();
        let column = 1 + before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count();
        Stop::Misused(format!(
            "{}:{line}:{column} is not text in UTF-8; save it as UTF-8",
            path.display()
        ))
    })
}

/// The bytes of an ordinary file of at most 64 MiB.
///
/// # Errors
///
/// That nothing is there, that it is something else than a file, that it is too large, or what the system says.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Stop> {
    let place = path.display();
    let misused = |why: String| Stop::Misused(why);
    let unreadable = |why: std::io::Error| match why.kind() {
        ErrorKind::NotFound => misused(format!("there is nothing at {place}; check its name")),
        _ => misused(format!("{place} cannot be read: {why}")),
    };
    // Opening a pipe would wait until somebody writes to it, so look first.
    let found = fs::metadata(path).map_err(unreadable)?;
    if found.is_dir() {
        return Err(misused(format!(
            "{place} is a folder; name a file in it instead"
        )));
    }
    if !found.is_file() {
        return Err(misused(format!(
            "{place} is not an ordinary file, but a pipe, a socket or a device; save the facts in a file"
        )));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    // It may grow while it is read.
    file.take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST_BYTES) {
        let most = MOST_BYTES >> 20;
        return Err(misused(format!(
            "{place} is larger than {most} MiB; divide the facts among the files of a folder"
        )));
    }
    Ok(bytes)
}
