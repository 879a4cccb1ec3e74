//! Registers the commands with Discord, for as long as that takes, and again whenever they have changed.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use backon::Retryable;
use serenity::model::id::ApplicationId;
use tokio::time::{Instant, timeout_at};

use super::backoff::{self, Waits};
use super::bot::Bot;
use super::failure::Failure;
use super::fatal::{Fatal, PORTAL};
use super::rest::{Application, Rest};
use crate::discord::registration::{CommandPayload, Scope, differs, ids, overlap};

/// The waits before the second and the third try of the command line.
const WAITS: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(2)];

/// The longest wait that Discord may ask of the command line before it gives up.
const LONGEST: Duration = Duration::from_secs(60);

/// The wait after a refusal that only a change ends: of the commands, of the token, or of the application.
const SLOW: Duration = Duration::from_secs(6 * 60 * 60);

/// The wait for the next day's commands, where Discord does not say how long.
const HOUR: Duration = Duration::from_secs(60 * 60);

/// On how many servers a search for commands that stand twice looks. A bot that is being tried is on few.
const LOOKED_AT: u8 = 10;

/// What to know where commands are registered for a server and for all.
const TWICE: &str = "people see commands twice where they are registered for a server and for all servers: sumber commands --clear --guild ID removes those of a server";

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

/// Keeps the global commands registered for the life of the bot.
pub(super) struct Registrar {
    pub(super) rest: Arc<Rest>,
    pub(super) bot: Arc<Bot>,
    /// The public key in the settings.
    pub(super) key: Option<String>,
    /// Whether another process registers them, so that only their ids are read.
    pub(super) only_reads: bool,
}

impl Registrar {
    /// Waits for notifications and registers the commands where they differ. It never ends, and a failure stops
    /// nothing else: the call is made again for as long as it takes.
    pub(super) async fn run(self) {
        let mut application = None;
        let mut registered = None;
        let mut looked = false;
        loop {
            self.bot.commands_changed.notified().await;
            let mut waits = backoff::patient_waits();
            loop {
                let commands = self.bot.commands(Scope::Global);
                if registered.as_ref() == Some(&commands) {
                    break;
                }
                match self.register(&mut application, &commands).await {
                    Ok(result) => {
                        if !self.only_reads {
                            tracing::info!(commands = %result, "registered");
                        }
                        if !looked {
                            looked = true;
                            self.look_for_copies(application, &commands).await;
                        }
                        registered = Some(commands);
                        break;
                    }
                    Err(failure) => {
                        // What Discord has is uncertain until a call succeeds.
                        registered = None;
                        let wait = pause(&failure, &mut waits);
                        log(&failure, &commands, wait);
                        self.wait_or_change(wait, &commands).await;
                    }
                }
            }
        }
    }

    async fn register(
        &self,
        application: &mut Option<ApplicationId>,
        commands: &[CommandPayload],
    ) -> Result<Registered, Failure> {
        let id = match *application {
            Some(id) => id,
            None => {
                let known = self.rest.application().await?;
                self.compare_key(&known);
                *application.insert(known.id)
            }
        };
        if self.only_reads {
            let registered = self.rest.commands(id, Scope::Global).await?;
            self.bot.set_command_ids(ids(&registered));
            return Ok(Registered::Unchanged);
        }
        register(&self.rest, &self.bot, id, (commands, Scope::Global)).await
    }

    /// Warns if the public key in the settings is that of another application.
    fn compare_key(&self, application: &Application) {
        let (Some(ours), Some(theirs)) = (&self.key, &application.verify_key) else {
            return;
        };
        if !ours.trim().eq_ignore_ascii_case(theirs) {
            tracing::warn!(
                "DISCORD_PUBLIC_KEY and DISCORD_TOKEN belong to different applications, so that no request from Discord can be verified: copy both from one application at {PORTAL}"
            );
        }
    }

    /// Warns if people see commands twice.
    async fn look_for_copies(&self, application: Option<ApplicationId>, ours: &[CommandPayload]) {
        if let Some(application) = application
            && stand_twice(&self.rest, application, (ours, Scope::Global)).await
        {
            tracing::warn!("{TWICE}");
        }
    }

    /// Waits until it is time for the next try or the commands are no longer those that failed.
    async fn wait_or_change(&self, wait: Duration, failed: &[CommandPayload]) {
        let until = Instant::now() + wait;
        while timeout_at(until, self.bot.commands_changed.notified())
            .await
            .is_ok()
        {
            if self.bot.commands(Scope::Global) != failed {
                return;
            }
        }
    }
}

/// The wait before the next try.
fn pause(failure: &Failure, waits: &mut Waits) -> Duration {
    let next = match failure {
        Failure::NoMoreCommands(_) => failure.retry_after().unwrap_or(HOUR),
        _ if failure.is_transient() => waits.next().unwrap_or(HOUR),
        _ => SLOW,
    };
    next.max(failure.retry_after().unwrap_or_default())
}

/// Logs why the commands could not be registered, and what happens next.
fn log(failure: &Failure, commands: &[CommandPayload], wait: Duration) {
    let command = failure.item().and_then(|at| commands.get(at));
    let command = command.map_or("-", |command| command.name.as_str());
    tracing::warn!(
        why = %failure,
        command,
        again_s = wait.as_secs(),
        "the commands could not be registered: {}", advice(failure)
    );
}

/// What the operator has to know about a failure to register.
fn advice(failure: &Failure) -> String {
    let advice = match failure {
        Failure::Token => return Fatal::Token.to_string(),
        Failure::NoMoreCommands(_) => "the commands that it has go on working",
        _ if failure.is_transient() => "it may succeed later",
        Failure::Refused { status: 400, .. } => {
            "Discord does not take them as they are; change what it names, or report a mistake in the bot"
        }
        Failure::Refused { .. } => {
            "the application may not do this; see whether DISCORD_TOKEN belongs to the right application, and that is on the server"
        }
        _ => "Discord's interface may have changed; look for a newer version of the bot",
    };
    advice.to_owned()
}

/// The error of the command line.
pub(super) fn unregistered(failure: &Failure) -> Fatal {
    match failure {
        Failure::Token => Fatal::Token,
        failure => Fatal::Unregistered(format!("{failure}: {}", advice(failure))),
    }
}

/// Registers the commands of a scope, for the command line: with a few tries, and not for as long as it takes. Also
/// tells whether people now see commands twice.
pub(super) async fn register_once(
    rest: &Rest,
    bot: &Bot,
    scope: Scope,
) -> Result<(Registered, bool), Failure> {
    let commands = bot.commands(scope);
    with_retries(|| async {
        let application = rest.application().await?.id;
        let registered = register(rest, bot, application, (&commands, scope)).await?;
        let twice = stand_twice(rest, application, (&commands, scope)).await;
        Ok((registered, twice))
    })
    .await
}

/// Removes the commands of a scope, and tells how many there were.
pub(super) async fn clear(rest: &Rest, scope: Scope) -> Result<usize, Failure> {
    with_retries(|| async {
        let application = rest.application().await?.id;
        let registered = rest.commands(application, scope).await?;
        let number = registered.as_array().map_or(0, Vec::len);
        if number > 0 {
            rest.register(application, scope, &[]).await?;
        }
        Ok(number)
    })
    .await
}

/// Whether some of these commands are registered in another scope as well, as far as a few calls can tell.
async fn stand_twice(
    rest: &Rest,
    application: ApplicationId,
    (ours, scope): (&[CommandPayload], Scope),
) -> bool {
    let others = match scope {
        Scope::Guild(_) => vec![Scope::Global],
        Scope::Global => {
            let guilds = rest.guilds(LOOKED_AT).await.unwrap_or_default();
            guilds.iter().map(|id| Scope::Guild(id.get())).collect()
        }
    };
    let ours = serde_json::to_value(ours).unwrap_or_default();
    for other in others {
        // A server may not let the bot ask.
        let theirs = rest.commands(application, other).await;
        if theirs.is_ok_and(|theirs| overlap(&ours, &theirs)) {
            return true;
        }
    }
    false
}

/// Sends the commands if Discord has others, and tells the bot their ids.
async fn register(
    rest: &Rest,
    bot: &Bot,
    application: ApplicationId,
    (commands, scope): (&[CommandPayload], Scope),
) -> Result<Registered, Failure> {
    let registered = rest.commands(application, scope).await?;
    if !differs(commands, &registered) {
        bot.set_command_ids(ids(&registered));
        return Ok(Registered::Unchanged);
    }
    let registered = rest.register(application, scope, commands).await?;
    bot.set_command_ids(ids(&registered));
    Ok(Registered::Sent(commands.len()))
}

/// Does it up to three times while it fails for a reason that passes soon.
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
