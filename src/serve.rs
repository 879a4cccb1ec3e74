//! The bot at work: connected to Discord or listening for it, replying until it is told to stop.
//!
//! `discord` decides what it replies; here are the wires, their limits and the log.

mod backoff;
mod bot;
mod failure;
mod fatal;
mod file_limit;
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
mod reload;
mod reply_cache;
mod reply_sender;
mod responder;
mod rest;
mod secret;
mod sessions;
mod settings;
pub mod setup;
mod shard_range;
mod shares;
mod unreachable;
mod visit;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::discord::registration::Scope;
use crate::facts::Shelf;
pub use bot::{Bot, MakeReply};
use failure::Failure;
pub use fatal::{Fatal, PORTAL};
pub use http::PublicKey;
use http::{Endpoint, Signed};
use process::{Signals, halt_on, stopped};
use rates::Rates;
pub use registration::Registered;
use registration::Registrar;
use reload::Reloader;
pub use reload::{Origin, Reading};
use reply_sender::ReplySender;
use responder::Responder;
use rest::Rest;
pub use secret::Secret;
use sessions::Sessions;
pub use settings::{LISTEN, Settings, Wire, web_address};
pub use shard_range::{NotShards, ShardRange};
pub use visit::{Manners, fetch, today, visit};

/// How long the first answers, which need nothing of what is prepared, have the machine for themselves.
const STARTING: Duration = Duration::from_millis(200);

/// Replies from these dossiers, and from later ones of the same origin, until the process is told to stop (SIGTERM or
/// SIGINT), and logs to standard error. Blocks.
///
/// # Errors
///
/// What only the operator can fix; to be shown as it is, with exit code 2.
pub fn run(settings: &Settings, shelf: Shelf, origin: Option<Origin>) -> Result<(), Fatal> {
    let _log = log::start()?;
    process::block_on(async {
        let Signals { stop, reload } = Signals::listen()?;
        let bot = Bot::new(shelf, settings);
        until(settings, Arc::new(bot), origin, reload, stop).await
    })?
}

/// Registers the commands if Discord has others, and tells whether people now see some twice. Blocks.
///
/// # Errors
///
/// [`Fatal::Token`], [`Fatal::TokenShape`] and [`Fatal::Api`] as for [`run`]; anything else as
/// [`Fatal::Unregistered`].
pub fn register(
    settings: &Settings,
    shelf: Shelf,
    guild: Option<u64>,
) -> Result<(Registered, bool), Fatal> {
    let bot = Bot::new(shelf, settings);
    let scope = guild.map_or(Scope::Global, Scope::Guild);
    call(settings, async |rest| {
        registration::register_once(&rest, &bot, scope).await
    })
}

/// Removes the commands of a server or, without one, those for all servers; returns how many there were. Blocks.
///
/// # Errors
///
/// As for [`register`].
pub fn clear(settings: &Settings, guild: Option<u64>) -> Result<usize, Fatal> {
    let scope = guild.map_or(Scope::Global, Scope::Guild);
    call(settings, async |rest| {
        registration::clear(&rest, scope).await
    })
}

/// Makes calls about commands for the command line.
fn call<T>(
    settings: &Settings,
    calls: impl AsyncFnOnce(Rest) -> Result<T, Failure>,
) -> Result<T, Fatal> {
    let settings = settings.validated()?;
    let rest = Rest::new(&settings).ok_or(Fatal::Process("no HTTP client"))?;
    process::block_on(calls(rest))?.map_err(|failure| registration::unregistered(&failure))
}

/// Replies until `stop` is done, which says why, for the log. The facts are read again when they change, and when
/// `reload` is notified.
///
/// # Errors
///
/// As for [`run`].
pub async fn until(
    settings: &Settings,
    bot: Arc<Bot>,
    origin: Option<Origin>,
    reload: Arc<Notify>,
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
    let connections = file_limit::connections();
    let (halt, halted) = watch::channel(false);
    let rest = Arc::new(rest);
    // Dropped at the end, which ends it.
    let _registering = registering(&settings, &rest, &bot);
    let responder = Arc::new(Responder::new(bot, settings.share_pause).limited(Rates::new()));
    let sender = Arc::new(ReplySender {
        responder: Arc::clone(&responder),
        rest,
    });
    let reloader = Arc::new(Reloader::new(origin, Arc::clone(&sender.responder)));
    let sessions = Arc::new(Sessions::default());
    let mut endpoint = Endpoint::new(Arc::clone(&sender.responder));
    let key = key.filter(|_| wire == Wire::Http);
    endpoint.signed = key.map(|key| signed(&settings, key, &sender));
    endpoint.sessions = (wire == Wire::Gateway).then(|| Arc::clone(&sessions));
    let endpoint = Arc::new(endpoint);
    let prepared = http::prepare(Arc::clone(&endpoint), settings.key_tables);
    let listening = async {
        if let Some(listener) = listener {
            let app = http::routes(&endpoint, Router::new());
            http::serve(listener, app, endpoint, connections, halted.clone()).await;
        }
    };
    let replying = async {
        let ended = match wire {
            Wire::Gateway => {
                prepared.await;
                gateway::run(sender, sessions, settings.shards, halted.clone()).await
            }
            Wire::Http | Wire::Preview => {
                tokio::spawn(async {
                    sleep(STARTING).await;
                    prepared.await;
                });
                sender.responder.bot.commands_changed.notify_one();
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
        () = reloader.run(reload) => {}
    }
    log::stopped(&responder.tally);
    Ok(())
}

/// How signed requests are verified with a key.
fn signed(settings: &Settings, key: PublicKey, sender: &Arc<ReplySender>) -> Signed {
    Signed {
        key,
        tolerance: settings.tolerance,
        sender: Arc::clone(sender),
    }
}

/// Keeps the commands registered in a task, if there is a token for that.
fn registering(settings: &Settings, rest: &Arc<Rest>, bot: &Arc<Bot>) -> JoinSet<()> {
    let mut task = JoinSet::new();
    if settings.token.is_some() {
        let registrar = Registrar {
            rest: Arc::clone(rest),
            bot: Arc::clone(bot),
            key: settings.key.clone(),
            only_reads: settings.shards.is_some_and(|shards| !shards.has_first()),
        };
        task.spawn(registrar.run());
    }
    task
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
    if settings.shards.is_some() && wire != Wire::Gateway {
        tracing::info!(
            "--shards and discord.shards are for the gateway; signed HTTP has no shards"
        );
    }
    if settings.token.is_none() {
        tracing::info!(
            "without DISCORD_TOKEN the commands are not registered here: sumber commands --register does it, with the token"
        );
    }
}
