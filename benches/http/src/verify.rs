//! The time for verifying one signature, in turns.

use std::time::Instant;

use ed25519_dalek::{Signer, SigningKey};

use crate::tables::Tables;
use crate::{DISCORD, Result};

/// As long as the body of a command.
const LENGTH: usize = 1_500;

/// Signatures in one turn.
const COUNT: usize = 500;

/// Turns, of which the median is told.
const TURNS: usize = 9;

/// Prints the medians in microseconds.
pub(crate) fn run() -> Result<()> {
    let pair = SigningKey::from_bytes(&DISCORD);
    let key = pair.verifying_key();
    let key_2 = ed25519_dalek_2::VerifyingKey::from_bytes(key.as_bytes())?;
    let began = Instant::now();
    let tables = Tables::of(&key);
    println!(
        "the tables were made in {:.1} ms",
        began.elapsed().as_secs_f64() * 1e3
    );
    let message =
        |number: usize| -> Vec<u8> { (0..LENGTH).map(|at| (number * 31 + at) as u8).collect() };
    let signed: Vec<_> = (0..COUNT)
        .map(|number| message(number))
        .map(|message| (pair.sign(&message).to_bytes(), message))
        .collect();
    let library_2 = |signature: &[u8; 64], message: &[u8]| {
        let signature = ed25519_dalek_2::Signature::from_bytes(signature);
        key_2.verify_strict(message, &signature).is_ok()
    };
    let library_3 = |signature: &[u8; 64], message: &[u8]| {
        let signature = ed25519_dalek::Signature::from_bytes(signature);
        key.verify_strict(message, &signature).is_ok()
    };
    let own = |signature: &[u8; 64], message: &[u8]| tables.verify(signature, &[message]);
    let ways: [(&str, &dyn Fn(&[u8; 64], &[u8]) -> bool); 3] = [
        ("ed25519-dalek 2", &library_2),
        ("ed25519-dalek 3", &library_3),
        ("tables", &own),
    ];
    let mut times = [const { Vec::new() }; 3];
    for _ in 0..TURNS {
        for ((_, verify), times) in ways.iter().zip(&mut times) {
            let began = Instant::now();
            if !signed
                .iter()
                .all(|(signature, message)| verify(signature, message))
            {
                return Err("a good signature was refused".into());
            }
            times.push(began.elapsed().as_secs_f64() * 1e6 / COUNT as f64);
        }
    }
    for ((name, _), mut times) in ways.into_iter().zip(times) {
        times.sort_by(f64::total_cmp);
        println!("{name}: {:.1} µs", times[TURNS / 2]);
    }
    Ok(())
}
