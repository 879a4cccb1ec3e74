//! The seven views of a topic: their names and labels.

use crate::facts::Lang;
use crate::phrases::Words;
use crate::query::{Key, Query};

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

    /// A question to a topic, for this view of it.
    pub(in crate::commands) fn of_query(self, query: Query) -> Query {
        match self {
            Self::Overview => query.without(Key::View),
            view => query.with(Key::View, view.name()),
        }
    }

    /// The view of this name, in either language.
    pub(in crate::commands) fn of(name: &str) -> Option<Self> {
        let same = |other: &str| other.to_lowercase() == name.trim().to_lowercase();
        let named = |view: &Self| {
            same(view.name()) || Lang::ALL.iter().any(|lang| same(&view.label(*lang)))
        };
        Self::ALL.into_iter().find(named)
    }
}

/// The options of every topic's command.
pub(in crate::commands) const OPTIONS: [Key; 4] = [Key::View, Key::AsOf, Key::Lang, Key::Share];
