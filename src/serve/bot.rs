//! The bot itself: the facts, and the settings for replies from them. It never waits and sends nothing.

use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::Notify;

use super::settings::Settings;
use crate::discord::interaction::Interaction;
use crate::discord::registration::{self, CommandPayload, Scope};
use crate::discord::{self, Channel, Reply};
use crate::facts::Facts;
use crate::pages::{self, Effort, Options, Page};
use crate::render::card::Card;
use crate::render::discord::CommandIds;

/// What makes the reply to an interaction: [`discord::reply()`] or, in a test, something that fails.
pub type MakeReply = fn(&Facts, discord::Settings<'_>, &Interaction) -> Reply;

/// The bot: the facts, which can be replaced while it replies, and the settings of the deployment.
#[derive(Debug)]
pub struct Bot {
    snapshot: RwLock<Snapshot>,
    settings: Settings,
    make_reply: MakeReply,
    /// Notified when the facts have other commands than before. For one listener.
    pub(super) commands_changed: Arc<Notify>,
}

/// What one reply or page is made from.
#[derive(Clone, Debug)]
struct Snapshot {
    facts: Arc<Facts>,
    command_ids: Arc<CommandIds>,
}

impl Bot {
    /// A bot that replies from these facts.
    pub fn new(facts: Arc<Facts>, settings: &Settings) -> Self {
        Self::replying_with(discord::reply, facts, settings)
    }

    /// The same with another function that makes its replies, for tests of what happens when one fails.
    pub fn replying_with(make_reply: MakeReply, facts: Arc<Facts>, settings: &Settings) -> Self {
        Self {
            snapshot: RwLock::new(Snapshot {
                facts,
                command_ids: Arc::default(),
            }),
            settings: settings.clone(),
            make_reply,
            commands_changed: Arc::default(),
        }
    }

    /// What replies are made from now.
    fn snapshot(&self) -> Snapshot {
        let held = self.snapshot.read();
        held.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The facts it replies from.
    pub(super) fn facts(&self) -> Arc<Facts> {
        self.snapshot().facts
    }

    /// Replies from these facts from now on; a reply that is being made keeps the old ones.
    pub(super) fn set_facts(&self, facts: Arc<Facts>) {
        let commands = registration::commands(&facts, Scope::Global);
        let changed = self.commands(Scope::Global) != commands;
        let old = {
            let held = self.snapshot.write();
            let mut held = held.unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut held.facts, facts)
        };
        // Thousands of claims take a while to drop.
        drop(old);
        if changed {
            self.commands_changed.notify_one();
        }
    }

    /// The reply to an interaction from a channel.
    pub(super) fn reply(&self, interaction: &Interaction, channel: Channel) -> Reply {
        let snapshot = self.snapshot();
        let settings = discord::Settings {
            command_ids: Some(&snapshot.command_ids),
            channel,
            ..self.settings.discord_settings()
        };
        (self.make_reply)(&snapshot.facts, settings, interaction)
    }

    /// The reply that other facts would give to an interaction.
    pub(super) fn reply_from(&self, facts: &Facts, interaction: &Interaction) -> Reply {
        (self.make_reply)(facts, self.settings.discord_settings(), interaction)
    }

    /// Links to commands with these ids from now on.
    pub(super) fn set_command_ids(&self, ids: CommandIds) {
        let held = self.snapshot.write();
        held.unwrap_or_else(PoisonError::into_inner).command_ids = Arc::new(ids);
    }

    /// The reply when making the right one failed.
    pub(super) fn apology(&self, interaction: &Interaction) -> Reply {
        discord::apology(
            &self.facts().dossier.languages,
            self.settings.discord_settings(),
            interaction,
        )
    }

    /// The reply to somebody who asks too much at once.
    pub(super) fn slow_down(&self, interaction: &Interaction) -> Reply {
        discord::slow_down(
            &self.facts().dossier.languages,
            self.settings.discord_settings(),
            interaction,
        )
    }

    /// The commands to register.
    pub(super) fn commands(&self, scope: Scope) -> Vec<CommandPayload> {
        registration::commands(&self.facts(), scope)
    }

    /// The picture or else the public page at a path with its query string, from the same facts.
    pub(super) fn visit(&self, target: &str) -> Result<Card, Option<Page>> {
        let facts = self.facts();
        pages::picture(&facts, target, self.options())
            .ok_or_else(|| pages::page(&facts, target, self.options()))
    }

    /// How much work the page at such a path may be.
    pub(super) fn effort(&self, target: &str) -> Effort {
        Effort::of(&self.facts(), target)
    }

    /// The page for somebody who waited too long for another.
    pub(super) fn busy(&self) -> Page {
        pages::busy(&self.facts())
    }

    fn options(&self) -> Options<'_> {
        Options {
            public_url: self.settings.public_url.as_deref(),
            pictures: true,
            ..Options::default()
        }
    }
}
