//! Styles on sources made up for the purpose: undated, untitled, doubtful, of every type.

use super::*;
use crate::facts::Text;
use crate::facts::date::Day;
use crate::facts::vocabulary::Basis;

/// A newspaper article of which everything is known.
pub(super) fn source() -> Source {
    Source {
        id: "kbs".into(),
        csl_type: "article-newspaper".into(),
        title: "NIS says so".into(),
        title_own: true,
        publisher: "KBS World".into(),
        family: "kbs".into(),
        origin: None,
        mirror_of: None,
        issued: "2024-10-18".parse().ok(),
        issued_basis: Basis::Stated,
        accessed: Day {
            year: 2026,
            month: 11,
            day: 23,
        },
        url: None,
        language: "en".into(),
        archive: None,
        note: Text::default(),
    }
}
