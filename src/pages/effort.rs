//! How much work the page at a path may be, so that `serve` can keep long work from delaying everything else.

use super::picture::EXTENSION;
use super::route::{Route, is_listed};
use crate::facts::Facts;

/// How much work a page may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// None: it is the same for everybody.
    Constant,
    /// As much as that of a listed page.
    Usual,
    /// Much more: any words can be searched for, and the sitemap counts the pages of every answer.
    Long,
}

impl Effort {
    /// The effort of the page or the picture at a path, which may have a query string.
    pub fn of(facts: &Facts, target: &str) -> Self {
        let (path, values) = target.split_once('?').unwrap_or((target, ""));
        let path = path.strip_suffix(EXTENSION).unwrap_or(path);
        match Route::parse(facts, path, values).0 {
            Route::Stylesheet | Route::Robots => Self::Constant,
            Route::Answer(_, query) if !is_listed(facts, &query) => Self::Long,
            Route::Sitemap => Self::Long,
            _ => Self::Usual,
        }
    }
}
