//! The ids of one kind of record: each is well formed and given once, and other records can refer to it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::diagnostics::{Diagnostics, Record, hint, shown};
use super::shape::Placed;
use crate::facts::written::{At, Identified};

/// The longest id, in code points, so that it can be named in a message and an address.
const LONGEST_ID: usize = 48;

/// The longest id of a topic, which is also a command's name. With an id this long, the longest query still fits the
/// 100 characters of a button's `custom_id`.
/// <https://discord.com/developers/docs/interactions/application-commands#application-command-object>
const LONGEST_TOPIC_ID: usize = 32;

/// Names that no topic may take, because commands or pages of the bot have them or may have them later.
const RESERVED: [&str; 19] = [
    "search", "claim", "timeline", "who", "sides", "quotes", "figures", "sources", "changes",
    "about", "help", "related", "claims", "speaker", "speakers", "source", "index", "ask", "topic",
];

/// All records of a kind: where each id was first given, and the record once it is read.
pub(super) struct Index<T> {
    kind: &'static str,
    places: BTreeMap<String, (usize, Range<usize>)>,
    read: BTreeMap<String, Arc<T>>,
}

impl<T> Index<T> {
    /// Collects the ids of all records; reports those that are malformed or given twice.
    pub(super) fn new<W: Identified>(
        records: &[Placed<W>],
        diagnostics: &mut Diagnostics<'_>,
    ) -> Self {
        let mut places: BTreeMap<String, (usize, Range<usize>)> = BTreeMap::new();
        for placed in records {
            let id = placed.id();
            let mut record = placed.record(diagnostics);
            record.well_formed(id, W::KIND);
            if let Some((part, span)) = places.get(&**id) {
                let first = record.diagnostics.place(*part, span);
                let what = format!("the {} {} is already at {first}", W::KIND, shown(id));
                let help = "an id always stands for the same record; give this one another.";
                record.error(id.span(), what, help);
            } else if !id.is_empty() {
                places.insert(id.to_string(), (placed.part, id.span()));
            }
        }
        Self {
            kind: W::KIND,
            places,
            read: BTreeMap::new(),
        }
    }

    /// Keeps a record that was read, so that others can refer to it. If an id is given twice, the first record stays.
    pub(super) fn keep(&mut self, id: String, value: T) -> Arc<T> {
        let value = Arc::new(value);
        let first = self.read.entry(id);
        first.or_insert_with(|| Arc::clone(&value));
        value
    }

    /// The record with this id, if it was read.
    pub(super) fn get(&self, id: &str) -> Option<&Arc<T>> {
        self.read.get(id)
    }
}

impl Record<'_, '_> {
    /// Whether a record with this id is in the file; reports an unknown id.
    pub(super) fn knows<T>(&mut self, index: &Index<T>, id: &At<String>) -> bool {
        let known = index.places.contains_key(&**id);
        let kind = index.kind;
        let told = index.places.is_empty() && !self.diagnostics.first_absent(kind);
        if !known && !told && !self.diagnostics.incomplete() {
            let listed = match index.places.is_empty() {
                true => format!("there is no [[{kind}]] record at all; is a file missing?"),
                false => format!("{kind}s are listed in [[{kind}]] records."),
            };
            let help = hint(id, index.places.keys().map(String::as_str), &listed);
            self.error(id.span(), format!("unknown {kind} {}", shown(id)), help);
        }
        known
    }

    /// The record with this id; reports an unknown id. A record that could not be read was reported before.
    pub(super) fn find<T>(&mut self, index: &Index<T>, id: &At<String>) -> Option<Arc<T>> {
        self.knows(index, id);
        index.get(id).filter(|_| id.is_given()).cloned()
    }

    /// The record with an optional id; `None` only if an id is given and its record was not read.
    pub(super) fn find_given<T>(
        &mut self,
        index: &Index<T>,
        id: &Option<At<String>>,
    ) -> Option<Option<Arc<T>>> {
        match id {
            Some(id) => self.find(index, id).map(Some),
            None => Some(None),
        }
    }

    /// The records with the ids in a list; reports ids that are listed twice.
    pub(super) fn find_all<T>(&mut self, index: &Index<T>, ids: &[At<String>]) -> Vec<Arc<T>> {
        self.once(ids);
        ids.iter().filter_map(|id| self.find(index, id)).collect()
    }

    /// Reports values that are listed twice.
    pub(super) fn once(&mut self, list: &[At<String>]) {
        for (number, at) in list.iter().enumerate() {
            if list.iter().take(number).any(|earlier| **earlier == **at) {
                self.error(
                    at.span(),
                    format!("{} stands here twice", shown(at)),
                    "remove one.",
                );
            }
        }
    }

    /// Reports an id that is not made of lower-case ASCII letters, digits and single hyphens, is too long, or is a
    /// topic's and reserved.
    pub(super) fn well_formed(&mut self, id: &At<String>, kind: &str) {
        if let Some((what, help)) = malformed(id, kind == "topic") {
            self.error(id.span(), what, help);
        }
    }
}

/// Whether a text consists of small letters and digits, with single hyphens between them.
fn is_kebab_case(text: &str) -> bool {
    let is_small = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    let mut parts = text.split('-');
    parts.all(|part| !part.is_empty() && part.bytes().all(is_small))
}

/// What is wrong with the id of a topic, and what to do; `None` if a topic may have it.
pub fn malformed_topic(id: &str) -> Option<(String, &'static str)> {
    malformed(id, true)
}

fn malformed(id: &str, topic: bool) -> Option<(String, &'static str)> {
    let longest = if topic { LONGEST_TOPIC_ID } else { LONGEST_ID };
    let length = id.chars().count();
    if !is_kebab_case(id) {
        let what = format!("{} is not an id", shown(id));
        Some((
            what,
            "use lower-case letters a to z, digits and single hyphens.",
        ))
    } else if length > longest {
        let what = format!("this id has {length} characters, there is room for {longest}");
        Some((what, "shorten it."))
    } else if topic && RESERVED.contains(&id) {
        let what = format!("/{id} is kept for the bot’s own commands");
        Some((what, "give the topic another id."))
    } else {
        None
    }
}
