//! The bot at work: connected to Discord or listening for it, replying until it is told to stop.
//!
//! `discord` decides what it replies; here are the wires, their limits and the log.

mod backoff;
mod bot;
mod failure;
mod fatal;
mod gateway;
mod http;
mod log;
mod metrics;
mod outcome;
mod pictures;
pub mod preview;
mod process;
mod rates;
mod refusal;
mod registration;
mod reply_sender;
mod responder;
mod rest;
mod secret;
mod sessions;
mod settings;
mod shares;

use std::sync::Arc;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::discord::registration::Scope;
use crate::facts::Facts;
pub use bot::{Bot, MakeReply};
use failure::Failure;
pub use fatal::{Fatal, PORTAL};
use http::{Endpoint, Signed};
use process::{Signals, halt_on, stopped};
use rates::Rates;
pub use registration::Registered;
use reply_sender::ReplySender;
use responder::Responder;
use rest::Rest;
pub use secret::Secret;
use sessions::Sessions;
pub use settings::{LISTEN, Settings, Wire};

/// Replies until the process is told to stop (SIGTERM or SIGINT), and logs to standard error. Blocks.
///
/// # Errors
///
/// What only the operator can fix; to be shown as it is, with exit code 2.
pub fn run(settings: &Settings, facts: Arc<Facts>) -> Result<(), Fatal> {
    let _log = log::start()?;
    process::block_on(async {
        let Signals { stop, reload } = Signals::listen()?;
        // Nobody reads the facts again yet.
        drop(reload);
        // With many claims this takes longer than Discord waits for the first completion.
        let _ = facts.index();
        until(settings, Arc::new(Bot::new(facts, settings)), stop).await
    })?
}

/// Registers the commands if Discord has others. Blocks.
///
/// # Errors
///
/// [`Fatal::Token`] and [`Fatal::Api`] as for [`run`]; anything else as [`Fatal::Unregistered`].
pub fn register(
    settings: &Settings,
    facts: Arc<Facts>,
    guild: Option<u64>,
) -> Result<Registered, Fatal> {
    let settings = settings.validated()?;
    let rest = Rest::new(&settings).ok_or(Fatal::Process("no HTTP client"))?;
    let bot = Bot::new(facts, &settings);
    let scope = guild.map_or(Scope::Global, Scope::Guild);
    let registering = registration::register(&rest, &bot, None, scope);
    process::block_on(registering)?.map_err(|failure| match failure {
        Failure::Token => Fatal::Token,
        other => Fatal::Unregistered(other.to_string()),
    })
}

/// Replies until `stop` is done, which says why, for the log.
///
/// # Errors
///
/// As for [`run`].
pub async fn until(
    settings: &Settings,
    bot: Arc<Bot>,
    stop: impl Future<Output = &'static str>,
) -> Result<(), Fatal> {
    let settings = settings.validated()?;
    let key = settings.public_key()?;
    let wire = settings.chosen()?;
    let rest = Rest::new(&settings).ok_or(Fatal::Process("no HTTP client"))?;
    let listener = match settings.listen_address(wire) {
        Some(address) => Some(http::bind(address).await?),
        None => None,
    };
    log_setup(&settings, wire, listener.as_ref());
    let (halt, halted) = watch::channel(false);
    let responder = Arc::new(Responder::new(bot, settings.share_pause).limited(Rates::new()));
    let sender = Arc::new(ReplySender {
        responder: Arc::clone(&responder),
        rest: Arc::new(rest),
    });
    let sessions = Arc::new(Sessions::default());
    let mut endpoint = Endpoint::new(Arc::clone(&sender.responder));
    endpoint.signed = key.filter(|_| wire == Wire::Http).map(|key| Signed {
        key,
        tolerance: settings.tolerance,
        sender: Arc::clone(&sender),
    });
    endpoint.sessions = (wire == Wire::Gateway).then(|| Arc::clone(&sessions));
    let listening = async {
        if let Some(listener) = listener {
            let endpoint = Arc::new(endpoint);
            let app = http::routes(&endpoint, Router::new());
            http::serve(listener, app, endpoint, halted.clone()).await;
        }
    };
    let replying = async {
        let ended = match wire {
            Wire::Gateway => gateway::run(sender, sessions, halted.clone()).await,
            Wire::Http | Wire::Preview => {
                if settings.token.is_some() {
                    tokio::spawn(async move {
                        registration::at_start(&sender.rest, &sender.responder.bot, None).await;
                    });
                }
                stopped(halted.clone()).await;
                Ok(())
            }
        };
        // When the gateway ends, everything does.
        halt.send_replace(true);
        ended
    };
    tokio::select! {
        (ended, ()) = async { tokio::join!(replying, listening) } => ended?,
        () = halt_on(stop, &halt) => {}
    }
    log::stopped(&responder.tally);
    Ok(())
}

/// Logs how the bot is going to work, where its settings leave a doubt.
fn log_setup(settings: &Settings, wire: Wire, listener: Option<&TcpListener>) {
    let address = listener.and_then(|listener| listener.local_addr().ok());
    if let Some(address) = address {
        tracing::info!(%address, wire = wire.name(), "listening");
    }
    let both = settings.token.is_some() && settings.key.is_some();
    if both && settings.wire.is_none() {
        tracing::info!(
            "DISCORD_TOKEN and DISCORD_PUBLIC_KEY are both set: using the gateway; discord.wire = \"http\" in the settings means signed HTTP"
        );
    }
    if settings.token.is_none() {
        tracing::info!(
            "without DISCORD_TOKEN the commands are not registered here: sumber commands --register does it, with the token"
        );
    }
}
