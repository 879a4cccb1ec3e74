//! What Discord means by closing a connection.
//!
//! Codes as in <https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes>.

use serenity::constants::close_codes;

use crate::serve::Fatal;

/// What to do after a connection was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// Go on with the session.
    Resume,
    /// Begin a new session.
    Identify,
    /// Stop: it would be closed again.
    Stop(Fatal),
}

/// What a close code asks for; without a code the connection just broke.
pub(super) fn then(code: Option<u16>) -> Then {
    match code {
        Some(close_codes::AUTHENTICATION_FAILED) => Then::Stop(Fatal::Token),
        Some(code @ (close_codes::INVALID_SHARD..=close_codes::DISALLOWED_GATEWAY_INTENTS)) => {
            Then::Stop(Fatal::Closed { code })
        }
        // 4006 is no longer documented, and still sent: the session is no longer valid.
        Some(
            close_codes::NOT_AUTHENTICATED
            | 4006
            | close_codes::INVALID_SEQUENCE
            | close_codes::SESSION_TIMEOUT,
        ) => Then::Identify,
        Some(_) | None => Then::Resume,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_that_would_come_again_stop_the_bot() {
        assert_eq!(then(Some(4004)), Then::Stop(Fatal::Token));
        for code in 4010..=4014 {
            assert_eq!(then(Some(code)), Then::Stop(Fatal::Closed { code }));
        }
    }

    #[test]
    fn a_session_goes_on_unless_discord_says_it_is_over() {
        for code in [
            None,
            Some(1000),
            Some(1006),
            Some(1011),
            Some(4000),
            Some(4008),
            Some(4999),
        ] {
            assert_eq!(then(code), Then::Resume, "{code:?}");
        }
        for code in [4003, 4006, 4007, 4009] {
            assert_eq!(then(Some(code)), Then::Identify, "{code}");
        }
    }
}
