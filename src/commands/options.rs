//! The options as users see them. Each takes the same values in every command.

use strum::VariantArray;

use super::extent::Extent;
use super::order::Order;
use super::{Choice, CommandOption, OptionKind, View, builtin, everywhere};
use crate::cite::Style;
use crate::facts::{Facts, Lang};
use crate::phrases::Phrases;
use crate::query::Key;

/// The maximum number of fixed choices of an option
/// (<https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure>).
const MOST_CHOICES: usize = 25;

/// An option of a command. A built-in command has two views, a topic has more.
pub(super) fn option(facts: &Facts, command: &str, key: Key, required: bool) -> CommandOption {
    let takes = match key {
        Key::View if builtin(command).is_some() => OptionKind::OneOf(
            Extent::VARIANTS
                .iter()
                .map(|one| extent(facts, *one))
                .collect(),
        ),
        Key::View => OptionKind::OneOf(View::ALL.iter().map(|one| view(facts, *one)).collect()),
        Key::By => OptionKind::OneOf(
            Order::VARIANTS
                .iter()
                .map(|one| order(facts, *one))
                .collect(),
        ),
        Key::Style => OptionKind::OneOf(Style::ALL.map(|one| style(facts, one)).to_vec()),
        Key::Lang => OptionKind::OneOf(languages(facts)),
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
        description: everywhere(facts, &format!("option-{}", key.name().replace('_', "-"))),
        takes,
        required,
    }
}

/// A value with its label in every language of the dossier.
pub(super) fn offer(facts: &Facts, value: &str, label: impl Fn(Lang) -> String) -> Choice {
    let languages = facts.dossier.languages.iter();
    Choice {
        value: value.to_owned(),
        label: languages.map(|lang| (lang, label(lang))).collect(),
    }
}

fn view(facts: &Facts, view: View) -> Choice {
    offer(facts, view.name(), |lang| view.label(lang))
}

fn extent(facts: &Facts, extent: Extent) -> Choice {
    offer(facts, extent.name(), |lang| extent.label(lang))
}

fn order(facts: &Facts, order: Order) -> Choice {
    offer(facts, order.name(), |lang| order.label(lang))
}

fn style(facts: &Facts, style: Style) -> Choice {
    offer(facts, style.name(), |lang| style.label(Phrases::of(lang)))
}

/// The languages of the dossier, each by its own name.
fn languages(facts: &Facts) -> Vec<Choice> {
    let languages = facts.dossier.languages.iter();
    languages
        .map(|one| offer(facts, one.code(), |_| Phrases::of(one).own_name()))
        .collect()
}

/// Every topic, labelled with its title.
pub(super) fn topics(facts: &Facts) -> Vec<Choice> {
    let topics = facts.topics.iter();
    topics
        .map(|topic| offer(facts, &topic.id, |lang| topic.title.get(lang).to_owned()))
        .collect()
}
