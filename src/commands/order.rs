//! The order of a timeline.

use strum::{IntoStaticStr, VariantArray};

use super::parse;
use crate::facts::date::Date;
use crate::facts::{Claim, Lang};
use crate::phrases::Phrases;
use crate::query::{Key, Query};

/// The order in which a timeline lists claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(super) enum Order {
    /// By the date of the claim.
    Statement,
    /// By the date of the event that the claim is about.
    Event,
}

impl Order {
    /// Its name in a query; the same in every language.
    pub(super) fn name(self) -> &'static str {
        self.into()
    }

    /// Its label in a language.
    pub(super) fn label(self, lang: Lang) -> String {
        Phrases::of(lang).text(&format!("by-{}", self.name()))
    }

    /// The order with this name or label, in any language.
    pub(super) fn parse(name: &str) -> Option<Self> {
        parse::value(name, Self::VARIANTS, |order, lang| order.label(lang))
    }

    /// A query for a timeline, in this order.
    pub(super) fn applied_to(self, query: Query) -> Query {
        match self {
            Self::Statement => query.without(Key::By),
            Self::Event => query.with(Key::By, self.name()),
        }
    }

    /// The key of the heading of a timeline in this order.
    pub(super) fn heading(self) -> &'static str {
        match self {
            Self::Statement => "view-timeline",
            Self::Event => "timeline-of-events",
        }
    }

    /// The date by which a claim is listed; `None` if it is not about a dated event.
    pub(super) fn date(self, claim: &Claim) -> Option<&Date> {
        match self {
            Self::Statement => Some(&claim.said.when),
            Self::Event => claim.happened.as_ref().map(|event| &event.when),
        }
    }
}
