//! `sumber ask`: one question, one answer, in the format that was asked for.

use std::process::ExitCode;

use super::{Format, Stop, output};
use crate::answer::Answer;
use crate::commands as answers;
use crate::config::Config;
use crate::discord;
use crate::discord::interaction::Interaction;
use crate::facts::{Facts, Lang};
use crate::query::{Key, Query};
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
    let settings = settings(config);
    output::show(&written(facts, settings, text, format))?;
    Ok(ExitCode::SUCCESS)
}

/// The language for somebody at a terminal who named none: the deployment's, then the system's.
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

/// How the bot speaks to somebody at a terminal.
pub(super) fn settings(config: &Config) -> discord::Settings<'_> {
    discord::Settings {
        language: Some(language(config)),
        ..config.settings.conversation()
    }
}

/// The answer to a question as it is typed, written out.
pub(super) fn written(
    facts: &Facts,
    settings: discord::Settings<'_>,
    text: &str,
    format: Option<Format>,
) -> String {
    let lang = settings.language.unwrap_or(Lang::En);
    let query = text.parse::<Query>().map(with_share_as_read);
    if format == Some(Format::Discord) {
        let reply = match &query {
            Ok(query) => discord::reply(facts, settings, &Interaction::asking(query)),
            Err(why) => discord::unreadable(facts, settings, text, why),
        };
        return format!("{}\n", reply.callback);
    }
    let answer: Answer = match query {
        Ok(query) => answers::answer(facts, &query, lang),
        Err(why) => answers::unreadable(facts, text, &why, lang),
    };
    let page = render::page(&answer);
    match format {
        None => render::text::text(&page, output::style()),
        Some(Format::Text) => render::text::text(&page, render::text::Style::default()),
        Some(Format::Markdown) => render::markdown::markdown(&page),
        Some(Format::Html) => render::html::document(&page, facts),
        Some(Format::Svg | Format::Png) => String::new(),
        Some(Format::Json | Format::Discord) => output::pretty(&render::json::json(&page)),
    }
}

/// Yes or no, or as if it had not been given: what is neither shares nothing.
fn with_share_as_read(query: Query) -> Query {
    let read = query.get(Key::Share).is_none_or(|share| {
        ["true", "false"]
            .iter()
            .any(|word| share.eq_ignore_ascii_case(word))
    });
    if read {
        query
    } else {
        query.without(Key::Share)
    }
}
