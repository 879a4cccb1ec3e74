//! `sumber check`: every problem of a fact file at once, each with its place and how to correct it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{Stop, facts, output};
use crate::facts::Facts;
use crate::facts::file::{check_archive, read};
use crate::facts::problem::{Severity, report};
use crate::phrases::worded;
use crate::render::card;

/// Checks a fact file, and its quotations against an archive if there is one. Exit code 0 or 1.
///
/// # Errors
///
/// That the files or the archive cannot be read.
pub fn run(place: Option<PathBuf>, archive: Option<&Path>) -> Result<ExitCode, Stop> {
    let parts = facts::parts(place.as_deref())?;
    let (facts, mut problems) = match read(&parts) {
        Ok(checked) => (Some(checked.facts), checked.warnings),
        Err(problems) => (None, problems),
    };
    if let Some(folder) = archive {
        if !folder.is_dir() {
            return Err(Stop::Misused(format!(
                "there is no folder {}; name the one that holds the archived texts",
                folder.display()
            )));
        }
        let text = |name: &str| fs::read_to_string(folder.join(name)).ok();
        problems.extend(check_archive(&parts, &text));
    }
    output::show(&report(&problems, &parts, output::wants_colour()))?;
    let refused = problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    match facts {
        Some(facts) if !refused => {
            let (claims, sources) = (facts.claims.len(), facts.sources.len());
            let (topics, reviewed) = (facts.topics.len(), facts.dossier.reviewed);
            output::show(&format!(
                "claims: {claims} · topics: {topics} · sources: {sources} · known up to {reviewed} · good to serve\n"
            ))?;
            output::show(&told(&facts))?;
            Ok(ExitCode::SUCCESS)
        }
        _ => Ok(ExitCode::from(1)),
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
