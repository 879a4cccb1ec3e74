//! Verifies that a request is from Discord: an Ed25519 signature over timestamp and body, before either is parsed.
//!
//! As in <https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers>.

mod tables;

use std::fmt;
use std::sync::OnceLock;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use ed25519_dalek::{Signature, VerifyingKey};

use crate::serve::refusal::Refusal;
use tables::Tables;

/// The header with the signature, in hexadecimal digits.
static SIGNATURE: HeaderName = HeaderName::from_static("x-signature-ed25519");

/// The header with the time of signing, in seconds since 1970.
static TIMESTAMP: HeaderName = HeaderName::from_static("x-signature-timestamp");

/// An application's public key, which verifies Discord's signatures.
pub struct PublicKey {
    key: VerifyingKey,
    /// Until there are some, the library verifies.
    tables: OnceLock<Tables>,
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.key.fmt(f)
    }
}

impl PublicKey {
    /// Reads 64 hexadecimal digits with white space around them; `None` if they are not a key, or a weak one, for
    /// which anybody could make signatures.
    pub fn parse(text: &str) -> Option<Self> {
        let key = VerifyingKey::from_bytes(&bytes(text.trim().as_bytes())?).ok()?;
        let tables = OnceLock::new();
        (!key.is_weak()).then_some(Self { key, tables })
    }

    /// The same with tables.
    #[must_use]
    pub fn with_tables(self) -> Self {
        self.make_tables();
        self
    }

    /// Makes tables, which verify the same signatures in a third of the time. It takes some milliseconds.
    pub(in crate::serve) fn make_tables(&self) {
        self.tables.get_or_init(|| Tables::of(&self.key));
    }

    /// Whether this is a signature by the key over a message, which consists of these parts.
    pub fn has_signed(&self, signature: &[u8; 64], message: &[&[u8]]) -> bool {
        match self.tables.get() {
            Some(tables) => tables.verify(signature, message),
            None => {
                let signature = Signature::from_bytes(signature);
                let message = message.concat();
                self.key.verify_strict(&message, &signature).is_ok()
            }
        }
    }
}

/// What the headers of a request say of its signature.
pub(super) struct Signed {
    signature: [u8; 64],
    time: HeaderValue,
}

impl Signed {
    /// Reads the headers; refuses a request without signature or timestamp.
    pub(super) fn read(headers: &HeaderMap) -> Result<Self, Refusal> {
        let signature = headers.get(&SIGNATURE).map(HeaderValue::as_bytes);
        let signature = signature.and_then(bytes).ok_or(Refusal::Signature)?;
        let time = headers.get(&TIMESTAMP).filter(|time| time.to_str().is_ok());
        let time = time.ok_or(Refusal::Signature)?.clone();
        Ok(Self { signature, time })
    }

    /// Verifies the signature over timestamp and body.
    pub(super) fn by(&self, key: &PublicKey, body: &[u8]) -> Result<(), Refusal> {
        let is_signed = key.has_signed(&self.signature, &[self.time.as_bytes(), body]);
        is_signed.then_some(()).ok_or(Refusal::Signature)
    }

    /// Checks that the timestamp is within `tolerance` of `now`, where zero allows any.
    pub(super) fn near(&self, now: SystemTime, tolerance: Duration) -> Result<(), Refusal> {
        let near = |seconds: u64| {
            let now = now.duration_since(UNIX_EPOCH).unwrap_or_default();
            now.as_secs().abs_diff(seconds) <= tolerance.as_secs()
        };
        let time = self.time.to_str().ok().and_then(|time| time.parse().ok());
        match tolerance.is_zero() || time.is_some_and(near) {
            true => Ok(()),
            false => Err(Refusal::Stale),
        }
    }
}

/// `N` bytes from hexadecimal digits.
fn bytes<const N: usize>(digits: &[u8]) -> Option<[u8; N]> {
    let (pairs, rest) = digits.as_chunks();
    let mut bytes = [0; N];
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    let mut all = 0;
    for (byte, pair) in bytes.iter_mut().zip(pairs) {
        let [high, low] = pair.map(|digit| DIGITS[usize::from(digit)]);
        all |= high | low;
        *byte = high << 4 | low;
    }
    (all < NO_DIGIT).then_some(bytes)
}

/// The value of each byte that is a hexadecimal digit, and of every other.
const DIGITS: [u8; 256] = {
    let mut values = [NO_DIGIT; 256];
    let mut value = 0;
    while value < NO_DIGIT {
        let [small, capital] = [b"0123456789abcdef", b"0123456789ABCDEF"];
        values[small[value as usize] as usize] = value;
        values[capital[value as usize] as usize] = value;
        value += 1;
    }
    values
};

/// More than any digit, and without their bits.
const NO_DIGIT: u8 = 16;

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
        headers.insert(&SIGNATURE, hex(&signature).parse().unwrap());
        headers.insert(&TIMESTAMP, time.parse().unwrap());
        (
            PublicKey::parse(&hex(pair.verifying_key().as_bytes())).unwrap(),
            headers,
        )
    }

    fn check(time: &str, tolerance: u64) -> Result<(), Refusal> {
        let (key, headers) = signed(time, b"{}");
        checked(&key, &headers, b"{}", tolerance)
    }

    /// What the endpoint checks of a request.
    fn checked(
        key: &PublicKey,
        headers: &HeaderMap,
        body: &[u8],
        tolerance: u64,
    ) -> Result<(), Refusal> {
        let signed = Signed::read(headers)?;
        signed.by(key, body)?;
        signed.near(UNIX_EPOCH + NOW, Duration::from_secs(tolerance))
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
        let check = |headers: &HeaderMap, body: &[u8]| checked(&key, headers, body, 300);
        assert_eq!(check(&headers, b"{}"), Ok(()));
        assert_eq!(check(&headers, b"{} "), Err(Refusal::Signature));
        assert_eq!(check(&HeaderMap::new(), b"{}"), Err(Refusal::Signature));
        for (name, value) in [
            (&TIMESTAMP, "1700000001"),
            (&SIGNATURE, ""),
            (&SIGNATURE, "zz"),
            (&SIGNATURE, &"0".repeat(128)),
            (&SIGNATURE, &"0".repeat(127)),
            (&SIGNATURE, &"+f".repeat(64)),
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
            assert!(PublicKey::parse(odd).is_none(), "{odd}");
        }
        // A point of small order, for which any signature is valid.
        assert!(PublicKey::parse(&format!("01{}", "0".repeat(62))).is_none());
    }
}
