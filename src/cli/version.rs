//! `sumber --version`: which program and which facts, for reports of mistakes.

use std::process::ExitCode;
use std::sync::Arc;

use super::{Stop, output};
use crate::facts::{Facts, Shelf};

/// The version of the program, with the revision of its source if the build knew it.
pub fn program() -> String {
    let version = env!("CARGO_PKG_VERSION");
    match option_env!("SUMBER_REVISION") {
        Some(revision) => format!("{version} ({revision})"),
        None => version.to_owned(),
    }
}

/// Prints the version in one line. Facts that cannot be used do not stop it: they may be what is reported.
///
/// # Errors
///
/// The output is closed.
pub fn print(shelf: Result<Shelf, Stop>) -> Result<ExitCode, Stop> {
    let facts = match &shelf {
        Ok(shelf) => {
            let one = |facts: &Arc<Facts>| {
                format!("facts {} of {}", facts.revision, facts.dossier.reviewed)
            };
            shelf.iter().map(one).collect::<Vec<_>>().join(", ")
        }
        Err(_) => "facts that cannot be used".to_owned(),
    };
    output::show(&format!("sumber {} {facts}\n", program()))?;
    Ok(ExitCode::SUCCESS)
}
