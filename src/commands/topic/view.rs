//! The seven views of a topic: their names, their labels, and the options that choose them.

use crate::commands::{Offer, Opt, Takes, everywhere};
use crate::facts::{Lang, Text};
use crate::phrases::Words;
use crate::query::Key;

/// An aspect of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// What a careful editor would say in one screen.
    Overview,
    /// Every statement but denials, by what the speaker does.
    Claims,
    /// Every denial, and what it answers.
    Denials,
    /// Every statement in the order of time.
    Timeline,
    /// Exact words with their translation.
    Quotes,
    /// Every number, by what it counts.
    Figures,
    /// Where all of it can be read.
    Sources,
}

impl View {
    /// Every view, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Overview,
        Self::Claims,
        Self::Denials,
        Self::Timeline,
        Self::Quotes,
        Self::Figures,
        Self::Sources,
    ];

    /// Its name in a question; the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Claims => "claims",
            Self::Denials => "denials",
            Self::Timeline => "timeline",
            Self::Quotes => "quotes",
            Self::Figures => "figures",
            Self::Sources => "sources",
        }
    }

    /// What it is called in a language.
    pub fn label(self, lang: Lang) -> String {
        Words::of(lang).say(&format!("view-{}", self.name()))
    }

    /// The view of this name, in either language.
    pub(super) fn of(name: &str) -> Option<Self> {
        let same = |other: &str| other.to_lowercase() == name.trim().to_lowercase();
        let named = |view: &Self| {
            same(view.name()) || Lang::ALL.iter().any(|lang| same(&view.label(*lang)))
        };
        Self::ALL.into_iter().find(named)
    }
}

/// The options of every topic's command.
pub(in crate::commands) fn options() -> Vec<Opt> {
    let view = |view: View| Offer {
        value: view.name().to_owned(),
        label: Text(
            Lang::ALL
                .map(|lang| (lang, view.label(lang)))
                .into_iter()
                .collect(),
        ),
    };
    let language = |lang: Lang| {
        let label = Words::of(lang).say("language-name");
        let everywhere = Lang::ALL.map(|shown| (shown, label.clone()));
        Offer {
            value: lang.code().to_owned(),
            label: Text(everywhere.into_iter().collect()),
        }
    };
    let option = |key: Key, takes: Takes| {
        let description = everywhere(&format!("option-{}", key.name().replace('_', "-")));
        Opt {
            key,
            description,
            takes,
        }
    };
    vec![
        option(Key::View, Takes::OneOf(View::ALL.map(view).to_vec())),
        option(Key::AsOf, Takes::Words),
        option(Key::Lang, Takes::OneOf(Lang::ALL.map(language).to_vec())),
        option(Key::Share, Takes::Flag),
    ]
}
