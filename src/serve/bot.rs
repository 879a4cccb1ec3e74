//! The bot itself: the facts, and the settings for replies from them. It never waits and sends nothing.

use std::sync::{Arc, PoisonError, RwLock};

use super::settings::Settings;
use crate::discord::interaction::Interaction;
use crate::discord::registration::{self, CommandPayload, Scope};
use crate::discord::{self, Channel, Reply};
use crate::facts::Facts;
use crate::pages::{self, Options, Page};
use crate::render::card::Card;
use crate::render::discord::CommandIds;

/// What makes the reply to an interaction: [`discord::reply()`] or, in a test, something that fails.
pub type MakeReply = fn(&Facts, discord::Settings<'_>, &Interaction) -> Reply;

/// The bot: the facts, which can be replaced while it replies, and the settings of the deployment.
#[derive(Debug)]
pub struct Bot {
    facts: RwLock<Arc<Facts>>,
    settings: Settings,
    command_ids: RwLock<Arc<CommandIds>>,
    make_reply: MakeReply,
}

impl Bot {
    /// A bot that replies from these facts.
    pub fn new(facts: Arc<Facts>, settings: &Settings) -> Self {
        Self::replying_with(discord::reply, facts, settings)
    }

    /// The same with another function that makes its replies, for tests of what happens when one fails.
    pub fn replying_with(make_reply: MakeReply, facts: Arc<Facts>, settings: &Settings) -> Self {
        Self {
            facts: RwLock::new(facts),
            settings: settings.clone(),
            command_ids: RwLock::default(),
            make_reply,
        }
    }

    /// The facts it replies from.
    pub(super) fn facts(&self) -> Arc<Facts> {
        let facts = self.facts.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&facts)
    }

    /// Replies from these facts from now on; a reply that is being made keeps the old ones.
    pub(super) fn set_facts(&self, facts: Arc<Facts>) {
        *self.facts.write().unwrap_or_else(PoisonError::into_inner) = facts;
    }

    /// The reply to an interaction from a channel.
    pub(super) fn reply(&self, interaction: &Interaction, channel: Channel) -> Reply {
        let ids = self.command_ids.read();
        let ids = Arc::clone(&ids.unwrap_or_else(PoisonError::into_inner));
        let settings = discord::Settings {
            command_ids: Some(&ids),
            channel,
            ..self.settings.discord_settings()
        };
        (self.make_reply)(&self.facts(), settings, interaction)
    }

    /// Links to commands with these ids from now on.
    pub(super) fn set_command_ids(&self, ids: CommandIds) {
        let held = self.command_ids.write();
        *held.unwrap_or_else(PoisonError::into_inner) = Arc::new(ids);
    }

    /// The reply when making the right one failed.
    pub(super) fn apology(&self, interaction: &Interaction) -> Reply {
        discord::apology(self.settings.discord_settings(), interaction)
    }

    /// The reply to somebody who asks too much at once.
    pub(super) fn slow_down(&self, interaction: &Interaction) -> Reply {
        discord::slow_down(self.settings.discord_settings(), interaction)
    }

    /// The commands to register.
    pub(super) fn commands(&self, scope: Scope) -> Vec<CommandPayload> {
        registration::commands(&self.facts(), scope)
    }

    /// The public page at a path with its query string.
    pub(super) fn page(&self, target: &str) -> Option<Page> {
        pages::page(&self.facts(), target, self.options())
    }

    /// The picture at a path with its query string.
    pub(super) fn picture(&self, target: &str) -> Option<Card> {
        pages::picture(&self.facts(), target, self.options())
    }

    fn options(&self) -> Options<'_> {
        Options {
            public_url: self.settings.public_url.as_deref(),
            pictures: true,
            ..Options::default()
        }
    }
}
