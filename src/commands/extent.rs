//! How much a command shows: what matters in a few lines, or everything.

use strum::{IntoStaticStr, VariantArray};

use super::parse;
use super::request::Request;
use crate::answer::{Action, ActionKind};
use crate::facts::Lang;
use crate::phrases::Phrases;
use crate::query::Key;

/// How much a command shows of what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(super) enum Extent {
    /// What matters, in a few lines.
    Short,
    /// Everything, with editors' notes, sources and history.
    Full,
}

impl Extent {
    /// Its name in a query; the same in every language.
    pub(super) fn name(self) -> &'static str {
        self.into()
    }

    /// Its label in a language.
    pub(super) fn label(self, lang: Lang) -> String {
        let key = match self {
            Self::Short => "view-short",
            Self::Full => "view-details",
        };
        Phrases::of(lang).text(key)
    }

    /// The extent with this name or label, in any language.
    pub(super) fn parse(name: &str) -> Option<Self> {
        parse::value(name, Self::VARIANTS, |one, lang| one.label(lang))
    }

    /// The action that leads to the other extent.
    pub(super) fn other(self, request: &Request<'_>) -> Action {
        let query = request.query.clone();
        match self {
            Self::Short => {
                let label = Self::Full.label(request.lang());
                let query = query.with(Key::View, Self::Full.name());
                Action::suggestion(label, query).of_kind(ActionKind::More)
            }
            Self::Full => {
                let label = Self::Short.label(request.lang());
                Action::view(label, query.without(Key::View), false)
            }
        }
    }
}
