//! The options as users see them. Each takes the same values in every command.

use strum::VariantArray;

use super::extent::Extent;
use super::listing::Listing;
use super::order::Order;
use super::{Choice, CommandOption, OptionKind, TOPIC, View, builtin};
use crate::cite::Style;
use crate::facts::{Lang, Languages};
use crate::phrases::Phrases;
use crate::query::Key;

/// The maximum number of fixed choices of an option
/// (<https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure>).
const MOST_CHOICES: usize = 25;

/// The maximum number of dossiers that are offered as fixed choices. Together with the topics they stay within what Discord
/// takes of one command.
const MOST_DOSSIERS: usize = 10;

/// An option of a command. A built-in command has two views, a topic has more.
pub(super) fn option(
    listing: &Listing<'_>,
    command: &str,
    key: Key,
    required: bool,
) -> CommandOption {
    let all = &listing.languages;
    let is_topic = command == TOPIC || builtin(command).is_none();
    let takes = match key {
        Key::View if is_topic => {
            let view = |one: &View| offer(all, one.name(), |lang| one.label(lang));
            OptionKind::OneOf(View::ALL.iter().map(view).collect())
        }
        Key::View => {
            let extent = |one: &Extent| offer(all, one.name(), |lang| one.label(lang));
            OptionKind::OneOf(Extent::VARIANTS.iter().map(extent).collect())
        }
        Key::By => {
            let order = |one: &Order| offer(all, one.name(), |lang| one.label(lang));
            OptionKind::OneOf(Order::VARIANTS.iter().map(order).collect())
        }
        Key::Style => {
            let style = |one: Style| offer(all, one.name(), |lang| one.label(Phrases::of(lang)));
            OptionKind::OneOf(Style::ALL.map(style).to_vec())
        }
        Key::Lang => OptionKind::OneOf(languages(all)),
        Key::Topic if listing.topics().len() <= MOST_CHOICES => OptionKind::OneOf(topics(listing)),
        Key::Dossier if listing.dossiers.len() <= MOST_DOSSIERS => {
            OptionKind::OneOf(dossiers(listing))
        }
        Key::Picture | Key::Share => OptionKind::Flag,
        Key::Claim
        | Key::Topic
        | Key::Dossier
        | Key::Name
        | Key::Query
        | Key::Question
        | Key::From
        | Key::To
        | Key::Since
        | Key::AsOf
        | Key::Part
        | Key::Page => OptionKind::Words,
    };
    CommandOption {
        key,
        description: listing.everywhere(&format!("option-{}", key.name().replace('_', "-"))),
        takes,
        required,
    }
}

/// A value with its label in every language.
pub(super) fn offer(languages: &Languages, value: &str, label: impl Fn(Lang) -> String) -> Choice {
    Choice {
        value: value.to_owned(),
        label: languages.iter().map(|lang| (lang, label(lang))).collect(),
    }
}

/// Languages, each by its own name.
fn languages(all: &Languages) -> Vec<Choice> {
    all.iter()
        .map(|one| offer(all, one.code(), |_| Phrases::of(one).own_name()))
        .collect()
}

/// Every topic, labelled with its title.
pub(super) fn topics(listing: &Listing<'_>) -> Vec<Choice> {
    let topics = listing.topics().into_iter();
    topics
        .map(|(_, topic)| {
            let title = |lang| topic.title.get(lang).to_owned();
            offer(&listing.languages, &topic.id, title)
        })
        .collect()
}

/// Every dossier, labelled with its title.
pub(super) fn dossiers(listing: &Listing<'_>) -> Vec<Choice> {
    let dossiers = listing.dossiers.iter().map(|facts| &facts.dossier);
    dossiers
        .map(|dossier| {
            let title = |lang| dossier.title.get(lang).to_owned();
            offer(&listing.languages, &dossier.id, title)
        })
        .collect()
}
