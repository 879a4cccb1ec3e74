//! The line of an interaction that was answered, by far the most frequent one. It reads as the subscriber would write it, at
//! a tenth of the cost.

use std::fmt::Write;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serenity::model::Timestamp;

use crate::discord::LogFields;
use crate::serve::settings::Wire;

/// Room for most lines, in bytes.
const USUAL: usize = 160;

/// The last second of which there was a line, and how it is written.
static SECOND: Mutex<(u64, String)> = Mutex::new((0, String::new()));

/// The line. `took` is the time for making the reply, without sending it.
pub(super) fn line(now: SystemTime, fields: &LogFields, wire: Wire, took: Duration) -> String {
    let now = now.duration_since(UNIX_EPOCH).unwrap_or_default();
    let parts = [
        (" INFO answered kind=", fields.kind),
        ("command=", fields.command.as_deref().unwrap_or("-")),
        ("lang=", fields.lang.code()),
        ("wire=", wire.name()),
        ("outcome=", fields.outcome),
    ];
    let mut held = SECOND.lock().unwrap_or_else(PoisonError::into_inner);
    if held.0 != now.as_secs() {
        *held = (now.as_secs(), second(now.as_secs()));
    }
    let mut line = String::with_capacity(USUAL);
    // Nothing fails to be written to a text.
    let _ = write!(line, "{}.{:06}Z", held.1, now.subsec_micros());
    for part in parts.iter().flat_map(|&(name, value)| [" ", name, value]) {
        line.push_str(part);
    }
    let _ = writeln!(line, " micros={}", took.as_micros());
    line
}

/// A second since 1970 in UTC: 2023-10-08T09:05:00.
fn second(since: u64) -> String {
    let since = i64::try_from(since).unwrap_or_default();
    let second = Timestamp::from_unix_timestamp(since).unwrap_or_default();
    second.to_string().trim_end_matches('Z').to_owned()
}
