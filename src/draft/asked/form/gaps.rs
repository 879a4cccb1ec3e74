//! What a record still needs.

use serde_json::Value;

use crate::draft::asked::{asked, meaning};
use crate::draft::dossier::Dossier;
use crate::draft::record::shape;

/// What a part of a record needs, once it is begun. `#` is the number of a member, `*` each language.
const PARTS: [(&str, &[&str]); 7] = [
    ("quote.#", &["words", "lang", "source"]),
    ("quote.#.translation.#", &["words", "lang"]),
    ("figure.#", &["measure", "qualifier"]),
    ("link.#", &["type", "to"]),
    ("about.when", &["when", "basis"]),
    ("archived", &["url", "on", "by"]),
    ("withdrawn", &["on", "note.*"]),
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
            let lacking = in_each(&dossier.languages, &path)
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
            let all = needs_of(path, value).into_iter();
            let all = all.flat_map(|key| in_each(languages, key));
            gaps.extend(
                all.filter(|key| at(value, key).is_null())
                    .map(|key| inside(&key)),
            );
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

/// What the part at a path needs, by what else it has.
fn needs_of(path: &str, value: &Value) -> Vec<&'static str> {
    let shape = shape(path);
    let part = PARTS.iter().find(|(known, _)| *known == shape);
    let mut needs: Vec<&str> = part.map_or(Vec::new(), |(_, needs)| needs.to_vec());
    let lacks = |keys: &[&str]| keys.iter().all(|key| value[key].is_null());
    match shape.as_str() {
        "quote.#.translation.#" if lacks(&["by", "source"]) => needs.push("by.*"),
        "figure.#" if lacks(&["low", "best", "high"]) => needs.push("best"),
        "about.when" if value["basis"] == "inferred" => needs.push("why.*"),
        _ => {}
    }
    needs
}

/// A path in each of the languages, if `*` stands for one.
fn in_each(languages: &[String], path: &str) -> Vec<String> {
    match path.contains('*') {
        true => languages
            .iter()
            .map(|lang| path.replace('*', lang))
            .collect(),
        false => vec![path.to_owned()],
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
