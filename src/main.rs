//! Sumber's way in: read the arguments and settings, start one way.

use std::process::ExitCode;

use clap::Parser;
use sumber::cli::{self, Arguments, Stop, Way};
use sumber::config::Config;

fn main() -> ExitCode {
    match start(Arguments::parse()) {
        Ok(code) => code,
        Err(stop) => stop.tell(),
    }
}

fn start(arguments: Arguments) -> Result<ExitCode, Stop> {
    let config = Config::load(arguments.config.as_deref())?;
    let place = arguments.facts.clone().or(config.facts.clone());
    match arguments.way {
        None if config.token.is_none() => cli::prompt::open(&cli::facts::load(place)?, &config),
        None | Some(Way::Serve) => cli::serve::run(cli::facts::load(place)?, &config),
        Some(Way::Ask {
            query: None,
            format,
        }) => cli::prompt::ask(&cli::facts::load(place)?, &config, format),
        Some(Way::Ask {
            query: Some(query),
            format,
        }) => cli::ask::once(&cli::facts::load(place)?, &config, &query, format),
        Some(Way::Check { path, archive }) => cli::check::run(path.or(place), archive.as_deref()),
        Some(Way::Commands {
            json,
            register,
            guild,
        }) => {
            let facts = cli::facts::load(place)?;
            if register {
                cli::serve::register(facts, &config, guild)
            } else {
                cli::commands::list(&facts, &config, json)
            }
        }
        Some(Way::Export { format, out }) => {
            cli::export::run(&cli::facts::load(place)?, format, out.as_deref())
        }
        Some(Way::Schema) => cli::export::schema(),
    }
}
