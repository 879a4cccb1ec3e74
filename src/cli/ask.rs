//! `sumber ask`: one answer in the requested format, or as a picture.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use super::{Format, Stop, ThemeName, output};
use crate::commands::shelf as answers;
use crate::config::Config;
use crate::discord;
use crate::discord::interaction::Interaction;
use crate::facts::{Lang, Shelf};
use crate::query::{Key, Query};
use crate::render;
use crate::render::card::{self, Look, Theme};

/// Prints the answer to one query.
///
/// # Errors
///
/// The output is closed.
pub fn once(
    shelf: &Shelf,
    config: &Config,
    text: &str,
    format: Option<Format>,
) -> Result<ExitCode, Stop> {
    output::show(&rendered(shelf, settings(config), text, format))?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the picture of one answer, as PNG or SVG.
///
/// # Errors
///
/// The answer has no picture, the output is a terminal, or it is closed.
pub fn picture(
    shelf: &Shelf,
    config: &Config,
    text: &str,
    format: Format,
    theme: ThemeName,
) -> Result<ExitCode, Stop> {
    let query = answers::typed(shelf, text).with(Key::Picture, "true");
    let answer = answers::answer(shelf, &query, language(config));
    let look = Look {
        theme: match theme {
            ThemeName::Light => Theme::Light,
            ThemeName::Dark => Theme::Dark,
        },
        address: None,
    };
    let card = card::draw(&answer, look).ok_or_else(|| {
            Stop::Misused(format!(
                "there is no picture of {}; claims, topics, /figures and /timeline have one, if anything was known",
                answer.query.clone().without(Key::Picture)
            ))
        })?;
    if format == Format::Svg {
        output::show(&card.svg)?;
        return Ok(ExitCode::SUCCESS);
    }
    if io::stdout().is_terminal() {
        let line = "a picture cannot be shown here; send it to a file, as in > picture.png";
        return Err(Stop::Misused(line.to_owned()));
    }
    let png = card::png(&card).ok_or_else(|| Stop::Misused("it could not be drawn".to_owned()))?;
    output::show_bytes(&png)?;
    Ok(ExitCode::SUCCESS)
}

/// The language at a terminal if the query names none: the deployment's, then the system's.
pub(super) fn language(config: &Config) -> Lang {
    let of_system = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    config
        .settings
        .language
        .or_else(|| Lang::of(&of_system?))
        .unwrap_or(Lang::En)
}

/// The settings of a conversation at a terminal.
pub(super) fn settings(config: &Config) -> discord::Settings<'_> {
    discord::Settings {
        language: Some(language(config)),
        ..config.settings.discord_settings()
    }
}

/// The answer to a typed query, in the requested format.
pub(super) fn rendered(
    shelf: &Shelf,
    settings: discord::Settings<'_>,
    text: &str,
    format: Option<Format>,
) -> String {
    let lang = settings.language.unwrap_or(Lang::En);
    let query = with_valid_share(answers::typed(shelf, text));
    if format == Some(Format::Discord) {
        let reply = discord::reply(shelf, settings, &Interaction::asking(&query));
        return format!("{}\n", reply.body);
    }
    let answer = answers::answer(shelf, &query, lang);
    let page = render::page(&answer);
    match format {
        None => render::text::text(&page, output::style()),
        Some(Format::Text) => render::text::text(&page, render::text::Style::default()),
        Some(Format::Markdown) => render::markdown::markdown(&page),
        Some(Format::Html) => render::html::document(&page, answers::of(shelf, &answer)),
        Some(Format::Svg | Format::Png) => String::new(),
        Some(Format::Json | Format::Discord) => output::pretty(&render::json::json(&page)),
    }
}

/// The query without a `share` that is neither true nor false.
fn with_valid_share(query: Query) -> Query {
    let is_valid = |share: &str| {
        let values = ["true", "false"];
        values.iter().any(|value| share.eq_ignore_ascii_case(value))
    };
    if query.get(Key::Share).is_none_or(is_valid) {
        query
    } else {
        query.without(Key::Share)
    }
}
