//! How much a command shows: what matters in a few lines, or everything.

use strum::{IntoStaticStr, VariantArray};

use super::request::{NotUnderstood, Request};
use super::{Choice, options, parse, unknown};
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

    /// The values of the option, with their labels.
    pub(super) fn choices() -> Vec<Choice> {
        let all = Self::VARIANTS.iter();
        all.map(|one| options::offer(one.name(), |lang| one.label(lang)))
            .collect()
    }

    /// What the query asks for; the query then has the option only if it asks for everything.
    pub(super) fn read(request: &mut Request<'_>) -> Result<Self, NotUnderstood> {
        let typed = request.query.get(Key::View);
        let read = |typed| parse::value(typed, Self::VARIANTS, |one, lang| one.label(lang));
        let extent = match typed.map(read) {
            None => Self::Short,
            Some(Some(extent)) => extent,
            Some(None) => return Err(unknown::extent(request).into()),
        };
        let query = request.query.clone();
        request.query = match extent {
            Self::Short => query.without(Key::View),
            Self::Full => query.with(Key::View, extent.name()),
        };
        Ok(extent)
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
