//! A reference as hayagriva sets it, in pieces: words, the date of publication, the day it was read, the address.
//!
//! CSL has no word for a date that was worked out, and hayagriva none for a span; both are put in here.

use hayagriva::{ElemChild, ElemChildren, ElemMeta};

use super::fixups;
use crate::facts::date::Shape;
use crate::facts::vocabulary::Basis;
use crate::facts::{Lang, Source};

/// The year in which every source is read as far as hayagriva knows: it does not say which date it has set,
/// and nothing was published then.
pub(super) const YEAR_READ: i64 = 7777;

/// A piece of a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Words(String),
    Issued(String),
    Read(String),
    Address,
}

/// A reference in pieces; its date of publication is one of them, however a style puts it together.
#[derive(Clone, Debug)]
pub(super) struct Pieces(Vec<Piece>);

impl Pieces {
    pub(super) fn of(number: Option<&ElemChild>, content: &ElemChildren) -> Self {
        let mut pieces = Vec::new();
        if let Some(number) = number {
            pieces.push(Piece::Words(format!("{number:#} ")));
        }
        gather(content, &mut pieces);
        Self(joined(pieces))
    }

    /// Makes the date a span to the date of another.
    pub(super) fn until(&mut self, to: &Self) {
        let ends: Vec<String> = to.issued().cloned().collect();
        let mut ends = ends.into_iter();
        self.reword(|from| match ends.next() {
            Some(to) if to != from => format!("{from}–{to}"),
            _ => from.to_owned(),
        });
    }

    /// Leaves the date's end open.
    pub(super) fn since(&mut self) {
        self.reword(|from| format!("{from}–"));
    }

    /// Leaves the date's beginning open.
    pub(super) fn before(&mut self) {
        self.reword(|to| format!("–{to}"));
    }

    /// The finished reference; `None` if title, publisher or address got lost.
    pub(super) fn finish(mut self, source: &Source, lang: Lang) -> Option<String> {
        if lang == Lang::Id {
            self.reword(fixups::day_first);
        }
        let doubtful = source
            .issued
            .as_ref()
            .is_some_and(|date| match date.shape() {
                Shape::At(point) | Shape::Since(point) | Shape::Until(point) => point.doubtful,
                Shape::Span(from, to) => from.doubtful || to.doubtful,
            });
        if doubtful {
            self.reword(|date| format!("{date}?"));
        }
        if doubtful || source.issued_basis == Basis::Inferred {
            self.reword(|date| format!("[{date}]"));
        }
        let year = source.accessed.map(|read| read.year.to_string());
        let year = year.unwrap_or_default();
        let parts = self.0.into_iter().map(|piece| match piece {
            Piece::Words(text) | Piece::Issued(text) => text,
            Piece::Read(text) => text.replace(&YEAR_READ.to_string(), &year),
            Piece::Address => fixups::ADDRESS.to_string(),
        });
        fixups::apply(&parts.collect::<String>(), source)
    }

    fn issued(&self) -> impl Iterator<Item = &String> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Issued(date) => Some(date),
            _ => None,
        })
    }

    fn reword(&mut self, mut word: impl FnMut(&str) -> String) {
        for piece in &mut self.0 {
            if let Piece::Issued(date) = piece {
                *date = word(date);
            }
        }
    }
}

fn gather(children: &ElemChildren, pieces: &mut Vec<Piece>) {
    for child in &children.0 {
        match child {
            ElemChild::Elem(elem) if elem.meta == Some(ElemMeta::Date) => {
                let date = format!("{:#}", elem.children);
                pieces.push(if date.contains(&YEAR_READ.to_string()) {
                    Piece::Read(date)
                } else {
                    Piece::Issued(date)
                });
            }
            ElemChild::Elem(elem) => gather(&elem.children, pieces),
            ElemChild::Link { .. } => pieces.push(Piece::Address),
            child => pieces.push(Piece::Words(format!("{child:#}"))),
        }
    }
}

/// Pieces of one date, with nothing but signs and spaces between them, become one.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (joined.as_mut_slice(), &piece) {
            ([.., Piece::Issued(date), Piece::Words(between)], Piece::Issued(rest))
                if !between.contains(char::is_alphanumeric) && !between.contains('.') =>
            {
                date.push_str(between);
                date.push_str(rest);
                joined.pop();
            }
            ([.., Piece::Issued(date)], Piece::Issued(rest)) => date.push_str(rest),
            ([.., Piece::Words(text)], Piece::Words(more)) => text.push_str(more),
            _ => joined.push(piece),
        }
    }
    joined
}
