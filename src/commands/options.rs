//! The options as users see them. Each takes the same values in every command.

use strum::VariantArray;

use super::extent::Extent;
use super::order::Order;
use super::{Choice, CommandOption, OptionKind, View, builtin, everywhere};
use crate::cite::Style;
use crate::facts::{Facts, Lang, Text};
use crate::phrases::Phrases;
use crate::query::Key;

/// The maximum number of fixed choices of an option
/// (<https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure>).
const MOST_CHOICES: usize = 25;

/// An option of a command. A built-in command has two views, a topic has more.
pub(super) fn option(facts: &Facts, command: &str, key: Key, required: bool) -> CommandOption {
    let takes = match key {
        Key::View if builtin(command).is_some() => {
            OptionKind::OneOf(Extent::VARIANTS.iter().copied().map(extent).collect())
        }
        Key::View => OptionKind::OneOf(View::ALL.iter().copied().map(view).collect()),
        Key::By => OptionKind::OneOf(Order::VARIANTS.iter().copied().map(order).collect()),
        Key::Style => OptionKind::OneOf(Style::ALL.map(style).to_vec()),
        Key::Lang => OptionKind::OneOf(Lang::ALL.map(language).to_vec()),
        Key::Topic if facts.topics.len() <= MOST_CHOICES => OptionKind::OneOf(topics(facts)),
        Key::Picture | Key::Share => OptionKind::Flag,
        Key::Claim
        | Key::Topic
        | Key::Name
        | Key::Query
        | Key::Question
        | Key::From
        | Key::To
        | Key::Since
        | Key::AsOf
        | Key::Page => OptionKind::Words,
    };
    CommandOption {
        key,
        description: everywhere(&format!("option-{}", key.name().replace('_', "-"))),
        takes,
        required,
    }
}

/// A value with its label in every language.
pub(super) fn offer(value: &str, label: impl Fn(Lang) -> String) -> Choice {
    Choice {
        value: value.to_owned(),
        label: Text(Lang::ALL.map(|lang| (lang, label(lang))).into()),
    }
}

fn view(view: View) -> Choice {
    offer(view.name(), |lang| view.label(lang))
}

fn extent(extent: Extent) -> Choice {
    offer(extent.name(), |lang| extent.label(lang))
}

fn order(order: Order) -> Choice {
    offer(order.name(), |lang| order.label(lang))
}

fn style(style: Style) -> Choice {
    offer(style.name(), |lang| style.label(Phrases::of(lang)))
}

fn language(language: Lang) -> Choice {
    offer(language.code(), |_| {
        Phrases::of(language).text("language-name")
    })
}

/// Every topic, labelled with its title.
pub(super) fn topics(facts: &Facts) -> Vec<Choice> {
    let topics = facts.topics.iter();
    topics
        .map(|topic| offer(&topic.id, |lang| topic.title.get(lang).to_owned()))
        .collect()
}
