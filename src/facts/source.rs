//! A source: a publication that carries claims.
//!
//! `cite` formats it as a citation.

use schemars::JsonSchema;
use serde::Serialize;

use super::Text;
use super::author::Author;
use super::date::{Date, Day};
use super::links::Links;
use super::vocabulary::Basis;

/// A publication that carries claims.
#[derive(Clone, Debug)]
pub struct Source {
    /// Permanent id.
    pub id: String,
    /// CSL item type.
    pub csl_type: String,
    /// Its title.
    pub title: String,
    /// Whether the title is the page's own.
    pub title_own: bool,
    /// Who wrote it, in its own order; empty if nobody is named.
    pub authors: Vec<Author>,
    /// Who published it.
    pub publisher: String,
    /// Publishers of one owner share a family.
    pub family: String,
    /// The agency whose text it carries.
    pub origin: Option<String>,
    /// The source of which it is a copy.
    pub mirror_of: Option<String>,
    /// When it was published, if known.
    pub issued: Option<Date>,
    /// Whether that date was printed or worked out.
    pub issued_basis: Basis,
    /// The day it, or a copy of it, was read; `None` if nobody read it.
    pub accessed: Option<Day>,
    /// Where it can be read; `http` or `https`.
    pub url: Option<String>,
    /// The copy that an archive keeps of what is at `url`.
    pub archived: Option<Archived>,
    /// The day on which it was found to be no longer at `url`.
    pub gone: Option<Day>,
    /// BCP 47 code.
    pub language: String,
    /// Whether it is in none of the languages of the facts.
    pub foreign: bool,
    /// File name of the archived text.
    pub archive: Option<String>,
    /// What a reader should know about it.
    pub note: Text,
    /// Its addresses as links.
    pub links: Links,
}

/// The copy of a source that an archive keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Archived {
    /// Where the copy can be read; `http` or `https`.
    pub url: String,
    /// The day on which it was made.
    pub on: Day,
    /// Who keeps it.
    pub by: String,
}

/// Which of a source's addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressKind {
    /// Where it was published.
    Original,
    /// Where an archive keeps a copy.
    Archived,
}

impl AddressKind {
    /// Its word, as in the keys of phrases.
    pub fn word(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Archived => "archived",
        }
    }
}

impl Source {
    /// The address that a reader opens first: that of the archived copy if the source is gone.
    pub fn address(&self) -> Option<&str> {
        self.addresses().next().map(|(_, address)| address)
    }

    /// The other address, if it has two.
    pub fn second_address(&self) -> Option<(AddressKind, &str)> {
        self.addresses().nth(1)
    }

    /// The address that a reader opens first, as it can stand in a link.
    pub fn link(&self) -> Option<&str> {
        self.nth_link(0)
    }

    /// The other address as it can stand in a link.
    pub fn second_link(&self) -> Option<(AddressKind, &str)> {
        let (kind, _) = self.second_address()?;
        Some((kind, self.nth_link(1)?))
    }

    fn nth_link(&self, at: usize) -> Option<&str> {
        self.links
            .nth(at, self.addresses().map(|(_, address)| address))
    }

    /// Its addresses, the one that a reader opens first at the beginning.
    pub fn addresses(&self) -> impl Iterator<Item = (AddressKind, &str)> {
        let original = self.url.as_deref();
        let original = original.map(|url| (AddressKind::Original, url));
        let archived = self.archived.as_ref();
        let archived = archived.map(|copy| (AddressKind::Archived, copy.url.as_str()));
        let both = match self.gone {
            Some(_) => [archived, original],
            None => [original, archived],
        };
        both.into_iter().flatten()
    }

    /// The first day on which it certainly counts as published, at the latest the day of review.
    pub(super) fn out(&self, reviewed: Day) -> Day {
        let issued = self.issued.as_ref().and_then(Date::latest);
        issued.map_or(reviewed, |issued| issued.min(reviewed))
    }

    /// The independent origin of its text: agency text counts as the agency, and the papers of one owner count as one.
    pub fn independent_origin(&self) -> &str {
        self.origin.as_deref().unwrap_or(&self.family)
    }
}
