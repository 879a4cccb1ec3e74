//! The bot itself: the dossiers, and the settings for replies from them. It never waits and sends nothing.

use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::Notify;

use super::settings::Settings;
use crate::discord::interaction::Interaction;
use crate::discord::registration::{self, CommandPayload, Scope};
use crate::discord::{self, Channel, Reply};
use crate::facts::Shelf;
use crate::pages::{Effort, Options, Page, shelf};
use crate::render::card::Card;
use crate::render::discord::CommandIds;

/// What makes the reply to an interaction: [`discord::reply()`] or, in a test, something that fails.
pub type MakeReply = fn(&Shelf, discord::Settings<'_>, &Interaction) -> Reply;

/// The bot: the dossiers, which can be replaced while it replies, and the settings of the deployment.
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
    shelf: Arc<Shelf>,
    command_ids: Arc<CommandIds>,
}

impl Bot {
    /// A bot that replies from these dossiers.
    pub fn new(shelf: impl Into<Shelf>, settings: &Settings) -> Self {
        Self::replying_with(discord::reply, shelf, settings)
    }

    /// The same with another function that makes its replies, for tests of what happens when one fails.
    pub fn replying_with(
        make_reply: MakeReply,
        shelf: impl Into<Shelf>,
        settings: &Settings,
    ) -> Self {
        Self {
            snapshot: RwLock::new(Snapshot {
                shelf: Arc::new(shelf.into()),
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

    /// The dossiers it replies from.
    pub(super) fn shelf(&self) -> Arc<Shelf> {
        self.snapshot().shelf
    }

    /// Replies from these dossiers from now on; a reply that is being made keeps the old ones.
    pub(super) fn set_shelf(&self, shelf: Shelf) {
        let commands = registration::commands(&shelf, Scope::Global);
        let changed = self.commands(Scope::Global) != commands;
        let old = {
            let held = self.snapshot.write();
            let mut held = held.unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut held.shelf, Arc::new(shelf))
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
        (self.make_reply)(&snapshot.shelf, settings, interaction)
    }

    /// The reply that other dossiers would give to an interaction.
    pub(super) fn reply_from(&self, shelf: &Shelf, interaction: &Interaction) -> Reply {
        (self.make_reply)(shelf, self.settings.discord_settings(), interaction)
    }

    /// Links to commands with these ids from now on.
    pub(super) fn set_command_ids(&self, ids: CommandIds) {
        let held = self.snapshot.write();
        held.unwrap_or_else(PoisonError::into_inner).command_ids = Arc::new(ids);
    }

    /// The reply when making the right one failed.
    pub(super) fn apology(&self, interaction: &Interaction) -> Reply {
        discord::apology(
            self.shelf().languages(),
            self.settings.discord_settings(),
            interaction,
        )
    }

    /// The reply to somebody who asks too much at once.
    pub(super) fn slow_down(&self, interaction: &Interaction) -> Reply {
        discord::slow_down(
            self.shelf().languages(),
            self.settings.discord_settings(),
            interaction,
        )
    }

    /// The commands to register.
    pub(super) fn commands(&self, scope: Scope) -> Vec<CommandPayload> {
        registration::commands(&*self.shelf(), scope)
    }

    /// The picture or else the public page at a path with its query string, from the same dossiers.
    pub(super) fn visit(&self, target: &str) -> Result<Card, Option<Page>> {
        let dossiers = self.shelf();
        shelf::picture(&dossiers, target, self.options())
            .ok_or_else(|| shelf::page(&dossiers, target, self.options()))
    }

    /// How much work the page at such a path may be.
    pub(super) fn effort(&self, target: &str) -> Effort {
        shelf::effort(&self.shelf(), target)
    }

    /// The page for somebody who waited too long for another.
    pub(super) fn busy(&self) -> Page {
        shelf::busy(&self.shelf())
    }

    fn options(&self) -> Options<'_> {
        Options {
            public_url: self.settings.public_url.as_deref(),
            pictures: true,
            ..Options::default()
        }
    }
}
