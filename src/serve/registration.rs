//! Registers the commands, if Discord does not have them already.

use std::fmt;
use std::time::Duration;

use backon::Retryable;
use serenity::model::id::ApplicationId;

use super::bot::Bot;
use super::failure::Failure;
use super::rest::Rest;
use crate::discord::registration::{Scope, differs, ids};

/// The waits before the second and the third try of a call.
const WAITS: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(2)];

/// The longest wait that Discord may ask for before we give up.
const LONGEST: Duration = Duration::from_secs(60);

/// The result of registering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registered {
    /// Discord had them already.
    Unchanged,
    /// All commands were replaced by this many.
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

/// Registers the global commands and logs the result. A failure does not stop the bot.
pub(super) async fn at_start(rest: &Rest, bot: &Bot, application: Option<ApplicationId>) {
    match register(rest, bot, application, Scope::Global).await {
        Ok(registered) => tracing::info!(commands = %registered, "registered"),
        Err(failure) => tracing::warn!(why = %failure, "the commands could not be registered"),
    }
}

/// Tells the bot the ids of the commands that another process registers.
pub(super) async fn read_ids(rest: &Rest, bot: &Bot, application: ApplicationId) {
    match with_retries(|| rest.commands(application, Scope::Global)).await {
        Ok(registered) => bot.set_command_ids(ids(&registered)),
        Err(failure) => tracing::warn!(why = %failure, "the commands' ids could not be read"),
    }
}

/// Sends the commands if Discord has others, and tells the bot their ids. Without an `application` Discord is asked
/// for it.
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
        bot.set_command_ids(ids(&registered));
        return Ok(Registered::Unchanged);
    }
    let registered = with_retries(|| rest.register(application, scope, &commands)).await?;
    bot.set_command_ids(ids(&registered));
    Ok(Registered::Sent(commands.len()))
}

/// Makes a call up to three times while it fails for a reason that may pass.
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
