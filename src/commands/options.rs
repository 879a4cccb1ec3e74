//! The options as they are offered to people: what each takes, the same for every command.

use strum::VariantArray;

use super::order::Order;
use super::{Offer, Opt, Takes, View, everywhere};
use crate::cite::Style;
use crate::facts::{Facts, Lang, Text};
use crate::phrases::Words;
use crate::query::Key;

/// Most values from which one can choose without typing
/// (<https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure>).
const MOST_CHOICES: usize = 25;

/// An option of a command.
pub(super) fn option(facts: &Facts, key: Key, required: bool) -> Opt {
    let takes = match key {
        Key::View => Takes::OneOf(View::ALL.iter().copied().map(view).collect()),
        Key::By => Takes::OneOf(Order::VARIANTS.iter().copied().map(order).collect()),
        Key::Style => Takes::OneOf(Style::ALL.map(style).to_vec()),
        Key::Lang => Takes::OneOf(Lang::ALL.map(language).to_vec()),
        Key::Topic if facts.topics.len() <= MOST_CHOICES => Takes::OneOf(topics(facts)),
        Key::Picture | Key::Share => Takes::Flag,
        Key::Claim
        | Key::Topic
        | Key::Name
        | Key::Query
        | Key::From
        | Key::To
        | Key::Since
        | Key::AsOf
        | Key::Page => Takes::Words,
    };
    Opt {
        key,
        description: everywhere(&format!("option-{}", key.name().replace('_', "-"))),
        takes,
        required,
    }
}

/// A value with what it is called in every language.
pub(super) fn offer(value: &str, label: impl Fn(Lang) -> String) -> Offer {
    Offer {
        value: value.to_owned(),
        label: Text(
            Lang::ALL
                .map(|lang| (lang, label(lang)))
                .into_iter()
                .collect(),
        ),
    }
}

fn view(view: View) -> Offer {
    offer(view.name(), |lang| view.label(lang))
}

fn order(order: Order) -> Offer {
    offer(order.name(), |lang| order.label(lang))
}

fn style(style: Style) -> Offer {
    offer(style.name(), |lang| style.label(Words::of(lang)))
}

fn language(language: Lang) -> Offer {
    offer(language.code(), |_| {
        Words::of(language).say("language-name")
    })
}

/// Every topic, by its title.
pub(super) fn topics(facts: &Facts) -> Vec<Offer> {
    let topics = facts.topics.iter();
    topics
        .map(|topic| offer(&topic.id, |lang| topic.title.get(lang).to_owned()))
        .collect()
}
