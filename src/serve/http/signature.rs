//! Verifies that a request is from Discord: an Ed25519 signature over timestamp and body, before either is parsed.
//!
//! As in <https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers>.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::http::HeaderMap;
use ed25519_dalek::{Signature, VerifyingKey};

use crate::serve::refusal::Refusal;

/// The header with the signature, in hexadecimal digits.
const SIGNATURE: &str = "x-signature-ed25519";

/// The header with the time of signing, in seconds since 1970.
const TIMESTAMP: &str = "x-signature-timestamp";

/// An application's public key, which verifies Discord's signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::serve) struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads 64 hexadecimal digits with white space around them; `None` if they are not a key, or a weak one, for
    /// which anybody could make signatures.
    pub(in crate::serve) fn parse(text: &str) -> Option<Self> {
        let key = VerifyingKey::from_bytes(&bytes(text.trim())?).ok()?;
        (!key.is_weak()).then_some(Self(key))
    }

    /// Checks what can be checked without the body: that there is a signature, and a timestamp within `tolerance` of
    /// `now`, where zero allows any. The request may still be forged.
    pub(super) fn may_be_signed(
        headers: &HeaderMap,
        now: SystemTime,
        tolerance: Duration,
    ) -> Result<(), Refusal> {
        let (_, time) = given(headers)?;
        let near = |seconds: u64| {
            let now = now.duration_since(UNIX_EPOCH).unwrap_or_default();
            now.as_secs().abs_diff(seconds) <= tolerance.as_secs()
        };
        if tolerance.is_zero() || time.parse().is_ok_and(near) {
            Ok(())
        } else {
            Err(Refusal::Stale)
        }
    }

    /// Verifies the signature over timestamp and body, and checks the timestamp as above.
    pub(super) fn check(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: SystemTime,
        tolerance: Duration,
    ) -> Result<(), Refusal> {
        let (signature, time) = given(headers)?;
        let signed = [time.as_bytes(), body].concat();
        self.0
            .verify_strict(&signed, &Signature::from_bytes(&signature))
            .map_err(|_| Refusal::Signature)?;
        Self::may_be_signed(headers, now, tolerance)
    }
}

/// The signature and the timestamp in the headers.
fn given(headers: &HeaderMap) -> Result<([u8; 64], &str), Refusal> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let signature = text(SIGNATURE).and_then(bytes);
    signature.zip(text(TIMESTAMP)).ok_or(Refusal::Signature)
}

/// `N` bytes from hexadecimal digits.
fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != 2 * N || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; N];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use ed25519_dalek::{Signer, SigningKey};

    use super::*;

    const NOW: Duration = Duration::from_secs(1_700_000_000);

    fn signed(time: &str, body: &[u8]) -> (PublicKey, HeaderMap) {
        let pair = SigningKey::from_bytes(&[7; 32]);
        let signature = pair.sign(&[time.as_bytes(), body].concat()).to_bytes();
        let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02X}")).collect::<String>();
        let mut headers = HeaderMap::new();
        headers.insert(SIGNATURE, hex(&signature).parse().unwrap());
        headers.insert(TIMESTAMP, time.parse().unwrap());
        (
            PublicKey::parse(&hex(pair.verifying_key().as_bytes())).unwrap(),
            headers,
        )
    }

    fn check(time: &str, tolerance: u64) -> Result<(), Refusal> {
        let (key, headers) = signed(time, b"{}");
        key.check(
            &headers,
            b"{}",
            UNIX_EPOCH + NOW,
            Duration::from_secs(tolerance),
        )
    }

    #[test]
    fn a_time_within_the_tolerance_is_taken() {
        assert_eq!(check("1700000000", 300), Ok(()));
        assert_eq!(check("1699999700", 300), Ok(()));
        assert_eq!(check("1699999699", 300), Err(Refusal::Stale));
        assert_eq!(check("1700000301", 300), Err(Refusal::Stale));
        for odd in ["", "-1", "1.7e9", "99999999999999999999", "soon"] {
            assert_eq!(check(odd, 300), Err(Refusal::Stale), "{odd}");
            assert_eq!(check(odd, 0), Ok(()), "{odd}");
        }
    }

    #[test]
    fn anything_else_than_what_was_signed_is_refused() {
        let (key, headers) = signed("1700000000", b"{}");
        let check = |headers: &HeaderMap, body: &[u8]| {
            key.check(headers, body, UNIX_EPOCH + NOW, Duration::from_secs(300))
        };
        assert_eq!(check(&headers, b"{}"), Ok(()));
        assert_eq!(check(&headers, b"{} "), Err(Refusal::Signature));
        assert_eq!(check(&HeaderMap::new(), b"{}"), Err(Refusal::Signature));
        for (name, value) in [
            (TIMESTAMP, "1700000001"),
            (SIGNATURE, ""),
            (SIGNATURE, "zz"),
            (SIGNATURE, &"0".repeat(128)),
            (SIGNATURE, &"0".repeat(127)),
            (SIGNATURE, &"+f".repeat(64)),
        ] {
            let mut headers = headers.clone();
            headers.insert(name, value.parse().unwrap());
            assert_eq!(
                check(&headers, b"{}"),
                Err(Refusal::Signature),
                "{name} {value}"
            );
        }
    }

    #[test]
    fn what_is_no_key_is_none() {
        for odd in ["", "00", &"0".repeat(64), &"z".repeat(64), &"f".repeat(65)] {
            assert_eq!(PublicKey::parse(odd), None, "{odd}");
        }
        // A point of small order, for which any signature is valid.
        assert_eq!(PublicKey::parse(&format!("01{}", "0".repeat(62))), None);
    }
}
