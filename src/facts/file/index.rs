//! The ids of one kind of record: each well formed, each given once, and found again by others.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use once_cell::sync::Lazy;
use regex::Regex;

use super::findings::{Findings, Record};
use super::nearest::{hint, safe, shown};
use super::shape::Placed;
use crate::facts::written::At;

/// The longest id, in code points, so that it can be named in a message and an address.
pub(super) const LONGEST_ID: usize = 48;

/// The longest id of a topic, which is also a command's name; with it the longest question still
/// fits the 100 characters of a button.
/// <https://discord.com/developers/docs/interactions/application-commands#application-command-object>
pub(super) const LONGEST_TOPIC_ID: usize = 32;

/// Names kept for commands and pages of the bot's own, present or future, which no topic may take.
const KEPT: [&str; 17] = [
    "search", "claim", "timeline", "who", "sides", "quotes", "figures", "sources", "changes",
    "about", "help", "related", "claims", "speaker", "speakers", "source", "index",
];

/// All records of a kind: where each id was first given, and the record once it is read.
pub(super) struct Index<T> {
    kind: &'static str,
    places: BTreeMap<String, (usize, Range<usize>)>,
    read: BTreeMap<String, Arc<T>>,
}

impl<T> Index<T> {
    /// Takes the ids of all records; notes those that are missing, malformed or given twice.
    pub(super) fn new<W>(
        kind: &'static str,
        records: &[Placed<W>],
        id: fn(&W) -> Option<&At<String>>,
        findings: &mut Findings<'_>,
    ) -> Self {
        let mut places: BTreeMap<String, (usize, Range<usize>)> = BTreeMap::new();
        for placed in records {
            let given = id(placed.at.value());
            let mut record = findings.record(placed.part, record_name(kind, given));
            let Some(at) = given else {
                record.lacks(
                    &placed.at.span(),
                    "id",
                    "a short name in lower case: id = \"…\".",
                );
                continue;
            };
            record.well_formed(at, kind);
            if let Some((part, span)) = places.get(at.value()) {
                let first = record.findings.elsewhere(*part, span);
                let what = format!("the {kind} {} is already at {first}", shown(at.value()));
                record.error(
                    at.span(),
                    what,
                    "an id stands for one record for ever; give this one another.",
                );
            } else {
                places.insert(at.value().clone(), (placed.part, at.span()));
            }
        }
        Self {
            kind,
            places,
            read: BTreeMap::new(),
        }
    }

    /// Keeps a record that was read, for others to refer to; the first of an id stays.
    pub(super) fn keep(&mut self, id: &str, value: T) -> Arc<T> {
        let value = Arc::new(value);
        self.read
            .entry(id.to_owned())
            .or_insert_with(|| Arc::clone(&value));
        value
    }

    /// The record with this id, if it was read.
    pub(super) fn get(&self, id: &str) -> Option<&Arc<T>> {
        self.read.get(id)
    }
}

/// A record's name in messages, such as `claim bridge-ready`.
pub(super) fn record_name(kind: &str, id: Option<&At<String>>) -> String {
    id.map_or_else(
        || kind.to_owned(),
        |id| format!("{kind} {}", safe(id.value())),
    )
}

impl Record<'_, '_> {
    /// Whether a record with this id is in the file; an unknown id is noted.
    pub(super) fn knows<T>(&mut self, index: &Index<T>, id: &At<String>) -> bool {
        let known = index.places.contains_key(id.value());
        if !known && !self.findings.incomplete() {
            let kind = index.kind;
            let known = index.places.keys().map(String::as_str);
            let listed = format!("{kind}s are listed in [[{kind}]] records.");
            let mend = hint(id.value(), known, &listed);
            self.error(
                id.span(),
                format!("unknown {kind} {}", shown(id.value())),
                mend,
            );
        }
        known
    }

    /// The record with this id; an unknown id is noted, one that could not be read already was.
    pub(super) fn find<T>(&mut self, index: &Index<T>, id: &At<String>) -> Option<Arc<T>> {
        if self.knows(index, id) {
            index.get(id.value()).cloned()
        } else {
            None
        }
    }

    /// The records of a list of ids, each named once.
    pub(super) fn find_all<T>(&mut self, index: &Index<T>, ids: &[At<String>]) -> Vec<Arc<T>> {
        self.once(ids);
        ids.iter().filter_map(|id| self.find(index, id)).collect()
    }

    /// Notes what stands in a list for the second time.
    pub(super) fn once(&mut self, list: &[At<String>]) {
        for (number, at) in list.iter().enumerate() {
            if list
                .iter()
                .take(number)
                .any(|earlier| earlier.value() == at.value())
            {
                self.error(
                    at.span(),
                    format!("{} stands here twice", shown(at.value())),
                    "remove one.",
                );
            }
        }
    }

    /// Lower-case ASCII letters, digits and single hyphens; for a topic also a command's name.
    pub(super) fn well_formed(&mut self, id: &At<String>, kind: &str) {
        static KEBAB: Lazy<Option<Regex>> =
            Lazy::new(|| Regex::new("^[a-z0-9]+(-[a-z0-9]+)*$").ok());
        let longest = if kind == "topic" {
            LONGEST_TOPIC_ID
        } else {
            LONGEST_ID
        };
        let length = id.value().chars().count();
        if !KEBAB
            .as_ref()
            .is_some_and(|kebab| kebab.is_match(id.value()))
        {
            let what = format!("{} is not an id", shown(id.value()));
            self.error(
                id.span(),
                what,
                "use lower-case letters a to z, digits and single hyphens.",
            );
        } else if length > longest {
            let what = format!("this id has {length} characters, there is room for {longest}");
            self.error(id.span(), what, "shorten it.");
        } else if kind == "topic" && KEPT.contains(&id.value().as_str()) {
            let what = format!("/{} is kept for the bot’s own commands", id.value());
            self.error(id.span(), what, "give the topic another id.");
        }
    }
}
