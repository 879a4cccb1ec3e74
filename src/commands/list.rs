//! The list of commands with their options: those of the topics, then the bot's own.

use super::listing::Listing;
use super::{BUILTINS, Builtin, Command, CommandOption, RELATED, TOPIC, options, topic};
use crate::query::Key;

/// Every command in the order in which they are shown: the topics' commands first.
pub fn list<'a>(of: impl Into<Listing<'a>>) -> Vec<Command> {
    let listing = of.into();
    let topics = listing.commanded().into_iter();
    let topics = topics.map(|(facts, topic)| Command {
        name: topic.id.clone(),
        on_messages: None,
        description: topic.description.clone(),
        options: options_of(&facts.into(), &topic.id, topic::OPTIONS.to_vec(), &[]),
    });
    let has_more = listing.uncommanded() > 0;
    let own = BUILTINS.iter().filter(|own| own.name != TOPIC || has_more);
    topics
        .chain(own.map(|own| self::own(&listing, own)))
        .collect()
}

/// The options of a built-in command, the required ones first.
pub(super) fn keys_of(own: &Builtin) -> Vec<Key> {
    let takes = own
        .takes
        .iter()
        .chain(&[Key::Dossier, Key::Lang, Key::Share]);
    own.needs.iter().chain(takes).copied().collect()
}

/// A built-in command.
fn own(listing: &Listing<'_>, own: &Builtin) -> Command {
    Command {
        name: own.name.to_owned(),
        on_messages: (own.name == RELATED).then(|| listing.everywhere("related-title")),
        description: listing.everywhere(&format!("command-{}", own.name)),
        options: options_of(listing, own.name, keys_of(own), own.needs),
    }
}

/// The options of a command, of which it needs some.
fn options_of(
    listing: &Listing<'_>,
    command: &str,
    keys: Vec<Key>,
    needs: &[Key],
) -> Vec<CommandOption> {
    let keys = listing.offered(keys).into_iter();
    keys.map(|key| options::option(listing, command, key, needs.contains(&key)))
        .collect()
}
