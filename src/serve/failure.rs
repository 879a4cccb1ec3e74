//! Why a call to Discord failed, in words that are safe to log.

use std::time::Duration;

use serde_json::Value;

/// Why a call failed. It holds no address and no text that could hold a token.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub(super) enum Failure {
    /// Discord does not know the token.
    #[error("the token was refused")]
    Token,
    /// An HTTP status other than success, Discord's own code if it gave one
    /// (<https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>), and how long
    /// to wait if it said so.
    #[error("HTTP {status}{}", code.map(|code| format!(", code {code}")).unwrap_or_default())]
    Refused {
        status: u16,
        code: Option<u64>,
        wait: Option<Duration>,
    },
    /// Nothing listens there, or the connection could not be made.
    #[error("Discord cannot be reached")]
    Unreachable,
    /// The call may have arrived; no answer came in time or in full.
    #[error("Discord did not answer")]
    NoAnswer,
    /// The answer is not what it should be.
    #[error("Discord's answer cannot be read")]
    Unreadable,
    /// The other side was gone before the reply.
    #[error("nobody waited for it")]
    ConnectionClosed,
}

impl Failure {
    /// Why Discord refused a call: its code, and the seconds to wait, which are in the body
    /// (<https://discord.com/developers/docs/topics/rate-limits>) or, from a proxy, in a header.
    pub(super) fn from_response(status: u16, body: &[u8], header: Option<f64>) -> Self {
        let body: Value = serde_json::from_slice(body).unwrap_or_default();
        let seconds = body["retry_after"].as_f64().or(header);
        Self::Refused {
            status,
            code: body["code"].as_u64().filter(|code| *code > 0),
            wait: seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()),
        }
    }

    /// How long Discord said to wait, if it did.
    pub(super) fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Refused { wait, .. } => *wait,
            _ => None,
        }
    }

    /// Whether the same call may succeed later.
    pub(super) fn is_transient(&self) -> bool {
        match self {
            Self::Refused { status, .. } => *status == 429 || *status >= 500,
            Self::Unreachable | Self::NoAnswer => true,
            Self::Token | Self::Unreadable | Self::ConnectionClosed => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_why_and_how_long_to_wait() {
        let check = |body: &str, header, code, seconds: Option<f64>| {
            let expected = Failure::Refused {
                status: 429,
                code,
                wait: seconds.map(Duration::from_secs_f64),
            };
            assert_eq!(
                Failure::from_response(429, body.as_bytes(), header),
                expected,
                "{body}"
            );
        };
        check(
            r#"{"retry_after": 0.25, "code": 0}"#,
            Some(1.0),
            None,
            Some(0.25),
        );
        check(r#"{"code": 10062}"#, None, Some(10062), None);
        check("<html>", Some(3.0), None, Some(3.0));
        check(r#"{"retry_after": -1}"#, None, None, None);
        check(r#"{"retry_after": 1e300}"#, None, None, None);
        check("", None, None, None);
    }
}
