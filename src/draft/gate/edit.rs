//! Drafts into the files of a fact file; comments and the order of what is there stay.

use std::collections::BTreeMap;

use serde_json::Value;
use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value as Inline};

use crate::draft::dossier::{Dossier, KINDS};
use crate::draft::record::{Draft, inline, plain, plain_table, plain_value, within};

/// A file that changes, or a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Its path.
    pub file: String,
    /// All of its text.
    pub text: String,
}

/// Why files were not written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotWritten {
    /// One of them has changed since it was read.
    #[error("a file has changed meanwhile, and nothing was written; try again")]
    Changed,
    /// In one line.
    #[error("{0}")]
    Failed(String),
}

/// The files that change when drafts are written. `None` if one cannot take them: it holds records of that kind in
/// another form. A record that is there becomes a `whole` draft; otherwise what the draft does not say stays.
pub(super) fn edits(dossier: &Dossier, drafts: &[Draft], whole: bool) -> Option<Vec<Edit>> {
    let mut files: BTreeMap<String, Vec<&Draft>> = BTreeMap::new();
    for draft in drafts {
        files.entry(file(dossier, draft)).or_default().push(draft);
    }
    let edit = |(file, drafts): (String, Vec<&Draft>)| {
        let part = dossier.parts.iter().find(|part| part.name == file);
        let before = part.map_or("", |part| part.text.as_str());
        let text = written(before, &drafts, whole)?;
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

fn written(before: &str, drafts: &[&Draft], whole: bool) -> Option<String> {
    let mut document = before.parse::<DocumentMut>().ok()?;
    let mut there: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for kind in KINDS {
        let records = document.get(kind).and_then(Item::as_array_of_tables);
        for (number, table) in records.into_iter().flatten().enumerate() {
            let id = table.get("id").and_then(Item::as_str).unwrap_or_default();
            there.insert((kind, id.to_owned()), number);
        }
    }
    let is_bare = document.is_empty();
    let mut head = there.is_empty().then(|| taken_trailing(&mut document));
    for draft in drafts {
        let records = document.entry(draft.kind);
        let records = records.or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
        let records = records.as_array_of_tables_mut()?;
        let number = there.get(&(draft.kind, draft.id().to_owned()));
        match number.and_then(|number| records.get_mut(*number)) {
            Some(table) => update(table, draft.table(), whole),
            None => {
                let mut table = draft.table();
                if let Some(head) = head.take() {
                    table.decor_mut().set_prefix(format!("{head}\n"));
                }
                records.push(table);
            }
        }
    }
    let text = document.to_string();
    Some(match is_bare {
        true => text.trim_start().to_owned(),
        false => text,
    })
}

/// Takes the comments at the end of a file without records, so that they can stand above the first of them.
fn taken_trailing(document: &mut DocumentMut) -> String {
    let comments = document.trailing().as_str().unwrap_or_default().trim_end();
    let comments = match comments {
        "" => String::new(),
        comments => format!("{comments}\n"),
    };
    document.set_trailing("");
    comments
}

/// Gives a table the values of another; its own order and comments stay, and so do its other keys, unless the other one is
/// the `whole` record.
fn update(table: &mut Table, new: Table, whole: bool) {
    if whole {
        table.retain(|key, _| new.contains_key(key));
    }
    for (key, item) in new {
        let Some(old) = table.get_mut(&key) else {
            table.insert(&key, item);
            continue;
        };
        let value = plain(&item);
        if plain(old) == value {
            continue;
        }
        match (old, item) {
            (Item::Table(old), Item::Table(new)) => update(old, new, whole),
            (Item::Value(Inline::InlineTable(old)), _) => update_inline(old, &value, whole),
            (Item::ArrayOfTables(old), Item::ArrayOfTables(new)) => update_each(old, new, whole),
            (Item::Value(old), Item::Value(mut new)) => {
                *new.decor_mut() = old.decor().clone();
                *old = new;
            }
            (old, item) => *old = item,
        }
    }
}

/// The same for a table between braces.
fn update_inline(table: &mut InlineTable, new: &Value, whole: bool) {
    if whole {
        table.retain(|key, _| !new[key].is_null());
    }
    for (key, value) in new.as_object().into_iter().flatten() {
        match table.get_mut(key) {
            Some(Inline::InlineTable(old)) if value.is_object() => update_inline(old, value, whole),
            Some(old) if plain_value(old) == *value => {}
            Some(old) => {
                let mut new = inline(value);
                *new.decor_mut() = old.decor().clone();
                *old = new;
            }
            None => drop(table.insert(key, within(value))),
        }
    }
}

/// The same for records below one: each new one continues the old one that says the same, else the one of the same thing,
/// else the first that is left.
fn update_each(old: &mut ArrayOfTables, new: ArrayOfTables, whole: bool) {
    let there: Vec<Value> = old.iter().map(plain_table).collect();
    let wanted: Vec<Value> = new.iter().map(plain_table).collect();
    let mut continued: Vec<Option<usize>> = vec![None; wanted.len()];
    let fits: [fn(&Value, &Value) -> bool; 3] = [|old, new| old == new, is_of_same, |_, _| true];
    for fits in fits {
        for (number, record) in wanted.iter().enumerate() {
            if continued.get(number).copied().flatten().is_none() {
                let free = (0..)
                    .zip(&there)
                    .find(|(number, old)| !continued.contains(&Some(*number)) && fits(old, record));
                if let Some(slot) = continued.get_mut(number) {
                    *slot = free.map(|(number, _)| number);
                }
            }
        }
    }
    for (record, continued) in new.into_iter().zip(&continued) {
        match continued.and_then(|number| old.get_mut(number)) {
            Some(table) => update(table, record, whole),
            None => old.push(record),
        }
    }
    if whole {
        for number in (0..there.len())
            .rev()
            .filter(|number| !continued.contains(&Some(*number)))
        {
            old.remove(number);
        }
    }
}

/// Whether two records below one are about the same: a source, another claim, a measure, words or a language.
fn is_of_same(old: &Value, new: &Value) -> bool {
    let keys = ["source", "to", "measure", "words", "lang"];
    keys.iter()
        .any(|key| !old[key].is_null() && old[key] == new[key])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::draft::original::Place;
    use crate::facts::file::Part;

    const BEFORE: &str = r#"# The first line.
[[claim]] # of the mayor
id = "a"
# Who says it.
by = [
  "ina", # the mayor
]
said = { when = "2024-05-02", basis = "stated" } # as printed
text.en = "One."
via.en = "at home"

# The newspaper.
[[claim.evidence]]
source = "gazette"
role = "origin"

# The radio.
[[claim.evidence]]
source = "radio"
role = "part"
note.en = "The day."

# The end.
"#;

    /// The file after a claim has become another one.
    fn after(value: Value, whole: bool) -> String {
        let part = Part {
            name: "a.toml".to_owned(),
            text: BEFORE.to_owned(),
        };
        let dossier = Dossier::read(vec![part], None).unwrap();
        let place = Place {
            span: 0..0,
            label: "".into(),
        };
        let mut draft = Draft::new("claim", place);
        draft.value = value;
        edits(&dossier, &[draft], whole).unwrap().remove(0).text
    }

    fn claim() -> Value {
        json!({
            "id": "a", "by": ["ina"], "said": { "when": "2024-05-02", "basis": "stated" },
            "text": { "en": "One." }, "via": { "en": "at home" },
            "evidence": [
                { "source": "gazette", "role": "origin" },
                { "source": "radio", "role": "part", "note": { "en": "The day." } },
            ],
        })
    }

    #[test]
    fn what_is_the_same_stays_as_it_is_written() {
        assert_eq!(after(claim(), true), BEFORE);
    }

    #[test]
    fn a_change_touches_its_own_value_only() {
        let mut value = claim();
        value["said"]["when"] = json!("2024-05-03");
        value["text"]["en"] = json!("Two.");
        let expected = BEFORE
            .replace("2024-05-02", "2024-05-03")
            .replace("One.", "Two.");
        assert_eq!(after(value, true), expected);
    }

    #[test]
    fn what_is_left_out_goes_from_a_whole_record_only() {
        let mut value = claim();
        value.as_object_mut().unwrap().remove("via");
        value["evidence"].as_array_mut().unwrap().remove(0);
        assert_eq!(after(value.clone(), false), BEFORE);
        let text = after(value, true);
        assert!(
            !text.contains("via.en") && !text.contains("gazette"),
            "{text}"
        );
        for kept in [
            "# The first line.",
            "# the mayor",
            "# as printed",
            "# The radio.",
            "# The end.",
        ] {
            assert!(text.contains(kept), "{kept}: {text}");
        }
    }

    #[test]
    fn a_new_member_stands_behind_those_that_are_there() {
        let mut value = claim();
        let more = json!({ "source": "letter", "role": "confirms" });
        value["evidence"].as_array_mut().unwrap().push(more);
        let text = after(value, true);
        let more = "note.en = \"The day.\"\n\n[[claim.evidence]]\nsource = \"letter\"\nrole = \"confirms\"\n";
        assert!(text.contains(more), "{text}");
    }
}
