//! What somebody has filled in, made a record: without what is empty, in the order of the schema, with the ids, houses and
//! days that follow from the rest.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Record, Suggested, id};
use crate::draft::asked::ordered;
use crate::draft::dossier::Dossier;
use crate::draft::name::{kebab, sentence_id};
use crate::facts::date::Day;

/// The records, with what was filled in.
pub(super) struct Filled {
    pub(super) values: Vec<Value>,
    pub(super) suggested: Vec<Suggested>,
    pub(super) references: Vec<Reference>,
}

/// A name of one record of the form in another.
pub(super) struct Reference {
    pub(super) from: usize,
    pub(super) path: String,
    pub(super) to: usize,
}

pub(super) fn fill(dossier: &Dossier, records: &[Record], today: Day) -> Filled {
    let mut filled = Filled {
        values: Vec::new(),
        suggested: Vec::new(),
        references: Vec::new(),
    };
    let mut taken = BTreeSet::new();
    for (number, record) in records.iter().enumerate() {
        let mut value = ordered(record.kind, tidy(&record.value).unwrap_or_default());
        for (key, suggestion) in suggestions(dossier, record.kind, &value, &mut taken) {
            if value[key].is_null() {
                value[key] = suggestion.clone().into();
                let value = suggestion;
                filled.suggested.push(Suggested {
                    record: number,
                    path: key,
                    value,
                });
            }
        }
        if record.kind == "claim" {
            if record.before.is_none() {
                value["recorded"] = today.to_string().into();
            }
            translations(&mut value);
        }
        filled.values.push(ordered(record.kind, value));
    }
    let ids: Vec<String> = filled
        .values
        .iter()
        .map(|value| id(value).to_owned())
        .collect();
    for (number, value) in filled.values.iter_mut().enumerate() {
        let mut name = |path: &str, text: &mut String| {
            let key = text.strip_prefix('@').map(str::to_owned);
            let named = key.and_then(|key| records.iter().position(|one| one.key == key));
            if let Some((to, id)) = named.and_then(|to| Some((to, ids.get(to)?))) {
                text.clone_from(id);
                let path = path.to_owned();
                filled.references.push(Reference {
                    from: number,
                    path,
                    to,
                });
            }
        };
        each_text("", value, &mut name);
    }
    filled
}

/// A value without spaces around texts, and without what is empty. A record below another one stays, so that those after
/// it keep their numbers.
fn tidy(value: &Value) -> Option<Value> {
    match value {
        Value::String(text) => {
            let text = text.trim();
            (!text.is_empty()).then(|| text.into())
        }
        Value::Array(list) => {
            let tidied = list.iter().filter_map(|one| match one {
                Value::Object(_) => Some(tidy(one).unwrap_or_else(|| json!({}))),
                one => tidy(one),
            });
            let list: Vec<Value> = tidied.collect();
            (!list.is_empty()).then_some(Value::Array(list))
        }
        Value::Object(entries) => {
            // A number would be the place of a member, and a point would begin a key inside.
            let is_key = |key: &str| key.parse::<usize>().is_err() && !key.contains('.');
            let named = entries.iter().filter(|(key, _)| is_key(key));
            let tidied = named.filter_map(|(key, one)| Some((key.clone(), tidy(one)?)));
            let entries: Map<String, Value> = tidied.collect();
            (!entries.is_empty()).then_some(Value::Object(entries))
        }
        Value::Null => None,
        Value::Bool(_) | Value::Number(_) => Some(value.clone()),
    }
}

/// What follows from the rest of a record: its id, and the house behind a publisher.
fn suggestions(
    dossier: &Dossier,
    kind: &'static str,
    value: &Value,
    taken: &mut BTreeSet<String>,
) -> Vec<(&'static str, String)> {
    let text = |key: &str| value[key].as_str().unwrap_or_default();
    let first = |key: &str| {
        let mut texts = dossier
            .languages
            .iter()
            .filter_map(|lang| value[key][lang].as_str());
        texts
            .find(|text| !kebab(text).is_empty())
            .unwrap_or_default()
    };
    let wanted = match kind {
        "claim" => sentence_id(first("text")),
        "speaker" | "measure" => kebab(first("name")),
        _ => {
            let issued = text("issued").trim_end_matches(['~', '?']);
            kebab(&format!("{} {issued}", text("publisher")))
        }
    };
    let wanted = match wanted.is_empty() {
        true => format!("new-{kind}"),
        false => wanted,
    };
    let mut id = wanted.clone();
    let mut number = 2;
    while dossier.get(kind, &id).is_some() || taken.contains(&id) {
        let short: String = wanted.chars().take(44).collect();
        id = format!("{}-{number}", short.trim_end_matches('-'));
        number += 1;
    }
    taken.insert(id.clone());
    let mut suggestions = vec![("id", id)];
    let publisher = text("publisher");
    if kind == "source" && !publisher.is_empty() {
        let family = dossier.family_of(publisher).map(str::to_owned);
        let family = family.unwrap_or_else(|| kebab(publisher));
        if !family.is_empty() {
            suggestions.push(("family", family));
        }
    }
    suggestions
}

/// Gives each translation of a quotation the words that it translates, if it does not say which.
fn translations(claim: &mut Value) {
    for quote in members(claim, "quote") {
        let words = quote["words"].clone();
        for translation in members(quote, "translation") {
            if translation["of"].is_null() && words.is_string() {
                translation["of"] = words.clone();
            }
        }
    }
}

/// The records below one, which gets no key by being asked for them.
fn members<'v>(value: &'v mut Value, key: &str) -> impl Iterator<Item = &'v mut Value> {
    let list = value.get_mut(key).and_then(Value::as_array_mut);
    let members = list.into_iter().flatten();
    members.filter(|one| one.is_object())
}

/// Calls `name` with each text and its path; the members of a list of texts have that of the list.
fn each_text(path: &str, value: &mut Value, name: &mut impl FnMut(&str, &mut String)) {
    let inside = |step: &str| match path {
        "" => step.to_owned(),
        path => format!("{path}.{step}"),
    };
    match value {
        Value::String(text) => name(path, text),
        Value::Array(list) => {
            for (number, one) in list.iter_mut().enumerate() {
                let below = match one.is_object() {
                    true => inside(&number.to_string()),
                    false => path.to_owned(),
                };
                each_text(&below, one, name);
            }
        }
        Value::Object(entries) => {
            for (key, one) in entries.iter_mut() {
                each_text(&inside(key), one, name);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
