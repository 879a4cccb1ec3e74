//! The columns of a strip: one for each month, or year, that has a statement, as wide as its marks need.

use std::collections::BTreeMap;

use crate::facts::date::{Date, Point, Shape};
use crate::phrases::Words;
use crate::render::card::canvas::{At, Canvas};
use crate::render::card::letters::{Face, width};
use crate::render::card::mark::Mark;
use crate::render::card::palette::Ink;

/// The largest and the smallest room for one mark.
const CELLS: (f32, f32) = (24.0, 0.5);
/// Above and below the marks of a lane.
const PADDING: f32 = 9.0;
/// Between two columns.
const GAPS: [f32; 4] = [22.0, 14.0, 8.0, 2.0];
const LABEL: f32 = 17.0;

/// A month of a year, or a year whose month is not known, which comes first.
type Period = (i64, Option<u8>);

/// The columns with the marks in them.
pub(super) struct Columns {
    words: &'static Words,
    /// Each with its left edge and width.
    columns: BTreeMap<Period, (f32, f32)>,
    /// Each lane's mark and how many of it stand in each column.
    lanes: Vec<(Mark, BTreeMap<Period, usize>)>,
    cell: f32,
    rows: usize,
}

impl Columns {
    /// Columns for the dates of some lanes, in a room as wide as the strip and as high as a lane; `None` if
    /// there is no date.
    pub(super) fn of(
        words: &'static Words,
        lanes: &[(Mark, Vec<&Date>)],
        (wide, high): (f32, f32),
    ) -> Option<Self> {
        let counted = |dates: &Vec<&Date>| {
            let mut counts: BTreeMap<Period, usize> = BTreeMap::new();
            for date in dates {
                *counts.entry(period(date)).or_default() += 1;
            }
            counts
        };
        let lanes: Vec<_> = lanes
            .iter()
            .map(|(mark, dates)| (*mark, counted(dates)))
            .collect();
        let mut most: BTreeMap<Period, usize> = BTreeMap::new();
        for (period, count) in lanes.iter().flat_map(|(_, counts)| counts) {
            let known = most.entry(*period).or_default();
            *known = (*known).max(*count);
        }
        let (mut cell, mut gap) = (CELLS.0, 0);
        loop {
            let rows = (((high - 2.0 * PADDING) / cell) as usize).max(1);
            let needs = most.iter().map(|(period, count)| {
                let marks = count.div_ceil(rows) as f32 * cell;
                // Labels get their room as long as there is some.
                let label = if gap == 0 { label_width(words, *period) } else { 0.0 };
                (*period, marks.max(label))
            });
            let needs: Vec<(Period, f32)> = needs.collect();
            let all: f32 = needs.iter().map(|(_, need)| need + GAPS[gap]).sum();
            if all - GAPS[gap] <= wide || cell <= CELLS.1 {
                let spare = wide - all;
                return (!needs.is_empty()).then(|| Self {
                    words,
                    columns: placed(&needs, GAPS[gap], spare),
                    lanes,
                    cell,
                    rows,
                });
            }
            match gap + 1 < GAPS.len() {
                true => gap += 1,
                false => (cell, gap) = (cell * 0.85, 0),
            }
        }
    }

    /// The marks of a lane: each with its place from the strip's left and the lane's top, and its radius.
    pub(super) fn marks(&self, lane: usize) -> Vec<(Mark, At, f32)> {
        let Some((mark, counts)) = self.lanes.get(lane) else {
            return Vec::new();
        };
        let mut marks = Vec::new();
        for (period, count) in counts {
            let Some((left, wide)) = self.columns.get(period) else {
                continue;
            };
            // What stands in one column is drawn about its middle.
            let across = count.div_ceil(self.rows) as f32 * self.cell;
            let left = left + (wide - across) / 2.0;
            for number in 0..*count {
                let (column, row) = (number / self.rows, number % self.rows);
                let x = left + self.cell * (column as f32 + 0.5);
                let y = PADDING + self.cell * (row as f32 + 0.5);
                marks.push((*mark, (x, y), self.cell * 0.38));
            }
        }
        marks
    }

    /// Months below the strip, and below them each year once.
    pub(super) fn axis(&self, canvas: &mut Canvas, (left, top): At) {
        let kind = (Face::Sans, LABEL);
        let (mut month_free, mut year_free, mut year) = (f32::MIN, f32::MIN, None);
        for (period, (from, wide)) in &self.columns {
            let middle = left + from + wide / 2.0;
            canvas.rule((middle, top), (middle, top + 6.0), Ink::Muted, 1.5);
            let text = month(self.words, *period);
            let half = width(&text, Face::Sans, LABEL) / 2.0;
            if middle - half >= month_free {
                canvas.text_about((middle, top + 24.0), kind, Ink::Muted, &text);
                month_free = middle + half + 8.0;
            }
            if year == Some(period.0) {
                continue;
            }
            let text = period.0.to_string();
            let half = width(&text, Face::Semibold, LABEL) / 2.0;
            if middle - half >= year_free {
                let kind = (Face::Semibold, LABEL);
                canvas.text_about((middle, top + 46.0), kind, Ink::Text, &text);
                year_free = middle + half + 8.0;
                year = Some(period.0);
            }
        }
    }

    /// The first and the last period in words.
    pub(super) fn ends(&self) -> (String, String) {
        let words = |period: Option<&Period>| {
            period.map_or(String::new(), |(year, month)| {
                self.words.point(Point {
                    year: *year,
                    month: *month,
                    day: None,
                    doubtful: false,
                })
            })
        };
        let mut periods = self.columns.keys();
        let first = words(periods.next());
        let last = periods.next_back().map(|last| words(Some(last)));
        (first.clone(), last.unwrap_or(first))
    }
}

/// Columns from left to right; what room is left is shared among the gaps, within reason.
fn placed(needs: &[(Period, f32)], gap: f32, spare: f32) -> BTreeMap<Period, (f32, f32)> {
    let gaps = needs.len().saturating_sub(1).max(1) as f32;
    let gap = gap + (spare.max(0.0) / gaps).min(70.0);
    let mut left = 0.0;
    let mut columns = BTreeMap::new();
    for (period, need) in needs {
        columns.insert(*period, (left, *need));
        left += need + gap;
    }
    columns
}

/// The month in which a date begins, or its year.
fn period(date: &Date) -> Period {
    let (Shape::At(from) | Shape::Span(from, _) | Shape::Since(from) | Shape::Until(from)) =
        date.shape();
    (from.year, from.month)
}

/// A month's short name; nothing for a year.
fn month(words: &Words, period: Period) -> String {
    period.1.map_or(String::new(), |month| {
        words.say(&format!("picture-month-{month}"))
    })
}

fn label_width(words: &Words, period: Period) -> f32 {
    let month = width(&month(words, period), Face::Sans, LABEL);
    month.max(width(&period.0.to_string(), Face::Semibold, LABEL))
}
