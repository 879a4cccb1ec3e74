//! What a button or menu carries: a verb and a question.

use std::fmt;
use std::str::FromStr;

use super::{NotAQuery, Query};

/// Most code points that Discord takes as the id of a button or menu
/// (<https://discord.com/developers/docs/components/reference>).
pub const CUSTOM_ID_MAX: usize = 100;

/// What pressing a button does with a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Shows its answer.
    Open,
}

/// What a button or menu carries: `open /troops view:denials`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Action {
    /// What to do.
    pub verb: Verb,
    /// With which question.
    pub query: Query,
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.verb {
            Verb::Open => write!(f, "open {}", self.query),
        }
    }
}

impl FromStr for Action {
    type Err = NotAQuery;

    fn from_str(text: &str) -> Result<Self, NotAQuery> {
        let query = text.strip_prefix("open ").ok_or(NotAQuery::Empty)?;
        Ok(Self {
            verb: Verb::Open,
            query: query.parse()?,
        })
    }
}
