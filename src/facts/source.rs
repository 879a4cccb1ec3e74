//! A source: a publication that carries claims.
//!
//! `cite` formats it as a citation.

use super::Text;
use super::author::Author;
use super::date::{Date, Day};
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
    /// BCP 47 code.
    pub language: String,
    /// File name of the archived text.
    pub archive: Option<String>,
    /// What a reader should know about it.
    pub note: Text,
}

impl Source {
    /// The independent origin of its text: agency text counts as the agency, and the papers of one owner count as one.
    pub fn independent_origin(&self) -> &str {
        self.origin.as_deref().unwrap_or(&self.family)
    }
}
