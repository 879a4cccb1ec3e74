//! Refused requests: why, with which status, and a log that a flood of them cannot fill.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::http::StatusCode;
use tokio::time::{MissedTickBehavior, interval};

/// How often each reason may be logged.
const LINE_EVERY: Duration = Duration::from_secs(1);

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is not signed, or not by Discord.
    Signature,
    /// It was signed too long ago or in the future.
    Stale,
    /// Its body is larger than any interaction.
    Size,
    /// Its body did not arrive whole and in time.
    Slow,
    /// Its route has no such method.
    Method,
    /// Its body is not an interaction.
    Json,
    /// It is for another site or from one.
    Site,
}

impl Refusal {
    /// All of them, in the order of their discriminants.
    pub(super) const ALL: [Self; 7] = [
        Self::Signature,
        Self::Stale,
        Self::Size,
        Self::Slow,
        Self::Method,
        Self::Json,
        Self::Site,
    ];

    /// Its name in log and metrics.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Signature => "signature",
            Self::Stale => "stale",
            Self::Size => "size",
            Self::Slow => "slow",
            Self::Method => "method",
            Self::Json => "json",
            Self::Site => "site",
        }
    }

    /// The status of the response.
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::Signature | Self::Stale => StatusCode::UNAUTHORIZED,
            Self::Size => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Slow => StatusCode::REQUEST_TIMEOUT,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Json => StatusCode::BAD_REQUEST,
            Self::Site => StatusCode::FORBIDDEN,
        }
    }
}

/// Refused requests that are not in the log yet, by reason.
#[derive(Debug, Default)]
pub(super) struct RefusalLog([AtomicU64; Refusal::ALL.len()]);

impl RefusalLog {
    /// Counts one more.
    pub(super) fn add(&self, refusal: Refusal) {
        if let Some(count) = self.0.get(refusal as usize) {
            count.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Logs how many requests were refused since the last time, a line for each reason.
    pub(super) fn write(&self) {
        for (refusal, count) in Refusal::ALL.into_iter().zip(&self.0) {
            let count = count.swap(0, Ordering::Relaxed);
            if count > 0 {
                tracing::warn!(reason = refusal.name(), count, "refused");
            }
        }
    }

    /// Logs those lines once a second. Never returns.
    pub(super) async fn write_forever(&self) {
        let mut ticks = interval(LINE_EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            self.write();
        }
    }
}
