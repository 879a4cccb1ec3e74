//! Dates as the sources give them: EDTF, with the precision kept and calendar bounds.
//!
//! A month stays a month and never becomes its first day. `phrases` puts dates into words.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use edtf_core::{Bound, Edtf, IntervalEndpoint};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

/// A calendar day, ordered in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year, as in EDTF (astronomical).
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date", "description": "A calendar day: 2024-05-02." })
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "description": "A date in EDTF, at its own precision: 2024-05-02, 2024-05, 2024-05-08/2024-05-13." })
    }
}

/// One point in time at the precision it is known to: a year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The year.
    pub year: i64,
    /// 1 to 12, if known.
    pub month: Option<u8>,
    /// 1 to 31, if known.
    pub day: Option<u8>,
    /// Marked `~` or `?` in EDTF: about then, or perhaps then.
    pub doubtful: bool,
    /// Marked `?`: perhaps then. It is doubtful as well.
    pub uncertain: bool,
}

impl Point {
    /// The first day of it, as year, month and day.
    fn starts(self) -> (i64, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }
}

impl From<Day> for Point {
    fn from(day: Day) -> Self {
        Self {
            year: day.year,
            month: Some(day.month),
            day: Some(day.day),
            doubtful: false,
            uncertain: false,
        }
    }
}

/// The form of a [`Date`], for putting it into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One day, month or year.
    At(Point),
    /// From one point to another, both included.
    Span(Point, Point),
    /// Since a point, still going on or its end unknown.
    Since(Point),
    /// Until a point, its beginning unknown.
    Until(Point),
}

impl Shape {
    /// Its first point, and its last if that is another one.
    pub fn ends(self) -> (Point, Option<Point>) {
        match self {
            Self::Span(first, last) => (first, Some(last)),
            Self::At(point) | Self::Since(point) | Self::Until(point) => (point, None),
        }
    }

    /// Whether any of its points is doubtful.
    pub fn is_doubtful(self) -> bool {
        let (first, last) = self.ends();
        first.doubtful || last.is_some_and(|last| last.doubtful)
    }
}

/// Whether a date had come by a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Every day it may mean had come.
    Yes,
    /// Some of the days it may mean had come.
    Perhaps,
    /// None had.
    No,
}

/// A date or span of dates in EDTF (ISO 8601-2), levels 0 and 1 without unspecified digits.
///
/// Dates of different precision have no total order, so this type has none:
/// compare its [`earliest`](Date::earliest) and [`latest`](Date::latest) days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    written: String,
    shape: Shape,
    earliest: Option<Day>,
    latest: Option<Day>,
}

impl Date {
    /// As it is written in the fact file, in EDTF.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The first day it may mean; `None` if its beginning is open.
    pub fn earliest(&self) -> Option<Day> {
        self.earliest
    }

    /// The last day it may mean; `None` if its end is open.
    pub fn latest(&self) -> Option<Day> {
        self.latest
    }

    /// Its parts, for putting it into words.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// The point at which it begins, or at which it ends if its beginning is unknown.
    pub fn beginning(&self) -> Point {
        let (Shape::At(from) | Shape::Span(from, _) | Shape::Since(from) | Shape::Until(from)) =
            self.shape;
        from
    }

    /// Whether it had come by the end of `day`.
    pub fn by(&self, day: Day) -> By {
        if self.latest.is_some_and(|latest| latest <= day) {
            By::Yes
        } else if self.earliest.is_none_or(|earliest| earliest <= day) {
            By::Perhaps
        } else {
            By::No
        }
    }

    /// Whether it may fall between two days, both included. Without one of them, that side has no bound.
    pub fn within(&self, from: Option<Day>, to: Option<Day>) -> bool {
        let after = from.is_none_or(|from| self.latest.is_none_or(|day| day >= from));
        let before = to.is_none_or(|to| self.earliest.is_none_or(|day| day <= to));
        after && before
    }

    /// The sort key for order in time: the first day, then the last; open ends last.
    pub fn order(&self) -> (Option<Day>, bool, Option<Day>) {
        (self.earliest, self.latest.is_none(), self.latest)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}

/// Why a text is not a date that a fact file may contain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a date")]
pub struct NotADate(pub String);

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let refuse = || NotADate(text.to_owned());
        let edtf = Edtf::parse(text).map_err(|_| refuse())?;
        let shape = shape(&edtf).ok_or_else(refuse)?;
        if let Shape::Span(from, to) = shape
            && to.starts() < from.starts()
        {
            return Err(refuse());
        }
        let bounds = edtf.bounds();
        let (earliest, latest) = (day(bounds.earliest), day(bounds.latest));
        if earliest
            .zip(latest)
            .is_some_and(|(first, last)| last < first)
        {
            return Err(refuse());
        }
        Ok(Self {
            written: text.to_owned(),
            shape,
            earliest,
            latest,
        })
    }
}

fn shape(edtf: &Edtf) -> Option<Shape> {
    match edtf {
        Edtf::Date(date) => point(date).map(Shape::At),
        Edtf::Interval(interval) => match (&interval.start, &interval.end) {
            (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) => {
                Some(Shape::Span(point(start)?, point(end)?))
            }
            (IntervalEndpoint::Date(start), _) => Some(Shape::Since(point(start)?)),
            (_, IntervalEndpoint::Date(end)) => Some(Shape::Until(point(end)?)),
            _ => None,
        },
        _ => None,
    }
}

fn point(date: &edtf_core::Date) -> Option<Point> {
    if date.has_unspecified() {
        return None;
    }
    let month = date.month.and_then(edtf_core::DateField::value);
    if month.is_some_and(|month| month > 12) {
        return None; // a season
    }
    Some(Point {
        year: date.year.value()?,
        month,
        day: date.day.and_then(edtf_core::DateField::value),
        doubtful: date.is_uncertain() || date.is_approximate(),
        uncertain: date.is_uncertain(),
    })
}

fn day(bound: Bound) -> Option<Day> {
    match bound {
        Bound::Date(date) => Some(Day {
            year: date.year,
            month: date.month,
            day: date.day,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn last(text: &str) -> Day {
        date(text).latest().unwrap()
    }

    #[test]
    fn a_month_is_perhaps_over_on_a_day_within_it() {
        let october = date("2023-10");
        assert_eq!(october.by(last("2023-09-30")), By::No);
        assert_eq!(october.by(last("2023-10-18")), By::Perhaps);
        assert_eq!(october.by(last("2023-10-31")), By::Yes);
    }

    #[test]
    fn spans_and_open_ends_keep_their_shape() {
        assert!(matches!(
            date("2023-10-08/2023-10-13").shape(),
            Shape::Span(..)
        ));
        assert!(matches!(date("2006/..").shape(), Shape::Since(_)));
        assert_eq!(date("2006/..").latest(), None);
        assert!(matches!(date("../2023-08").shape(), Shape::Until(_)));
    }

    #[test]
    fn impossible_or_vague_texts_are_no_dates() {
        for text in [
            "2023-02-30",
            "last week",
            "2023-10-13/2023-10-08",
            "2004-06-11/2004-06",
            "2004-06/2004",
            "202X",
            "2023-21",
            "",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }
}
