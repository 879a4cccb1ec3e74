//! The columns of a timeline: one for each month or year that has a claim, as wide as its marks.

use std::collections::{BTreeMap, BTreeSet};

use super::canvas::{At, Canvas};
use super::fonts::{Face, width};
use super::palette::Color;
use crate::answer::picture::{Mark, Side};
use crate::facts::date::{Date, Point};
use crate::phrases::Phrases;

/// The largest and the smallest size of a mark's cell.
const CELLS: (f32, f32) = (24.0, 0.5);
/// The space above and below the marks of a lane.
const PADDING: f32 = 9.0;
/// The gaps between two columns, tried in this order.
const GAPS: [f32; 4] = [22.0, 14.0, 8.0, 2.0];
const LABEL: f32 = 17.0;

/// A month of a year. `None` stands for an unknown month and sorts first.
type Period = (i64, Option<u8>);

/// The columns with their marks.
pub(super) struct Columns {
    words: &'static Phrases,
    /// The left edge and width of each column.
    columns: BTreeMap<Period, (f32, f32)>,
    lanes: Vec<Lane>,
    cell: f32,
}

/// A side's mark, and the number of marks in each column.
struct Lane {
    mark: Mark,
    counts: BTreeMap<Period, usize>,
    high: f32,
}

impl Lane {
    /// The number of marks that fit one below the other.
    fn rows(&self, cell: f32) -> usize {
        (((self.high - 2.0 * PADDING) / cell) as usize).max(1)
    }
}

impl Columns {
    /// Columns for the dates of some sides, in a box of this width and height. Every lane is at least `least` high;
    /// lanes with more marks are higher. `None` if there are no dates.
    pub(super) fn new(
        words: &'static Phrases,
        sides: &[Side],
        (wide, high, least): (f32, f32, f32),
    ) -> Option<Self> {
        let lanes = laid(sides, high, least);
        let periods: BTreeSet<Period> = lanes
            .iter()
            .flat_map(|lane| lane.counts.keys().copied())
            .collect();
        let (mut cell, mut gap) = (CELLS.0, 0);
        loop {
            let need = |period: &Period| {
                let across = lanes.iter().map(|lane| {
                    let count = lane.counts.get(period).copied().unwrap_or_default();
                    count.div_ceil(lane.rows(cell))
                });
                let marks = across.max().unwrap_or_default() as f32 * cell;
                // Labels get room only while the columns have the widest gap.
                match gap {
                    0 => marks.max(label_width(words, *period)),
                    _ => marks,
                }
            };
            let needs: Vec<(Period, f32)> = periods.iter().map(|one| (*one, need(one))).collect();
            let all: f32 = needs.iter().map(|(_, need)| need + GAPS[gap]).sum();
            if all - GAPS[gap] <= wide || cell <= CELLS.1 {
                let columns = placed(&needs, GAPS[gap], wide - all);
                return (!needs.is_empty()).then_some(Self {
                    words,
                    columns,
                    lanes,
                    cell,
                });
            }
            match gap + 1 < GAPS.len() {
                true => gap += 1,
                false => (cell, gap) = (cell * 0.85, 0),
            }
        }
    }

    /// The height of a lane.
    pub(super) fn high(&self, lane: usize) -> f32 {
        self.lanes.get(lane).map_or(0.0, |lane| lane.high)
    }

    /// The marks of a lane, each with its position from the columns' left edge and the lane's top, and its radius.
    pub(super) fn marks(&self, lane: usize) -> Vec<(Mark, At, f32)> {
        let Some(lane) = self.lanes.get(lane) else {
            return Vec::new();
        };
        let rows = lane.rows(self.cell);
        let mut marks = Vec::new();
        for (period, count) in &lane.counts {
            let Some((left, wide)) = self.columns.get(period) else {
                continue;
            };
            // The marks are centred in their column.
            let across = count.div_ceil(rows) as f32 * self.cell;
            let left = left + (wide - across) / 2.0;
            let down = (*count).min(rows) as f32 * self.cell;
            let above = (lane.high - down) / 2.0;
            for number in 0..*count {
                let (column, row) = (number / rows, number % rows);
                let x = left + self.cell * (column as f32 + 0.5);
                let y = above + self.cell * (row as f32 + 0.5);
                marks.push((lane.mark, (x, y), self.cell * 0.38));
            }
        }
        marks
    }

    /// The months below the columns, and each year once below the months.
    pub(super) fn draw_axis(&self, canvas: &mut Canvas, (left, top): At) {
        let kind = (Face::Sans, LABEL);
        let (mut month_free, mut year_free, mut year) = (f32::MIN, f32::MIN, None);
        for (period, (from, wide)) in &self.columns {
            let middle = left + from + wide / 2.0;
            canvas.rule((middle, top), (middle, top + 6.0), Color::Muted, 1.5);
            let text = month(self.words, *period);
            let half = width(&text, Face::Sans, LABEL) / 2.0;
            if middle - half >= month_free {
                canvas.text_about((middle, top + 24.0), kind, Color::Muted, &text);
                month_free = middle + half + 8.0;
            }
            if year == Some(period.0) {
                continue;
            }
            let text = period.0.to_string();
            let half = width(&text, Face::Semibold, LABEL) / 2.0;
            if middle - half >= year_free {
                let kind = (Face::Semibold, LABEL);
                canvas.text_about((middle, top + 46.0), kind, Color::Text, &text);
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
                    uncertain: false,
                })
            })
        };
        let mut periods = self.columns.keys();
        let first = words(periods.next());
        let last = periods.next_back().map(|last| words(Some(last)));
        (first.clone(), last.unwrap_or(first))
    }
}

/// Lanes with their heights: the minimum height, plus a share of the rest in proportion to the fullest column.
fn laid(sides: &[Side], high: f32, least: f32) -> Vec<Lane> {
    let lane = |side: &Side| {
        let mut counts: BTreeMap<Period, usize> = BTreeMap::new();
        for date in &side.dates {
            *counts.entry(period(date)).or_default() += 1;
        }
        let (mark, high) = (side.mark, least);
        Lane { mark, counts, high }
    };
    let mut lanes: Vec<Lane> = sides.iter().map(lane).collect();
    let fullest = |lane: &Lane| lane.counts.values().copied().max().unwrap_or_default() as f32;
    let all: f32 = lanes.iter().map(fullest).sum();
    let rest = high - least * lanes.len() as f32;
    for lane in &mut lanes {
        lane.high += rest * fullest(lane) / all.max(1.0);
    }
    lanes
}

/// Columns from left to right; spare room is divided among the gaps, up to a limit.
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
    let Point { year, month, .. } = date.beginning();
    (year, month)
}

/// A month's short name; empty for a year.
fn month(words: &Phrases, period: Period) -> String {
    period
        .1
        .map_or(String::new(), |month| words.short_month(month))
}

fn label_width(words: &Phrases, period: Period) -> f32 {
    let month = width(&month(words, period), Face::Sans, LABEL);
    month.max(width(&period.0.to_string(), Face::Semibold, LABEL))
}
