//! Metrics of the facts: which are in use, and what came of changes of the fact file.

use std::borrow::Cow;
use std::sync::RwLock;

use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;
use strum::VariantArray;

use crate::facts::Shelf;

/// What came of a fact file that had changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub(in crate::serve) enum Reloaded {
    /// It is in use.
    Loaded,
    /// It has errors.
    Refused,
    /// It cannot be read.
    Unread,
}

impl Reloaded {
    /// The label of the metric.
    fn name(self) -> &'static str {
        match self {
            Self::Loaded => "loaded",
            Self::Refused => "refused",
            Self::Unread => "unread",
        }
    }
}

/// A label with its value.
type Label = [(&'static str, Cow<'static, str>); 1];

/// The metrics of the facts.
#[derive(Default)]
pub(in crate::serve) struct FactsMetrics {
    info: Family<Label, Gauge>,
    claims: Gauge,
    reloads: Family<Label, Counter>,
    stale: Gauge,
    /// Held for writing while other facts are shown, so that no text of the metrics has two or none.
    pub(super) showing: RwLock<()>,
}

impl FactsMetrics {
    /// The metrics of these dossiers, which the registry writes from now on.
    pub(super) fn register(registry: &mut Registry, shelf: &Shelf) -> Self {
        let metrics = Self::default();
        let (info, claims) = (metrics.info.clone(), metrics.claims.clone());
        registry.register("sumber_facts_info", "The fact file in use", info);
        registry.register("sumber_claims", "Claims in the fact file", claims);
        registry.register(
            "sumber_facts_reloads",
            "Changes of the fact file, by what came of them",
            metrics.reloads.clone(),
        );
        registry.register(
            "sumber_facts_stale",
            "Fact files that cannot be used, so that their last good facts stay in use",
            metrics.stale.clone(),
        );
        metrics.set(shelf);
        for reloaded in Reloaded::VARIANTS {
            // Each begins with zero, so that the first shows as a change.
            metrics.reloads(*reloaded).inc_by(0);
        }
        metrics
    }

    /// Shows these dossiers as the ones in use.
    pub(in crate::serve) fn set(&self, shelf: &Shelf) {
        let info = [("revision", shelf.revision().into())];
        let _showing = self.showing.write();
        self.info.clear();
        self.info.get_or_create(&info).set(1);
        let claims: usize = shelf.iter().map(|facts| facts.claims.len()).sum();
        let claims = i64::try_from(claims);
        self.claims.set(claims.unwrap_or(i64::MAX));
    }

    /// Counts a changed fact file.
    pub(in crate::serve) fn reloaded(&self, reloaded: Reloaded) {
        self.reloads(reloaded).inc();
    }

    fn reloads(&self, reloaded: Reloaded) -> Counter {
        let labels = [("result", reloaded.name().into())];
        self.reloads.get_or_create_owned(&labels)
    }

    /// Shows how many dossiers cannot be used as they are in their files.
    pub(in crate::serve) fn set_stale(&self, stale: usize) {
        self.stale.set(i64::try_from(stale).unwrap_or(i64::MAX));
    }
}
