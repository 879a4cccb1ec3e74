//! Which topics have a command of their own, as far as Discord has room, in one dossier or several.

use std::collections::BTreeSet;

use super::{BUILTINS, Builtin, RELATED, TOPIC};
use crate::facts::{Facts, Lang, Languages, Shelf, Text, Topic};
use crate::phrases::Phrases;
use crate::query::Key;

/// Most slash commands of an application
/// (<https://discord.com/developers/docs/interactions/application-commands#registering-a-command>). *Related facts* is a
/// command on messages, which Discord counts apart.
const MOST: usize = 100;

/// The dossiers whose commands are listed.
#[derive(Clone, Debug)]
pub struct Listing<'a> {
    pub(super) dossiers: Vec<&'a Facts>,
    /// The languages of all of them.
    pub(super) languages: Languages,
}

impl<'a> From<&'a Facts> for Listing<'a> {
    fn from(facts: &'a Facts) -> Self {
        Self {
            dossiers: vec![facts],
            languages: facts.dossier.languages.clone(),
        }
    }
}

impl<'a> From<&'a Shelf> for Listing<'a> {
    fn from(shelf: &'a Shelf) -> Self {
        Self {
            dossiers: shelf.iter().map(AsRef::as_ref).collect(),
            languages: shelf.languages().clone(),
        }
    }
}

impl<'a> Listing<'a> {
    /// The topics, each with its dossier; of those with the same id, the first.
    pub(super) fn topics(&self) -> Vec<(&'a Facts, &'a Topic)> {
        let mut seen = BTreeSet::new();
        let topics = |facts: &&'a Facts| {
            let facts = *facts;
            facts.topics.iter().map(move |topic| (facts, &**topic))
        };
        let all = self.dossiers.iter().flat_map(topics);
        all.filter(|(_, topic)| seen.insert(&topic.id)).collect()
    }

    /// The topics with a command of their own, each with its dossier.
    pub(super) fn commanded(&self) -> Vec<(&'a Facts, &'a Topic)> {
        let mut topics = self.topics();
        let all = self.dossiers.iter().map(|facts| facts.topics.len());
        let is_typed = |own: &&Builtin| own.name != RELATED && own.name != TOPIC;
        let most = MOST - BUILTINS.iter().filter(is_typed).count();
        if all.sum::<usize>() > most.min(topics.len()) {
            // One of them is `/topic`.
            topics.truncate(most - 1);
        }
        topics
    }

    /// How many topics have no command of their own, because Discord has no room or another topic has the same id.
    pub fn uncommanded(&self) -> usize {
        let all = self.dossiers.iter().map(|facts| facts.topics.len());
        all.sum::<usize>() - self.commanded().len()
    }

    /// The options that a command has here: one language needs no choice, and neither does one dossier.
    pub(super) fn offered(&self, mut keys: Vec<Key>) -> Vec<Key> {
        keys.retain(|key| match key {
            Key::Lang => self.languages.several(),
            Key::Dossier => self.dossiers.len() > 1,
            _ => true,
        });
        keys
    }

    /// A phrase in every language.
    pub(super) fn everywhere(&self, key: &str) -> Text {
        let all = &self.languages;
        let in_lang = |lang: Lang| {
            let words = Phrases::of(lang);
            let own_first = std::iter::once(lang).chain(all.others(lang));
            let names: Vec<String> = own_first.map(|one| words.spoken(one)).collect();
            let values = [("languages", &*words.either(&names))];
            (lang, words.format(key, &values))
        };
        all.iter().map(in_lang).collect()
    }
}
