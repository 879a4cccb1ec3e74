//! Whom the title of the facts and those of their topics name, read once for all messages.

use std::collections::{BTreeSet, HashMap};

use crate::facts::Facts;

/// The ids of the parties in titles.
#[derive(Debug, Default)]
pub(super) struct Titles {
    /// The main party: the one that the title of the facts names first.
    main: Option<String>,
    /// Those in the title of the facts.
    all: BTreeSet<String>,
    /// Those in the title of each topic, by its id.
    topics: HashMap<String, BTreeSet<String>>,
    /// Those in the title of any topic.
    any: BTreeSet<String>,
}

impl Titles {
    /// Reads the titles.
    pub(super) fn new(facts: &Facts) -> Self {
        let named = |title: &str| -> BTreeSet<String> {
            let named = facts.named_in(title).into_iter();
            named.map(str::to_owned).collect()
        };
        let topics = facts.topics.iter();
        let topics = topics.map(|topic| (topic.id.clone(), named(topic.title.first())));
        let topics: HashMap<_, _> = topics.collect();
        Self {
            main: facts.main_party().map(|main| main.id.clone()),
            all: named(facts.dossier.title.first()),
            any: topics.values().flatten().cloned().collect(),
            topics,
        }
    }

    /// The main party.
    pub(super) fn main(&self) -> Option<&str> {
        self.main.as_deref()
    }

    /// Those in the title of the facts.
    pub(super) fn all(&self) -> &BTreeSet<String> {
        &self.all
    }

    /// Those in the title of a topic.
    pub(super) fn of_topic(&self, id: &str) -> impl Iterator<Item = &str> {
        let named = self.topics.get(id).into_iter().flatten();
        named.map(String::as_str)
    }

    /// Whether a party is in the title of the facts or in that of a topic.
    pub(super) fn has(&self, topic: &str, party: &str) -> bool {
        let in_topic = || self.topics.get(topic)?.get(party);
        self.all.contains(party) || in_topic().is_some()
    }

    /// Whether a party is in the title of any topic.
    pub(super) fn is_in_topics(&self, party: &str) -> bool {
        self.any.contains(party)
    }
}
