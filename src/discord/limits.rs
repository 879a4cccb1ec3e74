//! Discord's limits: one constant per limit, each with the page that states it.
//!
//! Lengths are in code points. The limits of messages are beside the renderer that must keep them.

/// Commands of one scope
/// (<https://discord.com/developers/docs/interactions/application-commands#registering-a-command>).
pub const COMMANDS: usize = 100;

/// Options of one command
/// (<https://discord.com/developers/docs/interactions/application-commands#application-command-object>).
pub const OPTIONS: usize = 25;

/// Name of a command or option
/// (<https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming>).
pub const NAME: usize = 32;

/// Description of a command or option
/// (<https://discord.com/developers/docs/interactions/application-commands#application-command-object>).
pub const DESCRIPTION: usize = 100;

/// Choices of one option, and choices offered while a user types
/// (<https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure>).
pub const CHOICES: usize = 25;

/// Name of a choice
/// (<https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure>).
pub const CHOICE_NAME: usize = 100;

/// Value of a choice
/// (<https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure>).
pub const CHOICE_VALUE: usize = 100;

/// Most code points that are read of an option, and that a user can type in a free-text option; Discord allows 6000
/// (<https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure>).
pub const WORDS: usize = 2_000;

/// The text above the cards of a message (<https://discord.com/developers/docs/resources/message>).
pub const CONTENT: usize = 2_000;

/// Names, descriptions and values of one command together, the longest language of each
/// (<https://discord.com/developers/docs/interactions/application-commands#application-command-object>).
pub const COMMAND_TEXT: usize = 8000;

/// Description of the application, of which its profile has one
/// (<https://discord.com/developers/docs/resources/application#edit-current-application>; the length is in Discord's
/// OpenAPI description).
pub const APPLICATION_DESCRIPTION: usize = 400;

/// A text cut to at most `most` code points, with an ellipsis if it was cut.
pub fn clip(text: &str, most: usize) -> String {
    let text = text.trim();
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let end = text.char_indices().nth(most.saturating_sub(1));
    let kept = end.and_then(|(end, _)| text.get(..end)).unwrap_or_default();
    [kept.trim_end(), "…"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_clipped_at_its_limit_and_not_before() {
        assert_eq!(clip("  Pilots ", 6), "Pilots");
        assert_eq!(clip("Pilots", 5), "Pilo…");
        assert_eq!(clip("a b c", 3), "a…");
        assert_eq!(clip("“…” 🇦🇶", 6), "“…” 🇦🇶");
    }
}
