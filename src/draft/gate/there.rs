//! Drafts of what is there already, in the text itself or in the dossier.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Gate, Known};
use crate::draft::record::Draft;

impl Gate<'_> {
    /// The drafts without those whose id another one has.
    pub(super) fn once(&mut self, drafts: Vec<Draft>) -> Vec<Draft> {
        let mut first: BTreeMap<(&str, String), String> = BTreeMap::new();
        let mut kept = Vec::new();
        for draft in drafts {
            let key = (draft.kind, draft.id().to_owned());
            match first.get(&key).filter(|_| !draft.id().is_empty()) {
                Some(label) => {
                    let what = format!(
                        "the {} “{}” stands here twice, first in {label}",
                        draft.kind,
                        draft.id()
                    );
                    let help = "give one of the two another id.";
                    self.problems
                        .push(self.original.error(draft.place_of("id"), what, help));
                }
                None => {
                    first.insert(key, draft.place.label.to_string());
                    kept.push(draft);
                }
            }
        }
        kept
    }

    /// The drafts without those that are there already; tells which are there with other values.
    pub(super) fn not_there(
        &mut self,
        drafts: Vec<Draft>,
        known: Known,
        unchanged: &mut usize,
    ) -> Vec<Draft> {
        let mut kept = Vec::new();
        for draft in drafts {
            let Some(there) = self.dossier.get(draft.kind, draft.id()) else {
                kept.push(draft);
                continue;
            };
            let other = match known {
                Known::Replaced => (draft.value != *there).then(String::new),
                Known::Kept | Known::Updated => difference(&draft.value, there, ""),
            };
            if let Some(path) = other.as_ref().filter(|_| known == Known::Kept) {
                let (kind, id) = (draft.kind, draft.id());
                let what = format!("the {kind} “{id}” is there already, with another `{path}`");
                let help = "it stays as it is; --replace writes what stands here.";
                self.problems
                    .push(self.original.warning(draft.place_of(path), what, help));
            } else if other.is_some() {
                kept.push(draft);
            } else {
                *unchanged += 1;
            }
        }
        kept
    }
}

/// The path of the first value that is another one in a record, or missing in it.
fn difference(new: &Value, there: &Value, path: &str) -> Option<String> {
    let inside = |step: String| {
        if path.is_empty() {
            step
        } else {
            format!("{path}.{step}")
        }
    };
    match (new, there) {
        (Value::Object(new), Value::Object(_)) => new
            .iter()
            .find_map(|(key, value)| difference(value, &there[key], &inside(key.clone()))),
        (Value::Array(new), Value::Array(old)) if new.len() == old.len() => {
            let pairs = new.iter().zip(old).enumerate();
            pairs
                .into_iter()
                .find_map(|(number, (new, old))| difference(new, old, &inside(number.to_string())))
        }
        (Value::Number(new), Value::Number(old)) if new.as_f64() == old.as_f64() => None,
        _ if path == "recorded" || new == there => None,
        _ => Some(path.to_owned()),
    }
}
