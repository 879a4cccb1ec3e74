//! `floor` is the least that an endpoint for Discord can be, `load` and `steady` ask one of them or the bot.
//!
//! ```text
//! sumber-bench-http floor library|tables ADDRESS ANSWER…
//! sumber-bench-http load ADDRESS PATH PID BODY discord|another REQUESTS CONNECTIONS
//! sumber-bench-http steady ADDRESS PATH PID BODY RATE CONNECTIONS SECONDS
//! sumber-bench-http sign BODY
//! sumber-bench-http key
//! ```

mod floor;
mod load;
mod steady;
#[path = "../../../src/serve/http/signature/tables.rs"]
mod tables;

use std::process::ExitCode;

use ed25519_dalek::SigningKey;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// The seed of the key that signs as Discord does.
const DISCORD: [u8; 32] = [7; 32];

/// The seed of another key.
const ANOTHER: [u8; 32] = [8; 32];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["floor", verification, address, ref answers @ ..] => {
            floor::serve(verification, address, answers)
        }
        ["load", ref what @ ..] => load::run(what),
        ["steady", ref what @ ..] => steady::run(what),
        ["sign", body] => load::sign(body),
        ["key"] => {
            println!("{}", hex(public_key().as_bytes()));
            Ok(())
        }
        _ => Err("see the top of src/main.rs for the arguments".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn public_key() -> ed25519_dalek::VerifyingKey {
    SigningKey::from_bytes(&DISCORD).verifying_key()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
