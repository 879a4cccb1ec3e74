//! When several statements were made, in months: `in May 2024`, `between April and May 2025`.

use crate::facts::date::{Date, Day, Point, Shape};
use crate::phrases::Phrases;

/// The months, or years if no month is known, in which several statements were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::commands) struct Period {
    from: Point,
    /// `None` if the end is open.
    to: Option<Point>,
}

impl Period {
    /// The period from the first to the last of these dates; `None` if the beginning is unknown.
    pub(in crate::commands) fn of<'d>(
        dates: impl IntoIterator<Item = &'d Date, IntoIter: Clone>,
    ) -> Option<Self> {
        let dates = dates.into_iter();
        let by_month = dates.clone().all(has_months);
        let first = dates.clone().map(Date::earliest).min()??;
        let last = dates.clone().map(Date::latest);
        let last = last.reduce(|one, other| Some(one?.max(other?))).flatten();
        let doubtful = dates.clone().any(|date| date.shape().is_doubtful());
        let point = |day: Day| Point {
            year: day.year,
            month: by_month.then_some(day.month),
            day: None,
            doubtful,
            uncertain: false,
        };
        Some(Self {
            from: point(first),
            to: last.map(point),
        })
    }

    /// Whether it is one month.
    pub(in crate::commands) fn is_month(&self) -> bool {
        self.from.month.is_some() && self.to == Some(self.from)
    }

    /// The month in short, or the first and the last: `May 2024`, `Jan 2024 – May 2024`.
    pub(in crate::commands) fn short_name(&self, words: &Phrases) -> String {
        let from = words.short_point(self.from);
        match self.to {
            Some(to) if to == self.from => from,
            Some(to) => format!("{from} – {}", words.short_point(to)),
            None => words.format("since", &[("date", &from)]),
        }
    }

    /// The period in words.
    pub(in crate::commands) fn words(&self, words: &Phrases) -> String {
        let Some(to) = self.to else {
            return words.format("since", &[("date", &words.point(self.from))]);
        };
        if to == self.from {
            return words.format("lead-in", &[("date", &words.point(to))]);
        }
        let from = self.first(to, words);
        words.format("lead-between", &[("from", &from), ("to", &words.point(to))])
    }

    /// Its beginning, without the year if that is the year of its end.
    fn first(&self, to: Point, words: &Phrases) -> String {
        match self.from.month {
            Some(month) if to.year == self.from.year && !to.doubtful => words.month(month),
            _ => words.point(self.from),
        }
    }
}

fn has_months(date: &Date) -> bool {
    let (first, last) = date.shape().ends();
    let open = matches!(date.shape(), Shape::Since(_) | Shape::Until(_));
    first.month.is_some() && (open || last.is_none_or(|last| last.month.is_some()))
}
