//! An item of a bibliography, whatever its format, and the id that it gets as a source.

use std::collections::BTreeSet;
use std::ops::Range;

use serde_json::Value;

use super::dossier::Dossier;
use super::name::kebab;
use super::original::Place;

/// A text of an item, and where it stands.
pub(super) type Found = (String, Range<usize>);

/// An author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// A family name and given names, which may be empty.
    Person(String, String),
    /// The name of an institution.
    Institution(String),
}

impl Name {
    /// A name that its format does not take apart: of one word it is a person's, of several an institution's.
    pub(super) fn whole(name: &str) -> Self {
        match name.contains(' ') {
            true => Self::Institution(name.to_owned()),
            false => Self::Person(name.to_owned(), String::new()),
        }
    }
}

/// An item: what its format says, each with its place.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) place: Place,
    pub(super) id: Option<Found>,
    /// Its type in CSL words.
    pub(super) csl_type: Option<Found>,
    pub(super) title: Option<Found>,
    /// Who published it, by the most particular of the fields that say so.
    pub(super) publisher: Option<Found>,
    pub(super) authors: Vec<(Name, Range<usize>)>,
    pub(super) issued: Option<Found>,
    /// Whether the date was worked out.
    pub(super) is_inferred: bool,
    pub(super) accessed: Option<Found>,
    pub(super) url: Option<Found>,
    pub(super) language: Option<Found>,
    /// Whether it is a page, which says of itself what it says.
    pub(super) is_page: bool,
}

impl Item {
    /// An item of which nothing is known yet.
    pub(super) fn new(place: Place) -> Self {
        Self {
            place,
            id: None,
            csl_type: None,
            title: None,
            publisher: None,
            authors: Vec::new(),
            issued: None,
            is_inferred: false,
            accessed: None,
            url: None,
            language: None,
            is_page: false,
        }
    }

    /// Whether the dossier has the source: one with its address, or one with an id that the item may have been given and
    /// the same title, publisher and date.
    pub(super) fn is_in(&self, dossier: &Dossier) -> bool {
        let url = self.url.as_ref().map(|(url, _)| url.as_str());
        if url.is_some_and(|url| dossier.source_at(url).is_some()) {
            return true;
        }
        let wanted = self.wanted();
        let ids = dossier.all_ids("source");
        // The item's own id stays: what is there under it may be updated.
        let mut made = ids.iter().filter(|id| {
            let number = id.strip_prefix(numbered(&wanted).as_str());
            let again = number.is_some_and(|number| number.parse::<usize>().is_ok());
            (**id == wanted && wanted != text(&self.id)) || again
        });
        made.any(|id| {
            let there = dossier.get("source", id).unwrap_or(&Value::Null);
            let same = |key: &str, found: &Option<Found>| {
                there[key].as_str().unwrap_or_default() == text(found)
            };
            let title = text(&self.title);
            let bare = supplied(&title).unwrap_or(&title);
            let titled = !bare.is_empty() && there["title"].as_str() == Some(bare);
            titled && same("publisher", &self.publisher) && same("issued", &self.issued)
        })
    }

    /// The id that the item should have as a source; if its own cannot be that, one made from its publisher and date.
    fn wanted(&self) -> String {
        let own = text(&self.id);
        let kept = kebab(&own);
        let wanted = match own.contains("://")
            || kept.is_empty()
            || kept.chars().all(|one| one.is_ascii_digit())
        {
            true => kebab(&format!("{} {}", text(&self.publisher), text(&self.issued))),
            false => kept,
        };
        match wanted.is_empty() {
            true => kebab(
                &text(&self.url)
                    .replace("https://", "")
                    .replace("http://", ""),
            ),
            false => wanted,
        }
    }

    /// The id of the item, which no other source has.
    pub(super) fn source_id(&self, taken: &mut BTreeSet<String>) -> Option<(String, Place)> {
        let (own, wanted) = (text(&self.id), self.wanted());
        if wanted.is_empty() {
            return None;
        }
        let mut id = wanted.clone();
        let mut number = 2;
        // The item's own id stays, so that the same item is known again; made ones are told apart.
        while id != own && taken.contains(&id) {
            id = format!("{}{number}", numbered(&wanted));
            number += 1;
        }
        taken.insert(id.clone());
        let place = self
            .id
            .as_ref()
            .map(|(_, span)| self.place.within(span.clone()));
        Some((id, place.unwrap_or_else(|| self.place.clone())))
    }
}

/// The text of what was found, or nothing.
fn text(found: &Option<Found>) -> String {
    let text = found.as_ref().map(|(text, _)| text.clone());
    text.unwrap_or_default()
}

/// The title without the square brackets of one that was supplied.
pub(super) fn supplied(title: &str) -> Option<&str> {
    title.strip_prefix('[')?.strip_suffix(']')
}

/// How an id begins that ends with a number.
fn numbered(id: &str) -> String {
    let short: String = id.chars().take(44).collect();
    format!("{}-", short.trim_end_matches('-'))
}
