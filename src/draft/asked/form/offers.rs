//! What is offered while a record is filled in: what the dossier has, as people know it.

use serde_json::Value;

use crate::draft::dossier::Dossier;
use crate::facts::date::Date;
use crate::phrases::Phrases;

/// A record that can be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub label: String,
    /// What tells it from others.
    pub detail: String,
}

/// The records of a kind, in the language of the words where they have it.
pub fn offers(dossier: &Dossier, kind: &'static str, words: &Phrases) -> Vec<Offer> {
    let of = |text: &Value| said(dossier, text, words);
    let offer = |id: String| {
        let record = dossier.get(kind, &id)?;
        let text = |key: &str| record[key].as_str().unwrap_or_default().to_owned();
        let date = |text: &Value| {
            let date = text.as_str()?.parse::<Date>().ok()?;
            Some(words.date(&date))
        };
        let (label, details) = match kind {
            "claim" => {
                let by = record["by"].as_array().into_iter().flatten();
                let speaker = |id: &Value| dossier.get("speaker", id.as_str()?);
                let names = by.filter_map(|id| Some(of(&speaker(id)?["name"])));
                let names: Vec<String> = names.collect();
                (
                    of(&record["text"]),
                    vec![
                        words.list(&names),
                        date(&record["said"]["when"]).unwrap_or_default(),
                    ],
                )
            }
            "source" => (
                text("title"),
                vec![
                    text("publisher"),
                    date(&record["issued"]).unwrap_or_default(),
                ],
            ),
            "topic" => (of(&record["title"]), vec![format!("/{id}")]),
            "measure" => (of(&record["name"]), vec![of(&record["unit"])]),
            _ => {
                let role = &record["roles"][0];
                (of(&record["name"]), vec![of(&role["title"])])
            }
        };
        let details: Vec<String> = details.into_iter().filter(|one| !one.is_empty()).collect();
        let detail = details.join(" · ");
        Some(Offer { id, label, detail })
    };
    dossier
        .all_ids(kind)
        .into_iter()
        .filter_map(offer)
        .collect()
}

/// A text in a language, or else in the first that it has.
fn said(dossier: &Dossier, text: &Value, words: &Phrases) -> String {
    let own = text[words.lang().code()].as_str();
    let mut all = dossier
        .languages
        .iter()
        .filter_map(|lang| text[lang].as_str());
    own.or_else(|| all.next()).unwrap_or_default().to_owned()
}
