//! Close codes of the gateway: what the fatal ones mean, and how we learn of them.
//!
//! serenity ends for some of these codes and only logs others: after 4010 to 4012 it goes on as if nothing had
//! happened. So a tracing layer reads its log. Codes as in
//! <https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes>.

use std::fmt;

use once_cell::sync::Lazy;
use serenity::Error;
use serenity::constants::close_codes;
use serenity::gateway::GatewayError;
use tokio::sync::watch;
use tracing::field::{Field, Visit};
use tracing::{Event, Metadata, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;

use crate::serve::fatal::Fatal;

/// The code of the last close; zero if there was none.
static CLOSED: Lazy<watch::Sender<u16>> = Lazy::new(|| watch::Sender::new(0));

/// Returns after a close code for which serenity should end and does not: with the reason if it is fatal.
pub(super) async fn closed() -> Option<Fatal> {
    let mut closed = CLOSED.subscribe();
    loop {
        // The sender is never dropped.
        if closed.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
        match *closed.borrow_and_update() {
            code @ (close_codes::INVALID_SHARD..=INVALID_VERSION) => {
                return Some(Fatal::Closed { code });
            }
            // serenity would read from the closed connection in a loop.
            close_codes::NOT_AUTHENTICATED => return None,
            _ => {}
        }
    }
}

/// The code of a close since the last call, if Discord sent one.
pub(super) fn last_code() -> Option<u16> {
    let mut last = None;
    CLOSED.send_if_modified(|code| {
        last = Some(std::mem::take(code)).filter(|code| *code > 0);
        false
    });
    last
}

/// Discord no longer supports the version of the gateway.
const INVALID_VERSION: u16 = 4012;

/// The fatal meaning of the error that serenity ended with, if it has one.
pub(super) fn fatal(error: &Error) -> Option<Fatal> {
    let code = match error {
        Error::Gateway(GatewayError::InvalidAuthentication) => return Some(Fatal::Token),
        Error::Gateway(GatewayError::InvalidShardData) => close_codes::INVALID_SHARD,
        Error::Gateway(GatewayError::OverloadedShard) => close_codes::SHARDING_REQUIRED,
        Error::Gateway(GatewayError::InvalidGatewayIntents) => close_codes::INVALID_GATEWAY_INTENTS,
        Error::Gateway(GatewayError::DisallowedGatewayIntents) => {
            close_codes::DISALLOWED_GATEWAY_INTENTS
        }
        _ => return None,
    };
    Some(Fatal::Closed { code })
}

/// A layer that reads close codes from serenity's log and writes nothing.
pub(in crate::serve) struct CloseCodeLayer;

impl CloseCodeLayer {
    /// Whether a log event can hold a close code. Spans cannot; they hold whole gateway events.
    pub(in crate::serve) fn listens(metadata: &Metadata<'_>) -> bool {
        metadata.is_event() && metadata.target() == "serenity::gateway::shard"
    }
}

impl<S: Subscriber> Layer<S> for CloseCodeLayer {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut message = Message::default();
        event.record(&mut message);
        if let Some(code) = code(&message.0) {
            CLOSED.send_replace(code);
        }
    }
}

/// The message of a log event.
#[derive(Default)]
struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            self.0 = format!("{value:?}");
        }
    }
}

/// The close code in a log message of serenity's.
fn code(message: &str) -> Option<u16> {
    // The message begins with the shard.
    let (_, words) = message.split_once("] ")?;
    match words {
        "Sent no authentication." => Some(close_codes::NOT_AUTHENTICATED),
        "Sent invalid shard data." => Some(close_codes::INVALID_SHARD),
        "Shard has too many guilds." => Some(close_codes::SHARDING_REQUIRED),
        _ => {
            let (code, _) = words
                .strip_prefix("Unknown unclean close ")?
                .split_once(':')?;
            code.parse().ok()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_heard() {
        let shard = "[ShardInfo { id: ShardId(0), total: 1 }] ";
        for (words, expected) in [
            ("Sent invalid shard data.", Some(4010)),
            ("Shard has too many guilds.", Some(4011)),
            ("Unknown unclean close 4012: Some(\"no\")", Some(4012)),
            ("Unknown unclean close 1011: Some(\": 4012\")", Some(1011)),
            ("Unknown unclean close", None),
            ("Sent invalid opcode.", None),
            ("", None),
        ] {
            assert_eq!(code(&format!("{shard}{words}")), expected, "{words}");
        }
    }

    #[test]
    fn an_end_that_would_come_again_is_one() {
        let ended = |error| fatal(&Error::Gateway(error));
        assert_eq!(
            ended(GatewayError::InvalidAuthentication),
            Some(Fatal::Token)
        );
        let closed = Some(Fatal::Closed { code: 4014 });
        assert_eq!(ended(GatewayError::DisallowedGatewayIntents), closed);
        assert_eq!(ended(GatewayError::HeartbeatFailed), None);
    }
}
