//! The form of the preview, with all of the shipped facts in it.

use serde_json::Value;
use sumber::draft::Dossier;
use sumber::draft::form::{Record, check, offers};
use sumber::facts::Lang;
use sumber::facts::date::Day;
use sumber::phrases::Phrases;

/// A form with every record of the kinds that have one, each changed by a function.
fn form(dossier: &Dossier, change: impl Fn(&mut Value)) -> Vec<Record> {
    let mut records = Vec::new();
    for kind in ["claim", "source", "speaker"] {
        for offer in offers(dossier, kind, Phrases::of(Lang::En)) {
            let before = dossier.get(kind, &offer.id).unwrap().clone();
            let mut value = before.clone();
            change(&mut value);
            records.push(Record {
                key: offer.id,
                kind,
                value,
                before: Some(before),
            });
        }
    }
    records
}

#[test]
fn a_form_changes_nothing_but_what_somebody_changes() {
    let dossier = Dossier::read(sumber::shipped::parts(), None).unwrap();
    let today = Day {
        year: 2030,
        month: 1,
        day: 1,
    };
    let same = check(&dossier, &form(&dossier, |_| {}), today);
    assert!(!same.is_wrong(), "{:?}", same.told);
    assert!(same.edits.is_empty() && same.facts.is_some());

    // Every title, name and sentence gets a word more.
    let longer = |value: &mut Value| {
        for key in ["title", "name", "text"] {
            let text = match value.get_mut(key) {
                Some(Value::Object(texts)) => texts.values_mut().next(),
                other => other,
            };
            if let Some(Value::String(text)) = text {
                text.push_str(" indeed");
            }
        }
    };
    let records = form(&dossier, longer);
    let changed = check(&dossier, &records, today);
    assert!(!changed.is_wrong(), "{:?}", changed.told);
    // However its quotation marks are written.
    let value = |line: &str| line.parse::<toml::Table>().unwrap().to_string();
    let mut lines = 0;
    for edit in &changed.edits {
        let part = dossier
            .parts
            .iter()
            .find(|part| part.name == edit.file)
            .unwrap();
        assert_eq!(
            part.text.lines().count(),
            edit.text.lines().count(),
            "{}",
            edit.file
        );
        for (before, after) in part.text.lines().zip(edit.text.lines()) {
            if before != after {
                assert_eq!(value(after).replace(" indeed", ""), value(before));
                lines += 1;
            }
        }
    }
    assert_eq!(lines, records.len());
}
