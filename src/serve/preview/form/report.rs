//! What the page gets of the form, as JSON.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::draft::Dossier;
use crate::draft::form::{self, Checked, Record};
use crate::phrases::Phrases;
use crate::serve::preview::problems::problem_json;

/// The kinds of records that can be named.
const OFFERED: [&str; 5] = ["topic", "speaker", "source", "measure", "claim"];

/// What is offered while somebody fills in a form.
pub(super) fn offered(dossier: &Dossier, words: &Phrases) -> Value {
    let one = |one: form::Offer| json!({ "id": one.id, "label": one.label, "detail": one.detail });
    let all = |kind| form::offers(dossier, kind, words).into_iter().map(one);
    let offers: BTreeMap<&str, Value> = OFFERED
        .into_iter()
        .map(|kind| (kind, all(kind).collect()))
        .collect();
    json!({
        "languages": dossier.languages,
        "offers": offers,
        "publishers": dossier.values("source", "publisher"),
        "source_languages": dossier.values("source", "language"),
    })
}

/// What the checker says of a form, as JSON for the page.
pub(super) fn report(checked: &Checked, records: &[Record], words: &Phrases) -> Value {
    let key = |number: usize| records.get(number).map(|record| record.key.as_str());
    let told = checked.told.iter().map(|told| {
        let mut problem = problem_json(&told.problem);
        problem["key"] = json!(key(told.record));
        problem["path"] = json!(told.path);
        problem["gap"] = json!(told.is_gap);
        problem
    });
    let suggested = checked
        .suggested
        .iter()
        .map(|one| json!({ "key": key(one.record), "path": one.path, "value": one.value }));
    let dates = records.iter().flat_map(|record| {
        let readings = form::readings(&record.value, words).into_iter();
        readings.map(|one| {
            json!({ "key": record.key, "path": one.path, "words": one.words, "meant": one.meant })
        })
    });
    json!({
        "problems": told.collect::<Value>(),
        "suggested": suggested.collect::<Value>(),
        "dates": dates.collect::<Value>(),
        "ids": checked.ids,
        "wrong": checked.is_wrong(),
        "changes": !checked.edits.is_empty(),
        "written": written(checked),
    })
}

/// Where each record stands, once it is written.
pub(super) fn written(checked: &Checked) -> Value {
    let one = |one: &form::Written| json!({ "kind": one.kind, "id": one.id, "file": one.file, "line": one.line });
    checked.written.iter().map(one).collect()
}
