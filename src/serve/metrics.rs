//! Metrics for Prometheus. They hold nothing about people and nothing that anybody typed.

mod facts;

use std::borrow::Cow;
use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use prometheus_client::encoding::{EncodeLabelSet, LabelSetEncoder, prometheus_text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};
use strum::VariantArray;

use super::log::DROPPED;
use super::outcome::Sent;
use super::refusal::Refusal;
use super::settings::Wire;
use crate::discord::LogFields;
use crate::facts::{Lang, Shelf};
use facts::FactsMetrics;
pub(super) use facts::Reloaded;

/// The content type of [`Metrics::text`].
pub(super) const CONTENT_TYPE: &str = prometheus_text::CONTENT_TYPE;

/// The upper bounds of the buckets in seconds; Discord waits three.
const BUCKETS: [f64; 11] = [
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 3.0,
];

/// A label with its value.
type Label = [(&'static str, Cow<'static, str>); 1];

/// What an interaction is counted by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Counted {
    command: Option<String>,
    lang: Lang,
    wire: Wire,
    outcome: &'static str,
}

impl EncodeLabelSet for Counted {
    fn encode(&self, encoder: &mut LabelSetEncoder<'_>) -> fmt::Result {
        let labels = [
            ("command", self.command.as_deref().unwrap_or("-")),
            ("language", self.lang.code()),
            ("wire", self.wire.name()),
            ("outcome", self.outcome),
        ];
        labels.encode(encoder)
    }
}

impl EncodeLabelSet for Wire {
    fn encode(&self, encoder: &mut LabelSetEncoder<'_>) -> fmt::Result {
        [("wire", self.name())].encode(encoder)
    }
}

/// All metrics.
pub(super) struct Metrics {
    registry: Registry,
    interactions: Family<Counted, Counter>,
    seconds: Family<Wire, Histogram, fn() -> Histogram>,
    refused: Family<Label, Counter>,
    pub(super) facts: FactsMetrics,
    pub(super) connections: Connections,
    shards: ShardGauges,
}

/// Connections over HTTP.
#[derive(Clone, Default)]
pub(super) struct Connections {
    /// How many are open.
    pub(super) open: Gauge,
    /// How many were closed to give others their place.
    pub(super) evicted: Counter,
}

/// How many shards this process runs, and how many of them are connected.
struct ShardGauges {
    connected: Gauge,
    all: Gauge,
}

impl ShardGauges {
    fn registered(registry: &mut Registry) -> Self {
        let (connected, all) = (Gauge::default(), Gauge::default());
        registry.register(
            "sumber_shards_connected",
            "Shards of this process that are connected to the gateway",
            connected.clone(),
        );
        registry.register("sumber_shards", "Shards of this process", all.clone());
        Self { connected, all }
    }
}

impl Metrics {
    /// Metrics of a bot that starts now with these dossiers.
    pub(super) fn new(shelf: &Shelf) -> Self {
        let mut registry = Registry::default();
        let interactions = Family::default();
        let seconds = Family::new_with_constructor((|| Histogram::new(BUCKETS)) as fn() -> _);
        let refused = Family::default();
        let started: Gauge = Gauge::default();
        registry.register(
            "sumber_interactions",
            "Interactions by command, language of the answer, wire and outcome",
            interactions.clone(),
        );
        registry.register_with_unit(
            "sumber_reply",
            "Time from an interaction to its reply, without sending it",
            Unit::Seconds,
            seconds.clone(),
        );
        registry.register(
            "sumber_refused_requests",
            "Requests that were refused, by reason",
            refused.clone(),
        );
        let facts = FactsMetrics::register(&mut registry, shelf);
        let connections = Connections::default();
        registry.register(
            "sumber_connections",
            "Open connections over HTTP",
            connections.open.clone(),
        );
        registry.register(
            "sumber_evicted_connections",
            "Connections over HTTP that were closed because others needed their place",
            connections.evicted.clone(),
        );
        let shards = ShardGauges::registered(&mut registry);
        registry.register(
            "sumber_log_lines_dropped",
            "Lines that the log had no room for",
            DROPPED.clone(),
        );
        registry.register_with_unit(
            "process_start_time",
            "Start of the process since 1970",
            Unit::Seconds,
            started.clone(),
        );
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        started.set(gauge_value(now.unwrap_or_default().as_secs()));
        let metrics = Self {
            registry,
            interactions,
            seconds,
            refused,
            facts,
            connections,
            shards,
        };
        for refusal in Refusal::VARIANTS {
            // Each reason begins with zero, so that its first request shows as a change.
            metrics.refusals_for(*refusal).inc_by(0);
        }
        metrics
    }

    /// Shows that some of all shards are connected.
    pub(super) fn set_shards(&self, (connected, all): (usize, usize)) {
        self.shards.connected.set(gauge_value(connected));
        self.shards.all.set(gauge_value(all));
    }

    /// Counts an interaction.
    pub(super) fn interaction(&self, fields: &LogFields, wire: Wire, took: Duration, sent: &Sent) {
        let outcome = match sent {
            Sent::Delivered => fields.outcome,
            Sent::TooLate { .. } => "late",
            Sent::Failed(_) => "undelivered",
        };
        let counted = Counted {
            command: fields.command.clone(),
            lang: fields.lang,
            wire,
            outcome,
        };
        self.interactions.get_or_create(&counted).inc();
        let seconds = self.seconds.get_or_create(&wire);
        seconds.observe(took.as_secs_f64());
    }

    /// Counts a refused request.
    pub(super) fn refused(&self, refusal: Refusal) {
        self.refusals_for(refusal).inc();
    }

    fn refusals_for(&self, refusal: Refusal) -> Counter {
        let labels = [("reason", refusal.name().into())];
        self.refused.get_or_create_owned(&labels)
    }

    /// All metrics in Prometheus' text format; `None` if they cannot be written.
    pub(super) fn text(&self) -> Option<String> {
        let _showing = self.facts.showing.read();
        let mut text = String::new();
        prometheus_text::encode(&mut text, &self.registry).ok()?;
        Some(text)
    }
}

/// A number as a gauge stores it.
fn gauge_value(number: impl TryInto<i64>) -> i64 {
    number.try_into().unwrap_or(i64::MAX)
}
