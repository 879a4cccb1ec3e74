//! The entry point: reads arguments and settings and runs one command.

use std::process::ExitCode;

use clap::Parser;
use sumber::cli::{self, Arguments, Format, Stop, ThemeName, Way};
use sumber::config::Config;
use sumber::facts::Facts;

fn main() -> ExitCode {
    match start(Arguments::parse()) {
        Ok(code) => code,
        Err(stop) => stop.tell(),
    }
}

fn start(arguments: Arguments) -> Result<ExitCode, Stop> {
    let Arguments {
        way,
        facts,
        config,
        listen,
    } = arguments;
    // Only commands for Discord need the environment; a broken `.env` must not stop the others.
    let live = || Config::load(config.as_deref(), listen.clone());
    let offline = || Config::of_file(config.as_deref());
    let load = |config: &Config| -> Result<Facts, Stop> {
        cli::facts::load(facts.clone().or_else(|| config.facts.clone()))
    };
    match way {
        None | Some(Way::Serve) => {
            let config = live()?;
            if config.settings.is_live() {
                cli::serve::run(load(&config)?, &config)
            } else {
                let place = facts.clone().or_else(|| config.facts.clone());
                cli::preview::open(load(&config)?, place, &config)
            }
        }
        Some(Way::Ask {
            query,
            format,
            theme,
        }) => {
            let config = offline()?;
            asked(&load(&config)?, &config, &query.join(" "), (format, theme))
        }
        Some(Way::Check { path, archive }) => {
            let place = match path.or(facts) {
                Some(place) => Some(place),
                None => offline()?.facts,
            };
            cli::check::run(place, archive.as_deref())
        }
        Some(Way::Commands {
            json,
            register,
            guild,
        }) => {
            let config = if register { live()? } else { offline()? };
            if register {
                cli::serve::register(load(&config)?, &config, guild)
            } else {
                cli::commands::list(&load(&config)?, &config, json)
            }
        }
        Some(Way::Export { format, out, base }) => {
            let config = offline()?;
            let facts = load(&config)?;
            cli::export::run(&facts, &config, format, out.as_deref(), base.as_deref())
        }
        Some(Way::Schema { of }) => cli::export::schema(of),
    }
}

/// One answer, or the prompt if there is no question.
fn asked(
    facts: &Facts,
    config: &Config,
    text: &str,
    (format, theme): (Option<Format>, ThemeName),
) -> Result<ExitCode, Stop> {
    match format {
        Some(format @ (Format::Png | Format::Svg)) => {
            cli::picture::run(facts, config, text, format, theme)
        }
        _ if text.is_empty() => cli::prompt::ask(facts, config, format),
        _ => cli::ask::once(facts, config, text, format),
    }
}
