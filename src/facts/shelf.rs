//! The dossiers of one bot: one or several, each with facts of its own.

use std::sync::Arc;

use super::{Facts, Languages, Text, fingerprint};

/// The dossiers of one bot, in their order; at least one, and no id twice.
#[derive(Clone, Debug)]
pub struct Shelf {
    first: Arc<Facts>,
    others: Vec<Arc<Facts>>,
    languages: Languages,
}

impl Shelf {
    /// A shelf of these dossiers; of those with the same id, the first. `None` if there is none.
    pub fn new(dossiers: impl IntoIterator<Item = Arc<Facts>>) -> Option<Self> {
        let mut dossiers = dossiers.into_iter();
        let mut shelf = Self::from(dossiers.next()?);
        for facts in dossiers {
            if shelf.get(&facts.dossier.id).is_none() {
                shelf.languages.add(&facts.dossier.languages);
                shelf.others.push(facts);
            }
        }
        Some(shelf)
    }

    /// Each dossier, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Facts>> + Clone {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// The first dossier.
    pub fn first(&self) -> &Arc<Facts> {
        &self.first
    }

    /// The only dossier; `None` if there are several, so that an answer has to say from which it is.
    pub fn only(&self) -> Option<&Arc<Facts>> {
        self.others.is_empty().then_some(&self.first)
    }

    /// The dossier with this id.
    pub fn get(&self, id: &str) -> Option<&Arc<Facts>> {
        self.iter().find(|facts| facts.dossier.id == id)
    }

    /// 16 hexadecimal digits computed from the texts of all dossiers: of one, its own revision.
    pub fn revision(&self) -> String {
        if let Some(only) = self.only() {
            return only.revision.clone();
        }
        let bytes = self.iter().flat_map(|facts| facts.revision.bytes());
        format!("{:016x}", fingerprint(bytes))
    }

    /// The titles of all dossiers together, in each language.
    pub fn title(&self) -> Text {
        let all = |lang| {
            let titles = self.iter().map(|facts| facts.dossier.title.get(lang));
            (lang, titles.collect::<Vec<_>>().join(" · "))
        };
        self.languages.iter().map(all).collect()
    }

    /// The languages of all dossiers, each once; those of the first dossier come first.
    pub fn languages(&self) -> &Languages {
        &self.languages
    }
}

impl From<Arc<Facts>> for Shelf {
    fn from(facts: Arc<Facts>) -> Self {
        Self {
            languages: facts.dossier.languages.clone(),
            first: facts,
            others: Vec::new(),
        }
    }
}

impl From<Facts> for Shelf {
    fn from(facts: Facts) -> Self {
        Arc::new(facts).into()
    }
}
