//! The bot itself: the dossiers, and the settings for replies from them. It never waits and sends nothing.

use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::Notify;

use super::reply_cache::ReplyCache;
use super::settings::Settings;
use crate::discord::interaction::Interaction;
use crate::discord::registration::{self, CommandPayload, Scope};
use crate::discord::{self, Channel, Reply, ReplyKey};
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

/// What one reply or page is made from, and the replies that were.
#[derive(Clone, Debug)]
struct Snapshot {
    shelf: Arc<Shelf>,
    command_ids: Arc<CommandIds>,
    replies: Arc<ReplyCache>,
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
                replies: ReplyCache::of(settings),
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
            let replies = ReplyCache::of(&self.settings);
            (
                std::mem::replace(&mut held.shelf, Arc::new(shelf)),
                std::mem::replace(&mut held.replies, replies),
            )
        };
        // Thousands of claims take a while to drop.
        drop(old);
        if changed {
            self.commands_changed.notify_one();
        }
    }

    /// The reply to an interaction, if it was made before for somebody.
    pub fn kept_reply(&self, interaction: &Interaction) -> Option<Arc<Reply>> {
        let snapshot = self.snapshot();
        let key = self.reply_key(&snapshot, interaction)?;
        snapshot.replies.get(&key)
    }

    /// The reply to an interaction from a channel. It is kept if everybody gets the same one.
    pub fn reply(&self, interaction: &Interaction, channel: Channel) -> Arc<Reply> {
        let snapshot = self.snapshot();
        let settings = discord::Settings {
            command_ids: Some(&snapshot.command_ids),
            channel,
            ..self.settings.discord_settings()
        };
        let make = |interaction| (self.make_reply)(&snapshot.shelf, settings, interaction);
        let Some(key) = self.reply_key(&snapshot, interaction) else {
            return Arc::new(make(interaction));
        };
        if let Some(kept) = snapshot.replies.get(&key) {
            return kept;
        }
        // Of the interaction it knows what is in the key, and so depends on nothing else.
        let mut reply = make(&key.interaction());
        reply.body.shrink_to_fit();
        let reply = Arc::new(reply);
        snapshot.replies.keep(key, Arc::clone(&reply));
        reply
    }

    fn reply_key(&self, snapshot: &Snapshot, interaction: &Interaction) -> Option<ReplyKey> {
        let settings = self.settings.discord_settings();
        ReplyKey::of(snapshot.shelf.languages(), settings, interaction)
    }

    /// The reply that other dossiers would give to an interaction.
    pub(super) fn reply_from(&self, shelf: &Shelf, interaction: &Interaction) -> Reply {
        (self.make_reply)(shelf, self.settings.discord_settings(), interaction)
    }

    /// Links to commands with these ids from now on.
    pub(super) fn set_command_ids(&self, ids: CommandIds) {
        let held = self.snapshot.write();
        let mut held = held.unwrap_or_else(PoisonError::into_inner);
        held.command_ids = Arc::new(ids);
        held.replies = ReplyCache::of(&self.settings);
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::facts::file::{Part, read};

    fn shelf(text: &str) -> Shelf {
        let part = Part {
            name: "valid.toml".into(),
            text: text.to_owned(),
        };
        read(&[part]).unwrap().facts.into()
    }

    #[test]
    fn replies_go_with_the_facts_and_the_ids_of_the_commands() {
        let text = include_str!("../../tests/fixtures/facts/valid.toml");
        let bot = Bot::new(shelf(text), &Settings::default());
        let help = json!({"type": 2, "data": {"name": "help"}});
        let help = Interaction::read(&help);
        let first = bot.reply(&help, Channel::Open);
        assert!(Arc::ptr_eq(&bot.kept_reply(&help).unwrap(), &first));
        bot.set_command_ids([("bridge".to_owned(), 5)].into());
        assert!(bot.kept_reply(&help).is_none());
        let linked = bot.reply(&help, Channel::Open);
        assert!(linked.body.contains("</bridge:5>") && !first.body.contains("</bridge:5>"));
        bot.set_shelf(shelf(
            &text
                .replace("id = \"bridge\"", "id = \"viaduct\"")
                .replace("\"bridge\"", "\"viaduct\""),
        ));
        assert!(bot.kept_reply(&help).is_none());
        assert!(bot.reply(&help, Channel::Open).body.contains("viaduct"));
    }

    #[test]
    fn what_is_public_or_of_one_person_is_not_kept() {
        let bot = Bot::new(
            shelf(include_str!("../../tests/fixtures/facts/valid.toml")),
            &Settings::default(),
        );
        let share = json!([{"name": "share", "type": 5, "value": true}]);
        let flags = json!({"id": "4", "flags": 64});
        for (payload, kept) in [
            (json!({"type": 1}), true),
            (
                json!({"type": 2, "data": {"name": "bridge", "options": []}}),
                true,
            ),
            (
                json!({"type": 2, "data": {"name": "bridge", "options": share}}),
                false,
            ),
            (
                json!({"type": 2, "data": {"type": 3, "name": "Related facts"}}),
                false,
            ),
            (
                json!({"type": 3, "message": flags, "data": {"custom_id": "open /bridge"}}),
                true,
            ),
            (
                json!({"type": 3, "message": flags, "data": {"custom_id": "cite /bridge"}}),
                true,
            ),
            (
                json!({"type": 3, "message": flags, "data": {"custom_id": "share /bridge"}}),
                false,
            ),
            (
                json!({"type": 3, "message": flags, "data": {"custom_id": "hide 7"}}),
                false,
            ),
            (
                json!({"type": 4, "data": {"name": "claim", "options": []}}),
                true,
            ),
        ] {
            let asked = Interaction::read(&payload);
            let reply = bot.reply(&asked, Channel::Open);
            assert_eq!(bot.kept_reply(&asked).is_some(), kept, "{payload}");
            assert!(!kept || reply.share_key.is_none() && reply.follow_up.is_none());
        }
    }
}
