//! `sumber commands` and `help`: the commands as a table, or as the JSON for Discord.

use std::process::ExitCode;

use unicode_width::UnicodeWidthStr;

use super::{Stop, ask, output, serve};
use crate::commands::{self, OptionKind};
use crate::config::Config;
use crate::discord::registration::{self, Scope};
use crate::facts::{Lang, Shelf};
use crate::phrases::Phrases;
use crate::query::Key;

/// Prints every command, registers them, or removes the registered ones, everywhere or on one server.
///
/// # Errors
///
/// What only the operator can fix, in one line.
pub fn run(
    shelf: Shelf,
    config: &Config,
    (json, register, clear): (bool, bool, bool),
    guild: Option<u64>,
) -> Result<ExitCode, Stop> {
    match (register, clear) {
        (true, _) => serve::register(shelf, config, guild),
        (_, true) => serve::clear(config, guild),
        _ => list(&shelf, config, json),
    }
}

/// Prints every command and its options.
///
/// # Errors
///
/// The output is closed.
fn list(shelf: &Shelf, config: &Config, json: bool) -> Result<ExitCode, Stop> {
    if json {
        let commands = registration::commands(shelf, Scope::Global);
        output::show(&output::pretty(&commands))?;
    } else {
        output::show(&table(
            shelf,
            shelf.languages().nearest(ask::language(config)),
            Vec::new(),
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The commands at a terminal, with the options `part` and `page`, which Discord does not need because it has buttons.
pub(super) fn help(shelf: &Shelf, lang: Lang) -> String {
    let words = Phrases::of(lang);
    let option = |key: Key| {
        let description = words.text(&format!("terminal-option-{}", key.name()));
        (format!("{}:", key.name()), description)
    };
    table(shelf, lang, [Key::Part, Key::Page].map(option).to_vec())
}

/// The commands, then all their options, each once, with the `more` options last.
fn table(shelf: &Shelf, lang: Lang, more: Vec<(String, String)>) -> String {
    let words = Phrases::of(lang);
    let listed = commands::list(shelf);
    let commands: Vec<(String, String)> = listed
        .iter()
        .map(|one| {
            let description = one.description.get(lang).to_owned();
            (format!("/{}", one.name), description)
        })
        .collect();
    let all = || listed.iter().flat_map(|one| &one.options);
    let options = Key::ALL
        .iter()
        .filter_map(|key| all().find(|option| option.key == *key));
    let option = |option: &commands::CommandOption| {
        let description = option.description.get(lang);
        let description = match &option.takes {
            OptionKind::OneOf(offers) => {
                let values: Vec<&str> = offers.iter().map(|one| one.value.as_str()).collect();
                format!("{description}: {}", values.join(", "))
            }
            OptionKind::Words | OptionKind::Flag => description.to_owned(),
        };
        (format!("{}:", option.key.name()), description)
    };
    let options: Vec<(String, String)> = options.map(option).chain(more).collect();
    let names = commands
        .iter()
        .chain(&options)
        .map(|(name, _)| name.width());
    let widest = names.max().unwrap_or_default();
    let mut text = String::new();
    for (heading, rows) in [("terminal-help", &commands), ("terminal-options", &options)] {
        text.push_str(&output::paragraph("", &words.text(heading)));
        for (name, description) in rows {
            let left = " ".repeat(widest - name.width());
            text.push_str(&output::paragraph(
                &format!("  {name}{left}  "),
                description,
            ));
        }
    }
    text
}
