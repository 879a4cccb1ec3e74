//! The fact file that drafts are for: what is in it, by id, and where.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use toml_edit::{DocumentMut, Item};

use super::record::{plain, plain_table};
use crate::facts::file::Part;

/// The records that may be drafted.
pub(super) const KINDS: [&str; 5] = ["topic", "speaker", "source", "measure", "claim"];

/// A fact file and its parts.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// Its id; empty if it has none.
    pub id: String,
    /// Its parts, in the order of their names.
    pub parts: Vec<Part>,
    /// The folder in which new parts may be made, with its separator; `None` if it is one file.
    pub folder: Option<String>,
    /// The languages in which every text exists.
    pub languages: Vec<String>,
    records: BTreeMap<(&'static str, String), (usize, Value)>,
    urls: BTreeMap<String, String>,
    families: BTreeMap<String, String>,
}

impl Dossier {
    /// Reads what is in the parts.
    ///
    /// # Errors
    ///
    /// The name of the first part that is not TOML.
    pub fn read(parts: Vec<Part>, folder: Option<String>) -> Result<Self, String> {
        let mut dossier = Self {
            id: String::new(),
            parts: Vec::new(),
            folder,
            languages: Vec::new(),
            records: BTreeMap::new(),
            urls: BTreeMap::new(),
            families: BTreeMap::new(),
        };
        for (number, part) in parts.iter().enumerate() {
            let Ok(document) = part.text.parse::<DocumentMut>() else {
                return Err(part.name.clone());
            };
            if let Some(item) = document.get("dossier") {
                let mut plain = plain(item);
                dossier.id = plain["id"].as_str().unwrap_or_default().to_owned();
                let languages = plain["languages"].take();
                let codes = languages.as_array().into_iter().flatten();
                dossier.languages = codes
                    .filter_map(|one| Some(one.as_str()?.to_owned()))
                    .collect();
            }
            for kind in KINDS {
                let tables = document.get(kind).and_then(Item::as_array_of_tables);
                for table in tables.into_iter().flatten() {
                    dossier.keep(kind, number, plain_table(table));
                }
            }
        }
        dossier.parts = parts;
        Ok(dossier)
    }

    fn keep(&mut self, kind: &'static str, part: usize, record: Value) {
        let text = |key: &str| record[key].as_str().unwrap_or_default().to_owned();
        let id = text("id");
        if kind == "source" {
            self.urls.insert(text("url"), id.clone());
            self.families.insert(text("publisher"), text("family"));
        }
        self.records.insert((kind, id), (part, record));
    }

    /// The record of a kind with an id.
    pub fn get(&self, kind: &'static str, id: &str) -> Option<&Value> {
        let found = self.records.get(&(kind, id.to_owned()));
        found.map(|(_, record)| record)
    }

    /// The ids of the records of a kind.
    pub(super) fn all_ids(&self, kind: &str) -> Vec<String> {
        let all = self.records.keys().filter(|(one, _)| *one == kind);
        all.map(|(_, id)| id.clone()).collect()
    }

    /// What the records of a kind have under a key, each once.
    pub fn values(&self, kind: &str, key: &str) -> Vec<String> {
        let all = self.records.iter().filter(|((one, _), _)| *one == kind);
        let values = all.filter_map(|(_, (_, record))| record[key].as_str());
        let values: BTreeSet<&str> = values.collect();
        values.into_iter().map(str::to_owned).collect()
    }

    /// The id of the only speaker with a name or alias.
    pub(super) fn speaker_named(&self, name: &str) -> Option<String> {
        let is_name = |text: &Value| {
            let text = text.as_str().unwrap_or_default();
            !text.is_empty() && text.to_lowercase() == name.to_lowercase()
        };
        let named = |record: &Value| {
            let names = record["name"].as_object().into_iter().flatten();
            let aliases = record["aliases"].as_array().into_iter().flatten();
            names.map(|(_, name)| name).chain(aliases).any(is_name)
        };
        let speakers = self
            .records
            .iter()
            .filter(|((kind, _), _)| *kind == "speaker");
        let mut fitting = speakers.filter(|(_, (_, record))| named(record));
        let ((_, id), _) = fitting.next()?;
        fitting.next().is_none().then(|| id.clone())
    }

    /// The id of the source with an address.
    pub fn source_at(&self, url: &str) -> Option<&str> {
        self.urls
            .get(url)
            .filter(|_| !url.is_empty())
            .map(String::as_str)
    }

    /// The family of a publisher of which there is a source.
    pub fn family_of(&self, publisher: &str) -> Option<&str> {
        let family = self.families.get(publisher).map(String::as_str);
        family.filter(|family| !family.is_empty())
    }

    /// The part that holds a record.
    pub(super) fn part_of(&self, kind: &'static str, id: &str) -> Option<usize> {
        Some(self.records.get(&(kind, id.to_owned()))?.0)
    }

    /// The last part with a record of a kind of which something holds.
    pub(super) fn last_part(
        &self,
        kind: &'static str,
        holds: impl Fn(&Value) -> bool,
    ) -> Option<usize> {
        let all = self.records.iter();
        let fitting = all.filter(|((one, _), (_, record))| *one == kind && holds(record));
        fitting.map(|(_, (part, _))| *part).max()
    }
}
