//! The records of a form as a text, so that the gate for drafts tells where in it a problem is.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Record;
use crate::draft::original::{Original, Place};
use crate::draft::record::Draft;

/// The records as a text, a value to a line, and their drafts.
pub(super) struct Sheet {
    pub(super) original: Original,
    pub(super) drafts: Vec<Draft>,
    /// The record and key of the value that begins at a byte of the text.
    pub(super) places: BTreeMap<usize, (usize, String)>,
}

impl Sheet {
    pub(super) fn new(records: &[Record], values: &[Value]) -> Self {
        let (mut text, mut drafts, mut places) = (String::new(), Vec::new(), BTreeMap::new());
        for (number, (record, value)) in records.iter().zip(values).enumerate() {
            let place = Place {
                span: text.len()..text.len() + record.kind.len(),
                label: format!("the {}", record.kind).into(),
            };
            places.insert(text.len(), (number, String::new()));
            text.push_str(&format!("{}\n", record.kind));
            let mut draft = Draft::new(record.kind, place);
            for (path, value) in leaves(value) {
                if value.is_object() {
                    // A record below it that is begun, and still empty.
                    draft.set(&path, value.clone());
                    continue;
                }
                text.push_str(&format!("{path} = "));
                let start = text.len();
                text.push_str(&format!("{value}\n"));
                let place = draft.place.within(start..text.len() - 1);
                places.insert(start, (number, path.clone()));
                draft.put(&path, value.clone(), &place);
            }
            drafts.push(draft);
        }
        Self {
            original: Original::new("the form".to_owned(), text),
            drafts,
            places,
        }
    }
}

/// Each value with its path: texts, numbers, lists of such, and records below it that are empty.
pub(super) fn leaves(value: &Value) -> Vec<(String, &Value)> {
    let members: Vec<(String, &Value)> = match value {
        Value::Object(entries) => entries
            .iter()
            .map(|(key, one)| (key.clone(), one))
            .collect(),
        Value::Array(list) if list.iter().any(Value::is_object) => (0..)
            .zip(list)
            .map(|(number, one): (usize, _)| (number.to_string(), one))
            .collect(),
        _ => Vec::new(),
    };
    let inside = |(key, one): (String, _)| match leaves(one) {
        deeper if deeper.is_empty() => vec![(key, one)],
        deeper => {
            let joined = deeper
                .into_iter()
                .map(|(path, one)| (format!("{key}.{path}"), one));
            joined.collect()
        }
    };
    members.into_iter().flat_map(inside).collect()
}
