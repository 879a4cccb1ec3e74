//! The bot itself: the facts, and how a deployment speaks about them. It waits for nothing and sends nothing.

use std::sync::Arc;

use crate::discord::interaction::Interaction;
use crate::discord::registration::{self, Command, Scope};
use crate::discord::{self, Reply};
use crate::facts::{Facts, Lang};
use crate::pages::{self, Options, Page};
use crate::render::card::Card;

/// What makes replies: the interface between the wires and the conversation.
pub trait Answers: Send + Sync + 'static {
    /// The reply to an interaction.
    fn reply(&self, interaction: &Interaction) -> Reply;
    /// The reply when making the right one failed.
    fn apology(&self, interaction: &Interaction) -> Reply;
    /// The commands to register.
    fn commands(&self, scope: Scope) -> Vec<Command>;
    /// The public page at a path with its query string.
    fn page(&self, target: &str) -> Option<Page>;
    /// The picture at a path with its query string.
    fn picture(&self, target: &str) -> Option<Card>;
    /// The facts it replies from.
    fn facts(&self) -> Arc<Facts>;
}

/// The bot: the facts and how it speaks about them.
#[derive(Clone, Debug)]
pub struct Bot {
    facts: Arc<Facts>,
    language: Option<Lang>,
    public_url: Option<String>,
}

impl Bot {
    /// A bot that knows these facts, the language it speaks when nobody asks for another, and where the public
    /// pages are, if there are any.
    pub fn new(facts: Arc<Facts>, language: Option<Lang>, public_url: Option<String>) -> Self {
        Self {
            facts,
            language,
            public_url,
        }
    }

    /// The same bot with other facts.
    pub(super) fn knowing(&self, facts: Arc<Facts>) -> Self {
        Self {
            facts,
            ..self.clone()
        }
    }

    fn settings(&self) -> discord::Settings<'_> {
        discord::Settings {
            language: self.language,
            public_url: self.public_url.as_deref(),
        }
    }

    fn options(&self) -> Options<'_> {
        Options {
            public_url: self.public_url.as_deref(),
            pictures: true,
            ..Options::default()
        }
    }
}

impl Answers for Bot {
    fn reply(&self, interaction: &Interaction) -> Reply {
        discord::reply(&self.facts, self.settings(), interaction)
    }

    fn apology(&self, interaction: &Interaction) -> Reply {
        discord::apology(self.settings(), interaction)
    }

    fn commands(&self, scope: Scope) -> Vec<Command> {
        registration::commands(&self.facts, scope)
    }

    fn page(&self, target: &str) -> Option<Page> {
        pages::page(&self.facts, target, self.options())
    }

    fn picture(&self, target: &str) -> Option<Card> {
        pages::picture(&self.facts, target, self.options())
    }

    fn facts(&self) -> Arc<Facts> {
        Arc::clone(&self.facts)
    }
}
