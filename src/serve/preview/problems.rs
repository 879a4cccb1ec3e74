//! The state of the fact file while somebody edits it, with its problems.

use serde_json::{Value, json};

use crate::facts::problem::{Problem, Severity};
use crate::serve::bot::Bot;
use crate::serve::reload::{Reloader, SeenDossier};

/// The state of the file as JSON for the page.
pub(super) fn report(reloader: &Reloader, bot: &Bot) -> Value {
    let (shelf, seen) = (bot.shelf(), reloader.seen());
    let places = reloader.origin.as_ref().map(|origin| {
        let places = origin.places.iter();
        let places: Vec<String> = places.map(|place| place.display().to_string()).collect();
        places.join(", ")
    });
    let dossiers = || seen.dossiers.iter();
    let claims: usize = shelf.iter().map(|facts| facts.claims.len()).sum();
    let problems = dossiers().flat_map(SeenDossier::problems);
    let problems: Vec<Value> = problems.map(problem_json).collect();
    json!({
        "place": places,
        "revision": shelf.revision(),
        "claims": claims,
        "refused": dossiers().any(SeenDossier::is_refused),
        "unread": dossiers().find_map(|one| one.unread.as_deref()),
        "problems": problems,
    })
}

/// A problem as JSON for the page.
pub(super) fn problem_json(problem: &Problem) -> Value {
    json!({
        "severity": match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "record": problem.record,
        "what": problem.what,
        "help": problem.help,
    })
}
