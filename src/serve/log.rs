//! What is written down: where, and the one line per interaction.
//!
//! Never who asked, what was typed, an id or a token. Errors are named by their codes, because the
//! libraries' own words for them hold addresses with tokens in them.

use std::io::IsTerminal;
use std::panic::PanicHookInfo;
use std::time::Duration;

use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

use super::gateway::close_codes::CloseCodeLayer;
use super::outcome::Sent;
use super::settings::Wire;
use crate::discord::LogFields;

/// serenity's lines and their spans hold whole requests and events, so that none is written: what
/// matters of them is said in our own.
const FILTER: &str = "info,serenity=off";

/// Starts writing to standard error, and makes a panic say where it happened and not with what.
pub(super) fn start() {
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false)
        .with_filter(EnvFilter::new(FILTER));
    let close_codes = CloseCodeLayer.with_filter(filter_fn(CloseCodeLayer::listens));
    let started = tracing_subscriber::registry().with(lines).with(close_codes);
    let started = started.try_init();
    if started.is_ok() {
        std::panic::set_hook(Box::new(panicked));
    }
}

/// The message of a panic may hold what somebody typed.
fn panicked(info: &PanicHookInfo<'_>) {
    let at = info.location().map(ToString::to_string);
    tracing::error!(at = at.as_deref().unwrap_or("?"), "panicked");
}

/// The one line of an interaction. `took` is the time it took to make the reply, without sending it.
pub(super) fn interaction(fields: &LogFields, wire: Wire, took: Duration, sent: &Sent) {
    let (kind, wire, outcome) = (fields.kind, wire.name(), fields.outcome);
    let lang = fields.lang.code();
    let command = fields.command.as_deref().unwrap_or("-");
    let micros = took.as_micros();
    match sent {
        Sent::Delivered => {
            tracing::info!(%kind, %command, %lang, %wire, %outcome, micros, "answered");
        }
        Sent::TooLate { code, age } => {
            let age_ms = age.as_millis();
            tracing::info!(
                %kind, %command, %lang, %wire, %outcome, micros, code, age_ms, "answered too late"
            );
        }
        Sent::Failed(why) => {
            tracing::warn!(%kind, %command, %lang, %wire, %outcome, micros, %why, "not delivered");
        }
    }
}
