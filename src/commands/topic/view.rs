//! The seven views of a topic: their names and labels.

use strum::{IntoStaticStr, VariantArray};

use super::super::parse;
use crate::facts::Lang;
use crate::phrases::Phrases;
use crate::query::{Key, Query};

/// An aspect of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
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
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name in a query; the same in every language.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What it is called in a language.
    pub fn label(self, lang: Lang) -> String {
        Phrases::of(lang).text(&format!("view-{}", self.name()))
    }

    /// A question to a topic, for this view of it.
    pub(in crate::commands) fn of_query(self, query: Query) -> Query {
        match self {
            Self::Overview => query.without(Key::View),
            view => query.with(Key::View, view.name()),
        }
    }

    /// The view with this name or label, in any language.
    pub(in crate::commands) fn parse(name: &str) -> Option<Self> {
        parse::value(name, Self::VARIANTS, |view, lang| view.label(lang))
    }
}

/// The options of every topic's command.
pub(in crate::commands) const OPTIONS: [Key; 4] = [Key::View, Key::AsOf, Key::Lang, Key::Share];
