//! Close codes of the gateway: what they mean, and how we learn of them.
//!
//! serenity hands on only three of them as an error. After 4003 and 4010 to 4012 it goes on as if nothing had happened,
//! and it has no event for a close. But each close goes through a function of its own that opens a tracing span with the
//! close frame as a field, so a layer takes the code from that field: data, not the words of a log line. The version of
//! serenity is pinned in `Cargo.toml`, and `tests/discord/closing.rs` makes the real one receive every code. If a later
//! version hides a code, those tests fail; a bot in use would then connect again, ever more slowly, instead of stopping.
//!
//! Codes as in
//! <https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes>.

use std::cell::RefCell;
use std::fmt;

use serenity::Error;
use serenity::constants::close_codes;
use serenity::gateway::GatewayError;
use tokio::sync::watch;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Metadata, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;

use crate::serve::fatal::Fatal;

/// The module of serenity's span for a close, its name, and the field that holds the frame.
const SPAN: (&str, &str, &str) = ("serenity::gateway::shard", "handle_gateway_closed", "data");

/// Discord no longer supports the version of the gateway.
const INVALID_VERSION: u16 = 4012;

thread_local! {
    /// Where the codes of connections on this thread go; each client has threads of its own.
    static HERE: RefCell<Option<CloseCodes>> = const { RefCell::new(None) };
}

/// The code of the last close of one client's connections; zero if there was none.
#[derive(Clone, Debug)]
pub(super) struct CloseCodes(watch::Sender<u16>);

impl Default for CloseCodes {
    fn default() -> Self {
        Self(watch::Sender::new(0))
    }
}

impl CloseCodes {
    /// Hears the codes of all connections that are handled on the current thread.
    pub(super) fn listen_here(&self) {
        HERE.set(Some(self.clone()));
    }

    /// Returns after a code for which serenity should end and does not: with the reason if it is fatal.
    pub(super) async fn ending(&self) -> Option<Fatal> {
        let mut closed = self.0.subscribe();
        loop {
            match *closed.borrow_and_update() {
                code @ (close_codes::INVALID_SHARD..=INVALID_VERSION) => {
                    return Some(Fatal::Closed { code });
                }
                // serenity would read from the closed connection in a loop.
                close_codes::NOT_AUTHENTICATED => return None,
                _ => {}
            }
            // The sender, which is here, is never dropped.
            let _ = closed.changed().await;
        }
    }

    /// The code of a close since the last call, if Discord sent one.
    pub(super) fn take(&self) -> Option<u16> {
        let mut last = None;
        self.0.send_if_modified(|code| {
            last = Some(std::mem::take(code)).filter(|code| *code > 0);
            false
        });
        last
    }
}

/// What a code means, in words for the log.
pub(super) fn meaning(code: u16) -> &'static str {
    match code {
        1000 | 1001 => "it went away",
        1011 => "it had an error",
        1012 | 1013 => "it restarts",
        close_codes::UNKNOWN_ERROR => "it had an unknown error",
        close_codes::UNKNOWN_OPCODE => "it does not know an opcode that it was sent",
        close_codes::DECODE_ERROR => "it could not read what it was sent",
        close_codes::NOT_AUTHENTICATED => "it was sent something before it knew who the bot is",
        close_codes::ALREADY_AUTHENTICATED => "the bot identified twice",
        close_codes::INVALID_SEQUENCE => "the session could not be resumed from there",
        close_codes::RATE_LIMITED => "it was sent too much at once",
        4006 | close_codes::SESSION_TIMEOUT => "the session is over",
        _ => "it did not say why",
    }
}

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

/// A layer that takes close codes from serenity's spans and writes nothing.
pub(in crate::serve) struct CloseCodeLayer;

impl CloseCodeLayer {
    /// Whether a span or log event is serenity's span for a close. Others can hold whole gateway events.
    pub(in crate::serve) fn listens(metadata: &Metadata<'_>) -> bool {
        metadata.is_span() && (metadata.target(), metadata.name()) == (SPAN.0, SPAN.1)
    }
}

impl<S: Subscriber> Layer<S> for CloseCodeLayer {
    fn on_new_span(&self, attributes: &Attributes<'_>, _: &Id, _: Context<'_, S>) {
        let mut frame = Frame::default();
        attributes.record(&mut frame);
        let Some(code) = code(&frame.0) else { return };
        HERE.with_borrow(|here| here.as_ref().map(|codes| codes.0.send_replace(code)));
    }
}

/// The close frame of a span.
#[derive(Default)]
struct Frame(String);

impl Visit for Frame {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == SPAN.2 {
            self.0 = format!("{value:?}");
        }
    }
}

/// The code of a close frame, which is written as `Some(CloseFrame { code: Library(4009), reason: "…" })`.
fn code(frame: &str) -> Option<u16> {
    let (_, code) = frame.split_once("code: ")?;
    let (code, _) = code.split_once(',')?;
    match code {
        "Normal" => Some(1000),
        "Away" => Some(1001),
        "Error" => Some(1011),
        "Restart" => Some(1012),
        "Again" => Some(1013),
        other => {
            let (_, number) = other.split_once('(')?;
            number.strip_suffix(')')?.parse().ok()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_heard() {
        for (frame, expected) in [
            (
                r#"Some(CloseFrame { code: Library(4010), reason: "" })"#,
                Some(4010),
            ),
            (
                r#"Some(CloseFrame { code: Error, reason: "code: Library(4012), " })"#,
                Some(1011),
            ),
            ("None", None),
            ("", None),
        ] {
            assert_eq!(code(frame), expected, "{frame}");
        }
    }

    #[test]
    fn a_code_is_for_the_client_on_its_own_thread() {
        let (one, other) = (CloseCodes::default(), CloseCodes::default());
        one.listen_here();
        HERE.with_borrow(|here| here.as_ref().unwrap().0.send_replace(4009));
        assert_eq!((one.take(), other.take()), (Some(4009), None));
        assert_eq!(one.take(), None);
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
