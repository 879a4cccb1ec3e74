//! The entry point: reads the arguments and settings and runs one command.

use std::process::ExitCode;

use clap::Parser;
use sumber::cli::{self, Arguments, Command, Format, Stop, ThemeName};
use sumber::config::Config;
use sumber::facts::Facts;

fn main() -> ExitCode {
    match start(Arguments::parse()) {
        Ok(code) => code,
        Err(stop) => stop.exit(),
    }
}

fn start(arguments: Arguments) -> Result<ExitCode, Stop> {
    let Arguments {
        command,
        facts,
        config,
        listen,
    } = arguments;
    // Only commands that reach Discord need the environment; a broken `.env` must not stop the others.
    let live = || Config::load(config.as_deref(), listen.clone());
    let offline = || Config::of_file(config.as_deref());
    let load = |config: &Config| -> Result<Facts, Stop> {
        cli::facts::load(facts.clone().or_else(|| config.facts.clone()))
    };
    match command {
        None | Some(Command::Serve) => {
            let config = live()?;
            if config.settings.is_live() {
                cli::serve::run(load(&config)?, &config)
            } else {
                let place = facts.clone().or_else(|| config.facts.clone());
                cli::preview::open(load(&config)?, place, &config)
            }
        }
        Some(Command::Ask {
            query,
            format,
            theme,
        }) => {
            let config = offline()?;
            asked(&load(&config)?, &config, &query.join(" "), (format, theme))
        }
        Some(Command::Check { path, archive }) => {
            let place = match path.or(facts) {
                Some(place) => Some(place),
                None => offline()?.facts,
            };
            cli::check::run(place, archive.as_deref())
        }
        Some(Command::Commands {
            json,
            register,
            clear,
            guild,
        }) => match (register, clear) {
            (true, _) => {
                let config = live()?;
                cli::serve::register(load(&config)?, &config, guild)
            }
            (_, true) => cli::serve::clear(&live()?, guild),
            _ => {
                let config = offline()?;
                cli::commands::list(&load(&config)?, &config, json)
            }
        },
        Some(Command::Export { format, out, base }) => {
            let config = offline()?;
            let facts = load(&config)?;
            cli::export::run(&facts, &config, format, out.as_deref(), base.as_deref())
        }
        Some(Command::Schema { of }) => cli::export::schema(of),
    }
}

/// Answers one query, or opens the prompt if there is none.
fn asked(
    facts: &Facts,
    config: &Config,
    text: &str,
    (format, theme): (Option<Format>, ThemeName),
) -> Result<ExitCode, Stop> {
    match format {
        Some(format @ (Format::Png | Format::Svg)) => {
            cli::ask::picture(facts, config, text, format, theme)
        }
        _ if text.is_empty() => cli::prompt::run(facts, config, format),
        _ => cli::ask::once(facts, config, text, format),
    }
}
