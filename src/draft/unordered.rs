//! The dates of a table of which nobody knows whether the day stands first.

use super::cells::Filled;
use super::original::{Original, Place};
use crate::facts::problem::Problem;

/// Such dates: told once, because one word settles all.
#[derive(Default)]
pub(super) struct Unordered {
    first: Option<(Place, String, String)>,
    count: usize,
}

impl Unordered {
    /// One more such date, with its day first and with its month first.
    pub(super) fn add(&mut self, cell: &Filled<'_>, one: &str, other: &str) {
        self.count += 1;
        if self.first.is_none() {
            let what = format!("“{}” is {one} or {other}", cell.text);
            self.first = Some((cell.place.clone(), what, one.to_owned()));
        }
    }

    /// The problem at the first of them.
    pub(super) fn problem(&self, original: &Original) -> Option<Problem> {
        let (place, what, one) = self.first.as_ref()?;
        let what = match self.count - 1 {
            0 => what.clone(),
            1 => format!("{what}, and 1 more date of this table can be read in two ways"),
            more => format!("{what}, and {more} more dates of this table can be read in two ways"),
        };
        let help = format!(
            "import it with --dates day-first or --dates month-first, or write dates as {one}."
        );
        Some(original.error(place, what, help))
    }
}
