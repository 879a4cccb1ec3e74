//! The bot at work: connected to Discord, replying until it is told to stop.
//!
//! What it replies is decided in `discord`; here are the wires, their limits and the log.

mod backoff;
mod bot;
mod callback;
mod failure;
mod gateway;
mod log;
mod registration;
mod rest;
mod secret;
mod shares;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use url::Url;

use crate::discord::Reply;
use crate::discord::interaction::Interaction;
use crate::discord::registration::{Command, Scope};
use crate::facts::{Facts, Lang};
pub use bot::Bot;
use callback::Desk;
use failure::Failure;
pub use registration::Registered;
use rest::Rest;
pub use secret::Secret;
use shares::Shares;

/// Where bots and their tokens are made.
pub const PORTAL: &str = "https://discord.com/developers/applications";

/// What the bot needs to be at work.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The bot's token.
    pub token: Secret,
    /// The address that is used instead of `https://discord.com`, if there is one.
    pub api: Option<String>,
    /// The language it speaks when nobody asks for another.
    pub language: Option<Lang>,
    /// Where the public pages are, if there are any.
    pub public_url: Option<String>,
    /// After how long the same answer may be shared in the same channel again.
    pub share_pause: Duration,
}

/// How long the same answer is not posted twice in a channel, if nobody says otherwise.
pub const SHARE_PAUSE: Duration = Duration::from_secs(600);

/// Why the bot stopped, or could not start: something only its operator can mend.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fatal {
    /// Discord does not know the token.
    #[error(
        "Discord refused the token in DISCORD_TOKEN. Make a new one at {PORTAL} (your application, Bot, Reset Token) and set DISCORD_TOKEN to it."
    )]
    Token,
    /// Discord closed the connection and would do so again.
    #[error("Discord closed the connection for good, code {code}: {}.", closed(*code))]
    Closed {
        /// What it closed with.
        code: u16,
    },
    /// The address in place of Discord's is none.
    #[error("DISCORD_API is not an http or https address.")]
    Api,
    /// This process cannot do what every process can.
    #[error("The bot could not be started: {0}.")]
    Process(&'static str),
    /// A mistake in the bot itself; the log says where.
    #[error("The bot stopped because of a mistake in it.")]
    Bug,
}

/// What a fatal close means
/// (<https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes>).
fn closed(code: u16) -> &'static str {
    match code {
        4010 => "the shard was not one of its shards",
        4011 => "it wants the bot on more connections; start the bot again",
        4012 => "it no longer speaks this version of the gateway; the bot needs an update",
        4013 | 4014 => "it does not allow what the bot asked to be told",
        _ => "it did not say why",
    }
}

/// Whatever replies: the one door from the wires into the core.
pub trait Answers: Send + Sync + 'static {
    /// The reply to an interaction.
    fn reply(&self, interaction: &Interaction) -> Reply;
    /// The reply when making the right one failed.
    fn apology(&self, interaction: &Interaction) -> Reply;
    /// The commands to register.
    fn commands(&self, scope: Scope) -> Vec<Command>;
}

/// Connects and replies until the process is told to stop (SIGTERM or SIGINT), and logs to standard
/// error. Blocks.
///
/// # Errors
///
/// What only the operator can mend; to be shown as it is, with exit code 2.
pub fn run(settings: &Settings, facts: Arc<Facts>) -> Result<(), Fatal> {
    log::start();
    let bot = Bot::new(facts, settings.language, settings.public_url.clone());
    runtime()?.block_on(async { until(settings, Arc::new(bot), signal()?).await })
}

/// Registers the commands if what Discord has is something else. Blocks.
///
/// # Errors
///
/// [`Fatal::Token`] and [`Fatal::Api`] as for [`run`]; anything else in one sentence.
pub fn register(
    settings: &Settings,
    facts: Arc<Facts>,
    guild: Option<u64>,
) -> Result<Registered, Unregistered> {
    let settings = checked(settings)?;
    let rest = Rest::new(&settings).ok_or(Fatal::Process("no HTTP client"))?;
    let bot = Bot::new(facts, settings.language, settings.public_url.clone());
    let scope = guild.map_or(Scope::Global, Scope::Guild);
    let registering = registration::register(&rest, &bot, None, scope);
    runtime()?
        .block_on(registering)
        .map_err(|failure| match failure {
            Failure::Token => Unregistered::Fatal(Fatal::Token),
            other => Unregistered::Refused(other.to_string()),
        })
}

/// Why the commands could not be registered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unregistered {
    /// Something only the operator can mend.
    #[error(transparent)]
    Fatal(#[from] Fatal),
    /// Discord could not be reached or did not want them.
    #[error("The commands could not be registered: {0}.")]
    Refused(String),
}

/// Connects and replies until `stop` is done.
///
/// # Errors
///
/// As for [`run`].
pub async fn until(
    settings: &Settings,
    answers: Arc<dyn Answers>,
    stop: impl Future<Output = ()>,
) -> Result<(), Fatal> {
    let settings = checked(settings)?;
    let rest = Rest::new(&settings).ok_or(Fatal::Process("no HTTP client"))?;
    let (halt, halted) = watch::channel(false);
    let desk = Desk {
        answers,
        rest: Arc::new(rest),
        shares: Shares::new(settings.share_pause),
    };
    let running = gateway::run(Arc::new(desk), halted);
    let stopping = async {
        stop.await;
        tracing::info!("stopping");
        halt.send_replace(true);
        // The run itself says when it is over.
        std::future::pending().await
    };
    tokio::select! {
        ended = running => ended,
        () = stopping => Ok(()),
    }
}

/// The settings with the token as Discord wants it, if they can be used at all.
fn checked(settings: &Settings) -> Result<Settings, Fatal> {
    let address = settings.api.as_deref().map(str::trim);
    let address = address.filter(|api| !api.is_empty());
    let usable = address.is_none_or(|api| {
        Url::parse(api).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
    });
    if !usable {
        return Err(Fatal::Api);
    }
    let token = settings.token.expose();
    // Many copy it with the word that goes before it on the wire.
    let token = token.strip_prefix("Bot ").unwrap_or(token);
    if token.is_empty() || !token.chars().all(|c| c.is_ascii_graphic()) {
        return Err(Fatal::Token);
    }
    Ok(Settings {
        token: Secret::new(token),
        api: address.map(|api| api.trim_end_matches('/').to_owned()),
        ..settings.clone()
    })
}

fn runtime() -> Result<tokio::runtime::Runtime, Fatal> {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime
        .enable_all()
        .build()
        .map_err(|_| Fatal::Process("no threads"))
}

/// Done when the process is told to stop.
#[cfg(unix)]
fn signal() -> Result<impl Future<Output = ()>, Fatal> {
    use tokio::signal::unix::{SignalKind, signal};
    let none = |_| Fatal::Process("no signals");
    let mut terminate = signal(SignalKind::terminate()).map_err(none)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(none)?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Done when the process is told to stop.
#[cfg(not(unix))]
fn signal() -> Result<impl Future<Output = ()>, Fatal> {
    Ok(async {
        // Without the signal there is only killing it.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending().await
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(token: &str, api: Option<&str>) -> Result<Settings, Fatal> {
        checked(&Settings {
            token: Secret::new(token),
            api: api.map(str::to_owned),
            language: None,
            public_url: None,
            share_pause: SHARE_PAUSE,
        })
    }

    #[test]
    fn what_cannot_be_used_is_refused_before_anything_is_sent() {
        assert_eq!(check("", None).err(), Some(Fatal::Token));
        assert_eq!(check("with space", None).err(), Some(Fatal::Token));
        assert_eq!(check("t", Some("example.org")).err(), Some(Fatal::Api));
        assert_eq!(
            check("t", Some("ftp://example.org")).err(),
            Some(Fatal::Api)
        );
        let settings = check("Bot t\n", Some(" http://127.0.0.1:1/ ")).unwrap();
        assert_eq!(settings.token.expose(), "t");
        assert_eq!(settings.api.as_deref(), Some("http://127.0.0.1:1"));
        assert_eq!(check("t", Some("")).unwrap().api, None);
    }

    #[test]
    fn a_refused_token_is_one_line_that_says_what_to_do() {
        let line = Fatal::Token.to_string();
        assert!(line.contains("DISCORD_TOKEN") && line.contains(PORTAL));
        assert!(!line.contains('\n'));
    }
}
