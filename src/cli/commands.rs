//! `sumber commands`: what Discord would be told, for people or as JSON.

use std::process::ExitCode;

use super::{Stop, ask, output};
use crate::commands::{self, Takes};
use crate::config::Config;
use crate::discord::registration::{self, Scope};
use crate::facts::Facts;

/// Shows every command with its options.
///
/// # Errors
///
/// That nobody reads it.
pub fn list(facts: &Facts, config: &Config, json: bool) -> Result<ExitCode, Stop> {
    if json {
        output::show(&output::pretty(&registration::commands(
            facts,
            Scope::Global,
        )))?;
        return Ok(ExitCode::SUCCESS);
    }
    let lang = ask::language(config);
    let mut text = String::new();
    for command in commands::list(facts) {
        text.push_str(&format!(
            "/{}  {}\n",
            command.name,
            command.description.get(lang)
        ));
        for option in &command.options {
            let values = match &option.takes {
                Takes::OneOf(offers) => {
                    let values: Vec<&str> = offers.iter().map(|one| one.value.as_str()).collect();
                    format!(": {}", values.join(", "))
                }
                Takes::Words | Takes::Flag => String::new(),
            };
            let name = option.key.name();
            text.push_str(&format!(
                "    {name:<6} {}{values}\n",
                option.description.get(lang)
            ));
        }
    }
    output::show(&text)?;
    Ok(ExitCode::SUCCESS)
}
