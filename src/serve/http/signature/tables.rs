//! Verifies Ed25519 signatures by one key with tables of its multiples and of those of the base point: no doublings and
//! one square root less than for a key that is met for the first time.
//!
//! It accepts exactly what [`VerifyingKey::verify_strict`] accepts. Both ask that S is reduced, that S·B − k·A,
//! written down, is R byte for byte, and that neither R nor A has a small order, where k is a hash of R, A and the
//! message (<https://www.rfc-editor.org/rfc/rfc8032#section-5.1.7>). The library reads R as a point to learn its order.
//! Here R is compared with the eight points of small order as they are written down. That is enough, because R equals a
//! point that was written down, and each point is written in one way. All arithmetic is the library's own.

use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};
use curve25519_dalek::{EdwardsPoint, Scalar};
use ed25519_dalek::VerifyingKey;
use sha2::{Digest, Sha512};

/// The multiples of a point in one row. With both signs they stand for every digit to base 256.
const ROW: usize = 128;

/// The tables of one key: 1.3 MB.
pub(super) struct Tables {
    key: [u8; 32],
    base: Multiples,
    minus_key: Multiples,
    /// The points of small order as they are written down.
    small: [[u8; 32]; EIGHT_TORSION.len()],
}

impl Tables {
    /// Makes the tables of a key, in some milliseconds. The key must not be weak.
    pub(super) fn of(key: &VerifyingKey) -> Self {
        Self {
            key: key.to_bytes(),
            base: Multiples::of(ED25519_BASEPOINT_POINT),
            minus_key: Multiples::of(-key.to_edwards()),
            small: EIGHT_TORSION.map(|point| point.compress().to_bytes()),
        }
    }

    /// Whether the key signed a message, which consists of these parts.
    pub(super) fn verify(&self, signature: &[u8; 64], message: &[&[u8]]) -> bool {
        let mut halves = [[0; 32]; 2];
        halves.as_flattened_mut().copy_from_slice(signature);
        let [r, s] = halves;
        if !bool::from(Scalar::from_canonical_bytes(s).is_some()) || self.small.contains(&r) {
            return false;
        }
        let mut hash = Sha512::new_with_prefix(r);
        hash.update(self.key);
        for part in message {
            hash.update(part);
        }
        let k = Scalar::from_bytes_mod_order_wide(&hash.finalize().into());
        let sum = self.base.add(&s, EdwardsPoint::default());
        self.minus_key.add(k.as_bytes(), sum).compress().to_bytes() == r
    }
}

/// In row i, the multiples of a point by 1 × 256^i to 128 × 256^i.
struct Multiples(Vec<[EdwardsPoint; ROW]>);

impl Multiples {
    fn of(point: EdwardsPoint) -> Self {
        let mut unit = point;
        let rows = (0..32).map(|_| {
            let mut multiple = EdwardsPoint::default();
            let row = [(); ROW].map(|()| {
                multiple += unit;
                multiple
            });
            // 128 × 256^i twice.
            unit = multiple + multiple;
            row
        });
        Self(rows.collect())
    }

    /// A sum and so many times the point, where the number has its low byte first and is below 2^253.
    fn add(&self, number: &[u8; 32], mut sum: EdwardsPoint) -> EdwardsPoint {
        for (row, digit) in self.0.iter().zip(digits(number)) {
            // No table holds zero.
            let Some(at) = usize::from(digit.unsigned_abs()).checked_sub(1) else {
                continue;
            };
            match digit.is_positive() {
                true => sum += &row[at],
                false => sum -= &row[at],
            }
        }
        sum
    }
}

/// The digits of a number to base 256, from −127 to 128, of which the first counts units.
fn digits(number: &[u8; 32]) -> [i16; 32] {
    let mut carry = 0;
    number.map(|byte| {
        let digit = i16::from(byte) + carry;
        carry = i16::from(digit > 128);
        digit - 256 * carry
    })
}
