//! Refused requests: why, with which status, and a log that a flood of them cannot fill.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::http::StatusCode;
use strum::{IntoStaticStr, VariantArray};
use tokio::time::{MissedTickBehavior, interval};

/// How often each reason may be logged.
const LINE_EVERY: Duration = Duration::from_secs(1);

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
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
    /// Its name in log and metrics.
    pub(super) fn name(self) -> &'static str {
        self.into()
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
pub(super) struct RefusalLog(Mutex<BTreeMap<&'static str, u64>>);

impl RefusalLog {
    /// Counts one more.
    pub(super) fn add(&self, refusal: Refusal) {
        *self.lock().entry(refusal.name()).or_default() += 1;
    }

    /// Logs how many requests were refused since the last time, a line for each reason.
    pub(super) fn write(&self) {
        for (reason, count) in std::mem::take(&mut *self.lock()) {
            tracing::warn!(reason, count, "refused");
        }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<&'static str, u64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
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
