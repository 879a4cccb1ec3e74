//! The views of a topic: their names and labels.

use strum::{IntoStaticStr, VariantArray};

use super::super::parse;
use crate::answer::ActionKind;
use crate::facts::Lang;
use crate::phrases::Phrases;
use crate::query::{Key, Query};

/// What the full view was called before there was a short one.
const FORMERLY_FULL: [&str; 2] = ["overview", "ikhtisar"];

/// An aspect of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum View {
    /// The answer on one screen: the lead, then what matters most.
    Short,
    /// The same answer in full: every side, and where sources differ.
    Full,
    /// Every claim except denials, by what the speaker does.
    Claims,
    /// Every denial, and the claims that it denies.
    Denials,
    /// Every claim in order of time.
    Timeline,
    /// Quotations with their translations.
    Quotes,
    /// Every figure, by measure.
    Figures,
    /// Every source.
    Sources,
}

impl View {
    /// Every view, in the order in which they are shown.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name in a query; the same in every language.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Its label in a language.
    pub fn label(self, lang: Lang) -> String {
        Phrases::of(lang).text(&format!("view-{}", self.name()))
    }

    /// A query for a topic, for this view.
    pub(in crate::commands) fn applied_to(self, query: Query) -> Query {
        match self {
            Self::Short => query.without(Key::View),
            view => query.with(Key::View, view.name()),
        }
    }

    /// The view with this name or label, in any language. The full view was once called `overview`.
    pub(in crate::commands) fn parse(name: &str) -> Option<Self> {
        let full = || FORMERLY_FULL.contains(&&*name.trim().to_lowercase());
        let view = parse::value(name, Self::VARIANTS, |view, lang| view.label(lang));
        view.or_else(|| full().then_some(Self::Full))
    }

    /// The kind of action that leads to it from another view.
    pub(in crate::commands) fn kind(self) -> ActionKind {
        match self {
            Self::Full => ActionKind::More,
            Self::Sources => ActionKind::Sources,
            _ => ActionKind::View,
        }
    }
}

/// The options of every topic's command.
pub(in crate::commands) const OPTIONS: [Key; 5] =
    [Key::View, Key::AsOf, Key::Picture, Key::Lang, Key::Share];
