//! The log: its setup, and the one line for each interaction.
//!
//! It never holds who asked, what they typed, an id or a token. Errors are logged by their codes, because the
//! libraries' messages hold addresses with tokens in them. Nobody waits for a line to be written: see `queue`.

mod answered;
mod queue;

use std::io::IsTerminal;
use std::panic::PanicHookInfo;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use tracing::Subscriber;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

use super::fatal::Fatal;
use super::gateway::close_codes::CloseCodeLayer;
use super::outcome::{Sent, Tally};
use super::settings::Wire;
use crate::discord::LogFields;
use queue::LineWriter;
pub(super) use queue::{DROPPED, flush};

/// serenity logs whole requests and events, and notify what nobody can act on, so none of their lines is written; ours
/// say what matters.
const FILTER: &str = "info,serenity=off,notify=off";

/// How long a normal stop waits for the last lines.
const LAST_LINES: Duration = Duration::from_secs(1);

/// Whether lines are written, without colours.
static IS_PLAIN: AtomicBool = AtomicBool::new(false);

/// The log while it is written. Dropping it waits for the last lines, for a second at most.
#[must_use]
pub(super) struct Log;

impl Drop for Log {
    fn drop(&mut self) {
        flush(LAST_LINES);
    }
}

/// Starts logging to standard error, and makes a panic log its place without its message.
///
/// # Errors
///
/// That the system refuses a thread.
pub(super) fn start() -> Result<Log, Fatal> {
    let coloured = std::io::stderr().is_terminal();
    let lines = lines(|| LineWriter, coloured).with_filter(EnvFilter::new(FILTER));
    let close_codes = CloseCodeLayer.with_filter(filter_fn(CloseCodeLayer::listens));
    let started = tracing_subscriber::registry().with(lines).with(close_codes);
    if started.try_init().is_ok() {
        std::panic::set_hook(Box::new(panicked));
        queue::start().map_err(|why| Fatal::not_started("no threads", &why))?;
        IS_PLAIN.store(!coloured, Ordering::Relaxed);
    }
    Ok(Log)
}

/// What writes a line for each event.
fn lines<S, W>(writer: W, coloured: bool) -> impl Layer<S>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    W: for<'a> MakeWriter<'a> + 'static,
{
    let layer = tracing_subscriber::fmt::layer().with_writer(writer);
    layer.with_ansi(coloured).with_target(false)
}

/// Logs the place of a panic. Its message may hold what somebody typed.
fn panicked(info: &PanicHookInfo<'_>) {
    let at = info.location().map(ToString::to_string);
    tracing::error!(at = at.as_deref().unwrap_or("?"), "panicked");
}

/// Logs an interaction. `took` is the time for making the reply, without sending it.
pub(super) fn interaction(fields: &LogFields, wire: Wire, took: Duration, sent: &Sent) {
    if matches!(sent, Sent::Delivered) && IS_PLAIN.load(Ordering::Relaxed) {
        queue::push(answered::line(SystemTime::now(), fields, wire, took));
        return;
    }
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

/// Logs the end of the bot, with what became of all interactions. A reply that is still pending is given up.
pub(super) fn stopped(tally: &Tally) {
    // This line should not be one of those for which there is no room.
    flush(LAST_LINES);
    let [answered, undelivered, pending] = tally.counts();
    tracing::info!(answered, undelivered, pending, "stopped");
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};
    use std::sync::{Arc, Mutex};
    use std::time::UNIX_EPOCH;

    use super::*;
    use crate::facts::Lang;

    #[derive(Clone, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl Write for Written {
        fn write(&mut self, line: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(line)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn an_answer_reads_as_the_subscriber_writes_it() {
        let took = Duration::from_micros(1_234);
        for command in [None, Some("bridge-2".to_owned())] {
            let fields = LogFields {
                kind: "command",
                command,
                lang: Lang::Id,
                outcome: "found",
            };
            let now = UNIX_EPOCH + Duration::from_micros(1_696_755_900_000_042);
            let own = answered::line(now, &fields, Wire::Http, took);
            let written = Written::default();
            let writer = written.clone();
            let lines = lines(move || writer.clone(), false);
            let subscriber = tracing_subscriber::registry().with(lines);
            tracing::subscriber::with_default(subscriber, || {
                interaction(&fields, Wire::Http, took, &Sent::Delivered);
            });
            let written = String::from_utf8(written.0.lock().unwrap().clone()).unwrap();
            let time = "2023-10-08T09:05:00.000042Z";
            assert_eq!(own.split_at(time.len()), (time, &written[time.len()..]));
        }
    }
}
