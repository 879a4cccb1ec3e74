//! Dates in words, at the precision that they have.

use super::Phrases;
use crate::facts::date::{Date, Day, Point, Shape};

impl Phrases {
    /// A date at its own precision: 18 October 2023, 8–13 Oktober 2023, since 2006.
    pub fn date(&self, date: &Date) -> String {
        match date.shape() {
            Shape::At(point) => self.point(point),
            Shape::Span(from, to) if from == to => self.point(from),
            Shape::Span(from, to) => self.span(from, to),
            Shape::Since(from) => self.format("since", &[("date", &self.point(from))]),
            Shape::Until(to) => self.format("until", &[("date", &self.point(to))]),
        }
    }

    /// A day: 18 October 2023.
    pub fn day(&self, day: Day) -> String {
        let (month, date) = (Some(day.month), Some(day.day));
        self.point(Point {
            year: day.year,
            month,
            day: date,
            doubtful: false,
            uncertain: false,
        })
    }

    fn span(&self, from: Point, to: Point) -> String {
        let same_year = from.year == to.year && !from.doubtful && !to.doubtful;
        let begun = match (from.month, from.day, to.day) {
            (Some(month), Some(first), Some(_)) if same_year && from.month == to.month => {
                let first = self.cldr.day_without_month(month, first);
                first.map(|first| format!("{first}–{}", self.point(to)))
            }
            (Some(month), Some(first), Some(_)) if same_year => {
                let first = self.cldr.day_without_year(month, first);
                first.map(|first| format!("{first} – {}", self.point(to)))
            }
            _ => None,
        };
        begun.unwrap_or_else(|| format!("{} – {}", self.point(from), self.point(to)))
    }

    /// A point in time at its own precision: 18 October 2023, October 2023, 2023.
    pub fn point(&self, point: Point) -> String {
        let cldr = &self.cldr;
        let words = match (point.month, point.day) {
            (Some(month), Some(day)) => cldr.day(point.year, month, day),
            (Some(month), None) => cldr.month_of_year(point.year, month),
            (None, _) => cldr.year(point.year),
        };
        self.doubted(point, words)
    }

    /// A month or year with the month in short: `Oct 2023`.
    pub fn short_point(&self, point: Point) -> String {
        let words = match point.month {
            Some(month) => self.cldr.short_month_of_year(point.year, month),
            None => self.cldr.year(point.year),
        };
        self.doubted(point, words)
    }

    /// The name of a month by itself.
    pub fn month(&self, month: u8) -> String {
        self.cldr.month_name(month).to_owned()
    }

    /// The short name of a month by itself.
    pub fn short_month(&self, month: u8) -> String {
        self.cldr.short_month_name(month).to_owned()
    }

    fn doubted(&self, point: Point, words: String) -> String {
        if point.uncertain {
            self.format("perhaps-date", &[("date", &words)])
        } else if point.doubtful {
            self.format("about-date", &[("date", &words)])
        } else {
            words
        }
    }
}
