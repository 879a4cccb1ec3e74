//! The entry point: reads the arguments and settings and runs one command.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use clap::Parser;
use sumber::cli::{self, Arguments, Command, Format, Stop, ThemeName};
use sumber::config::Config;
use sumber::facts::{Lang, Shelf};
use sumber::phrases::Phrases;

/// Gives memory back ten seconds after it was last used, where glibc keeps what a crowd of clients needed.
#[cfg(all(
    feature = "jemalloc",
    target_arch = "x86_64",
    target_os = "linux",
    target_env = "gnu"
))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

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
        version,
        shards,
    } = arguments;
    // Only commands that reach Discord need the environment; a broken `.env` must not stop the others.
    let live = || Config::load(config.as_deref(), listen.clone(), shards);
    let offline = || Config::of_file(config.as_deref()).map_err(Stop::from);
    let places = |config: &Config| first_of([&facts, &config.facts]);
    let load = |config: &Config| cli::facts::load(&places(config));
    if version {
        return cli::version::print(offline().and_then(|config| load(&config)));
    }
    match command {
        None | Some(Command::Serve) => {
            let config = live()?;
            serve(&config, places(&config))
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
            checked([&path, &facts], offline, archive.as_deref())
        }
        Some(Command::Commands {
            json,
            register,
            clear,
            guild,
        }) => {
            let config = match register || clear {
                true => live()?,
                false => offline()?,
            };
            cli::commands::run(load(&config)?, &config, (json, register, clear), guild)
        }
        Some(Command::Export { format, out, base }) => {
            let config = offline()?;
            cli::export::run(&load(&config)?, &config, format, (out, base))
        }
        Some(Command::New(options)) => cli::new::run(&options),
        Some(Command::Add(options)) => cli::add::run(&options),
        Some(Command::Import(options)) => cli::import::run(&options),
        Some(Command::Healthcheck) => cli::healthcheck::run(listen.or(offline()?.settings.listen)),
        Some(Command::Links(options)) => cli::links::run(&places(&offline()?), &options),
        Some(Command::Setup(options)) => {
            let config = live()?;
            cli::setup::run(load(&config)?, &config, &options)
        }
        Some(Command::Schema { of }) => cli::export::schema(of),
        Some(Command::Completions { shell }) => cli::completions::complete(shell),
        Some(Command::Man { out }) => cli::completions::man(out.as_deref()),
    }
}

/// Works for Discord or, where nothing is set for that, in the preview.
fn serve(config: &Config, places: Vec<PathBuf>) -> Result<ExitCode, Stop> {
    // So that the first answer does not wait for the English words; without a thread they are read then.
    let _ = thread::Builder::new().spawn(|| Phrases::of(Lang::En));
    let shelf = cli::facts::load(&places)?;
    if config.settings.is_live() {
        cli::serve::run(shelf, places, config)
    } else {
        cli::preview::open(shelf, places, config)
    }
}

/// The first of some lists of paths that has any.
fn first_of(places: [&[PathBuf]; 2]) -> Vec<PathBuf> {
    let given = places.into_iter().find(|places| !places.is_empty());
    given.unwrap_or_default().to_vec()
}

/// Checks the dossiers at the first paths that there are, else at those of the settings.
fn checked(
    places: [&[PathBuf]; 2],
    config: impl FnOnce() -> Result<Config, Stop>,
    archive: Option<&Path>,
) -> Result<ExitCode, Stop> {
    let places = match first_of(places) {
        none if none.is_empty() => config()?.facts,
        places => places,
    };
    cli::check::run(&places, archive)
}

/// Answers one query, or opens the prompt if there is none.
fn asked(
    shelf: &Shelf,
    config: &Config,
    text: &str,
    (format, theme): (Option<Format>, ThemeName),
) -> Result<ExitCode, Stop> {
    match format {
        Some(format @ (Format::Png | Format::Svg)) => {
            cli::ask::picture(shelf, config, text, format, theme)
        }
        _ if text.is_empty() => cli::prompt::run(shelf, config, format),
        _ => cli::ask::once(shelf, config, text, format),
    }
}
