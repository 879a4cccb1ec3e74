//! `sumber serve` and `sumber commands --register`: going to Discord with the settings at hand.

use std::process::ExitCode;
use std::sync::Arc;

use super::{Stop, ask, output};
use crate::config::Config;
use crate::facts::Facts;
use crate::phrases::Words;
use crate::serve::{self, PORTAL, Registered, SHARE_PAUSE, Settings};

/// Connects to Discord and answers until told to stop.
///
/// # Errors
///
/// What only the operator can mend, in one line.
pub fn run(facts: Facts, config: &Config) -> Result<ExitCode, Stop> {
    let settings = settings(config)?;
    serve::run(&settings, Arc::new(facts)).map_err(|fatal| Stop::Misused(fatal.to_string()))?;
    Ok(ExitCode::SUCCESS)
}

/// Tells Discord of the commands, if it has others.
///
/// # Errors
///
/// What only the operator can mend, in one line.
pub fn register(facts: Facts, config: &Config, guild: Option<u64>) -> Result<ExitCode, Stop> {
    let settings = settings(config)?;
    let registered = serve::register(&settings, Arc::new(facts), guild)
        .map_err(|why| Stop::Misused(why.to_string()))?;
    let words = Words::of(ask::language(config));
    let line = match registered {
        Registered::Unchanged => words.say("terminal-unchanged"),
        Registered::Sent(n) => words.count("terminal-sent", n, &[]),
    };
    output::show(&format!("{line}\n"))?;
    Ok(ExitCode::SUCCESS)
}

fn settings(config: &Config) -> Result<Settings, Stop> {
    let Some(token) = config.token.clone() else {
        let words = Words::of(ask::language(config));
        return Err(Stop::Misused(
            words.with("terminal-no-token", &[("url", PORTAL)]),
        ));
    };
    Ok(Settings {
        token,
        api: config.api.clone(),
        language: config.language,
        public_url: config.public_url.clone(),
        share_pause: config.share_pause.unwrap_or(SHARE_PAUSE),
    })
}
