//! The picture of one measure: every figure on one axis, each with its date and speaker.

use super::canvas::Canvas;
use super::fonts::{Face, width};
use super::frame::{Card, CardContext, FooterLine, LEFT, RIGHT, framed, kicker};
use super::palette::Color;
use super::text_layout::{line, size_for};
use crate::answer::picture::{FiguresPicture, Mark, Number};
use crate::facts::decimal::Decimal;
use crate::phrases::Phrases;

/// The top of the rows and the limit for their bottom.
const ROWS: (f32, f32) = (206.0, 482.0);

/// The greatest distance between two rows.
const PITCH: f32 = 68.0;

/// The maximum number of rows; with more rows, notes would not fit.
const MOST_ROWS: usize = 6;

const TEXT: [f32; 6] = [22.0, 20.0, 18.0, 16.0, 14.0, 12.5];
const NOTE: [f32; 4] = [18.0, 17.0, 16.0, 15.0];

/// A chart of the latest figures of a measure; `None` if there are none.
pub(super) fn draw(context: &CardContext<'_>, figures: &FiguresPicture) -> Option<Card> {
    let words = context.words;
    let total = figures.numbers.len();
    let rows = figures.numbers.get(total.saturating_sub(MOST_ROWS)..)?;
    let numbers = rows.iter().flat_map(|row| [row.low, row.best, row.high]);
    let axis = Axis::new(numbers.flatten())?;

    let mut footer = match total > rows.len() {
        true => {
            let total = words.number(i64::try_from(total).unwrap_or(i64::MAX));
            let text = words.plural("picture-shown", rows.len(), &[("total", &total)]);
            vec![FooterLine::Words(text)]
        }
        false => vec![legend(words, rows)],
    };
    footer.extend(context.inferred(rows.iter().any(|row| row.inferred)));
    let mut canvas = framed(context, footer);
    let top = kicker(&mut canvas, &figures.kicker);
    let sizes = [34.0, 30.0, 27.0, 24.0, 22.0];
    let room = (sizes.as_slice(), (RIGHT - LEFT, 46.0));
    canvas.paragraph(
        (LEFT, top),
        (Face::Serif, Color::Text),
        &figures.measure,
        room,
    );
    draw_rows(&mut canvas, words, rows, &axis);

    let number = |row: &Number| {
        let values = [
            ("who", row.who.as_str()),
            ("date", &row.date),
            ("value", &row.value),
        ];
        let number = words.format("picture-alt-number", &values);
        match row.note.as_str() {
            "" => number,
            note => format!("{number} ({note})"),
        }
    };
    let numbers: Vec<String> = rows.iter().map(number).collect();
    let values = [
        ("title", figures.measure.as_str(), 160),
        ("numbers", &numbers.join("; "), 660),
    ];
    Some(context.card(canvas, "picture-alt-figures", &values))
}

/// The legend: the meaning of the shapes on the chart.
fn legend(words: &Phrases, rows: &[Number]) -> FooterLine {
    let any = |test: fn(&Number) -> bool| rows.iter().any(test);
    let shapes = [
        (Mark::Number, "best", any(|row| row.best.is_some())),
        (
            Mark::Span,
            "span",
            any(|row| row.low.is_some() && row.high.is_some()),
        ),
        (
            Mark::Beyond,
            "open",
            any(|row| row.open_below || row.open_above),
        ),
    ];
    let drawn = shapes.into_iter().filter(|(_, _, drawn)| *drawn);
    let meaning = |key: &str| words.text(&format!("picture-legend-{key}"));
    FooterLine::Legend(drawn.map(|(mark, key, _)| (mark, meaning(key))).collect())
}

/// The rows, one below the other: date, speaker, and the number on the axis with its words.
fn draw_rows(canvas: &mut Canvas, words: &Phrases, rows: &[Number], axis: &Axis) {
    // A column is as wide as its widest text at the largest size, up to `usual`. If even the smallest size needs more,
    // it is as wide as that, up to `most`.
    let column = |text: fn(&Number) -> &str, face: Face, (usual, most): (f32, f32)| {
        let widths = rows.iter().map(|row| width(text(row), face, 1.0));
        let widest = widths.fold(0.0, f32::max) + 0.1;
        let least = widest * TEXT[TEXT.len() - 1];
        (widest * TEXT[0]).min(usual.max(least)).min(most)
    };
    let dates = column(|row| &row.date, Face::Sans, (230.0, 260.0));
    let names = column(|row| &row.who, Face::Semibold, (332.0, 420.0));
    let values = column(|row| &row.value, Face::Semibold, (250.0, 340.0));
    let name_at = LEFT + dates + 24.0;
    let from = name_at + names + 40.0;
    let to = RIGHT - values - 52.0;
    let place = |value: Decimal| from + (to - from) * axis.part(value);
    let pitch = ((ROWS.1 - ROWS.0) / rows.len().max(1) as f32).min(PITCH);
    let noted = rows.iter().any(|row| !row.note.is_empty());
    let size = |text: fn(&Number) -> &str, face: Face, most: f32| {
        [size_for(rows.iter().map(text), face, &TEXT, most)]
    };
    let date_size = size(|row| &row.date, Face::Sans, dates);
    let name_size = size(|row| &row.who, Face::Semibold, names);
    let bottom = ROWS.0 + pitch * rows.len() as f32;
    draw_axis(canvas, words, axis, (from, bottom), &place);
    let (sans, bold) = ((Face::Sans, Color::Muted), (Face::Semibold, Color::Text));
    for (number, row) in rows.iter().enumerate() {
        let top = ROWS.0 + pitch * number as f32;
        let baseline = top + if noted { 24.0 } else { pitch / 2.0 + 7.0 };
        canvas.line((LEFT, baseline), sans, &row.date, (&date_size, dates));
        canvas.line((name_at, baseline), bold, &row.who, (&name_size, names));
        let room = (from - LEFT - 24.0, pitch - 30.0);
        canvas.paragraph((LEFT, baseline + 4.0), sans, &row.note, (&NOTE, room));
        let end = number_on(canvas, row, baseline - 7.0, &place);
        let (value, size) = line(&row.value, Face::Semibold, &TEXT, values);
        let font = (Face::Semibold, size);
        canvas.text_over((end + 14.0, baseline), font, Color::Slate, &value);
    }
}

/// The axis below the rows, with a vertical line for each of its numbers.
fn draw_axis(
    canvas: &mut Canvas,
    words: &Phrases,
    axis: &Axis,
    (from, bottom): (f32, f32),
    place: &impl Fn(Decimal) -> f32,
) {
    let mut free = f32::MIN;
    for tick in axis.ticks() {
        let x = place(tick);
        canvas.rule((x, ROWS.0), (x, bottom), Color::Rule, 1.0);
        let text = words.given_number(tick);
        let half = width(&text, Face::Sans, 18.0) / 2.0;
        if x - half > free {
            canvas.text_about((x, bottom + 24.0), (Face::Sans, 18.0), Color::Muted, &text);
            free = x + half + 12.0;
        }
    }
    canvas.rule((from, bottom), (RIGHT, bottom), Color::Muted, 1.5);
}

/// A figure on the axis: a dot for the number given, a bar with caps for its bounds, an arrow at an end without a
/// bound; returns its right end.
fn number_on(canvas: &mut Canvas, row: &Number, y: f32, place: &impl Fn(Decimal) -> f32) -> f32 {
    const ARROW: f32 = 30.0;
    let numbers = || [row.low, row.best, row.high].into_iter().flatten();
    let (Some(first), Some(last)) = (numbers().min(), numbers().max()) else {
        return place(0.into());
    };
    let (mut left, mut right) = (place(first), place(last));
    for bound in [row.low, row.high].into_iter().flatten() {
        let x = place(bound);
        canvas.rule((x, y - 8.0), (x, y + 8.0), Color::Slate, 3.0);
    }
    let tips = [
        (row.open_below, left, -ARROW),
        (row.open_above, right, ARROW),
    ];
    for (_, from, reach) in tips.into_iter().filter(|(open, _, _)| *open) {
        let (tip, back) = (from + reach, from + reach * 0.72);
        canvas.rule((back, y - 7.0), (tip, y), Color::Slate, 3.0);
        canvas.rule((back, y + 7.0), (tip, y), Color::Slate, 3.0);
        left = left.min(tip);
        right = right.max(tip);
    }
    if right > left {
        canvas.rule((left, y), (right, y), Color::Slate, 3.0);
    }
    if let Some(best) = row.best {
        let x = place(best);
        canvas.dot((x, y), 8.0, Color::Ochre);
        right = right.max(x + 8.0);
    }
    right
}

/// An axis: its ends, and the distance between the round numbers on it.
struct Axis {
    low: f64,
    high: f64,
    step: Step,
}

impl Axis {
    /// An axis that includes zero and some numbers; `None` if there are no numbers.
    fn new(numbers: impl Iterator<Item = Decimal>) -> Option<Self> {
        let numbers: Vec<Decimal> = numbers.collect();
        let low = numbers.iter().copied().min()?.min(0.into()).as_f64();
        let high = numbers.iter().copied().max()?.max(0.into()).as_f64();
        let whole = numbers.iter().all(|number| number.whole().is_some());
        let high = if low < high { high } else { low + 1.0 };
        let quarter = (high - low) / 4.0;
        let step = match whole {
            true => Step::at_least(quarter.trunc(), 0),
            false => Step::at_least(quarter, -9),
        };
        Some(Self { low, high, step })
    }

    /// The position of a number on the axis, from 0 to 1.
    fn part(&self, number: Decimal) -> f32 {
        let part = (number.as_f64() - self.low) / (self.high - self.low);
        part.clamp(0.0, 1.0) as f32
    }

    /// The round numbers on it, in ascending order.
    fn ticks(&self) -> Vec<Decimal> {
        // So that a number that is on the axis by arithmetic is not just beyond its end in floating point.
        const SLACK: f64 = 1e-9;
        let step = self.step.number(1).as_f64();
        let first = (self.low / step - SLACK).trunc() as i64;
        let last = (self.high / step + SLACK).trunc() as i64;
        (first..=last).map(|tick| self.step.number(tick)).collect()
    }
}

/// A round number: 1, 2 or 5 times a power of ten.
#[derive(Clone, Copy)]
struct Step {
    digit: i64,
    power: i32,
}

impl Step {
    /// The smallest that is not less than a number, from a power of ten on.
    fn at_least(least: f64, lowest: i32) -> Self {
        let steps = (lowest..18).flat_map(|power| [1, 2, 5].map(|digit| Self { digit, power }));
        let mut steps = steps.filter(|step| step.digit as f64 * 10_f64.powi(step.power) >= least);
        let last = Self {
            digit: 5,
            power: 18,
        };
        steps.next().unwrap_or(last)
    }

    /// So many times this number.
    fn number(self, times: i64) -> Decimal {
        let power = self.power.unsigned_abs();
        let digits = times.saturating_mul(self.digit);
        match self.power {
            0.. => digits.saturating_mul(10_i64.saturating_pow(power)).into(),
            _ => Decimal::new(digits, power),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(numbers: &[i64]) -> Vec<Decimal> {
        Axis::new(numbers.iter().copied().map(Decimal::from))
            .unwrap()
            .ticks()
    }

    fn whole<const N: usize>(numbers: [i64; N]) -> [Decimal; N] {
        numbers.map(Decimal::from)
    }

    #[test]
    fn numbers_on_the_axis_are_round() {
        assert_eq!(ticks(&[1500, 15_000]), whole([0, 5000, 10_000, 15_000]));
        assert_eq!(ticks(&[11, 3]), whole([0, 2, 4, 6, 8, 10]));
        assert_eq!(ticks(&[1]), whole([0, 1]));
        assert_eq!(ticks(&[0]), whole([0, 1]));
        assert_eq!(ticks(&[-10, 10]), whole([-10, -5, 0, 5, 10]));
        assert!(ticks(&[i64::MIN, i64::MAX]).len() < 8);
        assert!(Axis::new(std::iter::empty()).is_none());
    }

    #[test]
    fn decimals_are_drawn_between_decimals() {
        let axis = Axis::new([Decimal::new(3, 1)].into_iter()).unwrap();
        let tenths = [0, 1, 2, 3].map(|tenths| Decimal::new(tenths, 1));
        assert_eq!(axis.ticks(), tenths);
        assert!((axis.part(Decimal::new(15, 2)) - 0.5).abs() < 1e-6);
    }
}
