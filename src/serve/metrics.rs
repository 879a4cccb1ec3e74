//! What is counted, in the words of Prometheus: nothing about people, no text that anybody typed.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use prometheus_client::encoding::{EncodeLabelSet, prometheus_text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use super::Wire;
use super::callback::Sent;
use super::http::Refusal;
use crate::discord::LogFields;
use crate::facts::Facts;

/// What [`Metrics::text`] is.
pub(super) const CONTENT_TYPE: &str = prometheus_text::CONTENT_TYPE;

/// The upper bounds of the buckets, in seconds; Discord waits three.
const BUCKETS: [f64; 11] = [
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 3.0,
];

/// What an interaction is counted under.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Asked {
    command: String,
    language: &'static str,
    wire: &'static str,
    outcome: &'static str,
}

/// How an interaction came in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Over {
    wire: &'static str,
}

/// Why a request was refused.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Because {
    reason: &'static str,
}

/// Which facts these are.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Edition {
    revision: String,
}

/// Everything that is counted.
pub(super) struct Metrics {
    registry: Registry,
    interactions: Family<Asked, Counter>,
    seconds: Family<Over, Histogram, fn() -> Histogram>,
    refused: Family<Because, Counter>,
    edition: Family<Edition, Gauge>,
    claims: Gauge,
}

impl Metrics {
    /// Nothing counted yet, of a bot that knows these facts and started just now.
    pub(super) fn new(facts: &Facts) -> Self {
        let mut registry = Registry::default();
        let interactions = Family::default();
        let seconds = Family::new_with_constructor((|| Histogram::new(BUCKETS)) as fn() -> _);
        let refused = Family::default();
        let edition = Family::default();
        let claims: Gauge = Gauge::default();
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
        registry.register("sumber_facts_info", "The fact file in use", edition.clone());
        registry.register("sumber_claims", "Claims in the fact file", claims.clone());
        registry.register_with_unit(
            "process_start_time",
            "Start of the process since 1970",
            Unit::Seconds,
            started.clone(),
        );
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        started.set(whole(now.unwrap_or_default().as_secs()));
        let metrics = Self {
            registry,
            interactions,
            seconds,
            refused,
            edition,
            claims,
        };
        metrics.know(facts);
        for refusal in Refusal::ALL {
            // A reason is there before its first request, so that the first one is seen as a change.
            metrics.of(refusal).inc_by(0);
        }
        metrics
    }

    /// From now on these facts are in use.
    pub(super) fn know(&self, facts: &Facts) {
        let edition = Edition {
            revision: facts.revision.clone(),
        };
        self.edition.clear();
        self.edition.get_or_create(&edition).set(1);
        self.claims.set(whole(facts.claims.len()));
    }

    /// One more interaction.
    pub(super) fn interaction(&self, fields: &LogFields, wire: Wire, took: Duration, sent: &Sent) {
        let asked = Asked {
            command: fields.command.clone().unwrap_or_else(|| "-".to_owned()),
            language: fields.lang.code(),
            wire: wire.name(),
            outcome: match sent {
                Sent::Delivered => fields.outcome,
                Sent::TooLate { .. } => "late",
                Sent::Failed(_) => "undelivered",
            },
        };
        self.interactions.get_or_create(&asked).inc();
        let over = Over { wire: wire.name() };
        let seconds = self.seconds.get_or_create(&over);
        seconds.observe(took.as_secs_f64());
    }

    /// One more refused request.
    pub(super) fn refused(&self, refusal: Refusal) {
        self.of(refusal).inc();
    }

    fn of(&self, refusal: Refusal) -> Counter {
        self.refused.get_or_create_owned(&Because {
            reason: refusal.name(),
        })
    }

    /// All of it as Prometheus reads it; `None` if it cannot be written.
    pub(super) fn text(&self) -> Option<String> {
        let mut text = String::new();
        prometheus_text::encode(&mut text, &self.registry).ok()?;
        Some(text)
    }
}

/// A number as a gauge takes it.
fn whole(number: impl TryInto<i64>) -> i64 {
    number.try_into().unwrap_or(i64::MAX)
}
