//! A reference rendered by hayagriva, in pieces, so that `csl` can change the date of publication.
//!
//! CSL cannot mark a date as inferred, and hayagriva cannot render a span; `csl` does both on these pieces.

use hayagriva::{BibliographyItem, ElemChild, ElemChildren, ElemMeta};

use super::fixups::ADDRESS;
use crate::facts::date::Day;

/// The year of access given to hayagriva for every source. hayagriva does not say which date it has rendered,
/// but no source is published in this year, so a date that contains it is the date of access.
pub(super) const YEAR_READ: i64 = 7777;

#[derive(Clone, Debug)]
enum Piece {
    Text(String),
    /// The date of publication, or a part of it if the style splits it.
    Date(String),
}

/// A rendered reference.
#[derive(Clone, Debug)]
pub(super) struct Pieces {
    /// The number before it, if the style has one.
    pub(super) number: Option<String>,
    pieces: Vec<Piece>,
}

impl Pieces {
    /// Takes apart a rendered reference; `accessed` is the source's real day of access.
    pub(super) fn new(item: &BibliographyItem, accessed: Option<Day>) -> Self {
        let mut pieces = Self {
            number: item.first_field.as_ref().map(|field| format!("{field:#}")),
            pieces: Vec::new(),
        };
        let year = accessed.map_or(String::new(), |day| day.year.to_string());
        pieces.gather(&item.content, &year);
        pieces
    }

    /// Every date of publication that the style prints.
    pub(super) fn dates_mut(&mut self) -> impl Iterator<Item = &mut String> {
        self.pieces.iter_mut().filter_map(|piece| match piece {
            Piece::Date(date) => Some(date),
            Piece::Text(_) => None,
        })
    }

    /// The whole text, without the number.
    pub(super) fn text(&self) -> String {
        let texts = self.pieces.iter().map(|piece| match piece {
            Piece::Text(text) | Piece::Date(text) => text.as_str(),
        });
        texts.collect()
    }

    fn gather(&mut self, children: &ElemChildren, year: &str) {
        for child in &children.0 {
            match child {
                ElemChild::Elem(elem) if elem.meta == Some(ElemMeta::Date) => {
                    let date = format!("{:#}", elem.children);
                    let read = YEAR_READ.to_string();
                    self.push(match date.contains(&read) {
                        true => Piece::Text(date.replace(&read, year)),
                        false => Piece::Date(date),
                    });
                }
                ElemChild::Elem(elem) => self.gather(&elem.children, year),
                ElemChild::Link { .. } => self.push(Piece::Text(ADDRESS.to_owned())),
                child => self.push(Piece::Text(format!("{child:#}"))),
            }
        }
    }

    /// Adds a piece. Parts of one date with only spaces and signs between them become one piece.
    fn push(&mut self, piece: Piece) {
        match (self.pieces.as_mut_slice(), piece) {
            ([.., Piece::Date(date), Piece::Text(between)], Piece::Date(rest))
                if !between.contains(|c: char| c.is_alphanumeric() || c == '.') =>
            {
                date.push_str(between);
                date.push_str(&rest);
                self.pieces.pop();
            }
            ([.., Piece::Date(text)], Piece::Date(more))
            | ([.., Piece::Text(text)], Piece::Text(more)) => text.push_str(&more),
            (_, piece) => self.pieces.push(piece),
        }
    }
}
