//! Registering the commands: only if what Discord has is something else.

use std::fmt;
use std::time::Duration;

use serenity::model::id::ApplicationId;
use tokio::time::sleep;

use super::bot::Bot;
use super::failure::Failure;
use super::rest::Rest;
use crate::discord::registration::{Scope, differs};

/// How often a call is tried before it is left.
const TRIES: u32 = 3;

/// The longest wait between two tries.
const LONGEST: Duration = Duration::from_secs(60);

/// What registering came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registered {
    /// Discord had them all as they are.
    Unchanged,
    /// So many were sent, instead of all that were.
    Sent(usize),
}

impl fmt::Display for Registered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unchanged => f.write_str("unchanged"),
            Self::Sent(number) => write!(f, "sent {number}"),
        }
    }
}

/// Registers everywhere and writes one line. Nothing that goes wrong here stops anything else.
pub(super) async fn at_start(rest: &Rest, bot: &Bot, application: Option<ApplicationId>) {
    match register(rest, bot, application, Scope::Global).await {
        Ok(registered) => tracing::info!(commands = %registered, "registered"),
        Err(failure) => tracing::warn!(why = %failure, "the commands could not be registered"),
    }
}

/// Compares what is registered and sends ours if it is something else.
pub(super) async fn register(
    rest: &Rest,
    bot: &Bot,
    application: Option<ApplicationId>,
    scope: Scope,
) -> Result<Registered, Failure> {
    let commands = bot.commands(scope);
    let application = match application {
        Some(application) => application,
        None => patiently(|| rest.application()).await?,
    };
    let registered = patiently(|| rest.commands(application, scope)).await?;
    if !differs(&commands, &registered) {
        return Ok(Registered::Unchanged);
    }
    patiently(|| rest.register(application, scope, &commands)).await?;
    Ok(Registered::Sent(commands.len()))
}

/// Makes a call again when Discord says to wait, or when the mistake is its own.
async fn patiently<T, F>(mut call: impl FnMut() -> F) -> Result<T, Failure>
where
    F: Future<Output = Result<T, Failure>>,
{
    let mut tried: u32 = 0;
    loop {
        tried += 1;
        let failure = match call().await {
            Ok(value) => return Ok(value),
            Err(failure) => failure,
        };
        let wait = match failure {
            Failure::Refused {
                status: 429,
                code: _,
                wait,
            } => wait.unwrap_or(Duration::from_secs(tried.into())),
            Failure::Refused { status, .. } if status >= 500 => Duration::from_secs(tried.into()),
            Failure::Unreachable | Failure::NoAnswer => Duration::from_secs(tried.into()),
            Failure::Refused { .. } | Failure::Token | Failure::Unreadable | Failure::Unawaited => {
                return Err(failure);
            }
        };
        if tried >= TRIES || wait > LONGEST {
            return Err(failure);
        }
        sleep(wait).await;
    }
}
