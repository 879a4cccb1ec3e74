//! What Discord means by closing a connection for good, and hearing of it.
//!
//! serenity ends over some of these codes, and says others only in its log: on 4010 to 4012 it goes
//! on as if nothing had been, so its log is listened to here. Codes as in
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

/// What a connection was last closed with; zero if none was.
static CLOSED: Lazy<watch::Sender<u16>> = Lazy::new(|| watch::Sender::new(0));

/// Comes back when a connection was closed with a code over which serenity should end and does not.
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
            // serenity would read from the closed connection without a pause.
            close_codes::NOT_AUTHENTICATED => return None,
            _ => {}
        }
    }
}

/// What a connection was closed with since this was last asked, if Discord said it.
pub(super) fn last_code() -> Option<u16> {
    let mut last = None;
    CLOSED.send_if_modified(|code| {
        last = Some(std::mem::take(code)).filter(|code| *code > 0);
        false
    });
    last
}

/// The gateway's version is no longer spoken.
const INVALID_VERSION: u16 = 4012;

/// What serenity's own end means, if it is the end.
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

/// Listens to serenity's log for the codes of closed connections, and writes nothing.
pub(in crate::serve) struct CloseCodeLayer;

impl CloseCodeLayer {
    /// Whether a line can be one that matters. Spans never do: they hold whole events.
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

/// The words of a line.
#[derive(Default)]
struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            self.0 = format!("{value:?}");
        }
    }
}

/// The code that a line of serenity's is about.
fn code(message: &str) -> Option<u16> {
    // Before it stands which shard it is about.
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
