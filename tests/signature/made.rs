//! Key pairs and signatures from the equations of the standard, so that they can also be odd ones.

use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};
use curve25519_dalek::{EdwardsPoint, Scalar};
use sha2::{Digest, Sha512};

/// Numbers that look random and are the same in every run.
pub(crate) struct Random {
    seed: u64,
    drawn: u64,
}

impl Random {
    pub(crate) fn of(seed: u64) -> Self {
        Self { seed, drawn: 0 }
    }

    fn next(&mut self) -> [u8; 64] {
        self.drawn += 1;
        let mut hash = Sha512::new_with_prefix(self.seed.to_le_bytes());
        hash.update(self.drawn.to_le_bytes());
        hash.finalize().into()
    }

    pub(crate) fn number(&mut self) -> u64 {
        u64::from_le_bytes(self.bytes())
    }

    pub(crate) fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        for part in bytes.chunks_mut(64) {
            part.copy_from_slice(&self.next()[..part.len()]);
        }
        bytes
    }

    pub(crate) fn scalar(&mut self) -> Scalar {
        Scalar::from_bytes_mod_order_wide(&self.next())
    }
}

/// A secret number and its public key, to which a point of small order may be added.
pub(crate) struct Keypair {
    pub(crate) secret: Scalar,
    pub(crate) public: [u8; 32],
}

impl Keypair {
    pub(crate) fn of(seed: u64, torsion: usize) -> Self {
        let secret = Random::of(seed).scalar();
        let public = times_base(&secret) + EIGHT_TORSION[torsion];
        Self {
            secret,
            public: public.compress().to_bytes(),
        }
    }

    /// The number that the standard calls k.
    pub(crate) fn hash(&self, r: &[u8; 32], message: &[u8]) -> Scalar {
        let mut hash = Sha512::new_with_prefix(r);
        hash.update(self.public);
        hash.update(message);
        Scalar::from_bytes_mod_order_wide(&hash.finalize().into())
    }

    /// A signature with a nonce, to whose point one of small order is added.
    pub(crate) fn sign(&self, nonce: &Scalar, torsion: usize, message: &[u8]) -> [u8; 64] {
        let r = times_base(nonce) + EIGHT_TORSION[torsion];
        let r = r.compress().to_bytes();
        let s = nonce + self.hash(&r, message) * self.secret;
        super::joined(&r, s.as_bytes())
    }
}

fn times_base(number: &Scalar) -> EdwardsPoint {
    ED25519_BASEPOINT_POINT * number
}
