//! `sumber serve`, `sumber commands --register` and `sumber commands --clear`.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{Stop, ask, facts, output};
use crate::config::Config;
use crate::facts::Shelf;
use crate::phrases::Phrases;
use crate::serve::{self, Fatal, Origin, PORTAL, Registered};

/// Connects to Discord or listens for its requests, and answers until it is told to stop. `places` are the paths of the
/// dossiers; none for the facts inside the program.
///
/// # Errors
///
/// What only the operator can fix, in one line.
pub fn run(shelf: Shelf, places: Vec<PathBuf>, config: &Config) -> Result<ExitCode, Stop> {
    serve::run(&config.settings, shelf, origin(places))?;
    Ok(ExitCode::SUCCESS)
}

/// The dossiers at some paths, to be read again when they change.
pub(super) fn origin(places: Vec<PathBuf>) -> Option<Origin> {
    if places.is_empty() {
        return None;
    }
    let paths = places.clone();
    Some(Origin {
        places,
        read: Box::new(move || facts::readings(&paths)),
    })
}

/// Registers the commands, if Discord has others.
///
/// # Errors
///
/// What only the operator can fix, in one line.
pub fn register(shelf: Shelf, config: &Config, guild: Option<u64>) -> Result<ExitCode, Stop> {
    if config.settings.token.is_none() {
        return Err(no_token(config));
    }
    let (registered, twice) = serve::register(&config.settings, shelf, guild)?;
    let words = Phrases::of(ask::language(config));
    let line = match registered {
        Registered::Unchanged => words.text("terminal-unchanged"),
        Registered::Sent(n) => words.plural("terminal-sent", n, &[]),
    };
    output::show(&format!("{line}\n"))?;
    if twice {
        output::show(&format!("{}\n", words.text("terminal-twice")))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Removes the commands of a server or those for all servers.
///
/// # Errors
///
/// What only the operator can fix, in one line.
pub fn clear(config: &Config, guild: Option<u64>) -> Result<ExitCode, Stop> {
    if config.settings.token.is_none() {
        return Err(no_token(config));
    }
    let words = Phrases::of(ask::language(config));
    let line = match serve::clear(&config.settings, guild)? {
        0 => words.text("terminal-clear"),
        n => words.plural("terminal-removed", n, &[]),
    };
    output::show(&format!("{line}\n"))?;
    Ok(ExitCode::SUCCESS)
}

/// The line that says how to get a token.
pub(super) fn no_token(config: &Config) -> Stop {
    let words = Phrases::of(ask::language(config));
    Stop::Misused(words.format("terminal-no-token", &[("url", PORTAL)]))
}

impl From<Fatal> for Stop {
    fn from(fatal: Fatal) -> Self {
        Self::Misused(fatal.to_string())
    }
}
