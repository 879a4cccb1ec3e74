//! Replies in place of the right one. They need no facts.

use super::interaction::{Interaction, Kind};
use super::reply::{LogFields, Reply};
use super::{Settings, language, name};
use crate::facts::Languages;
use crate::phrases::Phrases;

/// The reply if making the right one failed.
pub fn apology(languages: &Languages, settings: Settings<'_>, interaction: &Interaction) -> Reply {
    let lang = language(languages, settings, interaction, false);
    match &interaction.kind {
        Kind::Ping => Reply::pong(lang),
        Kind::Autocomplete(_) => Reply::choices(Vec::new(), lang, None),
        kind => Reply::text(
            &Phrases::of(lang).text("sorry-failed"),
            LogFields::new(name(kind), "failed", lang),
        ),
    }
}

/// The reply to somebody who asks too much at once.
pub fn slow_down(
    languages: &Languages,
    settings: Settings<'_>,
    interaction: &Interaction,
) -> Reply {
    let lang = language(languages, settings, interaction, false);
    let log = LogFields::new(name(&interaction.kind), "slow-down", lang);
    match &interaction.kind {
        Kind::Ping => Reply::pong(lang),
        Kind::Autocomplete(_) => Reply {
            log,
            ..Reply::choices(Vec::new(), lang, None)
        },
        _ => Reply::text(&Phrases::of(lang).text("slow-down"), log),
    }
}
