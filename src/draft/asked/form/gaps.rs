//! What a record still needs.

use serde_json::Value;

use crate::draft::asked::{asked, meaning};
use crate::draft::dossier::Dossier;

/// What a record below another one needs, once it is begun.
const MEMBERS: [(&str, &[&str]); 3] = [
    ("quote", &["words", "lang", "source"]),
    ("translation", &["words", "lang"]),
    ("link", &["type", "to"]),
];

/// The keys that a record needs and does not have, each once, with its meaning.
pub(super) fn gaps(dossier: &Dossier, kind: &str, value: &Value) -> Vec<(String, String)> {
    let mut paths = needed(dossier, kind, value);
    begun(dossier, "", value, &mut paths);
    let mut gaps: Vec<(String, String)> = Vec::new();
    for path in paths {
        if gaps.iter().all(|(known, _)| *known != path) {
            let meaning = meaning(kind, &path);
            gaps.push((path, meaning));
        }
    }
    gaps
}

/// What every record of its kind needs.
fn needed(dossier: &Dossier, kind: &str, value: &Value) -> Vec<String> {
    let count = |list: &str| value[list].as_array().map_or(0, Vec::len);
    let mut needed = Vec::new();
    for one in asked(kind).iter().filter(|one| one.required) {
        // `evidence.0.role` is asked of each evidence, of which there is one at least.
        let members = match one.path.split_once(".0.") {
            Some((list, _)) => count(list).max(usize::from(list == "evidence")),
            None => 1,
        };
        for number in 0..members {
            let of_member = |path: &str| path.replace(".0.", &format!(".{number}."));
            let fits = one.only.is_none_or(|(key, values)| {
                let other = asked(kind).iter().find(|other| other.key == key);
                let given = other.map(|other| at(value, &of_member(other.path)));
                let word = given.and_then(Value::as_str);
                word.is_some_and(|word| values.contains(&word))
            });
            let path = of_member(one.path);
            let paths = match path.contains('*') {
                true => dossier
                    .languages
                    .iter()
                    .map(|lang| path.replace('*', lang))
                    .collect(),
                false => vec![path],
            };
            let lacking = paths
                .into_iter()
                .filter(|path| fits && at(value, path).is_null());
            needed.extend(lacking);
        }
    }
    needed
}

/// What somebody has begun below a record and not ended: a text in some of the languages, a quotation without its source.
fn begun(dossier: &Dossier, path: &str, value: &Value, gaps: &mut Vec<String>) {
    let inside = |step: &str| match path {
        "" => step.to_owned(),
        path => format!("{path}.{step}"),
    };
    let languages = &dossier.languages;
    match value {
        Value::Object(entries) => {
            let is_text = !entries.is_empty()
                && !path.is_empty()
                && entries.keys().all(|key| languages.contains(key));
            if is_text {
                let lacking = languages.iter().filter(|lang| value[lang].is_null());
                gaps.extend(lacking.map(|lang| inside(lang)));
                return;
            }
            let list = path.rsplit('.').nth(1).unwrap_or_default();
            let member = MEMBERS.iter().find(|(name, _)| *name == list);
            let needs = member.into_iter().flat_map(|(_, needs)| *needs);
            gaps.extend(
                needs
                    .filter(|key| value[key].is_null())
                    .map(|key| inside(key)),
            );
            if list == "translation" && value["by"].is_null() && value["source"].is_null() {
                gaps.extend(languages.iter().map(|lang| inside(&format!("by.{lang}"))));
            }
            for (key, one) in entries {
                begun(dossier, &inside(key), one, gaps);
            }
        }
        Value::Array(list) => {
            for (number, one) in list.iter().enumerate() {
                begun(dossier, &inside(&number.to_string()), one, gaps);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The value at a path, or null.
fn at<'v>(value: &'v Value, path: &str) -> &'v Value {
    let step = |value: &'v Value, step: &str| match step.parse::<usize>() {
        Ok(number) => &value[number],
        Err(_) => &value[step],
    };
    path.split('.').fold(value, step)
}
