//! `sumber ask`: one question, one answer, in the format that was asked for.

use std::process::ExitCode;

use super::{Format, Stop, output};
use crate::answer::Answer;
use crate::commands;
use crate::config::Config;
use crate::discord;
use crate::discord::interaction::Interaction;
use crate::facts::{Facts, Lang};
use crate::query::Query;
use crate::render;

/// Answers one question.
///
/// # Errors
///
/// That nobody reads the answer.
pub fn once(
    facts: &Facts,
    config: &Config,
    text: &str,
    format: Option<Format>,
) -> Result<ExitCode, Stop> {
    output::show(&written(facts, language(config), text, format))?;
    Ok(ExitCode::SUCCESS)
}

/// The language for somebody at a terminal who named none: the deployment's, then the system's.
pub(super) fn language(config: &Config) -> Lang {
    let of_system = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    config
        .language
        .or_else(|| Lang::of(&of_system?))
        .unwrap_or(Lang::En)
}

/// The answer to a question as it is typed, written out.
pub(super) fn written(facts: &Facts, lang: Lang, text: &str, format: Option<Format>) -> String {
    let query = text.parse::<Query>();
    if let (Some(Format::Discord), Ok(query)) = (format, &query) {
        let settings = discord::Settings {
            language: Some(lang),
        };
        let reply = discord::reply(facts, settings, &Interaction::asking(query));
        return format!("{}\n", reply.callback);
    }
    let answer: Answer = match query {
        Ok(query) => commands::answer(facts, &query, lang),
        Err(why) => commands::unreadable(facts, &why, lang),
    };
    let page = render::page(&answer);
    match format {
        None => render::text::text(&page, output::style()),
        Some(Format::Text) => render::text::text(&page, render::text::Style::default()),
        Some(Format::Markdown) => render::markdown::markdown(&page),
        Some(Format::Json | Format::Discord) => output::pretty(&render::json::json(&page)),
    }
}
