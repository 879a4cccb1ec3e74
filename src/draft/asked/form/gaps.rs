//! What a record still needs.

use serde_json::Value;

use crate::draft::asked::{asked, meaning};
use crate::draft::dossier::Dossier;

/// The keys that a record needs and does not have, each with its meaning.
pub(super) fn gaps(dossier: &Dossier, kind: &str, value: &Value) -> Vec<(String, String)> {
    let count = |list: &str| value[list].as_array().map_or(0, Vec::len);
    let mut gaps = Vec::new();
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
                given
                    .and_then(Value::as_str)
                    .is_some_and(|word| values.contains(&word))
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
            gaps.extend(lacking.map(|path| (path.clone(), meaning(kind, &path))));
        }
    }
    gaps
}

/// The value at a path, or null.
fn at<'v>(value: &'v Value, path: &str) -> &'v Value {
    let step = |value: &'v Value, step: &str| match step.parse::<usize>() {
        Ok(number) => &value[number],
        Err(_) => &value[step],
    };
    path.split('.').fold(value, step)
}
