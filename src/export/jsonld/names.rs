//! The names of nodes, and texts in the languages of a fact file.

use serde_json::{Value, json};

use crate::facts::{Facts, Lang, Languages, Text};

/// The names and languages of one fact file.
pub(super) struct Names<'a> {
    dossier: &'a str,
    pub(super) languages: &'a Languages,
}

impl<'a> Names<'a> {
    /// Those of a fact file.
    pub(super) fn of(facts: &'a Facts) -> Self {
        Self {
            dossier: &facts.dossier.id,
            languages: &facts.dossier.languages,
        }
    }

    /// The URN of a record.
    pub(super) fn urn(&self, kind: &str, id: &str) -> String {
        format!("urn:sumber:{}:{kind}:{id}", self.dossier)
    }

    /// A node that is described elsewhere.
    pub(super) fn reference(&self, kind: &str, id: &str) -> Value {
        json!({ "@id": self.urn(kind, id) })
    }

    /// A text in every language of the fact file.
    pub(super) fn text(&self, text: &Text) -> Value {
        self.in_languages(|lang| text.get(lang).to_owned())
    }

    /// A text made in every language of the fact file.
    pub(super) fn in_languages(&self, text: impl Fn(Lang) -> String) -> Value {
        let tagged = |lang: Lang| json!({ "@language": lang.code(), "@value": text(lang) });
        self.languages.iter().map(tagged).collect()
    }
}
