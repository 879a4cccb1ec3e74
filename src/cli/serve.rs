//! `sumber serve` and `sumber commands --register`: going to Discord, or listening for it, with the settings at hand.

use std::process::ExitCode;
use std::sync::Arc;

use super::{Stop, ask, output};
use crate::config::Config;
use crate::facts::Facts;
use crate::phrases::Words;
use crate::serve::{self, Fatal, PORTAL, PublicKey, Registered, SHARE_PAUSE, Settings, TOLERANCE};

/// Connects to Discord or listens for it, and answers until told to stop.
///
/// # Errors
///
/// What only the operator can mend, in one line.
pub fn run(facts: Facts, config: &Config) -> Result<ExitCode, Stop> {
    let key = config
        .key
        .as_deref()
        .map(|text| PublicKey::of(text).ok_or_else(|| Stop::Misused(Fatal::Key.to_string())));
    let settings = Settings {
        key: key.transpose()?,
        ..settings(config)
    };
    serve::run(&settings, Arc::new(facts)).map_err(|fatal| Stop::Misused(fatal.to_string()))?;
    Ok(ExitCode::SUCCESS)
}

/// Tells Discord of the commands, if it has others.
///
/// # Errors
///
/// What only the operator can mend, in one line.
pub fn register(facts: Facts, config: &Config, guild: Option<u64>) -> Result<ExitCode, Stop> {
    if config.token.is_none() {
        return Err(no_token(config));
    }
    let registered = serve::register(&settings(config), Arc::new(facts), guild)
        .map_err(|why| Stop::Misused(why.to_string()))?;
    let words = Words::of(ask::language(config));
    let line = match registered {
        Registered::Unchanged => words.say("terminal-unchanged"),
        Registered::Sent(n) => words.count("terminal-sent", n, &[]),
    };
    output::show(&format!("{line}\n"))?;
    Ok(ExitCode::SUCCESS)
}

fn no_token(config: &Config) -> Stop {
    let words = Words::of(ask::language(config));
    Stop::Misused(words.with("terminal-no-token", &[("url", PORTAL)]))
}

/// The settings without the public key, which only listening needs.
pub(super) fn settings(config: &Config) -> Settings {
    Settings {
        token: config.token.clone(),
        key: None,
        wire: config.wire,
        listen: config.listen.clone(),
        tolerance: config.tolerance.unwrap_or(TOLERANCE),
        api: config.api.clone(),
        language: config.language,
        public_url: config.public_url.clone(),
        share_pause: config.share_pause.unwrap_or(SHARE_PAUSE),
    }
}
