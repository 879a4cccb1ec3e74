//! A source with its number, and its citation once somebody asks for it.

use std::sync::{Arc, OnceLock};

use crate::facts::{AddressKind, Lang, Source};

/// A numbered source.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The number, from 1, in order of first use in the answer.
    pub number: usize,
    /// The source.
    pub source: Arc<Source>,
    /// The citation, once it is asked for: of a long list few are shown.
    text: OnceLock<String>,
    /// What words it, and in which language.
    cite: (Cite, Lang),
}

/// Words a source as a citation in a language.
pub type Cite = fn(&Source, Lang) -> String;

impl Reference {
    /// A source with its number; `cite` words its citation once that is asked for.
    pub fn new(number: usize, source: Arc<Source>, cite: (Cite, Lang)) -> Self {
        Self {
            number,
            source,
            text: OnceLock::new(),
            cite,
        }
    }

    /// The citation in the answer's language. Only some styles include the address.
    pub fn text(&self) -> &str {
        let (cite, lang) = self.cite;
        self.text.get_or_init(|| cite(&self.source, lang))
    }

    /// The same reference with its citation in another style.
    #[must_use]
    pub fn cited_as(self, text: String) -> Self {
        let text = OnceLock::from(text);
        Self { text, ..self }
    }

    /// The address that a reader opens first, unless the citation contains it, as it does in some styles.
    pub fn untold_address(&self) -> Option<&str> {
        self.source.address().filter(|address| !self.tells(address))
    }

    /// The other address, if there are two and the citation does not contain it.
    pub fn untold_second(&self) -> Option<(AddressKind, &str)> {
        let second = self.source.second_address();
        second.filter(|(_, address)| !self.tells(address))
    }

    /// Whether the citation contains an address. The addresses of archives end with those of what they keep.
    fn tells(&self, address: &str) -> bool {
        let text = self.text();
        let mut places = text.match_indices(address);
        places.any(|(at, _)| !text.get(..at).is_some_and(|text| text.ends_with('/')))
    }
}
