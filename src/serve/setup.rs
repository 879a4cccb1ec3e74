//! Sets the application up at Discord: reads its settings, changes them, and registers the commands.

use serde_json::Value;
use serenity::model::id::ApplicationId;
use tokio::runtime::Runtime;

use super::bot::Bot;
use super::failure::Failure;
use super::fatal::Fatal;
use super::process::runtime;
use super::registration::register_once;
use super::rest::Rest;
use super::settings::Settings;
use crate::discord::application::Application;
use crate::discord::registration::{Scope, differs};
use crate::facts::Shelf;

/// Discord's interface for one application. Its calls block.
pub struct Setup {
    runtime: Runtime,
    rest: Rest,
    bot: Bot,
}

/// Why a call failed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// Only the operator can fix it.
    #[error(transparent)]
    Fatal(#[from] Fatal),
    /// Discord does not accept the call as it is; the text is a status, with Discord's own codes.
    #[error("{0}")]
    Rejected(String),
    /// The same call may succeed later.
    #[error("{0}")]
    Unavailable(String),
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Token => Self::Fatal(Fatal::Token),
            Failure::Refused { status, .. } if status < 500 && status != 429 => {
                Self::Rejected(failure.to_string())
            }
            failure => Self::Unavailable(failure.to_string()),
        }
    }
}

impl Setup {
    /// For the bot of these settings, which must have a token.
    ///
    /// # Errors
    ///
    /// [`Fatal::Token`] and [`Fatal::Api`] if the settings cannot be used, [`Fatal::Process`] if the system refuses
    /// something basic.
    pub fn open(settings: &Settings, shelf: Shelf) -> Result<Self, Fatal> {
        let settings = settings.validated()?;
        Ok(Self {
            runtime: runtime()?,
            rest: Rest::new(&settings).ok_or(Fatal::Process("no HTTP client"))?,
            bot: Bot::new(shelf, &settings),
        })
    }

    /// The application as Discord has it.
    ///
    /// # Errors
    ///
    /// Why the call failed.
    pub fn application(&self) -> Result<Application, Refusal> {
        let answer = self.runtime.block_on(self.rest.own_application());
        read(&answer?)
    }

    /// Changes the settings in `body`; the application as Discord has it then.
    ///
    /// # Errors
    ///
    /// Why the call failed.
    pub fn change(&self, body: &Value) -> Result<Application, Refusal> {
        let answer = self.runtime.block_on(self.rest.edit_application(body));
        read(&answer?)
    }

    /// The number of commands to register; none if Discord has them already.
    ///
    /// # Errors
    ///
    /// Why the call failed.
    pub fn new_commands(&self, application: &Application) -> Result<Option<usize>, Refusal> {
        let call = self.rest.commands(id(application), Scope::Global);
        let registered = self.runtime.block_on(call)?;
        let commands = self.bot.commands(Scope::Global);
        Ok(differs(&commands, &registered).then_some(commands.len()))
    }

    /// Registers the commands, if Discord has others.
    ///
    /// # Errors
    ///
    /// Why a call failed.
    pub fn register(&self) -> Result<(), Refusal> {
        let call = register_once(&self.rest, &self.bot, Scope::Global);
        self.runtime.block_on(call)?;
        Ok(())
    }
}

fn id(application: &Application) -> ApplicationId {
    ApplicationId::new(application.id.max(1))
}

fn read(answer: &Value) -> Result<Application, Refusal> {
    Application::read(answer).ok_or_else(|| Failure::Unreadable.into())
}
