//! `sumber` without token and key: the preview in the browser, and how to go live from there.

use std::path::PathBuf;
use std::process::ExitCode;

use super::serve::origin;
use super::{Stop, ask, facts, import, output, write};
use crate::config::Config;
use crate::draft::Dossier;
use crate::facts::Shelf;
use crate::phrases::Phrases;
use crate::query::dossier_mark;
use crate::serve::PORTAL;
use crate::serve::preview::{Desk, Site};
use crate::shipped;

/// Serves the preview until it is told to stop. `places` are the paths of the dossiers; none for the facts
/// inside the program.
///
/// # Errors
///
/// What only the operator can fix, in one line.
pub fn open(shelf: Shelf, places: Vec<PathBuf>, config: &Config) -> Result<ExitCode, Stop> {
    let site = Site::open(&config.settings)?;
    let words = Phrases::of(ask::language(config));
    let address = format!("http://{}", site.address());
    let begin = words.format("terminal-preview", &[("address", &address)]);
    let mut said = format!("{begin}\n");
    if site.is_exposed() {
        said.push_str(&output::paragraph("", &words.text("terminal-exposed")));
    }
    let live = words.format("terminal-go-live", &[("url", PORTAL)]);
    said.push_str(&output::paragraph("", &live));
    output::say(&said);
    let desk = desk(&places);
    site.run(&config.settings, shelf, origin(places), desk)?;
    Ok(ExitCode::SUCCESS)
}

/// The files of each dossier, or the facts inside the program, which cannot be written.
fn desk(places: &[PathBuf]) -> Desk {
    let places = places.to_owned();
    if places.is_empty() {
        return Desk {
            read: Box::new(|_| Dossier::read(shipped::parts(), None)),
            write: None,
        };
    }
    let read = move |id: &str| {
        let dossiers = places.iter().flat_map(|place| facts::dossiers(place));
        let mut read =
            dossiers.map(|place| import::dossier(&place).map_err(|stop| stop.to_string()));
        let first = read.next().unwrap_or_else(|| Err(String::new()));
        if id.is_empty() {
            return first;
        }
        let is_named = |one: &Dossier| one.id == id || dossier_mark(&one.id) == id;
        let mut all = std::iter::once(first).chain(read);
        let found = all.find_map(|one| one.ok().filter(is_named));
        found.ok_or_else(|| format!("there is no dossier “{id}”"))
    };
    Desk {
        read: Box::new(read),
        write: Some(Box::new(|edits, dossier| {
            write::write(edits, &dossier.parts)
        })),
    }
}
