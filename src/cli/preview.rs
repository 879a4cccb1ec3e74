//! `sumber` without token and key: the preview in the browser, and how to go live from there.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use super::serve::origin;
use super::{Stop, ask, import, output, write};
use crate::config::Config;
use crate::draft::Dossier;
use crate::facts::Facts;
use crate::phrases::Phrases;
use crate::serve::PORTAL;
use crate::serve::preview::{Desk, Site};
use crate::shipped;

/// Serves the preview until it is told to stop. `place` is the path of the facts; none for those inside the program.
///
/// # Errors
///
/// What only the operator can fix, in one line.
pub fn open(facts: Facts, place: Option<PathBuf>, config: &Config) -> Result<ExitCode, Stop> {
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
    let desk = desk(place.clone());
    site.run(&config.settings, Arc::new(facts), place.map(origin), desk)?;
    Ok(ExitCode::SUCCESS)
}

/// The files of a fact file, or the facts inside the program, which cannot be written.
fn desk(place: Option<PathBuf>) -> Desk {
    let Some(place) = place else {
        let shipped = || Dossier::read(shipped::parts(), None);
        return Desk {
            read: Box::new(shipped),
            write: None,
        };
    };
    Desk {
        read: Box::new(move || import::dossier(&place).map_err(|stop| stop.to_string())),
        write: Some(Box::new(|edits, dossier| {
            write::write(edits, &dossier.parts)
        })),
    }
}
