//! The bot at work: connected to Discord or listening for it, replying until it is told to stop.
//!
//! What it replies is decided in `discord`; here are the wires, their limits and the log.

mod backoff;
mod bot;
mod callback;
mod courier;
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
mod refusal;
mod registration;
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
pub use bot::{Answers, Bot};
use callback::Desk;
use courier::Courier;
use failure::Failure;
pub use fatal::{Fatal, PORTAL, Unregistered};
pub use http::PublicKey;
use http::{Endpoint, Signed};
use process::{stopped, stopping};
pub use registration::Registered;
use rest::Rest;
pub use secret::Secret;
use sessions::Sessions;
pub use settings::{LISTEN, SHARE_PAUSE, Settings, TOLERANCE, Wire};

/// Replies until the process is told to stop (SIGTERM or SIGINT), and logs to standard error. Blocks.
///
/// # Errors
///
/// What only the operator can mend; to be shown as it is, with exit code 2.
pub fn run(settings: &Settings, facts: Arc<Facts>) -> Result<(), Fatal> {
    log::start();
    // Over many claims this takes longer than Discord waits for the first completion.
    let _ = facts.index();
    let bot = Bot::new(facts, settings.language, settings.public_url.clone());
    process::runtime()?.block_on(async {
        let stop = process::signal()?;
        until(settings, Arc::new(bot), stop).await
    })
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
    let settings = settings.checked()?;
    let rest = Rest::new(&settings).ok_or(Fatal::Process("no HTTP client"))?;
    let bot = Bot::new(facts, settings.language, settings.public_url.clone());
    let scope = guild.map_or(Scope::Global, Scope::Guild);
    let registering = registration::register(&rest, &bot, None, scope);
    process::runtime()?
        .block_on(registering)
        .map_err(|failure| match failure {
            Failure::Token => Unregistered::Fatal(Fatal::Token),
            other => Unregistered::Refused(other.to_string()),
        })
}

/// Replies until `stop` is done.
///
/// # Errors
///
/// As for [`run`].
pub async fn until(
    settings: &Settings,
    answers: Arc<dyn Answers>,
    stop: impl Future<Output = ()>,
) -> Result<(), Fatal> {
    let settings = settings.checked()?;
    let wire = settings.chosen()?;
    let rest = Rest::new(&settings).ok_or(Fatal::Process("no HTTP client"))?;
    let listener = match settings.listens(wire) {
        Some(address) => Some(http::bind(address).await?),
        None => None,
    };
    tell(&settings, wire, listener.as_ref());
    let (halt, _) = watch::channel(false);
    let courier = Courier {
        desk: Arc::new(Desk::new(answers, settings.share_pause)),
        rest: Arc::new(rest),
    };
    let working = work(&settings, wire, Arc::new(courier), listener, &halt);
    tokio::select! {
        ended = working => ended,
        () = stopping(stop, &halt) => Ok(()),
    }
}

/// Takes interactions from the wire, and requests where there is a listener, until `halt` says so.
async fn work(
    settings: &Settings,
    wire: Wire,
    courier: Arc<Courier>,
    listener: Option<TcpListener>,
    halt: &watch::Sender<bool>,
) -> Result<(), Fatal> {
    let sessions = Arc::new(Sessions::default());
    let signed = settings.key.clone().filter(|_| wire == Wire::Http);
    let mut endpoint = Endpoint::new(Arc::clone(&courier.desk));
    endpoint.signed = signed.map(|key| Signed {
        key,
        tolerance: settings.tolerance,
        courier: Arc::clone(&courier),
    });
    endpoint.sessions = (wire == Wire::Gateway).then(|| Arc::clone(&sessions));
    let listening = async {
        if let Some(listener) = listener {
            let endpoint = Arc::new(endpoint);
            let app = http::routes(&endpoint, Router::new());
            http::serve(listener, app, endpoint, halt.subscribe()).await;
        }
    };
    let hearing = async {
        let ended = match wire {
            Wire::Gateway => gateway::run(courier, sessions, halt.subscribe()).await,
            Wire::Http | Wire::Preview => {
                if settings.token.is_some() {
                    tokio::spawn(async move {
                        let answers = courier.desk.answers.as_ref();
                        registration::at_start(&courier.rest, answers, None).await;
                    });
                }
                stopped(halt.subscribe()).await;
                Ok(())
            }
        };
        // What the gateway ends over ends everything.
        halt.send_replace(true);
        ended
    };
    let (ended, ()) = tokio::join!(hearing, listening);
    ended
}

/// Writes down how the bot is going to work, where its settings leave a doubt.
fn tell(settings: &Settings, wire: Wire, listener: Option<&TcpListener>) {
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
