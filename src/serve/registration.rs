//! Registering the commands: only if what Discord has is something else.

use std::fmt;
use std::time::Duration;

use backon::Retryable;
use serenity::model::id::ApplicationId;

use super::bot::Bot;
use super::failure::Failure;
use super::rest::Rest;
use crate::discord::registration::{Scope, differs};

/// The waits before the second and the third try of a call.
const WAITS: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(2)];

/// The longest wait that Discord may ask for.
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
        None => with_retries(|| rest.application()).await?,
    };
    let registered = with_retries(|| rest.commands(application, scope)).await?;
    if !differs(&commands, &registered) {
        return Ok(Registered::Unchanged);
    }
    with_retries(|| rest.register(application, scope, &commands)).await?;
    Ok(Registered::Sent(commands.len()))
}

/// Makes a call again after a failure that may pass, as long after it as Discord said.
async fn with_retries<T, F>(call: impl FnMut() -> F) -> Result<T, Failure>
where
    F: Future<Output = Result<T, Failure>>,
{
    call.retry(WAITS.into_iter())
        .when(Failure::is_transient)
        .adjust(|failure, next| {
            let wait = failure.retry_after().unwrap_or(next?);
            (wait <= LONGEST).then_some(wait)
        })
        .await
}
