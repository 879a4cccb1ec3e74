//! `sumber check`: every problem of a fact file at once, each with its place and how to correct it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use super::{Stop, facts, output};
use crate::commands::Listing;
use crate::facts::file::{Part, check_archive, clashes, read};
use crate::facts::problem::{Problem, Severity, report};
use crate::facts::{Facts, Shelf};
use crate::phrases::worded;
use crate::render::card;
use crate::serve::Reading;

/// Checks the dossiers at some paths, and their quotations against an archive if there is one. Exit code 0 or 1.
///
/// # Errors
///
/// That the only dossier or the archive cannot be read.
pub fn run(places: &[PathBuf], archive: Option<&Path>) -> Result<ExitCode, Stop> {
    let readings = facts::readings(places);
    if let [
        Reading {
            parts: Err(why), ..
        },
    ] = &*readings
    {
        return Err(Stop::Misused(why.clone()));
    }
    if let Some(folder) = archive.filter(|folder| !folder.is_dir()) {
        return Err(Stop::Misused(format!(
            "there is no folder {}; name the one that holds the archived texts",
            folder.display()
        )));
    }
    let mut checked: Vec<Checked> = Vec::new();
    for reading in &readings {
        checked.push(Checked::of(reading, archive));
    }
    let good = checked.iter().filter(|one| !one.is_refused());
    let parts: Vec<&[Part]> = good.map(|one| one.parts).collect();
    let good = checked.iter_mut().filter(|one| !one.is_refused());
    for (one, found) in good.zip(clashes(&parts)) {
        one.problems.extend(found);
    }
    for one in &checked {
        if readings.len() > 1 {
            output::show(&format!("{}\n", one.place.display()))?;
        }
        output::show(&one.report())?;
    }
    let refused = checked.iter().any(Checked::is_refused);
    let good = checked.into_iter().filter(|one| !one.is_refused());
    let shelf = Shelf::new(good.filter_map(|one| one.facts).map(Arc::new));
    output::show(&shelf.as_ref().map(without_command).unwrap_or_default())?;
    Ok(match refused {
        true => ExitCode::from(1),
        false => ExitCode::SUCCESS,
    })
}

/// Why a dossier cannot be read.
fn unread(reading: &Reading) -> Option<&str> {
    reading.parts.as_ref().err().map(String::as_str)
}

/// A dossier with its problems.
struct Checked<'a> {
    place: &'a Path,
    parts: &'a [Part],
    facts: Option<Facts>,
    problems: Vec<Problem>,
    unread: Option<&'a str>,
}

impl<'a> Checked<'a> {
    fn of(reading: &'a Reading, archive: Option<&Path>) -> Self {
        let parts = reading.parts.as_deref().unwrap_or_default();
        let (facts, mut problems) = match unread(reading) {
            Some(_) => (None, Vec::new()),
            None => match read(parts) {
                Ok(checked) => (Some(checked.facts), checked.warnings),
                Err(problems) => (None, problems),
            },
        };
        if let Some(folder) = archive {
            let text = |name: &str| fs::read_to_string(folder.join(name)).ok();
            problems.extend(check_archive(parts, &text));
        }
        Self {
            place: &reading.place,
            parts,
            facts,
            problems,
            unread: unread(reading),
        }
    }

    fn is_refused(&self) -> bool {
        let mut problems = self.problems.iter();
        self.facts.is_none() || problems.any(|problem| problem.severity == Severity::Error)
    }

    /// Its problems; if it is good to serve, what is in it.
    fn report(&self) -> String {
        let unread = self.unread.map(|why| format!("{why}\n"));
        let mut text = unread.unwrap_or_default();
        text += &report(&self.problems, self.parts, output::wants_colour());
        if let Some(facts) = self.facts.as_ref().filter(|_| !self.is_refused()) {
            let (claims, sources) = (facts.claims.len(), facts.sources.len());
            let (topics, reviewed) = (facts.topics.len(), facts.dossier.reviewed);
            text += &format!(
                "claims: {claims} · topics: {topics} · sources: {sources} · known up to {reviewed} · good to serve\n"
            );
            text += &told(facts);
        }
        text
    }
}

/// How many topics have no command of their own.
fn without_command(shelf: &Shelf) -> String {
    match Listing::from(shelf).uncommanded() {
        0 => String::new(),
        1 => "1 topic has no command of its own: /topic asks for it\n".to_owned(),
        many => format!("{many} topics have no command of their own: /topic asks for them\n"),
    }
}

/// What the bot lacks in the languages of the facts, a line each.
fn told(facts: &Facts) -> String {
    let mut lines = String::new();
    for lang in facts.dossier.languages.iter() {
        let (own, code) = (worded(lang), lang.code());
        if !own.is(code) {
            lines.push_str(&format!(
                "{code}: the bot has no words of its own in it, so these are in {} · docs/languages.md says how to add them\n",
                own.code()
            ));
        }
        if let Some(letter) = card::missing(lang) {
            lines.push_str(&format!(
                "{code}: no pictures, because their fonts lack its letters, such as {letter}\n"
            ));
        }
    }
    lines
}
