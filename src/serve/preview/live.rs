//! A bot whose facts can be replaced while it answers.

use std::sync::{Arc, PoisonError, RwLock};

use crate::discord::Reply;
use crate::discord::interaction::Interaction;
use crate::discord::registration::{Command, Scope};
use crate::facts::Facts;
use crate::pages::Page;
use crate::render::card::Card;
use crate::serve::bot::{Answers, Bot};

/// The bot as it is now.
pub(super) struct Live(RwLock<Bot>);

impl Live {
    pub(super) fn new(bot: Bot) -> Self {
        Self(RwLock::new(bot))
    }

    /// From now on it answers from these facts; what is being answered is finished from the old ones.
    pub(super) fn take_over(&self, facts: Arc<Facts>) {
        let mut bot = self.0.write().unwrap_or_else(PoisonError::into_inner);
        *bot = bot.knowing(facts);
    }

    fn bot(&self) -> Bot {
        let bot = self.0.read().unwrap_or_else(PoisonError::into_inner);
        bot.clone()
    }
}

impl Answers for Live {
    fn reply(&self, interaction: &Interaction) -> Reply {
        self.bot().reply(interaction)
    }

    fn apology(&self, interaction: &Interaction) -> Reply {
        self.bot().apology(interaction)
    }

    fn commands(&self, scope: Scope) -> Vec<Command> {
        self.bot().commands(scope)
    }

    fn page(&self, target: &str) -> Option<Page> {
        self.bot().page(target)
    }

    fn picture(&self, target: &str) -> Option<Card> {
        self.bot().picture(target)
    }

    fn facts(&self) -> Arc<Facts> {
        self.bot().facts()
    }
}
