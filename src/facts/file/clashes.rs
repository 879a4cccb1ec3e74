//! What several dossiers have in common and cannot share: their own ids, and the ids of topics, which are commands.

use std::collections::BTreeMap;

use super::Part;
use super::diagnostics::{Diagnostics, record_name, shown};
use super::shape::{Placed, Written, read_records};
use crate::facts::known_language;
use crate::facts::problem::Problem;
use crate::facts::written::{At, Identified};

/// Ids that no dossier may have beside others, because the bot's own pages and routes are there. Those that are the code
/// of a language are taken as well.
const RESERVED: [&str; 6] = [
    "404",
    "healthz",
    "interactions",
    "metrics",
    "preview",
    "readyz",
];

/// Where each id was first given: `topic ferry` at `facts.toml:3:6`.
type Places = BTreeMap<String, String>;

/// For each of some dossiers, given by their parts, what clashes with those before it: an error if it has the same id or
/// one that is kept for the bot, a warning for each topic with the same id. None for a dossier alone.
pub fn clashes(dossiers: &[&[Part]]) -> Vec<Vec<Problem>> {
    if dossiers.len() < 2 {
        return vec![Vec::new(); dossiers.len()];
    }
    let mut places = Places::new();
    dossiers
        .iter()
        .map(|parts| {
            let written = read_records(parts, &mut Diagnostics::new(parts));
            let mut diagnostics = Diagnostics::new(parts);
            compare(&written, &mut places, &mut diagnostics);
            diagnostics.finish()
        })
        .collect()
}

/// Reports the ids of a dossier that are taken, and takes the others.
fn compare(written: &Written, places: &mut Places, diagnostics: &mut Diagnostics<'_>) {
    let Some(dossier) = &written.dossier else {
        return;
    };
    let id = &dossier.id;
    if let Some(first) = taken(dossier, id, places, diagnostics) {
        let what = format!("the dossier {} is already at {first}", shown(id));
        let help = "give this one another id; until then it is left out.";
        dossier.record(diagnostics).error(id.span(), what, help);
        return;
    }
    if RESERVED.contains(&id.as_str()) || known_language(id).is_ok() {
        let what = format!("{} is kept for the bot’s own pages", shown(id));
        let help = "give the dossier another id.";
        dossier.record(diagnostics).error(id.span(), what, help);
    }
    for topic in &written.topic {
        if let Some(first) = taken(topic, &topic.id, places, diagnostics) {
            let what = format!("/{} is already the topic at {first}", *topic.id);
            let help = "give one of the two another id; until then this one is asked with /topic.";
            topic.record(diagnostics).warn(topic.id.span(), what, help);
        }
    }
}

/// Where the id of a record was given before; else it is given here.
fn taken<T: Identified>(
    record: &Placed<T>,
    id: &At<String>,
    places: &mut Places,
    diagnostics: &Diagnostics<'_>,
) -> Option<String> {
    let name = record_name(T::KIND, id);
    let first = places.get(&name).cloned();
    if first.is_none() {
        places.insert(name, diagnostics.place(record.part, &id.span()));
    }
    first
}
