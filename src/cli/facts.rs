//! Loads the dossiers: files, folders of parts, folders of dossiers, or the shipped facts.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Stop, output};
use crate::facts::file::{Part, clashes, read};
use crate::facts::problem::{self, Severity};
use crate::facts::{Facts, Shelf};
use crate::serve::Reading;
use crate::shipped;

/// The most bytes of a file: far more than any facts, and little enough to be read at once.
const MOST_BYTES: u64 = 64 << 20;

/// The name of the part that makes a folder a dossier.
const DOSSIER: &str = "dossier.toml";

/// Reads and checks the dossiers at some paths, or the shipped facts. A dossier with errors is left out, and standard error
/// says why.
///
/// # Errors
///
/// No dossier can be used: they have errors, or they cannot be read.
pub fn load(places: &[PathBuf]) -> Result<Shelf, Stop> {
    let readings = readings(places);
    if let [reading] = readings.as_slice() {
        return only(reading).map(Shelf::from);
    }
    let (checked, refused) = checked(&readings);
    let shelf = Shelf::new(checked.into_iter().map(Arc::new));
    match shelf {
        Some(shelf) => {
            output::print_error(&refused);
            Ok(shelf)
        }
        None => Err(Stop::Refused(format!(
            "{refused}sumber: nothing was started: no dossier can be used\n"
        ))),
    }
}

/// The facts of the only dossier.
fn only(reading: &Reading) -> Result<Facts, Stop> {
    let parts = reading
        .parts
        .as_ref()
        .map_err(|why| Stop::Misused(why.clone()))?;
    let which = || match reading.place.as_os_str().is_empty() {
        true => "the shipped facts".to_owned(),
        false => format!("the facts in {}", reading.place.display()),
    };
    read(parts)
        .map(|checked| checked.facts)
        .map_err(|problems| {
            let report = problem::report(&problems, parts, output::wants_colour());
            let which = which();
            Stop::Refused(format!(
                "{report}sumber: nothing was started: {which} were refused\n"
            ))
        })
}

/// The facts of each dossier that can be used among several, and why the others are left out.
fn checked(readings: &[Reading]) -> (Vec<Facts>, String) {
    let (mut good, mut refused) = (Vec::new(), String::new());
    for reading in readings {
        let place = reading.place.display();
        match reading.parts.as_deref().map(|parts| (parts, read(parts))) {
            Ok((parts, Ok(checked))) => good.push((place, parts, checked.facts)),
            Ok((parts, Err(problems))) => {
                refused += &problem::report(&problems, parts, output::wants_colour());
                refused += &format!("sumber: {place} is left out: it was refused\n");
            }
            Err(why) => refused += &format!("sumber: {place} is left out: {why}\n"),
        }
    }
    let parts: Vec<&[Part]> = good.iter().map(|(_, parts, _)| *parts).collect();
    let mut facts = Vec::new();
    for (found, (place, parts, checked)) in clashes(&parts).into_iter().zip(good) {
        let mut errors = found;
        errors.retain(|problem| problem.severity == Severity::Error);
        if errors.is_empty() {
            facts.push(checked);
        } else {
            refused += &problem::report(&errors, parts, output::wants_colour());
            refused += &format!("sumber: {place} is left out: it was refused\n");
        }
    }
    (facts, refused)
}

/// The files of each dossier at some paths; without a path, the shipped facts, whose place is empty.
pub fn readings(places: &[PathBuf]) -> Vec<Reading> {
    if places.is_empty() {
        return vec![Reading {
            place: PathBuf::new(),
            parts: Ok(shipped::parts()),
        }];
    }
    let dossiers = places.iter().flat_map(|place| dossiers(place));
    dossiers
        .map(|place| Reading {
            parts: parts(Some(&place)).map_err(|stop| stop.to_string()),
            place,
        })
        .collect()
}

/// The dossiers at a path: if it is a folder without parts of its own, the folders in it that have a `dossier.toml`, in the
/// order of their names; otherwise the path itself.
pub fn dossiers(place: &Path) -> Vec<PathBuf> {
    let inside = |folder: &Path| {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect::<Vec<_>>()
    };
    let here = inside(place);
    let mut found = here.clone();
    found.retain(|path| !is_hidden(path) && path.join(DOSSIER).is_file());
    found.sort();
    match found.is_empty() || here.iter().any(|path| is_part(path)) {
        true => vec![place.to_owned()],
        false => found,
    }
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
    !is_hidden(path) && path.extension().is_some_and(|end| end == "toml")
}

fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy());
    name.is_none_or(|name| name.starts_with('.'))
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
