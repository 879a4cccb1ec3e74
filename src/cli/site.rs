//! `sumber export --format html`: every public page as a file in a folder.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use super::{Stop, output};
use crate::config;
use crate::facts::Facts;
use crate::pages::{self, Form, Options};
use crate::render::card;

/// Writes the site. Files that are there already are replaced, and no other is touched.
///
/// # Errors
///
/// That no folder was named or that it cannot be written to, or that the address is none of the web.
pub fn run(facts: &Facts, out: Option<&Path>, base: Option<&str>) -> Result<ExitCode, Stop> {
    let Some(folder) = out else {
        let line = "--format html writes many files; name a folder for them with --out";
        return Err(Stop::Misused(line.to_owned()));
    };
    let base = base.map(config::address).transpose()?;
    let options = Options {
        public_url: base.as_deref(),
        form: Form::Files,
        pictures: base.is_some(),
    };
    let mut written = 0;
    for path in pages::site(facts, options) {
        let Some(page) = pages::page(facts, &path, options) else {
            continue;
        };
        write(&folder.join(pages::file(&path)), page.body.as_bytes())?;
        written += 1;
    }
    for path in pages::pictures(facts).iter().filter(|_| options.pictures) {
        let Some(card) = pages::picture(facts, path, options) else {
            continue;
        };
        if let Some(png) = card::png(&card) {
            write(&folder.join(pages::file(path)), &png)?;
            written += 1;
        }
    }
    let first = folder.join(pages::file("/"));
    output::show(&format!("{} ({written})\n", first.display()))?;
    Ok(ExitCode::SUCCESS)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Stop> {
    let made = path.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(path, bytes))
        .map_err(|why| Stop::Misused(format!("{} cannot be written: {why}", path.display())))
}
