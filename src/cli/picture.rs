//! `sumber ask … --format png` and `svg`: the picture of one answer.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use super::{Format, Stop, ThemeName, ask, output};
use crate::commands;
use crate::config::Config;
use crate::facts::Facts;
use crate::query::Query;
use crate::render::card::{self, Look, Theme};

/// Draws the answer to one question.
///
/// # Errors
///
/// That there is no picture of it, that it would go to a terminal, or that nobody reads it.
pub fn run(
    facts: &Facts,
    config: &Config,
    text: &str,
    format: Format,
    theme: ThemeName,
) -> Result<ExitCode, Stop> {
    let misused = |why: String| Stop::Misused(why);
    let query: Query = text.parse().map_err(|why| misused(format!("{why}")))?;
    let answer = commands::answer(facts, &query, ask::language(config));
    let look = Look {
        theme: match theme {
            ThemeName::Light => Theme::Light,
            ThemeName::Dark => Theme::Dark,
        },
        address: None,
    };
    let card = card::draw(&answer, look).ok_or_else(|| {
        misused(format!(
            "there is no picture of {}; claims, topics, /figures and /timeline have one, if anything was known",
            answer.query
        ))
    })?;
    if format == Format::Svg {
        output::show(&card.svg)?;
        return Ok(ExitCode::SUCCESS);
    }
    if io::stdout().is_terminal() {
        return Err(misused(
            "a picture cannot be shown here; send it to a file, as in > picture.png".to_owned(),
        ));
    }
    let bytes = card::png(&card).ok_or_else(|| misused("it could not be drawn".to_owned()))?;
    output::show_bytes(&bytes)?;
    Ok(ExitCode::SUCCESS)
}
