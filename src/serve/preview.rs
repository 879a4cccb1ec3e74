//! The preview: a page on which people try the bot in a browser, with the same replies as in Discord and for this
//! machine only. The page itself is in `data/preview/`.

mod address;
mod conversation;
mod desk;
mod form;
mod guard;
mod hosts;
mod page;
mod problems;
mod state;

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use tokio::sync::watch;

use super::bot::Bot;
use super::fatal::Fatal;
use super::http::{self, Endpoint};
use super::process::{Signals, halt_on};
use super::reload::{Origin, Reloader};
use super::responder::Responder;
use super::settings::Settings;
use super::{file_limit, log, process};
use crate::discord::registration::Scope;
use crate::facts::Shelf;
use crate::render::discord::CommandIds;
pub use desk::Desk;
use desk::FormState;
use hosts::Hosts;
use state::Preview;

/// The preview with its address, before it answers requests.
#[derive(Debug)]
pub struct Site {
    listener: TcpListener,
    address: SocketAddr,
    hosts: Hosts,
}

impl Site {
    /// Binds the address in the settings, or the default one, or the next port that is free.
    ///
    /// # Errors
    ///
    /// Why it cannot be bound, or that others could reach it although the command line did not name it.
    pub fn open(settings: &Settings) -> Result<Self, Fatal> {
        let named = settings.listen.as_deref();
        let (listener, address) = address::listen(named, settings.listen_asked)?;
        Ok(Self {
            listener,
            address,
            hosts: Hosts::new(address, named),
        })
    }

    /// Its address.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Whether others can reach it.
    pub fn is_exposed(&self) -> bool {
        !self.address.ip().is_loopback()
    }

    /// Answers from these dossiers, and from later ones of the same origin, until the process is told to stop. What somebody
    /// fills in goes to the desk. Logs to standard error. Blocks.
    ///
    /// # Errors
    ///
    /// What only the operator can fix; to be shown as it is, with exit code 2.
    pub fn run(
        self,
        settings: &Settings,
        shelf: Shelf,
        origin: Option<Origin>,
        desk: Desk,
    ) -> Result<(), Fatal> {
        let _log = log::start()?;
        process::block_on(async {
            let Signals { stop, reload } = Signals::listen()?;
            let bot = Arc::new(Bot::new(shelf, settings));
            let responder = Arc::new(Responder::new(bot, settings.share_pause));
            let reloader = Arc::new(Reloader::new(origin, Arc::clone(&responder)));
            let listening = |why| Fatal::cannot_listen(&self.address.to_string(), &why);
            self.listener.set_nonblocking(true).map_err(listening)?;
            let listener = tokio::net::TcpListener::from_std(self.listener).map_err(listening)?;
            tracing::info!(address = %self.address, wire = "preview", "listening");
            let mut endpoint = Endpoint::new(Arc::clone(&responder));
            endpoint.is_edited = true;
            let preview = Arc::new(Preview {
                endpoint: Arc::new(endpoint),
                reloader: Arc::clone(&reloader),
                hosts: self.hosts,
                form: FormState::new(desk),
            });
            let endpoint = Arc::clone(&preview.endpoint);
            tokio::spawn(http::prepare(Arc::clone(&endpoint), false));
            let connections = file_limit::connections();
            let (halt, halted) = watch::channel(false);
            tokio::select! {
                () = http::serve(listener, app(&preview), endpoint, connections, halted) => {}
                () = reloader.run(reload) => {}
                () = invent_ids(&responder.bot) => {}
                () = halt_on(stop, &halt) => {}
            }
            log::stopped(&preview.endpoint.responder.tally);
            Ok(())
        })?
    }
}

/// The page, what it calls, and the bot's other routes. All of it is for this machine alone: facts that are being
/// edited are not for others.
fn app(preview: &Arc<Preview>) -> Router {
    let page = page::routes()
        .route("/preview/commands", get(conversation::commands))
        .route("/preview/words", get(conversation::words))
        .route("/preview/problems", get(conversation::problems))
        .route("/preview/interactions", post(conversation::answer))
        .route("/preview/form/offers/{lang}", get(form::offers))
        .route("/preview/form/record/{kind}/{id}", get(form::record))
        .route("/preview/form/check", post(form::check))
        .route("/preview/form/save", post(form::save))
        .layer(from_fn_with_state(Arc::clone(preview), guard::check_origin))
        .with_state(Arc::clone(preview));
    http::routes(&preview.endpoint, page)
        .layer(from_fn_with_state(Arc::clone(preview), guard::check_host))
}

/// Gives every command an id, and again after each change of the commands. Never returns.
async fn invent_ids(bot: &Bot) {
    loop {
        bot.set_command_ids(invented_ids(bot));
        bot.commands_changed.notified().await;
    }
}

/// An id for each slash command, as Discord would give one, so that the preview shows commands that can be tapped.
fn invented_ids(bot: &Bot) -> CommandIds {
    let slash = bot.commands(Scope::Global).into_iter();
    let slash = slash.filter(|command| command.kind == 1);
    slash
        .map(|command| command.name)
        .zip(FIRST_COMMAND..)
        .collect()
}

/// The first of the invented ids.
const FIRST_COMMAND: u64 = 1_100_000_000_000_001_000;
