//! The state of the fact file while somebody edits it, with its problems.

use serde_json::{Value, json};

use crate::facts::problem::{Problem, Severity};
use crate::serve::bot::Bot;
use crate::serve::reload::Reloader;

/// The state of the file as JSON for the page.
pub(super) fn report(reloader: &Reloader, bot: &Bot) -> Value {
    let facts = bot.facts();
    let seen = reloader.seen();
    let place = reloader.origin.as_ref().map(|origin| &origin.place);
    let problems: Vec<Value> = seen.problems.iter().map(problem_json).collect();
    json!({
        "place": place.map(|place| place.display().to_string()),
        "revision": facts.revision,
        "claims": facts.claims.len(),
        "refused": seen.refused,
        "unread": seen.unread(),
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
