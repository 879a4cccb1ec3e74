//! Drafts into the files of a fact file; comments and the order of what is there stay.

use std::collections::BTreeMap;

use serde_json::Value;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

use super::dossier::{Dossier, KINDS};
use super::record::Draft;

/// A file that changes, or a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Its path.
    pub file: String,
    /// All of its text.
    pub text: String,
}

/// The files that change when drafts are written. `None` if one cannot take them: it holds records of that kind in
/// another form.
pub(super) fn edits(dossier: &Dossier, drafts: &[Draft]) -> Option<Vec<Edit>> {
    let mut files: BTreeMap<String, Vec<&Draft>> = BTreeMap::new();
    for draft in drafts {
        files.entry(file(dossier, draft)).or_default().push(draft);
    }
    let edit = |(file, drafts): (String, Vec<&Draft>)| {
        let part = dossier.parts.iter().find(|part| part.name == file);
        let before = part.map_or("", |part| part.text.as_str());
        let text = written(before, &drafts)?;
        Some(Edit { file, text })
    };
    files.into_iter().map(edit).collect()
}

/// The file that a draft goes into: where it is already, else behind the last of its kind, for claims of its topic.
fn file(dossier: &Dossier, draft: &Draft) -> String {
    let main = |record: &Value| record["topics"][0].as_str().unwrap_or_default().to_owned();
    let topic = main(&draft.value);
    let claim = draft.kind == "claim";
    let known = dossier
        .part_of(draft.kind, draft.id())
        .or_else(|| dossier.last_part(draft.kind, |record| !claim || main(record) == topic));
    let first = || Some(dossier.parts.first()?.name.clone());
    let known = known.and_then(|part| Some(dossier.parts.get(part)?.name.clone()));
    let name = match draft.kind {
        "claim" => &topic,
        kind => &format!("{kind}s"),
    };
    let folder = dossier.folder.as_ref();
    known
        .or_else(|| folder.map(|folder| format!("{folder}{name}.toml")))
        .or_else(first)
        .unwrap_or_default()
}

fn written(before: &str, drafts: &[&Draft]) -> Option<String> {
    let mut document = before.parse::<DocumentMut>().ok()?;
    let mut there: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for kind in KINDS {
        let records = document.get(kind).and_then(Item::as_array_of_tables);
        for (number, table) in records.into_iter().flatten().enumerate() {
            let id = table.get("id").and_then(Item::as_str).unwrap_or_default();
            there.insert((kind, id.to_owned()), number);
        }
    }
    for draft in drafts {
        let records = document.entry(draft.kind);
        let records = records.or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
        let records = records.as_array_of_tables_mut()?;
        let number = there.get(&(draft.kind, draft.id().to_owned()));
        match number.and_then(|number| records.get_mut(*number)) {
            Some(table) => update(table, draft.table()),
            None => records.push(draft.table()),
        }
    }
    let text = document.to_string();
    Some(match before {
        "" => text.trim_start().to_owned(),
        _ => text,
    })
}

/// Gives a table the values of another; its own order, comments and other keys stay.
fn update(table: &mut Table, new: Table) {
    for (key, item) in new {
        match (table.get_mut(&key), item) {
            (Some(Item::Table(old)), Item::Table(new)) => update(old, new),
            (Some(Item::Value(old)), Item::Value(mut new)) => {
                *new.decor_mut() = old.decor().clone();
                *old = new;
            }
            (Some(Item::ArrayOfTables(old)), Item::ArrayOfTables(new)) => {
                let kept = old.len().min(new.len());
                for (number, one) in new.into_iter().enumerate() {
                    match old.get_mut(number) {
                        Some(table) if number < kept => update(table, one),
                        _ => old.push(one),
                    }
                }
            }
            (_, item) => {
                table.insert(&key, item);
            }
        }
    }
}
