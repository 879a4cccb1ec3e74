//! `sumber export` and `sumber schema`: the facts and their shape for other programs.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use super::{ExportFormat, Stop, output};
use crate::export;
use crate::facts::Facts;
use crate::facts::file;

/// Writes all facts to standard output, or to a file named after the dossier in a folder.
///
/// # Errors
///
/// That nobody reads it, or that the folder cannot be written to.
pub fn run(facts: &Facts, format: ExportFormat, out: Option<&Path>) -> Result<ExitCode, Stop> {
    let (text, ending) = match format {
        ExportFormat::Json => (output::pretty(&export::export(facts)), "json"),
    };
    let Some(folder) = out else {
        output::show(&text)?;
        return Ok(ExitCode::SUCCESS);
    };
    let path = folder.join(format!("{}.{ending}", facts.dossier.id));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, text))
        .map_err(|why| Stop::Misused(format!("{} cannot be written: {why}", path.display())))?;
    output::show(&format!("{}\n", path.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the JSON Schema of the fact file.
///
/// # Errors
///
/// That nobody reads it.
pub fn schema() -> Result<ExitCode, Stop> {
    output::show(&output::pretty(&file::schema()))?;
    Ok(ExitCode::SUCCESS)
}
