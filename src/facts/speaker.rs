//! A speaker: a person, state, body, agency or company, and the posts held on a day.

use std::sync::Arc;

use super::Text;
use super::date::Date;
use super::vocabulary::SpeakerKind;

/// A person or organisation that makes claims or is their subject.
#[derive(Clone, Debug)]
pub struct Speaker {
    /// Permanent id.
    pub id: String,
    /// Its place among all speakers of the facts.
    pub place: u32,
    /// What it is.
    pub kind: SpeakerKind,
    /// Its name.
    pub name: Text,
    /// The state or body it speaks for.
    pub speaks_for: Option<Arc<Speaker>>,
    /// Other spellings and short names.
    pub aliases: Vec<String>,
    /// Posts held, with their time.
    pub posts: Vec<Post>,
}

impl Speaker {
    /// The last speaker in the chain of those it speaks for; itself if it speaks for nobody else.
    pub fn party(&self) -> &Speaker {
        self.speaks_for.as_deref().map_or(self, Speaker::party)
    }

    /// Whether it is this speaker or speaks for it, directly or through others.
    pub fn stands_for(&self, whom: &Speaker) -> bool {
        let party = self.speaks_for.as_ref();
        self.id == whom.id || party.is_some_and(|party| party.stands_for(whom))
    }

    /// The post that it held on a date: the one certainly held then, or else the only one that may have been held.
    pub fn post_on(&self, said: &Date) -> Option<&Post> {
        let mut perhaps = self.posts.iter().filter(|post| post.held_on(said));
        let certain = self.posts.iter().find(|post| post.certainly_held_on(said));
        certain.or_else(|| perhaps.next().filter(|_| perhaps.next().is_none()))
    }
}

/// A post that a speaker held for some time.
#[derive(Clone, Debug)]
pub struct Post {
    /// What it is called.
    pub title: Text,
    /// Where it is held.
    pub organisation: Option<String>,
    /// Since when, if known.
    pub from: Option<Date>,
    /// Until when; `None` if unknown or if it has not ended.
    pub to: Option<Date>,
}

impl Post {
    fn certainly_held_on(&self, said: &Date) -> bool {
        let begun = self
            .from
            .as_ref()
            .is_none_or(|from| from.latest() < said.earliest());
        let still = self
            .to
            .as_ref()
            .is_none_or(|to| said.latest() < to.earliest());
        (self.from.is_some() || self.to.is_some()) && begun && still
    }

    fn held_on(&self, said: &Date) -> bool {
        let begun = match (self.from.as_ref().and_then(Date::earliest), said.latest()) {
            (Some(from), Some(said)) => from <= said,
            _ => true,
        };
        let over = match (self.to.as_ref().and_then(Date::latest), said.earliest()) {
            (Some(to), Some(said)) => to < said,
            _ => false,
        };
        begun && !over
    }
}
